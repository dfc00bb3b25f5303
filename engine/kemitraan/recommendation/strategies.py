"""The rows of the strategy: steps specific to this sentra, then the baseline all share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kemitraan.fact import Fact
from kemitraan.recommendation.model import Labelled, StrategyEntry

if TYPE_CHECKING:
    from kemitraan.recommendation.sections import Maker


def strategies(maker: Maker) -> tuple[StrategyEntry, ...]:
    """Return every recommended step: specific before baseline, then in the catalogue's order.

    Specific steps that wait for nothing come first, those that answer urgent needs before others.
    """
    specific = _rows(maker, "specific")
    rank = maker.view.order(maker.attribute("needs", "priority"))
    specific.sort(key=lambda s: (s.timing == "after", -rank[s.priority.id] if s.priority else 0))
    return (*specific, *_rows(maker, "baseline"))


def _rows(maker: Maker, basis: Literal["baseline", "specific"]) -> list[StrategyEntry]:
    return [
        _row(maker, concluded, basis)
        for step in maker.view.owners(maker.attribute("strategies", basis))
        for concluded in maker.facts("strategies", step, basis)
    ]


def _row(maker: Maker, concluded: Fact, basis: Literal["baseline", "specific"]) -> StrategyEntry:
    view, step = maker.view, concluded.subject
    waits = maker.attribute("strategies", f"{basis}_after")
    entry = view.vocabulary.entries[step][1]
    kind = view.value("done_by" if basis == "specific" else "for_kind", step)
    # A programme gives those who carry it out a role of its own; a step leaves them theirs.
    role_of = view.labelled("programme_role", view.value("programme_role", step))
    actors = [a for a in view.scenario.actors if a.kind == kind]
    groups = {g.id: g for a in actors for g in [maker.single("actors", a.id, "group")] if g}
    roles = (
        [role_of] if role_of else [r for a in actors for r in maker.values("actors", a.id, "role")]
    )
    after = maker.values("strategies", step, f"{basis}_after")
    priorities = [
        priority
        for need in view.values("answers_need", step)
        if (priority := maker.single("needs", need, "priority"))
    ]
    rank = view.order(maker.attribute("needs", "priority"))
    timing = [Fact(waits, step, milestone.id) for milestone in after]
    # What begins now may have to wait once more is known.
    milestones = sorted(view.order(waits))
    awaited = [Fact(waits, step, milestone) for milestone in milestones if not after]
    later = [fact for fact in awaited if maker.completions.may_be(fact)]
    return StrategyEntry(
        actor=tuple(Labelled(id=a.id, label=view.actors[a.id]) for a in actors),
        kind=Labelled(id=kind, label=view.label(kind)) if kind else None,
        together_with=view.all_labelled("done_with", step),
        group=tuple(groups.values()),
        role=tuple({r.id: r for r in roles}.values()),
        strategy=entry.texts["strategy"],
        programme=entry.label,
        output=entry.texts["output"],
        indicator=entry.texts["indicator"],
        basis=basis,
        timing="after" if after else "now",
        after=after,
        priority=max(priorities, key=lambda p: rank[p.id], default=None),
        **maker.fields(
            concluded,
            step,
            by=[concluded, *timing],
            says=[concluded, *timing, *later],
        ),
    )
