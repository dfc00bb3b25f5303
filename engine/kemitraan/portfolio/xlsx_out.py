"""Writes the table with its advice as an Excel workbook: the rows, and the summary beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from kemitraan.portfolio.report import summary_rows
from kemitraan.portfolio.table import refused
from kemitraan.portfolio.writing import headings, written_rows
from kemitraan.text import Text, harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kemitraan.portfolio.run import Run, Told
    from kemitraan.portfolio.summary import Summing
    from kemitraan.text import Lang

MOST_ROWS: Final = 1_048_576
_MOST_LETTERS: Final = 32_767
_NUMBER: Final = re.compile(r"-?(?:0|[1-9]\d{0,14})")
_WIDEST, _NARROWEST = 45, 8
_SHEETS: Final = (Text("Sentra", "Sentra"), Text("Rangkuman", "Summary"))


def write_xlsx(
    part: Path, file: str, run: Run, told: Iterator[Told], summing: Summing, lang: Lang
) -> None:
    """Write the rows and their summary to `part`; `file` is how faults name it.

    Raises:
        InputError: a sheet cannot hold so many rows.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_SHEETS[0][lang])
    heads = headings(run.selected, lang)
    rows = (row for batch in told for row in written_rows(batch, run.selected, lang))
    first = [row for row, _ in zip(rows, range(200), strict=False)]
    _set_up(sheet, heads, first)
    count = 1
    for row in _chained(first, rows):
        count += 1
        if count > MOST_ROWS:
            what = Text(f"lebih dari {MOST_ROWS} baris: lembar Excel tidak memuatnya",
                        f"more than {MOST_ROWS} rows: no sheet of Excel holds them")  # fmt: skip
            raise refused(file, what, Text("Tulis sebagai .csv", "Write it as .csv"))
        sheet.append(_cells(sheet, row))
    beside = book.create_sheet(_SHEETS[1][lang])
    head, *others = summary_rows(summing.summary(), lang)
    _set_up(beside, head, others)
    for row in others:
        beside.append(_cells(beside, row))
    book.save(part)


def _chained(first: list[list[str]], rows: Iterator[list[str]]) -> Iterator[list[str]]:
    yield from first
    yield from rows


def _set_up(sheet: Any, heads: list[str], rows: Iterable[list[str]]) -> None:
    """Write the headings, kept in sight; the columns as wide as the first rows need."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    widths = [len(head) for head in heads]
    for row in rows:
        widths = [max(w, len(cell)) for w, cell in zip(widths, row, strict=True)]
    for place, width in enumerate(widths, 1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = min(max(width + 2, _NARROWEST), _WIDEST)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    cells = []
    for head in heads:
        cell = WriteOnlyCell(sheet, _harmless(head))
        cell.data_type = "s"
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cells.append(cell)
    sheet.append(cells)


def _cells(sheet: Any, row: Iterable[str]) -> list[Any]:
    """Return the cells of a row: whole numbers as numbers, all else as text, never a formula."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    found: list[Any] = []
    for text in row:
        if not text:
            found.append(None)
        elif _NUMBER.fullmatch(text):
            found.append(int(text))
        else:
            cell = WriteOnlyCell(sheet, _harmless(text))
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            found.append(cell)
    return found


def _harmless(text: str) -> str:
    return harmless(text)[:_MOST_LETTERS]
