"""`reasons`: which stated facts are enough for a conclusion, and which it cannot do without."""

from __future__ import annotations

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


@reported
def reasons(
    scenario: Annotated[
        str, typer.Argument(help="Berkas profil atau nama bawaan. | Profile file or shipped name.")
    ],
    conclusion: Annotated[
        str, typer.Argument(help="Kesimpulan yang berlaku. | A conclusion that holds.")
    ],
    lang: LangOption = None,
    form: FormatOption = Format.TABLE,
    assume: AssumeOption = None,
    settings: SetOption = None,
    layer: LayerOption = LayerChoice.ALL,
    overlays: OverlayOption = None,
    without: WithoutOption = None,
) -> None:
    """Alasan yang cukup | Which facts force a conclusion."""
    from kemitraan.analysis.reasons import sufficient_reasons
    from kemitraan.report.analysis.reasons import sufficient_parts
    from kemitraan.report.data import as_json

    case = cases([scenario], assume, settings, layer, overlays, without)[0]
    found = sufficient_reasons(case, conclusion)
    write(
        as_json(found)
        if form == Format.JSON
        else written(sufficient_parts(case, found, language(lang)), form)
    )
