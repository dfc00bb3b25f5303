"""Counts as people write them: 3.072 in Indonesian, 3,072 in English, and 10^20 for the huge."""

from __future__ import annotations

from kemitraan.text import Text

_OVER = Text("lebih dari 10^{power}", "more than 10^{power}")
_HUGE = 10**12


def counted(number: int) -> Text:
    """Return a whole number of at least 0 in both languages."""
    if number >= _HUGE:
        return _OVER.format(power=len(str(number)) - 1)
    english = f"{number:,}"
    return Text(english.replace(",", "."), english)
