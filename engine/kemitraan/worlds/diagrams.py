"""Every combination of alternatives at once: sets of worlds as decision diagrams.

A world chooses one alternative on each axis. A diagram asks one axis after the other, in a fixed
order, and leaves out what makes no difference; so the same set is always the same diagram, what it
asks is what matters, and combinations are counted without going through them. (Multi-valued
decision diagrams with complemented edges.)
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from kemitraan.logic.literals import FALSE, TRUE, Graph
from kemitraan.worlds.space import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kemitraan.logic.literals import Literal

MOST_NODES: Final = 100_000
"""How many nodes diagrams may take together before the attempt is given up (a second or two)."""


class TooLarge(Exception):  # noqa: N818  # a result, told to the reader as such
    """The diagrams outgrew the number of nodes allowed."""


class Diagrams(Space, Graph):
    """All worlds over axes with these numbers of alternatives, asked in the order of `order`.

    Axes that are not `varied` (all are, if None) stay at their first alternative.

    Raises:
        TooLarge: by any operation on its sets that makes more than `most` nodes. Once what was
            wanted is found, `most` may be raised: what is asked of small diagrams is small.
    """

    def __init__(
        self,
        sizes: Sequence[int],
        order: Sequence[int] | None = None,
        varied: Iterable[int] | None = None,
        most: int = MOST_NODES,
    ) -> None:
        self.sizes = tuple(sizes)
        self.most = most
        self.order = tuple(range(len(sizes)) if order is None else order)
        self.level = {axis: level for level, axis in enumerate(self.order)}
        # Each node: the level of its axis, and the set that each alternative leaves.
        self.nodes: list[tuple[int, tuple[int, ...]]] = [(len(self.order), ())]
        self._made: dict[tuple[int, tuple[int, ...]], int] = {}
        self._joined: dict[tuple[int, int], int] = {}
        Graph.__init__(self)
        free = set(range(len(sizes)) if varied is None else varied)
        self.axes = tuple(a for a in range(len(sizes)) if a in free and sizes[a] > 1)
        """The places of the axes that vary."""
        self.full = self.literals[TRUE]
        self.where = [
            [self.literals[self._alternative(axis, place)] for place in range(size)]
            if axis in free
            else [self.full, *[self.literals[FALSE]] * (size - 1)]
            for axis, size in enumerate(sizes)
        ]

    def _alternative(self, axis: int, place: int) -> int:
        parts = (int(other == place) for other in range(self.sizes[axis]))
        return self._node(self.level[axis], tuple(parts))

    def _node(self, level: int, parts: tuple[int, ...]) -> int:
        """Return the set that is `parts[a]` where the axis of the level is at alternative `a`."""
        first = parts[0]
        if all(part == first for part in parts):
            return first
        # The first part of a node is never a complement: so a set has one form.
        if first & 1:
            return self._node(level, tuple(part ^ 1 for part in parts)) ^ 1
        key = (level, parts)
        node = self._made.get(key)
        if node is None:
            node = self._made[key] = len(self.nodes)
            if node > self.most:
                raise TooLarge
            self.nodes.append(key)
            self.admit(node)
        return 2 * node

    def _parts(self, literal: int, level: int) -> tuple[int, ...] | None:
        """Return what each alternative on a level leaves of a set; None where all leave it."""
        at, parts = self.nodes[literal >> 1]
        if at != level:
            return None
        return tuple(part ^ 1 for part in parts) if literal & 1 else parts

    def both(self, one: int, other: int) -> int:
        """Return the worlds in both of two sets (as plain ints)."""
        known = self._joined
        found = _at_once(one, other)
        if found is not None:
            return found
        top = (one, other) if one < other else (other, one)
        # Depth first without recursion: diagrams may ask as many axes as there are.
        waiting = [top]
        while waiting:
            key = waiting[-1]
            if key in known:
                waiting.pop()
                continue
            left, right = key
            level = min(self.nodes[left >> 1][0], self.nodes[right >> 1][0])
            lefts, rights = self._parts(left, level), self._parts(right, level)
            if lefts is None:
                pairs = [(left, part) for part in rights or ()]
            elif rights is None:
                pairs = [(part, right) for part in lefts]
            else:
                pairs = list(zip(lefts, rights, strict=True))
            parts: list[int] = []
            for a, b in pairs:
                part = _at_once(a, b)
                if part is None:
                    below = (a, b) if a < b else (b, a)
                    part = known.get(below)
                    if part is None:
                        waiting.append(below)
                        continue
                parts.append(part)
            if len(parts) == len(pairs):
                known[key] = self._node(level, tuple(parts))
                waiting.pop()
        return known[top]

    def union(self, sets: Iterable[int]) -> int:
        """Return the worlds in any of some sets."""
        # What is asked last first: each set then only adds nodes above those already there.
        return super().union(sorted(sets, key=lambda s: -self.nodes[int(s) >> 1][0]))

    # What is told of a set

    def contains(self, worlds: int, world: Mapping[int, int]) -> bool:
        """Tell whether a world is in a set; axes that are not named are at their first place."""
        literal = int(worlds)
        while literal > TRUE:
            level, parts = self.nodes[literal >> 1]
            literal = parts[world.get(self.order[level], 0)] ^ (literal & 1)
        return literal == TRUE

    def support(self, worlds: int) -> frozenset[int]:
        """Return the places of the axes that make a difference to a set."""
        return frozenset(self.order[self.nodes[node][0]] for node in self.below(worlds))

    def below(self, worlds: int, level: int | None = None) -> list[int]:
        """Return the nodes of a diagram, each before those it asks next.

        With a level, those alone that ask nothing behind it.
        """
        last = len(self.order) if level is None else level
        found: set[int] = set()
        waiting = [int(worlds) >> 1]
        while waiting:
            node = waiting.pop()
            if node and node not in found and self.nodes[node][0] <= last:
                found.add(node)
                waiting.extend(part >> 1 for part in self.nodes[node][1])
        return sorted(found, key=lambda node: self.nodes[node][0])

    def count(self, worlds: int, axes: Iterable[int] | None = None) -> int:
        """Return the number of combinations of these axes (all that vary, if None) in a set.

        The axes must be among them that make a difference to it.
        """
        return sum(self.by_changes(worlds, axes, lambda _: 0))

    def by_changes(
        self,
        worlds: int,
        axes: Iterable[int] | None = None,
        changes: Callable[[int], int] = bool,
    ) -> list[int]:
        """Return how many combinations of these axes in a set make 0, 1, 2 … changes.

        `changes` tells how many an alternative counts for: 0 for the first, else 1, by default.
        """
        at = sorted(self.level[axis] for axis in (self.axes if axes is None else axes))
        rank = {level: number for number, level in enumerate(at)}
        rank[len(self.order)] = len(at)
        every = [[1]]
        for level in reversed(at):
            every.append(_times(every[-1], self._ways(level, changes)))
        every.reverse()

        @cache
        def passed(start: int, end: int) -> list[int]:
            """Return the ways through levels that a diagram leaves out."""
            if end == len(at):
                return every[start]
            ways = [1]
            for level in at[start:end]:
                ways = _times(ways, self._ways(level, changes))
            return ways

        below: dict[int, list[int]] = {0: []}

        def ways(literal: int, start: int) -> list[int]:
            """Return the ways into a set from a rank on; `below` has those from its own node."""
            own = rank[self.nodes[literal >> 1][0]]
            inside = below[literal >> 1]
            if literal & 1:
                inside = _plus(every[own], [-n for n in inside])
            return _times(passed(start, own), inside)

        for node in reversed(self.below(worlds)):
            level, parts = self.nodes[node]
            found: list[int] = []
            for place, part in enumerate(parts):
                found = _plus(
                    found, _times([0] * changes(place) + [1], ways(part, rank[level] + 1))
                )
            below[node] = found
        return ways(int(worlds), 0)

    def _ways(self, level: int, changes: Callable[[int], int]) -> list[int]:
        ways: list[int] = []
        for place in range(self.sizes[self.order[level]]):
            ways = _plus(ways, [0] * changes(place) + [1])
        return ways

    def worlds(self, worlds: int, axes: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """Yield each combination of these axes in a set, as the place of each alternative.

        The axes must be among them that make a difference to it.
        """
        at = sorted(axes, key=self.level.__getitem__)
        waiting: list[tuple[int, tuple[int, ...]]] = [(int(worlds), ())]
        place_of = {axis: number for number, axis in enumerate(at)}
        while waiting:
            literal, chosen = waiting.pop()
            if literal == FALSE:
                continue
            if len(chosen) == len(at):
                yield tuple(chosen[place_of[axis]] for axis in axes)
                continue
            axis = at[len(chosen)]
            parts = self._parts(literal, self.level[axis])
            waiting.extend(
                (parts[place] if parts else literal, (*chosen, place))
                for place in reversed(range(self.sizes[axis]))
            )

    # Moving along axes

    def moved(self, worlds: int, axis: int, place: int) -> Literal:
        """Return the worlds that lie in a set once this axis, and nothing else, is moved."""
        level = self.level[axis]
        now: dict[int, int] = {0: 0}

        def there(literal: int) -> int:
            node = literal >> 1
            return (now[node] if node in now else 2 * node) ^ (literal & 1)

        for node in reversed(self.below(worlds, level)):
            at, parts = self.nodes[node]
            if at < level:
                now[node] = self._node(at, tuple(map(there, parts)))
            else:
                now[node] = parts[place]
        return self.literals[there(int(worlds))]

    def somehow(self, worlds: int, axis: int) -> Literal:
        """Return the worlds that lie in a set with this axis at some alternative."""
        found = self.literals[FALSE]
        for place in range(self.sizes[axis]):
            found = found | self.moved(worlds, axis, place)
        return found


def _at_once(one: int, other: int) -> int | None:
    """Return the conjunction of two sets where it is plain from the two."""
    if one == FALSE or other == FALSE or one ^ 1 == other:
        return FALSE
    if one in (TRUE, other):
        return other
    return one if other == TRUE else None


def _plus(one: Sequence[int], other: Sequence[int]) -> list[int]:
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    return [n + (shorter[k] if k < len(shorter) else 0) for k, n in enumerate(longer)]


def _times(one: Sequence[int], other: Sequence[int]) -> list[int]:
    if not one or not other:
        return []
    found = [0] * (len(one) + len(other) - 1)
    for i, n in enumerate(one):
        for k, m in enumerate(other):
            found[i + k] += n * m
    return found
