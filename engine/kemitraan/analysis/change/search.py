"""The search for irreducible changes: over every combination, or by size where these are too many.

A set of changes is irreducible where a conclusion is as wanted in the world that makes them, and
in no world that makes only some of them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, groupby
from math import prod
from typing import TYPE_CHECKING, TypeAlias

from kemitraan.worlds.combinations import LISTED
from kemitraan.worlds.diagrams import MOST_NODES, TooLarge
from kemitraan.worlds.minimal import changes_in, irreducible
from kemitraan.worlds.space import Listed, changes, count_of_size, numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.fact import Fact
    from kemitraan.worlds.minimal import Changes
    from kemitraan.worlds.worlds import Worlds

Way: TypeAlias = tuple[tuple[int, tuple[int, ...]], ...]
"""Changes that serve alike: places of axes, each with the alternatives it may be moved to."""


@dataclass(frozen=True, slots=True)
class Found:
    """The irreducible ways, and over what they are all: which axes, how many combinations.

    `up_to` is the size to which sets of changes were looked at; None: every combination was.
    """

    ways: tuple[Way, ...]
    axes: tuple[int, ...]
    combinations: int
    up_to: int | None


def search(
    worlds: Worlds, target: Fact, among: Iterable[int], *, wanted: bool, most: int = MOST_NODES
) -> Found:
    """Return every irreducible way to have a conclusion shown (or not shown, unless `wanted`).

    Args:
        worlds: the axes; the first alternative of each is how things are.
        target: the conclusion.
        among: places of the axes that may be moved.
        wanted: whether it is to be shown.
        most: how many nodes diagrams may take before sets of changes are looked at by size.
    """
    varied = worlds.depends([target]) & frozenset(among)
    try:
        space = worlds.space(varied, most)
        shown = worlds.shown(space, [target])[target]
        least = irreducible(space, shown if wanted else ~shown & space.full)
        up_to, listed = None, list(changes_in(space, least, space.support(shown)))
    except TooLarge:
        up_to, listed = _by_size(worlds, target, sorted(varied), wanted=wanted)
    count = prod(worlds.sizes[place] for place in varied)
    return Found(tuple(gathered(listed)), tuple(sorted(varied)), count, up_to)


def _by_size(
    worlds: Worlds, target: Fact, places: Sequence[int], *, wanted: bool
) -> tuple[int | None, list[Changes]]:
    """Return the size to which sets were looked at, and the irreducible ones among them."""
    sizes = [worlds.sizes[place] for place in places]
    most = 0
    while most < len(places) and count_of_size(sizes, most + 1) <= LISTED:
        most += 1
    found: dict[Changes, None] = {}
    for size, sets in groupby(changes(sizes, most), key=len):
        named = (tuple((places[i], a) for i, a in world) for world in sets)
        tried = [
            world
            for world in named
            if not any(part in found for n in range(size) for part in combinations(world, n))
        ]
        space = Listed(worlds.sizes, tried)
        shown = worlds.shown(space, [target])[target]
        for number in numbers(shown if wanted else ~shown & space.full):
            found[tried[number]] = None
        if () in found:
            # No change is needed, so that every other set is reducible.
            return None, [()]
    return (None if most == len(places) else most), list(found)


def gathered(worlds: Iterable[Changes]) -> list[Way]:
    """Return the same changes with those together that differ on one axis alone."""
    ways: list[Way] = [tuple((axis, (a,)) for axis, a in world) for world in worlds]
    for place in range(max((len(way) for way in ways), default=0)):
        alike: dict[tuple[object, ...], list[Way]] = defaultdict(list)
        for way in ways:
            key = (way,) if place >= len(way) else (way[:place], way[place][0], way[place + 1 :])
            alike[key].append(way)
        ways = [_joined(same, place) for same in alike.values()]
    return sorted(ways, key=lambda way: (len(way), way))


def _joined(alike: list[Way], place: int) -> Way:
    first = alike[0]
    if len(alike) == 1:
        return first
    options = sorted(a for way in alike for a in way[place][1])
    return (*first[:place], (first[place][0], tuple(options)), *first[place + 1 :])
