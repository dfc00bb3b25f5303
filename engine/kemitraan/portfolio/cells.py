"""Reads the cells of a batch as the profiles of its rows; a row with a fault is set aside.

Each text of a column is read once, as a file that says the same would be.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from kemitraan.fact import Slot
from kemitraan.faults import Fault, Place
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA, fold
from kemitraan.portfolio.rows import Rows
from kemitraan.portfolio.table import bits
from kemitraan.scenario.claims import ClaimReader
from kemitraan.scenario.model import KIND, Actor, Claim
from kemitraan.scenario.values import date, is_stated
from kemitraan.text import Text
from kemitraan.worlds.space import numbers
from kemitraan.yamltree import Document

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.portfolio.headings import Column
    from kemitraan.portfolio.table import Batch

_PRESENT: Final = frozenset(map(fold, ("ya", "yes", "ada", "x", "v", "✓", "√", "1", "true")))
_ABSENT: Final = frozenset(map(fold, ("tidak", "no", "tidak ada", "belum", "belum ada", "0",
                                      "none", "false")))  # fmt: skip
_FEW: Final = 3
_PARTED: Final = re.compile(r"\s*[;,\n]\s*")
_BEYOND = Text("isi di luar kolom yang berjudul: {what}", "cells beyond the headings: {what}")
_ABSENT_YET_TOLD = Text(
    "tidak ikut serta, padahal kolom lain menyebut tingkatnya",
    "it takes no part, but another column tells of it",
)
_ABSENT_FIX = Text("Kosongkan salah satunya", "Clear one of the two")
_IN_COLUMN = Text("kolom {letter}: {what}", "column {letter}: {what}")
_PLACE: Final = Place("")


@dataclass(frozen=True)
class Said:
    """What one text of a column says: claims, or the faults of it."""

    claims: tuple[Claim, ...]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Read:
    """A batch as profiles; `faults` are those of the rows set aside, by row (counted from 0)."""

    rows: Rows
    faults: Mapping[int, tuple[Fault, ...]]


class CellReader:
    """Reads batches of one table."""

    def __init__(self, base: RuleBase, file: str, columns: Sequence[Column]) -> None:
        self.base = base
        self.words = base.vocabulary
        self.file = file
        self.columns = columns
        self._said: dict[tuple[int, str], Said] = {}
        self._cases = {case.id for case in base.study.cases}

    def understood(self, batch: Batch) -> tuple[Column, ...]:
        """Return the columns as the cells of a first batch show them to be meant, and keep to that.

        An office may have a heading by which it means something else, `Produk` say. Where no cell
        of a column can be read, it is carried; but a few, or near misses, are faults.
        """

        def meant(column: Column) -> Column:
            if column.role != "fact" or column.heading == column.word:
                return column
            texts = [t for t in batch.columns[column.place].sets() if is_stated(t)]
            read = [self.said(column, text).faults for text in texts]
            if len(read) < _FEW or not all(read) or any("?" in f.fix.en for r in read for f in r):
                return column
            return replace(column, role="untouched")

        self.columns = tuple(map(meant, self.columns))
        return self.columns

    def read(self, batch: Batch) -> Read:
        """Return the profiles of a batch."""
        said: dict[Slot, dict[tuple[Claim, ...], int]] = defaultdict(dict)
        present: dict[str, int] = defaultdict(int)
        absent: dict[Column, int] = defaultdict(int)
        faults: dict[int, list[Fault]] = defaultdict(list)
        studied = 0
        for place, beyond in batch.beyond.items():
            at = Place(self.file, batch.numbers[place])
            fix = Text(
                "Beri judul kolomnya, atau tanda kutip pada isi yang memuat pemisah",
                "Add the heading, or put cells that hold the separator in quotes",
            )
            faults[place].append(Fault(at, _BEYOND.format(what=beyond), fix=fix))
        for column in self.columns:
            if column.role == "id":
                cells = batch.columns[column.place].sets()
                studied = sum(rows for text, rows in cells.items() if text in self._cases)
            if column.role not in ("fact", "actor", "assessed_on"):
                continue
            for text, rows in batch.columns[column.place].sets().items():
                found = self.said(column, text)
                for fault in found.faults:
                    for row in numbers(rows):
                        at = Place(self.file, batch.numbers[row])
                        faults[row].append(replace(fault, place=at))
                if column.role == "actor" and not (found.claims or found.faults):
                    absent[column] |= rows if is_stated(text) else 0
                if not found.claims:
                    continue
                if column.subject != SENTRA:
                    present[column.subject] |= rows
                slot = found.claims[0].slot
                said[slot][found.claims] = said[slot].get(found.claims, 0) | rows
        for column, rows in absent.items():
            for row in numbers(rows & present[column.subject]):
                at = Place(self.file, batch.numbers[row])
                what = _IN_COLUMN.format(letter=column.letter, what=_ABSENT_YET_TOLD)
                faults[row].append(Fault(at, what, fix=_ABSENT_FIX))
        return Read(self._rows(batch.size, said, present, studied, faults), _frozen(faults))

    def _rows(
        self,
        size: int,
        said: dict[Slot, dict[tuple[Claim, ...], int]],
        present: Mapping[str, int],
        studied: int,
        faults: Mapping[int, list[Fault]],
    ) -> Rows:
        """Return the rows; of one that is set aside nothing is taken as said."""
        good = ((1 << size) - 1) ^ bits(faults, size)
        for kind, rows in present.items():
            said[Slot(KIND, kind)] = {(Claim(KIND, kind, kind, _PLACE),): rows}
        return Rows(
            size,
            {
                slot: tuple(
                    (claims, here) for claims, rows in found.items() if (here := rows & good)
                )
                for slot, found in said.items()
            },
            [
                (Actor(kind, kind, "", _PLACE), rows & good)
                for kind, rows in sorted(present.items())
                if rows & good
            ],
            studied & good,
        )

    def said(self, column: Column, text: str) -> Said:
        """Return what a text says in a column."""
        key = (column.place, text)
        known = self._said.get(key)
        if known is None:
            known = self._said[key] = self._read(column, text)
        return known

    def _read(self, column: Column, text: str) -> Said:
        faults: list[Fault] = []
        claims: tuple[Claim, ...] = ()
        if not is_stated(text):
            return Said(())
        if column.role == "assessed_on":
            date(text, _PLACE, faults)
        elif column.role == "actor":
            claims = self._takes_part(column, text, faults)
        else:
            reader = ClaimReader(Document(self.file, None, 0), self.base, faults)
            of = SENTRA if column.subject == SENTRA else ACTOR
            data = {column.word: self.content(column, text)}
            found = reader.settings(data, (), of, column.subject)
            claims = tuple(claim for setting in found for claim in setting.claims)
        return Said(
            claims,
            tuple(
                replace(f, what=_IN_COLUMN.format(letter=column.letter, what=f.what))
                for f in faults
            ),
        )

    def _takes_part(self, column: Column, text: str, faults: list[Fault]) -> tuple[Claim, ...]:
        if fold(text) in _PRESENT:
            return (Claim(KIND, column.subject, column.subject, _PLACE),)
        if fold(text) not in _ABSENT:
            what = Text(f"'{text}' bukan ya atau tidak", f"'{text}' is no yes or no")
            fix = Text("Tulis ya bila ikut serta", "Write yes where it takes part")
            faults.append(Fault(_PLACE, what, fix=fix))
        return ()

    def content(self, column: Column, text: str) -> Any:
        """Return what a profile would write for a text: several values as a list."""
        attribute = self.words.attributes[self.words.shorthand(column.word) or column.word]
        known = self.words.words_for(attribute.id)
        if self.words.takes_words(attribute.id) or fold(text) in known:
            return text
        parts = [part for part in _PARTED.split(text) if part]
        return parts if attribute.many and len(parts) > 1 else text


def _frozen(faults: Mapping[int, list[Fault]]) -> dict[int, tuple[Fault, ...]]:
    return {row: tuple(found) for row, found in sorted(faults.items())}
