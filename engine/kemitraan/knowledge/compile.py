"""From rules to clauses, the one small form that every evaluator runs.

A clause is a conjunction of positive patterns and single-pattern absences with a conclusion:
no alternatives, no counting, no existence test over several patterns. What the language offers
beyond that becomes clauses that conclude an auxiliary fact, which the clause of the rule reads:

- `at_least n of k` with n > 1: one clause for each choice of n of them;
- `at_least 1 of k`: one clause for each;
- `some`: one clause, so that the rule fires once however many witnesses there are.

Auxiliary attributes are named after rule and position (`STR-01#2`); a proof shows them as the
condition they stand for.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from kemitraan.knowledge.language import (
    THIS,
    Absent,
    AtLeast,
    Conclusion,
    Condition,
    Holds,
    Rule,
    Some,
)
from kemitraan.knowledge.vocabulary import SENTRA

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

IS = "is"
"""The attribute by which a subject's kind is a fact: `is(bank_ntt) = actor`."""

YES = "yes"
"""The value of an auxiliary fact."""


class Pattern(NamedTuple):
    """Matches facts of `attribute` about `subject` whose value is among `values`.

    `subject` is `this`, `it` or a constant. Where `variable` is set (always `this`), the value
    is the subject bound to it instead, and `values` is empty.
    """

    attribute: str
    subject: str
    values: frozenset[str]
    variable: str | None = None


class Clause(NamedTuple):
    """One clause of a rule. `order` is its place in the rule base, the last tie-breaker.

    `choice` is set on auxiliary clauses: the condition of the rule that its conclusion means.
    `each` and `some` are the kinds of subject that `this` and `it` range over, None where the
    clause has no such variable.
    """

    name: str
    rule: str
    heads: tuple[Conclusion, ...]
    positive: tuple[Pattern, ...]
    negative: tuple[Pattern, ...]
    stratum: int
    order: int
    choice: Condition | None = None
    each: str | None = None
    some: str | None = None


class Unstratified(Exception):  # noqa: N818  # a finding of the check, reported as a fault there
    """A derived attribute depends on its own absence; `cycle` lists the attributes involved."""

    def __init__(self, cycle: tuple[str, ...]) -> None:
        self.cycle = cycle
        super().__init__(" → ".join(cycle))


def compile_rules(rules: Iterable[Rule]) -> tuple[Clause, ...]:
    """Return the clauses of the rules, in an order that does not depend on that of the rules.

    Raises:
        Unstratified: a derived attribute depends, over any number of rules, on its own absence.
    """
    clauses = [c for rule in sorted(rules, key=lambda r: r.id) for c in clauses_of(rule)]
    strata = stratify(clauses)
    return tuple(
        clause._replace(stratum=max(strata[h.attribute] for h in clause.heads), order=order)
        for order, clause in enumerate(clauses)
    )


def clauses_of(rule: Rule) -> list[Clause]:
    """Return the clauses of one rule; strata and order are set by `compile_rules`."""
    auxiliary: list[Clause] = []
    owner = THIS if rule.each else SENTRA

    def closed(body: tuple[Pattern, ...]) -> tuple[Pattern, ...]:
        """Bind `this` to every subject of its kind, where no pattern of the body binds it.

        Attributes belong to one kind, so a pattern that binds `this` admits that kind only.
        """
        if rule.each is None or any(THIS in (p.subject, p.variable) for p in body):
            return body
        return (*body, Pattern(IS, THIS, frozenset({rule.each})))

    def clause(
        heads: tuple[Conclusion, ...],
        positive: tuple[Pattern, ...],
        negative: tuple[Pattern, ...] = (),
        choice: Condition | None = None,
        some: str | None = None,
    ) -> Clause:
        number = f"/{len(auxiliary) + 1}" if choice else ""
        name = f"{rule.id}{number}"
        return Clause(name, rule.id, heads, positive, negative, 0, 0, choice, rule.each, some)

    def define(
        choice: Condition, bodies: Iterable[tuple[Pattern, ...]], some: str | None = None
    ) -> Pattern:
        """Add clauses that conclude an auxiliary fact from each body, and return its pattern."""
        name = f"{rule.id}#{len({c.heads for c in auxiliary}) + 1}"
        head = (Conclusion(name, owner, YES),)
        auxiliary.extend(clause(head, closed(body), (), choice, some) for body in list(bodies))
        return Pattern(name, owner, frozenset({YES}))

    def positive(condition: Condition) -> Pattern:
        match condition:
            case Holds():
                return _pattern(condition)
            case Some(kind, conditions):
                return define(condition, [tuple(map(_pattern, conditions))], kind)
            case AtLeast(n, conditions):
                parts = [positive(c) for c in conditions]
                return define(condition, combinations(parts, n))
            case Absent():
                msg = "an absence stands only at the top of a rule"
                raise AssertionError(msg)

    body = tuple(positive(c) for c in rule.conditions if not isinstance(c, Absent))
    absences = tuple(_pattern(c.condition) for c in rule.conditions if isinstance(c, Absent))
    return [*auxiliary, clause(rule.conclusions, closed(body), absences)]


def _pattern(condition: Holds) -> Pattern:
    if condition.values == (THIS,):
        return Pattern(condition.attribute, condition.subject, frozenset(), THIS)
    return Pattern(condition.attribute, condition.subject, frozenset(condition.values))


def stratify(clauses: Iterable[Clause]) -> Mapping[str, int]:
    """Return the stratum of every attribute that is read or concluded.

    An attribute lies no lower than what it is concluded from and strictly above whatever it is
    concluded from the absence of.
    """
    listed = list(clauses)
    strata: dict[str, int] = defaultdict(int)
    for clause in listed:
        strata.update((h.attribute, 0) for h in clause.heads)
        strata.update((p.attribute, 0) for p in (*clause.positive, *clause.negative))
    for _ in range(len(strata) + 1):
        changed = False
        for clause in listed:
            floor = max((strata[p.attribute] for p in clause.positive), default=0)
            floor = max([floor, *(strata[p.attribute] + 1 for p in clause.negative)])
            # Every head of a clause is concluded at once, so all lie in its stratum.
            floor = max([floor, *(strata[h.attribute] for h in clause.heads)])
            for head in clause.heads:
                if strata[head.attribute] < floor:
                    strata[head.attribute] = floor
                    changed = True
        if not changed:
            return strata
    raise Unstratified(_negative_cycle(listed))


def _negative_cycle(clauses: list[Clause]) -> tuple[str, ...]:
    """Return one shortest cycle of attributes that passes through an absence."""
    edges: dict[str, set[str]] = defaultdict(set)
    absences: set[tuple[str, str]] = set()
    for clause in clauses:
        for head in clause.heads:
            edges[head.attribute].update(h.attribute for h in clause.heads)
            for pattern in clause.positive:
                edges[head.attribute].add(pattern.attribute)
            for pattern in clause.negative:
                edges[head.attribute].add(pattern.attribute)
                absences.add((head.attribute, pattern.attribute))
    best: tuple[str, ...] = ()
    for start, first in sorted(absences):
        paths: list[tuple[str, ...]] = [(start, first)]
        seen = {first}
        while paths:
            path = paths.pop(0)
            if path[-1] == start:
                if not best or len(path) < len(best):
                    best = path
                break
            for after in sorted(edges[path[-1]]):
                if after not in seen or after == start:
                    seen.add(after)
                    paths.append((*path, after))
    return best
