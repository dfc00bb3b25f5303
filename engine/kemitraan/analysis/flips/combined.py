"""Sets of two or three changes that flip something together though no part of them does."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

from kemitraan.analysis.scope import Change, change
from kemitraan.analysis.told import apart, members, told_now
from kemitraan.recommendation.differences import Difference, moved
from kemitraan.recommendation.lines import Lines
from kemitraan.worlds.space import LIMIT, Listed, changes, count_changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.case import Case
    from kemitraan.knowledge.shown import Aspect
    from kemitraan.worlds.worlds import Picks, Worlds

SAMPLE: Final = 2**17
"""How many sets of changes are looked at where there are more than the limit."""
SHOWN: Final = 50
"""How many sets are told in words; all are counted."""

Moves = tuple[tuple[int, int], ...]
"""Changes as places of axes and, of each, the place of the alternative picked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSet:
    """Changes made together, and what of the aspect is then shown otherwise."""

    changes: tuple[Change, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Combined:
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
    case: Case, worlds: Worlds, picks: Picks, aspect: Aspect, size: int, limit: int = LIMIT
) -> Combined:
    """Return the sets of exactly `size` changes that flip an aspect only together.

    `picks` are the alternatives on each axis that count as changes, as it is now first. Up to
    `limit` sets are looked at one and all, beyond that a seeded sample.
    """
    targets = [
        f for f in sorted(worlds.program.bodies) if f.attribute in case.base.shown.aspects[aspect]
    ]
    matter = worlds.depends(targets)
    among = tuple(p if place in matter else (0,) for place, p in enumerate(picks))
    sizes = [len(p) for p in among]
    possible = count_changes(sizes, size) - count_changes(sizes, size - 1)
    sampled = possible > limit
    listed = _sample(sizes, size) if sampled else list(changes(sizes, size))
    space = Listed(sizes, listed)
    now = told_now(case)
    otherwise = apart(worlds.shown(space, targets, among), now, space.full)
    anywhere = 0
    for where in otherwise.values():
        anywhere |= where
    flipping = {listed[number]: number for number in members(anywhere)}
    found = [
        made
        for made in flipping
        if len(made) == size and not any(p in flipping for p in parts(made))
    ]
    lines = Lines(case.view, now.intersection(targets))
    in_hand = {
        (place, chosen)
        for made in found
        for place, chosen in made
        if change(case, worlds.axes[place], among[place][chosen]).controllable
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
                changes=tuple(change(case, worlds.axes[p], among[p][c]) for p, c in made),
                differences=moved(
                    lines,
                    [f for f, w in otherwise.items() if w >> flipping[made] & 1 and f in now],
                    [f for f, w in otherwise.items() if w >> flipping[made] & 1 and f not in now],
                ),
            )
            for made in found[:SHOWN]
        ),
    )


def parts(made: Moves) -> Iterable[Moves]:
    """Yield every smaller set of the changes, but for none of them."""
    for size in range(1, len(made)):
        yield from combinations(made, size)


def _sample(sizes: Sequence[int], size: int) -> list[Moves]:
    """Return a seeded sample of sets of so many changes, with every part of each, none first."""
    chance = random.Random(0)  # noqa: S311  # a sample, no secret
    moves = [(place, chosen) for place, n in enumerate(sizes) for chosen in range(1, n)]
    drawn: dict[Moves, None] = {(): None}
    for _ in range(SAMPLE):
        made = tuple(sorted(chance.sample(moves, size)))
        if len({place for place, _ in made}) == size:
            drawn.update(dict.fromkeys((*parts(made), made)))
    return list(drawn)
