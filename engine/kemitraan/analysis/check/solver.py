"""Is there a profile that makes a formula true? Asked of a SAT solver, over one growing graph.

What a node of the graph means is told to the solver once, when a question first rests on it; a
question is then no more than a literal taken for true. So whatever the solver has learned from
one question serves the next. The solver is the optional package `python-sat`; it draws nothing
at random, so that the same questions have the same answers in any process.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.faults import Fault, InputError, Place
from kemitraan.logic.literals import FALSE, TRUE
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from kemitraan.analysis.check.formula import Formulas

_MISSING = Fault(
    Place("rules check --deep"),
    Text(
        "pemeriksaan ini membutuhkan paket python-sat, yang belum terpasang",
        "this check needs the package python-sat, which is not installed",
    ),
    fix=Text('Pasang: pip install "kemitraan[deep]"', 'Get it: pip install "kemitraan[deep]"'),
)


class Undecided(Exception):  # noqa: N818  # a result of the search, told to the reader as such
    """The search was given up after the number of dead ends it was allowed."""


class Solver:
    """Answers questions about one graph. Literals are those of the graph.

    `tied` are clauses that tie inputs together, all of which always hold; inputs (by their node)
    of `preferred` are tried as true first, all others as false.

    Raises:
        InputError: the package that does the work is not installed.
    """

    def __init__(
        self, graph: Formulas, tied: Iterable[Sequence[int]], preferred: Collection[int] = ()
    ) -> None:
        try:
            from pysat.solvers import Glucose4
        except ImportError:
            raise InputError([_MISSING]) from None
        self.graph = graph
        self.preferred = preferred
        self._solver = Glucose4()
        self._told = {0}
        for clause in tied:
            self.add(clause)

    def add(self, clause: Sequence[int]) -> None:
        """Let one of these literals hold from now on."""
        self._solver.add_clause([_signed(x) for x in clause])

    def holds(self, wanted: Sequence[int], most: int) -> bool:
        """Tell whether some assignment makes all of `wanted` true.

        Raises:
            Undecided: that was not settled within `most` dead ends.
        """
        if FALSE in wanted:
            return False
        for node in self.graph.cone(wanted, self._told):
            self._told.add(node)
            left, right = self.graph.nodes[node]
            if right:
                self.add([2 * node + 1, left])
                self.add([2 * node + 1, right])
                self.add([2 * node, left ^ 1, right ^ 1])
        self._solver.conf_budget(most)
        found = self._solver.solve_limited([_signed(x) for x in wanted if x != TRUE])
        if found is None:
            raise Undecided
        return bool(found)

    def assignment(self, literal: int, under: Sequence[int], most: int) -> frozenset[int] | None:
        """Return the literals of the inputs that `literal` rests on, where it and `under` hold.

        None if they never do.

        Raises:
            Undecided: neither was settled within `most` dead ends.
        """
        inputs = [n for n in self.graph.cone([literal]) if not self.graph.nodes[n][1]]
        # What earlier questions had true is no reason to have it true again.
        self._solver.set_phases([n if n in self.preferred else -n for n in inputs])
        if not self.holds([literal, *under], most):
            return None
        true = self.true_nodes()
        return frozenset(2 * n + (n not in true) for n in inputs)

    def true_nodes(self) -> frozenset[int]:
        """Return the nodes that are true in the assignment found last."""
        return frozenset(x for x in self._solver.get_model() if x > 0)


def _signed(literal: int) -> int:
    """Return a literal as the solver takes it: the number of its node, negative where denied."""
    return -(literal >> 1) if literal & 1 else literal >> 1
