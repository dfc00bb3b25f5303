"""What surely holds and what may hold over every world of some axes, without looking at each.

Sound, not complete: what lies between the bounds may still be the same in every world.
"""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING, Final, NamedTuple

from kemitraan.worlds.given import Giving
from kemitraan.worlds.space import Product

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.fact import Fact
    from kemitraan.logic.program import Choices, Instance
    from kemitraan.worlds.border import Border
    from kemitraan.worlds.worlds import Worlds

_MOST: Final = 256
"""How many combinations of answers that hang together are gone through."""


class Bounds(NamedTuple):
    """Facts that hold in every world, and those outside which nothing holds in any."""

    sure: frozenset[Fact]
    may: frozenset[Fact]


def bounds(worlds: Worlds) -> Bounds:
    """Return the bounds of what is concluded, before any guard.

    An instance surely fires if each of its conditions surely holds and nothing it denies may
    hold; it may fire if each may hold and nothing it denies surely does. A condition that one
    fact of every answer to a question meets surely holds, whichever the answer.
    """
    return _Bounds(worlds).decide()


class _Bounds:
    def __init__(self, worlds: Worlds) -> None:
        (border,) = worlds.borders
        self.program = worlds.program
        self.switched = {axis.name for axis in worlds.axes if axis.kind == "rule"}
        kept = worlds.located(Product([1] * len(worlds.axes)), ((0,),) * len(worlds.axes))
        given = Giving(border, kept).facts()
        self.sure = {f for f in given if not border.touched.get(f)}
        self.may = {f for f in border.possible if f in given or border.touched.get(f)}
        self.answers = tuple(_answers(border))

    def decide(self) -> Bounds:
        program = self.program
        for group in program.order:
            changed = True
            while changed:
                changed = False
                for fact in group:
                    bodies = program.bodies[fact]
                    if fact not in self.may and any(map(self.may_fire, bodies)):
                        self.may.add(fact)
                        changed = True
                    if fact not in self.sure and any(map(self.surely_fires, bodies)):
                        self.sure.add(fact)
                        changed = True
        return Bounds(frozenset(self.sure), frozenset(self.may))

    def may_fire(self, instance: Instance) -> bool:
        return all(not self.may.isdisjoint(c) for c in instance.positive) and not any(
            map(self.surely, instance.negative)
        )

    def surely_fires(self, instance: Instance) -> bool:
        return (
            instance.clause.rule not in self.switched
            and all(map(self.surely, instance.positive))
            and all(self.may.isdisjoint(c) for c in instance.negative)
        )

    def surely(self, choices: Choices) -> bool:
        """Tell whether one of these facts holds in every world."""
        if not self.sure.isdisjoint(choices):
            return True
        return any(
            all(not facts.isdisjoint(choices) for facts in answers) for answers in self.answers
        )


def _answers(border: Border) -> Iterator[tuple[frozenset[Fact], ...]]:
    """Yield, for claims that only axes of their own touch, the facts of each combination."""
    readings = [reading for _, reading in border.readings()]
    ignored = {attribute for reading in readings for attribute in reading.ignore}
    lowered = {lower.entry for reading in readings for lower in reading.lower}
    for group in border.groups:
        own = frozenset(group.axes)
        sizes = [range(len(border.axes[place].alternatives)) for place in group.axes]
        facts = [f for thing in border.named(group) for f in border.of_slot.get(thing, ())]
        changed = any(f.attribute in ignored or f.subject in lowered for f in facts)
        alone = all(border.touched.get(f, own) <= own for f in facts)
        if own and alone and not changed and prod(map(len, sizes)) <= _MOST:
            yield tuple(frozenset(border.weighed(group, places)) for places in product(*sizes))
