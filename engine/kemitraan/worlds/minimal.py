"""The set algebra of minimality: worlds that need every change they make.

A world makes a change on each axis that is not at its first alternative. To take changes back is
to move along axes to the first alternative, which in a `Product` is a shift by their strides: so
all worlds are moved at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kemitraan.worlds.space import Product


def irreducible(space: Product, worlds: int) -> int:
    """Return the worlds of a set from which no part of their changes leads back into the set."""
    above = raised(space, worlds)
    reducible = 0
    for where, stride in zip(space.where, space.strides, strict=True):
        unchanged = above & where[0]
        for place in range(1, len(where)):
            reducible |= unchanged << place * stride
    return worlds & ~reducible


def raised(space: Product, worlds: int) -> int:
    """Return the worlds that a set leads to by further changes, itself included."""
    for where, stride in zip(space.where, space.strides, strict=True):
        unchanged = worlds & where[0]
        for place in range(1, len(where)):
            worlds |= unchanged << place * stride
    return worlds


def lowered(space: Product, worlds: int, axes: Iterable[int]) -> int:
    """Return the worlds of a set with the axes named moved to their first alternative."""
    for axis in axes:
        where, stride = space.where[axis], space.strides[axis]
        found = worlds & where[0]
        for place in range(1, len(where)):
            found |= (worlds & where[place]) >> place * stride
        worlds = found
    return worlds


def numbers(worlds: int) -> Iterator[int]:
    """Yield the numbers of the worlds in a set, lowest first."""
    bits = worlds.to_bytes((worlds.bit_length() + 7) // 8, "little")
    for place, byte in enumerate(bits):
        if byte:
            yield from (8 * place + bit for bit in range(8) if byte >> bit & 1)
