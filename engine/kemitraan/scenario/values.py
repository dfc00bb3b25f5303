"""Reads the single parts of a scenario: words, figures, years, sources; with near misses named."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from kemitraan.faults import Fault, Place, did_you_mean
from kemitraan.knowledge.vocabulary import fold
from kemitraan.text import Text, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kemitraan.knowledge.rulebase import RuleBase

NOT_STATED = {"", "?", "-", "–", "n/a", "na", "unknown", "tidak_diketahui", "belum_diketahui"}
"""What people write (folded) where they do not know: no fact at all."""

_REFERENCE = re.compile(r"^[SP]-?\d+$", re.IGNORECASE)
_DATE = re.compile(r"^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$")


def is_stated(word: object) -> bool:
    """Tell whether something was stated at all; unknown is no value."""
    return word is not None and not (isinstance(word, str) and fold(word) in NOT_STATED)


def lookup(
    word: str, words: Mapping[str, str], sort: Text, place: Place, faults: list[Fault]
) -> str | None:
    """Return the id that a word (id or label in either language) stands for, or None."""
    found = words.get(fold(word))
    if found is None:
        # Both ids and labels may have been meant; the nearest of either is named.
        near = did_you_mean(nearest(word, words))
        known = ", ".join(dict.fromkeys(words.values()))
        faults.append(
            Fault(
                place,
                Text(f"{sort.id} '{word}' tidak dikenal", f"the {sort.en} '{word}' is unknown"),
                fix=near
                if near.id
                else Text(f"Yang ada: {known}", f"Known: {known}")
                if len(known) < 200
                else Text(
                    "Lihat `kemitraan scenario new` untuk semua atribut",
                    "See `kemitraan scenario new` for all attributes",
                ),
            )
        )
    return found


def figure(word: object, name: str, place: Place, faults: list[Fault]) -> float | None:
    """Return a number; a decimal comma is accepted."""
    try:
        number = float(str(word).replace(",", "."))
        if math.isfinite(number):
            return number
    except ValueError:
        pass
    faults.append(
        Fault(
            place,
            Text(f"'{name}' bukan angka: '{word}'", f"'{name}' is no number: '{word}'"),
            fix=Text("Tulis angka, misalnya 0,8", "Write a number, such as 0.8"),
        )
    )
    return None


def date(word: str, place: Place, faults: list[Fault]) -> str | None:
    """Return a year, year-month or date as it was written."""
    if _DATE.match(word.strip()):
        return word.strip()
    faults.append(
        Fault(
            place,
            Text(f"'{word}' bukan tanggal", f"'{word}' is no date"),
            fix=Text("Tulis 2025, 2025-03 atau 2025-03-14", "Write 2025, 2025-03 or 2025-03-14"),
        )
    )
    return None


def sources(data: object, base: RuleBase, place: Place, faults: list[Fault]) -> tuple[str, ...]:
    """Return the sources of a claim: registered ids, or the reader's own words."""
    items: Iterable[object] = data if isinstance(data, list) else [data]
    found: list[str] = []
    for item in items:
        if not isinstance(item, str) or not item.strip():
            faults.append(
                Fault(
                    place,
                    Text("sumber harus teks", "a source must be a text"),
                    fix=Text(
                        "Tulis S-024, atau nama dokumennya", "Write S-024, or name the document"
                    ),
                )
            )
            continue
        known = base.gloss(item) is not None
        if not known and _REFERENCE.match(item.strip()):
            near = did_you_mean(nearest(item, [*base.statements, *base.practice]))
            faults.append(
                Fault(
                    place,
                    Text(f"sumber '{item}' tidak terdaftar", f"source '{item}' is not registered"),
                    fix=near
                    if near.id
                    else Text(
                        "Sumber lain ditulis dengan namanya", "Other sources are written by name"
                    ),
                )
            )
        found.append(item)
    return tuple(found)
