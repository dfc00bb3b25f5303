"""`certain`: what holds whatever the unknown turns out to be, and what may change."""

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
def certain(
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
    """Yang pasti dan yang masih terbuka | Certain and open."""
    from kemitraan.analysis.certainty import certainty
    from kemitraan.report.analysis.certainty import certainty_parts
    from kemitraan.report.data import as_json

    found = certainty(cases([scenario], assume, settings, layer, overlays, without)[0])
    if form == Format.JSON:
        write(as_json(found))
        return
    write(written(certainty_parts(found, language(lang), full=form == Format.MARKDOWN), form))
