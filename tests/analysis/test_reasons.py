"""Sufficient reasons are what they say: against every world, and as the dual of removals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import kemitraan
from kemitraan.analysis.reasons.sufficient_reasons import sufficient_reasons
from kemitraan.analysis.scope import axis_label
from kemitraan.fact import Fact
from kemitraan.worlds.diagrams import MOST_NODES
from tests.analysis.brute import examined
from tests.analysis.random_cases import EveryWorld, every_world, hitting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kemitraan.analysis.reasons.sufficient_reasons import FactSets, SufficientReasons

SEEDS = range(10)


def ids(found: FactSets) -> set[frozenset[str]]:
    return {frozenset(fact.id for fact in facts) for facts in found}


def written(over: EveryWorld, found: Iterable[frozenset[int]]) -> set[frozenset[str]]:
    """Return the stated facts of some axes by their ids."""
    facts = {}
    for number in over.places(stated=True):
        axis = over.axes[number]
        name = axis.name if axis.subject == "sentra" else axis.subject
        value = axis.value or over.case.view.value(*axis.slot)
        facts[number] = f"{name}={value}"
    return {frozenset(facts[number] for number in places) for places in found}


def reasons(over: EveryWorld, fact: Fact, most: int = MOST_NODES) -> SufficientReasons:
    (found,) = sufficient_reasons(over.case, f"{fact.attribute}={fact.value}", most=most)
    return found


def held(over: EveryWorld) -> list[Fact]:
    return [fact for fact in over.targets() if fact in over.case.admitted]


@pytest.mark.parametrize("seed", SEEDS)
def test_reasons_and_removals_are_those_of_every_world(seed: int) -> None:
    over = every_world(seed)
    unknown = over.places(stated=False)
    for fact in held(over):
        found = reasons(over, fact)
        answers = over.irreducible(fact, unknown, wanted=False)
        kept = {axis for changes in answers for axis, _ in changes}
        assert ids(found.reasons) == written(over, over.reasons(fact, unknown - kept))
        assert ids(found.removals) == written(over, over.removals(fact, unknown - kept))
        assert bool(found.unsettled) == bool(answers)
        labels = {axis_label(over.case, over.axes[axis]) for axis in kept}
        assert set(found.kept) == labels


@pytest.mark.parametrize("seed", SEEDS)
def test_too_many_combinations_leave_the_smallest_removals(seed: int) -> None:
    over = every_world(seed)
    for fact in held(over):
        found = reasons(over, fact, most=0)
        assert ids(found.removals) == written(over, over.removals(fact, ()))
        if found.up_to is not None:
            assert not found.reasons
            assert {frozenset([f.id]) for f in found.essential} <= ids(found.removals)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("itabajo", "supply_chain"),
        ("itabajo", "conditionally_ready"),
        ("itabajo", "local_government.group=key"),
        ("itabajo", "diagnosis"),
        ("molas-poco-lembor", "creative_economy"),
        ("molas-poco-lembor", "market_access_need"),
        ("tenun-troso", "potential"),
    ],
)
def test_reasons_and_removals_are_each_others_minimal_hitting_sets(name: str, word: str) -> None:
    for found in sufficient_reasons(examined(name), word):
        assert found.up_to is None
        assert hitting(ids(found.reasons)) == ids(found.removals)
        assert hitting(ids(found.removals)) == ids(found.reasons)
        assert {f.id for f in found.essential} == frozenset.intersection(*ids(found.reasons))
        used = {fact for facts in found.reasons for fact in facts}
        assert used.isdisjoint({*found.needless, *found.unread})


def test_a_reason_holds_whatever_else_is_said() -> None:
    (found,) = sufficient_reasons(examined("molas-poco-lembor"), "creative_economy")
    assert not found.essential, "either the character of the product or its line will do"
    for product in ("product_character=cultural_craft", "product_lines=woven_cloth"):
        assert {"cultural_value=strong", "tourism_context=strong", product} in ids(found.reasons)
    others = ["cultural_story=weak", "tourism_business.shows_interest=no", "management=weak"]
    assert "creative_economy" in recommended([*others, "sop=applied"])
    assert "creative_economy" not in recommended([*others, "cultural_value=weak"])
    assert "creative_economy" not in recommended([*others, "tourism_context=weak"])


def recommended(settings: list[str]) -> set[str]:
    found = examined("molas-poco-lembor", settings=tuple(settings)).admitted
    return {fact.subject for fact in found if fact == Fact("verdict", fact.subject, "recommended")}


def test_facts_bring_their_sources() -> None:
    (found,) = sufficient_reasons(examined("itabajo"), "supply_chain")
    sources = {fact.id: fact.sources for facts in found.reasons for fact in facts}
    assert sources["tourism_context=strong"] == ("S-044",)
    assert sources["market_segments=hotel"] == ("S-131", "S-132")


def test_answers_that_remove_a_conclusion_alone_are_named() -> None:
    case = examined("itabajo", settings=("local_government.group_found=?",))
    (found,) = sufficient_reasons(case, "local_government.group=key")
    assert found.reasons == ((),), "nothing stated bears on it"
    assert len(found.unsettled) == 2
    assert [text.en for text in found.kept] == [
        "Local government, interest",
        "Local government, influence",
    ]


def test_what_does_not_hold_has_no_reasons() -> None:
    with pytest.raises(kemitraan.InputError, match="is not concluded"):
        sufficient_reasons(examined("itabajo"), "creative_economy.verdict=recommended")
