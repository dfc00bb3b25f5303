"""Worlds as sets: which of them an alternative of an axis holds in.

A space tells, for every axis (by its place) and alternative, the worlds in which it holds; on each
axis exactly one does in every world. Sets of worlds are ints under `&`, `|`, `^` and `~`: here with
one bit for each world, in `Diagrams` as decision diagrams over every combination.
"""

from __future__ import annotations

import random
from itertools import combinations, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Space:
    """Worlds that are listed, a bit for each: `size` of them.

    `where[axis][alternative]` is the set of worlds in which it holds, `full` the set of all.
    """

    full: int
    where: list[list[int]]

    def __init__(self, size: int, where: Sequence[Sequence[int]]) -> None:
        self.size = size
        self.full = (1 << size) - 1
        # All worlds are one object, so that identity tells them.
        self.where = [[self.full if b == self.full else b for b in axis] for axis in where]

    def count(self, worlds: int, axes: Iterable[int] | None = None) -> int:  # noqa: ARG002
        """Return how many worlds a set has; `axes` are those that are counted by combinations."""
        return worlds.bit_count()

    def union(self, sets: Iterable[int]) -> int:
        """Return the worlds in any of some sets."""
        found = 0
        for worlds in sets:
            found |= worlds
        return found

    def support(self, worlds: int) -> frozenset[int]:  # noqa: ARG002
        """Return the axes that may make a difference to a set: here all that vary."""
        return self.vary

    @property
    def vary(self) -> frozenset[int]:
        """Return the axes that are not at one alternative in all worlds."""
        return frozenset(axis for axis, sets in enumerate(self.where) if sum(map(bool, sets)) > 1)


def numbers(worlds: int) -> Iterator[int]:
    """Yield the numbers of the worlds in a set of bits, lowest first."""
    bits = worlds.to_bytes((worlds.bit_length() + 7) // 8, "little")
    for place, byte in enumerate(bits):
        if byte:
            yield from (8 * place + bit for bit in range(8) if byte >> bit & 1)


class Listed(Space):
    """Just these worlds, each given by the axes that are not at their first alternative."""

    def __init__(self, sizes: Sequence[int], worlds: Sequence[Sequence[tuple[int, int]]]) -> None:
        self.worlds = worlds
        width = (len(worlds) + 7) // 8
        marked = [[bytearray(width) for _ in range(n - 1)] for n in sizes]
        for number, world in enumerate(worlds):
            for axis, alternative in world:
                marked[axis][alternative - 1][number >> 3] |= 1 << (number & 7)
        full = (1 << len(worlds)) - 1
        where = []
        for axis_marks in marked:
            others = [int.from_bytes(m, "little") for m in axis_marks]
            changed = 0
            for bits in others:
                changed |= bits
            where.append([full ^ changed, *others])
        super().__init__(len(worlds), where)


def changes(sizes: Sequence[int], most: int) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield every world that differs from the first one on at most `most` axes, nearest first."""
    free = [axis for axis, n in enumerate(sizes) if n > 1]
    for count in range(most + 1):
        for axes in combinations(free, count):
            yield from product(*([(i, a) for a in range(1, sizes[i])] for i in axes))


def count_changes(sizes: Sequence[int], most: int) -> int:
    """Return how many worlds `changes` yields."""
    totals = [1] + [0] * most
    for n in sizes:
        for k in range(most, 0, -1):
            totals[k] += totals[k - 1] * (n - 1)
    return sum(totals)


def count_of_size(sizes: Sequence[int], size: int) -> int:
    """Return how many worlds differ from the first one on just so many axes, at least one."""
    return count_changes(sizes, size) - count_changes(sizes, size - 1)


class Sample(Space):
    """A seeded sample of worlds, every alternative of an axis as likely as the others.

    Axes that are not `varied` stay at their first alternative.
    """

    def __init__(
        self, sizes: Sequence[int], varied: Iterable[int], count: int, seed: int = 0
    ) -> None:
        chance = random.Random(seed)  # noqa: S311  # a sample, no secret
        free = frozenset(varied)
        full = (1 << count) - 1
        where = []
        for axis, n in enumerate(sizes):
            if axis not in free or n == 1:
                # What does not vary has no part in what is drawn for the others.
                where.append([full, *[0] * (n - 1)])
                continue
            signs = [chr(a) for a in range(n)]
            drawn = "".join(chance.choices(signs, k=count))
            digits = ({ord(s): "01"[s == own] for s in signs} for own in signs)
            where.append([int(drawn.translate(d), 2) for d in digits])
        super().__init__(count, where)


class Moved(Space):
    """The worlds of a space once for each move, all with one axis at one alternative."""

    def __init__(self, space: Space, moves: Sequence[tuple[int, int]]) -> None:
        size, times = space.size, len(moves)
        where = [[_repeated(w, size, times) for w in axis] for axis in space.where]
        for number, (axis, alternative) in enumerate(moves):
            there = space.full << number * size
            for place, worlds in enumerate(where[axis]):
                where[axis][place] = worlds | there if place == alternative else worlds & ~there
        super().__init__(size * times, where)
        self.part = space

    def of(self, worlds: int) -> list[int]:
        """Return a set of worlds parted by move, each part as a set of worlds of the space."""
        size, full = self.part.size, self.part.full
        return [worlds >> start & full for start in range(0, self.size, size)]


def _repeated(pattern: int, period: int, times: int) -> int:
    """Return a pattern of `period` bits so many times over."""
    return sum(pattern << number * period for number in range(times))
