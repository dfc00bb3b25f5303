"""`stability`: how firmly each actor stands in its group, and what moves with the map."""

from __future__ import annotations

from kemitraan.command.request import Asked, about_a_sentra


@about_a_sentra
def stability(
    asked: Asked,
) -> None:
    """Kemantapan peta aktor | How stable the stakeholder map is."""
    from kemitraan.analysis.stability.report import stability_parts
    from kemitraan.analysis.stability.stability import stability as find_stability

    found = find_stability(asked.case)
    asked.answer(found, lambda: stability_parts(found, asked.lang, full=asked.full))
