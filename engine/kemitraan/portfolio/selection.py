"""Reads `--select`: the columns that are written, of the table and of the advice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kemitraan.faults import Fault, InputError, Place, unknown
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.portfolio.advice import Head
    from kemitraan.portfolio.headings import Column
    from kemitraan.portfolio.names import Names

PLACE: Final = Place("--select")


def selection(names: Names, words: Sequence[str]) -> tuple[Head | Column, ...]:
    """Return the columns that words name, each once; a word may list several, by commas.

    Raises:
        InputError: words name no column; all these words are listed.
    """
    found: dict[Head | Column, None] = {}
    faults: list[Fault] = []
    for word in (part.strip() for text in words for part in text.split(",")):
        column = names.selected(word)
        if column is not None:
            found[column] = None
        elif word:
            known = [*names.heads, *names.columns]
            listed = ", ".join(dict.fromkeys(head.id for head in names.heads.values()))
            every = Text(f"Judul kolom tabelnya, atau: {listed}",
                         f"A heading of the table, or: {listed}")  # fmt: skip
            faults.append(unknown(PLACE, Text("kolom", "column"), word, known, every, faults))
    if faults:
        raise InputError(faults)
    return tuple(found)
