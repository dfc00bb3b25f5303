"""Reads the single parts of a scenario: words, figures, dates, sources; with near misses named."""

from __future__ import annotations

import datetime as dt
import math
import re
from typing import TYPE_CHECKING

from kemitraan.faults import Fault, Place, meant, unknown
from kemitraan.knowledge.vocabulary import fold
from kemitraan.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kemitraan.knowledge.rulebase import RuleBase

NOT_STATED = {"", "?", "–", "n/a", "na", "unknown", "tidak_diketahui", "belum_diketahui"}
"""What people write (folded; a hyphen folds to nothing) where they do not know: no fact at all."""

_TRUTH = {"true": True, "yes": True, "ya": True, "false": False, "no": False, "tidak": False}
# What looks like an id of the register is one, so that a typo is not taken for a document's name.
_REFERENCE = re.compile(r"^[SP]-?\d+$", re.IGNORECASE)
_DATE = re.compile(r"^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$", re.ASCII)
_WHOLE_DATE = 10
_SHORT_LIST = 200


def is_stated(word: object) -> bool:
    """Tell whether something was stated at all; unknown is no value."""
    return word is not None and not (isinstance(word, str) and fold(word) in NOT_STATED)


def lookup(
    word: str,
    words: Mapping[str, str],
    sort: Text,
    place: Place,
    faults: list[Fault],
    told: Text | None = None,
) -> str | None:
    """Return the id that a word (id, label or synonym) stands for, or None with a fault.

    The fault lists what is known: as `told`, or if None the ids.
    """
    found = words.get(fold(word))
    if found is None:
        # Both ids and labels may have been meant; the nearest of either is named.
        known = told or same(", ".join(dict.fromkeys(words.values())))
        listed = (
            Text(f"Yang ada: {known.id}", f"Known: {known.en}")
            if len(known.en) < _SHORT_LIST
            else Text(
                "Lihat `kemitraan scenario new` untuk semua atribut",
                "See `kemitraan scenario new` for all attributes",
            )
        )
        faults.append(unknown(place, sort, word, words, listed, faults))
    return found


def number(word: object) -> float | None:
    """Return a finite number, written with a decimal point or comma, or None."""
    try:
        found = float(str(word).strip().replace(",", "."))
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def date(word: object, place: Place, faults: list[Fault]) -> str | None:
    """Return a year, year-month or date as it was written, or None with a fault."""
    text = str(word).strip()
    if _DATE.match(text):
        try:
            if len(text) == _WHOLE_DATE:
                dt.date.fromisoformat(text)
        except ValueError:
            pass
        else:
            return text
    what = Text(f"'{text}' bukan tanggal", f"'{text}' is no date")
    fix = Text("Tulis 2025, 2025-03 atau 2025-03-14", "Write 2025, 2025-03 or 2025-03-14")
    faults.append(Fault(place, what, fix=fix))
    return None


def truth(word: object, name: str, place: Place, faults: list[Fault]) -> bool:
    """Return yes or no; False with a fault where it is neither."""
    found = _TRUTH.get(fold(str(word)))
    if found is None:
        what = Text(
            f"'{name}' bukan ya atau tidak: '{word}'", f"'{name}' is no yes or no: '{word}'"
        )
        fix = Text("Tulis ya atau tidak", "Write yes or no")
        faults.append(Fault(place, what, fix=fix))
    return bool(found)


def source(item: object, base: RuleBase, place: Place, faults: list[Fault]) -> str | None:
    """Return a source of a claim: a registered id, or the name of a document."""
    if not isinstance(item, str) or not is_stated(item):
        what = Text("sumber harus teks", "a source must be a text")
        fix = Text("Tulis S-024, atau nama dokumennya", "Write S-024, or name the document")
        faults.append(Fault(place, what, fix=fix))
        return None
    if base.gloss(item) is None and _REFERENCE.match(item.strip()):
        what = Text(f"sumber '{item}' tidak terdaftar", f"source '{item}' is not registered")
        by_name = Text("Sumber lain ditulis dengan namanya", "Other sources are written by name")
        # Another number is another source: only how it is spelt is put right.
        known = (one for one in (*base.statements, *base.practice) if _spelt(one) == _spelt(item))
        faults.append(Fault(place, what, fix=meant(item, known, by_name, faults)))
        return None
    return item


def _spelt(reference: str) -> str:
    return reference.strip().casefold().replace("-", "")
