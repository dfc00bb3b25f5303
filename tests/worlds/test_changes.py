"""The worlds within some changes of the first one: each once, each with its own axes."""

from __future__ import annotations

from itertools import product

from kemitraan.worlds.space import changes, count_changes


def test_changes_are_all_worlds_that_differ_on_so_many_axes() -> None:
    sizes = (2, 1, 3, 2)
    for most in range(4):
        listed = list(changes(sizes, most))
        expected = {
            tuple((axis, place) for axis, place in enumerate(world) if place)
            for world in product(*(range(n) for n in sizes))
            if sum(place > 0 for place in world) <= most
        }
        assert set(listed) == expected
        assert len(listed) == len(expected) == count_changes(sizes, most)
        assert [len(world) for world in listed] == sorted(len(world) for world in listed)
