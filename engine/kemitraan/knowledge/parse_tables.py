"""From a decision table to rules: each of its rows is one, with every fault at its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.knowledge.language import Absent, Condition, Holds, Row, Rule, Table
from kemitraan.knowledge.parse_rows import IRRELEVANT, Heads, RowReader, listed, mapping, words
from kemitraan.knowledge.parse_rules import NESTING
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kemitraan.faults import Fault
    from kemitraan.knowledge.files import TableEntry
    from kemitraan.knowledge.parse_rows import Term
    from kemitraan.knowledge.vocabulary import Vocabulary
    from kemitraan.yamltree import Document

_ON_ITS_OWN = Text(
    "Tulis di `if` tabel atau baris yang memerlukannya",
    "Write it in the `if` of the table, or of the row that needs it",
)


def parse_table(
    entry: TableEntry,
    index: int,
    document: Document,
    vocabulary: Vocabulary,
    faults: list[Fault],
) -> tuple[list[Rule], Table | None]:
    """Return the rules of the sound rows of a table, and the table, or None with every fault."""
    return _Reader(entry, index, document, vocabulary, faults).read()


class _Reader:
    """Reads one table: what is common to its rows, then each row."""

    def __init__(
        self,
        entry: TableEntry,
        index: int,
        document: Document,
        vocabulary: Vocabulary,
        faults: list[Fault],
    ) -> None:
        self.entry = entry
        self.index = index
        self.document = document
        self.vocabulary = vocabulary
        self.faults = faults
        self.table = self.reader(entry.table)

    def reader(self, name: str, *at: str | int) -> RowReader:
        return RowReader(
            name, self.entry.each, (self.index, *at), self.document, self.vocabulary, self.faults
        )

    def read(self) -> tuple[list[Rule], Table | None]:
        entry, before = self.entry, len(self.faults)
        if not self.table.known_each():
            return [], None
        shared = self.table.conditions(entry.if_, ("if",)) if entry.if_ is not None else ()
        columns = self.columns()
        heads = self.heads()
        common = len(self.faults) > before
        rules: list[Rule] = []
        rows: list[Row] = []
        for position, row in enumerate(entry.rows):
            sound = len(self.faults)
            reader = self.reader(row.id, "rows", position)
            cells = reader.cells(row.when, entry.columns, columns)
            others = reader.conditions(row.if_, ("if",)) if row.if_ is not None else ()
            found = Row(row.id, cells, others, tuple(reader.concludes(row.then, heads)))
            own = (*(c for c in cells if c is not None), *others)
            asked = (*(c for c in shared if not _implied(c, own)), *own)
            if not asked and not common and len(self.faults) == sound:
                reader.fault(
                    (),
                    Text("baris ini tidak bersyarat", "this row asks for nothing"),
                    Text("Tulis sedikitnya satu syarat", "Write at least one condition"),
                )
            because, source = row.because or entry.because, row.source or entry.source
            rows.append(found)
            if not common and len(self.faults) == sound and because and source:
                rules.append(
                    Rule(
                        id=row.id,
                        title=row.title or entry.title,
                        layer=entry.layer,
                        each=entry.each,
                        conditions=asked,
                        conclusions=found.conclusions,
                        because=because,
                        source=source,
                        place=self.document.place(self.index, "rows", position),
                    )
                )
        self.asked_somewhere()
        self.reasons()
        if len(self.faults) > before:
            return rules, None
        terms = [(attribute.id, subject) for attribute, subject in filter(None, heads.terms)]
        return rules, Table(
            id=entry.table,
            title=entry.title,
            each=entry.each,
            conditions=shared,
            columns=tuple((attribute.id, subject) for attribute, subject in filter(None, columns)),
            heads=tuple(
                terms or dict.fromkeys((c.attribute, c.subject) for c in heads.same_for_all)
            ),
            rows=tuple(rows),
            hit=entry.hit,
            complete=(
                entry.hit == "unique" and bool(columns)
                if entry.complete is None
                else entry.complete
            ),
            asked=(*shared, *self.known(columns, rows)),
            place=self.document.place(self.index),
        )

    # What is common to the rows

    def columns(self) -> list[Term | None]:
        """Return what the columns look at; None for a faulty one."""
        found: list[Term | None] = []
        for position, key in enumerate(self.entry.columns):
            path = ("columns", position)
            term = None
            if key in NESTING:
                what = Text(f"'{key}' bukan kolom", f"'{key}' is no column")
                self.table.fault(path, what, _ON_ITS_OWN)
            else:
                term = self.table.term(key, path, None, None)
            if term is not None and term in found:
                what = Text(f"kolom '{key}' ada dua kali", f"the column '{key}' is there twice")
                self.table.fault(path, what, Text("Hapus salah satunya", "Delete one of the two"))
            found.append(term)
        return found

    def heads(self) -> Heads:
        """Return what the rows conclude values of, or else what all of them conclude."""
        then, path = self.entry.then, ("then",)
        if then is None:
            return Heads()
        if (data := mapping(then)) is not None:
            conclusions = self.table.conclusions(data, path)
            return Heads(same_for_all=conclusions, faulty=not conclusions)
        keys = listed(then)
        if words(keys) and len(set(keys)) == len(keys):
            terms = [self.table.concluded(key, path) for key in keys]
            return Heads(terms, several=isinstance(then, list))
        self.table.fault(
            path,
            Text("'then' salah bentuk", "'then' has the wrong form"),
            Text(
                "Tulis atribut yang disimpulkan (nilainya di tiap baris), atau {atribut: nilai}",
                "Write the attribute concluded (its value in each row), or {attribute: value}",
            ),
        )
        return Heads(faulty=True)

    def known(self, columns: Sequence[Term | None], rows: Sequence[Row]) -> Iterator[Condition]:
        """Yield, for each column, that it has a value; not where its absence says something."""
        for position, (attribute, subject) in enumerate(filter(None, columns)):
            values = self.vocabulary.values_of(attribute.id)
            marks = attribute.role == "derived" and self.vocabulary.is_affirmed(attribute.id)
            denied = any(isinstance(row.cells[position], Absent) for row in rows)
            if values and not marks and not denied:
                yield Holds(attribute.id, subject, values)

    def asked_somewhere(self) -> None:
        """Refuse a column that no row asks about."""
        for position, key in enumerate(self.entry.columns):
            if all(_is_irrelevant(row.when, position) for row in self.entry.rows):
                self.table.fault(
                    ("columns", position),
                    Text(f"tidak ada baris yang menanyakan '{key}'", f"no row asks for '{key}'"),
                    Text("Hapus kolom ini", "Delete the column"),
                )

    def reasons(self) -> None:
        """Refuse rows without a reason or a source of their own or of their table."""
        entry = self.entry
        for key in ("because", "source"):
            lacking = [n for n, row in enumerate(entry.rows) if not getattr(row, key)]
            if getattr(entry, key) or not lacking:
                continue
            what = Text(
                f"'{key}' tidak ada di baris maupun tabelnya",
                f"neither the row nor its table has '{key}'",
            )
            fix = Text(f"Tambahkan '{key}'", f"Add '{key}'")
            if len(lacking) == len(entry.rows):
                self.table.fault((), what, fix)
            else:
                for n in lacking:
                    self.reader(entry.rows[n].id, "rows", n).fault((), what, fix)


def _implied(condition: Condition, by: Sequence[Condition]) -> bool:
    """Tell whether one of some conditions asks for the same thing with no more values."""
    return isinstance(condition, Holds) and any(
        isinstance(one, Holds)
        and (one.attribute, one.subject) == (condition.attribute, condition.subject)
        and set(one.values) <= set(condition.values)
        for one in by
    )


def _is_irrelevant(cells: Sequence[object], position: int) -> bool:
    return position < len(cells) and cells[position] == IRRELEVANT
