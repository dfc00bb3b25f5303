"""Forms for the tests: made, filled in at the row of a question, read back."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING, Any

import openpyxl

from kemitraan.form.content import form
from kemitraan.form.make import workbook
from kemitraan.knowledge.load import load_rulebase
from kemitraan.scenario.columns import COLUMNS, REMARKS
from kemitraan.scenario.read import read_scenario
from kemitraan.text import Lang

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.faults import Fault
    from kemitraan.scenario.model import Scenario


@cache
def blank(lang: Lang = Lang.EN) -> Any:
    """Return a new form as a workbook of openpyxl; nobody may change it."""
    return changeable(lang)


def changeable(lang: Lang = Lang.EN) -> Any:
    """Return a new form as a workbook of openpyxl of one's own."""
    base = load_rulebase()
    return openpyxl.load_workbook(io.BytesIO(workbook(base, lang, form(base, lang))))


def named(name: str | None = "Sentra Kopi Bajawa") -> Any:
    """Return a form of a few rows, as is quickly read, in which the name alone is filled in."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Start"
    sheet.append([COLUMNS[key].en for key in ("code", "question", "value", *REMARKS)])
    if name is not None:
        fill(book, "name", value=name)
    return book


def find(book: Any, code: str) -> tuple[Any, int]:
    """Return the sheet and row of a question.

    Raises:
        LookupError: there is none.
    """
    for sheet in book.worksheets:
        for (cell,) in sheet.iter_rows(max_col=1):
            if cell.value == code:
                return sheet, cell.row
    raise LookupError(code)


def fill(book: Any, code: str, **said: object) -> str:
    """Write beside a question what columns say; return where its answer stands."""
    try:
        sheet, row = find(book, code)
    except LookupError:
        sheet = book.worksheets[0]
        row = sheet.max_row + 1
        sheet.cell(row, 1).value = code
    heads = _heads(sheet, row)
    for column, content in said.items():
        sheet.cell(row, heads[column]).value = content
    return f"{sheet.title}!{sheet.cell(row, heads['value']).coordinate}"


def _heads(sheet: Any, below: int) -> dict[str, int]:
    known = {word: key for key, text in COLUMNS.items() for word in (text.id, text.en)}
    for row in range(below, 0, -1):
        found = {known[c.value]: c.column for c in sheet[row] if c.value in known}
        if "value" in found:
            return found
    raise LookupError(below)


def read(book: Any, folder: Path, name: str = "form.xlsx") -> tuple[Scenario | None, list[str]]:
    """Return what a form says, and its faults in English."""
    book.save(folder / name)
    faults: list[Fault] = []
    found = read_scenario(folder / name, load_rulebase(), faults)
    return found, [fault.format(Lang.EN) for fault in sorted(faults)]


def said(book: Any, folder: Path, attribute: str) -> list[object]:
    """Return the values or figures that a faultless form says of an attribute or aspect."""
    found, faults = read(book, folder)
    assert faults == []
    assert found is not None
    return [
        c.figure if c.value is None else c.words or c.value
        for c in found.claims
        if attribute in (c.attribute, c.subject)
    ]
