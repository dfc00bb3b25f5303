"""Writes the table again with its advice: as CSV, one JSON object a row, or a sheet.

No cell of what is written acts: what a spreadsheet would take for a formula is text.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from kemitraan.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kemitraan.faults import Fault
    from kemitraan.portfolio.advice import Head
    from kemitraan.portfolio.run import Run, Told

NOTE = Text("Perlu diperbaiki", "To be put right")
_NUMBER: Final = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")
_ACTING: Final = ("=", "+", "-", "@", "\t", "\r")


def inert(text: str) -> str:
    """Return a text as a cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if text.startswith(_ACTING) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def headings(run: Run, selected: Sequence[Head], lang: Lang) -> list[str]:
    """Return the headings of what is written: those of the table, then those of the advice."""
    own = [inert(heading) for heading in run.table.headings]
    return [*own, *(head.label[lang] for head in selected), NOTE[lang]]


def written_rows(told: Told, selected: Sequence[Head], lang: Lang) -> Iterator[list[str]]:
    """Yield the rows wanted, cell by cell, under `headings`."""
    table = [column.texts() for column in told.batch.columns]
    by_head = {column.head: column for column in told.columns}
    advice = []
    for head in selected:
        names: dict[object, str] = {}
        cells = []
        for values in by_head[head].cells(told.batch.size):
            known = names.get(values)
            if known is None:
                known = names[values] = "; ".join(v.label[lang] for v in values)
            cells.append(known)
        advice.append(cells)
    notes = [""] * told.batch.size
    for number, faults in told.faults.items():
        notes[number] = "; ".join(said(fault, lang) for fault in faults)
    whole = told.wanted == (1 << told.batch.size) - 1
    for number, row in enumerate(zip(*table, *advice, notes, strict=True)):
        if whole or told.wanted >> number & 1:
            yield [inert(cell) if cell and cell[0] in _ACTING else cell for cell in row]


def said(fault: Fault, lang: Lang) -> str:
    """Return a fault without its place, which is the row it stands in."""
    return fault.format(lang).removeprefix(f"{fault.place}: ")


def as_csv(run: Run, told: Iterator[Told], selected: Sequence[Head], lang: Lang) -> Iterator[str]:
    """Yield the table as CSV, piece by piece."""
    yield _lines([headings(run, selected, lang)], run.table.separator)
    for batch in told:
        yield _lines(written_rows(batch, selected, lang), run.table.separator)


def _lines(rows: Iterator[list[str]] | list[list[str]], separator: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\n").writerows(rows)
    return out.getvalue()
