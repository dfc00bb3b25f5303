"""The parts a report is made of, and how they are written: as text of a width, as Markdown."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tabulate import tabulate

from kemitraan.report.tree import Node, drawn, nested
from kemitraan.text import harmless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

PIPED_WIDTH = 100
_NARROWEST = 8
_GAP = 2


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the title of the report."""

    text: str
    level: int = 2

    def each(self, change: Callable[[str], str]) -> Heading:
        """Return the heading with its text changed."""
        return Heading(change(self.text), self.level)


@dataclass(frozen=True)
class Lines:
    """Paragraphs, each wrapped; `bulleted` makes a list of them."""

    lines: tuple[str, ...]
    bulleted: bool = False

    def each(self, change: Callable[[str], str]) -> Lines:
        """Return the paragraphs with their texts changed."""
        return Lines(tuple(map(change, self.lines)), self.bulleted)


@dataclass(frozen=True)
class Grid:
    """A table. Without headers it is a list of pairs: a name and what it is."""

    rows: tuple[tuple[str, ...], ...]
    headers: tuple[str, ...] = ()

    def each(self, change: Callable[[str], str]) -> Grid:
        """Return the table with the texts of its cells changed."""
        rows = tuple(tuple(map(change, row)) for row in self.rows)
        return Grid(rows, tuple(map(change, self.headers)))


Part = Heading | Lines | Grid | Node
"""A part of a report. Its texts may hold what a stranger wrote: how they are written, here, sees
to it that none of them acts on a terminal or makes a structure of its own."""

_SPACES = str.maketrans(dict.fromkeys("\t\n\v\f\r", " "))
# What Markdown would take for code, HTML, a link or its target.
_MARKUP = re.compile(r"[\\`]|<(?=[A-Za-z/!?])|(?<=\])[(:]")
# What at the beginning of a line makes it a heading, quotation, list, rule, or the fence of code.
_START = re.compile(r"#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|([-_*=~])(?: *\1){2}")
_NUMBER = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))")


def width_of_output() -> int:
    """Return the columns to fill: those of the terminal, or a fixed number when piped."""
    if sys.stdout.isatty():
        return max(60, shutil.get_terminal_size((PIPED_WIDTH, 24)).columns)
    return PIPED_WIDTH


def as_text(parts: Iterable[Part], width: int) -> str:
    """Return the parts as text that is nowhere wider than `width`."""
    parts = [part.each(as_line) for part in parts]
    written: list[str] = []
    for part in parts:
        match part:
            case Heading(text, 1):
                written.append(f"{_wrapped(text, width)}\n{'=' * min(len(text), width)}")
            case Heading(text, _):
                written.append(f"{_wrapped(text, width)}\n{'-' * min(len(text), width)}")
            case Lines(lines, bulleted):
                marked = [_wrapped(line, width, "- " if bulleted else "") for line in lines]
                written.append("\n".join(marked))
            case Grid():
                written.append(_table(part, width))
            case Node():
                written.append(drawn(part, width))
    return _joined(written, parts)


def as_markdown(parts: Iterable[Part]) -> str:
    """Return the parts as GitHub Markdown."""
    written: list[str] = []
    for part in (part.each(in_markdown) for part in parts):
        match part:
            case Heading(text, level):
                written.append(f"{'#' * level} {text}")
            case Lines(lines, bulleted):
                written.append(("\n" if bulleted else "\n\n").join(
                    f"- {begun(line)}" if bulleted else begun(line) for line in lines
                ))  # fmt: skip
            case Grid(rows, headers):
                escaped = [[cell.replace("|", "\\|") for cell in row] for row in rows]
                head = headers or ("",) * (len(rows[0]) if rows else 1)
                written.append(tabulate(escaped, head, tablefmt="github", disable_numparse=True))
            case Node():
                written.append(nested(part.each(begun)))
    return "\n\n".join(written) + "\n"


def as_line(text: str) -> str:
    """Return a text as one line in which nothing acts on a terminal."""
    return harmless(text.translate(_SPACES))


def in_markdown(text: str) -> str:
    """Return a text as one line that Markdown shows as it is (emphasis apart)."""
    return _MARKUP.sub(r"\\\g<0>", as_line(text))


def begun(line: str) -> str:
    """Return a line of Markdown that is a paragraph or an item, whatever it begins with."""
    line = line.lstrip()
    return f"\\{line}" if _START.match(line) else _NUMBER.sub(r"\1\\", line)


def _joined(written: Sequence[str], parts: Iterable[Part]) -> str:
    """Join the parts: a heading stands directly above what it heads."""
    text = ""
    for piece, part in zip(written, parts, strict=True):
        text += piece + ("\n" if isinstance(part, Heading) and part.level > 1 else "\n\n")
    return "\n".join(line.rstrip() for line in text.rstrip().split("\n")) + "\n"


def _wrapped(text: str, width: int, mark: str = "") -> str:
    return textwrap.fill(
        text,
        width,
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_on_hyphens=False,
    )


def _table(grid: Grid, width: int) -> str:
    if not grid.rows:
        return ""
    # tabulate sets headers two columns wider than their text.
    heads = [tuple(cell.replace(" ", "__ ") + "__" for cell in grid.headers)]
    widths = column_widths([*heads, *grid.rows] if grid.headers else grid.rows, width)
    rows = [[_filled(cell, w) for cell, w in zip(row, widths, strict=True)] for row in grid.rows]
    headers = [
        _filled(cell, max(1, w - _GAP)) for cell, w in zip(grid.headers, widths, strict=False)
    ]
    style = "simple" if grid.headers else "plain"
    return tabulate(rows, headers, tablefmt=style, disable_numparse=True, preserve_whitespace=True)


def _filled(cell: str, width: int) -> str:
    return textwrap.fill(cell, width, break_on_hyphens=False)


def column_widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return how wide each column may be for the table to fit: the widest columns give way."""
    columns = list(zip(*rows, strict=True))
    widths = [max(1, *(len(cell) for cell in column)) for column in columns]
    words = [
        max((len(w) for cell in column for w in cell.split()), default=1) for column in columns
    ]
    room = width - _GAP * (len(columns) - 1)
    narrowest = max(_GAP + 1, min(_NARROWEST, room // len(columns)))
    while sum(widths) > room:
        wide = [i for i, w in enumerate(widths) if w > narrowest]
        if not wide:
            break
        # Words are broken only where every column that may give way is down to its longest word.
        widths[max(wide, key=lambda i: (widths[i] > words[i], widths[i]))] -= 1
    return widths
