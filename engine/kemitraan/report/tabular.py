"""How a table is written: in columns where they have room, else row by row as blocks of lines."""

from __future__ import annotations

import textwrap
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from tabulate import tabulate

if TYPE_CHECKING:
    from collections.abc import Sequence

    Rows = Sequence[Sequence[str]]

COLUMNS_FROM: Final = 80
"""A page narrower than this has no columns side by side, names of pairs apart."""
_PAIRS_FROM = 60
_GAP = 2
_INDENT = "  "
MOST_ON_PAPER: Final = 5
"""More columns than these are two letters wide once a page of paper holds them."""
_PAGE = 100
_LEAST_OF_PAGE = 14
"""So wide is a column of a page at least: a word of ten letters at the size of its text."""


def in_text(rows: Rows, headers: Sequence[str], width: int) -> str:
    """Return a table as text that is nowhere wider than `width` and breaks no word.

    Only a word that is longer than a whole line is broken.
    """
    if not rows:
        return ""
    # tabulate sets headers two columns wider than their text.
    heads = [tuple(cell.replace(" ", "__ ") + "__" for cell in headers)] if headers else []
    widths = column_widths([*heads, *rows], width)
    narrow = width < (COLUMNS_FROM if headers else _PAIRS_FROM)
    if narrow or widths is None:
        blocks = [_block(row, headers, width) for row in rows]
        return ("\n\n" if headers else "\n").join(blocks)
    if not headers:
        return "\n".join(_beside(row, widths) for row in rows)
    cells = [[_filled(cell, w) for cell, w in zip(row, widths, strict=True)] for row in rows]
    head = [_filled(cell, max(1, w - _GAP)) for cell, w in zip(headers, widths, strict=True)]
    return tabulate(cells, head, tablefmt="simple", disable_numparse=True, preserve_whitespace=True)


def in_markdown(rows: Rows, headers: Sequence[str], most: int = MOST_ON_PAPER) -> str:
    """Return a table as GitHub Markdown; one of more than `most` columns as a list of its rows.

    The dashes below the headers are as many as the columns are wide: by these a converter to a
    paged document sets the widths.
    """
    if not rows:
        return ""
    count = len(rows[0])
    if count > most:
        return "\n".join(_listed(row, headers) for row in rows)
    head = headers or ("",) * count
    cells = [[cell.replace("|", "\\|") for cell in row] for row in (head, *rows)]
    widths = column_widths(cells, _PAGE) or [_PAGE // count] * count
    lines = [_piped(cells[0]), f"|{'|'.join('-' * max(_LEAST_OF_PAGE, w) for w in widths)}|"]
    return "\n".join([*lines, *map(_piped, cells[1:])])


def column_widths(rows: Rows, width: int) -> list[int] | None:
    """Return how wide each column may be for the table to fit: the widest columns give way.

    None where the longest words of the columns do not fit side by side.
    """
    columns = list(zip(*rows, strict=True))
    widths = [max(1, *(len(cell) for cell in column)) for column in columns]
    words = [
        max((len(w) for cell in column for w in cell.split()), default=1) for column in columns
    ]
    room = width - _GAP * (len(columns) - 1)
    if sum(words) > room:
        return None
    while sum(widths) > room:
        wide = [i for i, w in enumerate(widths) if w > words[i]]
        widths[max(wide, key=lambda i: widths[i])] -= 1
    return widths


def _beside(row: Sequence[str], widths: Sequence[int]) -> str:
    """Return a row without a rule above: a name and what it is, or nothing at all."""
    cells = [
        textwrap.wrap(cell, width, break_on_hyphens=False)
        for cell, width in zip(row, widths, strict=True)
    ]
    lines = zip_longest(*cells, fillvalue="")
    return "\n".join(
        (" " * _GAP).join(f"{c:<{width}}" for c, width in zip(line, widths, strict=True))
        for line in lines
    )


def _block(row: Sequence[str], headers: Sequence[str], width: int) -> str:
    """Return a row as lines: each cell after its header, what is empty left out.

    A row without a name belongs to the one above it, and is set in.
    """
    before = ""
    if headers:
        said = [f"{head}: {cell}" for head, cell in zip(headers, row, strict=True) if cell]
    else:
        name, *others = row
        before = "" if name or not any(others) else _INDENT
        said = [": ".join(filter(None, (name, "; ".join(filter(None, others)))))]
    return "\n".join(
        textwrap.fill(line, width, initial_indent=before, subsequent_indent=before + _INDENT,
                      break_on_hyphens=False)
        for line in said
    )  # fmt: skip


def _listed(row: Sequence[str], headers: Sequence[str]) -> str:
    first, *others = [
        f"{head}: {cell}" if head else cell
        for head, cell in zip(headers or ("",) * len(row), row, strict=True)
        if cell
    ] or [""]
    return "\n".join([f"- {first}", *(f"  - {line}" for line in others)])


def _piped(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _filled(cell: str, width: int) -> str:
    return textwrap.fill(cell, width, break_on_hyphens=False)
