"""`whatif`: the difference a change makes, and nothing else."""

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
def whatif(
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
    """Bila ada yang berubah | What if: only what a change alters."""
    from kemitraan.analysis.whatif import whatif as difference
    from kemitraan.report.data import as_json

    other = cases([scenario], assume, settings, layer, overlays, without)[0]
    found = difference(cases([scenario], None, None, layer)[0], other)
    if form == Format.JSON:
        write(as_json(found))
        return
    from kemitraan.report.analysis.whatif import whatif_parts

    full = form == Format.MARKDOWN
    write(written(whatif_parts(found, language(lang), scenario, full=full), form))
