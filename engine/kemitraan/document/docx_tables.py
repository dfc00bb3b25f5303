"""Tables as Word keeps them: fixed widths, heads repeated on each page, rows kept whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from docx.oxml import parse_xml

from kemitraan.document.paper import shares
from kemitraan.document.words import BLANK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

    from kemitraan.report.parts import Grid

_SPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SMALL, _BODY, _TITLE = 17, 20, 24
"""Sizes of letters in half points."""
_NAMES: Final = 0.17
"""The part of a box that the names take."""
_LINES: Final = (
    '<w:bottom w:val="single" w:sz="4" w:color="808080"/>'
    '<w:insideH w:val="single" w:sz="4" w:color="808080"/>'
)
_FRAME: Final = "".join(
    f'<w:{side} w:val="single" w:sz="16" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right")
)


def table_of(grid: Grid, width: int) -> BaseOxmlElement:
    """Return a table of a width in twentieths of a point.

    Where the words do not fit side by side, each row is a cell of lines.
    """
    found = shares(grid)
    if found is None:
        rows = [_row([_paragraphs(_said(grid, row))], [width]) for row in grid.rows]
        return _table(rows, [width], _LINES)
    widths = [int(width * share) for share in found]
    heads = [grid.headers] if grid.headers else []
    rows = [
        *(_row([_text(cell, strong=True) for cell in head], widths, head=True) for head in heads)
    ]
    rows += [
        _row(
            [_text(cell, strong=not grid.headers and not n) for n, cell in enumerate(row)],
            widths,
            by_hand=BLANK in row,
        )
        for row in grid.rows
    ]
    return _table(rows, widths, _LINES)


def boxed(title: str, pairs: Sequence[tuple[str, str]], width: int) -> BaseOxmlElement:
    """Return a framed table: its title, then names with what each is."""
    widths = [int(width * _NAMES), width - int(width * _NAMES)]
    first = _row([_text(title, _TITLE, strong=True)], [width], across=2)
    rows = [
        _row([_text(name, _BODY, strong=True), _text(said, _BODY)], widths) for name, said in pairs
    ]
    return _table([first, *rows], widths, _FRAME)


def _said(grid: Grid, row: Sequence[str]) -> list[tuple[str, str]]:
    heads = grid.headers or ("",) * len(row)
    return [(head, cell) for head, cell in zip(heads, row, strict=True) if cell]


def _table(rows: Sequence[str], widths: Sequence[int], borders: str) -> BaseOxmlElement:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return parse_xml(
        f'<w:tbl xmlns:w="{_SPACE}"><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


_ROOM: Final = '<w:trHeight w:val="450" w:hRule="atLeast"/>'
"""The least height of a row that is written into by hand."""


def _row(
    cells: Sequence[str],
    widths: Sequence[int],
    *,
    head: bool = False,
    by_hand: bool = False,
    across: int = 1,
) -> str:
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    told = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    mark = f"{_ROOM if by_hand else ''}{'<w:tblHeader/>' if head else ''}"
    return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{told}</w:tr>"


def _paragraphs(said: Sequence[tuple[str, str]]) -> str:
    return "".join(
        f"<w:p>{_CLOSE}{_run(f'{head}: ', _SMALL, strong=True) if head else ''}"
        f"{_run(cell, _SMALL)}</w:p>"
        for head, cell in said
    )


_CLOSE: Final = '<w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr>'


def _text(text: str, size: int = _SMALL, *, strong: bool = False) -> str:
    # On paper the cell itself is room to write.
    text = "" if text == BLANK else text
    return f"<w:p>{_CLOSE}{_run(text, size, strong=strong)}</w:p>"


def _run(text: str, size: int, *, strong: bool = False) -> str:
    bold = "<w:b/>" if strong else ""
    return (
        f'<w:r><w:rPr>{bold}<w:sz w:val="{size}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )
