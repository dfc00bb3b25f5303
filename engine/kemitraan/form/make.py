"""Writes the form as a workbook of Excel: the same bytes for the same content."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter

from kemitraan.command.repeatable import workbook_bytes
from kemitraan.form import words as w
from kemitraan.form.look import BOX, GREY, OTHER_WIDTH, WIDTHS, Book, Font, height
from kemitraan.knowledge.vocabulary import ACTOR
from kemitraan.scenario.asked import all_inputs, opening
from kemitraan.scenario.model import KIND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.form.content import Form, Row, Section
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute
    from kemitraan.text import Lang, Text

_BESIDE = ("value", "source", "by", "on", "basis", "note")
_FREE_ROWS = 25
_CASE_ROWS, _FREE_COLUMNS = 20, 4
_NOT_IN_TITLES, _LONGEST_TITLE = re.compile(r"[\[\]:*?/\\]"), 31


def workbook(
    base: RuleBase,
    lang: Lang,
    form: Form,
    paper: str = "a4",
    *,
    results: Sequence[Text] | None = None,
) -> bytes:
    """Return a form as the bytes of a workbook, its texts in one language.

    With `results` a sheet of cases comes with it, in which these can be expected.
    """
    return _Maker(base, lang, paper).made(form, results)


class _Maker(Book):
    """Writes one workbook."""

    def made(self, form: Form, results: Sequence[Text] | None) -> bytes:
        """Return the bytes of the workbook."""
        first = self.book.active
        self.questions(
            first, w.START, form.start, (w.TITLE[self.lang], *(h[self.lang] for h in w.HOW))
        )
        for who, sections in form.further.items():
            sheet = self.book.create_sheet(_NOT_IN_TITLES.sub(" ", who)[:_LONGEST_TITLE])
            self.questions(sheet, None, sections, ())
        self.actors(form)
        self.more(form)
        if results is not None:
            self.cases(results)
        self.book.move_sheet(self.choices, len(self.book.sheetnames))
        return workbook_bytes(self.book, canonical=True)

    def questions(
        self, sheet: Any, title: Any, sections: Sequence[Section], opening: Sequence[str]
    ) -> None:
        """Write questions, each with its choices and the cells to fill in."""
        if title is not None:
            sheet.title = title[self.lang]
        columns = ("code", "question", "choices", *_BESIDE)
        head = self.head(sheet, columns, opening)
        row = head + 1
        for section in sections:
            self.text(sheet, row, 2, section.title, Font(bold=True, size=11), GREY)
            for column in range(3, len(columns) + 1):
                sheet.cell(row, column).fill = GREY
            row += 1
            for one in section.rows:
                self.question(sheet, row, columns, one)
                row += 1
        self.finish(sheet, head, columns)

    def question(self, sheet: Any, row: int, columns: Sequence[str], one: Row) -> None:
        """Write one question; what is asked of the profile as a whole has no remarks beside it."""
        asked = {"code": one.key, "question": one.question, "choices": one.choices}
        for at, column in enumerate(columns, 1):
            if column in asked:
                self.text(sheet, row, at, asked[column]).border = BOX
            else:
                figure = column == "value" and one.attribute and one.attribute.figure
                self.box(sheet, row, at, one.told.get(column), number=bool(figure))
        value = columns.index("value") + 1
        if one.attribute is None:
            sheet.merge_cells(start_row=row, start_column=value, end_row=row, end_column=at)
            sheet.row_dimensions[row].height = height([(str(one.told.get("value", "")), 100)])
            return
        self.drop_down(
            sheet, f"{get_column_letter(value)}{row}", self.answers(one.attribute), one.attribute
        )
        basis = get_column_letter(columns.index("basis") + 1)
        self.drop_down(sheet, f"{basis}{row}", self.bases())
        widths = [(one.question, WIDTHS["question"]), (one.choices, WIDTHS["choices"])]
        widths += [(str(text), WIDTHS[key]) for key, text in one.told.items()]
        sheet.row_dimensions[row].height = height(widths)

    def actors(self, form: Form) -> None:
        """Write the sheet of actors: a row each."""
        sheet = self.book.create_sheet(w.ACTORS[self.lang])
        attributes = [
            a for a in self.base.vocabulary.attributes.values()
            if (a.of, a.role) == (ACTOR, "input") and a.question and a.asked and a.id != KIND
        ]  # fmt: skip
        named = {a.id: a for a in attributes}
        named[KIND] = self.base.vocabulary.attributes[KIND]
        columns = ("code", KIND, "name", *(a.id for a in attributes), *_BESIDE[1:])
        asked: dict[str, str] = {}
        for key, attribute in named.items():
            question = attribute.question[self.lang] if attribute.question else ""
            asked[key] = (
                question
                + "\n"
                + (w.CHOOSE[self.lang] if key == KIND else self.choices_of(attribute))
            )
        kinds = w.KINDS.format(kinds="; ".join(self.answers(named[KIND])))[self.lang]
        opening = (w.ACTORS[self.lang], w.ABOUT_ACTORS[self.lang], kinds)
        head = self.head(sheet, columns, opening, asked)
        last = head + max(_FREE_ROWS, len(form.actors) + 10)
        self.rows(sheet, head, last, columns, form.actors)
        for at, key in enumerate(columns, 1):
            span = f"{get_column_letter(at)}{head + 1}:{get_column_letter(at)}{last}"
            if key in named:
                self.drop_down(sheet, span, self.answers(named[key]), named[key])
            elif key == "basis":
                self.drop_down(sheet, span, self.bases())
        self.finish(sheet, head, columns)

    def choices_of(self, attribute: Attribute) -> str:
        several = f"\n({w.SEVERAL[self.lang]})" if attribute.many else ""
        return " / ".join(self.answers(attribute)) + several

    def more(self, form: Form) -> None:
        """Write the sheet of what has no row of its own."""
        sheet = self.book.create_sheet(w.MORE[self.lang])
        columns = ("code", "actor", "question", *_BESIDE, "potential")
        head = self.head(sheet, columns, (w.MORE[self.lang], w.ABOUT_MORE[self.lang]))
        last = head + max(_FREE_ROWS, len(form.more) + 10)
        self.rows(sheet, head, last, columns, form.more)
        labels = {one.label[self.lang] for one in all_inputs(self.base).values()}
        labels |= {
            a.label[self.lang] for a in self.base.vocabulary.attributes.values()
            if (a.of, a.role) == (ACTOR, "input") and a.question
        }  # fmt: skip
        for key, listed in (
            ("question", tuple(sorted(labels, key=str.casefold))),
            ("basis", self.bases()),
            ("potential", (w.YES[self.lang],)),
        ):
            letter = get_column_letter(columns.index(key) + 1)
            self.drop_down(sheet, f"{letter}{head + 1}:{letter}{last}", listed)
        self.finish(sheet, head, columns)

    def cases(self, results: Sequence[Text]) -> None:
        """Write the sheet of cases: a row each, with a column for each question they may change.

        Headings are boxes too: each can be made another question.
        """
        sheet = self.book.create_sheet(w.CASES[self.lang])
        asked = all_inputs(self.base)
        first = [asked[key] for key in opening(self.base)]
        heads = [w.CASE[self.lang], *(one.label[self.lang] for one in first)]
        heads += [""] * _FREE_COLUMNS
        heads += [f"{w.OUTCOME}{label[self.lang]}" for label in results]
        heads.append(w.DIFFERENCE[self.lang])
        columns = ("code", *(f"column {number}" for number in range(len(heads))))
        texts = (w.CASES, *w.ABOUT_CASES)
        # Column B is printed on every page.
        row = self.opening(sheet, columns, [text[self.lang] for text in texts], first=3)
        labels = tuple(sorted((o.label[self.lang] for o in asked.values()), key=str.casefold))
        for at, head in enumerate(heads, 2):
            self.box(sheet, row, at, f"{head[:1].upper()}{head[1:]}")
            sheet.cell(row, at).font = Font(bold=True)
            sheet.cell(row, at).fill = GREY
        last = row + _CASE_ROWS
        self.rows(sheet, row, last, ("code", *columns[1:]), [{columns[1]: w.BASE_CASE[self.lang]}])
        letters = [get_column_letter(at) for at in range(3, 3 + len(first) + _FREE_COLUMNS)]
        self.drop_down(sheet, f"{letters[0]}{row}:{letters[-1]}{row}", labels)
        for letter, one in zip(letters, first, strict=False):
            span = f"{letter}{row + 1}:{letter}{last}"
            self.drop_down(sheet, span, (*self.answers(one.attribute), "?"))
        sheet.row_dimensions[row].height = height([(head, OTHER_WIDTH - 3) for head in heads])
        self.finish(sheet, row, columns)
        sheet.column_dimensions[get_column_letter(len(columns))].width = WIDTHS["difference"]
        sheet.page_setup.fitToWidth, sheet.print_title_cols = 2, "B:B"
