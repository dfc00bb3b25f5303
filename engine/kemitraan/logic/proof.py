"""Proofs: why a fact holds, down to what was stated, and what alone is enough to derive it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kemitraan.fact import Fact
from kemitraan.faults import EngineError
from kemitraan.logic.infer import infer
from kemitraan.logic.relevance import index_facts, optimistic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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


def rules_of(proof: Proof) -> tuple[str, ...]:
    """Return the ids of all rules of a proof, sorted."""
    return tuple(sorted({step.rule for part in parts(proof) for step in part.derivations}))


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


def supports(inference: Inference, clauses: Sequence[Clause], fact: Fact) -> tuple[Fact, ...]:
    """Return stated facts, sorted, from which alone the clauses derive the fact again.

    They are the stated facts of its proof and, where a fact that the proof needs absent would
    follow from these alone, the stated facts of what keeps it from following. Kinds of subjects
    (`is`) count as stated. A stated fact supports itself.

    Raises:
        KeyError: the fact does not hold.
    """
    return _Support(inference, clauses).of(fact)


class _Support:
    """Collects stated `facts` until their replay derives every `wanted` fact it was asked for.

    That always ends: of the wanted facts that the replay lacks, take one of the lowest stratum,
    and of these the first. Its premises are there, so the replay derived something that it needs
    absent. Down the derivations of that lies one whose premises hold in the inference too: there
    it was kept from firing by a fact that the replay lacks. This blocker is of a lower stratum
    than what we took, so it was not wanted before; and there are only so many facts to want.
    """

    def __init__(self, inference: Inference, clauses: Sequence[Clause]) -> None:
        self.inference = inference
        self.clauses = clauses
        self.known: dict[Fact, Proof] = {}
        self.facts: set[Fact] = set()
        self.wanted: set[Fact] = set()
        self.absences: set[Pattern] = set()

    def of(self, fact: Fact) -> tuple[Fact, ...]:
        """Return the support of one fact."""
        self.want({fact})
        bound, _ = optimistic(self.clauses, self.facts)
        if violations(self.absences, bound):
            while fact not in (replay := infer(self.clauses, self.facts)).facts:
                blockers = self.blockers(replay) - self.wanted
                if not blockers:
                    raise EngineError(f"no support found for {fact}")
                self.want(blockers)
        return tuple(sorted(self.facts))

    def want(self, facts: Iterable[Fact]) -> None:
        """Add the facts, and all that their proofs rest on."""
        for fact in facts:
            for part in parts(_explain(self.inference, fact, self.known)):
                self.wanted.add(part.fact)
                if not part.derivations:
                    self.facts.add(part.fact)
                self.absences.update(a for step in part.derivations for a in step.absences)

    def blockers(self, replay: Inference) -> set[Fact]:
        """Return the facts of the inference that keep out what hinders the replay."""
        true = index_facts(self.inference.facts)
        found: set[Fact] = set()
        waiting = violations(self.absences, index_facts(replay.derived))
        seen = set(waiting)
        while waiting:
            for derivation in replay.derivations[waiting.pop()]:
                found |= violations(derivation.absences, true)
                alien = set(derivation.premises) - self.inference.facts - seen
                seen |= alien
                waiting |= alien
        return found


def violations(absences: Iterable[Pattern], facts: Index) -> set[Fact]:
    """Return the facts that match one of these ground patterns."""
    return {
        Fact(p.attribute, p.subject, value)
        for p in absences
        for value in facts.get(p.attribute, {}).get(p.subject, set()) & p.values
    }
