"""In which combinations of what may be otherwise conclusions are shown: exact, or over a sample.

The one policy of all analyses that count: every combination is counted, by decision diagrams. Only
where these outgrow their limit, first for all conclusions together and then for one alone, is that
one looked at over a seeded sample of `SAMPLE` worlds, and the answer says so.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from kemitraan.progress import steps
from kemitraan.worlds.diagrams import MOST_NODES, Diagrams, TooLarge
from kemitraan.worlds.space import Moved, Sample

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.fact import Fact
    from kemitraan.worlds.space import Space
    from kemitraan.worlds.worlds import Worlds

SAMPLE: Final = 2**14
"""How many combinations are drawn where they cannot be counted one and all."""

LARGEST: Final = 2_000
"""How many nodes the diagram of one conclusion may have: beyond, it is looked at over a sample."""
LISTED: Final = 2**18
"""How many sets of changes are looked at one by one, where only few changes count.

So many of each size by `change`, `reasons` and `flips`, so many in all by `robust`.
"""

Status = Literal["certain", "possible", "excluded"]


@dataclass(frozen=True)
class Combinations:
    """One conclusion over some axes: `shown` is the set of worlds of `space` in which it is shown.

    Counted are the combinations of the axes that make a difference to it; unless `narrow`, of all
    that may have a part in it.
    """

    worlds: Worlds
    fact: Fact
    space: Space
    shown: int
    narrow: bool = True

    @cached_property
    def bearing(self) -> tuple[int, ...]:
        """Return the places of the axes that vary and may have a part in it."""
        return tuple(sorted(self.worlds.depends([self.fact]) & self.space.vary))

    @cached_property
    def matter(self) -> tuple[int, ...]:
        """Return the places of the axes that make a difference (of a sample: that may make one)."""
        return tuple(sorted(self.space.support(self.shown)))

    @cached_property
    def axes(self) -> tuple[int, ...]:
        """Return the places of the axes whose combinations are counted."""
        return self.matter if self.narrow else self.bearing

    @property
    def exact(self) -> bool:
        """Tell whether every combination is counted, not a sample."""
        return isinstance(self.space, Diagrams)

    @property
    def status(self) -> Status:
        """Return whether it is shown in all combinations, in some or in none (of a sample)."""
        if not self.shown:
            return "excluded"
        return "certain" if self.shown == self.space.full else "possible"

    @cached_property
    def tested(self) -> int:
        """Return the number of combinations looked at: of all alternatives, or of the sample."""
        return self.count(self.space.full)

    @cached_property
    def holds(self) -> int:
        """Return in how many of those looked at it is shown."""
        return self.count(self.shown)

    def count(self, worlds: int) -> int:
        """Return how many of the combinations looked at are in a set."""
        return self.space.count(worlds, self.axes)

    def moved(self) -> dict[int, list[int]]:
        """Return, per axis and alternative, where it is shown once the axis is moved there."""
        found: dict[int, list[int]] = {}
        for axis in self.axes:
            places = range(self.worlds.sizes[axis])
            if isinstance(self.space, Diagrams):
                found[axis] = [self.space.moved(self.shown, axis, p) for p in places]
            else:
                there = Moved(self.space, [(axis, place) for place in places])
                found[axis] = there.of(self.worlds.shown(there, [self.fact])[self.fact])
        return found


def together(
    worlds: Worlds,
    targets: Iterable[Fact],
    among: Iterable[int] | None = None,
    most: int = MOST_NODES,
) -> tuple[Space, dict[Fact, int]]:
    """Return where each target is shown, over one space of what bears on them.

    Args:
        worlds: the profiles and the axes.
        targets: the conclusions.
        among: places of the axes that vary (all, if None); the others stay as they are.
        most: how many nodes diagrams may take before a sample is looked at.
    """
    listed = tuple(dict.fromkeys(targets))
    try:
        return _counted(worlds, listed, among, most)
    except TooLarge:
        sample = Sample(worlds.sizes, _varied(worlds, listed, among), SAMPLE)
        return sample, worlds.shown(sample, listed)


def combinations(
    worlds: Worlds,
    targets: Iterable[Fact],
    among: Iterable[int] | None = None,
    most: int = MOST_NODES,
) -> dict[Fact, Combinations]:
    """Return where each target is shown; the arguments are those of `together`.

    Where not all can be counted together, each is counted for itself.
    """
    listed = tuple(dict.fromkeys(targets))
    try:
        parts = [_counted(worlds, listed, among, most)]
    except TooLarge:
        # One that is hard by itself is not worth the same wait again.
        one_by_one = steps(listed, len(listed))
        parts = [together(worlds, [fact], among, most // 4) for fact in one_by_one]
    return {
        fact: Combinations(worlds, fact, space, shown)
        for space, found in parts
        for fact, shown in found.items()
    }


def _varied(worlds: Worlds, facts: Sequence[Fact], among: Iterable[int] | None) -> frozenset[int]:
    found = worlds.depends(facts)
    return found if among is None else found & frozenset(among)


def _counted(
    worlds: Worlds, facts: Sequence[Fact], among: Iterable[int] | None, most: int
) -> tuple[Space, dict[Fact, int]]:
    space = worlds.space(_varied(worlds, facts, among), most)
    shown = worlds.shown(space, facts)
    if any(len(space.below(found)) > LARGEST for found in shown.values()):
        raise TooLarge
    # What is asked of these is small.
    space.most = sys.maxsize
    return space, shown
