"""Finds a profile that shows something, tries it with the rules themselves, and makes it small."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kemitraan.analysis.check.solver import Solver, Undecided
from kemitraan.case import concluded
from kemitraan.knowledge.patch import patched_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from kemitraan.analysis.check.model import Model
    from kemitraan.analysis.check.profiles import World
    from kemitraan.case import Case
    from kemitraan.logic.literals import Literal

STEPS: Final = 20_000
"""How many dead ends a search may run into before it is given up."""
_TRIES = 20


def without(case: Case, rule: str) -> Case:
    """Return the case with a rule switched off."""
    base = patched_rules(case.base, (rule,), (), [])
    return concluded(base, case.scenario, case.choice)


class Finder:
    """Looks for profiles over one model."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.profiles = model.profiles
        self.solver = Solver(model.graph, self.profiles.clauses, self.profiles.preferred)
        self._plain = int(model.graph.input())
        for literal in self.profiles.plain:
            self.solver.add([self._plain ^ 1, literal])

    def case(self, world: World) -> Case:
        """Return the profile of a world, as a person would write it, with what is concluded."""
        return concluded(self.profiles.base, *self.profiles.written(world))

    def find(self, formula: Literal, test: Callable[[Case], bool]) -> World | None:
        """Return a world in which a formula holds and whose profile passes the test.

        None if the formula holds in no profile.

        Raises:
            Undecided: neither was settled.
        """
        untried = int(self.model.graph.input())
        failed = False
        for under in ([untried, self._plain], [untried]):
            for _ in range(_TRIES):
                literals = self.solver.assignment(int(formula), under, STEPS)
                if literals is None:
                    break
                world = self.profiles.world(literals)
                if test(self.case(world)):
                    return world
                failed = True
                self.solver.add([untried ^ 1, *(x ^ 1 for x in sorted(literals))])
        if failed:
            raise Undecided
        return None

    def plainly(self, formula: Literal) -> bool:
        """Tell whether a formula holds in some plain profile.

        Raises:
            Undecided: that was not settled.
        """
        return self.solver.holds([int(formula), self._plain], STEPS)

    def possible(self, formula: Literal, test: Callable[[Case], bool]) -> bool:
        """Tell whether some profile makes a formula true.

        The test is made where a world may come to something else as a profile.

        Raises:
            Undecided: neither was settled.
        """
        return self.plainly(formula) or self.find(formula, test) is not None

    def smallest(self, world: World, test: Callable[[Case], bool]) -> World:
        """Return the world without everything that can be dropped, one thing at a time."""
        kept = dict(world)
        changed = True
        while changed:
            changed = False
            for axis in list(kept):
                fewer = self.profiles.effective({a: p for a, p in kept.items() if a != axis})
                if test(self.case(fewer)):
                    kept, changed = fewer, True
        return kept
