"""`reasons`: which stated facts are enough for a conclusion, and which it cannot do without."""

from typing import Annotated

import typer

from kemitraan.analysis.completion import in_force
from kemitraan.command import options
from kemitraan.command.request import request


def reasons(
    scenario: options.ScenarioArgument,
    conclusion: Annotated[
        str,
        typer.Argument(
            metavar="CONCLUSION",
            help="Kesimpulan yang berlaku. | A conclusion that holds.",
            autocompletion=in_force,
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
    """Fakta mana yang sudah cukup bagi suatu kesimpulan, dan mana yang mutlak perlu.

    Which stated facts are enough for a conclusion, and which it cannot do without.
    """
    from kemitraan.analysis.reasons.report import sufficient_parts
    from kemitraan.analysis.reasons.sufficient_reasons import reasons as sufficient

    asked = request(scenario, lang, form, output, assume, settings, layer, overlays, without)
    found = sufficient(asked.case, conclusion)
    asked.answer(found, lambda: sufficient_parts(asked.case, found.conclusions, asked.lang))
