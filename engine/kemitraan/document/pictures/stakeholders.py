"""The map of stakeholders: interest across, influence upwards, who may move dashed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kemitraan.document.pictures.svg import (
    LINE,
    WIDTH,
    box,
    circle,
    drawing,
    line,
    lines,
    wide,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEFT, _LEAST, _RADIUS, _STEP = 110, 48, 11, 32
_FOOT: Final = 46
_LEGENDS: Final = 3


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
    across = (WIDTH - _LEFT - 2) / count
    shapes = [words(_LEFT, 14, [f"{said.influence} ↑"], bold=True)]
    y = 24.0
    for rank in reversed(range(count)):
        fields = [
            [n for n, a in enumerate(actors) if (a.interest, a.influence) == (column, rank)]
            for column in range(count)
        ]
        tall = max(_LEAST, *(_tall(len(field), across) for field in fields))
        level = lines(said.levels[rank], _LEFT - 16)
        shapes.append(words(_LEFT - 8, y + tall / 2 + 4, level, anchor="end"))
        for column, field in enumerate(fields):
            x = _LEFT + column * across
            shapes += [box(x, y, across, tall), *_numbers(field, actors, x, y, across)]
        y += tall
    for column, level_name in enumerate(said.levels):
        x = _LEFT + (column + 0.5) * across
        shapes.append(words(x, y + 16, lines(level_name, across - 8), anchor="middle"))
    shapes.append(words(WIDTH - 2, y + 36, [f"{said.interest} →"], anchor="end", bold=True))
    y += _FOOT
    nowhere = [n for n, a in enumerate(actors) if a.interest is None or a.influence is None]
    if nowhere:
        told = lines(said.unknown, _LEFT - 10)
        shapes += [
            words(0, y + 26, told),
            *_numbers(nowhere, actors, _LEFT, y, WIDTH - _LEFT),
        ]
        y += max(len(told) * LINE + 16, _tall(len(nowhere), WIDTH - _LEFT))
    shapes.append(line(0, y, WIDTH, y))
    return _with_legend(actors, said, shapes, y + 8)


def _in_row(room: float) -> int:
    """Return how many numbers stand side by side."""
    return max(1, int((room - 14) // _STEP))


def _tall(count: int, room: float) -> float:
    """Return how high a field is that holds so many numbers."""
    return -(-count // _in_row(room)) * _STEP + 14


def _numbers(
    here: Sequence[int], actors: Sequence[Placed], x: float, y: float, room: float
) -> list[str]:
    shapes = []
    for place, number in enumerate(here):
        row, column = divmod(place, _in_row(room))
        shapes += _mark(number, actors[number], x + 22 + column * _STEP, y + 22 + row * _STEP)
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
    feet = [top] * _LEGENDS
    room = WIDTH / _LEGENDS
    for number, actor in enumerate(actors):
        side = feet.index(min(feet))
        told = lines(f"{actor.name}: {actor.told}", room - 42)
        x, foot = side * room, feet[side]
        shapes += [*_mark(number, actor, x + 15, foot + 15), words(x + 36, foot + 19, told)]
        feet[side] = foot + max(30, 15 * len(told) + 8)
    y = max(feet) + 4
    shapes.append(line(0, y, WIDTH, y))
    left, y = 15.0, y + 20
    for rank, name in (*enumerate(said.groups), (None, said.ungrouped)):
        if rank is None and all(actor.group is not None for actor in actors):
            continue
        sample = Placed("", "", None, None, rank, borderline=False)
        shapes += [*_mark(-1, sample, left, y)[:-1], words(left + 18, y + 4, [name])]
        left += wide(name) + 48
    if any(actor.borderline for actor in actors):
        if left > WIDTH / 2:
            left, y = 15.0, y + _STEP
        shapes.append(circle(left, y, _RADIUS + 3, fill="none", dashed=True))
        told = lines(said.borderline, WIDTH - left - 24)
        shapes.append(words(left + 20, y + 4, told))
        y += LINE * (len(told) - 1)
    return drawing(said.title, said.about, y + 20, shapes)
