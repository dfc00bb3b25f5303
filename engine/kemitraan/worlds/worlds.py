"""One or several profiles over everything that may be otherwise: what is shown in which worlds."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from math import prod
from typing import TYPE_CHECKING

from kemitraan.fact import Fact
from kemitraan.logic.guards import admitted, refused
from kemitraan.logic.holding import Holding
from kemitraan.logic.program import ground
from kemitraan.scenario.border import ORIGIN
from kemitraan.worlds.axes import NO, YES, choice_under, scenario_under
from kemitraan.worlds.border import Border
from kemitraan.worlds.given import Giving, union
from kemitraan.worlds.space import Space, blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from kemitraan.knowledge.guards import Guard
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.logic.program import Program
    from kemitraan.scenario.model import Scenario
    from kemitraan.worlds.axes import Axis
    from kemitraan.worlds.given import Given

Picks = tuple[tuple[int, ...], ...]
"""For each axis the alternatives that are in play, by their place; one only: it is fixed."""


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
        self.borders = tuple(Border(base, s, choice, self.axes) for s in self.scenarios)
        self.selects = next((i for i, a in enumerate(self.axes) if a.kind == "scenario"), None)

    @cached_property
    def program(self) -> Program:
        """Return every instance of a rule that could fire in some world."""
        facts = {f for border in self.borders for f in border.possible}
        return ground(self.base.clauses, sorted(facts))

    # Which axes matter

    def depends(self, targets: Iterable[Fact]) -> frozenset[int]:
        """Return the places of the axes that can have a part in these facts (none if none can)."""
        cone = self.program.cone(targets)
        found: set[int] = set()
        for border in self.borders:
            touched = border.touched
            for fact in cone:
                found.update(touched.get(fact, ()))
        switched = {axis.name: i for i, axis in enumerate(self.axes) if axis.kind == "rule"}
        if switched:
            for fact in cone:
                for instance in self.program.bodies.get(fact, ()):
                    if instance.clause.rule in switched:
                        found.add(switched[instance.clause.rule])
        if self.selects is not None:
            found.add(self.selects)
        return frozenset(found)

    def picks(self, targets: Iterable[Fact], among: Iterable[int] | None = None) -> Picks:
        """Return the alternatives worth telling apart for these facts.

        Axes that cannot matter, or are not `among` those to vary, stay as they are. Of
        alternatives that nothing in the cone tells apart, the first stands for all.
        """
        return tuple(
            tuple(alike[0] for alike in classes) for classes in self.classes(targets, among)
        )

    def classes(
        self, targets: Iterable[Fact], among: Iterable[int] | None = None
    ) -> tuple[tuple[tuple[int, ...], ...], ...]:
        """Return the same with all the alternatives that each pick stands for, itself first."""
        listed = list(targets)
        matter = self.depends(listed)
        if among is not None:
            matter &= frozenset(among)
        classes = _Classes(self, listed, matter)
        return tuple(
            classes.of(place) if place in matter else ((0,),) for place in range(len(self.axes))
        )

    # What is shown where

    def shown(
        self, space: Space, targets: Iterable[Fact], picks: Picks | None = None
    ) -> dict[Fact, int]:
        """Return the worlds of a space in which each target is shown: concluded, not withheld.

        The axes of the space stand for the alternatives in `picks` (all, if None).
        """
        listed = tuple(dict.fromkeys(targets))
        located = self.located(space, picks)
        given = self.given(located)
        # Whether a conclusion is withheld is decided on its proofs, which lie in its cone.
        holding = self.holding(located, given, self.program.cone(listed))
        return self.admitted(holding, given, listed)

    def given(self, space: Space) -> Mapping[Fact, Given]:
        """Return what the profiles give in the worlds of a space over all alternatives."""
        return union(
            [(Giving(b, space).facts(), self.about(space, n)) for n, b in enumerate(self.borders)]
        )

    def holding(
        self, space: Space, given: Mapping[Fact, Given], wanted: Collection[Fact]
    ) -> Holding:
        """Return what is concluded from that; `wanted` must hold all that its facts read."""
        stated = {fact: g.worlds for fact, g in given.items()}
        return Holding(self.program, stated, space.full, self.switched(space), wanted)

    def admitted(
        self, holding: Holding, given: Mapping[Fact, Given], targets: Iterable[Fact]
    ) -> dict[Fact, int]:
        """Return the worlds in which each target was concluded and is not withheld."""
        listed = tuple(targets)
        cone = self.program.cone(listed)
        withheld: dict[Fact, int] = defaultdict(int)
        for guard, facts in self.watched:
            inside = [f for f in facts if f in cone]
            if inside:
                tags, wanted = self.tags(guard)
                found = refused(holding, self.program, given, inside, tags, wanted)
                for fact, worlds in found.items():
                    withheld[fact] |= worlds
        found = admitted(holding, self.program, given, withheld, listed)
        return {fact: found[fact] for fact in listed}

    def exact(self, targets: Iterable[Fact], picks: Picks) -> dict[Fact, int]:
        """Return the same over every combination of the alternatives in `picks`.

        The worlds are numbered as in `Product` over the numbers of alternatives picked.
        """
        listed = tuple(dict.fromkeys(targets))
        found = dict.fromkeys(listed, 0)
        for before, block in blocks([len(p) for p in picks]):
            for fact, worlds in self.shown(block, listed, picks).items():
                found[fact] |= worlds << before
        return found

    def located(self, space: Space, picks: Picks | None) -> Space:
        """Return the space with its axes spread over all alternatives of ours."""
        if picks is None:
            return space
        where = []
        for axis, chosen, worlds in zip(self.axes, picks, space.where, strict=True):
            spread = [0] * len(axis.alternatives)
            for place, bits in zip(chosen, worlds, strict=True):
                spread[place] = bits
            where.append(spread)
        return Space(space.size, where)

    def about(self, space: Space, number: int) -> int:
        """Return the worlds that are about one of the profiles."""
        if self.selects is None:
            return space.full
        return space.where[self.selects][number]

    def switched(self, space: Space) -> dict[str, int]:
        """Return the worlds in which each rule that may be switched off is in force."""
        return {
            axis.name: space.where[place][axis.alternatives.index(YES)]
            for place, axis in enumerate(self.axes)
            if axis.kind == "rule" and NO in axis.alternatives
        }

    # Guards

    @cached_property
    def watched(self) -> tuple[tuple[Guard, tuple[Fact, ...]], ...]:
        """Return the guards on conclusions, with those that could be drawn at all."""
        found = []
        for guard in self.base.guards:
            facts = tuple(
                fact
                for fact in sorted(self.program.bodies)
                if fact.value in guard.on.get(fact.attribute, ())
            )
            if facts:
                found.append((guard, facts))
        return tuple(found)

    def tags(self, guard: Guard) -> tuple[Callable[[Fact], int], int]:
        """Return what a stated fact contributes to a guard, and all that it wants."""
        words = self.base.vocabulary
        wanted = sum(2 << number for number in range(len(guard.concepts))) | bool(guard.beyond)

        def tags(fact: Fact) -> int:
            variable = words.variable_of(fact.attribute, fact.subject)
            if variable is None or variable in guard.beyond:
                return 0
            concept = words.variables[variable].concept
            groups = (2 << n for n, group in enumerate(guard.concepts) if concept in group)
            return 1 | sum(groups)

        return tags, wanted

    # One world by itself

    def profile(self, world: Mapping[Axis, int]) -> tuple[Scenario, dict[str, str]]:
        """Return the profile of one world and the choice of assumptions in it."""
        number = 0 if self.selects is None else world.get(self.axes[self.selects], 0)
        scenario = scenario_under(self.scenarios[number], self.axes, world)
        return scenario, choice_under(self.choice, self.axes, world)


class _Classes:
    """Which alternatives of an axis make no difference to anything in the cone of some facts."""

    def __init__(self, worlds: Worlds, targets: Sequence[Fact], varied: frozenset[int]) -> None:
        self.worlds = worlds
        self.varied = varied
        cone = worlds.program.cone(targets)
        self.cone = cone
        self.read: dict[Fact, set[tuple[Fact, ...]]] = defaultdict(set)
        for fact in cone:
            for instance in worlds.program.bodies.get(fact, ()):
                for choices in (*instance.positive, *instance.negative):
                    for read in choices:
                        self.read[read].add(choices)

    def of(self, place: int) -> tuple[tuple[int, ...], ...]:
        """Return the alternatives of an axis by class, each class by its first."""
        axis = self.worlds.axes[place]
        found: dict[object, list[int]] = defaultdict(list)
        for alternative in range(len(axis.alternatives)):
            found[self.sign(place, axis, alternative)].append(alternative)
        return tuple(tuple(alike) for alike in found.values())

    def sign(self, place: int, axis: Axis, alternative: int) -> object:
        """Return what is told of an alternative; alike where nothing tells two apart."""
        if axis.kind == "assumption":
            choice = self.worlds.base.assumptions[axis.name].alternatives
            acts = next(a for a in choice if a.id == axis.alternatives[alternative])
            if acts.reading is not None or acts.cutoffs:
                return alternative
            return self.signs([Fact(axis.name, "sentra", acts.id)])
        if axis.kind == "rule" or axis.kind == "scenario" or len(self.worlds.borders) > 1:
            return alternative
        border = self.worlds.borders[0]
        group = next(g for g in border.groups if place in g.inputs)
        # What else varies here could tell apart what is alike as things stand.
        alone = all(
            border.touched.get(fact, frozenset()) & self.varied <= {place}
            for thing in border.named(group)
            for fact in border.of_slot.get(thing, ())
        )
        if not alone or ORIGIN in self.cone:
            return alternative
        places = tuple(alternative if axis_at == place else 0 for axis_at in group.axes)
        return self.signs(border.weighed(group, places))

    def signs(self, facts: Iterable[Fact]) -> object:
        return frozenset(choices for fact in facts for choices in self.read.get(fact, ()))


def count(picks: Picks) -> int:
    """Return the number of combinations of the alternatives picked."""
    return prod(len(p) for p in picks)
