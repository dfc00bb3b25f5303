"""Clauses with every subject named: from some facts up, and from one fact down.

From facts up only what could hold in some world takes part, the facts of the optimistic closure,
in the order in which one pass decides it. From a fact down every way to conclude it counts.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from kemitraan.fact import Fact
from kemitraan.knowledge.language import IT, THIS
from kemitraan.logic.relevance import bindings, ground_head, optimistic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kemitraan.knowledge.compile import Clause, Pattern
    from kemitraan.knowledge.language import Conclusion
    from kemitraan.logic.infer import Inference
    from kemitraan.logic.relevance import Index

Choices = tuple[Fact, ...]
"""The facts that match one pattern; one of them is enough."""


class Instance(NamedTuple):
    """A clause with `this` and `it` named: what it reads, what must be absent, what follows."""

    clause: Clause
    positive: tuple[Choices, ...]
    negative: tuple[Choices, ...]
    heads: tuple[Fact, ...]
    this: str | None = None
    it: str | None = None


@dataclass(frozen=True)
class Program:
    """Every instance that could fire on these facts.

    `bodies` lists, for each fact that could be concluded, the instances that conclude it.
    """

    bodies: Mapping[Fact, tuple[Instance, ...]]

    @cached_property
    def reads(self) -> Mapping[Fact, frozenset[Fact]]:
        """Return, for each fact that could be concluded, the facts its instances look at."""
        return {
            fact: frozenset(
                read
                for instance in found
                for choices in (*instance.positive, *instance.negative)
                for read in choices
            )
            for fact, found in self.bodies.items()
        }

    def cone(self, targets: Iterable[Fact]) -> frozenset[Fact]:
        """Return the targets and every fact that could have a part in them."""
        found: set[Fact] = set()
        waiting = list(targets)
        while waiting:
            fact = waiting.pop()
            if fact not in found:
                found.add(fact)
                waiting.extend(self.reads.get(fact, ()))
        return frozenset(found)

    @cached_property
    def order(self) -> tuple[tuple[Fact, ...], ...]:
        """Return the facts that could be concluded, each after what it reads.

        Facts that read each other stand together. (Tarjan's strongly connected components.)
        """
        number: dict[Fact, int] = {}
        low: dict[Fact, int] = {}
        path: list[Fact] = []
        on_path: set[Fact] = set()
        found: list[tuple[Fact, ...]] = []
        for start in sorted(self.bodies):
            if start in number:
                continue
            number[start] = low[start] = len(number)
            path.append(start)
            on_path.add(start)
            calls = [(start, iter(sorted(self.reads[start])))]
            while calls:
                fact, reads = calls[-1]
                for read in reads:
                    if read not in self.bodies:
                        continue
                    if read not in number:
                        number[read] = low[read] = len(number)
                        path.append(read)
                        on_path.add(read)
                        calls.append((read, iter(sorted(self.reads[read]))))
                        break
                    if read in on_path:
                        low[fact] = min(low[fact], number[read])
                else:
                    calls.pop()
                    if calls:
                        above = calls[-1][0]
                        low[above] = min(low[above], low[fact])
                    if low[fact] == number[fact]:
                        at = path.index(fact)
                        found.append(tuple(path[at:]))
                        on_path.difference_update(path[at:])
                        del path[at:]
        return tuple(found)

    def rounds(self, group: Sequence[Fact]) -> bool:
        """Tell whether the facts of a group read each other, and need more than one pass."""
        return len(group) > 1 or group[0] in self.reads[group[0]]

    def settle(self, group: Sequence[Fact], decide: Callable[[Fact], bool]) -> None:
        """Decide the facts of a group, again as long as `decide` tells that one has changed."""
        while sum(map(decide, group)) and self.rounds(group):
            pass


def program_of(inference: Inference) -> Program:
    """Return the derivations of an inference as a program: in its one world, every body fires."""
    # Several conclusions of one firing share its instance.
    made = {
        id(derivation): Instance(
            derivation.clause,
            tuple((premise,) for premise in derivation.premises),
            (),
            derivation.conclusions,
        )
        for found in inference.derivations.values()
        for derivation in found
    }
    return Program(
        {fact: tuple(made[id(d)] for d in found) for fact, found in inference.derivations.items()}
    )


def ground(clauses: Sequence[Clause], facts: Iterable[Fact]) -> Program:
    """Return the instances of all clauses that could fire on any subset of these facts."""
    index, firing = optimistic(clauses, facts)
    bodies: dict[Fact, list[Instance]] = defaultdict(list)
    for clause in firing:
        for this, it in sorted(bindings(clause, index), key=str):
            instance = Instance(
                clause,
                tuple(_matching(p, index, this, it) for p in clause.positive),
                tuple(m for p in clause.negative if (m := _matching(p, index, this, it))),
                tuple(dict.fromkeys(ground_head(head, this) for head in clause.heads)),
                this,
                it,
            )
            for fact in instance.heads:
                bodies[fact].append(instance)
    return Program({fact: tuple(found) for fact, found in bodies.items()})


def _matching(pattern: Pattern, index: Index, this: str | None, it: str | None) -> Choices:
    """Return the facts of the index that match a pattern with its subjects named, sorted."""
    subject = _subject(pattern, this, it)
    values = index.get(pattern.attribute, {}).get(subject, set())
    wanted = {this} if pattern.variable is not None else pattern.values
    return tuple(Fact(pattern.attribute, subject, v) for v in sorted(values) if v in wanted)


def instances_for(
    clauses: Iterable[Clause], fact: Fact, subjects: Mapping[str, Sequence[str]]
) -> Iterator[Instance]:
    """Yield every instance of the clauses that concludes a fact, in their order, then by subject.

    `subjects` are those of each kind. All values that a pattern allows count, possible or not.
    """
    for clause in clauses:
        fitting = [head for head in clause.heads if _may_be(head, fact)]
        if not fitting:
            continue
        for this in subjects[clause.each] if clause.each else (None,):
            if any(ground_head(head, this) == fact for head in fitting):
                for it in subjects[clause.some] if clause.some else (None,):
                    yield bound(clause, this, it)


def _may_be(head: Conclusion, fact: Fact) -> bool:
    """Tell whether a head concludes a fact, whatever `this` is."""
    return (
        head.attribute == fact.attribute
        and head.subject in (THIS, fact.subject)
        and head.value in (THIS, fact.value)
    )


def bound(clause: Clause, this: str | None, it: str | None) -> Instance:
    """Return a clause with `this` and `it` named, and all values that its patterns allow."""
    return Instance(
        clause,
        tuple(_allowed(p, this, it) for p in clause.positive),
        tuple(_allowed(p, this, it) for p in clause.negative),
        tuple(dict.fromkeys(ground_head(head, this) for head in clause.heads)),
        this,
        it,
    )


def _allowed(pattern: Pattern, this: str | None, it: str | None) -> Choices:
    """Return every fact that would match a pattern with its subjects named, sorted."""
    values = pattern.values if pattern.variable is None else (this or "",)
    subject = _subject(pattern, this, it)
    return tuple(Fact(pattern.attribute, subject, v) for v in sorted(values))


def _subject(pattern: Pattern, this: str | None, it: str | None) -> str:
    """Return whom a pattern is about."""
    if pattern.subject == THIS:
        return this or ""
    return (it or "") if pattern.subject == IT else pattern.subject
