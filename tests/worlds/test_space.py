"""Listed worlds: each alternative holds where it should, and exactly one on every axis."""

from __future__ import annotations

from itertools import product

import pytest

from kemitraan.worlds.space import (
    Listed,
    Moved,
    Sample,
    Space,
    changes,
    count_changes,
    count_of_size,
    numbers,
)

SIZES = (2, 1, 3, 4, 2)
EVERY = range(len(SIZES))


def worlds(space: Space) -> list[tuple[int, ...]]:
    """Return the alternative on each axis, world by world, as the sets tell it."""
    return [
        tuple(next(a for a, bits in enumerate(axis) if bits >> number & 1) for axis in space.where)
        for number in range(space.size)
    ]


@pytest.mark.parametrize(
    "space", [Listed(SIZES, [(), ((2, 1),), ((0, 1), (3, 2))]), Sample(SIZES, EVERY, 99)]
)
def test_exactly_one_alternative_of_an_axis_holds_in_a_world(space: Space) -> None:
    for axis in space.where:
        seen = 0
        for bits in axis:
            assert not seen & bits
            seen |= bits
        assert seen is space.full or seen == space.full


def test_listed_worlds_are_those_listed() -> None:
    space = Listed(SIZES, [(), ((2, 1),), ((0, 1), (3, 2))])
    assert worlds(space) == [(0, 0, 0, 0, 0), (0, 0, 1, 0, 0), (1, 0, 0, 2, 0)]
    assert space.support(space.full) == {0, 2, 3}
    assert space.count(0b101) == 2
    assert list(numbers(0b101)) == [0, 2]


@pytest.mark.parametrize("most", [0, 1, 2, 3])
def test_changes_are_all_worlds_so_far_from_the_first(most: int) -> None:
    near = [w for w in product(*(range(n) for n in SIZES)) if sum(map(bool, w)) <= most]
    listed = list(changes(SIZES, most))
    assert sorted(worlds(Listed(SIZES, listed))) == near
    assert count_changes(SIZES, most) == len(near) == len(set(listed))
    assert [len(w) for w in listed] == sorted(len(w) for w in listed)
    for size in range(1, most + 1):
        assert count_of_size(SIZES, size) == sum(len(w) == size for w in listed)


def test_moved_space_repeats_the_worlds_with_one_axis_set() -> None:
    space = Sample(SIZES, EVERY, 40)
    before = worlds(space)
    moves = [(0, 1), (3, 2)]
    moved = Moved(space, moves)
    after = worlds(moved)
    for number, (axis, place) in enumerate(moves):
        for world, where in enumerate(before):
            expected = (*where[:axis], place, *where[axis + 1 :])
            assert after[number * space.size + world] == expected
    assert moved.of(moved.full) == [space.full] * len(moves)


def test_a_sample_is_the_same_for_the_same_seed_and_draws_alternatives_alike() -> None:
    first, again = Sample(SIZES, EVERY, 6000, 1), Sample(SIZES, EVERY, 6000, 1)
    assert first.where == again.where != Sample(SIZES, EVERY, 6000, 2).where
    for axis, size in zip(first.where, SIZES, strict=True):
        assert sum(bits.bit_count() for bits in axis) == 6000
        assert all(abs(bits.bit_count() * size - 6000) < 600 for bits in axis)


def test_a_sample_keeps_axes_that_do_not_vary_at_their_first_alternative() -> None:
    space = Sample(SIZES, {2, 4}, 500)
    assert {w[:2] + w[3:4] for w in worlds(space)} == {(0, 0, 0)}
    assert {w[2::2] for w in worlds(space)} == set(product(range(3), range(2)))
