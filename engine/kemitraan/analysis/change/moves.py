"""Changes in words: each step of a way, what it is for, and ways in the order of their effort."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.analysis.scope import axis_label, change, option_label
from kemitraan.fact import Fact
from kemitraan.knowledge.compile import IS
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.published import Data
from kemitraan.recommendation.model import Labelled
from kemitraan.scenario.model import KIND
from kemitraan.text import Text
from kemitraan.worlds.axes import YES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.analysis.change.search import Found, Way
    from kemitraan.case import Case
    from kemitraan.worlds.axes import Axis
    from kemitraan.worlds.worlds import Worlds


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Data):
    """One change of a set: what, from what, to which values (each serves alike).

    `ids` is how the options of a command write each of them. `controllable` tells whether a
    programme can bring it about, `unknown` that today nobody states it: it is to be found out
    first. `rules` are those behind the conclusion that read it.
    """

    sort: str
    ids: tuple[str, ...]
    label: Text
    before: Labelled
    after: tuple[Labelled, ...]
    controllable: bool
    unknown: bool
    rules: tuple[str, ...]

    @property
    def supposes(self) -> bool:
        """Tell whether this makes otherwise what is stated and no programme can change."""
        return self.sort in ("input", "value") and not (self.controllable or self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways(Data):
    """Irreducible sets of changes, and over what they are all there are.

    Those come first that suppose least away of what is stated, then the smallest.
    `varied` are the things moved, over so many `combinations`; `up_to` is None where each of
    these was looked at, else the size of the largest sets that were.
    """

    ways: tuple[tuple[Step, ...], ...]
    varied: tuple[Text, ...]
    combinations: int
    up_to: int | None


class Steps:
    """Puts the changes that one conclusion may take into words."""

    def __init__(self, case: Case, worlds: Worlds, target: Fact) -> None:
        self.case = case
        self.worlds = worlds
        self.target = target

    def ways(self, found: Found) -> Ways:
        """Return what was found, in words."""
        ordered = sorted(found.ways, key=lambda way: (len(way), self.effort(way), way))
        told = [tuple(self.step(*moved) for moved in way) for way in ordered]
        return Ways(
            ways=tuple(sorted(told, key=lambda way: sum(step.supposes for step in way))),
            varied=tuple(axis_label(self.case, self.worlds.axes[a]) for a in found.axes),
            combinations=found.combinations,
            up_to=found.up_to,
        )

    def effort(self, way: Way) -> int:
        """Return by how many steps of their scales the things change, at least."""
        return sum(min(self.distance(a, place) for place in places) for a, places in way)

    def distance(self, number: int, place: int) -> int:
        """Return how far apart two values stand on an ordered scale; 1 on any other."""
        axis = self.worlds.axes[number]
        words = self.case.base.vocabulary
        before = option_label(self.case, axis, 0).id
        after = axis.alternatives[place]
        attribute = words.attributes.get(axis.name)
        order = words.value_order.get(attribute.scale, {}) if attribute else {}
        if before not in order or after not in order:
            return 1
        return abs(order[before] - order[after])

    def step(self, number: int, places: Sequence[int]) -> Step:
        """Return one change in words."""
        axis = self.worlds.axes[number]
        made = [change(self.case, axis, place) for place in places]
        return Step(
            sort=axis.kind,
            ids=tuple(c.id for c in made),
            label=made[0].label,
            before=made[0].before,
            after=tuple(c.after for c in made),
            controllable=made[0].controllable,
            unknown=axis.stated and axis.slot in self.case.fact_base.unknown,
            rules=self.rules(axis, places),
        )

    def rules(self, axis: Axis, places: Sequence[int]) -> tuple[str, ...]:
        """Return the rules behind the conclusion that tell the change from how things are."""
        before = _facts(self.case, axis, 0)
        after = [_facts(self.case, axis, place) for place in places]
        program = self.worlds.program
        return tuple(
            sorted(
                {
                    instance.clause.rule
                    for fact in program.cone([self.target])
                    for instance in program.bodies.get(fact, ())
                    for choices in (*instance.positive, *instance.negative)
                    for facts in after
                    if before.isdisjoint(choices) != facts.isdisjoint(choices)
                }
            )
        )


def _facts(case: Case, axis: Axis, place: int) -> frozenset[Fact]:
    """Return the facts that an alternative is about."""
    option = option_label(case, axis, place).id
    match axis.kind:
        case "actor":
            present = place > 0
            return frozenset(
                [Fact(IS, axis.subject, ACTOR), Fact(KIND, axis.subject, axis.name)] * present
            )
        case "value":
            return frozenset([Fact(axis.name, axis.subject, axis.value)] * (option == YES))
        case _:
            return frozenset([Fact(axis.name, axis.subject or SENTRA, option)])
