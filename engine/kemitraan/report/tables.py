"""Decision tables in words: what every row asks for, then a line for each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.report import words as w
from kemitraan.report.conditions import Words
from kemitraan.report.parts import Grid, Lines, Part
from kemitraan.text import Lang, Text, joined, same

if TYPE_CHECKING:
    from kemitraan.knowledge.language import Conclusion, Row, Table
    from kemitraan.knowledge.vocabulary import Vocabulary

_HIT = {
    "unique": Text("satu baris berlaku", "one row holds"),
    "all": Text("semua baris yang cocok berlaku", "every row that fits holds"),
}
_LEAVES_OUT = Text("tidak semua nilai punya baris", "some values have no row")
_ANYTHING = same("–")
_BESIDES = Text("Syarat lain", "Also")
_CONDITION = Text("Syarat", "Condition")
_THEN = Text("→ {what}", "→ {what}")


def table_parts(table: Table, vocabulary: Vocabulary, lang: Lang) -> list[Part]:
    """Return a decision table: its title and what holds for all rows, then the rows."""
    return _Told(table, Words(vocabulary)).parts(lang)


class _Told:
    def __init__(self, table: Table, words: Words) -> None:
        self.table = table
        self.words = words
        first, *others = table.rows
        self.same_for_all = all(row.conclusions == first.conclusions for row in others)

    def parts(self, lang: Lang) -> list[Part]:
        table = self.table
        said = [_HIT[table.hit]]
        if table.hit == "unique" and not table.complete:
            said.append(_LEAVES_OUT)
        head = Text("{title} ({id}; {said})", "{title} ({id}; {said})")
        lines = [head.format(title=table.title, id=table.id, said=joined(said))[lang]]
        shared = (
            [w.EVERY.format(kind=self.words.vocabulary.kinds[table.each].label)]
            if (table.each)
            else []
        )
        shared += [self.words.brief(c) for c in table.conditions]
        if shared:
            lines.append(f"{w.IF[lang]} {joined(shared, same('; '))[lang]}")
        if self.same_for_all:
            lines.append(f"{w.THEN[lang]} {self.concluded(table.rows[0].conclusions)[lang]}")
        besides = any(row.others for row in table.rows)
        heads = [w.RULE, *(self.column(*column) for column in table.columns)]
        heads += [_BESIDES if table.columns else _CONDITION] if besides else []
        if not self.same_for_all:
            heads += [_THEN.format(what=self.column(*head)) for head in table.heads]
        rows = [tuple(text[lang] for text in self.row(row, besides=besides)) for row in table.rows]
        return [Lines(tuple(lines)), Grid(tuple(rows), tuple(head[lang] for head in heads))]

    def column(self, attribute: str, subject: str) -> Text:
        """Return the name of a column."""
        return self.words.named(attribute, subject)

    def row(self, row: Row, *, besides: bool) -> list[Text]:
        found = [same(row.rule)]
        found += [_ANYTHING if cell is None else self.words.cell(cell) for cell in row.cells]
        if besides:
            found.append(joined((self.words.brief(c) for c in row.others), same("; ")))
        if not self.same_for_all:
            for attribute, subject in self.table.heads:
                values = [
                    self.words.value(c.attribute, c.value)
                    for c in row.conclusions
                    if (c.attribute, c.subject) == (attribute, subject)
                ]
                found.append(joined(values) if values else _ANYTHING)
        return found

    def concluded(self, conclusions: tuple[Conclusion, ...]) -> Text:
        """Return what is concluded, in words."""
        return joined(
            (self.words.holds(c.attribute, c.subject, (c.value,)) for c in conclusions),
            same("; "),
        )
