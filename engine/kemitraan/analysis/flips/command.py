"""`flips`: which single changes, and which together, change what is recommended."""

from typing import Annotated

import typer

from kemitraan.analysis.flips.sorts import Sort
from kemitraan.command import options
from kemitraan.command.request import request


def flips(
    scenario: options.ScenarioArgument,
    triples: Annotated[
        bool,
        typer.Option("--triples", help="Juga tiga perubahan sekaligus. | Triples of changes, too."),
    ] = False,
    of: Annotated[
        list[Sort] | None,
        typer.Option(
            "--of",
            help=f"{', '.join(Sort)}; boleh berulang. | Repeatable.",
            # Listed in front, the words would be broken at 80 columns.
            **options.one_of(Sort, "--of") | {"metavar": "SORT"},
        ),
    ] = None,
    lang: options.LangOption = None,
    form: options.FormatOption = None,
    output: options.OutputOption = None,
    assume: options.AssumeOption = None,
    settings: options.SetOption = None,
    layer: options.LayerOption = options.LayerChoice.ALL,
    overlays: options.OverlayOption = None,
    without: options.WithoutOption = None,
) -> None:
    """Perubahan mana, satu atau beberapa sekaligus, yang mengubah anjuran.

    Which changes, one or several together, change what is recommended.
    """
    from kemitraan.analysis.firm import headlines
    from kemitraan.analysis.flips.flips import flips as find_flips
    from kemitraan.analysis.flips.report import flips_parts

    asked = request(scenario, lang, form, output, assume, settings, layer, overlays, without)
    found = find_flips(asked.case, together=3 if triples else 2, of=of or ())
    asked.answer(
        found, lambda: flips_parts(found, headlines(asked.case), asked.lang, full=asked.full)
    )
