"""`why-not`: why something was not concluded, and what is missing for it."""

from typing import Annotated

import typer

from kemitraan.analysis.completion import not_in_force
from kemitraan.command import options
from kemitraan.command.request import request


def why_not(
    scenario: options.ScenarioArgument,
    conclusion: Annotated[
        str,
        typer.Argument(
            metavar="CONCLUSION",
            help="Kesimpulan yang ditanyakan. | The conclusion asked about.",
            autocompletion=not_in_force,
        ),
    ],
    lang: options.LangOption = None,
    form: options.FormatOption = None,
    output: options.OutputOption = None,
    assume: options.AssumeOption = None,
    settings: options.SetOption = None,
    layer: options.LayerOption = options.LayerChoice.ALL,
    overlays: options.OverlayOption = None,
    without: options.WithoutOption = None,
) -> None:
    """Mengapa sesuatu tidak disimpulkan, dan apa yang kurang untuk itu.

    Why something was not concluded, and what is missing for it.
    """
    from kemitraan.analysis.why_not.report import why_not_parts
    from kemitraan.analysis.why_not.report_data import as_data
    from kemitraan.analysis.why_not.why_not import why_not as missing

    asked = request(scenario, lang, form, output, assume, settings, layer, overlays, without)
    case = asked.case
    found = missing(case, conclusion)
    asked.answer(
        as_data(case, found),
        lambda: why_not_parts(case, found, asked.name, asked.lang, full=asked.full),
    )
