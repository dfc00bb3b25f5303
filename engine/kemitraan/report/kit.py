"""What reports are written with: texts in one language, and lists and tables cut visibly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.report import words as w
from kemitraan.report.parts import Grid, Lines
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.report.parts import Part
    from kemitraan.text import Lang

_NAMES = 8
AND_MORE = Text("… dan {n} lagi", "… and {n} more")


class Writer:
    """Writes in one language."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def t(self, text: Text, **fields: object) -> str:
        """Return a text in the language of the report, with its fields filled."""
        return (text.format(**fields) if fields else text)[self.lang]

    def listed(self, things: Sequence[Text]) -> str:
        """Return the names of things, the last of many left out."""
        return cut([thing[self.lang] for thing in things], _NAMES, self.lang)


def cut(told: Sequence[str], most: int | None, lang: Lang, spare: int = 0) -> str:
    """Return the first of what is told, and how much is left out; see `table` for `most`."""
    shown = _shown(len(told), most, spare)
    rest = [AND_MORE.format(n=len(told) - shown)[lang]] if shown < len(told) else []
    return "; ".join([*told[:shown], *rest])


def table(
    heads: Iterable[Text],
    rows: Sequence[tuple[str, ...]],
    lang: Lang,
    most: int | None = None,
    spare: int = 0,
) -> list[Part]:
    """Return the first rows of a table, and below it how many are left out.

    No more than `most` are shown (None: all), but all where they are only `spare` more.
    """
    shown = _shown(len(rows), most, spare)
    grid = Grid(tuple(rows[:shown]), tuple(head[lang] for head in heads))
    return [grid, *left_out(len(rows) - shown, lang)]


def left_out(rest: int, lang: Lang) -> list[Part]:
    """Return the line that tells how many are left out, where any are."""
    return [Lines((w.MORE.format(n=rest)[lang],))] if rest > 0 else []


def _shown(count: int, most: int | None, spare: int) -> int:
    return count if most is None or count <= most + spare else most
