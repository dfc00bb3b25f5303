"""The steps each row begins with: those of `recommendation.strategies`, over sets of rows.

What is told is the same for each row (the tests hold the two against each other); here it is
decided once for all rows that are alike.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Final

from kemitraan.fact import Fact
from kemitraan.recommendation.strategies import REACHES
from kemitraan.scenario.model import KIND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.portfolio.evaluation import Found
    from kemitraan.scenario.model import Actor

_BASES: Final = ("specific", "baseline")
_BY_PRACTICE: Final = ("practice", "tentative")
FIRST: Final = 3

Lead = tuple[tuple["Actor", ...], str | None]
"""Who leads a step: the actors named, or the kind that is looked for (None: everybody)."""


@dataclass(frozen=True)
class _Step:
    """One step of the catalogue: where it is advised, waits, is urgent, and rests on practice."""

    id: str
    waiting: int
    free: int
    urgency: tuple[int, ...]
    practice: int


def first_steps(found: Found) -> list[dict[str, int]]:
    """Return, for the first, second and third step to begin with, each step with its rows."""
    steps = list(_steps(found))
    now = _now(found, steps)
    begun: list[dict[str, int]] = [defaultdict(int) for _ in range(FIRST)]
    # Rows that have so many steps already.
    counted = [found.rows.full, *[0] * FIRST]
    levels = len(steps[0].urgency) if steps else 0
    for level, by_practice in product(range(levels - 1, -1, -1), (False, True)):
        for step in steps:
            rows = now[step.id] & step.urgency[level]
            rows &= step.practice if by_practice else ~step.practice
            if not rows:
                continue
            for place in range(FIRST - 1, -1, -1):
                here = rows & counted[place] & ~counted[place + 1]
                if here:
                    begun[place][step.id] |= here
                    counted[place + 1] |= here
    return begun


def _steps(found: Found) -> Iterator[_Step]:
    """Yield the steps that some row is advised, in their order; urgency counts from none up."""
    shown, words = found.base.shown, found.base.vocabulary
    priority = shown.filling("needs", "priority")
    ranks = words.values_of(priority) if priority else ()
    for basis in _BASES:
        attribute = shown.filling("strategies", basis)
        after = shown.filling("strategies", f"{basis}_after")
        kind = words.attributes[attribute].of if attribute else ""
        for step in (e.id for e in words.kinds[kind].entries) if kind else ():
            for value, rows in found.shows(attribute, step).items():
                waiting = 0
                for about in found.shows(after, step).values():
                    waiting |= about
                answered = {
                    need: about
                    for name in ("answers_need", "answers")
                    for need, about in found.holds(name, step).items()
                }
                left, urgency = found.rows.full, []
                for rank in reversed(ranks):
                    here = 0
                    for need, about in answered.items():
                        here |= about & found.shows(priority, need).get(rank, 0)
                    urgency.append(here & left)
                    left &= ~here
                practice = _practice(found, Fact(attribute, step, value))
                yield _Step(
                    step,
                    rows & waiting,
                    rows & ~waiting,
                    (left, *reversed(urgency)),
                    practice,
                )


def _now(found: Found, steps: list[_Step]) -> dict[str, int]:
    """Return the rows in which each step begins now: most urgent, or waited for by others."""
    shown = found.base.shown
    awaited: dict[str, int] = defaultdict(int)
    after = [shown.filling("strategies", f"{basis}_after") for basis in _BASES]
    for step in steps:
        for attribute in after:
            for milestone, rows in found.shows(attribute, step.id).items():
                awaited[milestone] |= rows & step.waiting
    top, above = [], 0
    levels = len(steps[0].urgency) if steps else 0
    for level in range(levels - 1, -1, -1):
        here = 0
        for step in steps:
            here |= step.free & step.urgency[level]
        top.append(here & ~above)
        above |= here
    top.reverse()
    now = {}
    for step in steps:
        rows = 0
        for level, about in enumerate(top):
            rows |= about & step.urgency[level]
        for name in REACHES:
            for milestone, about in found.holds(name, step.id).items():
                rows |= about & awaited[milestone]
        now[step.id] = rows & step.free
    return now


def _practice(found: Found, concluded: Fact) -> int:
    """Return the rows in which a step rests on practice: no rule of the study calls for it."""
    holding, base = found.holding, found.base
    own = base.vocabulary.entries[concluded.subject][1].facts.get("mark", ())
    if set(own) & set(_BY_PRACTICE):
        return found.rows.full
    bodies = holding.program.bodies
    ruled = of_study = 0
    for instance in bodies.get(concluded, ()):
        fired = holding.fired(instance)
        for called in {f for choices in instance.positive for f in choices if f in bodies}:
            rows = fired & holding.worlds.get(called, 0)
            if not rows:
                continue
            for body in bodies[called]:
                about = rows & holding.fired(body)
                ruled |= about
                if base.rule[body.clause.rule].layer == "paper":
                    of_study |= about
    return ruled & ~of_study


def leads(found: Found, step: str, rows: int) -> Iterator[tuple[Lead, int]]:
    """Yield who leads a step (see `recommendation.parties`), with the rows."""
    entries = found.base.vocabulary.entries
    facts = entries[step][1].facts
    first = [*facts.get("done_by", ()), *facts.get("for_kind", ())]
    left = rows
    for kind in [*first, *facts.get("else_by", ())]:
        for one in (kind, *entries[kind][1].facts.get("stood_in_by", ())):
            counted = [
                (actor, about)
                for actor, about in _in_order(found)
                if one in (actor.kind, *found.holds("counts_as", actor.kind))
            ]
            parts: list[tuple[tuple[Actor, ...], int]] = [((), left)]
            for actor, about in counted:
                parts = [
                    (named, here)
                    for before, present in parts
                    for named, here in (
                        ((*before, actor), present & about),
                        (before, present & ~about),
                    )
                    if here
                ]
            for named, here in parts:
                if named:
                    yield (named, None), here
                    left &= ~here
    if left:
        yield ((), first[0] if first else None), left


def _in_order(found: Found) -> list[tuple[Actor, int]]:
    """Return the actors by kind as declared, then id, as in a profile."""
    order = {kind: rank for rank, kind in enumerate(found.base.vocabulary.values_of(KIND))}
    return sorted(
        found.rows.actors, key=lambda one: (order.get(one[0].kind, len(order)), one[0].id)
    )
