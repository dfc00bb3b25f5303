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

    from kemitraan.knowledge.language import Conclusion, Condition, Row, Table
    from kemitraan.knowledge.vocabulary import Vocabulary

_HIT = {
    "unique": Text("satu baris berlaku", "one row holds"),
    "all": Text("semua baris yang cocok berlaku", "every row that fits holds"),
}
_LEAVES_OUT = Text("tidak semua nilai punya baris", "some values have no row")
_ANYTHING = same("–")
_BESIDES = Text("Syarat lain", "Also")
_CONDITION = Text("Syarat", "Condition")
_TITLE = Text("{title} ({id}; {said})", "{title} ({id}; {said})")
_THEN = Text("→ {what}", "→ {what}")
_NAMED = Text("{letter} {what}", "{letter} {what}")

_HEADS = 70
"""How long the names of columns may be together; beyond, letters stand for them."""
_SHORT = 55
"""How much of what a row asks for besides is told here; `rules show` tells all of it."""


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

    def parts(self, lang: Lang) -> list[Part]:
        lines = [text[lang] for text in self.common()]
        columns = [self.words.named(*column) for column in self.table.columns]
        heads = [] if self.same_for_all else [self.words.named(*head) for head in self.table.heads]
        if any(sum(len(t[one]) + 2 for t in (*columns, *heads)) > _HEADS for one in Lang):
            letters = [same(letter) for letter in ascii_uppercase[: len(columns) + len(heads)]]
            named = zip(letters, (*columns, *heads), strict=True)
            told = [_NAMED.format(letter=letter, what=what) for letter, what in named]
            lines.append(f"{joined(told, same('; '))[lang]}")
            columns, heads = letters[: len(columns)], letters[len(columns) :]
        besides = [_BESIDES if self.table.columns else _CONDITION] if self.besides else []
        headers = [w.RULE, *columns, *besides, *(_THEN.format(what=head) for head in heads)]
        rows = [tuple(text[lang] for text in self.row(row)) for row in self.table.rows]
        return [Lines(tuple(lines)), Grid(tuple(rows), tuple(head[lang] for head in headers))]

    def common(self) -> list[Text]:
        """Return what is told once: the title, and what all rows ask and conclude."""
        table = self.table
        said = [_HIT[table.hit]]
        if table.columns and table.hit == "unique" and not table.complete:
            said.append(_LEAVES_OUT)
        lines = [_TITLE.format(title=table.title, id=table.id, said=joined(said))]
        asked = self.asked(table.conditions)
        if table.each:
            asked.insert(0, w.EVERY.format(kind=self.words.vocabulary.kinds[table.each].label))
        if asked:
            lines.append(_line(w.IF, asked))
        if self.same_for_all:
            lines.append(_line(w.THEN, self.concluded(table.rows[0].conclusions)))
        return lines

    def row(self, row: Row) -> list[Text]:
        found = [same(row.rule)]
        found += [_ANYTHING if cell is None else self.words.cell(cell) for cell in row.cells]
        if self.besides:
            found.append(_short(joined(self.asked(row.others), same("; "))))
        if not self.same_for_all:
            for head in self.table.heads:
                values = [
                    self.words.value(c.attribute, c.value)
                    for c in row.conclusions
                    if (c.attribute, c.subject) == head
                ]
                found.append(joined(values) if values else _ANYTHING)
        return found

    def asked(self, conditions: Iterable[Condition]) -> list[Text]:
        return [self.words.brief(condition) for condition in conditions]

    def concluded(self, conclusions: Iterable[Conclusion]) -> list[Text]:
        return [self.words.holds(c.attribute, c.subject, (c.value,)) for c in conclusions]


def _line(word: Text, said: Sequence[Text]) -> Text:
    return joined((word, joined(said, same("; "))), same(" "))


def _short(text: Text) -> Text:
    """Return the beginning of a long text."""
    return Text(*(textwrap.shorten(text[lang], _SHORT, placeholder=" …") for lang in Lang))
