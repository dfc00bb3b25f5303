"""Every way of completing what is unknown, and in which of them a conclusion is shown.

A completion gives each unknown one of its values. The steps, from cheap to dear: what no unknown
reaches, what sound bounds prove, what two witnesses prove, every combination of what a conclusion
depends on, and only beyond the limit a sample.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from kemitraan.analysis.scope import open_axes
from kemitraan.progress import steps
from kemitraan.scenario.border import ORIGIN
from kemitraan.worlds.bounds import bounds
from kemitraan.worlds.space import LIMIT, Product, Sample, Space
from kemitraan.worlds.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.worlds.bounds import Bounds

Status = Literal["certain", "possible", "excluded"]
Settled = Literal["slice", "bounds", "witness", "enumeration", "sample"]
"""How a status was found; only the last is no proof."""

WITNESSES: Final = 256
SAMPLE: Final = 2**14
"""How many completions are drawn: to find witnesses, and where there are too many to go through."""

Classes: TypeAlias = "Mapping[int, tuple[tuple[int, ...], ...]]"
"""For each axis that matters its alternatives, those together that nothing tells apart."""


@dataclass(frozen=True)
class Extent:
    """The completions in which a conclusion is shown, among those worth telling apart.

    `space` has an axis for each of `classes`, in their order; `shown` is the set of its worlds.
    `sampled` tells that the space holds only some of the completions.
    """

    classes: Classes
    space: Space
    shown: int
    sampled: bool

    @cached_property
    def matter(self) -> tuple[int, ...]:
        """Return the axes that make a difference (of a sample: all that could)."""
        if self.sampled:
            return tuple(self.classes)
        found = []
        run = self.space.size
        for place, worlds in zip(self.classes, self.space.where, strict=True):
            run //= len(worlds)
            same = {(self.shown & w) >> (number * run) for number, w in enumerate(worlds)}
            if len(same) > 1:
                found.append(place)
        return tuple(found)

    @cached_property
    def total(self) -> int:
        """Return the number of combinations of what makes a difference (or: drawn)."""
        if self.sampled:
            return self.space.size
        return prod(sum(map(len, self.classes[place])) for place in self.matter)

    @cached_property
    def holds(self) -> int:
        """Return in how many of them it is shown; each answer counts by itself."""
        if self.sampled:
            return self.shown.bit_count()
        every = prod(sum(map(len, classes)) for classes in self.classes.values())
        weights = [list(map(len, classes)) for classes in self.classes.values()]
        return _weighed(self.shown, weights) * self.total // every

    @property
    def status(self) -> Status:
        """Return what these completions come to."""
        if not self.shown:
            return "excluded"
        return "certain" if self.shown == self.space.full else "possible"


class Completions:
    """The completions of one case."""

    def __init__(self, case: Case, *, limit: int = LIMIT) -> None:
        self.case = case
        self.limit = limit
        self.axes = open_axes(case)
        self.worlds = Worlds(case.base, [case.scenario], case.choice, self.axes)

    @cached_property
    def conclusions(self) -> tuple[Fact, ...]:
        """Return all that a recommendation could show in some completion.

        Left out is what rests on the profile saying just what the study says: to complete a
        profile is to say more, which tells nothing of the sentra.
        """
        program = self.worlds.program
        return tuple(
            fact
            for fact in sorted(program.bodies)
            if fact.attribute in self.case.base.shown and ORIGIN not in program.cone([fact])
        )

    @cached_property
    def now(self) -> frozenset[Fact]:
        """Return what the recommendation shows as things stand."""
        return frozenset(self.case.admitted)

    # From cheap to dear

    @cached_property
    def depends(self) -> Mapping[Fact, frozenset[int]]:
        """Return the unknowns that can have a part in each conclusion."""
        return {fact: self.worlds.depends([fact]) for fact in self.conclusions}

    @cached_property
    def bounds(self) -> Bounds:
        """Return what surely is concluded and what may be; of the first, guards may hold back."""
        return bounds(self.worlds)

    @cached_property
    def guarded(self) -> frozenset[Fact]:
        """Return the conclusions that a guard may hold back, with what rests on them."""
        program = self.worlds.program
        watched = {fact for _, facts in self.worlds.watched for fact in facts}
        return frozenset(f for f in self.conclusions if not watched.isdisjoint(program.cone([f])))

    @cached_property
    def witnesses(self) -> tuple[int, Mapping[Fact, int]]:
        """Return some completions, all of them as a set, and those in which each is shown."""
        space = Sample([len(axis.alternatives) for axis in self.axes], WITNESSES)
        return space.full, self.worlds.shown(space, self.conclusions)

    def settle(self, facts: Iterable[Fact] | None = None) -> dict[Fact, tuple[Status, Settled]]:
        """Return the status of each conclusion (of all, if None), and how it was found."""
        full, seen = self.witnesses
        found: dict[Fact, tuple[Status, Settled]] = {}
        left: list[Fact] = []
        for fact in self.conclusions if facts is None else facts:
            if not self.depends[fact]:
                found[fact] = ("certain" if fact in self.now else "excluded", "slice")
            elif fact not in self.bounds.may:
                found[fact] = ("excluded", "bounds")
            elif fact in self.bounds.sure and fact not in self.guarded:
                found[fact] = ("certain", "bounds")
            elif 0 < seen[fact] < full:
                found[fact] = ("possible", "witness")
            else:
                left.append(fact)
        for fact, extent in self.extents(left).items():
            if not extent.sampled:
                found[fact] = (extent.status, "enumeration")
            else:
                # Two completions that differ are a proof wherever they come from.
                found[fact] = (
                    extent.status,
                    "witness" if extent.status == "possible" else "sample",
                )
        return found

    def extents(self, facts: Iterable[Fact]) -> dict[Fact, Extent]:
        """Return in which completions each of these is shown."""
        groups: dict[frozenset[int], list[Fact]] = defaultdict(list)
        for fact in facts:
            groups[self.depends[fact]].append(fact)
        found: dict[Fact, Extent] = {}
        beyond: list[Fact] = []
        for group in steps(groups.values(), len(groups)):
            for part in [group, *([fact] for fact in group if len(group) > 1)]:
                left = [fact for fact in part if fact not in found]
                if not left:
                    break
                every = self.worlds.classes(left)
                alike = {place: every[place] for place in sorted(self.depends[group[0]])}
                sizes = [len(classes) for classes in alike.values()]
                if prod(sizes) <= self.limit:
                    picks = tuple(tuple(same[0] for same in classes) for classes in every)
                    shown = self.worlds.exact(left, picks)
                    space = Product(sizes)
                    found |= {f: Extent(alike, space, shown[f], sampled=False) for f in left}
            beyond.extend(fact for fact in group if fact not in found)
        return found | self.sampled(beyond)

    def sampled(self, facts: Sequence[Fact]) -> dict[Fact, Extent]:
        """Return the same, each seen over one sample of all completions."""
        if not facts:
            return {}
        sample = Sample([len(axis.alternatives) for axis in self.axes], SAMPLE)
        shown = self.worlds.shown(sample, facts)
        found = {}
        for fact in facts:
            places = sorted(self.depends[fact])
            classes = {
                p: tuple((a,) for a in range(len(self.axes[p].alternatives))) for p in places
            }
            space = Space(SAMPLE, [sample.where[place] for place in places])
            found[fact] = Extent(classes, space, shown[fact], sampled=True)
        return found


def _weighed(worlds: int, weights: Sequence[Sequence[int]]) -> int:
    """Return how many worlds of a product a set of them stands for.

    Each alternative of an axis stands for so many; the last axis changes fastest.
    """
    sizes = [len(axis) for axis in weights]
    runs = [prod(sizes[place + 1 :]) for place in range(len(sizes))]
    known: dict[tuple[int, int], int] = {}

    def below(part: int, place: int) -> int:
        if not part or place == len(weights):
            return part
        found = known.get((part, place))
        if found is None:
            run = runs[place]
            within = (1 << run) - 1
            found = known[part, place] = sum(
                weight * below(part >> (number * run) & within, place + 1)
                for number, weight in enumerate(weights[place])
            )
        return found

    return below(worlds, 0)
