"""The list of conclusions whose reasons can be asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.report import words as w
from kemitraan.report.parts import Heading, Lines, Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.knowledge.shown import Shown
    from kemitraan.recommendation.model import Entry
    from kemitraan.text import Lang


def reasons_parts(shown: Shown, listed: Sequence[Entry], lang: Lang) -> list[Part]:
    """Return the list by section: the word to ask with, what it means, its rules."""
    parts: list[Part] = [Heading(w.WHY_LIST[lang], 1)]
    for section in dict.fromkeys(shown.section_of.values()):
        lines = tuple(
            f"{entry.conclusion}  {entry.label[lang]} ({', '.join(entry.rules)})"
            for entry in listed
            if shown.section_of[_attribute(entry.conclusion)] == section
        )
        if lines:
            parts.extend([Heading(w.SECTION[section][lang]), Lines(lines, bulleted=True)])
    return parts


def _attribute(conclusion: str) -> str:
    return conclusion.partition("=")[0].rpartition(".")[2]
