"""`flips`: which single changes, and which together, change what is recommended."""

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
def flips(
    scenario: Annotated[
        str, typer.Argument(help="Berkas profil atau nama bawaan. | Profile file or shipped name.")
    ],
    pairs: Annotated[
        bool, typer.Option("--pairs", help="Juga pasangan perubahan. | Pairs of changes too.")
    ] = False,
    triples: Annotated[
        bool,
        typer.Option("--triples", help="Juga pasangan dan tiga sekaligus. | Pairs and triples."),
    ] = False,
    of: Annotated[
        list[str] | None,
        typer.Option(
            "--of",
            metavar="SORT",
            help="fact, unknown, actor, assumption, rule; boleh berulang. | Repeatable.",
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
    """Perubahan yang membalik anjuran | What flips the advice."""
    from kemitraan.analysis.flips import flips as find_flips
    from kemitraan.report.analysis.flips import flips_parts
    from kemitraan.report.data import as_json

    case = cases([scenario], assume, settings, layer, overlays, without)[0]
    found = find_flips(case, together=3 if triples else 2 if pairs else 1, of=of or ())
    if form == Format.JSON:
        write(as_json(found))
        return
    write(written(flips_parts(found, language(lang), full=form == Format.MARKDOWN), form))
