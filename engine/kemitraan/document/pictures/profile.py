"""Levels of aspects as bars, of one sentra or of several side by side; what holds of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kemitraan.document.pictures.svg import LINE, WIDTH, box, drawing, line, lines, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES: Final = 180
_GAP: Final = 12
_BAR: Final = 12
_FILLS: Final = ("white", "stripes", "black")
Level = tuple[int | None, str]
"""The rank of a level (None: not known) and its word."""


def profile(
    title: str,
    about: str,
    names: Sequence[str],
    rows: Sequence[tuple[str, Sequence[Level]]],
    most: int,
) -> str:
    """Return bars: a row for each aspect, a column for each sentra, `most` the highest rank."""
    column = (WIDTH - _NAMES) / len(names)
    shapes: list[str] = []
    y = 4.0
    if len(names) > 1:
        heads = [lines(name, column - _GAP, bold=True) for name in names]
        for number, head in enumerate(heads):
            shapes.append(words(_NAMES + number * column, y + LINE, head, bold=True))
        y += max(map(len, heads)) * LINE + 8
    for aspect, levels in rows:
        told = lines(aspect, _NAMES - _GAP)
        cells = [lines(word, column - _GAP) for _, word in levels]
        tall = max(len(told) * LINE, _BAR + 4 + LINE * max(map(len, cells))) + 8
        shapes += [line(0, y, WIDTH, y), words(0, y + LINE, told)]
        for number, ((rank, _), cell) in enumerate(zip(levels, cells, strict=True)):
            x, room = _NAMES + number * column, column - _GAP
            shapes += [*_bar(rank, most, x, y + 5, room)]
            shapes.append(words(x, y + 5 + _BAR + LINE - 2, cell, size=11))
        y += tall
    return drawing(title, about, y + 4, [*shapes, line(0, y, WIDTH, y)])


def _bar(rank: int | None, most: int, x: float, y: float, room: float) -> list[str]:
    if rank is None:
        return [box(x, y, room, _BAR, dashed=True)]
    filled = room * (rank + 1) / (most + 1)
    fill = _FILLS[rank * (len(_FILLS) - 1) // most] if most else "black"
    return [box(x, y, room, _BAR), box(x, y, filled, _BAR, fill="dots" if rank == 0 else fill)]


def synopsis(
    title: str,
    about: str,
    names: Sequence[str],
    rows: Sequence[tuple[str, Sequence[tuple[str, str]]]],
) -> str:
    """Return a table of what holds of each: in each cell a mark, filled as it is named, a word."""
    column = (WIDTH - _NAMES) / len(names)
    heads = [lines(name, column - _GAP, bold=True) for name in names]
    shapes = [
        words(_NAMES + number * column, LINE, head, bold=True) for number, head in enumerate(heads)
    ]
    y = max(map(len, heads)) * LINE + 8.0
    for aspect, values in rows:
        told = lines(aspect, _NAMES - _GAP)
        cells = [lines(word, column - _GAP - 22) for _, word in values]
        tall = max(len(told), *map(len, cells)) * LINE + 8
        shapes += [line(0, y, WIDTH, y), words(0, y + LINE, told)]
        for number, ((fill, _), cell) in enumerate(zip(values, cells, strict=True)):
            x = _NAMES + number * column
            dashed = fill == "dashed"
            shapes.append(box(x, y + 4, 14, 14, fill="white" if dashed else fill, dashed=dashed))
            shapes.append(words(x + 22, y + LINE, cell))
        y += tall
    return drawing(title, about, y + 2, [*shapes, line(0, y, WIDTH, y)])
