"""The parts a report is made of, and how they are written: as text of a width, as Markdown."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kemitraan.report import tabular
from kemitraan.report.tree import Node, drawn, nested
from kemitraan.text import harmless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

# Bold, and bold in a colour that is read on black and on white.
_STRONG, _HEADING = "1", "1;36"
PIPED_WIDTH = 100
NARROWEST = 40


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
    """Paragraphs, each wrapped; `bulleted` makes a list of them, `strong` stands out."""

    lines: tuple[str, ...]
    bulleted: bool = False
    strong: bool = False

    def each(self, change: Callable[[str], str]) -> Lines:
        """Return the paragraphs with their texts changed."""
        return replace(self, lines=tuple(map(change, self.lines)))


@dataclass(frozen=True)
class Grid:
    """A table. Without headers it is a list of pairs: a name and what it is."""

    rows: tuple[tuple[str, ...], ...]
    headers: tuple[str, ...] = ()

    def each(self, change: Callable[[str], str]) -> Grid:
        """Return the table with the texts of its cells changed."""
        rows = tuple(tuple(map(change, row)) for row in self.rows)
        return Grid(rows, tuple(map(change, self.headers)))


@dataclass(frozen=True)
class Box:
    """What stands out from the page, framed: a title, and names with what each is."""

    title: str
    rows: tuple[tuple[str, str], ...]

    def each(self, change: Callable[[str], str]) -> Box:
        """Return the box with its texts changed."""
        return Box(change(self.title), tuple((change(a), change(b)) for a, b in self.rows))


@dataclass(frozen=True)
class Picture:
    """A drawing (`svg`, a whole element) with its caption, and the table that says the same.

    Where a drawing cannot be shown, the table alone is.
    """

    caption: str
    svg: str
    behind: Grid

    def each(self, change: Callable[[str], str]) -> Picture:
        """Return the picture with its caption and the texts of its table changed."""
        return Picture(change(self.caption), self.svg, self.behind.each(change))


Part = Heading | Lines | Grid | Node | Box | Picture
"""A part of a report. Its texts may hold what a stranger wrote: how they are written, here, sees
to it that none of them acts on a terminal or makes a structure of its own."""

_SPACES = str.maketrans(dict.fromkeys("\t\n\v\f\r", " "))
# What Markdown would take for code, HTML, a link or its target.
_MARKUP = re.compile(r"[\\`]|<(?=[A-Za-z/!?])|(?<=\])[(:]")
# What at the beginning of a line makes it a heading, quotation, list, rule, or the fence of code.
_START = re.compile(r"#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|([-_*=~])(?: *\1){2}")
_NUMBER = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))")


def width_of_output(*, to_file: bool = False) -> int:
    """Return the columns to fill: those `COLUMNS` names, of the terminal, or a fixed number."""
    columns = shutil.get_terminal_size((PIPED_WIDTH, 24)).columns
    if to_file and not os.environ.get("COLUMNS", "").isdecimal():
        columns = PIPED_WIDTH
    return max(NARROWEST, columns)


def colours() -> bool:
    """Tell whether standard output shows emphasis: a terminal that can, and a reader who wants."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout.isatty()


def as_text(parts: Iterable[Part], width: int, *, colour: bool = False) -> str:
    """Return the parts as text that is nowhere wider than `width`.

    With `colour`, what stands out on a terminal does: nothing is said by it alone.
    """
    parts = [part.each(as_line) for part in parts]
    written: list[str] = []
    for part in parts:
        match part:
            case Heading(text, level):
                line = ("=" if level == 1 else "-") * min(len(text), width)
                written.append(f"{_shown(_wrapped(text, width), _HEADING, colour)}\n{line}")
            case Lines(lines, bulleted, strong):
                marked = [_wrapped(line, width, "- " if bulleted else "") for line in lines]
                written.append(_shown("\n".join(marked), _STRONG if strong else "", colour))
            case Grid(rows, headers):
                written.append(tabular.in_text(rows, headers, width))
            case Node():
                written.append(drawn(part, width))
            case Box(title, rows):
                said = f"{_shown(_wrapped(title, width), _STRONG, colour)}\n"
                written.append(said + tabular.in_text(rows, (), width))
            case Picture(caption, _, behind):
                table = tabular.in_text(behind.rows, behind.headers, width)
                written.append(f"{_wrapped(caption, width)}\n\n{table}")
    return _joined(written, parts)


def _shown(text: str, code: str, colour: bool) -> str:
    """Return lines in a colour, each by itself: a pager shows them one by one."""
    if not (colour and code):
        return text
    return "\n".join(f"\x1b[{code}m{line}\x1b[0m" for line in text.split("\n"))


def as_markdown(parts: Iterable[Part], most_columns: int = tabular.MOST_ON_PAPER) -> str:
    """Return the parts as GitHub Markdown; tables of more columns are lists of their rows."""
    written: list[str] = []
    for part in (part.each(in_markdown) for part in parts):
        match part:
            case Heading(text, level):
                written.append(f"{'#' * level} {text}")
            case Lines(lines, bulleted, _):
                written.append(("\n" if bulleted else "\n\n").join(
                    f"- {begun(line)}" if bulleted else begun(line) for line in lines
                ))  # fmt: skip
            case Grid(rows, headers):
                written.append(tabular.in_markdown(rows, headers, most_columns))
            case Node():
                written.append(nested(part.each(begun)))
            case Box(title, rows):
                written.append(f"**{title}**\n\n{tabular.in_markdown(rows, ())}")
            case Picture(caption, _, behind):
                table = tabular.in_markdown(behind.rows, behind.headers)
                written.append(f"{begun(caption)}\n\n{table}")
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
