"""Sets of two or three changes that flip something together though no part of them does."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

from kemitraan.analysis.scope import Change, change
from kemitraan.analysis.told import apart, told_now, with_beside
from kemitraan.knowledge.shown import Aspect
from kemitraan.published import Data
from kemitraan.recommendation.differences import Difference, moved
from kemitraan.recommendation.lines import Lines
from kemitraan.worlds.combinations import LISTED, SAMPLE
from kemitraan.worlds.space import Listed, changes, count_of_size, numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.case import Case
    from kemitraan.worlds.minimal import Changes
    from kemitraan.worlds.worlds import Worlds

SHOWN: Final = 50
"""How many sets are told in words; all are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSet(Data):
    """Changes made together, and what of the aspect is then shown otherwise."""

    changes: tuple[Change, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Combined(Data):
    """How many sets of `size` changes flip an aspect though no part of the set does.

    `possible` sets can have a part in the aspect, `tested` of them were looked at (all, unless
    `sampled`), `count` flip it; `controllable` of these lie wholly in the hands of a programme.
    `sets` are the first of them, those a programme can bring about before others.
    """

    aspect: Aspect
    size: int
    possible: int
    tested: int
    sampled: bool
    count: int
    controllable: int
    sets: tuple[ChangeSet, ...]


def combined(
    case: Case,
    worlds: Worlds,
    singles: Iterable[tuple[int, int]],
    aspect: Aspect,
    size: int,
    most: int = LISTED,
) -> Combined:
    """Return the sets of exactly `size` changes that flip an aspect only together.

    `singles` are the changes there are: places of axes, and of alternatives. Up to `most` sets
    are looked at one and all, beyond that a seeded sample.
    """
    targets = [
        f for f in sorted(worlds.program.bodies) if f.attribute in case.base.shown.aspects[aspect]
    ]
    listened = with_beside(case, worlds, targets)
    matter = worlds.depends(listened)
    options: dict[int, list[int]] = defaultdict(list)
    for place, option in singles:
        if place in matter:
            options[place].append(option)
    places = sorted(options)
    sizes = [1 + len(options[place]) for place in places]
    possible = count_of_size(sizes, size)
    sampled = possible > most
    drawn = _sample(sizes, size) if sampled else changes(sizes, size)
    listed: list[Changes] = [
        tuple((places[i], options[places[i]][chosen - 1]) for i, chosen in made) for made in drawn
    ]
    space = Listed(worlds.sizes, listed)
    now = told_now(case)
    otherwise = apart(case, worlds.shown(space, listened), targets, space.full)
    flipping = {listed[number]: number for number in numbers(space.union(otherwise.values()))}
    found = [
        made
        for made in flipping
        if len(made) == size and not any(p in flipping for p in parts(made))
    ]
    lines = Lines(case.view, now.intersection(targets))
    in_hand = {
        move
        for made in found
        for move in made
        if change(case, worlds.axes[move[0]], move[1]).controllable
    }
    found.sort(key=lambda made: (sum(m not in in_hand for m in made), made))
    return Combined(
        aspect=aspect,
        size=size,
        possible=possible,
        tested=sum(len(made) == size for made in listed),
        sampled=sampled,
        count=len(found),
        controllable=sum(in_hand.issuperset(made) for made in found),
        sets=tuple(
            ChangeSet(
                changes=tuple(change(case, worlds.axes[place], a) for place, a in made),
                differences=moved(
                    lines, (f for f, w in otherwise.items() if w >> flipping[made] & 1)
                ),
            )
            for made in found[:SHOWN]
        ),
    )


def parts(made: Changes) -> Iterable[Changes]:
    """Yield every smaller set of the changes, but for none of them."""
    for size in range(1, len(made)):
        yield from combinations(made, size)


def _sample(sizes: Sequence[int], size: int) -> list[Changes]:
    """Return a seeded sample of sets of so many changes, with every part of each, none first."""
    chance = random.Random(0)  # noqa: S311  # a sample, no secret
    moves = [(place, chosen) for place, n in enumerate(sizes) for chosen in range(1, n)]
    drawn: dict[Changes, None] = {(): None}
    for _ in range(SAMPLE):
        made = tuple(sorted(chance.sample(moves, size)))
        if len({place for place, _ in made}) == size:
            drawn.update(dict.fromkeys((*parts(made), made)))
    return list(drawn)
