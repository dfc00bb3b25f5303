"""Decision diagrams against sets of worlds that are listed one by one."""

from __future__ import annotations

from itertools import product
from math import prod
from random import Random

import pytest

from kemitraan.worlds.diagrams import Diagrams, TooLarge

World = tuple[int, ...]


def drawn(seed: int) -> tuple[Diagrams, list[World], list[tuple[int, set[World]]]]:
    """Return a space over random axes, its worlds, and sets made alike in both ways."""
    random = Random(seed)
    sizes = [random.randint(1, 4) for _ in range(random.randint(0, 6))]
    order = list(range(len(sizes)))
    random.shuffle(order)
    space = Diagrams(sizes, order)
    every = list(product(*map(range, sizes)))
    pool: list[tuple[int, set[World]]] = [(space.full, set(every)), (0, set())]
    pool += [
        (space.where[axis][place], {w for w in every if w[axis] == place})
        for axis, n in enumerate(sizes)
        for place in range(n)
    ]
    for _ in range(20):
        (one, those), (other, these) = random.choice(pool), random.choice(pool)
        made = [
            (one & other, those & these),
            (one | other, those | these),
            (one ^ other, those ^ these),
            (space.full & ~one, set(every) - those),
        ]
        pool.append(random.choice(made))
    return space, every, pool


@pytest.mark.parametrize("seed", range(40))
def test_sets_are_those_of_worlds_listed_one_by_one(seed: int) -> None:
    space, every, pool = drawn(seed)
    axes = range(len(space.sizes))
    by_form: dict[int, set[World]] = {}
    for worlds, listed in pool:
        assert set(space.worlds(worlds, axes)) == listed
        assert space.count(worlds) == len(listed)
        assert all(space.contains(worlds, dict(enumerate(w))) == (w in listed) for w in every)
        # The same set always has the same form, another set another.
        assert by_form.setdefault(int(worlds), listed) == listed
    assert len({frozenset(listed) for listed in by_form.values()}) == len(by_form)


@pytest.mark.parametrize("seed", range(40))
def test_what_matters_and_how_many_changes_are_told_as_by_looking_at_each(seed: int) -> None:
    space, every, pool = drawn(seed)
    for worlds, listed in pool:
        matter = {
            axis
            for axis, n in enumerate(space.sizes)
            for w in every
            for place in range(n)
            if (w in listed) != ((*w[:axis], place, *w[axis + 1 :]) in listed)
        }
        assert space.support(worlds) == matter
        others = prod(n for axis, n in enumerate(space.sizes) if axis not in matter)
        assert space.count(worlds, matter) * others == len(listed)
        changes = [sum(map(bool, w)) for w in listed]
        found = space.by_changes(worlds)
        assert found == [changes.count(k) for k in range(len(found))]
        assert sum(found) == len(listed)


@pytest.mark.parametrize("seed", range(40))
def test_moved_worlds_are_those_whose_neighbour_on_the_axis_is_in_the_set(seed: int) -> None:
    space, every, pool = drawn(seed)
    axes = range(len(space.sizes))
    for worlds, listed in pool[:12]:
        for axis, n in enumerate(space.sizes):
            there = [
                {w for w in every if (*w[:axis], p, *w[axis + 1 :]) in listed} for p in range(n)
            ]
            for place in range(n):
                assert set(space.worlds(space.moved(worlds, axis, place), axes)) == there[place]
            assert set(space.worlds(space.somehow(worlds, axis), axes)) == set().union(*there)


def test_axes_that_do_not_vary_stay_at_their_first_alternative() -> None:
    space = Diagrams((2, 3, 2), varied={1})
    assert space.where[0] == [space.full, 0]
    assert space.count(space.full) == 3
    assert space.axes == (1,)


def test_what_outgrows_the_limit_is_given_up() -> None:
    with pytest.raises(TooLarge):
        alike_halves(Diagrams([2] * 16, most=60))


def alike_halves(space: Diagrams) -> int:
    """Return the worlds whose halves are alike: all of one half has to be kept in mind."""
    worlds: int = space.full
    for axis in range(8):
        worlds &= ~(space.where[axis][0] ^ space.where[axis + 8][0])
    return worlds


def test_a_thousand_axes_are_no_deeper_than_python_goes() -> None:
    space = Diagrams([2] * 3000)
    worlds: int = space.full
    for axis in reversed(range(3000)):
        worlds &= space.where[axis][1]
    assert space.count(worlds) == 1
    assert space.count(~worlds & space.full) == 2**3000 - 1


def test_sets_of_another_kind_are_refused_not_taken_for_a_number() -> None:
    space = Diagrams([2, 3])
    assert space.where[0][1] & 0 == 0
    assert space.where[0][1] | ~0 == space.full
    with pytest.raises(ValueError, match="6"):
        _ = space.where[0][1] & 6
