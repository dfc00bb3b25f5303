"""From a decision table to rules: each of its rows is one, with every fault at its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kemitraan.knowledge.language import Absent, Conclusion, Condition, Holds, Row, Rule, Table
from kemitraan.knowledge.parse_rules import NESTING, ConditionReader
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kemitraan.faults import Fault
    from kemitraan.knowledge.files import RowEntry, TableEntry
    from kemitraan.knowledge.vocabulary import Attribute, Vocabulary
    from kemitraan.yamltree import Document, KeyPath

    Term = tuple[Attribute, str]
    """An attribute, and the subject it is of."""

IRRELEVANT = "-"
"""The cell that asks nothing."""
_CELL = Text(
    "Tulis nilai, [a, b], '>= a', {not: a}, atau '-' bila tidak ditanyakan",
    "Write a value, [a, b], '>= a', {not: a}, or '-' where nothing is asked",
)
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

    def reader(self, name: str, *at: str | int) -> ConditionReader:
        return ConditionReader(
            name, self.entry.each, (self.index, *at), self.document, self.vocabulary, self.faults
        )

    def read(self) -> tuple[list[Rule], Table | None]:
        entry, before = self.entry, len(self.faults)
        if not self.table.known_each():
            return [], None
        shared = self.table.conditions(entry.if_, ("if",)) if entry.if_ is not None else ()
        columns = self.columns()
        heads, same_for_all = self.heads()
        common = len(self.faults) > before
        rules: list[Rule] = []
        rows: list[Row] = []
        for position, row in enumerate(entry.rows):
            sound = len(self.faults)
            found = self.row(row, position, columns, heads, same_for_all)
            own = (*(c for c in found.cells if c is not None), *found.others)
            asked = (*(c for c in shared if not _implied(c, own)), *own)
            if not asked and not common and len(self.faults) == sound:
                self.reader(row.id, "rows", position).fault(
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
        terms = [(attribute.id, subject) for attribute, subject in filter(None, heads)]
        return rules, Table(
            id=entry.table,
            title=entry.title,
            each=entry.each,
            conditions=shared,
            columns=tuple((attribute.id, subject) for attribute, subject in filter(None, columns)),
            heads=tuple(terms or dict.fromkeys((c.attribute, c.subject) for c in same_for_all)),
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

    def heads(self) -> tuple[list[Term | None], list[Conclusion]]:
        """Return what the rows conclude values of, or else what all of them conclude."""
        then, path = self.entry.then, ("then",)
        if isinstance(then, dict) and then:
            data = {key: _listed(value) for key, value in then.items()}
            if all(_words(values) for values in data.values()):
                return [], self.table.conclusions(data, path)
        elif _words(keys := _listed(then)) and len(set(keys)) == len(keys):
            return [self.table.concluded(key, path) for key in keys], []
        self.table.fault(
            path,
            Text("'then' salah bentuk", "'then' has the wrong form"),
            Text(
                "Tulis atribut yang disimpulkan (nilainya di tiap baris), atau {atribut: nilai}",
                "Write the attribute concluded (its value in each row), or {attribute: value}",
            ),
        )
        return [], []

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

    # Rows

    def row(
        self,
        row: RowEntry,
        position: int,
        columns: Sequence[Term | None],
        heads: Sequence[Term | None],
        same_for_all: Sequence[Conclusion],
    ) -> Row:
        reader = self.reader(row.id, "rows", position)
        cells: list[Condition | None] = []
        if len(row.when) == len(columns):
            for place, (term, cell) in enumerate(zip(columns, row.when, strict=True)):
                key, path = self.entry.columns[place], ("when", place)
                cells.append(None if term is None else _cell(reader, key, term, cell, path))
        else:
            reader.fault(
                ("when",),
                Text(
                    f"banyaknya sel {len(row.when)}, kolom {len(columns)}",
                    f"cells: {len(row.when)}, columns: {len(columns)}",
                ),
                Text(
                    "Tulis satu sel untuk setiap kolom; beberapa nilai dalam satu sel: [[a, b]]",
                    "Write one cell for each column; several values in one cell: [[a, b]]",
                ),
            )
        others = reader.conditions(row.if_, ("if",)) if row.if_ is not None else ()
        concluded = self.conclusions(reader, row.then, heads) if heads else list(same_for_all)
        if row.then is not None and not heads and same_for_all:
            reader.fault(
                ("then",),
                Text("'then' sudah ditulis untuk semua baris", "'then' is written for all rows"),
                Text("Hapus dari baris ini", "Take it out of the row"),
            )
        return Row(row.id, tuple(cells), others, tuple(concluded))

    def conclusions(
        self, reader: ConditionReader, then: Any, heads: Sequence[Term | None]
    ) -> list[Conclusion]:
        """Read the values that a row concludes, one for each head."""
        several = isinstance(self.entry.then, list)
        values = then if several else [then]
        if then is None or not isinstance(values, list) or len(values) != len(heads):
            reader.fault(
                ("then",),
                Text("'then' tidak cocok dengan tabelnya", "'then' does not fit its table"),
                Text(
                    f"Tulis {len(heads)} nilai, sesuai urutan `then` tabel",
                    f"Write {len(heads)} values, in the order of the `then` of the table",
                )
                if several
                else Text("Tulis nilai yang disimpulkan", "Write the value that is concluded"),
            )
            return []
        found: list[Conclusion] = []
        for position, (term, value) in enumerate(zip(heads, values, strict=True)):
            path = ("then", position) if several else ("then",)
            if term is None or (several and value == IRRELEVANT):
                continue
            if not _words(_listed(value)):
                what = Text("nilai harus satu kata", "a value must be a word")
                fix = Text("Tulis nilai dari skalanya", "Write a value of its scale")
                reader.fault(path, what, fix)
                continue
            found.extend(reader.conclusion(*term, _listed(value), path))
        if all(value == IRRELEVANT for value in values):
            what = Text("baris ini tidak menyimpulkan apa pun", "this row concludes nothing")
            reader.fault(("then",), what, Text("Hapus barisnya", "Delete the row"))
        return found


def _cell(
    reader: ConditionReader, key: str, term: Term, cell: Any, path: KeyPath
) -> Condition | None:
    """Read what a cell asks of its column; None where it asks nothing or is faulty."""
    attribute, subject = term
    if cell == IRRELEVANT:
        return None
    denied = isinstance(cell, dict)
    if cell is None or (denied and set(cell) != {"not"}):
        reader.fault(path, Text("sel salah bentuk", "the cell has the wrong form"), _CELL)
        return None
    values = reader.values(attribute, cell["not"] if denied else cell, path)
    if not values:
        return None
    condition = Holds(attribute.id, subject, values)
    if not denied:
        return condition
    absent: list[Absent] = reader.denied(condition, key, path)
    return absent[0] if absent else None


def _implied(condition: Condition, by: Sequence[Condition]) -> bool:
    """Tell whether one of some conditions asks for the same thing with no more values."""
    return isinstance(condition, Holds) and any(
        isinstance(one, Holds)
        and (one.attribute, one.subject) == (condition.attribute, condition.subject)
        and set(one.values) <= set(condition.values)
        for one in by
    )


def _listed(data: Any) -> list[Any]:
    return data if isinstance(data, list) else [data]


def _words(data: Sequence[Any]) -> bool:
    return bool(data) and all(isinstance(item, str) for item in data)


def _is_irrelevant(cells: Sequence[Any], position: int) -> bool:
    return position < len(cells) and cells[position] == IRRELEVANT
