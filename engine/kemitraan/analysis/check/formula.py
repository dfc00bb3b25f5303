"""Sets of profiles as formulas: of every conclusion, all profiles in which it is shown.

What the evaluator of worlds computes with literals of this graph are formulas, however many
profiles they hold for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.logic.literals import FALSE, TRUE, Graph

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from kemitraan.logic.literals import Literal


class Formulas(Graph):
    """An and-inverter graph: inputs, and nodes that join two literals, each made only once.

    `nodes` holds the two literals of each node; those of an input are both 0. A node comes after
    the nodes it joins.
    """

    def __init__(self) -> None:
        self.nodes: list[tuple[int, int]] = [(0, 0)]
        self._made: dict[tuple[int, int], int] = {}
        super().__init__()

    def input(self) -> Literal:
        """Return a new input."""
        self.nodes.append((0, 0))
        self.admit(len(self.nodes) - 1)
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
            self.admit(node)
        return 2 * node

    def any_of(self, formulas: Iterable[int]) -> Literal:
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
