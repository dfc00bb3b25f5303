"""Certain, possible, excluded: each against the recommendation of completed profiles."""

from __future__ import annotations

import random
from functools import cache
from itertools import product
from math import prod
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kemitraan
from kemitraan.analysis.certain.certainty import Certainty, certainty
from kemitraan.analysis.certain.completions import SAMPLE, Completions
from kemitraan.case import concluded
from kemitraan.recommendation.certain import surely
from kemitraan.recommendation.view import conclusion_word
from kemitraan.worlds.bounds import bounds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kemitraan.fact import Fact, Slot

PROFILES = Path(__file__).parents[1] / "recommendation" / "profiles"
CASES = ("itabajo", "molas-poco-lembor", "tenun-sukarara", str(PROFILES / "craft.yaml"))


@cache
def completions(name: str) -> Completions:
    return Completions(kemitraan.examine(Path(name) if "/" in name else name))


def shown(found: Completions, world: Mapping[int, int]) -> frozenset[Fact]:
    """Return what is recommended where each axis is at this alternative (0 where not named)."""
    at = {found.axes[place]: alternative for place, alternative in world.items()}
    scenario, choice = found.worlds.profile(at)
    return frozenset(concluded(found.case.base, scenario, choice).admitted)


def some_completions(found: Completions, count: int) -> list[frozenset[Fact]]:
    chance = random.Random(7)
    return [
        shown(found, {p: chance.randrange(len(a.alternatives)) for p, a in enumerate(found.axes)})
        for _ in range(count)
    ]


@pytest.mark.parametrize("name", CASES)
def test_completed_profiles_show_what_is_certain_and_nothing_excluded(name: str) -> None:
    found = completions(name)
    settled = found.settle()
    certain = {f for f, (status, _) in settled.items() if status == "certain"}
    excluded = {f for f, (status, _) in settled.items() if status == "excluded"}
    sure = surely(found.case.view, found.case.choice).shown & found.now
    for facts in some_completions(found, 6):
        assert certain <= facts
        assert not excluded & facts
        assert sure <= facts


@pytest.mark.parametrize("name", CASES)
def test_combinations_are_counted_as_completed_profiles_show_them(name: str) -> None:
    found = completions(name)
    possible = [f for f, (status, _) in found.settle().items() if status == "possible"]
    extents = found.extents(possible)
    small = [f for f in possible if 2 < extents[f].total <= 12]
    for fact in random.Random(3).sample(small, 4):
        extent = extents[fact]
        sizes = [range(len(found.axes[place].alternatives)) for place in extent.matter]
        assert prod(map(len, sizes)) == extent.total
        holds = sum(
            fact in shown(found, dict(zip(extent.matter, chosen, strict=True)))
            for chosen in product(*sizes)
        )
        assert holds == extent.holds, fact


@pytest.mark.parametrize("name", CASES)
def test_bounds_agree_with_enumeration(name: str) -> None:
    found = completions(name)
    proven = bounds(found.worlds)
    enumerated = found.extents(found.conclusions)
    assert any(not enumerated[f].classes for f in found.conclusions)
    for fact, extent in enumerated.items():
        if fact in proven.sure - found.guarded:
            assert extent.status == "certain"
        if fact not in proven.may:
            assert extent.status == "excluded"


@pytest.mark.parametrize("name", CASES)
def test_marks_of_a_recommendation_tell_what_enumeration_tells(name: str) -> None:
    """No mark is missing, and hardly one too many: a proof by cases is not seen by the marks."""
    found = completions(name)
    case = found.case
    certain = {f for f, (status, _) in found.settle().items() if status == "certain"}
    sure = surely(case.view, case.choice).shown
    now = found.now & set(found.conclusions)
    assert sure & now <= certain
    assert len((certain & now) - sure) <= 1


def test_beyond_the_limit_is_sampled_and_says_so() -> None:
    case = completions("itabajo").case
    few = Completions(case, limit=0)
    every = completions("itabajo").settle()
    for fact, (status, way) in few.settle().items():
        assert way != "enumeration"
        if way != "sample":
            assert (status, fact) == (every[fact][0], fact)
    fact = next(f for f, (_, way) in few.settle().items() if way == "witness")
    extent = few.extents([fact])[fact]
    assert extent.sampled
    assert extent.total == SAMPLE
    exact = completions("itabajo").extents([fact])[fact]
    assert abs(extent.holds / extent.total - exact.holds / exact.total) < 0.03


@cache
def itabajo() -> Certainty:
    return certainty(completions("itabajo").case)


def test_what_holds_only_for_want_of_knowledge_is_excluded_yet_shown() -> None:
    until = {s.conclusion for s in itabajo().of("excluded", now=True)}
    assert "warning=groups_presumed" in until
    now = {conclusion_word(f) for f in completions("itabajo").now}
    assert until <= now


def test_possible_names_the_unknowns_that_make_the_difference() -> None:
    (gate,) = (
        s
        for s in itabajo().of("possible", now=False)
        if s.conclusion == "supply_capacity.gate_status=met"
    )
    assert [d.id for d in gate.depends] == ["capacity_against_demand"]
    assert (gate.holds, gate.of, gate.sampled) == (1, 3, False)


def test_all_is_certain_once_what_a_conclusion_hangs_on_is_known() -> None:
    word = "supply_capacity.gate_status=met"
    case = kemitraan.examine("itabajo", settings=["capacity_against_demand=adequate"])
    found = {s.conclusion: s.status for s in certainty(case).conclusions}
    assert found[word] == "certain"


def test_answers_are_no_reason_to_leave_the_study() -> None:
    """Completing a profile says more than the study; that alone changes no conclusion here."""
    assert not any(s.conclusion == "warning=generalisation" for s in itabajo().conclusions)


def test_things_asked_are_those_unknown() -> None:
    unknown: set[Slot] = set(completions("itabajo").case.fact_base.unknown)
    assert {axis.slot for axis in completions("itabajo").axes} <= unknown
