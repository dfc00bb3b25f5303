"""The slow way to look at a changed case: conclude it anew, and see what it shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kemitraan.case import concluded
from kemitraan.recommendation.view import conclusion_word
from kemitraan.worlds.axes import NO
from kemitraan.worlds.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kemitraan.case import Case
    from kemitraan.worlds.axes import Axis


def changed(case: Case, world: Mapping[Axis, int]) -> Case:
    """Return the case with some axes moved, concluded anew; rules are taken out of the base."""
    worlds = Worlds(case.base, [case.scenario], case.choice, tuple(world))
    off = {a.name for a, place in world.items() if a.kind == "rule" and a.alternatives[place] == NO}
    kept = tuple(r for r in case.base.all_rules if r.id not in off)
    base = replace(case.base, all_rules=kept) if off else case.base
    return concluded(base, *worlds.profile(world))


def shown_words(case: Case, attributes: Collection[str]) -> set[str]:
    """Return the words of the conclusions of some attributes that the recommendation shows."""
    steps = {s.id for s in case.recommendation.strategies}
    return {
        conclusion_word(fact)
        for fact in case.admitted
        if fact.attribute in attributes
        and (not fact.attribute.endswith("_after") or fact.subject in steps)
    }
