"""The combinations a conclusion is tested under: all of them, or a sample where they are too many.

A combination chooses one alternative on every axis that can have a part in the conclusion. Axes
that cannot are left out: they would multiply every count alike. All alternatives of an axis
count, also those the rules do not tell apart.
"""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, Final

from kemitraan.progress import steps
from kemitraan.worlds.space import (
    BLOCK,
    LIMIT,
    Listed,
    Moved,
    Product,
    Sample,
    Space,
    changes,
    count_changes,
)

if TYPE_CHECKING:
    from kemitraan.fact import Fact
    from kemitraan.worlds.worlds import Picks, Worlds

SAMPLED: Final = 2**14
"""How many combinations a sample has."""
LISTED: Final = 2**18
"""How many combinations near the profile as it is are listed, where not all are evaluated."""
NEAR: Final = 3
"""How many changes away from the profile as it is are counted apart."""


class Tested:
    """One conclusion under the combinations of what can have a part in it.

    `axes` are the places of these axes. Sets of combinations are sets of worlds of `space`;
    `holds` is that in which the conclusion is shown.
    """

    def __init__(self, worlds: Worlds, fact: Fact, limit: int = LIMIT) -> None:
        self.worlds = worlds
        self.fact = fact
        told_apart = worlds.picks([fact])
        self.picks: Picks = tuple(
            tuple(range(len(axis.alternatives))) if len(pick) > 1 else (0,)
            for axis, pick in zip(worlds.axes, told_apart, strict=True)
        )
        self.sizes = [len(pick) for pick in self.picks]
        self.axes = [place for place, size in enumerate(self.sizes) if size > 1]
        self.combinations = prod(self.sizes)
        self.product = Product(self.sizes) if self.combinations <= limit else None
        if self.product is not None:
            self.space: Space = self.product
            self.holds = worlds.exact([fact], self.picks)[fact]
        else:
            self.space = Sample(self.sizes, SAMPLED)
            self.holds = self.shown(self.space)

    def shown(self, space: Space) -> int:
        """Return the worlds of some space in which the conclusion is shown."""
        return self.worlds.shown(space, [self.fact], self.picks)[self.fact]

    def moved(self) -> dict[int, list[int]]:
        """Return, per axis and alternative, where it is shown once the axis is moved there."""
        moves = [(axis, place) for axis in self.axes for place in range(self.sizes[axis])]
        if self.product is not None:
            shown = [self.product.moved(self.holds, *move) for move in moves]
        else:
            shown = []
            at_once = BLOCK // self.space.size
            starts = range(0, len(moves), at_once)
            for start in steps(starts, len(starts)):
                space = Moved(self.space, moves[start : start + at_once])
                shown += space.of(self.shown(space))
        found: dict[int, list[int]] = {axis: [] for axis in self.axes}
        for (axis, _), worlds in zip(moves, shown, strict=True):
            found[axis].append(worlds)
        return found

    def near(self) -> list[tuple[int, int] | None]:
        """Return in how many combinations with exactly 1, 2, 3 changes it holds, of how many.

        None where there are too many to list. There are as many pairs as axes, at most 3.
        """
        most = min(NEAR, len(self.axes))
        if self.product is not None:
            away = self.product.away(most)[1:]
            return [((self.holds & a).bit_count(), a.bit_count()) for a in away]
        sizes = [self.sizes[place] for place in self.axes]
        upto = [count_changes(sizes, k) for k in range(NEAR + 1)]
        reach = max(k for k in range(most + 1) if upto[k] <= LISTED)
        listed = [
            [(self.axes[place], alternative) for place, alternative in world]
            for world in changes(sizes, reach)
        ]
        holds = self.shown(Listed(self.sizes, listed))
        found: list[tuple[int, int] | None] = []
        for k in range(1, most + 1):
            of = upto[k] - upto[k - 1]
            ring = (1 << of) - 1 << upto[k - 1]
            found.append(((holds & ring).bit_count(), of) if k <= reach else None)
        return found
