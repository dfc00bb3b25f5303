"""A proof as a graph in layers: on the left what is concluded, to the right what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kemitraan.document.pictures.svg import WIDTH, box, drawing, line, lines, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP, _LEAST = 26, 118
_SIZE, _STEP = 11, 14
MOST_ENDS: Final = 26
"""How many ends of branches stand below one another on a page."""


@dataclass(frozen=True)
class Ground:
    """What holds, and the grounds it rests on; `stated` is what nobody concluded."""

    text: str
    stated: bool
    below: tuple[Ground, ...] = ()


def cut_to(ground: Ground, depth: int) -> Ground:
    """Return a proof down to some depth."""
    below = tuple(cut_to(one, depth - 1) for one in ground.below) if depth > 1 else ()
    return Ground(ground.text, ground.stated, below)


def depth_of(ground: Ground) -> int:
    """Return how many layers a proof has."""
    return 1 + max(map(depth_of, ground.below), default=0)


def ends(ground: Ground) -> int:
    """Return how many branches of a proof end."""
    return sum(map(ends, ground.below)) or 1


def proof_graph(title: str, about: str, ground: Ground) -> str:
    """Return the graph of a proof; of a deep or broad one the layers that fit a page.

    Concluded is framed thickly, stated thinly; a dashed frame has more behind it.
    """
    layers = min(depth_of(ground), int((WIDTH + _GAP) // (_LEAST + _GAP)))
    while layers > 2 and ends(cut_to(ground, layers)) > MOST_ENDS:
        layers -= 1
    column = (WIDTH - _GAP * (layers - 1)) / layers
    shapes: list[str] = []
    foot, _ = _placed(ground, 0, 2.0, column, layers, shapes)
    return drawing(title, about, foot + 2, shapes)


def _placed(
    ground: Ground, layer: int, top: float, column: float, layers: int, shapes: list[str]
) -> tuple[float, float]:
    """Draw a part of the proof from `top` on; return where it ends, and its middle."""
    x = layer * (column + _GAP)
    told = lines(ground.text, column - 10, _SIZE)
    tall = len(told) * _STEP + 8
    middles = []
    foot = top
    last = layer == layers - 1
    for below in () if last else ground.below:
        foot, middle = _placed(below, layer + 1, foot, column, layers, shapes)
        middles.append(middle)
    middle = (middles[0] + middles[-1]) / 2 if middles else top + tall / 2
    y = max(top, middle - tall / 2)
    shapes += [line(x + column, y + tall / 2, x + column + _GAP, to) for to in middles]
    more = last and bool(ground.below)
    shapes += [
        box(x, y, column, tall, thick=0.7 if ground.stated else 1.8, dashed=more),
        words(x + 5, y + _STEP, told, size=_SIZE),
    ]
    return max(foot, y + tall + 5), y + tall / 2


def in_rows(ground: Ground, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield each step of a proof as a row: what holds, and that it supports."""
    if before:
        yield ground.text, before
    for below in ground.below:
        yield from in_rows(below, ground.text)
