"""`robust`: in how many combinations of what is assumed or unknown conclusions hold."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from kemitraan.cli.cases import cases, written
from kemitraan.cli.options import (
    AssumeOption,
    Format,
    FormatOption,
    LangOption,
    LayerChoice,
    LayerOption,
    OverlayOption,
    SetOption,
    WithoutOption,
    language,
    reported,
    write,
)


class Over(StrEnum):
    """What is varied."""

    ASSUMPTIONS = "assumptions"
    UNKNOWN = "unknown"
    STATED = "stated"
    RULES = "rules"


@reported
def robust(
    scenario: Annotated[
        str, typer.Argument(help="Berkas profil atau nama bawaan. | Profile file or shipped name.")
    ],
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
    lang: LangOption = None,
    form: FormatOption = Format.TABLE,
    assume: AssumeOption = None,
    settings: SetOption = None,
    layer: LayerOption = LayerChoice.ALL,
    overlays: OverlayOption = None,
    without: WithoutOption = None,
) -> None:
    """Ketahanan anjuran | How far the advice holds."""
    from kemitraan.analysis.robust import robustness
    from kemitraan.report.data import as_json

    case = cases([scenario], assume, settings, layer, overlays, without)[0]
    found = robustness(case, conclusion, over or [Over.ASSUMPTIONS])
    if form == Format.JSON:
        write(as_json(found))
        return
    from kemitraan.report.analysis.robust import robust_parts

    full = form == Format.MARKDOWN
    write(written(robust_parts(found, language(lang), scenario, full=full), form))
