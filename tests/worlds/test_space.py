"""Sets of worlds: each alternative holds where it should, and exactly one on every axis."""

from __future__ import annotations

from itertools import product

import pytest

from kemitraan.worlds.space import Listed, Product, Sample, Space, blocks, changes, count_changes

SIZES = (2, 1, 3, 4, 2)


def worlds(space: Space) -> list[tuple[int, ...]]:
    """Return the alternative on each axis, world by world, as the sets tell it."""
    return [
        tuple(next(a for a, bits in enumerate(axis) if bits >> number & 1) for axis in space.where)
        for number in range(space.size)
    ]


@pytest.mark.parametrize(
    "space", [Product(SIZES), Listed(SIZES, [(), ((2, 1),), ((0, 1), (3, 2))]), Sample(SIZES, 99)]
)
def test_exactly_one_alternative_of_an_axis_holds_in_a_world(space: Space) -> None:
    for axis in space.where:
        seen = 0
        for bits in axis:
            assert not seen & bits
            seen |= bits
        assert seen is space.full or seen == space.full


def test_a_product_has_every_combination_once_the_last_axis_fastest() -> None:
    space = Product(SIZES)
    assert worlds(space) == list(product(*(range(n) for n in SIZES)))
    assert [space.choice(n) for n in range(space.size)] == worlds(space)


@pytest.mark.parametrize("most", [1, 5, 16, 1000])
def test_blocks_are_the_product_cut_in_pieces(most: int) -> None:
    found: list[tuple[int, ...]] = []
    for before, block in blocks(SIZES, most):
        assert before == len(found)
        found += worlds(block)
    assert found == worlds(Product(SIZES))


def test_listed_worlds_are_those_listed() -> None:
    space = Listed(SIZES, [(), ((2, 1),), ((0, 1), (3, 2))])
    assert worlds(space) == [(0, 0, 0, 0, 0), (0, 0, 1, 0, 0), (1, 0, 0, 2, 0)]


@pytest.mark.parametrize("most", [0, 1, 2, 3])
def test_changes_are_all_worlds_so_far_from_the_first(most: int) -> None:
    near = [w for w in product(*(range(n) for n in SIZES)) if sum(map(bool, w)) <= most]
    listed = list(changes(SIZES, most))
    assert sorted(worlds(Listed(SIZES, listed))) == near
    assert count_changes(SIZES, most) == len(near)
    assert [len(w) for w in listed] == sorted(len(w) for w in listed)


def test_a_sample_is_the_same_for_the_same_seed_and_reaches_every_alternative() -> None:
    first, again, other = Sample(SIZES, 200, 1), Sample(SIZES, 200, 1), Sample(SIZES, 200, 2)
    assert first.where == again.where != other.where
    assert all(bits for axis in first.where for bits in axis)
