"""The whole document as parts: of one sentra, or of several that are compared in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.document.annex import Annex
from kemitraan.document.front import Front
from kemitraan.document.several import several
from kemitraan.progress import steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.case import Case
    from kemitraan.report.parts import Part
    from kemitraan.text import Lang


def contents(named: Sequence[tuple[str, Case]], lang: Lang) -> list[Part]:
    """Return the document about these cases, each under the name that was typed for it."""
    fronts = [Front(case, lang, name) for name, case in named]
    parts = several(fronts, lang) if len(fronts) > 1 else []
    for front in steps(fronts, len(fronts)):
        parts += [*front.front(), *Annex(front).parts()]
    return parts
