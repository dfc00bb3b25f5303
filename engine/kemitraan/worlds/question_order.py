"""Asking one thing after another: what each answer settles, and how many questions remain."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from kemitraan.logic.literals import FALSE, TRUE
from kemitraan.worlds.diagrams import Diagrams

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kemitraan.fact import Fact, Slot
    from kemitraan.worlds.axes import Axis
    from kemitraan.worlds.combinations import Combinations

STATES: Final = 20_000
"""How many states of knowledge are gone through for the best order of questions."""

ANSWERS: Final = 64
"""How many answers to one question are followed up; of more, that nothing applies or one thing."""

Verdict = tuple[bool, ...]
"""For each answer to a question, whether it settles a conclusion."""


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


class QuestionOrder:
    """What is undecided over one space of completions, and what answers make of it.

    What is known of a conclusion is the set of worlds in which it is shown, with each answer
    given put in: once that is no world or every world, the conclusion is settled.
    """

    def __init__(self, axes: Sequence[Axis], undecided: Mapping[Fact, Combinations]) -> None:
        self.axes = axes
        self.undecided = undecided
        self.spaces = {fact: over.space for fact, over in undecided.items()}
        self._after: dict[tuple[int, int, Slot], tuple[int, ...]] = {}
        self._moved: dict[tuple[int, int, int, int], int] = {}

    @cached_property
    def places(self) -> Mapping[Slot, tuple[int, ...]]:
        """Return the unknowns that make a difference, each with its axes that do."""
        matter = {place for over in self.undecided.values() for place in over.axes}
        found: dict[Slot, list[int]] = defaultdict(list)
        for place in sorted(matter):
            found[self.axes[place].slot].append(place)
        return {slot: tuple(places) for slot, places in found.items()}

    def after(self, fact: Fact, known: int, slot: Slot) -> tuple[int, ...]:
        """Return what each answer to a question makes of what is known of a conclusion."""
        space = self.spaces[fact]
        if not isinstance(space, Diagrams):
            # Of a sample no answer is followed up.
            return (known,) * len(self.answers(slot))
        key = (id(space), known, slot)
        found = self._after.get(key)
        if found is None:
            places, part_in = self.places[slot], set(self.undecided[fact].axes)
            parts = []
            for answer in self.answers(slot):
                part = known
                for place, option in zip(places, answer, strict=True):
                    if place in part_in:
                        part = self._once_moved(space, part, place, option)
                parts.append(part)
            found = self._after[key] = tuple(parts)
        return found

    def _once_moved(self, space: Diagrams, known: int, place: int, option: int) -> int:
        key = (id(space), known, place, option)
        found = self._moved.get(key)
        if found is None:
            found = self._moved[key] = int(space.moved(known, place, option))
        return found

    def answers(self, slot: Slot) -> Sequence[tuple[int, ...]]:
        """Return the answers to a question, as places on those of its axes that matter.

        Of a question that many things can be said to, every combination of them is an answer;
        where these are more than `ANSWERS`, each thing alone is, and none of them.
        """
        return self._answers[slot]

    @cached_property
    def _answers(self) -> Mapping[Slot, Sequence[tuple[int, ...]]]:
        found: dict[Slot, Sequence[tuple[int, ...]]] = {}
        for slot, places in self.places.items():
            sizes = [len(self.axes[place].alternatives) for place in places]
            if self.every_answer(slot):
                found[slot] = list(product(*map(range, sizes)))
                continue
            none = (0,) * len(places)
            found[slot] = [none] + [
                (*none[:at], option, *none[at + 1 :])
                for at, size in enumerate(sizes)
                for option in range(1, size)
            ]
        return found

    def every_answer(self, slot: Slot) -> bool:
        """Tell whether every answer to a question is followed up."""
        return prod(len(self.axes[p].alternatives) for p in self.places[slot]) <= ANSWERS

    def verdict(self, fact: Fact, known: int, slot: Slot) -> Verdict:
        """Tell for each answer to a question whether it settles a conclusion."""
        return tuple(part in (FALSE, TRUE) for part in self.after(fact, known, slot))

    @cached_property
    def verdicts(self) -> dict[Slot, dict[Fact, Verdict]]:
        """Return what each answer to each question settles as things stand."""
        return {slot: self.verdicts_on(slot) for slot in self.places}

    def verdicts_on(self, slot: Slot) -> dict[Fact, Verdict]:
        """Return what each answer to one question settles; of no conclusion if it bears on none."""
        places = self.places.get(slot, ())
        return {
            fact: self.verdict(fact, int(over.shown), slot)
            for fact, over in self.undecided.items()
            if not set(places).isdisjoint(over.axes)
        }

    def worth(self, verdicts: Iterable[Verdict]) -> Worth:
        """Return what a question is worth, from what its answers do to each conclusion."""
        counts = [sum(answer) for answer in zip(*verdicts, strict=True)] or [0]
        return Worth(sum(counts) / len(counts), tuple(counts))

    @cached_property
    def settles(self) -> Mapping[Slot, float]:
        """Return how many conclusions the answers to each question settle on average."""
        return {slot: self.worth(of.values()).mean for slot, of in self.verdicts.items()}

    # How many questions remain

    def greedy(self, facts: Iterable[Fact]) -> Effort:
        """Return how many questions settle these conclusions, asking first what settles most."""
        listed = list(facts)
        return Effort(self._greedy(listed, lucky=True), self._greedy(listed, lucky=False), "greedy")

    def _greedy(self, facts: Sequence[Fact], *, lucky: bool) -> int:
        known = {fact: int(self.undecided[fact].shown) for fact in facts}
        open_ = {
            slot: {fact: verdict for fact, verdict in verdicts.items() if fact in known}
            for slot, verdicts in self.verdicts.items()
        }
        asked = 0
        while open_ and any(open_.values()):
            worth = {slot: self.worth(verdicts.values()) for slot, verdicts in open_.items()}
            # Of several alike the first: `max` keeps it.
            slot = max(open_, key=lambda s: (worth[s].mean, len(open_[s])))
            counts = worth[slot].counts
            chosen = counts.index(max(counts) if lucky else min(counts))
            asked += 1
            for fact, verdict in open_.pop(slot).items():
                known[fact] = self.after(fact, known[fact], slot)[chosen]
                for other, verdicts in open_.items():
                    if fact in verdicts and verdict[chosen]:
                        del verdicts[fact]
                    elif fact in verdicts:
                        verdicts[fact] = self.verdict(fact, known[fact], other)
        return asked

    def effort(self, facts: Sequence[Fact]) -> Effort:
        """Return the same by the best order of questions, where that can be gone through."""
        if not facts:
            return Effort(0, 0, "exact")
        start = tuple(int(self.undecided[fact].shown) for fact in facts)
        try:
            tree = _Tree(self, tuple(facts))
            return Effort(tree.best(start), tree.worst(start), "exact")
        except _TooMany:
            return self.greedy(facts)


class _TooMany(Exception):  # noqa: N818  # ends the search, is no error of its own
    """There are more states of knowledge than are gone through."""


State = tuple[int, ...]
"""What is known of each conclusion."""


class _Tree:
    """The best order of questions, over all states of knowledge that answers lead to."""

    def __init__(self, order: QuestionOrder, facts: tuple[Fact, ...]) -> None:
        self.order = order
        self.facts = facts
        self._best: dict[State, int] = {}
        self._worst: dict[State, int] = {}
        if not all(isinstance(order.spaces[fact], Diagrams) for fact in facts):
            raise _TooMany
        matter = {place for fact in facts for place in order.undecided[fact].axes}
        asked = [slot for slot, places in order.places.items() if not matter.isdisjoint(places)]
        if not all(order.every_answer(slot) for slot in asked):
            raise _TooMany

    def splits(self, state: State) -> list[list[State]]:
        """Return for each question that makes a difference the states its answers lead to."""
        if len(self._best) + len(self._worst) > STATES:
            raise _TooMany
        found = []
        for slot in self.order.places:
            after = [
                self.order.after(fact, known, slot)
                for fact, known in zip(self.facts, state, strict=True)
            ]
            parts = list(dict.fromkeys(zip(*after, strict=True)))
            if state not in parts:
                found.append(parts)
        return found

    def best(self, state: State) -> int:
        """Return the least number of answers that can settle everything."""
        if all(known in (FALSE, TRUE) for known in state):
            return 0
        if state not in self._best:
            parts = {part for split in self.splits(state) for part in split}
            self._best[state] = 1 + min(self.best(part) for part in sorted(parts))
        return self._best[state]

    def worst(self, state: State) -> int:
        """Return how many questions the best order of them needs at most."""
        if all(known in (FALSE, TRUE) for known in state):
            return 0
        if state not in self._worst:
            self._worst[state] = 1 + min(
                max(self.worst(part) for part in split) for split in self.splits(state)
            )
        return self._worst[state]
