"""Rules with every subject named, and the facts that could ever hold: the ground of the checks.

A kind without entries (the actors of a scenario) is stood for by two subjects of no further
properties; whatever holds of them holds of any.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kemitraan.fact import Slot
from kemitraan.knowledge.language import IT, THIS, Absent, AtLeast, Condition, Holds, Some
from kemitraan.knowledge.vocabulary import SENTRA

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from kemitraan.knowledge.language import Rule
    from kemitraan.knowledge.rulebase import RuleBase


@dataclass(frozen=True)
class Instance:
    """A rule with `this` bound, and what it then concludes."""

    rule: Rule
    this: str | None
    conditions: tuple[Condition, ...]
    conclusions: tuple[tuple[Slot, str], ...]


class Ground:
    """The instances of all rules, and the facts possible if every absence held.

    Rules named in `without` are left out.
    """

    def __init__(self, base: RuleBase, without: Collection[str] = ()) -> None:
        self.words = base.vocabulary
        self.rules = tuple(rule for rule in base.all_rules if rule.id not in without)
        self.subjects: dict[str, tuple[str, ...]] = {SENTRA: (SENTRA,)}
        for kind in self.words.kinds.values():
            if kind.id != SENTRA:
                named = tuple(e.id for e in kind.entries)
                self.subjects[kind.id] = named or (f"{kind.id} 1", f"{kind.id} 2")

    @cached_property
    def instances(self) -> tuple[Instance, ...]:
        """Return every instance of every rule, by rule and subject."""
        return tuple(
            instance(rule, this)
            for rule in self.rules
            for this in (self.subjects[rule.each] if rule.each else (None,))
        )

    @cached_property
    def possible(self) -> Mapping[Slot, set[str]]:
        """Return the values each cell could have: stated, chosen, fixed or concluded somehow."""
        found = self._stated()
        changed = True
        while changed:
            changed = False
            for one in self.instances:
                new = [(c, v) for c, v in one.conclusions if v not in found.get(c, ())]
                if new and all(self.can_hold(c, found) for c in one.conditions):
                    changed = True
                    for cell, value in new:
                        found.setdefault(cell, set()).add(value)
        return found

    def _stated(self) -> dict[Slot, set[str]]:
        found: dict[Slot, set[str]] = defaultdict(set)
        for attribute in self.words.attributes.values():
            if attribute.role in ("input", "assumption"):
                for subject in self.subjects[attribute.of]:
                    values = self.words.values_of(attribute.id)
                    found[Slot(attribute.id, subject)].update(
                        values or self.subjects[attribute.scale]
                    )
        for entry in (e for kind in self.words.kinds.values() for e in kind.entries):
            for name, listed in entry.facts.items():
                found[Slot(name, entry.id)].update(listed)
        return dict(found)

    @cached_property
    def firing(self) -> tuple[Instance, ...]:
        """Return the instances whose positive conditions can hold, each on its own."""
        return tuple(
            one
            for one in self.instances
            if all(self.can_hold(c, self.possible) for c in one.conditions)
        )

    def can_hold(self, condition: Condition, facts: Mapping[Slot, set[str]]) -> bool:
        """Tell whether these facts make a ground condition true, taking absences for granted."""
        match condition:
            case Holds(attribute, subject, values):
                return not facts.get(Slot(attribute, subject), set()).isdisjoint(values)
            case Some():
                return any(
                    all(self.can_hold(c, facts) for c in conditions)
                    for conditions in self.witnesses(condition)
                )
            case AtLeast(n, conditions):
                return sum(self.can_hold(c, facts) for c in conditions) >= n
            case Absent():
                return True

    def witnesses(self, some: Some) -> Iterator[tuple[Holds, ...]]:
        """Yield the conditions of `some` for each subject it could be about."""
        for subject in self.subjects[some.kind]:
            yield tuple(bound(c, IT, subject) for c in some.conditions)

    @cached_property
    def supports(self) -> Mapping[tuple[Slot, str], set[tuple[Slot, str]]]:
        """Return, for each possible conclusion, the possible facts that rules conclude it from."""
        found: dict[tuple[Slot, str], set[tuple[Slot, str]]] = defaultdict(set)
        for one in self.firing:
            read = self.read_by(one)
            for conclusion in one.conclusions:
                found[conclusion] |= read
        return found

    def read_by(self, one: Instance) -> set[tuple[Slot, str]]:
        """Return the possible facts that an instance can rest on."""
        return {fact for condition in one.conditions for fact in self._read(condition)}

    def _read(self, condition: Condition) -> Iterator[tuple[Slot, str]]:
        match condition:
            case Holds(attribute, subject, values):
                cell = Slot(attribute, subject)
                yield from ((cell, v) for v in values if v in self.possible.get(cell, ()))
            case Some():
                for conditions in self.witnesses(condition):
                    if all(self.can_hold(c, self.possible) for c in conditions):
                        for inner in conditions:
                            yield from self._read(inner)
            case AtLeast(_, conditions):
                for part in conditions:
                    yield from self._read(part)
            case Absent():
                return


def instance(rule: Rule, this: str | None) -> Instance:
    """Return a rule with `this` bound to a subject (None for a rule without `each`)."""
    if this is None:
        conditions, subject = rule.conditions, THIS
    else:
        conditions, subject = tuple(named(c, this) for c in rule.conditions), this
    return Instance(
        rule,
        this,
        conditions,
        tuple(
            (
                Slot(c.attribute, subject if c.subject == THIS else c.subject),
                subject if c.value == THIS else c.value,
            )
            for c in rule.conclusions
        ),
    )


def named(condition: Condition, this: str) -> Condition:
    """Return a condition with `this` replaced by a subject, wherever it stands."""
    match condition:
        case Holds():
            return bound(condition, THIS, this)
        case Absent(inner):
            return Absent(bound(inner, THIS, this))
        case Some(kind, conditions):
            return Some(kind, tuple(bound(c, THIS, this) for c in conditions))
        case AtLeast(n, parts):
            return AtLeast(n, tuple(named(c, this) for c in parts))


def bound(holds: Holds, variable: str, subject: str) -> Holds:
    """Return a fact condition with a variable replaced, as subject and as value."""
    return Holds(
        holds.attribute,
        subject if holds.subject == variable else holds.subject,
        tuple(subject if v == variable else v for v in holds.values),
    )
