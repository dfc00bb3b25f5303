"""Reads the first sheet of an Excel workbook that has a table, bounded; cells as they are seen."""

from __future__ import annotations

import datetime as dt
import zipfile
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from kemitraan.portfolio.table import (
    LOOKED_AT,
    MOST_COLUMNS,
    Table,
    head_of,
    in_batches,
    no_rows,
    refused,
    too_wide,
)
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

_MOST_BYTES: Final = 300_000_000
_MOST_BLANK: Final = 1_000
"""So many blank rows end a sheet."""
_SIGNIFICANT: Final = 15
_SAVE = Text("Simpan ulang dari Excel sebagai .xlsx atau CSV", "Save it again as .xlsx or CSV")


def xlsx_table(path: Path, score: Callable[[Sequence[str]], int]) -> Table:
    """Return the table of a workbook: of the sheet with most known headings, the first of these.

    Raises:
        InputError: it is no workbook that can be read, or holds no table.
    """
    from openpyxl import load_workbook

    file = str(path)
    _bounded(path)
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except Exception:  # whatever a broken archive makes of the library
        raise _broken(file) from None
    heads = []
    for sheet in book.worksheets:
        first = list(islice(_rows(sheet), LOOKED_AT))
        if any(any(row) for _, row in first):
            head, after = head_of([row for _, row in first], score)
            heads.append((score(first[head][1]), sheet.title, first, head, after))
    book.close()
    if not heads:
        raise no_rows(file)
    _, title, first, head, after = max(heads, key=lambda found: found[0])
    headings = list(first[head][1])
    while headings and not headings[-1]:
        headings.pop()
    if len(headings) > MOST_COLUMNS:
        raise too_wide(file, len(headings))
    if after >= len(first):
        raise no_rows(file)
    number = first[after][0]

    def rows() -> Iterator[tuple[int, Sequence[str]]]:
        again = load_workbook(path, read_only=True, data_only=True)
        try:
            yield from (one for one in _rows(again[title]) if one[0] >= number)
        finally:
            again.close()

    count = (book[title].max_row or 0) - number + 1
    return Table(file, first[head][0], tuple(headings), lambda: in_batches(rows(), len(headings)),
                 max(count, 1))  # fmt: skip


def _bounded(path: Path) -> None:
    """Refuse what is no archive, and one that would fill the memory."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except zipfile.BadZipFile:
        raise _broken(str(path)) from None
    if size > _MOST_BYTES:
        mega = size // 1_000_000
        what = Text(f"isinya {mega} megabita setelah dibuka, terlalu besar",
                    f"it holds {mega} megabytes once unpacked, too much")  # fmt: skip
        fix = Text("Simpan sebagai CSV", "Save it as CSV")
        raise refused(str(path), what, fix)


def _broken(file: str) -> Exception:
    what = Text(
        "bukan buku kerja Excel yang dapat dibaca (rusak, berkata sandi, atau bukan .xlsx)",
        "no Excel workbook that can be read (broken, with a password, or no .xlsx)",
    )
    return refused(file, what, _SAVE)


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a sheet with their numbers, up to where nothing more stands."""
    blank = 0
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1), 1):
        cells = [_text(cell) for cell in row]
        blank = 0 if any(cells) else blank + 1
        if blank > _MOST_BLANK:
            return
        yield number, cells


def _text(cell: Any) -> str:
    """Return what a cell holds as text: a share as per cent, a date as it is written in a file."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (dt.datetime, dt.date)):
        return value.isoformat()[:10]
    if isinstance(value, (int, float)):
        if "%" in (cell.number_format or ""):
            return f"{round(value * 100, 9):.{_SIGNIFICANT}g}%"
        return f"{value:.{_SIGNIFICANT}g}"
    return str(value).strip()
