"""Steps that wait for each other in a circle, whatever the profile: none of them could begin."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from kemitraan.faults import Fault
from kemitraan.recommendation.strategies import REACHES
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.logic.program import Instance, Program

_FIX = Text("Hapus salah satu penantian itu", "Delete one of these waits")
_CIRCLE = Text("langkah saling menunggu: {steps}", "steps wait for each other: {steps}")

_Chosen = dict[str, frozenset[str]]


class _Wait(NamedTuple):
    """That a step may wait for what others reach, by a rule, under some alternatives assumed."""

    others: tuple[str, ...]
    rule: str
    chosen: _Chosen


def waiting_in_circles(base: RuleBase, program: Program) -> Iterator[Fault]:
    """Yield each circle of steps, at the first of its rules.

    Whatever could be waited for counts, as long as no two waits of the circle ask for different
    alternatives of an assumption.
    """
    waits = _waits(base, program)
    told: set[frozenset[str]] = set()
    for start in sorted(waits):
        for circle, rules in _circles(waits, start):
            steps = frozenset(circle)
            if steps in told:
                continue
            told.add(steps)
            place = min(base.rule[rule].place for rule in rules)
            yield Fault(place, _CIRCLE.format(steps=", ".join(circle)), fix=_FIX)


def _waits(base: RuleBase, program: Program) -> Mapping[str, list[_Wait]]:
    reached: dict[str, list[str]] = defaultdict(list)
    for _, entry in base.vocabulary.entries.values():
        for name in REACHES:
            for milestone in entry.facts.get(name, ()):
                reached[milestone].append(entry.id)
    attributes = {base.shown.filling("strategies", f"{b}_after") for b in ("specific", "baseline")}
    found: dict[str, list[_Wait]] = defaultdict(list)
    for fact, instances in program.bodies.items():
        if fact.attribute in attributes:
            for one in instances:
                others = tuple(sorted(reached[fact.value]))
                found[fact.subject].append(_Wait(others, one.clause.rule, _chosen(base, one)))
    return found


def _chosen(base: RuleBase, instance: Instance) -> _Chosen:
    """Return which alternatives of which assumptions an instance asks for."""
    return {
        choices[0].attribute: frozenset(fact.value for fact in choices)
        for choices in instance.positive
        if choices and choices[0].attribute in base.assumptions
    }


def _circles(
    waits: Mapping[str, list[_Wait]], start: str
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the circles through a step, of it and steps named after it, with their rules."""
    paths: list[tuple[tuple[str, ...], tuple[str, ...], _Chosen]] = [((start,), (), {})]
    while paths:
        steps, rules, chosen = paths.pop()
        for wait in waits.get(steps[-1], ()):
            both = _both(chosen, wait.chosen)
            if both is None:
                continue
            for other in wait.others:
                if other == start:
                    yield steps, (*rules, wait.rule)
                elif other > start and other not in steps:
                    paths.append(((*steps, other), (*rules, wait.rule), both))


def _both(one: _Chosen, other: _Chosen) -> _Chosen | None:
    """Return what two waits ask for together; None where no choice gives it."""
    found = dict(one)
    for name, values in other.items():
        found[name] = found.get(name, values) & values
        if not found[name]:
            return None
    return found
