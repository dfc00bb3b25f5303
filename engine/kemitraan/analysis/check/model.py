"""The rules over all profiles: in which each rule fires, each fact is concluded, each is shown."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from kemitraan.logic.literals import FALSE, TRUE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from kemitraan.analysis.check.profiles import Profiles
    from kemitraan.fact import Fact
    from kemitraan.logic.literals import Literal
    from kemitraan.logic.program import Instance


class Model:
    """What the rules of a base come to, as formulas over all profiles with every rule in force."""

    def __init__(self, profiles: Profiles, shown: Collection[str]) -> None:
        self.profiles = profiles
        self.graph = profiles.graph
        worlds = self.profiles.worlds
        self.program = worlds.program
        given = worlds.given(self.profiles.space)
        holding = worlds.holding(self.profiles.space, given, {*given, *self.program.bodies})
        visible = sorted(f for f in self.program.bodies if f.attribute in shown)
        # As built, every formula also says which rules have to be in force.
        self._shown = {f: int(x) for f, x in worlds.admitted(holding, given, visible).items()}
        self._concluded = {f: int(holding.worlds[f]) for f in self.program.bodies}
        self._fired: dict[str, list[tuple[Instance, int]]] = defaultdict(list)
        seen: set[int] = set()
        for fact in sorted(self.program.bodies):
            for instance in self.program.bodies[fact]:
                if instance.clause.choice is None and id(instance) not in seen:
                    seen.add(id(instance))
                    formula = int(holding.fired(instance))
                    self._fired[instance.clause.rule].append((instance, formula))
        self._nodes = range(1, len(self.graph.nodes))
        in_force = {int(x) >> 1: TRUE for x in self.profiles.switches.values()}
        self._in_force = {0: 0} | self.graph.rewritten(self._nodes, in_force, {0: 0})

    def _now(self, literal: int) -> Literal:
        return self.graph.literals[self._in_force[literal >> 1] ^ (literal & 1)]

    @cached_property
    def concluded(self) -> Mapping[Fact, Literal]:
        """Return the profiles from which each fact is concluded, withheld or not."""
        return {fact: self._now(literal) for fact, literal in self._concluded.items()}

    @cached_property
    def shown(self) -> Mapping[Fact, Literal]:
        """Return the profiles for which each fact is shown."""
        return {fact: self._now(literal) for fact, literal in self._shown.items()}

    @cached_property
    def instances(self) -> Mapping[str, list[tuple[Instance, Literal]]]:
        """Return, by rule, its instances with the profiles in which they fire."""
        return {
            rule: [(one, self._now(literal)) for one, literal in found]
            for rule, found in self._fired.items()
        }

    def fires(self, rule: str) -> Literal:
        """Return the profiles in which a rule fires."""
        return self.graph.any_of(formula for _, formula in self.instances.get(rule, ()))

    def concluding(self, fact: Fact) -> Iterator[tuple[str, Literal]]:
        """Yield the rules that conclude a fact, each with the profiles in which it does."""
        for rule, found in sorted(self.instances.items()):
            formulas = [formula for one, formula in found if fact in one.heads]
            if formulas:
                yield rule, self.graph.any_of(formulas)

    # A rule switched off

    @cached_property
    def _readers(self) -> Mapping[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for node in self._nodes:
            left, right = self.graph.nodes[node]
            if right:
                found[left >> 1].append(node)
                found[right >> 1].append(node)
        return found

    def _touched(self, node: int) -> list[int]:
        """Return the nodes that an input has a part in, in order."""
        found = {node}
        waiting = [node]
        while waiting:
            for reader in self._readers.get(waiting.pop(), ()):
                if reader not in found:
                    found.add(reader)
                    waiting.append(reader)
        return sorted(found)

    def mattering(self, true: Collection[int]) -> Iterator[str]:
        """Yield the rules without which something shown is otherwise, in one profile.

        `true` are the inputs that hold in it. All rules are tried at once: the profile once for
        each, without that one, and once with all of them.
        """
        switches = [int(x) >> 1 for x in self.profiles.switches.values()]
        full = (2 << len(switches)) - 1
        inputs = dict.fromkeys(true, full)
        inputs |= {node: full ^ 1 << place for place, node in enumerate(switches)}
        found = self.graph.values(self._nodes, inputs, full)
        differing = 0
        for literal in self._shown.values():
            worlds = found[literal >> 1]
            differing |= full ^ worlds if worlds >> len(switches) else worlds
        for place, rule in enumerate(self.profiles.switches):
            if differing >> place & 1:
                yield rule

    def changed(self, rule: str, *, shown: bool = True) -> Iterator[tuple[Fact, Literal]]:
        """Yield the facts that a rule has a part in, with the profiles where it matters.

        Those that are shown, else all that are concluded.
        """
        facts = self._shown if shown else self._concluded
        switch = int(self.profiles.switches[rule]) >> 1
        touched = self._touched(switch)
        without = self.graph.rewritten(touched, {switch: FALSE}, self._in_force)
        for fact, literal in facts.items():
            if literal >> 1 in without:
                other = self.graph.literals[without[literal >> 1] ^ (literal & 1)]
                difference = self._now(literal) ^ other
                if difference != FALSE:
                    yield fact, difference
