"""Intervals of numbers, and how far a number can move before what follows from it changes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.published import Data

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Interval(Data):
    """Numbers from `low` to `high`, whole ones only where `whole`; None is no end on that side.

    `with_low` and `with_high` tell whether the ends themselves belong to it.
    """

    low: float | None
    with_low: bool
    high: float | None
    with_high: bool
    whole: bool = False

    def __contains__(self, number: float) -> bool:
        """Tell whether a number lies in the interval."""
        above = self.low is None or number > self.low or (self.with_low and number == self.low)
        below = self.high is None or number < self.high or (self.with_high and number == self.high)
        return above and below and (not self.whole or float(number).is_integer())

    @property
    def sample(self) -> float:
        """Return some number of the interval."""
        if self.low is None:
            return 0.0 if self.high is None else self.high - (0 if self.with_high else 1)
        if self.with_low:
            return self.low
        return self.low + 1 if self.high is None else (self.low + self.high) / 2


EVERYTHING = Interval(None, False, None, False)


@dataclass(frozen=True, slots=True)
class Steadiness:
    """Where nothing changes, and the nearest numbers on either side at which something does.

    None on a side where nothing ever changes within the limits.
    """

    interval: Interval
    below: float | None
    above: float | None


def steadiness(
    current: float,
    points: Iterable[float],
    outcome: Callable[[float], Hashable],
    limits: Interval = EVERYTHING,
) -> Steadiness:
    """Return how far `current` can move within the limits without another outcome.

    The outcome must be the same for all numbers between two neighbouring `points`.
    """
    cells = list(_cells(points, limits))
    here = next(i for i, cell in enumerate(cells) if current in cell)
    now = outcome(current)
    first, last = here, here
    while first > 0 and outcome(cells[first - 1].sample) == now:
        first -= 1
    while last + 1 < len(cells) and outcome(cells[last + 1].sample) == now:
        last += 1
    low, high = cells[first], cells[last]
    return Steadiness(
        Interval(low.low, low.with_low, high.high, high.with_high, limits.whole),
        cells[first - 1].sample if first > 0 else None,
        cells[last + 1].sample if last + 1 < len(cells) else None,
    )


def _cells(points: Iterable[float], limits: Interval) -> Iterator[Interval]:
    """Yield the points within the limits and the gaps between them, in order; none is empty."""
    low, with_low = limits.low, limits.with_low
    for point in sorted({p for p in points if _inside(p, limits)}):
        yield from _gap(low, with_low, point, False, limits.whole)
        if not limits.whole or float(point).is_integer():
            yield Interval(point, True, point, True, limits.whole)
        low, with_low = point, False
    yield from _gap(low, with_low, limits.high, limits.with_high, limits.whole)


def _inside(point: float, limits: Interval) -> bool:
    return point in Interval(limits.low, limits.with_low, limits.high, limits.with_high)


def _gap(
    low: float | None, with_low: bool, high: float | None, with_high: bool, whole: bool
) -> Iterator[Interval]:
    if whole:
        # Between whole numbers the ends are the first and the last that lie inside.
        if low is not None:
            low, with_low = float(math.ceil(low) if with_low else math.floor(low) + 1), True
        if high is not None:
            high, with_high = float(math.floor(high) if with_high else math.ceil(high) - 1), True
    closed = with_low and with_high
    if low is None or high is None or low < high or (closed and low == high):
        yield Interval(low, with_low, high, with_high, whole)
