"""Sizes of paper that offices print on, and what fits on a page."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kemitraan.report.parts import Grid

MARGIN: Final = 18
"""Millimetres left free on each side of a page."""
COLUMNS: Final = 104
"""Letters of a table that stand side by side between the margins."""
_BETWEEN: Final = 3
"""Letters of room that a column takes beside its text."""
_SIZES: Final = {"f4": (215, 330), "a4": (210, 297)}


class Paper(StrEnum):
    """A size of paper."""

    F4 = "f4"
    A4 = "a4"

    @property
    def size(self) -> tuple[int, int]:
        """Return width and height in millimetres."""
        return _SIZES[self.value]


def shares(grid: Grid) -> list[float] | None:
    """Return the part of the page that each column of a table gets: as much as it has to say.

    No word is broken; None where the longest words do not fit side by side.
    """
    columns = [*zip(*([grid.headers] if grid.headers else []), *grid.rows, strict=True)]
    words = [max(len(w) for cell in c for w in cell.split() or [""]) for c in columns]
    wanted = [max(map(len, column)) for column in columns]
    said = [sum(map(len, column)) ** 0.5 for column in columns]
    widths = [float(word) for word in words]
    room = COLUMNS - _BETWEEN * len(columns)
    while (rest := room - sum(widths)) > 1:
        open_ = [place for place, width in enumerate(widths) if width < wanted[place]]
        if not open_:
            break
        every = sum(said[place] for place in open_)
        for place in open_:
            more = rest * said[place] / every
            widths[place] = min(wanted[place], widths[place] + more)
    if sum(words) > room:
        return None
    whole = sum(widths) + _BETWEEN * len(widths)
    return [(width + _BETWEEN) / whole for width in widths]
