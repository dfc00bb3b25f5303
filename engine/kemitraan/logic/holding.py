"""The second evaluator: what holds in which worlds, in one pass over the rules.

A fact carries the set of worlds in which it holds (see `space`). A condition is an `&`,
alternatives an `|`, an absence a complement. Facts that read each other are gone over until
nothing changes; everything else is decided once.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kemitraan.fact import Fact
    from kemitraan.logic.program import Choices, Instance, Program


class Holding:
    """The worlds in which each fact holds, given those in which the stated ones do.

    `switched` gives the worlds in which a rule is in force, for rules that are not in all.
    Only the facts of `wanted` (all, if None) are decided; it must hold what they read.
    """

    def __init__(
        self,
        program: Program,
        given: Mapping[Fact, int],
        full: int,
        switched: Mapping[str, int],
        wanted: Collection[Fact] | None = None,
    ) -> None:
        self.program = program
        self.full = full
        self.switched = switched
        self.worlds: dict[Fact, int] = {f: self.whole(w) for f, w in given.items()}
        self._bodies: dict[int, int] = {}
        self._choices: dict[Choices, int] = {}
        for group in program.order:
            if wanted is not None and group[0] not in wanted:
                continue
            if program.rounds(group):
                program.settle(group, partial(self._again, set(group)))
            else:
                self._once(group[0])

    def whole(self, worlds: int) -> int:
        """Return a set of worlds; all of them always as the same object, told by identity."""
        return self.full if worlds == self.full else worlds

    def _once(self, fact: Fact) -> None:
        found = self.worlds.get(fact, 0)
        for instance in self.program.bodies[fact]:
            if found is self.full:
                break
            found |= self.fired(instance)
        self.worlds[fact] = self.whole(found)

    def _again(self, inside: Collection[Fact], fact: Fact) -> bool:
        before = self.worlds.get(fact, 0)
        found = before
        for instance in self.program.bodies[fact]:
            found |= self._body(instance, inside)
        self.worlds[fact] = self.whole(found)
        return found != before

    def fired(self, instance: Instance) -> int:
        """Return the worlds in which an instance fires, once what it reads is decided."""
        if len(instance.heads) == 1:
            return self._body(instance)
        # Each of several conclusions asks for it.
        known = self._bodies.get(id(instance))
        if known is None:
            known = self._bodies[id(instance)] = self._body(instance)
        return known

    def _body(self, instance: Instance, undecided: Collection[Fact] = ()) -> int:
        found = self.switched.get(instance.clause.rule, self.full)
        for choices in instance.positive:
            worlds = self.any_of(choices, undecided)
            if worlds is self.full:
                continue
            found = worlds if found is self.full else found & worlds
            if not found:
                return 0
        for choices in instance.negative:
            worlds = self.any_of(choices, undecided)
            if worlds:
                found &= self.full ^ worlds
                if not found:
                    return 0
        return found

    def any_of(self, choices: Choices, undecided: Collection[Fact] = ()) -> int:
        """Return the worlds in which one of the facts holds."""
        if len(choices) == 1:
            return self.worlds.get(choices[0], 0)
        known = self._choices.get(choices)
        if known is not None:
            return known
        found = 0
        for fact in choices:
            found |= self.worlds.get(fact, 0)
        found = self.whole(found)
        if not any(fact in undecided for fact in choices):
            self._choices[choices] = found
        return found
