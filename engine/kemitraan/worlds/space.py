"""Worlds as bits: which of them an alternative of an axis holds in.

A set of worlds is an int with one bit for each world. A space tells, for every axis (by its
place) and alternative, the worlds in which it holds; on each axis exactly one does in every world.
"""

from __future__ import annotations

import random
from functools import cached_property
from itertools import combinations, product
from math import prod
from typing import TYPE_CHECKING, Final

from kemitraan.progress import steps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LIMIT: Final = 2**24
"""How many worlds are looked at exactly; beyond that a sample is."""
BLOCK: Final = 2**20
"""How many worlds are evaluated at a time."""


class Space:
    """Worlds over axes with these numbers of alternatives.

    `where[axis][alternative]` is the set of worlds in which it holds, `full` the set of all.
    """

    def __init__(self, size: int, where: Sequence[Sequence[int]]) -> None:
        self.size = size
        self.full = (1 << size) - 1
        # All worlds are one object, so that identity tells them.
        self.where = [[self.full if b == self.full else b for b in axis] for axis in where]

    def choice(self, world: int) -> tuple[int, ...]:
        """Return the alternative on each axis in one world."""
        return tuple(
            next(a for a, worlds in enumerate(axis) if worlds >> world & 1) for axis in self.where
        )


class Product(Space):
    """Every combination of alternatives, the last axis changing fastest.

    The first axes may be `fixed` to an alternative each: then these are the worlds of a block.
    """

    def __init__(self, sizes: Sequence[int], fixed: Sequence[int] = ()) -> None:
        self.sizes = tuple(sizes)
        count = prod(sizes[len(fixed) :])
        full = (1 << count) - 1
        where: list[list[int]] = [
            [full if a == chosen else 0 for a in range(n)]
            for n, chosen in zip(sizes, fixed, strict=False)
        ]
        period = count
        for n in sizes[len(fixed) :]:
            run = period // n
            ones = (1 << run) - 1
            where.append([_repeated(ones << (a * run), period, count) for a in range(n)])
            period = run
        super().__init__(count, where)

    @cached_property
    def strides(self) -> tuple[int, ...]:
        """Return by how many places the worlds of two neighbouring alternatives differ."""
        return tuple(prod(self.sizes[i + 1 :]) for i in range(len(self.sizes)))

    def choice(self, world: int) -> tuple[int, ...]:
        """Return the alternative on each axis in one world (of a space with nothing fixed)."""
        found = []
        for stride in self.strides:
            place, world = divmod(world, stride)
            found.append(place)
        return tuple(found)

    def moved(self, worlds: int, axis: int, alternative: int) -> int:
        """Return the worlds that lie in a set once this axis, and nothing else, is moved."""
        stride = self.strides[axis]
        first = (worlds & self.where[axis][alternative]) >> alternative * stride
        found = 0
        for place in range(self.sizes[axis]):
            found |= first << place * stride
        return found

    def away(self, most: int) -> list[int]:
        """Return the worlds with exactly 0, 1, … `most` axes away from their first alternative."""
        found = [1] + [0] * most
        for n, stride in zip(reversed(self.sizes), reversed(self.strides), strict=True):
            for k in range(most, 0, -1):
                for place in range(1, n):
                    found[k] |= found[k - 1] << place * stride
        return found


def blocks(sizes: Sequence[int], most: int = BLOCK) -> Iterator[tuple[int, Product]]:
    """Yield the product of these axes in blocks, each with the number of worlds before it."""
    cut = 0
    while prod(sizes[cut:]) > most and cut < len(sizes):
        cut += 1
    before = 0
    for fixed in steps(product(*(range(n) for n in sizes[:cut])), prod(sizes[:cut])):
        block = Product(sizes, fixed)
        yield before, block
        before += block.size


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


class Sample(Space):
    """A seeded sample of worlds, every alternative of an axis as likely as the others."""

    def __init__(self, sizes: Sequence[int], count: int, seed: int = 0) -> None:
        chance = random.Random(seed)  # noqa: S311  # a sample, no secret
        where = []
        for n in sizes:
            if n == 1:
                # What does not vary has no part in what is drawn for the others.
                where.append([(1 << count) - 1])
                continue
            signs = [chr(a) for a in range(n)]
            drawn = "".join(chance.choices(signs, k=count))
            digits = ({ord(s): "01"[s == own] for s in signs} for own in signs)
            where.append([int(drawn.translate(d), 2) for d in digits])
        super().__init__(count, where)


class Moved(Space):
    """The worlds of a space once for each move, all with one axis at one alternative."""

    def __init__(self, space: Space, moves: Sequence[tuple[int, int]]) -> None:
        size = space.size
        where = [[_repeated(w, size, size * len(moves)) for w in axis] for axis in space.where]
        for number, (axis, alternative) in enumerate(moves):
            there = space.full << number * size
            for place, worlds in enumerate(where[axis]):
                where[axis][place] = worlds | there if place == alternative else worlds & ~there
        super().__init__(size * len(moves), where)
        self.part = space

    def of(self, worlds: int) -> list[int]:
        """Return a set of worlds parted by move, each part as a set of worlds of the space."""
        size, full = self.part.size, self.part.full
        return [worlds >> start & full for start in range(0, self.size, size)]


def _repeated(pattern: int, period: int, length: int) -> int:
    """Return a pattern of `period` bits repeated to `length` bits (a multiple of it)."""
    times = length // period
    found, have = 0, 0
    doubled, size = pattern, 1
    while times:
        if times & 1:
            found |= doubled << (have * period)
            have += size
        times >>= 1
        if times:
            doubled |= doubled << (size * period)
            size *= 2
    return found
