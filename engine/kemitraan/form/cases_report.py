"""What the cases of a what-if sheet give: as a report, and written into a copy of the workbook."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from kemitraan.command.repeatable import workbook_bytes
from kemitraan.form import words as w
from kemitraan.report.kit import Writer, cut
from kemitraan.report.lines import marked_line
from kemitraan.report.parts import Grid, Heading, Lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kemitraan.form.cases import Cases, Outcome, Told
    from kemitraan.report.parts import Part
    from kemitraan.text import Lang

_SHOWN = 8
_LONGEST_CELL = 32_000


def cases_parts(found: Cases, lang: Lang, *, full: bool = False) -> list[Part]:
    """Return the report of the cases of a sheet; `full` leaves nothing out."""
    return list(_Report(lang, full=full).parts(found))


class _Report(Writer):
    def __init__(self, lang: Lang, *, full: bool) -> None:
        super().__init__(lang)
        self.most = None if full else _SHOWN

    def parts(self, found: Cases) -> Iterator[Part]:
        yield Heading(f"{self.t(w.CASES)}: {found.sentra}", 1)
        if found.expected:
            text = w.NOT_EXPECTED if found.missed else w.ALL_EXPECTED
            n = found.missed or found.expected
            yield Lines((self.t(text, n=n, all=found.expected),), strong=bool(found.missed))
        for one in found.told:
            yield Heading(one.name)
            yield Grid(tuple(self.rows(one)))

    def rows(self, one: Told) -> Iterator[tuple[str, str]]:
        """Yield what was changed in a case, what it gives, and what differs."""
        edits = [
            self.t(
                w.FROM_TO,
                what=edit.label,
                before=edit.before or w.NOTHING,
                now=edit.now or w.NOTHING,
            )
            for edit in one.edits
        ]
        yield self.t(w.CHANGED), cut(edits, self.most, self.lang) or self.t(w.NOTHING)
        for outcome in one.outcomes:
            yield outcome.heading, self.outcome(outcome)
        yield self.t(w.DIFFERENCE), self.difference(one, self.most)

    def outcome(self, outcome: Outcome) -> str:
        if not outcome.missed:
            return self.t(outcome.found)
        return self.t(w.EXPECTED, found=outcome.found, expected=outcome.expected)

    def difference(self, one: Told, most: int | None) -> str:
        lines = [marked_line(line, self.lang) for line in one.differences]
        return cut(lines, most, self.lang) or self.t(w.NOTHING)


def with_results(file: Path, found: Cases, lang: Lang) -> bytes:
    """Return a copy of a workbook with the results, without any pictures.

    A result column that says nothing yet is filled in; where something else was expected, it
    stays, and a note says what was found.
    """
    import openpyxl
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.comments import Comment

    from kemitraan.form.look import WIDTHS, height

    report = _Report(lang, full=True)
    book = openpyxl.load_workbook(io.BytesIO(file.read_bytes()))
    sheet = book[found.sheet]

    def write(cell: str, text: str) -> None:
        sheet[cell].value = ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST_CELL]
        sheet[cell].data_type = "s"

    for one in found.told:
        for outcome in one.outcomes:
            if outcome.missed:
                note = Comment(report.outcome(outcome), "kemitraan", width=320, height=80)
                sheet[outcome.cell].comment = note
            elif not outcome.expects:
                write(outcome.cell, outcome.found[lang])
        if one.difference:
            text = report.difference(one, None)
            write(one.difference, text)
            row = sheet[one.difference].row
            sheet.row_dimensions[row].height = height([(text, WIDTHS["difference"])], least=2)
    return workbook_bytes(book)
