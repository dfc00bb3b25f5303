"""One or several profiles over everything that may be otherwise: what is shown in which worlds."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING

from kemitraan.logic.guards import Stated, judged
from kemitraan.logic.holding import Holding
from kemitraan.logic.program import ground
from kemitraan.worlds.axes import NO, YES, choice_under, scenario_under
from kemitraan.worlds.diagrams import MOST_NODES, Diagrams
from kemitraan.worlds.reading_in import ORIGIN, ReadingIn

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from kemitraan.fact import Fact
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.logic.program import Program
    from kemitraan.scenario.model import Scenario
    from kemitraan.worlds.axes import Axis
    from kemitraan.worlds.space import Space

_RANK = {"scenario": 0, "rule": 1, "assumption": 2, "actor": 3, "value": 3, "input": 3}


class Worlds:
    """What profiles come to in every world over some axes.

    Of several profiles, an axis of the kind `scenario` tells which a world is about.
    """

    def __init__(
        self,
        base: RuleBase,
        scenarios: Sequence[Scenario],
        choice: Mapping[str, str],
        axes: Iterable[Axis],
    ) -> None:
        self.base = base
        self.scenarios = tuple(scenarios)
        self.choice = choice
        self.axes = tuple(axes)
        self.readings = tuple(ReadingIn(base, s, choice, self.axes) for s in self.scenarios)
        self.selects = next((i for i, a in enumerate(self.axes) if a.kind == "scenario"), None)

    # Spaces

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """Return the number of alternatives on each axis."""
        return tuple(len(axis.alternatives) for axis in self.axes)

    def space(self, varied: Iterable[int] | None = None, most: int = MOST_NODES) -> Diagrams:
        """Return the space of every combination; axes not `varied` stay at their first alternative.

        What bears on many conclusions is asked first, then one subject after the other: so what
        is told of one subject does not multiply what is told of the next.
        """
        order = sorted(
            range(len(self.axes)),
            key=lambda place: (
                _RANK[self.axes[place].kind],
                self.axes[place].subject,
                place,
            ),
        )
        return Diagrams(self.sizes, order, varied, most)

    # What could be concluded, and what has a part in it

    @cached_property
    def _anywhere(self) -> tuple[Diagrams, Mapping[Fact, Stated]]:
        # Without a limit: what is given grows with the profile, not with the combinations.
        space = self.space(most=sys.maxsize)
        return space, self.given(space)

    @cached_property
    def program(self) -> Program:
        """Return every instance of a rule that could fire in some world."""
        return ground(self.base.clauses, sorted(self._anywhere[1]))

    @cached_property
    def touched(self) -> Mapping[Fact, frozenset[int]]:
        """Return, for each fact that may be given, the axes that give or take it."""
        space, given = self._anywhere
        return {f: space.support(g.worlds) | space.support(g.stated) for f, g in given.items()}

    def depends(self, targets: Iterable[Fact]) -> frozenset[int]:
        """Return the places of the axes that can have a part in these facts (none if none can)."""
        cone = self.program.cone(targets)
        found: set[int] = set()
        for fact in cone:
            found.update(self.touched.get(fact, ()))
        switched = {axis.name: i for i, axis in enumerate(self.axes) if axis.kind == "rule"}
        if switched:
            for fact in cone:
                for instance in self.program.bodies.get(fact, ()):
                    if instance.clause.rule in switched:
                        found.add(switched[instance.clause.rule])
        if self.selects is not None:
            found.add(self.selects)
        return frozenset(found)

    def as_studied(self, fact: Fact) -> bool:
        """Tell whether a conclusion can rest on the profile saying just what the study says.

        To say more ends such a conclusion, which tells nothing of the sentra.
        """
        return ORIGIN in self.program.cone([fact])

    # What is shown where

    def shown(self, space: Space, targets: Iterable[Fact]) -> dict[Fact, int]:
        """Return the worlds of a space in which each target is shown: concluded, not withheld."""
        listed = tuple(dict.fromkeys(targets))
        given = self.given(space)
        # Whether a conclusion is withheld is decided on its proofs, which lie in its cone.
        holding = self.holding(space, given, self.program.cone(listed))
        return self.admitted(holding, given, listed)

    def given(self, space: Space) -> Mapping[Fact, Stated]:
        """Return what the profiles give in the worlds of a space."""
        if self.selects is None:
            return self.readings[0].given(space).facts
        found: dict[Fact, Stated] = {}
        for reading, about in zip(self.readings, space.where[self.selects], strict=True):
            for fact, given in reading.given(space).facts.items():
                had = found.get(fact, Stated(0, 0))
                found[fact] = Stated(
                    had.worlds | (given.worlds & about), had.stated | (given.stated & about)
                )
        return {fact: given for fact, given in found.items() if given.worlds}

    def holding(
        self, space: Space, given: Mapping[Fact, Stated], wanted: Collection[Fact]
    ) -> Holding:
        """Return what is concluded from that; `wanted` must hold all that its facts read."""
        stated = {fact: g.worlds for fact, g in given.items()}
        return Holding(self.program, stated, space.full, self.switched(space), wanted)

    def admitted(
        self, holding: Holding, given: Mapping[Fact, Stated], targets: Iterable[Fact]
    ) -> dict[Fact, int]:
        """Return the worlds in which each target was concluded and is not withheld."""
        found = judged(self.base.guards, self.base.vocabulary, holding, given, targets)
        return dict(found.admitted)

    def switched(self, space: Space) -> dict[str, int]:
        """Return the worlds in which each rule that may be switched off is in force."""
        return {
            axis.name: space.where[place][axis.alternatives.index(YES)]
            for place, axis in enumerate(self.axes)
            if axis.kind == "rule" and NO in axis.alternatives
        }

    # One world by itself

    def profile(self, world: Mapping[Axis, int]) -> tuple[Scenario, dict[str, str]]:
        """Return the profile of one world and the choice of assumptions in it."""
        number = 0 if self.selects is None else world.get(self.axes[self.selects], 0)
        scenario = scenario_under(self.scenarios[number], self.axes, world)
        return scenario, choice_under(self.choice, self.axes, world)
