"""The map of stakeholders: interest across, influence upwards, who may move dashed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kemitraan.document.pictures.svg import WIDTH, box, circle, drawing, line, lines, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEFT, _CELL, _RADIUS, _STEP = 110, 96, 11, 30
_FOOT: Final = 46
_IN_ROW: Final = 6
_LEGEND: Final = 350


@dataclass(frozen=True)
class Placed:
    """An actor and where it stands: the ranks of its levels (None: nobody knows), its group.

    `group` is the rank of the group (None: in none), `borderline` whether one change moves it.
    """

    name: str
    told: str
    interest: int | None
    influence: int | None
    group: int | None
    borderline: bool


@dataclass(frozen=True)
class MapWords:
    """The words of the map; `levels` from low to high."""

    title: str
    about: str
    interest: str
    influence: str
    levels: tuple[str, ...]
    unknown: str
    ungrouped: str
    groups: tuple[str, ...]
    borderline: str


def stakeholder_map(actors: Sequence[Placed], said: MapWords) -> str:
    """Return the map: numbers in its fields, and what each number is below it."""
    count = len(said.levels)
    across = (WIDTH - _LEFT - 10) / count
    shapes = [words(_LEFT, 14, [f"{said.influence} ↑"], bold=True)]
    top = 24.0
    for row, level in enumerate(reversed(said.levels)):
        y = top + row * _CELL
        shapes.append(words(_LEFT - 8, y + _CELL / 2 + 4, [level], anchor="end"))
        for column in range(count):
            shapes.append(box(_LEFT + column * across, y, across, _CELL))
            rank = count - 1 - row
            here = [n for n, a in enumerate(actors) if (a.interest, a.influence) == (column, rank)]
            shapes += _numbers(here, actors, _LEFT + column * across, y)
    y = top + count * _CELL
    for column, level in enumerate(said.levels):
        x = _LEFT + (column + 0.5) * across
        shapes.append(words(x, y + 16, [level], anchor="middle"))
    shapes.append(words(WIDTH - 10, y + 33, [f"{said.interest} →"], anchor="end", bold=True))
    y += _FOOT
    nowhere = [n for n, a in enumerate(actors) if a.interest is None or a.influence is None]
    if nowhere:
        told = lines(said.unknown, _LEFT - 10)
        shapes += [words(0, y + 14, told), *_numbers(nowhere, actors, _LEFT, y - 12)]
        y += max(len(told) * 15, -(-len(nowhere) // _IN_ROW) * _STEP) + 14
    shapes.append(line(0, y, WIDTH, y))
    return _with_legend(actors, said, shapes, y + 8)


def _numbers(here: Sequence[int], actors: Sequence[Placed], x: float, y: float) -> list[str]:
    shapes = []
    for place, number in enumerate(here):
        row, column = divmod(place, _IN_ROW)
        middle, foot = x + 22 + column * _STEP, y + 22 + row * _STEP
        shapes += _mark(number, actors[number], middle, foot)
    return shapes


def _mark(number: int, actor: Placed, x: float, y: float) -> list[str]:
    """Return a number as its group has it: first black, second ringed twice, others plain."""
    first = actor.group == 0
    shapes = [circle(x, y, _RADIUS, fill="black" if first else "white")]
    if actor.group == 1:
        shapes.append(circle(x, y, _RADIUS - 2.5, fill="none"))
    if actor.group is None:
        shapes = [box(x - _RADIUS, y - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)]
    if actor.borderline:
        shapes.append(circle(x, y, _RADIUS + 3, fill="none", dashed=True))
    colour = "white" if first else "black"
    text = words(x, y + 4, [str(number + 1)], anchor="middle", size=11, bold=True, colour=colour)
    return [*shapes, text]


def _with_legend(actors: Sequence[Placed], said: MapWords, shapes: list[str], top: float) -> str:
    feet = [top, top]
    for number, actor in enumerate(actors):
        side = 0 if feet[0] <= feet[1] else 1
        told = lines(f"{actor.name}: {actor.told}", _LEGEND - 45)
        x, foot = side * (_LEGEND + 20), feet[side]
        shapes += [*_mark(number, actor, x + 15, foot + 15), words(x + 36, foot + 19, told)]
        feet[side] = foot + max(32, 15 * len(told) + 8)
    y = max(feet) + 4
    shapes.append(line(0, y, WIDTH, y))
    left, y = 15.0, y + 20
    key = [*enumerate(said.groups), (None, said.ungrouped)]
    for rank, name in key:
        if rank is None and all(a.group is not None for a in actors):
            continue
        sample = Placed("", "", None, None, rank, borderline=False)
        shapes += [*_mark(-1, sample, left, y)[:-1], words(left + 18, y + 4, [name])]
        left += 36 + 8.5 * len(name)
    if any(actor.borderline for actor in actors):
        shapes += [circle(left, y, _RADIUS + 3, fill="none", dashed=True)]
        told = lines(said.borderline, WIDTH - left - 24)
        shapes.append(words(left + 20, y + 4, told))
        y += 15 * (len(told) - 1)
    return drawing(said.title, said.about, y + 20, shapes)
