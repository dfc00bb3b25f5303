"""Where each term of the vocabulary and each assumption is used: what reads, what concludes it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.knowledge.compile import clauses_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kemitraan.knowledge.language import Rule
    from kemitraan.knowledge.vocabulary import Vocabulary


@dataclass(frozen=True)
class Uses:
    """The ids of the rules that conclude a term and that read it, in their order.

    `named` lists the catalogue entries whose fixed properties name it.
    """

    concluded_by: tuple[str, ...] = ()
    read_by: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def where_used(rules: Iterable[Rule], words: Vocabulary) -> Mapping[str, Uses]:
    """Return where each term is used: an attribute, a catalogue entry or value, an assumption.

    An entry is read where a condition is about it or asks for it as a value.
    """
    concluded: dict[str, dict[str, None]] = defaultdict(dict)
    read: dict[str, dict[str, None]] = defaultdict(dict)
    named: dict[str, dict[str, None]] = defaultdict(dict)
    for rule in rules:
        for clause in clauses_of(rule):
            for head in clause.heads:
                for term in head:
                    concluded[term][rule.id] = None
            for pattern in (*clause.positive, *clause.negative):
                for term in (pattern.attribute, pattern.subject, *pattern.values):
                    read[term][rule.id] = None
    for name, (_, entry) in words.entries.items():
        for term, values in entry.facts.items():
            for one in (term, *values):
                named[one][name] = None
    return {
        term: Uses(tuple(concluded[term]), tuple(read[term]), tuple(named[term]))
        for term in sorted({*concluded, *read, *named})
    }
