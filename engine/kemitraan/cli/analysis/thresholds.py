"""`thresholds`: how far measured figures and their cut-offs can move."""

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
def thresholds(
    scenario: Annotated[
        str, typer.Argument(help="Berkas profil atau nama bawaan. | Profile file or shipped name.")
    ],
    lang: LangOption = None,
    form: FormatOption = Format.TABLE,
    assume: AssumeOption = None,
    settings: SetOption = None,
    without: WithoutOption = None,
    overlays: OverlayOption = None,
    layer: LayerOption = LayerChoice.ALL,
) -> None:
    """Ambang | Thresholds: how far figures and cut-offs can move."""
    from kemitraan import thresholds as moved

    case = cases([scenario], assume, settings, layer, overlays, without)[0]
    found = moved(case)
    if form == Format.JSON:
        from kemitraan.report.data import as_json

        write(as_json(found))
        return
    from kemitraan.report.analysis.thresholds import thresholds_parts

    full = form == Format.MARKDOWN
    write(written(thresholds_parts(case, found, language(lang), full=full), form))
