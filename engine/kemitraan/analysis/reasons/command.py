"""`reasons`: which stated facts are enough for a conclusion, and which it cannot do without."""

from __future__ import annotations

from typing import Annotated

import typer

from kemitraan.command.request import Asked, about_a_sentra


@about_a_sentra
def reasons(
    asked: Asked,
    conclusion: Annotated[
        str, typer.Argument(help="Kesimpulan yang berlaku. | A conclusion that holds.")
    ],
) -> None:
    """Alasan yang cukup | Which facts force a conclusion."""
    from kemitraan.analysis.reasons.report import sufficient_parts
    from kemitraan.analysis.reasons.sufficient_reasons import sufficient_reasons

    found = sufficient_reasons(asked.case, conclusion)
    asked.answer(found, lambda: sufficient_parts(asked.case, found, asked.lang))
