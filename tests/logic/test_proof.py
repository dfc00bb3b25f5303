"""Inferences and proofs over random rule bases: order, pruning, truth, cycles."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from kemitraan.fact import Fact
from kemitraan.knowledge.compile import compile_rules
from kemitraan.knowledge.language import IT, THIS
from kemitraan.logic.infer import infer
from kemitraan.logic.proof import explain, parts, stated
from tests.logic.random_bases import random_clauses, random_facts, random_rules, seeded
from tests.logic.small import clause, pattern, python, rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.knowledge.compile import Clause, Pattern
    from kemitraan.logic.infer import Inference
    from kemitraan.logic.proof import Proof

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


@pytest.mark.slow
def test_pruning_changes_nothing() -> None:
    for seed, clauses, facts in worlds():
        assert infer(clauses, facts) == infer(clauses, facts, prune=False), seed


@pytest.mark.slow
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
    """Return a digest of many inferences, with their proofs."""
    digest = hashlib.sha256()
    for seed in SEEDS[:number]:
        random = seeded(seed)
        digest.update(as_text(infer(random_clauses(random), random_facts(random))).encode())
    return digest.hexdigest()


@pytest.mark.slow
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


def hold_against_clauses(proof: Proof, held: frozenset[Fact]) -> None:
    """Assert that every step of a proof is what its clause says, in a world with these facts."""
    for part in parts(proof):
        for step in part.derivations:
            premises = [premise.fact for premise in step.premises]
            pairs = list(zip(step.clause.positive, premises, strict=True))
            it = {fact.subject for pattern, fact in pairs if pattern.subject == IT}
            assert len(it) <= 1
            names = {THIS: step.this or "", IT: "".join(it)}
            assert held.issuperset(premises)
            assert all(matches(pattern, fact, names) for pattern, fact in pairs)
            for absent, said in zip(step.clause.negative, step.absences, strict=True):
                assert not any(matches(absent, fact, names) for fact in held)
                subject = names.get(absent.subject, absent.subject)
                values = {names[absent.variable]} if absent.variable else absent.values
                assert said == (absent.attribute, subject, values, None)
            assert part.fact in {
                Fact(h.attribute, names.get(h.subject, h.subject), names.get(h.value, h.value))
                for h in step.clause.heads
            }


def matches(pattern: Pattern, fact: Fact, names: dict[str, str]) -> bool:
    """Tell whether a fact matches a pattern in which `this` and `it` have these names."""
    values = {names[pattern.variable]} if pattern.variable else pattern.values
    subject = names.get(pattern.subject, pattern.subject)
    return (fact.attribute, fact.subject) == (pattern.attribute, subject) and fact.value in values


def test_every_step_of_a_proof_is_what_its_clause_says() -> None:
    for _, clauses, facts in worlds():
        found = infer(clauses, facts)
        for fact in found.derived:
            hold_against_clauses(explain(found, fact), found.facts)


def denies_nothing(proof: Proof) -> bool:
    """Tell whether no step of the proof needs anything absent."""
    return not any(step.absences for part in parts(proof) for step in part.derivations)


@pytest.mark.slow
def test_what_a_proof_without_absences_rests_on_derives_the_conclusion_alone() -> None:
    less = 0
    for seed, clauses, facts in worlds():
        found = infer(clauses, facts)
        for fact in found.derived:
            if denies_nothing(proof := explain(found, fact)):
                needed = stated(proof)
                assert fact in infer(clauses, needed).facts, seed
                less += len(needed) < len(found.given)
    assert less > len(SEEDS)
