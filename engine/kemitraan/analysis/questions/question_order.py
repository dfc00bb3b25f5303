"""Asking one thing after another: what each answer settles, and how many questions remain."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from kemitraan.worlds.space import Product

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kemitraan.analysis.certain.completions import Completions, Extent
    from kemitraan.fact import Fact, Slot

TREE: Final = 20_000
"""How many states of knowledge are gone through for the best order of questions."""

Answer: TypeAlias = "Mapping[int, int]"
"""What is answered: for each axis of a thing the place of its alternative."""
Verdicts: TypeAlias = "dict[Slot, dict[Fact, tuple[bool, ...]]]"
"""For each question and each conclusion it touches, whether each answer settles it."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How many questions settle something: with the luckiest answers, and with the unluckiest.

    `exact` is the best order of questions against any answers; `greedy` asks each time what
    settles most, and follows the answers that settle most, or least, at each step.
    """

    best: int
    worst: int
    method: Literal["exact", "greedy"]


class Worth(NamedTuple):
    """How many conclusions a question settles: on average over its answers, and by each."""

    mean: float
    counts: tuple[int, ...]


class Asking:
    """What is undecided about a case, and what answers make of it."""

    def __init__(self, completions: Completions, extents: Mapping[Fact, Extent]) -> None:
        self.axes = completions.axes
        self.worlds = completions.worlds
        self.extents = extents
        # For each conclusion the completions in question, as a set of worlds of its extent.
        self.start = {fact: extent.space.full for fact, extent in extents.items()}

    @cached_property
    def places(self) -> Mapping[Slot, tuple[int, ...]]:
        """Return the unknowns that make a difference, each with its axes that do."""
        found: dict[Slot, set[int]] = defaultdict(set)
        for extent in self.extents.values():
            for place in extent.matter:
                found[self.axes[place].slot].add(place)
        order = {axis.slot: None for axis in self.axes}
        return {thing: tuple(sorted(found[thing])) for thing in order if thing in found}

    @cached_property
    def touched(self) -> Mapping[Slot, tuple[Fact, ...]]:
        """Return the conclusions to which each unknown makes a difference."""
        return {
            thing: tuple(f for f, e in self.extents.items() if not set(places).isdisjoint(e.matter))
            for thing, places in self.places.items()
        }

    def answers(self, thing: Slot) -> list[dict[int, int]]:
        """Return every answer to a question, as far as it makes a difference."""
        places = self.places[thing]
        sizes = [range(len(self.axes[place].alternatives)) for place in places]
        return [dict(zip(places, chosen, strict=True)) for chosen in product(*sizes)]

    def left(self, fact: Fact, known: int, answer: Answer) -> int:
        """Return the completions of a conclusion that an answer leaves of those known."""
        extent = self.extents[fact]
        for at, (place, classes) in enumerate(extent.classes.items()):
            if place in answer:
                number = next(n for n, alike in enumerate(classes) if answer[place] in alike)
                known &= extent.space.where[at][number]
        return known

    def settled(self, fact: Fact, known: int) -> bool:
        """Tell whether a conclusion is the same in all completions that are left."""
        shown = self.extents[fact].shown & known
        return shown in (0, known)

    def verdict(self, fact: Fact, known: int, thing: Slot) -> tuple[bool, ...]:
        """Tell for each answer to a question whether it settles a conclusion."""
        return tuple(
            self.settled(fact, self.left(fact, known, answer)) for answer in self.answers(thing)
        )

    @cached_property
    def verdicts(self) -> Verdicts:
        """Return what each answer settles as things stand."""
        return {
            thing: {fact: self.verdict(fact, self.start[fact], thing) for fact in facts}
            for thing, facts in self.touched.items()
        }

    def worth(self, verdicts: Iterable[tuple[bool, ...]]) -> Worth:
        """Return what a question is worth, from what its answers do to each conclusion."""
        counts = [sum(answer) for answer in zip(*verdicts, strict=True)] or [0]
        return Worth(sum(counts) / len(counts), tuple(counts))

    def greedy(self, facts: Iterable[Fact]) -> Effort:
        """Return how many questions settle these conclusions, asking first what settles most."""
        listed = list(facts)
        return Effort(self._greedy(listed, lucky=True), self._greedy(listed, lucky=False), "greedy")

    def _greedy(self, facts: Sequence[Fact], *, lucky: bool) -> int:
        known = {fact: self.start[fact] for fact in facts}
        open_ = {
            thing: {fact: verdict for fact, verdict in verdicts.items() if fact in known}
            for thing, verdicts in self.verdicts.items()
        }
        asked = 0
        while known:
            worth = {thing: self.worth(verdicts.values()) for thing, verdicts in open_.items()}
            # Of several alike the first: `max` keeps it.
            thing = max(open_, key=lambda t: (worth[t].mean, len(open_[t])))
            counts = worth[thing].counts
            chosen = counts.index(max(counts) if lucky else min(counts))
            answer = self.answers(thing)[chosen]
            asked += 1
            for fact, verdict in open_.pop(thing).items():
                known[fact] = self.left(fact, known[fact], answer)
                for other, verdicts in open_.items():
                    if fact in verdicts and verdict[chosen]:
                        del verdicts[fact]
                    elif fact in verdicts:
                        verdicts[fact] = self.verdict(fact, known[fact], other)
                if verdict[chosen]:
                    del known[fact]
        return asked

    def effort(self, facts: Sequence[Fact]) -> Effort:
        """Return the same by the best order of questions, where that can be gone through."""
        if not facts:
            return Effort(0, 0, "exact")
        classes = self.worlds.classes(facts)
        matter = {place for fact in facts for place in self.extents[fact].matter}
        sampled = any(self.extents[fact].sampled for fact in facts)
        if sampled or prod(1 + len(classes[place]) for place in matter) > TREE:
            return self.greedy(facts)
        picks = tuple(
            tuple(alike[0] for alike in classes[place]) if place in matter else (0,)
            for place in range(len(self.axes))
        )
        space = Product([len(pick) for pick in picks])
        tree = _Tree(tuple(self.worlds.exact(facts, picks).values()))
        by_slot: dict[Slot, list[int]] = defaultdict(list)
        for place in sorted(matter):
            by_slot[self.axes[place].slot].append(place)
        tree.questions = [
            [_both(space.full, chosen) for chosen in product(*(space.where[p] for p in places))]
            for places in by_slot.values()
        ]
        return Effort(tree.best(space.full), tree.worst(space.full), "exact")


def _both(full: int, sets: Iterable[int]) -> int:
    for worlds in sets:
        full &= worlds
    return full


class _Tree:
    """The best order of questions; `questions` lists what each answer to each leaves."""

    def __init__(self, shown: tuple[int, ...]) -> None:
        self.shown = shown
        self.questions: list[list[int]] = []
        self._best: dict[int, int] = {}
        self._worst: dict[int, int] = {}

    def over(self, known: int) -> bool:
        return all(worlds & known in (0, known) for worlds in self.shown)

    def splits(self, known: int) -> list[list[int]]:
        found = [[known & answer for answer in answers] for answers in self.questions]
        return [parts for parts in found if known not in parts]

    def best(self, known: int) -> int:
        """Return the least number of answers that can settle everything."""
        if self.over(known):
            return 0
        if known not in self._best:
            parts = {part for split in self.splits(known) for part in split}
            self._best[known] = 1 + min(self.best(part) for part in sorted(parts))
        return self._best[known]

    def worst(self, known: int) -> int:
        """Return how many questions the best order of them needs at most."""
        if self.over(known):
            return 0
        if known not in self._worst:
            self._worst[known] = 1 + min(
                max(self.worst(part) for part in split) for split in self.splits(known)
            )
        return self._worst[known]
