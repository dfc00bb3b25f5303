"""What each answer changes when it is stated alone: whether anything is said to who gives it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from kemitraan.analysis.check.finding import DeepFinding
from kemitraan.fact import Slot
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.logic.infer import Inference
from kemitraan.recommendation.differences import told
from kemitraan.recommendation.view import View
from kemitraan.scenario.model import KIND, Scenario
from kemitraan.text import Text
from kemitraan.worlds.axes import actor_axes, input_axes
from kemitraan.worlds.fact_base import fact_base
from kemitraan.worlds.space import Listed
from kemitraan.worlds.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kemitraan.fact import Fact
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.shown import Section
    from kemitraan.worlds.axes import Axis

REPEATING: Final[frozenset[Section]] = frozenset({"potential", "actors"})
"""The sections that map what was stated; to stand there is no answer to it."""

_EMPTY: Final = Scenario("-", "-", None, None, (), (), "-")
_UNANSWERED: Final = Text("{answer}: jawaban ini tidak ditanggapi", "{answer} gets no answer")
_ALONE: Final = Text(
    "Dinyatakan sendiri, ia tidak membawa diagnosis, kebutuhan, langkah, syarat atau peringatan",
    "Stated alone, it brings no diagnosis, need, step, condition or warning",
)


class Answer(NamedTuple):
    """One answer that a profile can give; of an actor, `subject` is its kind."""

    attribute: str
    subject: str
    value: str


def unanswered(base: RuleBase) -> Iterator[DeepFinding]:
    """Yield the adverse answers to which a recommendation says nothing.

    Of an actor's answer it is enough that one kind's is answered. An input that is `unread` says
    by that why nothing follows from it.
    """
    asked: dict[str, list[Answer]] = defaultdict(list)
    for attribute in base.vocabulary.attributes.values():
        for answer in answers(base, attribute.id) if attribute.adverse else ():
            if answer.value in attribute.adverse and attribute.unread is None:
                asked[word_of(base, answer)].append(answer)
    effects = effects_of(base, [one for found in asked.values() for one in found])
    for word, found in asked.items():
        if not any(map(effects.answered, found)):
            yield DeepFinding(
                kind="unanswered",
                about=word,
                place=base.places[f"attribute {found[0].attribute}"],
                what=_UNANSWERED.format(answer=word),
                why=_ALONE,
            )


def answers(base: RuleBase, attribute: str) -> Iterator[Answer]:
    """Yield every answer to an input, of each subject it can be of; of actors, of each kind."""
    words = base.vocabulary
    kinds = words.values_of(KIND) if KIND in words.attributes else ()
    if attribute == KIND:
        yield from (Answer(KIND, kind, kind) for kind in kinds)
        return
    of = words.attributes[attribute].of
    entries = tuple(entry.id for entry in words.kinds[of].entries)
    for subject in {SENTRA: (SENTRA,), ACTOR: kinds}.get(of, entries):
        yield from (Answer(attribute, subject, value) for value in words.values_of(attribute))


def word_of(base: RuleBase, answer: Answer) -> str:
    """Return what an answer is called: `facilities=inadequate`, `management=weak`."""
    words = base.vocabulary
    if words.attributes[answer.attribute].of == ACTOR:
        return f"{ACTOR}.{answer.attribute}={answer.value}"
    shorthand = words.shorthand(answer.subject) == answer.attribute
    return f"{answer.subject if shorthand else answer.attribute}={answer.value}"


class Effects(NamedTuple):
    """What of a recommendation each answer changes, stated alone in an empty profile."""

    base: RuleBase
    changed: Mapping[Answer, frozenset[Fact]]

    def answered(self, answer: Answer) -> bool:
        """Tell whether something is said to an answer that does not just repeat it."""
        sections = self.base.shown.section_of
        return any(sections[fact.attribute] not in REPEATING for fact in self.changed[answer])


def effects_of(base: RuleBase, asked: Iterable[Answer]) -> Effects:
    """Return what each answer changes, stated alone; of an actor, beside its kind alone."""
    listed = tuple(asked)
    if not listed:
        return Effects(base, {})
    choice = {name: assumption.default for name, assumption in base.assumptions.items()}
    actors = tuple(actor_axes(base, _EMPTY)) if KIND in base.vocabulary.attributes else ()
    slots = dict.fromkeys(Slot(a.attribute, a.subject) for a in listed if a.attribute != KIND)
    axes = (*actors, *input_axes(base, _EMPTY, slots))
    worlds = Worlds(base, [_EMPTY], choice, axes)
    moves = _moves(axes)
    present = {axis.subject: moves[Answer(KIND, axis.subject, axis.subject)] for axis in actors}
    numbered: dict[tuple[tuple[int, int], ...], int] = {(): 0}
    pairs: list[tuple[int, int]] = []
    for answer in listed:
        of_actor = base.vocabulary.attributes[answer.attribute].of == ACTOR
        beside = (present[answer.subject],) if of_actor and answer.attribute != KIND else ()
        pair = [numbered.setdefault(w, len(numbered)) for w in (beside, (*beside, moves[answer]))]
        pairs.append((pair[0], pair[1]))
    space = Listed(worlds.sizes, list(numbered))
    targets = [f for f in worlds.program.bodies if f.attribute in base.shown]
    changed: dict[Answer, set[Fact]] = {answer: set() for answer in listed}
    for fact, where in told(_view(base, choice), worlds.shown(space, targets)).items():
        for answer, (before, now) in zip(listed, pairs, strict=True):
            if (where >> before ^ where >> now) & 1:
                changed[answer].add(fact)
    return Effects(base, {answer: frozenset(found) for answer, found in changed.items()})


def _moves(axes: Iterable[Axis]) -> dict[Answer, tuple[int, int]]:
    """Return, for each answer, the axis that gives it and at which of its alternatives."""
    found: dict[Answer, tuple[int, int]] = {}
    for place, axis in enumerate(axes):
        if axis.kind == "input":
            for number, value in enumerate(axis.alternatives[1:], 1):
                found[Answer(axis.name, axis.subject, value)] = (place, number)
        else:
            value = axis.value or axis.name
            found[Answer(axis.slot.attribute, axis.subject, value)] = (place, 1)
    return found


def _view(base: RuleBase, choice: Mapping[str, str]) -> View:
    """Return the look at an empty profile, from which catalogues can be read."""
    seen = fact_base(base, _EMPTY, choice)
    return View(base, _EMPTY, seen, Inference(seen.facts, (), {}))
