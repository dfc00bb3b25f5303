"""What is written in a cell of a spreadsheet, as the text that a profile would say."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from kemitraan.knowledge.vocabulary import fold

_MONTHS = (
    "januari january jan", "februari february feb", "maret march mar", "april apr", "mei may",
    "juni june jun", "juli july jul", "agustus august agu agt aug", "september sep sept",
    "oktober october okt oct", "november nov", "desember december des dec",
)  # fmt: skip
_MONTH = {word: at for at, names in enumerate(_MONTHS, 1) for word in names.split()}
_DAY_FIRST = re.compile(r"(?:(\d{1,2})[/.\-])?(\d{1,2})[/.\-](\d{4})", re.ASCII)
_WITH_MONTH = re.compile(r"(?:(\d{1,2})\s+)?([^\W\d]+)\.?\s+(\d{4})", re.ASCII)
_MONEY = re.compile(r"(?:rp\.?|idr)\s*", re.IGNORECASE)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?", re.ASCII)
_EITHER = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)
_CENT = 100


def text_of(value: Any, number_format: str = "") -> str:
    """Return the content of a cell as text; a number shown as per cent is one of per cent."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        if number_format.endswith("%"):
            return f"{_plain(round(float(value) * _CENT, 9))}%"
        return _plain(value)
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()[:10]
    return str(value)


def _plain(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def date_of(text: str) -> str:
    """Return a date of any usual order (day first) as a profile has it; else the text."""
    written = text.strip()
    if found := _DAY_FIRST.fullmatch(written):
        day, month, year = found.groups()
        return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    found = _WITH_MONTH.fullmatch(written)
    if found and (at := _MONTH.get(fold(found[2]))):
        return f"{found[3]}-{at:02}" + (f"-{int(found[1]):02}" if found[1] else "")
    return written


def figure_of(text: str) -> tuple[str, bool]:
    """Return a number as it is written in a profile, and whether it may be read in two ways.

    `Rp 1.250.000,00` is 1250000.00. `1.250` may be either; with a currency, or a decimal comma
    behind it, it is not.
    """
    bare = _MONEY.sub("", text.strip(), count=1) if _MONEY.match(text.strip()) else text.strip()
    if bare == text.strip() and _EITHER.fullmatch(bare):
        return bare, True
    return (bare.replace(".", "") if _THOUSANDS.fullmatch(bare) else bare), False
