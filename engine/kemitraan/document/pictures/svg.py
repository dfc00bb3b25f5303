"""What pictures are drawn with: texts that keep to their room, boxes, lines, hatches.

Lengths are in pixels, of which a picture is `WIDTH` wide; that is the width of a printed page.
"""

from __future__ import annotations

from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING, Final

from kemitraan.document.plain import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH: Final = 720
SIZE: Final = 12
LINE: Final = 15
"""From one line of text to the next."""
FILLS: Final = ("black", "stripes", "dots", "grid", "white")
"""Ways to fill a shape, told apart without colours; the fills between have patterns."""

_NARROW, _WIDE = frozenset("iljtfrI.,:;'|!()[]/- "), frozenset("mwMWCGOQD%@—…→")
_BOLD: Final = 1.08
_PATTERNS: Final = """\
<pattern id="{key}stripes" width="6" height="6" patternUnits="userSpaceOnUse">\
<rect width="6" height="6" fill="white"/>\
<path d="M-1,1 L1,-1 M0,6 L6,0 M5,7 L7,5" stroke="black" stroke-width="1.4"/></pattern>\
<pattern id="{key}dots" width="5" height="5" patternUnits="userSpaceOnUse">\
<rect width="5" height="5" fill="white"/><circle cx="2.5" cy="2.5" r="0.9"/></pattern>\
<pattern id="{key}grid" width="6" height="6" patternUnits="userSpaceOnUse">\
<rect width="6" height="6" fill="white"/>\
<path d="M0,3 H6 M3,0 V6" stroke="black" stroke-width="0.7"/></pattern>"""


def drawing(title: str, about: str, height: float, shapes: Sequence[str]) -> str:
    """Return a picture; screen readers read its title and what it is about."""
    body = "".join(shapes)
    # Several pictures stand in one page, and names are of the page.
    key = f"p{sha256((title + body).encode()).hexdigest()[:8]}-"
    patterns = _PATTERNS.format(key=key) if "url(#" in body else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 0 {WIDTH + 4} {height:.0f}" '
        f'width="{WIDTH + 4}" height="{height:.0f}" role="img" '
        f'aria-labelledby="{key}title {key}about" '
        "font-family=\"Arial, 'Liberation Sans', Helvetica, sans-serif\" "
        f'font-size="{SIZE}">'
        f'<title id="{key}title">{escape(plain(title))}</title>'
        f'<desc id="{key}about">{escape(plain(about))}</desc>'
        f"<defs>{patterns}</defs>{body.replace('url(#', f'url(#{key}')}</svg>"
    )


def wide(text: str, size: float = SIZE, *, bold: bool = False) -> float:
    """Return about how wide a text is, rather too wide than too narrow."""
    letters = sum(
        0.36 if c in _NARROW else 0.9 if c in _WIDE else 0.7 if c.isupper() else 0.57 for c in text
    )
    return letters * size * (_BOLD if bold else 1)


def lines(text: str, room: float, size: float = SIZE, *, bold: bool = False) -> list[str]:
    """Return a text in lines that keep to their room; only a word too long for one is broken."""
    found = [""]
    for word in plain(text).split():
        longer = f"{found[-1]} {word}".strip()
        if wide(longer, size, bold=bold) <= room:
            found[-1] = longer
            continue
        rest = word
        while wide(rest, size, bold=bold) > room and len(rest) > 1:
            fits = 1
            while wide(rest[: fits + 1], size, bold=bold) <= room:
                fits += 1
            found.append(rest[:fits])
            rest = rest[fits:]
        found.append(rest)
    return [line for line in found if line] or [""]


def words(
    x: float,
    y: float,
    told: Sequence[str],
    *,
    size: float = SIZE,
    anchor: str = "start",
    bold: bool = False,
    colour: str = "black",
) -> str:
    """Return lines of text, the first with its foot at `y`."""
    weight = ' font-weight="bold"' if bold else ""
    return "".join(
        f'<text x="{x:.1f}" y="{y + number * (size + 3):.1f}" font-size="{size}" '
        f'text-anchor="{anchor}" fill="{colour}"{weight}>{escape(line)}</text>'
        for number, line in enumerate(told)
    )


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str = "white",
    dashed: bool = False,
    thick: float = 1,
) -> str:
    """Return a rectangle."""
    dash = ' stroke-dasharray="4 3"' if dashed else ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" '
        f'fill="{_fill(fill)}" stroke="black" stroke-width="{thick}"{dash}/>'
    )


def circle(x: float, y: float, radius: float, *, fill: str = "white", dashed: bool = False) -> str:
    """Return a circle."""
    dash = ' stroke-dasharray="3 2"' if dashed else ""
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{_fill(fill)}" '
        f'stroke="black"{dash}/>'
    )


def line(x: float, y: float, to_x: float, to_y: float, *, dashed: bool = False) -> str:
    """Return a line."""
    dash = ' stroke-dasharray="4 3"' if dashed else ""
    return (
        f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" '
        f'stroke="black" stroke-width="0.8"{dash}/>'
    )


def _fill(name: str) -> str:
    return name if name in ("black", "white", "none") else f"url(#{name})"
