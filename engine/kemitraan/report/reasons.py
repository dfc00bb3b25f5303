"""The list of conclusions whose reasons can be asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.report import words as w
from kemitraan.report.parts import Grid, Heading, Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.recommendation.model import Entry
    from kemitraan.text import Lang


def reasons_parts(listed: Sequence[Entry], lang: Lang) -> list[Part]:
    """Return the list: the word to ask with, what it means, and the rules that concluded it."""
    rows = tuple((e.conclusion, e.label[lang], ", ".join(e.rules)) for e in listed)
    headers = (w.CONCLUSION[lang], w.MEANING[lang], w.RULES[lang])
    return [Heading(w.WHY_LIST[lang]), Grid(rows, headers)]
