"""Writes the table again with its advice: as CSV, one JSON object a row, or a sheet.

No cell of what is written acts: what a spreadsheet would take for a formula is text.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final, TypeAlias

from kemitraan.portfolio.advice import Head
from kemitraan.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kemitraan.faults import Fault
    from kemitraan.portfolio.headings import Column
    from kemitraan.portfolio.run import Run, Told

NOTE = Text("Perlu diperbaiki", "To be put right")
Selected: TypeAlias = "Sequence[Head | Column]"
"""The columns that are written: of the table, and of the advice."""
_NUMBER: Final = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")
_ACTING: Final = ("=", "+", "-", "@", "\t", "\r")


def inert(text: str) -> str:
    """Return a text as a cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if text.startswith(_ACTING) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def headings(selected: Selected, lang: Lang) -> list[str]:
    """Return the headings of what is written."""
    own = [c.label[lang] if isinstance(c, Head) else c.heading for c in selected]
    return [*own, NOTE[lang]]


def written_rows(told: Told, selected: Selected, lang: Lang) -> Iterator[list[str]]:
    """Yield the rows wanted, cell by cell, under `headings`."""
    by_head = {column.head: column for column in told.columns}
    columns = []
    for head in selected:
        if not isinstance(head, Head):
            columns.append(told.batch.columns[head.place].texts())
            continue
        names: dict[object, str] = {}
        cells = []
        for values in by_head[head].cells(told.batch.size):
            known = names.get(values)
            if known is None:
                known = names[values] = "; ".join(v.label[lang] for v in values)
            cells.append(known)
        columns.append(cells)
    notes = [""] * told.batch.size
    for number, faults in told.faults.items():
        notes[number] = "; ".join(said(fault, lang) for fault in faults)
    whole = told.wanted == (1 << told.batch.size) - 1
    for number, row in enumerate(zip(*columns, notes, strict=True)):
        if whole or told.wanted >> number & 1:
            yield list(row)


def said(fault: Fault, lang: Lang) -> str:
    """Return a fault without its place, which is the row it stands in."""
    return fault.format(lang).removeprefix(f"{fault.place}: ")


def as_csv(run: Run, told: Iterator[Told], selected: Selected, lang: Lang) -> Iterator[str]:
    """Yield the table as CSV, piece by piece."""
    yield _lines([headings(selected, lang)], run.table.separator)
    for batch in told:
        yield _lines(written_rows(batch, selected, lang), run.table.separator)


def _lines(rows: Iterable[list[str]], separator: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\n")
    writer.writerows([inert(c) if c and c[0] in _ACTING else c for c in row] for row in rows)
    return out.getvalue()
