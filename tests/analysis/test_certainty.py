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
from kemitraan.case import concluded
from kemitraan.recommendation.view import conclusion_word
from kemitraan.worlds.combinations import SAMPLE, combinations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kemitraan.case import Case
    from kemitraan.fact import Fact, Slot
    from kemitraan.worlds.combinations import Status

PROFILES = Path(__file__).parents[1] / "recommendation" / "profiles"
CASES = ("itabajo", "molas-poco-lembor", "tenun-sukarara", str(PROFILES / "craft.yaml"))


@cache
def examined(name: str) -> Case:
    return kemitraan.examine(Path(name) if "/" in name else name)


def shown(case: Case, world: Mapping[int, int]) -> frozenset[Fact]:
    """Return what is recommended where each axis is at this alternative (0 where not named)."""
    found = case.completions
    at = {found.axes[place]: alternative for place, alternative in world.items()}
    return frozenset(concluded(case.base, *found.worlds.profile(at)).admitted)


def some_completions(case: Case, count: int) -> list[frozenset[Fact]]:
    chance = random.Random(7)
    axes = case.completions.axes
    return [
        shown(case, {p: chance.randrange(len(a.alternatives)) for p, a in enumerate(axes)})
        for _ in range(count)
    ]


def of_status(case: Case, status: Status) -> set[Fact]:
    return {f for f, over in case.completions.of.items() if over.status == status}


@pytest.mark.parametrize("name", CASES)
def test_completed_profiles_show_what_is_certain_and_nothing_excluded(name: str) -> None:
    case = examined(name)
    certain, excluded = of_status(case, "certain"), of_status(case, "excluded")
    possible = of_status(case, "possible")
    for facts in some_completions(case, 6):
        assert certain <= facts
        assert not excluded & facts
        assert {f for f in facts if f.attribute in case.base.shown} <= certain | possible


@pytest.mark.parametrize("name", CASES)
def test_combinations_are_counted_as_completed_profiles_show_them(name: str) -> None:
    case = examined(name)
    of, axes = case.completions.of, case.completions.axes
    small = [f for f in of_status(case, "possible") if 2 < of[f].tested <= 12]
    for fact in random.Random(3).sample(sorted(small), 4):
        over = of[fact]
        sizes = [range(len(axes[place].alternatives)) for place in over.axes]
        assert prod(map(len, sizes)) == over.tested
        holds = sum(
            fact in shown(case, dict(zip(over.axes, chosen, strict=True)))
            for chosen in product(*sizes)
        )
        assert holds == over.holds, fact


@pytest.mark.parametrize("name", CASES)
def test_marks_of_a_recommendation_tell_what_certain_tells(name: str) -> None:
    """What a recommendation marks as open is all that it shows and that is not certain."""
    case = examined(name)
    told = {s.conclusion: s.status for s in certainty(case).conclusions if s.now}
    r = case.recommendation
    entries = (*r.diagnoses, *r.causes, *r.needs, *r.partnership_types, *r.gaps)
    seen = 0
    for entry in entries:
        if entry.conclusion in told:
            marked = entry.conclusion in entry.may_change
            assert marked == (told[entry.conclusion] != "certain"), entry.conclusion
            seen += 1
    assert seen > 2


def test_beyond_the_limit_is_sampled_and_says_so() -> None:
    case = examined("itabajo")
    found = case.completions
    exact = found.of
    drawn = combinations(found.worlds, exact, most=8)
    sampled = [f for f in drawn if not drawn[f].exact]
    assert sampled
    for fact in sampled:
        assert drawn[fact].tested == SAMPLE
        share = exact[fact].holds / exact[fact].tested
        assert abs(drawn[fact].holds / SAMPLE - share) < 0.03
    for fact in drawn.keys() - set(sampled):
        assert drawn[fact].holds == exact[fact].holds


@cache
def itabajo() -> Certainty:
    return certainty(examined("itabajo"))


def test_what_holds_only_for_want_of_knowledge_is_excluded_yet_shown() -> None:
    until = {s.conclusion for s in itabajo().of("excluded", now=True)}
    assert "warning=groups_presumed" in until
    now = {conclusion_word(f) for f in examined("itabajo").admitted}
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
    unknown: set[Slot] = set(examined("itabajo").fact_base.unknown)
    assert {axis.slot for axis in examined("itabajo").completions.axes} <= unknown
