"""The set algebra of minimality: worlds that need every change they make.

A world makes a change on each axis that is not at its first alternative. To take changes back is
to move along axes to the first alternative.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.worlds.diagrams import Diagrams

Changes = tuple[tuple[int, int], ...]
"""Changes of one world: places of axes and of the alternatives they are moved to."""


def raised(space: Diagrams, worlds: int) -> int:
    """Return the worlds that a set leads to by further changes, itself included.

    Changes on axes that make no difference to the set are left aside.
    """
    for axis in sorted(space.support(worlds)):
        worlds |= space.moved(worlds, axis, 0) & ~space.where[axis][0]
    return worlds


def irreducible(space: Diagrams, worlds: int) -> int:
    """Return the worlds of a set from which no part of their changes leads back into the set.

    Changes on axes that make no difference to the set are left aside.
    """
    above = raised(space, worlds)
    reducible = 0
    for axis in sorted(space.support(worlds)):
        reducible |= space.moved(above, axis, 0) & ~space.where[axis][0]
    return worlds & ~reducible


def changes_in(space: Diagrams, worlds: int, axes: frozenset[int]) -> Iterator[Changes]:
    """Yield the changes on some axes of each combination in a set, others making no difference."""
    listed = sorted(axes)
    for places in space.worlds(worlds, listed):
        yield tuple((a, place) for a, place in zip(listed, places, strict=True) if place)
