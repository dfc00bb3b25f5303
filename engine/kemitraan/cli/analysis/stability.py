"""`stability`: how firmly each actor stands in its group, and what moves with the map."""

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
def stability(
    scenario: Annotated[
        str, typer.Argument(help="Berkas profil atau nama bawaan. | Profile file or shipped name.")
    ],
    lang: LangOption = None,
    form: FormatOption = Format.TABLE,
    assume: AssumeOption = None,
    settings: SetOption = None,
    layer: LayerOption = LayerChoice.ALL,
    overlays: OverlayOption = None,
    without: WithoutOption = None,
) -> None:
    """Kemantapan peta aktor | How stable the stakeholder map is."""
    from kemitraan.analysis.stability import stability as find_stability
    from kemitraan.report.analysis.stability import stability_parts
    from kemitraan.report.data import as_json

    found = find_stability(cases([scenario], assume, settings, layer, overlays, without)[0])
    if form == Format.JSON:
        write(as_json(found))
        return
    write(written(stability_parts(found, language(lang), full=form == Format.MARKDOWN), form))
