"""What is told of the aspects of a recommendation that may flip, now and in other worlds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.recommendation.differences import told, told_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.worlds.worlds import Worlds


def told_now(case: Case) -> frozenset[Fact]:
    """Return what the recommendation of a case tells of the aspects."""
    counted = case.base.shown.aspect_of
    return frozenset(f for f in told_of(case.view, case.admitted) if f.attribute in counted)


def with_beside(case: Case, worlds: Worlds, targets: Iterable[Fact]) -> list[Fact]:
    """Return facts, and all beside which alone they are told."""
    wanted = set(targets)
    shown = case.base.shown
    beside = {shown[fact.attribute].beside for fact in wanted}
    return sorted(wanted.union(f for f in worlds.program.bodies if f.attribute in beside))


def apart(
    case: Case, found: Mapping[Fact, int], targets: Iterable[Fact], full: int
) -> dict[Fact, int]:
    """Return, for each of some facts, the worlds in which it is told otherwise than now.

    `found` has the worlds in which they hold, and in which all does beside which they are told.
    """
    now, where = told_now(case), told(case.view, found)
    return {f: full ^ where[f] if f in now else where[f] for f in targets}
