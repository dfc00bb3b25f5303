"""Where an answer changes: the few conditions that describe it best (scenario discovery).

Found as by PRIM, one box after another. A box restricts axes to some of their alternatives. It
grows by the restriction that gains most of `size x (density - density everywhere)`, as long as
there is something to gain; then what it covers is set aside and the next is looked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kemitraan.worlds.space import Space

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


def boxes(space: Space, axes: Sequence[int], cases: int) -> Iterator[Box]:
    """Yield at most three boxes that describe a set of worlds, the one that says most first."""
    left = space.full
    for _ in range(MOST):
        found = _box(space, axes, cases & left, left)
        added = (found.worlds & cases & left).bit_count()
        if not found.choices or added * LEAST < cases.bit_count():
            return
        yield found
        left &= space.full ^ found.worlds


def _box(space: Space, axes: Sequence[int], cases: int, among: int) -> Box:
    """Return the best box for some cases among the worlds that are left."""
    of, hits = among.bit_count(), cases.bit_count()
    chosen: dict[int, tuple[int, ...]] = {}
    worlds = space.full
    best = 0
    while len(chosen) < MOST:
        gains: list[tuple[int, int, tuple[int, ...]]] = []
        for axis in axes:
            if axis in chosen:
                continue
            scores = [
                of * (w & worlds & cases).bit_count() - hits * (w & worlds & among).bit_count()
                for w in space.where[axis]
            ]
            kept = tuple(a for a, score in enumerate(scores) if score > 0)
            gains.append((sum(scores[a] for a in kept), -axis, kept))
        gain, axis, kept = max(gains, default=(0, 0, ()))
        if gain <= best:
            break
        best = gain
        chosen[-axis] = kept
        inside = 0
        for a in kept:
            inside |= space.where[-axis][a]
        worlds &= inside
    return Box(tuple(sorted(chosen.items())), worlds)
