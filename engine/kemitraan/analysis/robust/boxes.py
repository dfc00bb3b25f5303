"""Where an answer changes: the few conditions that describe it best (scenario discovery).

Found as by PRIM, one box after another. A box restricts axes to some of their alternatives. It
grows by the restriction that gains most of `size x (density - density everywhere)`, as long as
there is something to gain; then what it covers is set aside and the next is looked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.worlds.combinations import Combinations

MOST: Final = 3
"""How many boxes there are, and how many restrictions a box has, at most."""
LEAST: Final = 20
"""A box that adds less than one in so many of all cases is left out."""


@dataclass(frozen=True, slots=True)
class Box:
    """Restrictions of axes to some of their alternatives, and the worlds within them.

    `choices` gives pairs of the place of an axis and its alternatives.
    """

    choices: tuple[tuple[int, tuple[int, ...]], ...]
    worlds: int


def boxes(over: Combinations, cases: int) -> Iterator[Box]:
    """Yield at most three boxes that describe a set of worlds, the one that says most first."""
    left = over.space.full
    for _ in range(MOST):
        found = _box(over, cases & left, left)
        added = over.count(found.worlds & cases & left)
        if not found.choices or added * LEAST < over.count(cases):
            return
        yield found
        left &= ~found.worlds


def _box(over: Combinations, cases: int, among: int) -> Box:
    """Return the best box for some cases among the worlds that are left."""
    space = over.space
    of, hits = over.count(among), over.count(cases)
    chosen: dict[int, tuple[int, ...]] = {}
    worlds = space.full
    best = 0
    while len(chosen) < MOST:
        gains: list[tuple[int, int, tuple[int, ...]]] = []
        for axis in over.axes:
            if axis in chosen:
                continue
            scores = [
                of * over.count(w & worlds & cases) - hits * over.count(w & worlds & among)
                for w in space.where[axis]
            ]
            kept = tuple(a for a, score in enumerate(scores) if score > 0)
            gains.append((sum(scores[a] for a in kept), -axis, kept))
        gain, axis, kept = max(gains, default=(0, 0, ()))
        if gain <= best:
            break
        best = gain
        chosen[-axis] = kept
        worlds &= space.union(space.where[-axis][a] for a in kept)
    return Box(tuple(sorted(chosen.items())), worlds)
