"""The slow way to look at a changed case: conclude it anew, and see what it shows."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import kemitraan
from kemitraan.case import concluded
from kemitraan.recommendation.build import build
from kemitraan.recommendation.completions import Completions
from kemitraan.worlds.axes import NO
from kemitraan.worlds.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.worlds.axes import Axis

TESTS = Path(__file__).parents[1]
CRAFT = TESTS / "recommendation" / "profiles" / "craft.yaml"
FOOD = TESTS / "recommendation" / "profiles" / "food.yaml"
UNSTUDIED = tuple(
    f"{kind}.group_found=?"
    for kind in (
        "local_government",
        "sentra_manager",
        "tourism_business",
        "financial_institution",
        "academia",
        "training_institution",
    )
)
"""Takes away what the study found of groups, so that they are read from levels."""
MEASURED = TESTS / "analysis" / "profiles" / "measured.yaml"

_shown: dict[object, frozenset[Fact]] = {}
_words: dict[object, set[str]] = {}


@cache
def examined(name: str | Path, *assume: str, settings: tuple[str, ...] = ()) -> Case:
    """Return a case; each is examined once, all over the same rules."""
    return kemitraan.examine(name, assume=assume, settings=settings, base=rules())


@cache
def rules() -> RuleBase:
    """Return the shipped rules."""
    return kemitraan.load_rulebase()


def shown(worlds: Worlds, world: Mapping[int, int]) -> frozenset[Fact]:
    """Return what is shown where each axis is at this alternative (0 where not named).

    Every profile is concluded anew, but none twice.
    """
    at = {worlds.axes[place]: alternative for place, alternative in world.items()}
    scenario, choice = worlds.profile(at)
    base, stated = worlds.base, replace(scenario, about=None)
    key = (base.digest, base.layers, stated, *sorted(choice.items()))
    if key not in _shown:
        _shown[key] = frozenset(concluded(base, scenario, choice).admitted)
    return _shown[key]


def changed(case: Case, world: Mapping[Axis, int]) -> Case:
    """Return the case with some axes moved, concluded anew; rules are taken out of the base."""
    worlds = Worlds(case.base, [case.scenario], case.choice, tuple(world))
    off = {a.name for a, place in world.items() if a.kind == "rule" and a.alternatives[place] == NO}
    kept = tuple(r for r in case.base.all_rules if r.id not in off)
    base = replace(case.base, all_rules=kept) if off else case.base
    return concluded(base, *worlds.profile(world))


def shown_words(case: Case, attributes: Collection[str]) -> set[str]:
    """Return the words of what the recommendation itself lists, of some attributes.

    It is made once of the same facts: what is assumed tells in them.
    """
    facts = (f for f in case.inference.facts if f.attribute not in case.base.assumptions)
    key = (case.base.digest, case.scenario.actors, *facts, *case.admitted)
    if key not in _words:
        _words[key] = _listed(case)
    return {w for w in _words[key] if w.split("=")[0].split(".")[-1] in attributes}


def _listed(case: Case) -> set[str]:
    # What may change is of no matter here, so that nothing is completed.
    nothing = Completions(case.base, case.scenario, case.choice, ())
    found = build(case.view, case.withheld, nothing, case.info, case.made_with)
    ready = found.readiness
    words = {f"{t.id}.verdict={t.verdict.id}" for t in found.partnership_types}
    words |= {f"{t.id}.fit={t.fit.id}" for t in found.partnership_types if t.fit}
    words |= {f"focus={f.id}" for t in found.partnership_types for f in t.focus}
    words |= {f"partnership_readiness={ready.partnership.id}"} if ready.partnership else set()
    words |= {f"stage_in_force={ready.stage.id}"} if ready.stage else set()
    words |= {f"key_factor_lacking={factor.id}" for factor in ready.lacking}
    words |= {f"{g.id}.gate_status={g.status.id}" for g in ready.gates}
    words |= {f"{a.id}.group={a.group.id}" for a in found.actors if a.group}
    words |= {w for n in found.needs for w in (f"need={n.id}", f"{n.id}.priority={n.priority.id}")}
    for step in found.strategies:
        if step.timing == "done":
            continue
        own = step.basis == "specific"
        words.add(f"{step.id}.{'in_plan' if own else 'scheduled'}=yes")
        after = "action_after" if own else "programme_after"
        words |= {f"{step.id}.{after}={milestone.id}" for milestone in step.after}
    return words
