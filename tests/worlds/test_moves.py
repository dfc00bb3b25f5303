"""Worlds near the first one, and worlds with one axis moved."""

from __future__ import annotations

from kemitraan.worlds.space import Listed, Moved, Product, Sample, changes, count_changes

SIZES = (3, 1, 2, 4)


def test_worlds_so_many_changes_away_are_those_with_so_many_axes_elsewhere() -> None:
    space = Product(SIZES)
    away = space.away(3)
    for world in range(space.size):
        changed = sum(place != 0 for place in space.choice(world))
        assert [bits >> world & 1 for bits in away] == [int(k == changed) for k in range(4)]


def test_moved_worlds_are_those_whose_neighbour_on_the_axis_is_in_the_set() -> None:
    space = Product(SIZES)
    some = sum(1 << world for world in range(space.size) if world % 5 in (1, 3))
    for axis, size in enumerate(SIZES):
        for place in range(size):
            moved = space.moved(some, axis, place)
            for world in range(space.size):
                there = world + (place - space.choice(world)[axis]) * space.strides[axis]
                assert moved >> world & 1 == some >> there & 1


def test_moved_space_repeats_the_worlds_with_one_axis_set() -> None:
    space = Sample(SIZES, 40)
    moves = [(0, 2), (3, 1)]
    moved = Moved(space, moves)
    for number, (axis, place) in enumerate(moves):
        for world in range(space.size):
            expected = list(space.choice(world))
            expected[axis] = place
            assert list(moved.choice(number * space.size + world)) == expected
    assert moved.of(moved.full) == [space.full] * len(moves)


def test_listed_changes_are_each_there_once_nearest_first() -> None:
    listed = list(changes(SIZES, 2))
    assert len(listed) == len(set(listed)) == count_changes(SIZES, 2)
    assert [len(world) for world in listed] == sorted(len(world) for world in listed)
    space = Listed(SIZES, listed)
    for world, changed in enumerate(listed):
        assert {(i, a) for i, a in enumerate(space.choice(world)) if a} == set(changed)


def test_sample_draws_every_alternative_about_as_often_and_the_same_each_time() -> None:
    space = Sample(SIZES, 6000)
    assert space.where == Sample(SIZES, 6000).where
    for axis, size in zip(space.where, SIZES, strict=True):
        assert sum(bits.bit_count() for bits in axis) == 6000
        assert all(abs(bits.bit_count() * size - 6000) < 600 for bits in axis)
