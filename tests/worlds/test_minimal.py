"""The set algebra of minimality does at once what a look at each world does."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from kemitraan.worlds.diagrams import Diagrams
from kemitraan.worlds.minimal import changes_in, irreducible, raised

SIZES = ((2, 2, 2), (3, 1, 4), (2, 3, 2, 3), (1,), (5,))


@pytest.mark.parametrize("sizes", SIZES)
@pytest.mark.parametrize("seed", range(6))
def test_every_world_by_itself_gives_the_same(sizes: tuple[int, ...], seed: int) -> None:
    random = Random(seed)
    space = Diagrams(sizes)
    listed = list(product(*map(range, sizes)))
    chosen = {world for world in listed if random.random() < 0.3}
    found: int = 0
    for world in chosen:
        alone: int = space.full
        for axis, place in enumerate(world):
            alone &= space.where[axis][place]
        found |= alone

    def some_of(part: tuple[int, ...], whole: tuple[int, ...]) -> bool:
        return all(a in (0, b) for a, b in zip(part, whole, strict=True))

    every = range(len(sizes))
    assert set(space.worlds(raised(space, found), every)) == {
        w for w in listed if any(some_of(c, w) for c in chosen)
    }
    least = irreducible(space, found)
    matter = space.support(found)
    assert set(changes_in(space, least, matter)) == {
        tuple((axis, place) for axis, place in enumerate(w) if place)
        for w in chosen
        if not any(c != w and some_of(c, w) for c in chosen)
    }
