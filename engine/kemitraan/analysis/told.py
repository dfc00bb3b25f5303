"""What is told of the aspects of a recommendation that may flip, now and in other worlds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.recommendation.differences import told_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kemitraan.case import Case
    from kemitraan.fact import Fact


def told_now(case: Case) -> frozenset[Fact]:
    """Return what the recommendation of a case tells of the aspects."""
    counted = case.base.shown.aspect_of
    return told_of(case.view, (f for f in case.admitted if f.attribute in counted))


def apart(found: Mapping[Fact, int], now: Collection[Fact], full: int) -> dict[Fact, int]:
    """Return, for each fact, the worlds in which it is told otherwise than now."""
    return {fact: full ^ worlds if fact in now else worlds for fact, worlds in found.items()}
