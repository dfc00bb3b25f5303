"""Reads CSV as offices write it: `;`, `,` or tabs, in UTF-8 or in the code page of Windows."""

from __future__ import annotations

import codecs
import csv
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Final

from kemitraan.portfolio.table import (
    LOOKED_AT,
    MOST_COLUMNS,
    MOST_ROWS,
    Table,
    head_of,
    in_batches,
    no_rows,
    refused,
    too_long,
    too_wide,
)
from kemitraan.regular import open_regular
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

_MOST_LETTERS: Final = 131_072
_CHUNK: Final = 2**20
_SEPARATORS: Final = ";,\t"
_SAVE = Text(
    "Simpan ulang dari Excel sebagai “CSV UTF-8”", "Save it again from Excel as “CSV UTF-8”"
)


def csv_table(path: Path, score: Callable[[Sequence[str]], int]) -> Table:
    """Return the table of a CSV file; `score` tells how many of some cells are known headings.

    Raises:
        InputError: it is no text in an encoding that is known, or no table.
    """
    file = str(path)
    encoding, lines = _encoding(path)
    separator = _separator(path, encoding)
    first = list(islice(_rows(path, encoding, separator), LOOKED_AT))
    if not any(any(row) for _, row in first):
        raise no_rows(file)
    head, after = head_of([row for _, row in first], score)
    headings = list(first[head][1])
    while headings and not headings[-1]:
        headings.pop()
    if len(headings) > MOST_COLUMNS:
        raise too_wide(file, len(headings))
    number = first[after][0] if after < len(first) else None
    if number is None:
        raise no_rows(file)

    def rows() -> Iterator[tuple[int, Sequence[str]]]:
        for count, (line, row) in enumerate(_rows(path, encoding, separator)):
            if count > MOST_ROWS:
                raise too_long(file)
            if line >= number:
                yield line, row

    return Table(
        file,
        first[head][0],
        tuple(headings),
        lambda: in_batches(rows(), len(headings)),
        lines,
        separator,
    )


def _encoding(path: Path) -> tuple[str, int]:
    """Return the encoding of a file, and how many lines it has."""
    decoders = {"utf-8-sig": _decoder("utf-8-sig"), "cp1252": _decoder("cp1252")}
    lines = 0
    with open_regular(path) as file:
        while chunk := file.read(_CHUNK):
            if b"\0" in chunk:
                what = Text("bukan teks biasa (UTF-16 atau berkas biner)",
                            "no plain text (UTF-16 or a binary file)")  # fmt: skip
                raise refused(str(path), what, _SAVE)
            lines += chunk.count(b"\n")
            for name in list(decoders):
                try:
                    decoders[name].decode(chunk)
                except UnicodeDecodeError:
                    del decoders[name]
    for name in list(decoders):
        try:
            decoders[name].decode(b"", final=True)
        except UnicodeDecodeError:
            del decoders[name]
    if not decoders:
        what = Text("hurufnya tidak terbaca: bukan UTF-8, bukan pula Windows-1252",
                    "its letters cannot be read: neither UTF-8 nor Windows-1252")  # fmt: skip
        raise refused(str(path), what, _SAVE)
    return next(iter(decoders)), lines


def _decoder(name: str) -> codecs.IncrementalDecoder:
    return codecs.getincrementaldecoder(name)("strict")


def _separator(path: Path, encoding: str) -> str:
    """Return what parts the cells: the separator that most of the first lines have most of."""
    with path.open(encoding=encoding, newline="") as file:
        read = (file.readline(_MOST_LETTERS) for _ in range(LOOKED_AT))
        lines = [line for line in read if line.strip()]

    def held(separator: str) -> tuple[int, int]:
        counts = []
        # What cannot be read is told of when the rows are read.
        with suppress(csv.Error):
            counts += [len(row) for row in csv.reader(lines, delimiter=separator)]
        return sum(count > 1 for count in counts), max(counts, default=0)

    return max(_SEPARATORS, key=held)


def _rows(path: Path, encoding: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows, each with its number, as a spreadsheet counts them."""
    with path.open(encoding=encoding, newline="") as file:
        reader = csv.reader(file, delimiter=separator)
        number = 0
        while True:
            number += 1
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error:
                what = Text(f"isi sel lebih dari {_MOST_LETTERS} huruf; ada tanda kutip yang tidak "
                            "ditutup?",
                            f"a cell of more than {_MOST_LETTERS} letters; is a quote left "
                            "open?")  # fmt: skip
                fix = Text("Periksa tanda kutip pada baris itu", "Check the quotes on that row")
                raise refused(str(path), what, fix, number) from None
            yield number, [cell.strip() for cell in row]
