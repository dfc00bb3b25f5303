"""What an inference can leave out: clauses that cannot fire here, facts that nothing reads.

The measure is the *optimistic closure*: the facts that would follow if every absence held.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from kemitraan.fact import Fact
from kemitraan.knowledge.language import IT, THIS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kemitraan.knowledge.compile import Clause, Pattern
    from kemitraan.knowledge.language import Conclusion

Index: TypeAlias = dict[str, dict[str, set[str]]]
"""Facts by attribute, then by subject: the set of values."""

Binding: TypeAlias = tuple[str | None, str | None]
"""What `this` and `it` stand for; None where a clause does not bind them."""


def index_facts(facts: Iterable[Fact]) -> Index:
    """Return the facts by attribute and subject."""
    index: Index = defaultdict(dict)
    for attribute, subject, value in facts:
        index[attribute].setdefault(subject, set()).add(value)
    return index


def relevant(clauses: Sequence[Clause], facts: Iterable[Fact]) -> tuple[list[Clause], list[Fact]]:
    """Return the clauses that may fire on these facts, and the facts that those clauses read.

    Conclusions and derivations stay the same. Write C for the optimistic closure. (1) Ignoring
    absences only lets more clauses fire, and what they read positively only grows, so every fact
    of the true inference lies in C. A clause whose positive patterns have no common match in C
    has none in the true inference either: it never fires, and leaving it out changes nothing.
    (2) A fact that no pattern of a remaining clause matches, positive or negated, takes part in
    no match and blocks none.
    """
    given = list(facts)
    _, kept = optimistic(clauses, given)
    readers: dict[str, list[Pattern]] = defaultdict(list)
    for clause in kept:
        for pattern in (*clause.positive, *clause.negative):
            readers[pattern.attribute].append(pattern)
    # Patterns recur in many clauses; each is asked once.
    distinct = {attribute: set(patterns) for attribute, patterns in readers.items()}
    read = [
        fact
        for fact in given
        if any(
            (p.subject == fact.subject or p.subject == THIS or p.subject == IT)
            and (fact.value in p.values or p.variable is not None)
            for p in distinct.get(fact.attribute, ())
        )
    ]
    return kept, read


def optimistic(clauses: Sequence[Clause], facts: Iterable[Fact]) -> tuple[Index, list[Clause]]:
    """Return the optimistic closure, indexed, and the clauses that fire in it, in order."""
    index = index_facts(facts)
    reads = [frozenset(p.attribute for p in clause.positive) for clause in clauses]
    firing = [False] * len(clauses)
    changed: set[str] | None = None
    while changed is None or changed:
        # After the first pass a clause is tried again only where what it reads has grown.
        grown: set[str] = set()
        for position, clause in enumerate(clauses):
            if changed is not None and reads[position].isdisjoint(changed | grown):
                continue
            for this, _ in bindings(clause, index):
                firing[position] = True
                if this is None:
                    # Whatever else comes, it concludes no more than now.
                    reads[position] = frozenset()
                for head in clause.heads:
                    attribute, subject, value = ground_head(head, this)
                    values = index[attribute].setdefault(subject, set())
                    if value not in values:
                        values.add(value)
                        grown.add(attribute)
        changed = grown
    return index, [clause for clause, fires in zip(clauses, firing, strict=True) if fires]


def bindings(clause: Clause, index: Index) -> set[Binding]:
    """Return every binding with which all positive patterns match the index."""
    found: set[Binding] = {(None, None)}
    for pattern in clause.positive:
        by_subject = index.get(pattern.attribute)
        if not by_subject:
            return set()
        if pattern.variable is None and pattern.subject != THIS and pattern.subject != IT:
            # Most patterns bind nothing: they hold or they do not.
            if pattern.values.isdisjoint(by_subject.get(pattern.subject, ())):
                return set()
            continue
        found = {after for before in found for after in _extended(pattern, by_subject, before)}
        if not found:
            return found
    return found


def _extended(
    pattern: Pattern, by_subject: dict[str, set[str]], binding: Binding
) -> Iterator[Binding]:
    """Yield the binding, extended by what the pattern binds, for each way the pattern matches."""
    this, it = binding
    subject = pattern.subject
    bound = this if subject == THIS else it if subject == IT else subject
    subjects = by_subject if bound is None else (bound,) if bound in by_subject else ()
    for candidate in subjects:
        values = by_subject[candidate]
        now = candidate if subject == THIS else this
        other = candidate if subject == IT else it
        if pattern.variable is None:
            if not pattern.values.isdisjoint(values):
                yield now, other
        elif now is not None:
            if now in values:
                yield now, other
        else:
            for value in values:
                yield value, other


def ground_head(head: Conclusion, this: str | None) -> Fact:
    """Return the fact that a head concludes under a binding of `this`."""
    subject, value = head.subject, head.value
    if this is not None:
        subject = this if subject == THIS else subject
        value = this if value == THIS else value
    return Fact(head.attribute, subject, value)
