"""One row of a decision table: what its cells ask, and what it concludes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kemitraan.knowledge.language import Absent, Conclusion, Condition, Holds
from kemitraan.knowledge.parse_rules import ConditionReader
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.knowledge.vocabulary import Attribute
    from kemitraan.yamltree import KeyPath

    Term = tuple[Attribute, str]
    """An attribute, and the subject it is of."""

IRRELEVANT = "-"
"""The cell that asks nothing."""
_CELL = Text(
    "Tulis nilai, [a, b], '>= a', {not: a}, atau '-' bila tidak ditanyakan",
    "Write a value, [a, b], '>= a', {not: a}, or '-' where nothing is asked",
)


@dataclass(frozen=True)
class Heads:
    """What the rows of a table conclude: values of some terms, or all of them the same.

    Where both are empty, each row says it all itself. `several` terms take a list in each row; a
    term is None where it is faulty.
    """

    terms: Sequence[Term | None] = ()
    same_for_all: Sequence[Conclusion] = ()
    several: bool = False
    faulty: bool = False


class RowReader(ConditionReader):
    """Reads one row."""

    def cells(
        self, cells: Sequence[Any], keys: Sequence[str], columns: Sequence[Term | None]
    ) -> tuple[Condition | None, ...]:
        """Read a cell for each column, `keys` as the table writes them."""
        if len(cells) != len(columns):
            self.fault(
                ("when",),
                Text(
                    f"banyaknya sel {len(cells)}, kolom {len(columns)}",
                    f"cells: {len(cells)}, columns: {len(columns)}",
                ),
                Text(
                    "Tulis satu sel untuk setiap kolom; beberapa nilai dalam satu sel: [[a, b]]",
                    "Write one cell for each column; several values in one cell: [[a, b]]",
                ),
            )
            return ()
        return tuple(
            None if term is None else self.cell(cell, keys[place], term, ("when", place))
            for place, (term, cell) in enumerate(zip(columns, cells, strict=True))
        )

    def cell(self, cell: Any, key: str, term: Term, path: KeyPath) -> Condition | None:
        """Read what a cell asks of its column; None where it asks nothing or is faulty."""
        attribute, subject = term
        if cell == IRRELEVANT:
            return None
        denied = isinstance(cell, dict)
        if cell is None or (denied and set(cell) != {"not"}):
            self.fault(path, Text("sel salah bentuk", "the cell has the wrong form"), _CELL)
            return None
        values = self.values(attribute, cell["not"] if denied else cell, path)
        if not values:
            return None
        condition = Holds(attribute.id, subject, values)
        if not denied:
            return condition
        absent: list[Absent] = self.denied(condition, key, path)
        return absent[0] if absent else None

    def concludes(self, then: Any, heads: Heads) -> list[Conclusion]:
        """Read what the row concludes."""
        if heads.terms:
            return self.of_each(then, heads)
        if heads.same_for_all or heads.faulty:
            if then is not None and heads.same_for_all:
                what = Text(
                    "'then' sudah ditulis untuk semua baris", "'then' is written for all rows"
                )
                self.fault(("then",), what, Text("Hapus dari baris ini", "Take it out of the row"))
            return [*heads.same_for_all]
        if (data := mapping(then)) is not None:
            return self.conclusions(data, ("then",))
        self.misfit(Text("Tulis {atribut: nilai}", "Write {attribute: value}"))
        return []

    def of_each(self, then: Any, heads: Heads) -> list[Conclusion]:
        """Read the values that the row concludes, one for each term."""
        values = then if heads.several else [then]
        if then is None or not isinstance(values, list) or len(values) != len(heads.terms):
            count = len(heads.terms)
            self.misfit(
                Text(
                    f"Tulis {count} nilai, sesuai urutan `then` tabel",
                    f"Write {count} values, in the order of the `then` of the table",
                )
                if heads.several
                else Text("Tulis nilai yang disimpulkan", "Write the value that is concluded")
            )
            return []
        found: list[Conclusion] = []
        for position, (term, value) in enumerate(zip(heads.terms, values, strict=True)):
            path = ("then", position) if heads.several else ("then",)
            if term is None or (heads.several and value == IRRELEVANT):
                continue
            if not words(listed(value)):
                what = Text("nilai harus satu kata", "a value must be a word")
                fix = Text("Tulis nilai dari skalanya", "Write a value of its scale")
                self.fault(path, what, fix)
                continue
            found.extend(self.conclusion(*term, listed(value), path))
        if all(value == IRRELEVANT for value in values):
            what = Text("baris ini tidak menyimpulkan apa pun", "this row concludes nothing")
            self.fault(("then",), what, Text("Hapus barisnya", "Delete the row"))
        return found

    def misfit(self, fix: Text) -> None:
        """Append the fault of a conclusion that the table does not ask for."""
        what = Text("'then' tidak cocok dengan tabelnya", "'then' does not fit its table")
        self.fault(("then",), what, fix)


def mapping(then: Any) -> dict[str, list[str]] | None:
    """Return conclusions written as `{attribute: value}`; None where they are no such thing."""
    if not isinstance(then, dict) or not then:
        return None
    data = {key: listed(value) for key, value in then.items()}
    return data if all(map(words, data.values())) else None


def listed(data: Any) -> list[Any]:
    """Return a list as it is, anything else as a list of it."""
    return data if isinstance(data, list) else [data]


def words(data: Sequence[Any]) -> bool:
    """Tell whether these are words, and at least one."""
    return bool(data) and all(isinstance(item, str) for item in data)
