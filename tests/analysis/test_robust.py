"""How far conclusions hold: exact counts against one examination after another."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import pytest

import kemitraan
from kemitraan.analysis.robust.robustness import axes_of, core, robust, robustness
from kemitraan.analysis.robust.scopes import Over
from kemitraan.analysis.scope import axis_id
from kemitraan.fact import Fact
from kemitraan.faults import Place, named
from kemitraan.worlds.axes import KEEP
from kemitraan.worlds.combinations import combinations
from kemitraan.worlds.diagrams import MOST_NODES
from kemitraan.worlds.worlds import Worlds
from tests.analysis.brute import UNSTUDIED, examined, shown

if TYPE_CHECKING:
    from kemitraan.analysis.robust.robustness import Condition, Robust
    from kemitraan.case import Case
    from kemitraan.worlds.axes import Axis

TYPE = Fact("verdict", "supply_chain", "recommended")
MODEL = Fact("proposed", "agree_model", "yes")
FINANCE = Fact("group", "financial_institution", "strategic")
TRIED = {
    TYPE: ("quality_role", "quality_and_consistency"),
    MODEL: ("unknowns", "benefit_test"),
    FINANCE: ("grouping_rule", "presumed_levels"),
}


@cache
def case() -> Case:
    return examined("itabajo", settings=UNSTUDIED)


@cache
def axes(names: tuple[str, ...]) -> tuple[Axis, ...]:
    return tuple(a for a in axes_of(case(), Over.ASSUMPTIONS) if a.name in names)


@cache
def table(fact: Fact) -> dict[tuple[int, ...], bool]:
    """Return whether a conclusion is shown, by the places of its axes; each world examined."""
    varied = axes(TRIED[fact])
    worlds = Worlds(case().base, [case().scenario], case().choice, varied)
    found = {}
    for places in product(*(range(len(a.alternatives)) for a in varied)):
        found[places] = fact in shown(worlds, dict(enumerate(places)))
    return found


@cache
def measured(fact: Fact, most: int = MOST_NODES) -> Robust:
    varied = axes(TRIED[fact])
    worlds = Worlds(case().base, [case().scenario], case().choice, varied)
    return robust(case(), replace(combinations(worlds, [fact], most=most)[fact], narrow=False))


@pytest.mark.slow
@pytest.mark.parametrize("fact", TRIED, ids=lambda f: str(f.value))
def test_counts_are_those_of_examining_every_combination(fact: Fact) -> None:
    found, tried = measured(fact), table(fact)
    assert not found.sampled
    assert found.combinations == len(tried)
    assert (found.holds.n, found.holds.of) == (sum(tried.values()), len(tried))
    assert 0 < found.holds.n < found.holds.of
    for near in found.near:
        ring = [holds for places, holds in tried.items() if _changes(places) == near.changes]
        assert near.holds is not None
        assert (near.holds.n, near.holds.of) == (sum(ring), len(ring))


@pytest.mark.slow
@pytest.mark.parametrize("fact", TRIED, ids=lambda f: str(f.value))
def test_moving_one_thing_alone_changes_what_brute_force_says(fact: Fact) -> None:
    found, tried = measured(fact), table(fact)
    movers = {m.id: m for m in found.movers}
    for number, axis in enumerate(axes(TRIED[fact])):
        lines = {
            places: [
                tried[(*places[:number], place, *places[number + 1 :])]
                for place in range(len(axis.alternatives))
            ]
            for places in tried
        }
        changing = sum(len(set(line)) > 1 for line in lines.values())
        mover = movers[axis_id(case(), axis)]
        assert mover.changes.n == changing > 0
        for place, option in enumerate(mover.options):
            assert option.id == axis.alternatives[place]
            assert option.gains == sum(lines[p][place] and not tried[p] for p in tried)
            assert option.loses == sum(tried[p] and not lines[p][place] for p in tried)


@pytest.mark.slow
@pytest.mark.parametrize("fact", TRIED, ids=lambda f: str(f.value))
def test_conditions_cover_and_fail_as_often_as_they_say(fact: Fact) -> None:
    found, tried = measured(fact), table(fact)
    fails = sum(not holds for holds in tried.values())
    assert 1 <= len(found.conditions) <= 3
    for condition in found.conditions:
        inside = [places for places in tried if _within(fact, condition, places)]
        hits = sum(not tried[places] for places in inside)
        assert (condition.covers.n, condition.covers.of) == (hits, fails)
        assert (condition.differs.n, condition.differs.of) == (hits, len(inside))
        # It says more than that the advice fails somewhere.
        assert hits * len(tried) > fails * len(inside)
    together = [p for p in tried if any(_within(fact, c, p) for c in found.conditions)]
    assert found.together is not None
    assert found.together.differs.of == len(together)


def test_failures_in_one_corner_are_described_exactly() -> None:
    """The type is lost where quality decides it and is taken one level lower."""
    (condition,) = measured(TYPE).conditions
    assert condition.covers.n == condition.covers.of == condition.differs.of
    assert [(r.id, [o.id for o in r.options]) for r in condition.restrictions] == [
        ("A-25", ["downgrade"]),
        ("A-43", ["selects"]),
    ]


@pytest.mark.parametrize("fact", TRIED, ids=lambda f: str(f.value))
def test_sample_comes_near_the_exact_answer_and_says_that_it_is_one(fact: Fact) -> None:
    exact, sample = measured(fact), measured(fact, 0)
    assert sample.sampled
    assert sample.combinations == exact.combinations
    assert sample.holds.of == 2**14
    # What is near the profile as it is stays exact.
    assert sample.near == exact.near
    assert sample.holds.n / sample.holds.of == pytest.approx(
        exact.holds.n / exact.holds.of, abs=0.02
    )
    shares = {m.id: m.changes.n / m.changes.of for m in exact.movers}
    for mover in sample.movers:
        assert mover.changes.n / mover.changes.of == pytest.approx(shares[mover.id], abs=0.02)


def test_millions_of_combinations_are_counted_one_and_all() -> None:
    found = robustness(case(), "joint_marketing.proposed=yes", ["unknown", "assumptions"])
    assert found.over == ("assumptions", "unknown")
    (robust,) = found.conclusions
    assert not robust.sampled
    assert robust.holds.of == robust.combinations > 10**7


@pytest.mark.slow
def test_what_diagrams_do_not_hold_is_sampled_alike_every_time() -> None:
    over, word = ["unknown", "assumptions", "stated"], "partnership_readiness=conditionally_ready"
    first = robustness(case(), word, over, most=400)
    assert first == robustness(case(), word, over, most=400)
    (found,) = first.conclusions
    assert found.sampled
    assert found.holds.of == 2**14 < found.combinations


def test_core_is_type_readiness_groups_and_own_strategies_as_shown() -> None:
    advice = case().recommendation
    shown = {t.conclusion for t in advice.partnership_types}
    shown |= {a.conclusion for a in advice.actors if a.present and a.group}
    own = [s for s in advice.strategies if s.basis == "specific" and s.timing != "done"]
    shown |= {s.conclusion for s in own}
    assert advice.readiness.partnership is not None
    shown.add(advice.readiness.partnership.conclusion)
    found = robustness(case())
    assert {c.conclusion for c in found.conclusions} == shown
    assert all(c.now for c in found.conclusions)
    assert len(core(case())) == len(found.conclusions)


def test_conclusion_not_shown_now_is_described_by_where_it_comes_up() -> None:
    (found,) = robustness(case(), "partnership_readiness=needs_repair").conclusions
    assert not found.now
    assert found.conditions[0].covers.of == found.holds.n


def test_conclusion_that_holds_in_no_combination_is_told_with_those_that_do() -> None:
    found = {
        r.id: r for r in kemitraan.robust(examined("itabajo"), "partnership_readiness").conclusions
    }
    never = [r for r in found.values() if r.combinations > 1 and not r.holds.n]
    assert never
    assert all(near.holds and near.holds.n == 0 for r in never for near in r.near)
    assert found["conditionally_ready"].now


def test_where_nothing_bears_on_a_conclusion_it_holds_in_the_only_combination() -> None:
    (found,) = robustness(case(), "ready_product.gate_status=met", ["unknown"]).conclusions
    assert (found.combinations, found.holds.n, found.holds.of) == (1, 1, 1)
    assert [*found.near, *found.movers, *found.conditions] == []
    assert found.together is None


def test_stated_levels_go_one_step_up_or_down() -> None:
    order = case().base.vocabulary.value_order
    found = list(axes_of(case(), Over.STATED))
    assert found
    for axis in found:
        ranks = order[case().base.vocabulary.attributes[axis.name].scale]
        now = case().view.value(*axis.slot)
        assert axis.alternatives[0] == KEEP
        assert now is not None
        assert {abs(ranks[v] - ranks[now]) for v in axis.alternatives[1:]} == {1}


def test_steps_are_taken_from_the_level_that_is_stated_not_from_the_one_in_force() -> None:
    lowered = kemitraan.examine("itabajo", assume=["quality_and_consistency=downgrade"])
    (steps,) = (a for a in axes_of(lowered, Over.STATED) if a.subject == "product_quality")
    assert lowered.view.value(*steps.slot) == "developing"
    assert steps.alternatives == (KEEP, "developing"), "strong is stated"


def test_unknown_scopes_are_all_reported() -> None:
    with pytest.raises(kemitraan.InputError) as caught:
        named(["unknwon", "x", "rules"], Over, Place("--over"))
    assert len(caught.value.faults) == 2
    assert "unknown" in caught.value.faults[0].fix.en


def _changes(places: tuple[int, ...]) -> int:
    return sum(place != 0 for place in places)


def _within(fact: Fact, condition: Condition, places: tuple[int, ...]) -> bool:
    chosen = {r.id: {o.id for o in r.options} for r in condition.restrictions}
    return all(
        axis.alternatives[place] in chosen.get(axis_id(case(), axis), axis.alternatives)
        for axis, place in zip(axes(TRIED[fact]), places, strict=True)
    )
