"""What a portfolio comes to, as it is handed on: every row with its advice, and the summary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from kemitraan.portfolio.advice import Head
from kemitraan.portfolio.summary import Summary, Summing
from kemitraan.portfolio.writing import said
from kemitraan.published import Data, Published, Scalar
from kemitraan.recommendation.model import Labelled
from kemitraan.text import Lang, Text, default_lang

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.portfolio.run import Run, Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Data):
    """One row: its number in the file, its own cells by heading, and what it is told.

    `advice` gives the values of each column by its id; `faults` say why a row is set aside, which
    is told nothing.
    """

    row: int
    name: str
    cells: Mapping[str, str]
    advice: Mapping[str, tuple[Labelled, ...]]
    faults: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Portfolio(Published):
    """The rows of a table with their advice; `columns` are those of the advice, in order."""

    kind: ClassVar[str] = "portfolio"
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {"sentra": ("row", "name", "readiness")}

    file: str
    columns: tuple[Labelled, ...]
    summary: Summary
    sentra: tuple[Row, ...]

    def rows(
        self, field: str | None = None, lang: Lang | str | None = None
    ) -> list[dict[str, Scalar]]:
        """Return the rows of the table as flat rows: its cells, then its advice by id, in words."""
        if field not in (None, "sentra"):
            return super(Portfolio, self).rows(field, lang)
        chosen = Lang(lang) if lang else default_lang()
        found = []
        for one in self.sentra:
            row: dict[str, Scalar] = {"row": one.row, "name": one.name, **one.cells}
            for column in self.columns:
                told = one.advice.get(column.id, ())
                row[column.id] = "; ".join(value.label[chosen] for value in told)
            row["faults"] = "; ".join(fault[chosen] for fault in one.faults)
            found.append(row)
        return found


def rows_of(run: Run, told: Told) -> Iterator[Row]:
    """Yield the rows wanted of a batch, with the columns selected."""
    selected = [column for column in run.selected if isinstance(column, Head)]
    kept = [column for column in run.selected if not isinstance(column, Head)]
    own = [column.texts() for column in told.batch.columns]
    by_head = {column.head: column for column in told.columns}
    advice = {head.id: by_head[head].cells(told.batch.size) for head in selected}
    name = next((c.place for c in run.columns if c.role == "name"), None)
    for number, line in enumerate(told.batch.numbers):
        if told.wanted >> number & 1:
            faults = told.faults.get(number, ())
            yield Row(
                row=line,
                name="" if name is None else own[name][number],
                cells={column.key: own[column.place][number] for column in kept},
                advice={} if faults else {head: found[number] for head, found in advice.items()},
                faults=tuple(Text(said(f, Lang.ID), said(f, Lang.EN)) for f in faults),
            )


def portfolio_of(run: Run, told: Iterator[Told]) -> Portfolio:
    """Return all rows and their summary."""
    summing = Summing(run)
    listed = tuple(row for batch in summing.of(told) for row in rows_of(run, batch))
    return Portfolio(
        file=run.table.file,
        columns=tuple(
            Labelled(id=head.id, label=head.label)
            for head in run.selected
            if isinstance(head, Head)
        ),
        summary=summing.summary(),
        sentra=listed,
    )
