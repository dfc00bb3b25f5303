"""Every conclusion about every row, in one pass over the rules."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kemitraan.fact import Fact
from kemitraan.logic.guards import judged
from kemitraan.logic.holding import Holding
from kemitraan.logic.program import Program, ground
from kemitraan.portfolio.rows import RowsReading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.logic.guards import Stated
    from kemitraan.portfolio.rows import Rows


@dataclass(frozen=True)
class Found:
    """What holds in which of the rows.

    `holding` has all that is given or concluded, `admitted` what of the conclusions shown is not
    withheld.
    """

    base: RuleBase
    rows: Rows
    given: Mapping[Fact, Stated]
    holding: Holding
    admitted: Mapping[Fact, int]

    def holds(self, attribute: str, subject: str) -> dict[str, int]:
        """Return the values of an attribute of a subject, each with its rows, in their order."""
        of = self._by_subject.get((attribute, subject), {})
        order = {v: rank for rank, v in enumerate(self.base.vocabulary.values_of(attribute))}
        return {v: of[v] for v in sorted(of, key=lambda v: (order.get(v, len(order)), v))}

    def shows(self, attribute: str, subject: str) -> dict[str, int]:
        """Return the same of what may be shown; nothing for no attribute."""
        if not attribute:
            return {}
        found = (
            (value, self.admitted.get(Fact(attribute, subject, value), 0))
            for value in self.holds(attribute, subject)
        )
        return {value: rows for value, rows in found if rows}

    @cached_property
    def _by_subject(self) -> Mapping[tuple[str, str], dict[str, int]]:
        found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
        for fact, rows in self.holding.worlds.items():
            if rows:
                found[fact.attribute, fact.subject][fact.value] = rows
        return found


class Evaluation:
    """Evaluates batches of rows under one choice of assumptions; grounds the rules but once.

    Grounding depends on which facts there can be: a batch that brings new ones grounds again.
    """

    def __init__(self, base: RuleBase, choice: Mapping[str, str]) -> None:
        self.base = base
        self.choice = choice
        self._known: set[Fact] = set()
        self._program = Program({})
        self._targets: tuple[Fact, ...] = ()

    def of(self, rows: Rows) -> Found:
        """Return what holds in which of these rows."""
        given = RowsReading(self.base, self.choice, rows).read().facts
        if not self._known.issuperset(given):
            self._known.update(given)
            self._program = ground(self.base.clauses, sorted(self._known))
            shown = self.base.shown
            self._targets = tuple(f for f in sorted(self._program.bodies) if f.attribute in shown)
        stated = {fact: g.worlds for fact, g in given.items()}
        wanted = self._program.cone(self._targets)
        holding = Holding(self._program, stated, rows.full, {}, wanted)
        found = judged(self.base.guards, self.base.vocabulary, holding, given, self._targets)
        return Found(self.base, rows, given, holding, found.admitted)
