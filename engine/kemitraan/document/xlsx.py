"""Writes a document as an Excel workbook: a sheet for each chapter, every cell text or number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from kemitraan.command.repeatable import ONCE, workbook_bytes
from kemitraan.document.plain import plain
from kemitraan.document.words import BLANK
from kemitraan.report.parts import Box, Grid, Heading, Lines, Picture
from kemitraan.report.tree import Node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from kemitraan.document.paper import Paper
    from kemitraan.report.parts import Part

_UNFIT: Final = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME: Final = 31
_LONGEST_CELL: Final = 32_000
_NARROWEST, _WIDEST, _PAGE = 9, 34, 110
"""Widths of columns, and of what stands across all of them, in letters."""
_HIGH: Final = 13.5
"""Points from one line to the next."""
_INDENT: Final = 2
_DEEPEST: Final = 15
_PAPERS: Final = {"a4": 9, "f4": 14}
"""What Excel calls paper; F4 is its Folio."""
_LINE: Final = Border(bottom=Side(style="thin", color="808080"))
_ACTING: Final = ("=", "+", "-", "@")
_NUMBER: Final = re.compile(r"\d{1,9}")


def as_xlsx(parts: Sequence[Part], title: str, paper: Paper) -> bytes:
    """Return the parts as a workbook; no cell of it is a formula."""
    book = Workbook()
    writer = _Writer(book, paper)
    for part in parts:
        writer.write(part.each(plain))
    writer.close()
    book.properties.title, book.properties.creator = plain(title), ""
    book.properties.created = ONCE
    return workbook_bytes(book)


class _Writer:
    """Writes parts one below the other; a chapter begins a sheet."""

    def __init__(self, book: Workbook, paper: Paper) -> None:
        self.book, self.paper = book, paper
        if book.active is not None:
            book.remove(book.active)
        self.sheet: Worksheet | None = None
        self.title = ""
        self.row = 1
        self.widths: dict[int, int] = {}
        self.across: list[tuple[int, str, int]] = []
        """The rows whose text goes across all columns, with how far it is set in."""

    def write(self, part: Part) -> None:
        """Write one part."""
        match part:
            case Heading(text, level):
                self.heading(text, level)
            case Lines(lines, bulleted, strong):
                for line in lines:
                    self.line(f"• {line}" if bulleted else line, bold=strong)
                self.row += 1
            case Grid():
                self.grid(part)
            case Node():
                self.tree(part, 0)
                self.row += 1
            case Box(title, rows):
                self.line(title, size=12, bold=True)
                self.grid(Grid(rows))
            case Picture(caption, _, behind):
                self.line(caption, bold=True)
                self.grid(behind)

    def heading(self, text: str, level: int) -> None:
        """Write a heading; a title waits for what stands below it."""
        if level == 1:
            self.close()
            self.sheet, self.title = None, text
            return
        if level == 2 or self.sheet is None:
            self.begin(text)
        self.line(text, size=14 if level == 2 else 11, bold=True)
        if level == 2 and self.title:
            self.line(self.title)
            self.row += 1

    def begin(self, text: str) -> Worksheet:
        """Begin a sheet under a name that no other has."""
        self.close()
        stem = " ".join(_UNFIT.sub("", text).split()) or "–"
        taken = {name.casefold() for name in self.book.sheetnames}
        name, number = _cut(stem, _LONGEST_NAME), 2
        while name.casefold() in taken:
            name, number = f"{_cut(stem, _LONGEST_NAME - 4)} {number}", number + 1
        sheet: Worksheet = self.book.create_sheet(name)
        sheet.page_setup.paperSize = _PAPERS[self.paper.value]
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        self.sheet, self.row, self.widths, self.across = sheet, 1, {}, []
        return sheet

    def close(self) -> None:
        """Set how wide and high the cells of the sheet at hand are, as Excel does not by itself."""
        if self.sheet is None:
            return
        columns = max([2, *self.widths])
        wide = {
            column: max(_NARROWEST, min(_WIDEST, self.widths.get(column, 0) + 2))
            for column in range(1, columns + 1)
        }
        wide[columns] += max(0, _PAGE - sum(wide.values()))
        for column, width in wide.items():
            self.sheet.column_dimensions[get_column_letter(column)].width = width
        across = {row for row, _, _ in self.across}
        for row in self.sheet.iter_rows():
            lines = [
                _lines(str(cell.value), wide[cell.column or 1])
                for cell in row
                if cell.value is not None and cell.row not in across
            ]
            if lines:
                self.sheet.row_dimensions[row[0].row or 1].height = _HIGH * max(lines)
        for number, text, indent in self.across:
            self.sheet.merge_cells(
                start_row=number, end_row=number, start_column=1, end_column=columns
            )
            lines_of = _lines(text, sum(wide.values()) - _INDENT * indent)
            size = self.sheet.cell(number, 1).font.size or 10
            self.sheet.row_dimensions[number].height = _HIGH * lines_of * max(1, size / 10)

    def grid(self, grid: Grid) -> None:
        """Write a table."""
        for bold, row in [(True, grid.headers)] * bool(grid.headers) + [
            (False, r) for r in grid.rows
        ]:
            for column, said in enumerate(row, 1):
                named = column == 1 and not grid.headers
                cell = self.cell(column, said, bold=bold or named)
                cell.border = _LINE
                self.widths[column] = max(self.widths.get(column, 0), len(said))
            self.row += 1
        self.row += 1

    def tree(self, node: Node, depth: int) -> None:
        """Write a line of a tree, and further in what stands below it."""
        self.line(node.text, bold=not depth, indent=min(depth, _DEEPEST))
        for child in node.below:
            self.tree(child, depth + 1)

    def line(self, text: str, *, size: int = 10, bold: bool = False, indent: int = 0) -> None:
        """Write a text across all columns."""
        self.cell(1, text, size=size, bold=bold, indent=indent)
        self.across.append((self.row, text, indent))
        self.row += 1

    def cell(
        self, column: int, text: str, *, size: int = 10, bold: bool = False, indent: int = 0
    ) -> Cell | MergedCell:
        """Write a text into a cell of the row at hand, where it stays a text."""
        if (sheet := self.sheet) is None:
            sheet = self.begin(self.title)
            self.line(self.title, size=14, bold=True)
        cell = sheet.cell(self.row, column)
        if _NUMBER.fullmatch(text):
            cell.value = int(text)
        elif text and text != BLANK:
            cell.value = text[:_LONGEST_CELL]
            cell.data_type = "s"
            cell.quotePrefix = text.startswith(_ACTING)
        cell.font = Font(name="Arial", size=size, bold=bold)
        cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left", indent=indent)
        return cell


def _cut(text: str, most: int) -> str:
    """Return the first words of a text that fit; of a long word its beginning."""
    if len(text) <= most:
        return text
    return text[: most + 1].rpartition(" ")[0] or text[:most]


def _lines(text: str, width: float) -> int:
    """Return about how many lines a text takes in a width."""
    return max(1, -(-len(text) // max(1, int(width))))
