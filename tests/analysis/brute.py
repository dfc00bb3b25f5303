"""The slow way to look at a changed case: conclude it anew, and see what it shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kemitraan.case import concluded
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
    """Return the words of what the recommendation itself lists, of some attributes."""
    found = case.recommendation
    ready = found.readiness
    words = {f"partnership_type={t.id}" for t in found.partnership_types}
    words |= {f"{t.id}.fit={t.fit.id}" for t in found.partnership_types if t.fit}
    words |= {f"focus={f.id}" for t in found.partnership_types for f in t.focus}
    words |= {f"partnership_readiness={ready.partnership.id}"} if ready.partnership else set()
    words |= {f"stage_in_force={ready.stage.id}"} if ready.stage else set()
    words |= {f"{g.id}.gate_status={g.status.id}" for g in ready.gates}
    words |= {f"{a.id}.group={a.group.id}" for a in found.actors if a.group}
    words |= {w for n in found.needs for w in (f"need={n.id}", f"{n.id}.priority={n.priority.id}")}
    for step in found.strategies:
        own = step.basis == "specific"
        words.add(f"{step.id}.{'proposed' if own else 'recommended'}=yes")
        after = "action_after" if own else "programme_after"
        words |= {f"{step.id}.{after}={milestone.id}" for milestone in step.after}
    return {w for w in words if w.split("=")[0].split(".")[-1] in attributes}
