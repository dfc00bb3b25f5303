"""How little a conclusion lacks: the conditions of its rules that fail or are not known.

What a derived condition lacks is what the nearest rule that would conclude it lacks, so that
everything is counted in the inputs, assumptions and absences at the bottom.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from kemitraan.analysis.target import concluding, subjects
from kemitraan.fact import Fact
from kemitraan.knowledge.ground import bound
from kemitraan.knowledge.language import IT, Absent, AtLeast, Condition, Holds, Some
from kemitraan.knowledge.vocabulary import ACTOR
from kemitraan.logic.relevance import index_facts
from kemitraan.scenario.model import KIND

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kemitraan.case import Case
    from kemitraan.knowledge.ground import Instance

Status = Literal["holds", "failed", "unknown"]


class Lack(NamedTuple):
    """How many conditions are missing, compared in this order.

    No change of the sentra meets the `fixed` ones (catalogues, what kind an actor is); `chosen`
    ones ask for another assumption or for a layer that is switched off; `failed` ones are known
    not to hold; `unknown` ones wait for an answer. Of what lacks as much, that comes first which
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


NOTHING = Lack()
# More than any rule can lack.
_CIRCULAR = Lack(fixed=1000)


def total(lacks: Iterable[Lack]) -> Lack:
    """Return the sum of what is lacking."""
    return Lack(*(sum(counts) for counts in zip(NOTHING, *lacks, strict=True)))


class Lacks:
    """What the conclusions of one case lack; `aims` are those asked about."""

    def __init__(self, case: Case, aims: Iterable[Fact]) -> None:
        self.case = case
        self.attributes = case.base.vocabulary.attributes
        self.index = index_facts(case.inference.facts)
        self.unknown = frozenset(case.fact_base.unknown)
        self.instances = cache(lambda fact: tuple(concluding(case, fact)))
        self.least = self._settled(self._closure(aims))

    def values(self, attribute: str, subject: str) -> set[str]:
        """Return the values that hold."""
        return self.index.get(attribute, {}).get(subject, set())

    def of(self, instance: Instance) -> Lack:
        """Return what a rule lacks; a rule of a layer switched off lacks that as well."""
        own = Lack(chosen=int(self.left_out(instance)), rules=1)
        return total([own, *map(self.of_condition, instance.conditions)])

    def left_out(self, instance: Instance) -> bool:
        """Tell whether the rule belongs to a layer that is switched off."""
        return instance.rule.layer not in self.case.base.layers

    def of_condition(self, condition: Condition) -> Lack:
        """Return what a ground condition lacks."""
        match condition:
            case Holds():
                return self._of_fact(condition)
            case Absent(inner):
                return Lack(failed=int(self.met(inner)))
            case AtLeast(_, parts):
                return total(self.of_condition(part) for part in self.cheapest(condition, parts))
            case Some(kind):
                found = self.candidates(condition)
                if found:
                    return self.of_all(self.witness(condition, found[0]))
                # A further actor can always be won; a catalogue has no further entry.
                return Lack(failed=1) if kind == ACTOR else Lack(fixed=1)

    def of_all(self, conditions: Iterable[Condition]) -> Lack:
        """Return what several conditions lack together."""
        return total(map(self.of_condition, conditions))

    def cheapest(self, condition: AtLeast, parts: Iterable[Condition]) -> list[Condition]:
        """Return as many parts as are asked for: those that lack least, in order."""
        return sorted(parts, key=self.of_condition)[: condition.n]

    def candidates(self, some: Some) -> tuple[str, ...]:
        """Return the subjects that could be meant, nearest first."""
        lacks = {s: self.of_all(self.witness(some, s)) for s in subjects(self.case, some.kind)}
        return tuple(sorted((s for s in lacks if not lacks[s].fixed), key=lambda s: (lacks[s], s)))

    def witness(self, some: Some, subject: str) -> tuple[Holds, ...]:
        """Return the conditions on one subject."""
        return tuple(bound(c, IT, subject) for c in some.conditions)

    def met(self, holds: Holds) -> bool:
        """Tell whether a fact meets a condition."""
        return not self.values(holds.attribute, holds.subject).isdisjoint(holds.values)

    def _of_fact(self, holds: Holds) -> Lack:
        if self.met(holds):
            return NOTHING
        role = self.attributes[holds.attribute].role
        if role == "derived":
            return min(self.least.get(f, _CIRCULAR) for f in wanted(holds))
        if role == "property" or holds.attribute == KIND:
            return Lack(fixed=1)
        if role == "assumption":
            return Lack(chosen=1)
        known = self.values(holds.attribute, holds.subject)
        # What the border makes of claims has no question of its own, and is not on its list.
        asked = self.attributes[holds.attribute].question is not None
        if not known and ((holds.attribute, holds.subject) in self.unknown or not asked):
            return Lack(unknown=1)
        return Lack(failed=1)

    # The least fixed point

    def _closure(self, aims: Iterable[Fact]) -> list[Fact]:
        """Return every derived fact that does not hold and some rule on the way asks for."""
        found: set[Fact] = set()
        waiting = list(aims)
        while waiting:
            fact = waiting.pop()
            if fact not in found and fact not in self.case.inference.facts:
                found.add(fact)
                for one in self.instances(fact):
                    for condition in one.conditions:
                        waiting.extend(self._asked(condition))
        return sorted(found)

    def _asked(self, condition: Condition) -> Iterable[Fact]:
        match condition:
            case Holds(attribute):
                return wanted(condition) if self.attributes[attribute].role == "derived" else ()
            case Absent():
                return ()
            case AtLeast(_, parts):
                return [fact for part in parts for fact in self._asked(part)]
            case Some(kind):
                found = [self.witness(condition, s) for s in subjects(self.case, kind)]
                return [fact for conditions in found for c in conditions for fact in self._asked(c)]

    def _settled(self, facts: Iterable[Fact]) -> Mapping[Fact, Lack]:
        """Return the least that each fact lacks.

        A rule lacks more than any conclusion it still waits for, by itself at least; so going
        down from a conclusion by its nearest rule never comes back to it.
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


def wanted(holds: Holds) -> tuple[Fact, ...]:
    """Return the facts that would meet a condition."""
    return tuple(Fact(holds.attribute, holds.subject, v) for v in holds.values)
