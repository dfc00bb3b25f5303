"""How firm the headlines are: the verdict on each type, and readiness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.report.firm import READY, Firm
from kemitraan.worlds.axes import assumption_axes
from kemitraan.worlds.combinations import combinations
from kemitraan.worlds.worlds import Worlds

if TYPE_CHECKING:
    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.worlds.combinations import Combinations


def headlines(case: Case) -> tuple[Firm, ...]:
    """Return how firm each headline is, in the order of the recommendation."""
    shown = case.base.shown
    types = shown.filling("partnership_types", "verdict")
    ready = shown.filling("readiness", "partnership")
    order = [one.type for one in case.recommendation.partnership_types]
    facts = sorted(
        (f for f in case.admitted if f.attribute in (types, ready)),
        key=lambda f: (f.subject == SENTRA, order.index(f.subject) if f.subject in order else 0),
    )
    axes = tuple(assumption_axes(case.base, case.choice))
    worlds = Worlds(case.base, [case.scenario], case.choice, axes)
    every = combinations(worlds, facts)
    return tuple(_firm(case, fact, every[fact]) for fact in facts)


def _firm(case: Case, fact: Fact, over: Combinations) -> Firm:
    moved = {
        axis: over.count(over.space.union(to) ^ over.shown) for axis, to in over.moved().items()
    }
    names = [over.worlds.axes[a].name for a in sorted(moved, key=lambda a: -moved[a]) if moved[a]]
    return Firm(
        headline=READY if fact.subject == SENTRA else case.view.label(fact.subject),
        settled=case.completions.surely(fact),
        holds=over.holds,
        of=over.tested,
        movers=tuple(case.base.assumptions[name].label for name in names),
    )
