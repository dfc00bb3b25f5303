"""Counts as bars, each in parts that are told apart by their hatches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.document.pictures.svg import FILLS, LINE, WIDTH, box, drawing, lines, wide, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES, _NUMBERS, _TALL = 190, 50, 18


def bars(
    title: str, about: str, parts: Sequence[str], rows: Sequence[tuple[str, Sequence[int]]]
) -> str:
    """Return a bar for each row, as long as its counts; `parts` name them."""
    shapes: list[str] = []
    x, y = 0.0, 4.0
    for name, fill in zip(parts, FILLS, strict=False):
        if x and x + wide(name) + 30 > WIDTH:
            x, y = 0.0, y + 22
        shapes += [box(x, y, 14, 14, fill=fill), words(x + 20, y + 11, [name])]
        x += wide(name) + 44
    y += 32
    most = max((sum(counts) for _, counts in rows), default=0) or 1
    room = WIDTH - _NAMES - _NUMBERS
    for name, counts in rows:
        told = lines(name, _NAMES - 12)
        shapes.append(words(0, y + 13, told))
        x = float(_NAMES)
        for count, fill in zip(counts, FILLS, strict=False):
            if count:
                shapes.append(box(x, y, room * count / most, _TALL, fill=fill))
                x += room * count / most
        shapes.append(words(x + 6, y + 13, [str(sum(counts))], bold=True))
        y += max(_TALL, len(told) * LINE) + 10
    return drawing(title, about, y, shapes)
