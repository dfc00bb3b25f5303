"""Inferences and proofs over random rule bases: order, pruning, replay, cycles."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from kemitraan.fact import Fact
from kemitraan.knowledge.compile import compile_rules
from kemitraan.logic.infer import infer
from kemitraan.logic.proof import explain, parts, rules_of, stated, supports
from tests.logic.random_bases import random_clauses, random_facts, random_rules, seeded
from tests.logic.small import clause, pattern, python

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.knowledge.compile import Clause
    from kemitraan.logic.infer import Inference

SEEDS = range(100)


def worlds() -> Iterator[tuple[int, tuple[Clause, ...], list[Fact]]]:
    """Yield random clauses and facts with the seed they come from."""
    for seed in SEEDS:
        random = seeded(seed)
        yield seed, random_clauses(random), random_facts(random)


def as_text(inference: Inference) -> str:
    """Return everything about an inference: its facts, derivations and proofs."""
    proofs = [
        (explain(inference, fact), rules_of(explain(inference, fact))) for fact in inference.derived
    ]
    return f"{inference!r} {proofs!r} {sorted(inference.levels.items())!r}"


# inference


def test_pruning_changes_nothing() -> None:
    for seed, clauses, facts in worlds():
        assert infer(clauses, facts) == infer(clauses, facts, prune=False), seed


def test_the_order_of_clauses_rules_and_facts_changes_nothing() -> None:
    for seed in SEEDS:
        random = seeded(seed)
        rules, facts = random_rules(random), random_facts(random)
        first = as_text(infer(compile_rules(rules), facts))
        random.shuffle(rules)
        random.shuffle(facts)
        clauses = list(compile_rules(rules))
        random.shuffle(clauses)
        assert as_text(infer(clauses, facts)) == first, seed


def digest_of_all(number: int = 20) -> str:
    """Return a digest of many inferences, with their proofs and supports."""
    digest = hashlib.sha256()
    for seed in SEEDS[:number]:
        random = seeded(seed)
        clauses, facts = random_clauses(random), random_facts(random)
        found = infer(clauses, facts)
        digest.update(as_text(found).encode())
        for fact in found.derived[::5]:
            digest.update(repr(supports(found, clauses, fact)).encode())
    return digest.hexdigest()


def test_every_process_infers_the_same() -> None:
    code = "from tests.logic.test_proof import digest_of_all as d; print(d())"
    assert {python(code, seed) for seed in (0, 1, 2)} == {digest_of_all()}


def test_a_fact_both_given_and_derived_is_in_both_lists_and_its_own_proof() -> None:
    clauses = [clause(0, ("b", "s", "yes"), (pattern("a", "yes"),))]
    a, b = Fact("a", "s", "yes"), Fact("b", "s", "yes")
    found = infer(clauses, [b, a])
    assert (found.given, found.derived) == ((a, b), (b,))
    assert stated(explain(found, b)) == (b,)
    assert rules_of(explain(found, b)) == ()
    assert found.levels == {a: 0, b: 0}


# proofs


def test_a_proof_shows_every_derivation_in_the_order_of_the_rules() -> None:
    clauses = [
        clause(2, ("c", "s", "yes"), (pattern("b", "yes"),)),
        clause(1, ("c", "s", "yes"), (pattern("b", "yes"), pattern("a", "yes"))),
        clause(0, ("b", "s", "yes"), (pattern("a", "yes", "no"),)),
    ]
    a, b, c = (Fact(attribute, "s", "yes") for attribute in "abc")
    proof = explain(infer(clauses, [a]), c)
    assert [(s.rule, [p.fact for p in s.premises]) for s in proof.derivations] == [
        ("R-01", [b, a]),
        ("R-02", [b]),
    ]
    assert (rules_of(proof), stated(proof)) == (("R-00", "R-01", "R-02"), (a,))


def test_a_circle_of_rules_is_left_out_of_the_proof() -> None:
    clauses = [
        clause(0, ("a", "s", "yes"), (pattern("start", "yes"),)),
        clause(1, ("b", "s", "yes"), (pattern("a", "yes"),)),
        clause(2, ("a", "s", "yes"), (pattern("b", "yes"),)),
    ]
    found = infer(clauses, [Fact("start", "s", "yes")])
    assert len(found.derivations[Fact("a", "s", "yes")]) == 2
    assert rules_of(explain(found, Fact("a", "s", "yes"))) == ("R-00",)


def test_what_does_not_hold_has_no_proof() -> None:
    with pytest.raises(KeyError):
        explain(infer([], []), Fact("a", "s", "yes"))


def test_proofs_have_no_cycle_and_end_in_what_was_stated() -> None:
    for seed, clauses, facts in worlds():
        found = infer(clauses, facts)
        given = set(found.given)
        for fact in found.derived:
            proof = explain(found, fact)
            for part in parts(proof):
                assert (part.fact in given) != bool(part.derivations), seed
                place = (found.levels[part.fact], part.fact)
                for step in part.derivations:
                    assert len(step.premises) == len(step.clause.positive)
                    assert len(step.absences) == len(step.clause.negative)
                    for premise in step.premises:
                        assert (found.levels[premise.fact], premise.fact) < place, seed


# supports


def test_the_support_of_a_conclusion_derives_it_alone() -> None:
    beyond = 0
    for seed, clauses, facts in worlds():
        found = infer(clauses, facts)
        for fact in found.derived:
            support = supports(found, clauses, fact)
            assert set(stated(explain(found, fact))) <= set(support) <= set(found.given), seed
            assert fact in infer(clauses, support).facts, seed
            beyond += support != stated(explain(found, fact))
    assert beyond, "no support needed a blocker: the random bases have become too tame"


def test_a_support_has_what_keeps_out_a_fact_that_must_be_absent() -> None:
    """Without the smith there is wear, so a fault; without money the smith is on strike."""
    yes = "yes"
    rules = [
        ("paid", "money", "nothing"),
        ("strike", "start", "paid"),
        ("repaired", "smith", "strike"),
        ("worn", "start", "repaired"),
        ("fault", "worn", "nothing"),
        ("goal", "start", "fault"),
    ]
    clauses = [
        clause(n, (head, "s", yes), (pattern(needs, yes),), (pattern(unless, yes),), stratum=n)
        for n, (head, needs, unless) in enumerate(rules)
    ]
    given = [Fact(attribute, "s", "yes") for attribute in ("money", "other", "smith", "start")]
    goal = Fact("goal", "s", "yes")
    found = infer(clauses, given)
    assert stated(explain(found, goal)) == (Fact("start", "s", "yes"),)
    assert [f.attribute for f in supports(found, clauses, goal)] == ["money", "smith", "start"]


def test_what_was_stated_supports_itself() -> None:
    fact = Fact("a", "s", "yes")
    assert supports(infer([], [fact]), [], fact) == (fact,)
