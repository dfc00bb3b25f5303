"""Intervals: what lies in them, and how far a number moves without another outcome."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kemitraan.analysis.thresholds.interval import EVERYTHING, Interval, steadiness

TENTHS = st.integers(-30, 30).map(lambda n: n / 2)


def test_ends_belong_to_an_interval_only_where_it_says_so() -> None:
    half_open = Interval(0.5, True, 1.0, False)
    assert 0.5 in half_open
    assert 1.0 not in half_open
    assert 7.0 in Interval(None, False, None, False)
    assert 2.5 not in Interval(1.0, True, 4.0, True, whole=True)


@given(st.lists(TENTHS, max_size=5), TENTHS, st.lists(st.integers(0, 2), min_size=12, max_size=12))
def test_nothing_changes_inside_and_something_at_the_next_number_outside(
    points: list[float], current: float, outcomes: list[int]
) -> None:
    """Against a step function with any value on each point and in each gap between two."""
    ordered = sorted(set(points))

    def outcome(number: float) -> int:
        return outcomes[bisect_left(ordered, number) + bisect_right(ordered, number)]

    found = steadiness(current, points, outcome)
    grid = [n / 4 for n in range(-64, 65)]
    inside = [n for n in grid if n in found.interval]
    assert current in found.interval
    assert {outcome(n) for n in inside} == {outcome(current)}
    for flip in (found.below, found.above):
        assert flip is None or outcome(flip) != outcome(current)
    below = [n for n in grid if n < min(inside)]
    above = [n for n in grid if n > max(inside)]
    assert (not below) == (found.below is None)
    assert (not above) == (found.above is None)
    if below:
        assert outcome(below[-1]) != outcome(current)
    if above:
        assert outcome(above[0]) != outcome(current)


@given(st.lists(TENTHS, max_size=5), st.integers(0, 15))
def test_whole_numbers_end_in_whole_numbers(points: list[float], current: int) -> None:
    limits = Interval(0.0, True, None, False, whole=True)
    found = steadiness(current, points, lambda n: sum(p < n for p in points), limits)
    same = [n for n in range(40) if sum(p < n for p in points) == sum(p < current for p in points)]
    assert all((n in found.interval) == (n in same) for n in range(40))
    for end in (found.interval.low, found.interval.high, found.below, found.above):
        assert end is None or float(end).is_integer()


def test_sample_lies_in_its_interval() -> None:
    ends = [None, 0.0, 1.0, 5.0]
    for low, high in pairwise(ends):
        for closed in (True, False):
            assert Interval(low, closed and low is not None, high, closed).sample in Interval(
                low, closed and low is not None, high, closed
            )
    assert EVERYTHING.sample in EVERYTHING
