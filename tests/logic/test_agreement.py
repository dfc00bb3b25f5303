"""experta, through `infer`, and CLIPS agree on random rule bases: every fact, every derivation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kemitraan.logic.infer import infer
from tests.logic.clips_engine import ClipsBase, ClipsFiring
from tests.logic.random_bases import random_clauses, random_facts, seeded

if TYPE_CHECKING:
    from kemitraan.logic.infer import Inference

BATCHES = 20
FACT_SETS = 5
"""How many sets of facts each rule base is tried on."""


def firings_of(inference: Inference) -> tuple[ClipsFiring, ...]:
    """Return the firings behind an inference in the form in which CLIPS reports them."""
    found = {
        ClipsFiring(d.clause.order, d.this, d.premises)
        for derivations in inference.derivations.values()
        for d in derivations
    }
    return tuple(sorted(found))


@pytest.mark.parametrize("batch", range(BATCHES))
def test_experta_and_clips_reach_the_same_facts_by_the_same_firings(
    batch: int, pytestconfig: pytest.Config
) -> None:
    bases = -(-pytestconfig.getoption("--pairs") // (BATCHES * FACT_SETS))
    fired = 0
    for seed in range(batch * bases, (batch + 1) * bases):
        random = seeded(seed)
        clauses = random_clauses(random)
        reference = ClipsBase(clauses)
        for number in range(FACT_SETS):
            facts = random_facts(random)
            expected = reference.run(facts)
            found = infer(clauses, facts)
            where = f"rule base of seed {seed}, set of facts {number}"
            assert found.facts == expected.facts, where
            assert firings_of(found) == expected.firings, where
            fired += len(expected.firings)
    assert fired > bases, "the random bases hardly conclude anything"
