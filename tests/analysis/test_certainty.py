"""Certain, possible, excluded: each against the recommendation of completed profiles."""

from __future__ import annotations

import random
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import product
from math import prod
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kemitraan.analysis.certain.certainty import Certainty, certainty
from kemitraan.progress import heard_by
from kemitraan.recommendation.model import Entry
from kemitraan.recommendation.view import conclusion_word
from kemitraan.worlds.combinations import SAMPLE, combinations
from kemitraan.worlds.diagrams import Diagrams
from tests.analysis.brute import CRAFT, FOOD, MEASURED, examined, shown
from tests.thorough import few

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.case import Case
    from kemitraan.fact import Fact, Slot
    from kemitraan.worlds.combinations import Status

Name = str | Path

CASES: tuple[Name, ...] = (
    "itabajo", CRAFT, MEASURED, FOOD, "molas-poco-lembor", "tenun-sukarara"
)  # fmt: skip
every_case = pytest.mark.parametrize("name", few(CASES, 3), ids=lambda name: Path(name).stem)


def some_completions(case: Case, count: int) -> list[frozenset[Fact]]:
    chance = random.Random(7)
    worlds = case.completions.worlds
    return [
        shown(worlds, {place: chance.randrange(n) for place, n in enumerate(worlds.sizes)})
        for _ in range(count)
    ]


def of_status(case: Case, status: Status) -> set[Fact]:
    return {f for f, over in case.completions.of.items() if over.status == status}


@pytest.mark.slow
@every_case
def test_completed_profiles_show_what_is_certain_and_nothing_excluded(name: Name) -> None:
    case = examined(name)
    certain, excluded = of_status(case, "certain"), of_status(case, "excluded")
    possible = of_status(case, "possible")
    for facts in some_completions(case, 6):
        assert certain <= facts
        assert not excluded & facts
        assert {f for f in facts if f.attribute in case.base.shown} <= certain | possible


@pytest.mark.slow
@every_case
def test_combinations_are_counted_as_completed_profiles_show_them(name: Name) -> None:
    case = examined(name)
    of, axes = case.completions.of, case.completions.axes
    small = [f for f in of_status(case, "possible") if 2 < of[f].tested <= 12]
    for fact in random.Random(3).sample(sorted(small), 4):
        over = of[fact]
        sizes = [range(len(axes[place].alternatives)) for place in over.axes]
        assert prod(map(len, sizes)) == over.tested
        holds = sum(
            fact in shown(over.worlds, dict(zip(over.axes, chosen, strict=True)))
            for chosen in product(*sizes)
        )
        assert holds == over.holds, fact


@pytest.mark.slow
@every_case
def test_possible_is_what_one_completion_shows_and_another_does_not(name: Name) -> None:
    """Both are taken from what is counted, and concluded anew."""
    case = examined(name)
    for fact in random.Random(5).sample(sorted(of_status(case, "possible")), 4):
        over = case.completions.of[fact]
        assert isinstance(over.space, Diagrams)
        for worlds, expected in ((over.shown, True), (~over.shown, False)):
            chosen = next(over.space.worlds(worlds, over.axes))
            world = dict(zip(over.axes, chosen, strict=True))
            assert (fact in shown(over.worlds, world)) == expected, fact


@pytest.mark.slow
@every_case
def test_marks_of_a_recommendation_are_exactly_those_of_what_is_certain(name: Name) -> None:
    """What no answer changes has no mark; whatever may change has one."""
    case = examined(name)
    certain = {conclusion_word(fact) for fact in of_status(case, "certain")}
    listed = list(entries(case.recommendation))
    marked = {word for entry in listed for word in entry.may_change}
    plain = {e.conclusion for e in listed if e.conclusion not in e.may_change}
    assert len(marked) > 3
    assert len(plain) > 3
    assert not marked & certain
    assert plain <= certain
    for standing in certainty(case).conclusions:
        if standing.conclusion in marked | plain:
            assert (standing.conclusion in marked) == (standing.status != "certain")


def entries(part: object) -> Iterator[Entry]:
    """Yield everything a recommendation (or a part of it) tells that has a proof."""
    if isinstance(part, Entry) and part.conclusion:
        yield part
    if isinstance(part, tuple):
        for one in part:
            yield from entries(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from entries(getattr(part, field.name))


@pytest.mark.slow
def test_beyond_the_limit_is_sampled_and_says_so() -> None:
    case = examined("itabajo")
    found = case.completions
    exact = found.of
    heard: list[float] = []
    with heard_by(heard.append):
        drawn = combinations(found.worlds, exact, most=8)
    # One conclusion after the other can take long: it is told how far that has come.
    assert heard == pytest.approx([number / len(drawn) for number in range(len(drawn))])
    sampled = [f for f in drawn if not drawn[f].exact]
    assert sampled
    for fact in sampled:
        assert drawn[fact].tested == SAMPLE
        share = exact[fact].holds / exact[fact].tested
        assert set(exact[fact].axes) <= set(drawn[fact].axes)
        assert abs(drawn[fact].holds / SAMPLE - share) < 0.03
    for fact in drawn.keys() - set(sampled):
        assert drawn[fact].holds == exact[fact].holds


@cache
def itabajo() -> Certainty:
    return certainty(examined("itabajo"))


def test_what_holds_only_for_want_of_knowledge_is_excluded_yet_shown() -> None:
    case = examined("tenun-sukarara")
    until = {s.conclusion for s in certainty(case).of("excluded", now=True)}
    assert "warning=groups_presumed" in until
    now = {conclusion_word(f) for f in case.admitted}
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
    case = examined("itabajo", settings=("capacity_against_demand=adequate",))
    found = {s.conclusion: s.status for s in certainty(case).conclusions}
    assert found[word] == "certain"


def test_answers_are_no_reason_to_leave_the_study() -> None:
    """Completing a profile says more than the study; that alone changes no conclusion here."""
    assert not any(s.conclusion == "warning=generalisation" for s in itabajo().conclusions)


def test_things_asked_are_those_unknown() -> None:
    unknown: set[Slot] = set(examined("itabajo").fact_base.unknown)
    assert {axis.slot for axis in examined("itabajo").completions.axes} <= unknown
