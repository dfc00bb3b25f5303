"""What is unknown and could change the answer: the questions to ask, the decisive ones first."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from kemitraan.knowledge.vocabulary import ACTOR
from kemitraan.recommendation.model import Labelled, Question
from kemitraan.recommendation.moved import moved_by_one
from kemitraan.text import Text, joined, same
from kemitraan.worlds.axes import input_axes
from kemitraan.worlds.question_order import QuestionOrder
from kemitraan.worlds.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from kemitraan.fact import Fact, Slot
    from kemitraan.knowledge.shown import Section
    from kemitraan.knowledge.vocabulary import Entry
    from kemitraan.recommendation.completions import Completions
    from kemitraan.recommendation.view import View

_HEADLINES: Final = ("type", "readiness")
_PRODUCT: Final = 2
"""So many of the questions that open the form are about the product."""
LEVEL: Final = same("{level} ({meaning})")
OR: Final = Text("{others}; atau {last}?", "{others}; or {last}?")


def questions(
    view: View, completions: Completions, choice: Mapping[str, str], now: Collection[Fact]
) -> tuple[Question, ...]:
    """Return every unknown on which something that is told about hangs.

    Args:
        view: the inference at hand.
        completions: what is shown once all is known.
        choice: the alternative of every assumption.
        now: what is shown as things stand.
    """
    shown = view.base.shown
    section_of, rank = shown.section_of, shown.rank
    at_once = _changed_at_once(view, choice)
    changed: dict[Slot, set[str]] = defaultdict(set)
    for fact in completions.conclusions:
        over = completions.of[fact]
        if over.status != "certain" and (over.shown or fact in view.inference.facts):
            for slot in completions.slots(fact):
                changed[slot].add(fact.attribute)
    open_ = [fact for fact in completions.told(now) if completions.of[fact].status == "possible"]
    hangs = {slot for fact in open_ for slot in completions.slots(fact)}
    headed = {name for aspect in _HEADLINES for name in shown.aspects.get(aspect, ())}
    heads = {fact: completions.of[fact] for fact in open_ if fact.attribute in headed}
    settles = QuestionOrder(completions.axes, heads).settles
    rules = _waiting(completions)
    asked: dict[_Asked, list[str]] = defaultdict(list)
    for slot in view.fact_base.unknown:
        if slot in hangs:
            best = min(changed[slot] | at_once[slot], key=rank.__getitem__)
            # The same question to several actors is one question; other subjects stand alone.
            alone = "" if view.vocabulary.attributes[slot.attribute].of == ACTOR else slot.subject
            waiting, moves = rules.get(slot, ()), bool(at_once[slot])
            one = _Asked(slot.attribute, alone, best, settles.get(slot), moves, waiting)
            asked[one].append(slot.subject)
    ranked = sorted(
        asked,
        key=lambda a: (
            a.settles is None,
            -(a.settles or 0),
            not a.at_once,
            rank[a.best],
            -len(a.rules),
            view.vocabulary.rank[a.attribute],
            a.alone,
        ),
    )
    opening = [one.id for one in view.vocabulary.questions.values() if one.opens][:_PRODUCT]
    ordered = _headlines_in_turn(ranked, section_of)
    # All else is asked of a product, so that it comes first; the order is else as it was.
    ordered.sort(key=lambda a: a.settles is None or a.attribute not in opening)
    return tuple(_question(view, a, asked[a], section_of[a.best]) for a in ordered)


def _headlines_in_turn(ranked: Sequence[_Asked], section_of: Mapping[str, Section]) -> list[_Asked]:
    """Return the questions with those of the headlines in turn: neither waits for the other."""
    before: Counter[str] = Counter()
    turns = {}
    for one in ranked:
        section = section_of[one.best]
        headline = one.settles is not None
        turns[one] = (not headline, before[section] * headline)
        before[section] += 1
    return sorted(ranked, key=turns.__getitem__)


class _Asked(NamedTuple):
    """What makes unknowns one question; `best` is the weightiest attribute an answer changes.

    `settles`: how many verdicts on a type, and on readiness, its answers settle on average; None
    where none hangs on it.
    """

    attribute: str
    alone: str
    best: str
    settles: float | None
    at_once: bool
    rules: tuple[str, ...]


def _changed_at_once(view: View, choice: Mapping[str, str]) -> dict[Slot, set[str]]:
    """Return the shown attributes that some answer to each unknown changes, all else staying."""
    axes = tuple(input_axes(view.base, view.scenario, view.fact_base.unknown))
    worlds = Worlds(view.base, [view.scenario], choice, axes)
    # Left out is what rests on the profile saying just what the study says, as in `Completions`.
    targets = [
        fact
        for fact in worlds.program.bodies
        if fact.attribute in view.base.shown and not worlds.as_studied(fact)
    ]
    found: dict[Slot, set[str]] = defaultdict(set)
    for fact, axis in moved_by_one(worlds, targets):
        found[axis.slot].add(fact.attribute)
    return found


def _waiting(completions: Completions) -> dict[Slot, tuple[str, ...]]:
    """Return the rules behind what is shown that read each slot, by slot."""
    program = completions.worlds.program
    found: dict[Slot, set[str]] = defaultdict(set)
    for fact in program.cone(completions.conclusions):
        for instance in program.bodies.get(fact, ()):
            for choices in (*instance.positive, *instance.negative):
                for read in choices:
                    found[read.slot].add(instance.clause.rule)
    return {slot: tuple(sorted(rules)) for slot, rules in found.items()}


def _question(view: View, asked: _Asked, subjects: Sequence[str], section: str) -> Question:
    order = list(view.actors)
    ask = asking(view, asked.attribute, asked.alone)
    return Question(
        attribute=asked.attribute,
        subjects=tuple(
            Labelled(id=s, label=view.actors.get(s) or view.label(s))
            for s in sorted(subjects, key=lambda s: order.index(s) if s in order else 0)
        ),
        label=ask.label,
        question=ask.question,
        informants=ask.informants,
        section=section,
        next=asked.at_once,
        rules=asked.rules,
    )


class Asking(NamedTuple):
    """What an unknown is called, how to ask for it, and whom."""

    label: Text
    question: Text
    informants: Text


def asking(view: View, attribute_id: str, subject: str, *, levels: bool = True) -> Asking:
    """Return how to ask for an attribute of a subject; of an actor it is asked without its name.

    Where the catalogue tells what each level of a subject means, the question does, unless
    `levels` are told apart from it.
    """
    attribute = view.vocabulary.attributes[attribute_id]
    entry = view.vocabulary.entries.get(subject) if attribute.of != ACTOR else None
    question = attribute.question or attribute.label
    label = attribute.label
    if entry is not None:
        name = entry[1].label
        label = name if attribute_id in view.shorthand else label
        if levels and (told := _levels(view, attribute_id, entry[1])):
            question = told
        question = Text(f"{name.id}: {question.id}", f"{name.en}: {question.en}")
    variable = attribute.variable or (entry[1].variable if entry else None)
    informants = attribute.informants or (
        view.vocabulary.variables[variable].informants if variable else Text("", "")
    )
    return Asking(label, question, informants)


def _levels(view: View, attribute: str, entry: Entry) -> Text | None:
    """Return each level with what it means of this subject; None where the catalogue is silent."""
    told = [
        LEVEL.format(level=view.value_label(attribute, value), meaning=entry.texts[value])
        for value in view.vocabulary.values_of(attribute)
        if value in entry.texts
    ]
    if len(told) < 2:
        return None
    return OR.format(others=joined(told[:-1], same("; ")), last=told[-1])
