"""The smallest changes are all there are, and each is needed: against every world, one by one."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

import kemitraan
from kemitraan.analysis.change.smallest_changes import smallest_changes
from kemitraan.worlds.diagrams import MOST_NODES
from tests.analysis.brute import examined
from tests.analysis.random_cases import EveryWorld, every_world

if TYPE_CHECKING:
    from kemitraan.analysis.change.moves import Ways
    from kemitraan.analysis.change.smallest_changes import SmallestChanges
    from kemitraan.fact import Fact

SEEDS = range(10)
LICENCES = ("licences=nib", "licences=pirt", "licences=skp", "licences=halal")
GAINS = ("benefit_for_sentra=stated", "benefit_for_partner=stated")


def sets(ways: Ways) -> set[frozenset[str]]:
    """Return every set of changes that some ways stand for."""
    return {frozenset(one) for way in ways.ways for one in product(*(step.ids for step in way))}


def smallest(
    over: EveryWorld, fact: Fact, *, wanted: bool, most: int = MOST_NODES
) -> SmallestChanges:
    word = f"{fact.attribute}={fact.value}"
    if wanted:
        (found,) = smallest_changes(over.case, to=word, most=most)
    else:
        (found,) = smallest_changes(over.case, remove=word, most=most)
    return found


def by_hand(over: EveryWorld, fact: Fact, *, wanted: bool) -> set[frozenset[str]]:
    found = over.irreducible(fact, range(len(over.axes)), wanted=wanted)
    return {frozenset(written for _, written in changes) for changes in found}


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_every_irreducible_set_of_changes_is_found_and_no_other(seed: int) -> None:
    over = every_world(seed)
    for fact in over.targets():
        for wanted in (True, False):
            found = smallest(over, fact, wanted=wanted)
            expected = by_hand(over, fact, wanted=wanted)
            can = {s for s in expected if all(c.startswith("colour") for c in s)}
            assert sets(found.controllable) == can
            assert sets(found.given) == expected - can
            if found.holds == wanted:
                assert found.controllable.ways == ((),)


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_search_by_size_finds_the_same_where_combinations_are_too_many(seed: int) -> None:
    over = every_world(seed)
    for fact in over.targets():
        for wanted in (True, False):
            found = smallest(over, fact, wanted=wanted, most=0)
            expected = by_hand(over, fact, wanted=wanted)
            assert sets(found.controllable) | sets(found.given) == expected
            assert found.given.up_to is None, "sets of every size were looked at"


def test_search_by_size_says_how_far_it_went(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kemitraan.analysis.change.search.LISTED", 500)
    (found,) = smallest_changes(examined("itabajo"), to="ready", most=0)
    assert found.given.up_to == 1
    assert not found.given.ways, "the way there takes fourteen changes"


@pytest.mark.slow
def test_each_way_makes_the_sentra_ready_and_nothing_less_does() -> None:
    (found,) = smallest_changes(examined("molas-poco-lembor"), to="ready")
    assert not found.holds
    assert not found.controllable.ways, "what each side gains is no matter of a programme"
    way, *others = found.given.ways
    assert len(way) == 12
    assert not any(step.supposes for step in way)
    assert all(any(step.supposes for step in other) for other in others)
    assert found.given.up_to is None
    for last in (0, -1):
        assert stage([step.ids[last] for step in way]) == "ready"
    for left_out in way:
        assert stage([step.ids[0] for step in way if step != left_out]) != "ready"


def stage(settings: list[str]) -> str | None:
    found = examined("molas-poco-lembor", settings=tuple(settings)).admitted
    return next((f.value for f in found if f.attribute == "partnership_readiness"), None)


def test_alternatives_that_serve_alike_stand_together() -> None:
    (found,) = smallest_changes(examined("molas-poco-lembor"), to="ready")
    (management,) = (s for s in found.given.ways[0] if s.label.en == "Management")
    assert management.before.id == "weak"
    assert [after.id for after in management.after] == ["developing", "strong"]
    assert management.rules == ("GAT-13", "GAT-14", "GAT-28", "KEY-02", "RDY-32")


def test_what_nobody_stated_is_to_be_found_out() -> None:
    (found,) = smallest_changes(examined("itabajo", settings=GAINS), to="ready")
    with_pirt, with_md = found.controllable.ways
    assert {step.ids for step in with_pirt} - {step.ids for step in with_md} == {("licences=pirt",)}
    assert {step.ids[0].partition("=")[0] for step in with_md if step.unknown} == {
        "capacity_against_demand",
        "cooperation_model",
        "licences",
        "quality_consistency",
        "sop",
    }
    assert {step.ids[0].partition("=")[0] for step in with_md if not step.unknown} == {
        "coordination",
        "formal_mechanism",
        "operating_framework",
        "partnership_integration",
    }


def test_only_what_is_given_makes_a_food_sentra_one_of_culture() -> None:
    (found,) = smallest_changes(examined("itabajo"), to="creative_economy")
    assert not found.controllable.ways
    assert found.controllable.combinations == 768
    named = [{step.label.en.partition(":")[0] for step in way} for way in found.given.ways]
    assert named[0] == {"product character"}
    for way in named[1:]:
        assert way & {"product character", "product lines"}, "another product is made"
        assert way & {"Cultural value", "cultural story"}, "and its culture is strong"


def test_named_attributes_alone_are_proved_not_to_do_it() -> None:
    (found,) = smallest_changes(
        examined("itabajo"),
        remove="supply_chain",
        attributes=["keterkaitan dengan pariwisata", "hygiene_improved"],
    )
    assert found.holds
    assert not found.controllable.ways
    assert not found.given.ways
    assert found.controllable.combinations == 3
    assert [text.en for text in found.without_effect] == ["facilities helped quality and hygiene"]


@pytest.mark.slow
def test_an_assumption_is_moved_when_it_is_named() -> None:
    settings = (
        *GAINS,
        "sop=applied",
        "formal_mechanism=agreed",
        "operating_framework=applied",
        "coordination=adequate",
        "partnership_integration=partly",
        "quality_consistency=met",
        "cooperation_model=agreed",
        "market_interest=no",
        *LICENCES,
    )
    (found,) = smallest_changes(
        examined("itabajo", settings=settings),
        to="ready",
        attributes=["A-15", "capacity_against_demand"],
    )
    assert [sorted(step.sort for step in way) for way in found.given.ways] == [
        ["assumption", "input"]
    ]


def test_word_for_several_conclusions_is_answered_for_each() -> None:
    found = smallest_changes(examined("itabajo"), to="key")
    assert len(found) == 7
    assert {changes.holds for changes in found} == {True, False}


def test_names_of_nothing_are_refused_together() -> None:
    with pytest.raises(kemitraan.InputError) as error:
        smallest_changes(examined("itabajo"), to="ready", attributes=["sopp", "moonlight"])
    assert len(error.value.faults) == 2
    assert "Did you mean 'sop'?" in str(error.value)


def test_impossible_target_says_why() -> None:
    with pytest.raises(kemitraan.InputError, match="no rule concludes"):
        smallest_changes(examined("itabajo"), to="competency_training.programme_after=sop_in_force")


@pytest.mark.parametrize("word", [None, "ready"])
def test_one_of_to_and_remove_is_asked_for(word: str | None) -> None:
    with pytest.raises(ValueError, match="either"):
        smallest_changes(examined("itabajo"), to=word, remove=word)
