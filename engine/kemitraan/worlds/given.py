"""What profiles give, over many worlds: for every fact, the worlds in which it is there.

What `scenario.border` does for one world, done for all of a space at once.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from kemitraan.fact import Fact
from kemitraan.knowledge.compile import IS
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.scenario.border import ORIGIN
from kemitraan.scenario.evidence import is_shorthand
from kemitraan.worlds.axes import claims_under

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kemitraan.fact import Slot
    from kemitraan.scenario.model import Claim
    from kemitraan.worlds.border import Border, Chosen
    from kemitraan.worlds.space import Space


class Given(NamedTuple):
    """The worlds in which a fact is given, and those in which people stated it."""

    worlds: int
    stated: int


class Giving:
    """What a profile gives over the worlds of one space."""

    def __init__(self, border: Border, space: Space) -> None:
        self.border = border
        self.words = border.words
        self.space = space

    def facts(self) -> dict[Fact, Given]:
        """Return every fact that is given in some world."""
        stated = self.lowered(self.weighed())
        filled = self.filled(stated)
        ignored: dict[str, int] = defaultdict(int)
        for choice, reading in self.border.readings():
            for attribute in reading.ignore:
                ignored[attribute] |= self.where(choice)
        found: dict[Fact, Given] = {}
        for fact in {**stated, **filled}:
            counts = self.space.full ^ ignored.get(fact.attribute, 0)
            by_people = stated.get(fact, 0) & counts
            worlds = by_people | (filled.get(fact, 0) & counts)
            if worlds:
                found[fact] = Given(worlds, by_people)
        for fact, worlds in self.fixed():
            if worlds:
                found[fact] = Given(worlds | (found[fact].worlds if fact in found else 0), 0)
        return found

    def where(self, choice: Chosen) -> int:
        """Return the worlds in which an alternative of an assumption holds."""
        return (
            self.space.full if choice.axis is None else self.space.where[choice.axis][choice.place]
        )

    def weighed(self) -> dict[Fact, int]:
        """Return the facts that claims come to."""
        found: dict[Fact, int] = defaultdict(int)
        where = self.space.where
        for group in self.border.groups:
            options = [[i for i, w in enumerate(where[a]) if w] for a in group.axes]
            for places in product(*options):
                worlds = self.space.full
                for axis, place in zip(group.axes, places, strict=True):
                    worlds &= where[axis][place]
                if worlds:
                    for fact in self.border.weighed(group, places):
                        found[fact] |= worlds
        return found

    def lowered(self, weighed: Mapping[Fact, int]) -> dict[Fact, int]:
        """Return the facts with the levels lowered that a statement puts in doubt."""
        found = dict(weighed)
        for choice, reading in self.border.readings():
            for lower in reading.lower:
                doubted = 0
                for fact, worlds in weighed.items():
                    if (fact.attribute, fact.value) == (lower.attribute, lower.value):
                        doubted |= worlds
                doubted &= self.where(choice)
                for attribute in {f.attribute for f in found if f.subject == lower.entry}:
                    if is_shorthand(self.words, attribute, lower.entry):
                        levels = self.words.values_of(attribute)
                        # From the lowest up: nothing goes down two steps.
                        for below, level in pairwise(levels):
                            fact = Fact(attribute, lower.entry, level)
                            moved = found.get(fact, 0) & doubted
                            found[fact] = found.get(fact, 0) ^ moved
                            down = Fact(attribute, lower.entry, below)
                            found[down] = found.get(down, 0) | moved
        return found

    def filled(self, stated: Mapping[Fact, int]) -> dict[Fact, int]:
        """Return the facts put in the place of what is unknown."""
        fills = [
            (reading.fill, self.where(choice))
            for choice, reading in self.border.readings()
            if reading.fill is not None
        ]
        if not any(worlds for _, worlds in fills):
            return {}
        fills.sort(key=lambda item: item[0].having is None)
        known: dict[Slot, int] = defaultdict(int)
        for fact, worlds in stated.items():
            known[fact.slot] |= worlds
        merged: dict[str, int] = defaultdict(int)
        for choice, reading in self.border.readings():
            for entry in reading.merge:
                merged[entry] |= self.where(choice)
        found: dict[Fact, int] = defaultdict(int)
        for thing in self.border.fillable():
            levels = self.border.levels(self.words.attributes[thing[0]])
            if not levels:
                continue
            left = self.space.full & ~(known.get(thing, 0) | merged.get(thing[1], 0))
            ends = {"lowest": levels[0], "highest": levels[-1]}
            for fill, worlds in fills:
                value = ends.get(fill.value, fill.value)
                if value in levels and (
                    fill.having is None or self.border.has(thing[1], fill.having)
                ):
                    found[Fact(*thing, value)] |= left & worlds
                    left &= ~worlds
        return found

    def fixed(self) -> Iterator[tuple[Fact, int]]:
        """Yield what holds whatever is stated, with its worlds."""
        full, border = self.space.full, self.border
        for fact in border.catalogue:
            yield fact, full
        for place, axis in enumerate(border.axes):
            if axis.kind == "actor" and border.has_subject(axis):
                yield Fact(IS, axis.subject, ACTOR), self.space.where[place][1]
        for name, choices in border.choices.items():
            for choice in choices:
                yield Fact(name, SENTRA, choice.alternative.id), self.where(choice)
        yield ORIGIN, self.inside_study()

    def inside_study(self) -> int:
        """Return the worlds in which the profile is a case of the study, as the study states it."""
        border = self.border
        base, scenario = border.base, border.scenario
        if ORIGIN.attribute not in self.words.attributes or not any(
            case.id == scenario.id for case in base.study.cases
        ):
            return 0
        outside = 0
        for places in border.inputs.values():
            for place in places:
                outside |= self.adding(place)
        for claim in scenario.claims:
            if not claim.source or any(s not in base.statements for s in claim.source):
                outside |= self.kept(claim)
        return self.space.full & ~outside

    def adding(self, place: int) -> int:
        """Return the worlds in which this axis adds a claim."""
        axis = self.border.axes[place]
        worlds = 0
        for option, bits in zip(axis.alternatives, self.space.where[place], strict=True):
            if claims_under((), (axis,), {axis: axis.alternatives.index(option)}):
                worlds |= bits
        return worlds

    def kept(self, claim: Claim) -> int:
        """Return the worlds in which a claim of the profile stands."""
        worlds = self.space.full
        for place in self.border.inputs.get(claim.slot, ()):
            axis = self.border.axes[place]
            for number, bits in enumerate(self.space.where[place]):
                if claim not in claims_under((claim,), (axis,), {axis: number}):
                    worlds &= self.space.full ^ bits
        return worlds


def union(parts: Sequence[tuple[Mapping[Fact, Given], int]]) -> Mapping[Fact, Given]:
    """Return the facts of several profiles, each in the worlds that are about it."""
    if len(parts) == 1:
        return parts[0][0]
    found: dict[Fact, Given] = {}
    for facts, of in parts:
        for fact, given in facts.items():
            had = found.get(fact, Given(0, 0))
            worlds = had.worlds | (given.worlds & of)
            found[fact] = Given(worlds, had.stated | (given.stated & of))
    return {fact: given for fact, given in found.items() if given.worlds}
