"""Writes the table with its advice as an Excel workbook: the rows, and the summary beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from kemitraan.command.repeatable import ONCE, workbook_bytes
from kemitraan.portfolio.advice import Head
from kemitraan.portfolio.report import summary_rows
from kemitraan.portfolio.table import refused
from kemitraan.portfolio.writing import headings, written_rows
from kemitraan.text import Text, harmless

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence
    from pathlib import Path

    from kemitraan.portfolio.run import Run, Told
    from kemitraan.portfolio.summary import Summing
    from kemitraan.text import Lang

MOST_ROWS: Final = 1_048_576
_MOST_LETTERS: Final = 32_767
_NUMBER: Final = re.compile(r"-?(?:0|[1-9]\d{0,14})")
_WIDEST, _NARROWEST = 45, 8
_KEPT: Final = 4
"""A name that stands further to the right would fill the window."""
_SHADE: Final = "E2EAF3"
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
    book.properties.created = ONCE
    sheet = book.create_sheet(_SHEETS[0][lang])
    heads = headings(run.selected, lang)
    rows = (row for batch in told for row in written_rows(batch, run.selected, lang))
    first = [row for row, _ in zip(rows, range(200), strict=False)]
    own = sum(not isinstance(column, Head) for column in run.selected)
    names = [n for n, c in enumerate(run.selected, 1) if getattr(c, "role", "") == "name"]
    _set_up(sheet, heads, first, own, names[0] if names and names[0] <= _KEPT else 0)
    figures = _figures(first)
    count = 1
    for row in _chained(first, rows):
        count += 1
        if count > MOST_ROWS:
            what = Text(f"lebih dari {MOST_ROWS} baris: lembar Excel tidak memuatnya",
                        f"more than {MOST_ROWS} rows: no sheet of Excel holds them")  # fmt: skip
            raise refused(file, what, Text("Tulis sebagai .csv", "Write it as .csv"))
        sheet.append(_cells(sheet, row, figures))
    beside = book.create_sheet(_SHEETS[1][lang])
    head, *others = summary_rows(summing.summary(), lang)
    _set_up(beside, head, others, len(head), 0)
    for row in others:
        beside.append(_cells(beside, row, {len(head) - 1}))
    part.write_bytes(workbook_bytes(book))


def _chained(first: list[list[str]], rows: Iterator[list[str]]) -> Iterator[list[str]]:
    yield from first
    yield from rows


def _set_up(sheet: Any, heads: list[str], rows: Iterable[list[str]], own: int, kept: int) -> None:
    """Write the headings, kept in sight; the columns as wide as the first rows need.

    After the `own` columns of the table the headings are shaded. The first `kept` columns stay in
    sight, and stand on each page.
    """
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    widths = [len(head) for head in heads]
    for row in rows:
        widths = [max(w, len(cell)) for w, cell in zip(widths, row, strict=True)]
    for place, width in enumerate(widths, 1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = min(max(width + 2, _NARROWEST), _WIDEST)
    sheet.freeze_panes = f"{get_column_letter(kept + 1)}2"
    sheet.print_title_rows = "1:1"
    if kept:
        sheet.print_title_cols = f"A:{get_column_letter(kept)}"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}1"
    sheet.page_setup.orientation = "landscape"
    cells = []
    for place, head in enumerate(heads):
        cell = WriteOnlyCell(sheet, _harmless(head))
        cell.data_type = "s"
        cell.font = Font(bold=True)
        if place >= own:
            cell.fill = PatternFill("solid", fgColor=_SHADE)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cells.append(cell)
    sheet.append(cells)


def _figures(rows: Sequence[Sequence[str]]) -> set[int]:
    """Return the places of the columns of whole numbers alone (a code like 08930 is none)."""
    return {
        place
        for place, column in enumerate(zip(*rows, strict=True))
        if all(not cell or _NUMBER.fullmatch(cell) for cell in column)
    }


def _cells(sheet: Any, row: Iterable[str], figures: Container[int]) -> list[Any]:
    """Return the cells of a row: in columns of figures numbers, else text, never a formula."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    found: list[Any] = []
    for place, text in enumerate(row):
        if not text:
            found.append(None)
        elif place in figures and _NUMBER.fullmatch(text):
            found.append(int(text))
        else:
            cell = WriteOnlyCell(sheet, _harmless(text))
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            found.append(cell)
    return found


def _harmless(text: str) -> str:
    return harmless(text)[:_MOST_LETTERS]
