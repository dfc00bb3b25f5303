"""Sets of worlds as literals of a graph, for the evaluator to compute with instead of bits.

The evaluator treats a set of worlds as an int under `&`, `|`, `^` and `~`. A `Literal` is such an
int that makes nodes of a graph instead: so the very same code yields decision diagrams over every
combination, or formulas over every profile.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Final

FALSE: Final = 0
TRUE: Final = 1


class Literal(int):
    """Twice the number of a node, one more for the complement of what it stands for.

    0 is no world and 1 is every world, so that the plain ints 0 and ~0 may be mixed in.
    """

    graph: Graph

    def __and__(self, other: int, /) -> Literal:
        return self.graph.literals[self.graph.both(int(self), _plain(other))]

    def __or__(self, other: int, /) -> Literal:
        return self.graph.literals[self.graph.both(int(self) ^ 1, _plain(other) ^ 1) ^ 1]

    def __xor__(self, other: int, /) -> Literal:
        own, theirs = int(self), _plain(other)
        if theirs <= TRUE:
            return self.graph.literals[own ^ theirs]
        only_own = self.graph.both(own, theirs ^ 1)
        only_theirs = self.graph.both(own ^ 1, theirs)
        return self.graph.literals[self.graph.both(only_own ^ 1, only_theirs ^ 1) ^ 1]

    def __invert__(self) -> Literal:
        return self.graph.literals[int(self) ^ 1]

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


def _plain(other: int) -> int:
    """Return a literal as a plain int.

    Raises:
        ValueError: this is a set of another kind: its bits would be taken for a number here.
    """
    if isinstance(other, Literal):
        return int(other)
    if other not in (0, ~0):
        raise ValueError(other)
    return other & 1


class Graph(ABC):
    """Nodes, each with the literal that stands for it and the one for its complement."""

    def __init__(self) -> None:
        self.literals: list[Literal] = []
        self.admit(0)

    def admit(self, node: int) -> None:
        """Make the literals of a new node; nodes are admitted in the order of their numbers."""
        for number in (2 * node, 2 * node + 1):
            literal = Literal(number)
            literal.graph = self
            self.literals.append(literal)

    @abstractmethod
    def both(self, one: int, other: int) -> int:
        """Return the conjunction of two literals (plain ints)."""
