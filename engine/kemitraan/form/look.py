"""How sheets of a form look: texts, boxes to fill in, drop-downs, headings, how they print.

Sheets are protected without a password, so that only what is to be filled in can be changed.
Text is never written as a formula.
"""

from __future__ import annotations

from functools import partial
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, PatternFill, Protection, Side
from openpyxl.styles import Font as StyledFont
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from kemitraan.command.repeatable import ONCE
from kemitraan.form import words as w
from kemitraan.form.content import label_of
from kemitraan.scenario.claims import basis_labels
from kemitraan.scenario.columns import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kemitraan.form.content import Content
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute
    from kemitraan.text import Lang

PAPER = {"a4": 9, "f4": 14}
"""The number that Excel has for a size of paper; F4 is what it calls Folio."""

WIDTHS = {"code": 14, "actor": 20, "question": 42, "choices": 44, "value": 22, "name": 20,
           "source": 18, "by": 16, "on": 11, "basis": 14, "note": 22, "potential": 10,
          "difference": 60}  # fmt: skip
OTHER_WIDTH = 14
Font = partial(StyledFont, name="Arial")  # on every machine; without a name Excel takes any
_LINE, _MOST_HEIGHT = 13.5, 400.0
_LETTERS = 1.2  # of this size to what Excel counts as one, a digit of a larger one
_THIN = Side(style="thin", color="999999")
BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
GREY = PatternFill("solid", fgColor="E4E4E4")
_YELLOW = PatternFill("solid", fgColor="FFF9DB")
_WRAP = Alignment(wrap_text=True, vertical="top")


