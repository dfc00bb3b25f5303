"""`certain`: what holds whatever the unknown turns out to be, and what may change."""

from __future__ import annotations

from kemitraan.command.request import Asked, about_a_sentra


@about_a_sentra
def certain(
    asked: Asked,
) -> None:
    """Yang pasti dan yang masih terbuka | Certain and open."""
    from kemitraan.analysis.certain.certainty import certainty
    from kemitraan.analysis.certain.report import certainty_parts

    found = certainty(asked.case)
    asked.answer(found, lambda: certainty_parts(found, asked.lang, full=asked.full))
