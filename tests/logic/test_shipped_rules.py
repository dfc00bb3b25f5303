"""experta and CLIPS agree on the shipped rules, on random profiles; order never matters."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from kemitraan.fact import Fact
from kemitraan.knowledge.compile import IS
from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.logic.infer import Inference, infer
from kemitraan.logic.proof import explain, stated
from tests.logic.clips_engine import ClipsBase, firings_of
from tests.logic.test_proof import denies_nothing, hold_against_clauses

if TYPE_CHECKING:
    from kemitraan.knowledge.rulebase import RuleBase

BATCHES = 4


@pytest.fixture(scope="module")
def base() -> RuleBase:
    return load_rulebase()


@pytest.fixture(scope="module")
def clips(base: RuleBase) -> ClipsBase:
    return ClipsBase(base.clauses)


def random_profile(base: RuleBase, random: Random) -> list[Fact]:
    """Return the facts of a random profile: any inputs, actors and alternatives."""
    words = base.vocabulary
    facts = {Fact(IS, SENTRA, SENTRA)}
    for kind in words.kinds.values():
        for entry in kind.entries:
            facts.add(Fact(IS, entry.id, kind.id))
            facts |= {Fact(a, entry.id, v) for a, values in entry.facts.items() for v in values}
    for assumption in base.assumptions.values():
        ids = [a.id for a in assumption.alternatives]
        # Mostly the default, so that the rules of one alternative meet.
        chosen = random.choice(ids) if random.random() < 0.3 else assumption.default
        facts.add(Fact(assumption.name, SENTRA, chosen))
    actors = [f"actor_{n}" for n in range(random.randint(0, 8))]
    facts |= {Fact(IS, a, ACTOR) for a in actors}
    density = random.choice([0.1, 0.4, 0.8])
    for attribute in words.attributes.values():
        if attribute.role != "input":
            continue
        subjects = (
            [SENTRA]
            if attribute.of == SENTRA
            else actors
            if attribute.of == ACTOR
            else [e.id for e in words.kinds[attribute.of].entries]
        )
        for subject in subjects:
            if attribute.id != "kind" and random.random() > density:
                continue
            values = list(words.values_of(attribute.id))
            number = random.randint(1, len(values)) if attribute.many else 1
            facts |= {Fact(attribute.id, subject, v) for v in random.sample(values, number)}
    return sorted(facts)


@pytest.mark.slow
@pytest.mark.parametrize("batch", range(BATCHES))
def test_experta_and_clips_agree_on_random_profiles(
    batch: int, base: RuleBase, clips: ClipsBase, pytestconfig: pytest.Config
) -> None:
    profiles = -(-pytestconfig.getoption("--profiles") // BATCHES)
    fired: set[str] = set()
    for seed in range(batch * profiles, (batch + 1) * profiles):
        facts = random_profile(base, Random(seed))
        expected = clips.run(facts)
        found = infer(base.clauses, facts)
        assert found.facts == expected.facts, f"profile of seed {seed}"
        assert firings_of(found) == expected.firings, f"profile of seed {seed}"
        fired |= {d.clause.rule for ds in found.derivations.values() for d in ds}
    # The profiles must be such that most rules have their say.
    assert len(fired) > len(base.rules) / 2


def same(first: Inference, second: Inference) -> bool:
    return (first.given, first.derived, dict(first.derivations)) == (
        second.given,
        second.derived,
        dict(second.derivations),
    )


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_order_of_facts_and_rules_and_pruning_change_nothing(seed: int, base: RuleBase) -> None:
    random = Random(seed)
    facts = random_profile(base, random)
    expected = infer(base.clauses, facts)
    clauses = list(base.clauses)
    random.shuffle(clauses)
    random.shuffle(facts)
    assert same(infer(clauses, facts), expected)
    assert same(infer(base.clauses, facts, prune=False), expected)


@pytest.mark.parametrize("seed", range(3))
def test_proofs_say_what_their_clauses_say_and_rest_on_what_derives_them_again(
    seed: int, base: RuleBase
) -> None:
    random = Random(seed)
    found = infer(base.clauses, random_profile(base, random))
    shown = [explain(found, f) for f in found.derived if "#" not in f.attribute]
    for proof in random.sample(shown, min(40, len(shown))):
        hold_against_clauses(proof, found.facts)
    plain = [proof for proof in shown if denies_nothing(proof)]
    for proof in random.sample(plain, min(40, len(plain))):
        assert proof.fact in infer(base.clauses, stated(proof)).facts
