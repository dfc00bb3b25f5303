"""Finds a profile that shows something, tries it with the rules themselves, and makes it small."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kemitraan.analysis.check.finding import witness_of
from kemitraan.analysis.check.solver import Solver, Undecided
from kemitraan.logic.infer import infer
from kemitraan.recommendation.guards import withheld
from kemitraan.recommendation.view import View
from kemitraan.worlds.fact_base import fact_base

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kemitraan.analysis.check.finding import Witness
    from kemitraan.analysis.check.model import Model
    from kemitraan.analysis.check.profiles import World
    from kemitraan.fact import Fact
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.logic.infer import Inference
    from kemitraan.logic.literals import Literal
    from kemitraan.scenario.model import Scenario

STEPS: Final = 20_000
"""How many dead ends a search may run into before it is given up."""
_TRIES = 20


@dataclass(frozen=True)
class Seen:
    """What the rules say of one profile, found by inference."""

    inference: Inference
    hidden: frozenset[Fact]

    @property
    def fired(self) -> frozenset[str]:
        """Return the rules that fired."""
        found = self.inference.derivations.values()
        return frozenset(d.clause.rule for all_ in found for d in all_ if d.clause.choice is None)

    def holds(self, fact: Fact) -> bool:
        """Tell whether a fact was concluded."""
        return fact in self.inference.derivations

    def shows(self, fact: Fact) -> bool:
        """Tell whether a fact was concluded and not withheld."""
        return self.holds(fact) and fact not in self.hidden


@dataclass(frozen=True)
class Candidate:
    """A profile to be tried, as a person would write it.

    `plain` ones come to just what their world says (see `Profiles.plain`).
    """

    base: RuleBase
    scenario: Scenario
    choice: Mapping[str, str]
    plain: bool

    def seen(self, without: str = "") -> Seen:
        """Return what the rules say of it, one of them switched off on demand."""
        stated = fact_base(self.base, self.scenario, self.choice)
        clauses = tuple(c for c in self.base.clauses if c.rule != without)
        inference = infer(clauses, stated.facts)
        hidden, _ = withheld(self.base, stated, inference)
        return Seen(inference, hidden)

    @property
    def witness(self) -> Witness:
        """Return it as the witness of a finding."""
        stated = fact_base(self.base, self.scenario, self.choice)
        view = View(self.base, self.scenario, stated, self.seen().inference)
        return witness_of(view, self.choice)


class Finder:
    """Looks for profiles over one model."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.profiles = model.profiles
        self.solver = Solver(model.graph, self.profiles.clauses, self.profiles.preferred)
        self._plain = int(model.graph.input())
        for literal in self.profiles.plain:
            self.solver.add([self._plain ^ 1, literal])

    def candidate(self, world: World) -> Candidate:
        """Return the profile of a world."""
        written = self.profiles.written(world)
        return Candidate(self.profiles.base, *written, plain=self.profiles.is_plain(world))

    def find(self, formula: Literal, test: Callable[[Candidate], bool]) -> World | None:
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
                if test(self.candidate(world)):
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

    def possible(self, formula: Literal, test: Callable[[Candidate], bool]) -> bool:
        """Tell whether some profile makes a formula true.

        The test is made where a world may come to something else as a profile.

        Raises:
            Undecided: neither was settled.
        """
        return self.plainly(formula) or self.find(formula, test) is not None

    def smallest(self, world: World, test: Callable[[Candidate], bool]) -> World:
        """Return the world without everything that can be dropped, one thing at a time."""
        kept = dict(world)
        changed = True
        while changed:
            changed = False
            for axis in list(kept):
                fewer = self.profiles.effective({a: p for a, p in kept.items() if a != axis})
                if test(self.candidate(fewer)):
                    kept, changed = fewer, True
        return kept
