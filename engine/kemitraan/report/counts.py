"""Counts and shares as people write them: 3.072 in Indonesian, 3,072 in English, <1 %."""

from __future__ import annotations

from kemitraan.text import Text

_OVER = Text("lebih dari 10^{power}", "more than 10^{power}")
_HUGE = 10**12
# A line is never broken between a figure and its sign.
_JOINED = "\u00a0"


def counted(number: int) -> Text:
    """Return a whole number of at least 0 in both languages."""
    if number >= _HUGE:
        return _OVER.format(power=len(str(number)) - 1)
    english = f"{number:,}"
    return Text(english.replace(",", "."), english)


def figure(number: float) -> Text:
    """Return a measured number: 72,5 in Indonesian, 72.5 in English."""
    english = f"{number:.10g}"
    return Text(english.replace(".", ","), english)


def numbered(number: int, one: Text, many: Text) -> Text:
    """Return a text with a number in it, in the words for one or for any other number."""
    return (one if number == 1 else many).format(n=counted(number))


def percent(number: int, of: int) -> str:
    """Return a share in whole per cent; only none is 0 %, only all is 100 %."""
    if 0 < number * 200 < of:
        return f"<1{_JOINED}%"
    if 0 < (of - number) * 200 < of:
        return f">99{_JOINED}%"
    return f"{(number * 200 + of) // (2 * of)}{_JOINED}%"
