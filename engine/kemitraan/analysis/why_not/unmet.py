"""How much of a conclusion is unmet: the conditions of its rules that fail or are not known.

What is unmet of a derived fact is what is unmet of the nearest rule that would conclude it, so
that everything is counted in the inputs, assumptions and absences at the bottom.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from kemitraan.analysis.target import concluding
from kemitraan.knowledge.compile import IS
from kemitraan.knowledge.vocabulary import ACTOR
from kemitraan.logic.program import bound
from kemitraan.scenario.model import KIND

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.logic.program import Choices, Instance

Status = Literal["holds", "failed", "unknown"]

# Whom `some` asks for and nobody is. No id of a person's making holds a space.
NEWCOMER = "new subject"


class Unmet(NamedTuple):
    """How many conditions are unmet, compared in this order.

    No change of the sentra meets the `fixed` ones (catalogues, what kind an actor is); `chosen`
    ones ask for another assumption or for a layer that is switched off; `failed` ones are known
    not to hold; `unknown` ones wait for an answer. Of what is as near, that comes first which
    takes fewer `rules`.
    """

    fixed: int = 0
    chosen: int = 0
    failed: int = 0
    unknown: int = 0
    rules: int = 0

    @property
    def status(self) -> Status:
        """Return `unknown` where answers alone could make up for all that is missing."""
        if self.fixed or self.chosen or self.failed:
            return "failed"
        return "unknown" if self.unknown else "holds"

    @property
    def circular(self) -> bool:
        """Tell whether it rests on itself, or on no rule at all."""
        return self.fixed >= _CIRCULAR.fixed


NOTHING = Unmet()
# More than any rule can lack.
_CIRCULAR = Unmet(fixed=1000)


def total(parts: Iterable[Unmet]) -> Unmet:
    """Return the sum of what is unmet."""
    return Unmet(*(sum(counts) for counts in zip(NOTHING, *parts, strict=True)))


class Account:
    """Counts what is unmet of the conclusions of one case; `aims` are those asked about."""

    def __init__(self, case: Case, aims: Iterable[Fact]) -> None:
        self.case = case
        self.attributes = case.base.vocabulary.attributes
        self.held = case.inference.facts
        self.standing = {
            slot: tuple(facts) for slot, facts in groupby(sorted(self.held), key=lambda f: f.slot)
        }
        self.unknown = frozenset(case.fact_base.unknown)
        self.instances = cache(lambda fact: tuple(concluding(case, fact)))
        self.least = self._settled(self._asked_for(aims))

    def met(self, choices: Choices) -> bool:
        """Tell whether one of the facts holds."""
        return not self.held.isdisjoint(choices)

    def left_out(self, one: Instance) -> bool:
        """Tell whether the rule belongs to a layer that is switched off."""
        return self.case.base.rule[one.clause.rule].layer not in self.case.base.layers

    def of(self, one: Instance) -> Unmet:
        """Return what is unmet of an instance; a layer switched off counts as well."""
        if one.it == NEWCOMER:
            # There may be actors that nobody has named; a catalogue has no further entry.
            return Unmet(unknown=1) if one.clause.some == ACTOR else Unmet(fixed=1)
        blocks = sum(map(self.met, one.negative))
        own = Unmet(failed=blocks)
        if one.clause.choice is None:
            own = Unmet(chosen=int(self.left_out(one)), failed=blocks, rules=1)
        return total([own, *map(self.of_choices, one.positive)])

    def of_choices(self, choices: Choices) -> Unmet:
        """Return what is unmet of a pattern that any of these facts meets."""
        if self.met(choices):
            return NOTHING
        first = choices[0]
        attribute = self.attributes.get(first.attribute)
        if attribute is None:
            return Unmet(fixed=1) if first.attribute == IS else self.of(self.choice(first))
        if attribute.role == "derived":
            return min(self.least.get(fact, _CIRCULAR) for fact in choices)
        if attribute.role == "property" or attribute.id == KIND:
            return Unmet(fixed=1)
        if attribute.role == "assumption":
            return Unmet(chosen=1)
        # What reading in makes of claims has no question of its own, and is not on its list.
        open_ = first.slot in self.unknown or attribute.question is None
        return Unmet(unknown=1) if open_ and first.slot not in self.standing else Unmet(failed=1)

    def choice(self, fact: Fact) -> Instance:
        """Return the instance nearest to an auxiliary fact.

        Of `at_least` that is its nearest choice of conditions, of `some` the nearest subject; of
        no subject at all, where none could come to meet what is asked.
        """
        clause = self.case.base.concluding[fact.attribute][0]
        found = sorted(self.instances(fact), key=lambda one: (self.of(one), one.it or ""))
        if clause.some and (not found or self.of(found[0]).fixed):
            return bound(clause, fact.subject if clause.each else None, NEWCOMER)
        return found[0]

    # The least fixed point

    def _asked_for(self, aims: Iterable[Fact]) -> list[Fact]:
        """Return every derived fact that does not hold and some rule on the way asks for."""
        found: set[Fact] = set()
        waiting = list(aims)
        while waiting:
            fact = waiting.pop()
            derived = fact.attribute in self.attributes
            if fact not in found and not (derived and fact in self.held):
                found.add(fact)
                for one in self.instances(fact):
                    waiting.extend(f for choices in one.positive for f in choices)
        return sorted(f for f in found if f.attribute in self.attributes and self.instances(f))

    def _settled(self, facts: Iterable[Fact]) -> Mapping[Fact, Unmet]:
        """Return the least that is unmet of each fact.

        Of a rule more is unmet than of any conclusion it still waits for, by itself at least; so
        going down from a conclusion by its nearest rule never comes back to it.
        """
        listed = list(facts)
        self.least = dict.fromkeys(listed, _CIRCULAR)
        while True:
            now = {
                fact: min([self.least[fact], *map(self.of, self.instances(fact))])
                for fact in listed
            }
            if now == self.least:
                return now
            self.least = now
