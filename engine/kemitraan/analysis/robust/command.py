"""`robust`: in how many combinations of what is assumed or unknown conclusions hold."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from kemitraan.command.request import Asked, about_a_sentra


class Over(StrEnum):
    """What is varied."""

    ASSUMPTIONS = "assumptions"
    UNKNOWN = "unknown"
    STATED = "stated"
    RULES = "rules"


@about_a_sentra
def robust(
    asked: Asked,
    conclusion: Annotated[
        str | None,
        typer.Argument(help="Kesimpulan; kosong: inti anjuran. | Conclusion; none: the core."),
    ] = None,
    over: Annotated[
        list[Over] | None,
        typer.Option(
            "--over",
            help="Yang diragamkan; boleh berulang; bawaan: assumptions. | "
            "What is varied; repeatable; default: assumptions.",
        ),
    ] = None,
) -> None:
    """Ketahanan anjuran | How far the advice holds."""
    from kemitraan.analysis.robust.report import robust_parts
    from kemitraan.analysis.robust.robustness import robustness

    found = robustness(asked.case, conclusion, over or [Over.ASSUMPTIONS])
    asked.answer(found, lambda: robust_parts(found, asked.lang, asked.name, full=asked.full))
