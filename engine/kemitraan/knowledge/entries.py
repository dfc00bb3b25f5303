"""The entries of a rule file: rules and decision tables, each read into rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.knowledge.files import RuleEntry, RulesFile, TableEntry
from kemitraan.knowledge.parse_rules import parse_rule
from kemitraan.knowledge.parse_tables import parse_table
from kemitraan.shape import fit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.faults import Fault
    from kemitraan.knowledge.language import Rule, Table
    from kemitraan.knowledge.vocabulary import Vocabulary
    from kemitraan.yamltree import Document, KeyPath


def read_entries(
    document: Document, faults: list[Fault]
) -> tuple[tuple[int, RuleEntry | TableEntry], ...]:
    """Return the sound entries of a rule file, each with its place in the list."""
    if not isinstance(document.data, list):
        fit(RulesFile, document, faults)
        return ()
    found: list[tuple[int, RuleEntry | TableEntry]] = []
    for index, data in enumerate(document.data):
        entry: RuleEntry | TableEntry | None
        if isinstance(data, dict) and "table" in data:
            entry = fit(TableEntry, document, faults, index)
        else:
            entry = fit(RuleEntry, document, faults, index)
        if entry is not None:
            found.append((index, entry))
    return tuple(found)


def rule_ids(entry: RuleEntry | TableEntry) -> Iterator[tuple[str, KeyPath]]:
    """Yield the ids of the rules of an entry, each with where in the entry it stands."""
    if isinstance(entry, RuleEntry):
        yield entry.id, ()
    else:
        for position, row in enumerate(entry.rows):
            yield row.id, ("rows", position)


def parse_entry(
    entry: RuleEntry | TableEntry,
    index: int,
    document: Document,
    vocabulary: Vocabulary,
    faults: list[Fault],
) -> tuple[list[Rule], Table | None]:
    """Return the sound rules of one entry, and the table they are rows of, if it is one.

    Every fault is appended; a table with any is None.
    """
    if isinstance(entry, TableEntry):
        return parse_table(entry, index, document, vocabulary, faults)
    rule = parse_rule(entry, index, document, vocabulary, faults)
    return [rule] if rule else [], None
