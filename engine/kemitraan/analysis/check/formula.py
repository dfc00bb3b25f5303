"""Sets of profiles written as formulas, for the evaluator of worlds to compute with.

The evaluator (`kemitraan.worlds`) treats a set of worlds as an int under `&`, `|`, `^` and `~`. A
`Formula` is such an int that builds an and-inverter graph instead: the very same code then yields,
for every conclusion, the formula of all profiles in which it is shown, however many they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

FALSE: Final = 0
TRUE: Final = 1


class Formula(int):
    """A literal of a graph: twice the number of its node, one more where it is denied.

    0 is false and 1 is true, so that plain ints of the evaluator may be mixed in.
    """

    graph: Graph

    def __and__(self, other: int, /) -> Formula:
        return self.graph.literals[self.graph.both(int(self), _literal(other))]

    def __or__(self, other: int, /) -> Formula:
        return self.graph.literals[self.graph.both(int(self) ^ 1, _literal(other) ^ 1) ^ 1]

    def __xor__(self, other: int, /) -> Formula:
        own, theirs = int(self), _literal(other)
        if theirs <= TRUE:
            return self.graph.literals[own ^ theirs]
        only_own = self.graph.both(own, theirs ^ 1)
        only_theirs = self.graph.both(own ^ 1, theirs)
        return self.graph.literals[self.graph.both(only_own ^ 1, only_theirs ^ 1) ^ 1]

    def __invert__(self) -> Formula:
        return self.graph.literals[int(self) ^ 1]

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


def _literal(other: int) -> int:
    # A plain int of the evaluator is the empty or the full set of one world, or its complement.
    return int(other) if isinstance(other, Formula) else other & 1


class Graph:
    """An and-inverter graph: inputs, and nodes that join two literals, each made only once.

    `nodes` holds the two literals of each node; those of an input are both 0. A node comes after
    the nodes it joins.
    """

    def __init__(self) -> None:
        self.nodes: list[tuple[int, int]] = [(0, 0)]
        self.literals: list[Formula] = []
        self._made: dict[tuple[int, int], int] = {}
        self._admit(0)

    def _admit(self, node: int) -> None:
        for literal in (2 * node, 2 * node + 1):
            formula = Formula(literal)
            formula.graph = self
            self.literals.append(formula)

    def input(self) -> Formula:
        """Return a new input."""
        self.nodes.append((0, 0))
        self._admit(len(self.nodes) - 1)
        return self.literals[-2]

    def both(self, one: int, other: int) -> int:
        """Return the conjunction of two literals (plain ints, not formulas)."""
        if one > other:
            one, other = other, one
        if one == FALSE or one ^ 1 == other:
            return FALSE
        if one in (TRUE, other):
            return other
        key = (one, other)
        node = self._made.get(key)
        if node is None:
            parts = self.nodes[other >> 1]
            if one in parts:
                # Within (one and x) it holds; within its denial it leaves the denial of x.
                if not other & 1:
                    return other
                rest = parts[1] if parts[0] == one else parts[0]
                return self.both(one, rest ^ 1)
            if one ^ 1 in parts:
                return one if other & 1 else FALSE
            node = self._made[key] = len(self.nodes)
            self.nodes.append(key)
            self._admit(node)
        return 2 * node

    def any_of(self, formulas: Iterable[int]) -> Formula:
        """Return the disjunction of formulas."""
        found = self.literals[FALSE]
        for formula in formulas:
            found = found | formula
        return found

    def cone(self, literals: Iterable[int], known: Collection[int] = ()) -> list[int]:
        """Return the nodes that these literals rest on, inputs included, in order.

        Those `known`, and what they rest on, are left out.
        """
        found: set[int] = set()
        waiting = [literal >> 1 for literal in literals]
        while waiting:
            node = waiting.pop()
            if node and node not in found and node not in known:
                found.add(node)
                waiting.extend(part >> 1 for part in self.nodes[node])
        return sorted(found)

    def rewritten(
        self, nodes: Iterable[int], inputs: Mapping[int, int], before: Mapping[int, int]
    ) -> dict[int, int]:
        """Return the literal that each node (given in order) becomes with some inputs replaced.

        `before` tells the same of nodes that are not among them.
        """
        now: dict[int, int] = {}
        for node in nodes:
            left, right = self.nodes[node]
            if not right:
                now[node] = inputs.get(node, 2 * node)
            else:
                one, other = left >> 1, right >> 1
                now[node] = self.both(
                    (now[one] if one in now else before[one]) ^ (left & 1),
                    (now[other] if other in now else before[other]) ^ (right & 1),
                )
        return now

    def values(self, nodes: Iterable[int], inputs: Mapping[int, int], full: int) -> dict[int, int]:
        """Return the assignments in which each node (given in order) is true, one for each bit.

        `inputs` tells that of the inputs, in none where it is silent; `full` has every bit.
        """
        now = {0: 0}
        for node in nodes:
            left, right = self.nodes[node]
            if not right:
                now[node] = inputs.get(node, 0)
            else:
                one, other = now[left >> 1], now[right >> 1]
                now[node] = (full ^ one if left & 1 else one) & (
                    full ^ other if right & 1 else other
                )
        return now