class Book:
    """A workbook of sheets to fill in."""

    def __init__(self, base: RuleBase, lang: Lang, paper: str) -> None:
        self.base = base
        self.lang = lang
        self.paper = PAPER[paper]
        self.book = Workbook()
        self.book.properties.created, self.book.properties.creator = ONCE, "kemitraan"
        self.lists: dict[tuple[str, ...], str] = {}
        self.choices = self.book.create_sheet("_")
        self.choices.sheet_state = "hidden"

    def rows(
        self, sheet: Any, head: int, last: int, columns: Sequence[str],
        told: Sequence[Mapping[str, Content]],
    ) -> None:  # fmt: skip
        """Write rows of boxes, the first of them filled in."""
        for row in range(head + 1, last + 1):
            said = told[row - head - 1] if row - head <= len(told) else {}
            for at, key in enumerate(columns, 1):
                self.box(sheet, row, at, said.get(key), number=key == "value")
            widths = [(str(text), WIDTHS.get(key, OTHER_WIDTH)) for key, text in said.items()]
            sheet.row_dimensions[row].height = height(widths, least=2)

    def opening(
        self, sheet: Any, columns: Sequence[str], opening: Sequence[str], first: int = 2
    ) -> int:
        """Write what stands above a table, from a column on; return the row that follows."""
        row = 1
        for number, text in enumerate(opening):
            font = Font(bold=True, size=14) if number == 0 else Font(size=10)
            self.text(sheet, row, first, text, font).alignment = Alignment(
                wrap_text=True, vertical="center"
            )
            sheet.merge_cells(
                start_row=row, start_column=first, end_row=row, end_column=len(columns)
            )
            sheet.row_dimensions[row].height = height([(text, 150)]) if number else 24
            row += 1
        return row

    def head(
        self, sheet: Any, columns: Sequence[str], opening: Sequence[str],
        asked: Mapping[str, str] | None = None,
    ) -> int:  # fmt: skip
        """Write what stands above the table, and its headings; return their row."""
        row = self.opening(sheet, columns, opening)
        if asked:
            heights = []
            for at, key in enumerate(columns, 1):
                if key in asked:
                    self.text(sheet, row, at, asked[key], Font(italic=True, size=9))
                    heights.append((asked[key], OTHER_WIDTH))
            sheet.row_dimensions[row].height = height(heights)
            row += 1
        for at, key in enumerate(columns, 1):
            label = COLUMNS.get(key) or self.base.vocabulary.attributes[key].label
            title = f"{label[self.lang][:1].upper()}{label[self.lang][1:]}"
            cell = self.text(sheet, row, at, title, Font(bold=True), GREY)
            cell.border = BOX
        sheet.row_dimensions[row].height = 30
        return row

    def text(
        self, sheet: Any, row: int, column: int, text: str, font: StyledFont | None = None,
        fill: PatternFill | None = None,
    ) -> Any:  # fmt: skip
        """Write a text, as such whatever it begins with."""
        cell = sheet.cell(row, column)
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
        cell.data_type = "s"
        cell.alignment = _WRAP
        cell.font = font or Font(size=10)
        if fill is not None:
            cell.fill = fill
        return cell

    def box(
        self, sheet: Any, row: int, column: int, told: Content | None, *, number: bool = False
    ) -> None:
        """Write a cell to fill in, perhaps filled in already."""
        cell = sheet.cell(row, column)
        if isinstance(told, str):
            cell = self.text(sheet, row, column, told)
            cell.quotePrefix = told.startswith(("=", "+", "-", "@"))
        elif told is not None:
            cell.value = told
        if not number:
            cell.number_format = "@"  # else Excel makes a date of 2026-03
        cell.alignment, cell.border, cell.fill = _WRAP, BOX, _YELLOW
        cell.font, cell.protection = Font(size=10), Protection(locked=False)

    def drop_down(
        self, sheet: Any, span: str, listed: Sequence[str], attribute: Attribute | None = None
    ) -> None:
        """Offer a list in a cell; other answers are refused only where nothing else can be."""
        if not listed:
            return
        open_ = attribute is not None and (attribute.many or attribute.figure is not None)
        check = DataValidation("list", formula1=self.listed(tuple(listed)), allow_blank=True)
        check.showErrorMessage = not open_
        check.errorStyle = "information"
        check.error = w.NOT_LISTED[self.lang]
        sheet.add_data_validation(check)
        check.add(span)

    def listed(self, answers: tuple[str, ...]) -> str:
        """Return where a list stands on the hidden sheet, written there when first wanted."""
        if answers not in self.lists:
            column = len(self.lists) + 1
            for row, answer in enumerate(answers, 1):
                self.text(self.choices, row, column, answer)
            letter = get_column_letter(column)
            self.lists[answers] = f"'_'!${letter}$1:${letter}${len(answers)}"
        return self.lists[answers]

    def answers(self, attribute: Attribute) -> tuple[str, ...]:
        """Return the words to answer with; none where any words do."""
        words = self.base.vocabulary
        if words.takes_words(attribute.id):
            return ()
        return tuple(
            label_of(words, attribute.id, value, self.lang)
            for value in words.values_of(attribute.id)
        )

    def bases(self) -> tuple[str, ...]:
        """Return the words for kinds of evidence."""
        return basis_labels(self.base, self.lang)

    def finish(self, sheet: Any, head: int, columns: Sequence[str]) -> None:
        """Set widths, protection and how the sheet is printed."""
        for at, key in enumerate(columns, 1):
            sheet.column_dimensions[get_column_letter(at)].width = WIDTHS.get(key, OTHER_WIDTH)
        sheet.column_dimensions["A"].hidden = True
        sheet.freeze_panes = sheet.cell(head + 1, 3)
        sheet.sheet_view.showGridLines = False
        sheet.protection.sheet = True
        sheet.protection.formatRows = sheet.protection.formatColumns = False
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", self.paper
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_title_rows = f"{head}:{head}"
        sheet.page_margins.left = sheet.page_margins.right = 0.4
        sheet.page_margins.top = sheet.page_margins.bottom = 0.5
        sheet.oddFooter.center.text = f"{sheet.title} – {w.PAGE[self.lang]}"


def height(texts: Sequence[tuple[str, int]], least: int = 1) -> float:
    """Return the height of a row, in points, in which texts stand in columns of these widths."""
    lines = [
        sum(len(wrap(line, round(width * _LETTERS))) or 1 for line in text.split("\n"))
        for text, width in texts
    ]
    return min(_LINE * max([least, *lines]) + 4, _MOST_HEIGHT)
