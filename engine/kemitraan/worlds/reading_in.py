"""Reading in: how a profile becomes facts under the assumptions, over the worlds of a space.

Claims are weighed first. Then levels are lowered that somebody's statement puts in doubt, what is
unknown is filled and attributes are ignored, as the alternatives in force declare it; and what
nobody states is added: kinds, properties of catalogue entries, the assumptions. A single profile
is a space of one world.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kemitraan.fact import Fact, Slot
from kemitraan.knowledge.compile import IS
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.logic.guards import Stated
from kemitraan.worlds.axes import claims_under
from kemitraan.worlds.weighing import Weighing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kemitraan.knowledge.vocabulary import Attribute
    from kemitraan.scenario.model import Claim
    from kemitraan.worlds.space import Space
    from kemitraan.worlds.weighing import Chosen

ORIGIN = Fact("profile_origin", SENTRA, "study_case")
"""What a case of the study stated by the study alone is marked with; no profile may state it."""


class Lowered(NamedTuple):
    """A level that an assumption took one step down, and in which worlds."""

    assumption: str
    before: Fact
    now: Fact
    worlds: int


class Filled(NamedTuple):
    """What an assumption put in the place of the unknown, and in which worlds."""

    assumption: str
    fact: Fact
    worlds: int


@dataclass(frozen=True)
class Given:
    """What is given over the worlds of a space: every fact, and what assumptions did to some."""

    facts: Mapping[Fact, Stated]
    lowered: tuple[Lowered, ...]
    filled: tuple[Filled, ...]


class ReadingIn(Weighing):
    """One profile, read in over axes, which are known by their place."""

    def given(self, space: Space) -> Given:
        """Return every fact that is given in some world of a space over the axes."""
        stated = self._weighed(space)
        lowered = tuple(self._lowered(stated, space))
        filled = tuple(self._filled(stated, space))
        ignored: dict[str, int] = defaultdict(int)
        for choice, reading in self.readings():
            for attribute in reading.ignore:
                ignored[attribute] |= where(space, choice)
        worlds: dict[Fact, int] = defaultdict(int)
        by_people: dict[Fact, int] = {}
        for fact, said in stated.items():
            worlds[fact] = by_people[fact] = said & ~ignored.get(fact.attribute, 0)
        for one in filled:
            worlds[one.fact] |= one.worlds & ~ignored.get(one.fact.attribute, 0)
        for fact, always in self._fixed(space):
            worlds[fact] |= always
        return Given(
            {f: Stated(w, by_people.get(f, 0)) for f, w in worlds.items() if w}, lowered, filled
        )

    def _weighed(self, space: Space) -> dict[Fact, int]:
        """Return the facts that claims come to."""
        found: dict[Fact, int] = defaultdict(int)
        for group in self.groups:
            reached: list[tuple[tuple[int, ...], int]] = [((), space.full)]
            for axis in group.axes:
                reached = [
                    ((*places, place), here)
                    for places, worlds in reached
                    for place, about in enumerate(space.where[axis])
                    if (here := worlds & about)
                ]
            for places, worlds in reached:
                for fact in self.weighed(group, places)[0]:
                    found[fact] |= worlds
        return found

    def _lowered(self, stated: dict[Fact, int], space: Space) -> Iterator[Lowered]:
        """Lower the levels that a statement puts in doubt, and yield what was lowered."""
        said = dict(stated)
        for choice, reading in self.readings():
            for lower in reading.lower:
                doubted = 0
                for fact, worlds in said.items():
                    if (fact.attribute, fact.value) == (lower.attribute, lower.value):
                        doubted |= worlds
                doubted &= where(space, choice)
                for attribute in sorted({f.attribute for f in stated if f.subject == lower.entry}):
                    if self.words.shorthand(lower.entry) != attribute:
                        continue
                    # From the lowest up: nothing goes down two steps.
                    for below, level in pairwise(self.words.values_of(attribute)):
                        before = Fact(attribute, lower.entry, level)
                        moved = stated.get(before, 0) & doubted
                        if moved:
                            now = Fact(attribute, lower.entry, below)
                            stated[before] ^= moved
                            stated[now] = stated.get(now, 0) | moved
                            yield Lowered(choice.name, before, now, moved)

    def _filled(self, stated: Mapping[Fact, int], space: Space) -> Iterator[Filled]:
        """Yield what is put in the place of the unknown, and by which assumption.

        An assumption about some entries comes before one about everything.
        """
        fills = [(c, r.fill) for c, r in self.readings() if r.fill is not None]
        if not any(where(space, choice) for choice, _ in fills):
            return
        fills.sort(key=lambda item: item[1].having is None)
        known: dict[Slot, int] = defaultdict(int)
        for fact, worlds in stated.items():
            known[fact.slot] |= worlds
        for slot in self.askable():
            levels = self.levels(self.words.attributes[slot.attribute])
            ends = {"lowest": levels[0], "highest": levels[-1]} if levels else {}
            left = space.full & ~(known.get(slot, 0) | self.merged_away(slot.subject, space))
            for choice, fill in fills:
                value = ends.get(fill.value, fill.value)
                if value in levels and (not fill.having or self.has(slot.subject, fill.having)):
                    if put := left & where(space, choice):
                        yield Filled(choice.name, Fact(*slot, value), put)
                    left &= ~where(space, choice)

    def merged_away(self, entry: str, space: Space) -> int:
        """Return the worlds in which an entry is merged into another one."""
        found = 0
        for choice, reading in self.readings():
            if entry in reading.merge:
                found |= where(space, choice)
        return found

    def has(self, entry: str, prop: str) -> bool:
        """Tell whether a catalogue entry has a property."""
        found = self.words.entries.get(entry)
        return found is not None and prop in found[1].facts

    def levels(self, attribute: Attribute) -> tuple[str, ...]:
        """Return the levels of what may be filled: ordered, single-valued, of no actor."""
        if attribute.many or attribute.of == ACTOR:
            return ()
        return tuple(self.words.value_order.get(attribute.scale, ()))

    def askable(self) -> Iterator[Slot]:
        """Yield every input that can be asked for, in the order of the vocabulary."""
        actors = sorted(actor.id for actor in self.scenario.actors)
        for attribute in self.words.attributes.values():
            if attribute.role != "input" or attribute.question is None or not attribute.asked:
                continue
            if attribute.of == SENTRA:
                yield Slot(attribute.id, SENTRA)
            elif attribute.of == ACTOR:
                yield from (Slot(attribute.id, actor) for actor in actors)
            elif self.words.kinds[attribute.of].shorthand == attribute.id:
                entries = self.words.kinds[attribute.of].entries
                yield from (Slot(attribute.id, entry.id) for entry in entries)

    # What nobody stated

    def _fixed(self, space: Space) -> Iterator[tuple[Fact, int]]:
        """Yield what holds whatever is stated, with its worlds."""
        for fact in self.catalogue:
            yield fact, space.full
        for place, axis in enumerate(self.axes):
            if axis.kind == "actor" and self.has_subject(axis):
                yield Fact(IS, axis.subject, ACTOR), space.where[place][1]
        for name, choices in self.choices.items():
            for choice in choices:
                yield Fact(name, SENTRA, choice.alternative.id), where(space, choice)
        yield ORIGIN, self._inside_study(space)

    @cached_property
    def catalogue(self) -> frozenset[Fact]:
        """Return what holds in every world: kinds of subjects, properties of entries."""
        actors = (Fact(IS, actor.id, ACTOR) for actor in self.scenario.actors)
        return self.base.catalogue.union(actors)

    def _inside_study(self, space: Space) -> int:
        """Return the worlds in which the profile is a case of the study, as the study states it."""
        base, scenario = self.base, self.scenario
        if ORIGIN.attribute not in self.words.attributes or not any(
            case.id == scenario.id for case in base.study.cases
        ):
            return 0
        added = (
            worlds
            for places in self.inputs.values()
            for place in places
            for number, worlds in enumerate(space.where[place])
            if claims_under((), (self.axes[place],), {self.axes[place]: number})
        )
        by_others = (
            self._kept(claim, space)
            for claim in scenario.claims
            if not claim.source or any(s not in base.statements for s in claim.source)
        )
        return space.full & ~space.union([*added, *by_others])

    def _kept(self, claim: Claim, space: Space) -> int:
        """Return the worlds in which a claim of the profile stands."""
        kept = space.full
        for place in self.inputs.get(claim.slot, ()):
            axis = self.axes[place]
            for number, worlds in enumerate(space.where[place]):
                if claim not in claims_under((claim,), (axis,), {axis: number}):
                    kept &= ~worlds
        return kept


def where(space: Space, choice: Chosen) -> int:
    """Return the worlds of a space in which an alternative of an assumption holds."""
    return space.full if choice.axis is None else space.where[choice.axis][choice.place]
