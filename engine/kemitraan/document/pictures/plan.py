"""The plan as a sequence: a column for each phase, and on each step what it waits for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kemitraan.document.pictures.svg import LINE, WIDTH, box, drawing, lines, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP: Final = 34
_TITLE: Final = 13


@dataclass(frozen=True)
class Placed:
    """A step: its number, who does what, and after what (empty: after nothing)."""

    number: int
    who: str
    step: str
    after: str


def sequence(title: str, about: str, phases: Sequence[tuple[str, Sequence[Placed]]]) -> str:
    """Return the phases from left to right, the steps of each below one another."""
    column = (WIDTH - _GAP * (len(phases) - 1)) / len(phases)
    heads = [lines(name, column - 10, _TITLE, bold=True) for name, _ in phases]
    top = max(map(len, heads)) * 17 + 18
    shapes: list[str] = []
    ends = []
    for place, (_, steps) in enumerate(phases):
        x = place * (column + _GAP)
        shapes += [
            box(x, 1, column, top - 10, thick=2),
            words(x + 5, 19, heads[place], size=_TITLE, bold=True),
        ]
        if place:
            middle = top / 2 - 4
            shapes.append(_arrow(x - _GAP + 5, middle, x - 5))
        y = float(top)
        for step in steps:
            drawn, tall = _step(step, x, y, column)
            shapes += drawn
            y += tall + 7
        ends.append(y)
    return drawing(title, about, max(ends), shapes)


def _step(step: Placed, x: float, y: float, column: float) -> tuple[list[str], float]:
    room = column - 36
    said = lines(step.step, room)
    who = lines(step.who, room, 11)
    after = lines(step.after, room, 11) if step.after else []
    tall = len(said) * LINE + (len(who) + len(after)) * 14 + 10
    foot = y + LINE
    shapes = [
        box(x, y, column, tall, dashed=bool(after)),
        words(x + 14, foot, [str(step.number)], bold=True, anchor="middle"),
        words(x + 30, foot, said, bold=False),
        words(x + 30, foot + len(said) * LINE, who, size=11),
        words(x + 30, foot + len(said) * LINE + len(who) * 14, after, size=11),
    ]
    return shapes, tall


def _arrow(x: float, y: float, to: float) -> str:
    return (
        f'<path d="M{x:.1f},{y:.1f} H{to - 7:.1f}" stroke="black" stroke-width="2"/>'
        f'<path d="M{to - 9:.1f},{y - 5:.1f} L{to:.1f},{y:.1f} L{to - 9:.1f},{y + 5:.1f} Z"/>'
    )
