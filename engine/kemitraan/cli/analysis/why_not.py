"""`why-not`: why something was not concluded, and what is missing for it."""

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
def why_not(
    scenario: Annotated[
        str, typer.Argument(help="Berkas profil atau nama bawaan. | Profile file or shipped name.")
    ],
    conclusion: Annotated[
        str,
        typer.Argument(
            help="Kesimpulan, misalnya partnership_readiness=ready. | The conclusion asked about."
        ),
    ],
    lang: LangOption = None,
    form: FormatOption = Format.TABLE,
    assume: AssumeOption = None,
    settings: SetOption = None,
    without: WithoutOption = None,
    overlays: OverlayOption = None,
    layer: LayerOption = LayerChoice.ALL,
) -> None:
    """Mengapa tidak | Why not: the nearest rules and what they lack."""
    from kemitraan import why_not as missing
    from kemitraan.report.parts import width_of_output

    case = cases([scenario], assume, settings, layer, overlays, without)[0]
    found = missing(case, conclusion)
    if form == Format.JSON:
        from kemitraan.report.analysis.why_not_data import why_not_as_data
        from kemitraan.report.data import as_json

        write(as_json(why_not_as_data(case, found)))
        return
    from kemitraan.report.analysis.why_not import why_not_parts

    markdown = form == Format.MARKDOWN
    parts = why_not_parts(
        case, found, scenario, language(lang), width_of_output(), markdown=markdown
    )
    write(written(parts, form))
