"""What the page can ask and what is said: every input in its group, and what a case says of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kemitraan.analysis.target import reachable
from kemitraan.analysis.whatif.edits import told_claims
from kemitraan.fact import Slot
from kemitraan.interview.answers import ACTORS, Answers
from kemitraan.interview.asking import Asking
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.published import Data
from kemitraan.recommendation.model import Labelled
from kemitraan.recommendation.questions import asking
from kemitraan.recommendation.sections import Maker
from kemitraan.recommendation.verdicts import verdicts
from kemitraan.recommendation.view import conclusion_word, slot_word
from kemitraan.scenario.asked import inputs
from kemitraan.scenario.model import KIND
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kemitraan.case import Case
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute

_SETTLES: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Data):
    """One possible answer: id, label, and what it means of this thing, where that is told."""

    id: str
    label: Text
    meaning: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Input(Data):
    """One thing that can be stated, under the word that `--set` writes (`key`).

    `many`: several answers at once; `words`: in one's own words, `answers` is then empty; `unit`:
    a figure may be given instead; `apart` tells it from a question like it.
    """

    key: str
    label: Text
    question: Text | None
    apart: Text | None
    informants: Text | None
    answers: tuple[Answer, ...]
    many: bool
    words: bool
    unit: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Data):
    """Inputs that belong together, and who can answer them."""

    id: str
    label: Text
    informants: Text
    inputs: tuple[Input, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Data):
    """Every input: those of the sentra in groups, those of each actor, and the kinds of actor."""

    groups: tuple[Group, ...]
    actor: tuple[Input, ...]
    kinds: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Data):
    """What is said of one thing: the values that hold, and all that was said, in words."""

    key: str
    values: tuple[str, ...]
    told: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedActor(Data):
    """An actor of the profile, and its kind."""

    id: str
    label: Text
    kind: Labelled


@dataclass(frozen=True, slots=True, kw_only=True)
class Head(Data):
    """The verdict on a type of partnership, without what may still change it."""

    type: str
    label: Text
    verdict: Labelled
    fit: Labelled | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts(Data):
    """What a profile says, with the changes made to it: of sentra and actors, and who they are.

    `heads` and `readiness` are what it comes to in short: known long before the whole advice,
    which counts what the unknown may still change. `readiness` is None while it is open.
    """

    id: str
    name: str
    about: Text | None
    assessed_on: str | None
    said: tuple[Said, ...]
    actors: tuple[NamedActor, ...]
    heads: tuple[Head, ...]
    readiness: Labelled | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Next(Data):
    """The next question of an interview; without a `key` no answer can change anything any more.

    `key` is `actors` where it is to be said who takes part; `input` is then None. `headlines` and
    `left` are how many questions can still bear on verdicts and readiness, and on anything.
    """

    key: str | None
    about: Text | None
    input: Input | None
    settles: tuple[Text, ...]
    headlines: int
    left: int


def form(base: RuleBase) -> Form:
    """Return every input of a profile."""
    words = base.vocabulary
    groups = []
    for variable in words.variables.values():
        found = [
            _input(base, one.key, one.label, one.attribute, one.attribute.informants)
            for one in inputs(base, variable.id)
        ]
        if found:
            groups.append(
                Group(
                    id=variable.id,
                    label=variable.label,
                    informants=variable.informants,
                    inputs=tuple(found),
                )
            )
    return Form(
        groups=tuple(groups),
        actor=tuple(
            _input(base, a.id, a.label, a, a.informants)
            for a in words.attributes.values()
            if a.of == ACTOR and a.question and a.asked and a.id != KIND
        ),
        kinds=tuple(
            Labelled(id=value, label=words.label_of_value(KIND, value) or Text(value, value))
            for value in words.values_of(KIND)
        ),
    )


def _input(
    base: RuleBase, key: str, label: Text, attribute: Attribute, informants: Text | None
) -> Input:
    words = base.vocabulary
    entry = words.entries.get(key)
    texts = entry[1].texts if entry and words.shorthand(key) else {}
    known = words.questions.get(key)
    own = words.takes_words(attribute.id)
    return Input(
        key=key,
        label=label,
        question=attribute.question,
        apart=known.apart if known else None,
        informants=informants,
        answers=()
        if own
        else tuple(
            Answer(
                id=value,
                label=words.label_of_value(attribute.id, value) or Text(value, value),
                meaning=texts.get(value),
            )
            for value in words.values_of(attribute.id)
        ),
        many=attribute.many,
        words=own,
        unit=attribute.figure.unit if attribute.figure else None,
    )


def facts(case: Case) -> Facts:
    """Return what the profile of a case says, with the changes made to it."""
    scenario = case.scenario
    slots = dict.fromkeys(claim.slot for claim in scenario.claims if claim.attribute != KIND)
    maker = Maker(case.view, case.withheld[0], case.completions)
    return Facts(
        id=scenario.id,
        name=scenario.name,
        about=scenario.about,
        assessed_on=scenario.assessed_on,
        said=tuple(_said(case, slots)),
        actors=tuple(
            NamedActor(
                id=actor.id,
                label=case.view.actors[actor.id],
                kind=Labelled(id=actor.kind, label=case.view.value_label(KIND, actor.kind)),
            )
            for actor in scenario.actors
        ),
        heads=tuple(
            Head(
                type=fact.subject,
                label=case.view.label(fact.subject),
                verdict=Labelled(
                    id=fact.value, label=case.view.value_label(fact.attribute, fact.value)
                ),
                fit=maker.single("partnership_types", fact.subject, "fit"),
            )
            for fact in verdicts(maker)
        ),
        readiness=maker.single("readiness", SENTRA, "partnership"),
    )


def _said(case: Case, slots: Iterable[Slot]) -> Iterable[Said]:
    for slot in slots:
        claims = tuple(c for c in case.scenario.claims if c.slot == slot)
        told = told_claims(case, claims)
        if told is not None:
            # Of statements that differ, those in force; a figure by its level.
            values = case.view.values(slot.attribute, slot.subject)
            yield Said(key=slot_word(case.view, slot), values=tuple(values), told=told)


def following(case: Case, unknown: Iterable[str]) -> Next:
    """Return the next question about a case; `unknown` are keys of what nobody could answer."""
    words, view = case.base.vocabulary, case.view
    passed = {*unknown}
    # Who takes part is answered by naming one, or by saying that there is none.
    actors: dict[str, dict[str, str]] = {actor.id: {} for actor in case.scenario.actors}
    begun = {c.attribute: c.value for c in case.scenario.claims if c.subject not in actors}
    asking_now = _asking_about(case).after(
        Answers({SENTRA: begun, "actors": actors}, _slots(case, passed))
    )
    slot = asking_now.following()
    left = {"headlines": len(asking_now.open_heads), "left": len(asking_now.open)}
    if slot is None:
        return Next(key=None, about=None, input=None, settles=(), **left)
    if slot == ACTORS:
        return Next(key="actors", about=None, input=None, settles=(), **left)
    attribute = words.attributes[slot.attribute]
    asked = asking(view, *slot)
    entry = words.entries.get(slot.subject) if words.shorthand(slot.subject) else None
    key = slot.subject if entry else slot.attribute
    found = _input(case.base, key, asked.label, attribute, asked.informants)
    return Next(
        key=slot_word(view, slot),
        about=view.actors[slot.subject] if attribute.of == ACTOR else None,
        input=replace(found, question=asked.question),
        settles=tuple(view.describe(fact) for fact in asking_now.settles(slot)[:_SETTLES]),
        **left,
    )


_kept: list[Asking] = []
"""What is open in the case that was asked about last: to pass a question over is no new case."""


def _asking_about(case: Case) -> Asking:
    if not (_kept and _kept[0].case is case):
        _kept[:] = [Asking(case, Answers({}))]
    return _kept[0]


def _slots(case: Case, passed: set[str]) -> frozenset[Slot]:
    """Return what was passed over as places of facts."""
    found = {ACTORS} if "actors" in passed else set()
    for key in passed:
        head, _, name = key.rpartition(".")
        bare = case.base.vocabulary.shorthand(key)
        found.add(Slot(bare, key) if bare else Slot(name, head or SENTRA))
    return frozenset(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Data):
    """A conclusion of the core that can be aimed at, and whether it holds now."""

    conclusion: str
    label: Text
    now: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Goals(Data):
    """The conclusions of the core that rules can reach."""

    goals: tuple[Goal, ...]


def goals(case: Case) -> Goals:
    """Return the conclusions of the core: the verdicts, readiness and what else is marked so."""
    admitted = {*case.admitted}
    return Goals(
        goals=tuple(
            Goal(
                conclusion=conclusion_word(fact),
                label=case.view.describe(fact),
                now=fact in admitted,
            )
            for fact in reachable(case, core=True)
        )
    )
