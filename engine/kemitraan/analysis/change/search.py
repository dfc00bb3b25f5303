"""The search for irreducible changes: over every combination, or by size where these are too many.

A set of changes is irreducible where a conclusion is as wanted in the world that makes them, and
in no world that makes only some of them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, groupby
from typing import TYPE_CHECKING, Final, TypeAlias

from kemitraan.worlds.minimal import irreducible, numbers
from kemitraan.worlds.space import LIMIT, Listed, Product, changes, count_changes
from kemitraan.worlds.worlds import count

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kemitraan.fact import Fact
    from kemitraan.worlds.worlds import Picks, Worlds

Changes: TypeAlias = tuple[tuple[int, int], ...]
"""Changes of one world: places of axes and of the picked alternatives they are moved to."""
Way: TypeAlias = tuple[tuple[int, tuple[int, ...]], ...]
"""Changes that serve alike: places of axes, each with the alternatives it may be moved to."""

LISTED: Final = 200_000
"""How many sets of changes of one size are looked at."""


@dataclass(frozen=True, slots=True)
class Found:
    """The irreducible ways, and over what they are all: how many axes, how many combinations.

    `up_to` is the size to which sets of changes were looked at; None: every combination was.
    """

    ways: tuple[Way, ...]
    axes: tuple[int, ...]
    combinations: int
    up_to: int | None


def search(worlds: Worlds, target: Fact, among: Iterable[int], *, wanted: bool) -> Found:
    """Return every irreducible way to have a conclusion shown (or not shown, unless `wanted`).

    Args:
        worlds: the axes; the first alternative of each is how things are.
        target: the conclusion.
        among: places of the axes that may be moved.
        wanted: whether it is to be shown.
    """
    classes = worlds.classes([target], among)
    picks: Picks = tuple(tuple(alike[0] for alike in axis) for axis in classes)
    moving = tuple(place for place, axis in enumerate(picks) if len(axis) > 1)
    if count(picks) <= LIMIT:
        up_to, listed = None, list(_exact(worlds, target, picks, wanted=wanted))
    else:
        up_to, listed = _by_size(worlds, target, picks, moving, wanted=wanted)
    ways = tuple(
        tuple(
            (axis, tuple(sorted(a for pick in chosen for a in classes[axis][pick])))
            for axis, chosen in way
        )
        for way in gathered(listed)
    )
    return Found(ways, moving, count(picks), up_to)


def _exact(worlds: Worlds, target: Fact, picks: Picks, *, wanted: bool) -> Iterator[Changes]:
    space = Product([len(p) for p in picks])
    shown = worlds.exact([target], picks)[target]
    for number in numbers(irreducible(space, shown if wanted else space.full ^ shown)):
        yield tuple((axis, a) for axis, a in enumerate(space.choice(number)) if a)


def _by_size(
    worlds: Worlds, target: Fact, picks: Picks, moving: Collection[int], *, wanted: bool
) -> tuple[int | None, list[Changes]]:
    """Return the size to which sets were looked at, and the irreducible ones among them."""
    sizes = [len(p) for p in picks]
    places = tuple(moving)
    most = 0
    while most < len(places) and _of_size(sizes, most + 1) <= LISTED:
        most += 1
    found: dict[Changes, None] = {}
    for size, sets in groupby(changes([sizes[p] for p in places], most), key=len):
        named = (tuple((places[i], a) for i, a in world) for world in sets)
        tried = [
            world
            for world in named
            if not any(part in found for n in range(size) for part in combinations(world, n))
        ]
        space = Listed(sizes, tried)
        shown = worlds.shown(space, [target], picks)[target]
        for number in numbers(shown if wanted else space.full ^ shown):
            found[tried[number]] = None
        if () in found:
            # No change is needed, so that every other set is reducible.
            return None, [()]
    return most, list(found)


def _of_size(sizes: list[int], size: int) -> int:
    return count_changes(sizes, size) - count_changes(sizes, size - 1)


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
