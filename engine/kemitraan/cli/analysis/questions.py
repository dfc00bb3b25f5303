"""`questions`: what to find out first, and how many questions remain."""

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
def questions(
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
    """Yang perlu ditanyakan dahulu | What to find out first."""
    from kemitraan.analysis.questions import open_questions
    from kemitraan.report.analysis.questions import questions_parts
    from kemitraan.report.data import as_json

    found = open_questions(cases([scenario], assume, settings, layer, overlays, without)[0])
    if form == Format.JSON:
        write(as_json(found))
        return
    write(written(questions_parts(found, language(lang), full=form == Format.MARKDOWN), form))
