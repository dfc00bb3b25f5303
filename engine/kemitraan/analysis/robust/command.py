"""`robust`: in how many combinations of what is assumed or unknown conclusions hold."""

from enum import StrEnum
from typing import Annotated

import typer

from kemitraan.analysis.completion import in_force
from kemitraan.command.options import (
    AssumeOption,
    Format,
    FormatOption,
    LangOption,
    LayerChoice,
    LayerOption,
    OverlayOption,
    ScenarioArgument,
    SetOption,
    WithoutOption,
    one_of,
)
from kemitraan.command.request import request


class Over(StrEnum):
    """What is varied."""

    ASSUMPTIONS = "assumptions"
    UNKNOWN = "unknown"
    STATED = "stated"
    RULES = "rules"


def robust(
    scenario: ScenarioArgument,
    conclusion: Annotated[
        str | None,
        typer.Argument(
            metavar="CONCLUSION",
            help="Kesimpulan; kosong: inti anjuran. | Conclusion; none: the core.",
            autocompletion=in_force,
        ),
    ] = None,
    over: Annotated[
        list[Over] | None,
        typer.Option(
            "--over",
            help="Yang diragamkan; boleh berulang; bawaan: assumptions. | "
            "What is varied; repeatable; default: assumptions.",
            **one_of(Over, "--over"),
        ),
    ] = None,
    lang: LangOption = None,
    form: FormatOption = Format.TABLE,
    assume: AssumeOption = None,
    settings: SetOption = None,
    layer: LayerOption = LayerChoice.ALL,
    overlays: OverlayOption = None,
    without: WithoutOption = None,
) -> None:
    """Dalam berapa banyak gabungan asumsi atau hal yang belum diketahui kesimpulan berlaku.

    In how many combinations of what is assumed or unknown conclusions hold.
    """
    from kemitraan.analysis.robust.report import robust_parts
    from kemitraan.analysis.robust.robustness import robustness

    asked = request(scenario, lang, form, assume, settings, layer, overlays, without)
    found = robustness(asked.case, conclusion, over or [Over.ASSUMPTIONS])
    asked.answer(found, lambda: robust_parts(found, asked.lang, asked.name, full=asked.full))
