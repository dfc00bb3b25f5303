"""Proofs: why a fact holds, down to what was stated."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kemitraan.fact import Fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kemitraan.knowledge.compile import Clause, Pattern
    from kemitraan.logic.infer import Inference
    from kemitraan.logic.relevance import Index


@dataclass(frozen=True)
class Proof:
    """A fact with every way of deriving it; none where it was stated.

    A fact that several steps rest on is one object in all of them. An auxiliary fact (`STR-01#2`)
    stands for the `choice` of its steps' clauses.
    """

    fact: Fact
    derivations: tuple[Step, ...]


@dataclass(frozen=True)
class Step:
    """One derivation: the rule, its clause and binding, and the proofs of the premises.

    `premises` are in the order of `clause.positive`, `absences` in that of `clause.negative`.
    """

    rule: str
    clause: Clause = field(repr=False)
    this: str | None
    premises: tuple[Proof, ...]
    absences: tuple[Pattern, ...] = field(repr=False)


def explain(inference: Inference, fact: Fact) -> Proof:
    """Return the proof of a fact.

    It has no cycle: a step rests only on facts that are there in an earlier round of firing than
    its conclusion, or in the same round and earlier in the order of facts. Derivations that go
    round a circle add nothing and are left out; at least one of every derived fact remains.

    Raises:
        KeyError: the fact does not hold.
    """
    return _explain(inference, fact, {})


def _explain(inference: Inference, fact: Fact, known: dict[Fact, Proof]) -> Proof:
    """Return the proof of a fact; `known` holds the proofs already made."""
    levels = inference.levels
    place = (levels[fact], fact)
    if fact not in known:
        used = [
            d
            for d in (inference.derivations[fact] if place[0] else ())
            if all((levels[premise], premise) < place for premise in d.premises)
        ]
        known[fact] = Proof(
            fact,
            tuple(
                Step(
                    d.clause.rule,
                    d.clause,
                    d.this,
                    tuple(_explain(inference, premise, known) for premise in d.premises),
                    d.absences,
                )
                for d in used
            ),
        )
    return known[fact]


def stated(proof: Proof) -> tuple[Fact, ...]:
    """Return the stated facts that a proof rests on, over all its derivations, sorted."""
    return tuple(sorted(part.fact for part in parts(proof) if not part.derivations))


def parts(proof: Proof) -> Iterator[Proof]:
    """Yield the proof and every proof inside it, each fact once."""
    seen = {proof.fact}
    waiting = [proof]
    while waiting:
        part = waiting.pop()
        yield part
        for step in part.derivations:
            for premise in step.premises:
                if premise.fact not in seen:
                    seen.add(premise.fact)
                    waiting.append(premise)


def violations(absences: Iterable[Pattern], facts: Index) -> set[Fact]:
    """Return the facts that match one of these ground patterns."""
    return {
        Fact(p.attribute, p.subject, value)
        for p in absences
        for value in facts.get(p.attribute, {}).get(p.subject, set()) & p.values
    }
