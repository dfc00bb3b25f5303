"""Decision tables in words: what every row asks for, then a line for each row."""

from __future__ import annotations

import textwrap
from string import ascii_uppercase
from typing import TYPE_CHECKING

from kemitraan.report import words as w
from kemitraan.report.conditions import Words
from kemitraan.report.parts import Grid, Lines, Part
from kemitraan.text import Lang, Text, joined, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.knowledge.language import Conclusion, Row, Table
    from kemitraan.knowledge.vocabulary import Vocabulary

_HIT = {
    "unique": Text("satu baris berlaku", "one row holds"),
    "all": Text("semua baris yang cocok berlaku", "every row that fits holds"),
}
_LEAVES_OUT = Text("tidak semua nilai punya baris", "some values have no row")
_ANYTHING = same("–")
_BESIDES = Text("Syarat lain", "Also")
_TITLE = Text("{title} ({said})", "{title} ({said})")
_FOLLOWS = Text("{asked} → {values}", "{asked} → {values}")
_THEN = Text("→ {what}", "→ {what}")
_NAMED = Text("{letter} {what}", "{letter} {what}")

_NAMES, _HEADS = 3, 60
"""How many columns have their names, and how long these may be together; else letters stand."""
_BESIDE, _LINE = 55, 68
"""How much of what a row asks for besides, or without cells, is told; `rules show` tells all."""


def table_parts(table: Table, vocabulary: Vocabulary, lang: Lang) -> list[Part]:
    """Return a decision table: its title and what holds for all rows, then the rows."""
    return _Told(table, Words(vocabulary)).parts(lang)


class _Told:
    def __init__(self, table: Table, words: Words) -> None:
        self.table = table
        self.words = words
        first, *others = table.rows
        self.same_for_all = all(row.conclusions == first.conclusions for row in others)
        self.besides = any(row.others for row in table.rows)
        attributes = {c.attribute for row in table.rows for c in row.conclusions}
        self.one_attribute = not table.heads and len(attributes) == 1 and attributes.pop()

    def parts(self, lang: Lang) -> list[Part]:
        lines = [text[lang] for text in self.common()]
        if not self.table.columns:
            listed = [(row.rule, self.reason(row)[lang]) for row in self.table.rows]
            return [Lines(tuple(lines)), Grid(tuple(listed))]
        columns = [self.words.named(*column) for column in self.table.columns]
        heads = [] if self.same_for_all else [self.words.named(*head) for head in self.table.heads]
        if len(columns) + len(heads) > _NAMES or any(
            sum(len(text[one]) + 2 for text in (*columns, *heads)) > _HEADS for one in Lang
        ):
            letters = [same(letter) for letter in ascii_uppercase[: len(columns) + len(heads)]]
            named = zip(letters, (*columns, *heads), strict=True)
            told = [_NAMED.format(letter=letter, what=what) for letter, what in named]
            lines.append(f"{joined(told, same('; '))[lang]}")
            columns, heads = letters[: len(columns)], letters[len(columns) :]
        besides = [_BESIDES] if self.besides else []
        told = [_THEN.format(what=head) for head in heads]
        if not self.same_for_all and not heads:
            told = [same("→")]
        headers = [w.RULE, *columns, *besides, *told]
        rows = [tuple(text[lang] for text in self.row(row)) for row in self.table.rows]
        return [Lines(tuple(lines)), Grid(tuple(rows), tuple(head[lang] for head in headers))]

    def common(self) -> list[Text]:
        """Return what is told once: the title, and what all rows ask and conclude."""
        table = self.table
        said = [same(table.id)]
        if table.columns or table.hit == "unique":
            said.append(_HIT[table.hit])
        if table.columns and table.hit == "unique" and not table.complete:
            said.append(_LEAVES_OUT)
        lines = [_TITLE.format(title=table.title, said=joined(said, same("; ")))]
        asked = self.words.briefly(table.conditions)
        if table.each:
            asked.insert(0, w.EVERY.format(kind=self.words.vocabulary.kinds[table.each].label))
        if asked:
            lines.append(_line(w.IF, asked))
        if self.same_for_all:
            lines.append(_line(w.THEN, self.concluded(table.rows[0].conclusions)))
        elif self.one_attribute:
            label = self.words.vocabulary.attributes[self.one_attribute].label
            lines.append(_line(w.THEN, [label]))
        return lines

    def row(self, row: Row) -> list[Text]:
        """Return the cells of a row, and what it concludes."""
        found = [same(row.rule)]
        found += [_ANYTHING if cell is None else self.words.cell(cell) for cell in row.cells]
        if self.besides:
            found.append(_short(joined(self.words.briefly(row.others), same("; ")), _BESIDE))
        return found if self.same_for_all else [*found, *self.values(row)]

    def reason(self, row: Row) -> Text:
        """Return a row without cells in one line: what it asks for, what it concludes."""
        asked = joined(self.words.briefly(row.others), same("; "))
        if self.same_for_all:
            return _short(asked, _LINE)
        values = joined(self.values(row), same("; "))
        if not row.others:
            return values
        room = _LINE - max(len(values[lang]) for lang in Lang)
        return _FOLLOWS.format(asked=_short(asked, max(room, _BESIDE)), values=values)

    def values(self, row: Row) -> list[Text]:
        """Return what a row concludes of each head; all of it at once where there are none."""
        if not self.table.heads:
            return [joined(self.concluded(row.conclusions), same("; "))]
        found = []
        for head in self.table.heads:
            values = [
                self.words.value(c.attribute, c.value)
                for c in row.conclusions
                if (c.attribute, c.subject) == head
            ]
            found.append(joined(values) if values else _ANYTHING)
        return found

    def concluded(self, conclusions: Iterable[Conclusion]) -> list[Text]:
        if self.one_attribute and not self.same_for_all:
            return [self.words.of_subject(c.attribute, c.subject, c.value) for c in conclusions]
        return [self.words.holds(c.attribute, c.subject, (c.value,)) for c in conclusions]


def _line(word: Text, said: Sequence[Text]) -> Text:
    return joined((word, joined(said, same("; "))), same(" "))


def _short(text: Text, most: int) -> Text:
    """Return the beginning of a long text."""
    return Text(*(textwrap.shorten(text[lang], most, placeholder=" …") for lang in Lang))
