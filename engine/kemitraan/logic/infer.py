"""Inference over one world: what follows from the facts, and every way in which it follows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kemitraan.knowledge.language import THIS
from kemitraan.logic.relevance import ground_head, relevant

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kemitraan.fact import Fact
    from kemitraan.knowledge.compile import Clause, Pattern


@dataclass(frozen=True)
class Derivation:
    """One firing of a clause.

    `premises` are the facts it matched, in the order of `clause.positive`; `absences` the
    patterns that no fact matched, in the order of `clause.negative`, with `this` filled in.
    """

    clause: Clause = field(repr=False)
    this: str | None
    conclusions: tuple[Fact, ...]
    premises: tuple[Fact, ...]
    absences: tuple[Pattern, ...] = field(repr=False)


@dataclass(frozen=True)
class Inference:
    """The facts given, the facts derived (auxiliary ones included), both sorted; the derivations.

    A fact may be both given and derived. `derivations` holds, for every derived fact in order,
    all its derivations, by the place of their clause in the rule base, then by binding.
    """

    given: tuple[Fact, ...]
    derived: tuple[Fact, ...]
    derivations: Mapping[Fact, tuple[Derivation, ...]]

    @cached_property
    def facts(self) -> frozenset[Fact]:
        """Return every fact that holds."""
        return frozenset(self.given) | frozenset(self.derived)

    @cached_property
    def fired(self) -> frozenset[str]:
        """Return the rules that fired; one whose choices alone were made out did not."""
        every = (d.clause for found in self.derivations.values() for d in found)
        return frozenset(clause.rule for clause in every if clause.choice is None)

    @cached_property
    def levels(self) -> Mapping[Fact, int]:
        """Return the round in which each fact is first there: 0 if given, then from 1."""
        levels = dict.fromkeys(self.given, 0)
        pending = [d for found in self.derivations.values() for d in found]
        level = 0
        while pending:
            level += 1
            later: list[Derivation] = []
            fresh: set[Fact] = set()
            for derivation in pending:
                if all(premise in levels for premise in derivation.premises):
                    fresh.update(derivation.conclusions)
                else:
                    later.append(derivation)
            levels = dict.fromkeys(fresh, level) | levels
            pending = later
        return levels

    def rules(self, facts: Iterable[Fact]) -> tuple[str, ...]:
        """Return the rules that conclude some facts, by id."""
        return tuple(sorted({d.clause.rule for f in facts for d in self.derivations.get(f, ())}))


def infer(clauses: Iterable[Clause], facts: Iterable[Fact], *, prune: bool = True) -> Inference:
    """Return all that the clauses conclude from the facts, with every derivation.

    The result depends on neither order, and is the same with and without `prune`, which leaves
    out beforehand what cannot take part (see `relevance`).
    """
    # Imported here, so that commands that infer nothing do not wait for experta.
    from kemitraan.logic.experta_engine import fire

    given = tuple(sorted(set(facts)))
    clauses = tuple(clauses)
    fired = fire(*relevant(clauses, given)) if prune else fire(clauses, given)
    fired.sort(key=lambda d: (d.clause.order, d.this or "", d.premises))
    derivations: dict[Fact, list[Derivation]] = defaultdict(list)
    for derivation in fired:
        for fact in derivation.conclusions:
            derivations[fact].append(derivation)
    derived = tuple(sorted(derivations))
    return Inference(given, derived, {fact: tuple(derivations[fact]) for fact in derived})


def derivation_of(clause: Clause, this: str | None, premises: tuple[Fact, ...]) -> Derivation:
    """Return the firing of a clause with `this` bound so (None if unbound) on these premises."""
    return Derivation(
        clause,
        this,
        tuple(dict.fromkeys(ground_head(head, this) for head in clause.heads)),
        premises,
        tuple(ground_absence(pattern, this) for pattern in clause.negative),
    )


def ground_absence(pattern: Pattern, this: str | None) -> Pattern:
    """Return the pattern with what is bound to `this` in its place."""
    if this is None:
        return pattern
    return pattern._replace(
        subject=this if pattern.subject == THIS else pattern.subject,
        values=frozenset({this}) if pattern.variable else pattern.values,
        variable=None,
    )
