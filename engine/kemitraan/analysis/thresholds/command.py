"""`thresholds`: how far measured figures and their cut-offs can move."""

from __future__ import annotations

from kemitraan.command.request import Asked, about_a_sentra


@about_a_sentra
def thresholds(
    asked: Asked,
) -> None:
    """Ambang | Thresholds: how far figures and cut-offs can move."""
    from kemitraan.analysis.thresholds.report import thresholds_parts
    from kemitraan.analysis.thresholds.thresholds import thresholds as moved

    found = moved(asked.case)
    asked.answer(found, lambda: thresholds_parts(asked.case, found, asked.lang, full=asked.full))
