"""A table as it is read: its headings, and its rows in batches, column by column, all as text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

from kemitraan.faults import Fault, InputError, Place
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

BATCH: Final = 2**16
"""How many rows are looked at at once: their sets are small enough for the processor's cache."""
MOST_COLUMNS: Final = 1_000
MOST_ROWS: Final = 5_000_000
LOOKED_AT: Final = 20
"""So many rows may stand above the headings: titles, blank lines."""
_FEW: Final = 200


class Cells(Protocol):
    """One column of a batch."""

    def sets(self) -> dict[str, int]:
        """Return every text of the column, each with its rows; blanks are left out."""

    def texts(self) -> list[str]:
        """Return the column row by row."""


class Listed:
    """A column given as a list of texts."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts

    def sets(self) -> dict[str, int]:
        """Return every text of the column, each with its rows; blanks are left out."""
        distinct = sorted(set(self._texts))
        if len(distinct) > _FEW:
            return self._one_by_one()
        signs = {text: chr(0xA1 + place) for place, text in enumerate(distinct)}
        # The first row is the lowest bit, the last digit of a number.
        written = "".join(map(signs.__getitem__, reversed(self._texts)))
        blank = dict.fromkeys(map(ord, signs.values()), "0")
        return {
            text: int(written.translate(blank | {ord(sign): "1"}), 2)
            for text, sign in signs.items()
            if text
        }

    def _one_by_one(self) -> dict[str, int]:
        rows: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(self._texts):
            if text:
                rows[text].append(number)
        return {text: bits(found, len(self._texts)) for text, found in sorted(rows.items())}

    def texts(self) -> list[str]:
        """Return the column row by row."""
        return self._texts


def bits(numbers: Iterable[int], size: int) -> int:
    """Return the set of these rows, of so many."""
    marked = bytearray((size + 7) // 8)
    for number in numbers:
        marked[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(marked, "little")


@dataclass(frozen=True)
class Batch:
    """Some rows: their numbers in the file, and their cells column by column.

    `beyond` holds, for a row (counted from 0) of more cells than headings, what the others hold.
    """

    numbers: Sequence[int]
    columns: Sequence[Cells]
    beyond: Mapping[int, str] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Return how many rows these are."""
        return len(self.numbers)


@dataclass(frozen=True)
class Table:
    """A table: where it is from (as the user named it), its headings, its rows.

    `line` is the row of the headings; `batches` reads the rows from the start; `count` tells about
    how many there are; `separator` parts cells, should they be written as CSV again.
    """

    file: str
    line: int
    headings: tuple[str, ...]
    batches: Callable[[], Iterator[Batch]]
    count: int
    separator: str = ";"


def in_batches(rows: Iterable[tuple[int, Sequence[str]]], width: int) -> Iterator[Batch]:
    """Yield rows in batches; short ones are filled up, blank ones left out."""
    numbers: list[int] = []
    held: list[Sequence[str]] = []
    for number, row in rows:
        if not any(row):
            continue
        numbers.append(number)
        held.append(row)
        if len(held) == BATCH:
            yield _batch(numbers, held, width)
            numbers, held = [], []
    if held:
        yield _batch(numbers, held, width)


def _batch(numbers: list[int], rows: list[Sequence[str]], width: int) -> Batch:
    blank = [""] * width
    filled = [row if len(row) == width else [*row, *blank][:width] for row in rows]
    beyond = {
        place: "; ".join(filter(None, row[width:]))
        for place, row in enumerate(rows)
        if len(row) > width and any(row[width:])
    }
    columns = [Listed(list(column)) for column in zip(*filled, strict=True)]
    return Batch(numbers, columns, beyond)


def head_of(
    rows: Sequence[Sequence[str]], score: Callable[[Sequence[str]], int]
) -> tuple[int, int]:
    """Return the place of the row of headings among the first, and of the row after it.

    It is the one with most headings that mean something. Numbers of columns below it are no row.
    """
    best = max(range(len(rows)), key=lambda place: (score(rows[place]), -place))
    after = best + 1
    if after < len(rows):
        stated = [cell.strip("()") for cell in rows[after] if cell]
        if len(stated) > 1 and stated == [str(n) for n in range(1, len(stated) + 1)]:
            after += 1
    return best, after


def refused(file: str, what: Text, fix: Text, line: int = 0) -> InputError:
    """Return the error of a file that is no table that can be read."""
    return InputError([Fault(Place(file, line), what, fix=fix)])


def too_wide(file: str, width: int) -> InputError:
    """Return the error of a table of too many columns."""
    what = Text(f"{width} kolom, paling banyak {MOST_COLUMNS}",
                f"{width} columns, at most {MOST_COLUMNS}")  # fmt: skip
    fix = Text("Hapus kolom yang tidak dipakai", "Delete the columns not used")
    return refused(file, what, fix)


def too_long(file: str) -> InputError:
    """Return the error of a table of too many rows."""
    what = Text(f"lebih dari {MOST_ROWS} baris", f"more than {MOST_ROWS} rows")
    fix = Text("Bagi menjadi beberapa berkas", "Part it into several files")
    return refused(file, what, fix)


def no_rows(file: str) -> InputError:
    """Return the error of a table without rows."""
    what = Text("tidak ada sentra di bawah judul kolom",
                "there is no sentra below the headings")  # fmt: skip
    fix = Text("Tulis satu sentra tiap baris", "Write a sentra a row")
    return refused(file, what, fix)
