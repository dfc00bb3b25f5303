"""The set algebra of minimality does at once what a look at each world does."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from kemitraan.worlds.minimal import irreducible, lowered, numbers, raised
from kemitraan.worlds.space import Product

SIZES = ((2, 2, 2), (3, 1, 4), (2, 3, 2, 3), (1,), (5,))


@pytest.mark.parametrize("sizes", SIZES)
@pytest.mark.parametrize("seed", range(6))
def test_every_world_by_itself_gives_the_same(sizes: tuple[int, ...], seed: int) -> None:
    random = Random(seed)
    space = Product(sizes)
    listed = list(product(*map(range, sizes)))
    assert [space.choice(n) for n in range(space.size)] == listed
    chosen = {world for world in listed if random.random() < 0.3}
    bits = sum(1 << n for n, world in enumerate(listed) if world in chosen)

    def some_of(part: tuple[int, ...], whole: tuple[int, ...]) -> bool:
        return all(a in (0, b) for a, b in zip(part, whole, strict=True))

    def worlds(found: int) -> set[tuple[int, ...]]:
        return {listed[n] for n in numbers(found)}

    assert worlds(bits) == chosen
    assert worlds(raised(space, bits)) == {w for w in listed if any(some_of(c, w) for c in chosen)}
    assert worlds(irreducible(space, bits)) == {
        w for w in chosen if not any(c != w and some_of(c, w) for c in chosen)
    }
    first = {(0, *w[1:]) for w in chosen}
    assert worlds(lowered(space, bits, [0])) == first
