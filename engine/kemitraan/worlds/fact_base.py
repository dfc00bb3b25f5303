"""The facts of one profile under one choice of assumptions: a space of one world."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.scenario.evidence import Backing
from kemitraan.worlds.reading_in import ReadingIn
from kemitraan.worlds.space import Space

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kemitraan.fact import Fact, Slot
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.scenario.evidence import Contest
    from kemitraan.scenario.model import Claim, Scenario


@dataclass(frozen=True)
class FactBase:
    """Everything an inference starts from, for one scenario under one choice of assumptions.

    `fixed` are the facts nobody stated: catalogues, kinds, assumptions. `origin` gives the
    claims behind each stated fact. `readings` names the assumptions that made a fact, or changed
    it from what was said; `lowered` gives, for each level that was taken down, the one stated.
    `unknown` lists inputs without a fact; `words` holds free texts.
    """

    facts: tuple[Fact, ...]
    fixed: frozenset[Fact]
    origin: Mapping[Fact, tuple[Claim, ...]]
    contested: tuple[Contest, ...]
    unknown: tuple[Slot, ...]
    words: Mapping[Slot, str]
    readings: Mapping[Fact, tuple[str, ...]]
    lowered: Mapping[Fact, Fact]


def fact_base(base: RuleBase, scenario: Scenario, choice: Mapping[str, str]) -> FactBase:
    """Return the facts of a scenario under a choice of assumptions (all of them, by name)."""
    reading = ReadingIn(base, scenario, choice)
    given = reading.given(ONE)
    facts = tuple(sorted(given.facts))
    backed = _backed(reading)
    for lowered in given.lowered:
        backing = backed.pop(lowered.before)
        by = backing.assumptions | {lowered.assumption}
        backed[lowered.now] = Backing(backing.claims, by)
    stated = {f: backed[f] for f in facts if given.facts[f].stated}
    known = {fact.slot for fact in facts}
    ignored = {name for _, r in reading.readings() for name in r.ignore}
    made = {fact: set(backing.assumptions) for fact, backing in stated.items()}
    for filled in given.filled:
        made.setdefault(filled.fact, set()).add(filled.assumption)
    contests = (contest for group in reading.groups for contest in reading.weighed(group)[1])
    chosen = {fact for fact in facts if fact.attribute in base.assumptions}
    return FactBase(
        facts=facts,
        fixed=reading.catalogue | chosen,
        origin={fact: backing.claims for fact, backing in stated.items()},
        contested=tuple(sorted(contests, key=lambda c: (c.subject, c.attribute))),
        unknown=tuple(
            slot
            for slot in reading.askable()
            if slot not in known
            and slot.attribute not in ignored
            and not reading.merged_away(slot.subject, ONE)
        ),
        words=_free_texts(scenario),
        readings={f: tuple(sorted(made[f])) for f in facts if made.get(f)},
        lowered={one.now: one.before for one in given.lowered},
    )


ONE = Space(1, [])
"""The space of a single world."""


def _backed(reading: ReadingIn) -> dict[Fact, Backing]:
    """Return what stands behind each fact that the claims come to."""
    return {f: b for group in reading.groups for f, b in reading.weighed(group)[0].items()}


def _free_texts(scenario: Scenario) -> dict[Slot, str]:
    """Return what people said in their own words, several statements in one order."""
    found: dict[Slot, set[str]] = defaultdict(set)
    for claim in scenario.claims:
        if claim.words:
            found[claim.slot].add(claim.words)
    return {slot: "; ".join(sorted(found[slot])) for slot in sorted(found)}
