"""`why-not`: why something was not concluded, and what is missing for it."""

from __future__ import annotations

from typing import Annotated

import typer

from kemitraan.command.request import Asked, about_a_sentra


@about_a_sentra
def why_not(
    asked: Asked,
    conclusion: Annotated[
        str,
        typer.Argument(
            help="Kesimpulan, misalnya partnership_readiness=ready. | The conclusion asked about."
        ),
    ],
) -> None:
    """Mengapa tidak | Why not: the nearest rules and what they lack."""
    from kemitraan.analysis.why_not.report import why_not_parts
    from kemitraan.analysis.why_not.report_data import why_not_as_data
    from kemitraan.analysis.why_not.why_not import why_not as missing
    from kemitraan.report.parts import width_of_output

    case, width = asked.case, width_of_output()
    found = missing(case, conclusion)
    asked.answer(
        why_not_as_data(case, found),
        lambda: why_not_parts(case, found, asked.name, asked.lang, width, markdown=asked.full),
    )
