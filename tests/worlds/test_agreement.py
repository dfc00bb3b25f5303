"""Worlds, experta and CLIPS agree on random rule bases: every fact, every firing of a proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kemitraan.logic.holding import Holding
from kemitraan.logic.infer import infer
from kemitraan.logic.program import ground
from tests.logic.clips_engine import ClipsBase, firings_of
from tests.logic.random_bases import random_clauses, random_facts, seeded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from kemitraan.fact import Fact
    from kemitraan.knowledge.compile import Clause

BATCHES = 20
WORLDS = 50
"""How many worlds each rule base is evaluated over; in every second one of them rules are off."""


def some_rules(random: Random, clauses: Sequence[Clause]) -> frozenset[str]:
    """Return a few rules to switch off."""
    return frozenset(rule for rule in sorted({c.rule for c in clauses}) if random.random() < 0.2)


@pytest.mark.slow
@pytest.mark.parametrize("batch", range(BATCHES))
def test_worlds_experta_and_clips_reach_the_same_facts_by_the_same_firings(
    batch: int, pytestconfig: pytest.Config
) -> None:
    bases = -(-pytestconfig.getoption("--worlds") // (BATCHES * WORLDS))
    varying = 0
    for seed in range(batch * bases, (batch + 1) * bases):
        random = seeded(seed)
        clauses = random_clauses(random)
        off = some_rules(random, clauses)
        facts = [frozenset(random_facts(random)) for _ in range(WORLDS)]
        given: dict[Fact, int] = {}
        for number, stated in enumerate(facts):
            for fact in stated:
                given[fact] = given.get(fact, 0) | 1 << number
        full = (1 << WORLDS) - 1
        # The rules are off in the worlds of odd number.
        odd = sum(1 << number for number in range(1, WORLDS, 2))
        switched = dict.fromkeys(off, full ^ odd)
        found = Holding(ground(clauses, sorted(given)), given, full, switched).worlds
        left = [c for c in clauses if c.rule not in off]
        engines = (clauses, ClipsBase(clauses)), (left, ClipsBase(left))
        for number, stated in enumerate(facts):
            own, clips = engines[number % 2]
            here = {fact for fact, worlds in found.items() if worlds >> number & 1}
            where = f"rule base of seed {seed}, world {number}"
            expected = clips.run(stated)
            inference = infer(own, stated)
            assert here == inference.facts == expected.facts, where
            assert firings_of(inference) == expected.firings, where
        varying += sum(0 < w < full for f, w in found.items() if f not in given)
    assert varying > bases, "hardly anything follows in some worlds and not in others"
