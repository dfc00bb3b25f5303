"""What is unknown and could change the answer: the questions to ask, the decisive ones first."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from kemitraan.knowledge.vocabulary import ACTOR
from kemitraan.recommendation.model import Labelled, Question
from kemitraan.recommendation.moved import moved_by_one
from kemitraan.text import Text
from kemitraan.worlds.axes import input_axes
from kemitraan.worlds.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kemitraan.fact import Slot
    from kemitraan.knowledge.shown import Section
    from kemitraan.recommendation.completions import Completions
    from kemitraan.recommendation.view import View

_HEADLINES: Final = ("partnership_types", "readiness")


def questions(
    view: View, completions: Completions, choice: Mapping[str, str]
) -> tuple[Question, ...]:
    """Return every unknown whose answer could change a shown conclusion.

    Args:
        view: the inference at hand.
        completions: what is shown once all is known.
        choice: the alternative of every assumption.
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
    rules = _waiting(completions)
    asked: dict[_Asked, list[str]] = defaultdict(list)
    for slot in view.fact_base.unknown:
        if found := changed[slot] | at_once[slot]:
            best = min(found, key=rank.__getitem__)
            # The same question to several actors is one question; other subjects stand alone.
            alone = "" if view.vocabulary.attributes[slot.attribute].of == ACTOR else slot.subject
            one = _Asked(slot.attribute, alone, best, bool(at_once[slot]), rules.get(slot, ()))
            asked[one].append(slot.subject)
    ranked = sorted(
        asked,
        key=lambda a: (
            not a.at_once,
            rank[a.best],
            -len(a.rules),
            view.vocabulary.rank[a.attribute],
            a.alone,
        ),
    )
    ordered = _headlines_in_turn(ranked, section_of)
    return tuple(_question(view, a, asked[a], section_of[a.best]) for a in ordered)


def _headlines_in_turn(ranked: Sequence[_Asked], section_of: Mapping[str, Section]) -> list[_Asked]:
    """Return the questions with those of the headlines in turn: neither waits for the other."""
    before: Counter[tuple[bool, str]] = Counter()
    turns = {}
    for one in ranked:
        section = section_of[one.best]
        headline = section in _HEADLINES
        turns[one] = (not one.at_once, not headline, before[one.at_once, section] * headline)
        before[one.at_once, section] += 1
    return sorted(ranked, key=turns.__getitem__)


class _Asked(NamedTuple):
    """What makes unknowns one question; `best` is the weightiest attribute an answer changes."""

    attribute: str
    alone: str
    best: str
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


def asking(view: View, attribute_id: str, subject: str) -> Asking:
    """Return how to ask for an attribute of a subject; of an actor it is asked without its name."""
    attribute = view.vocabulary.attributes[attribute_id]
    entry = view.vocabulary.entries.get(subject) if attribute.of != ACTOR else None
    question = attribute.question or attribute.label
    label = attribute.label
    if entry is not None:
        name = entry[1].label
        label = name if attribute_id in view.shorthand else label
        question = Text(f"{name.id}: {question.id}", f"{name.en}: {question.en}")
    variable = attribute.variable or (entry[1].variable if entry else None)
    informants = attribute.informants or (
        view.vocabulary.variables[variable].informants if variable else Text("", "")
    )
    return Asking(label, question, informants)
