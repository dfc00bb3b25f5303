"""Clauses grounded from a fact down are those grounded from facts up, and more."""

from __future__ import annotations

from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.logic.program import ground, instances_for
from tests.logic.random_bases import SUBJECTS, random_clauses, random_facts, seeded


def test_every_instance_that_could_fire_is_found_from_what_it_concludes() -> None:
    """With the same subjects named, and among its choices all that could match."""
    # Random facts may make a subject one of two kinds.
    everybody = tuple(s for kind, found in SUBJECTS.items() if kind != SENTRA for s in found)
    subjects = dict.fromkeys(SUBJECTS, everybody) | {SENTRA: SUBJECTS[SENTRA]}
    met = 0
    for seed in range(60):
        random = seeded(seed)
        clauses = random_clauses(random)
        for fact, firing in ground(clauses, random_facts(random)).bodies.items():
            found = {
                (one.clause.name, one.this, one.it): one
                for one in instances_for(clauses, fact, subjects)
            }
            assert all(fact in one.heads for one in found.values())
            for one in firing:
                met += 1
                whole = found[one.clause.name, one.this, one.it]
                assert fact in whole.heads
                for choices, every in zip(one.positive, whole.positive, strict=True):
                    assert set(choices) <= set(every)
                absent = {fact for every in whole.negative for fact in every}
                assert absent >= {fact for choices in one.negative for fact in choices}
    assert met > 1000
