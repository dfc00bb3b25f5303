"""`reasons`: which stated facts are enough for a conclusion, and which it cannot do without."""

from typing import Annotated

import typer

from kemitraan.analysis.completion import in_force
from kemitraan.command.options import (
    AssumeOption,
    Format,
    FormatOption,
    LangOption,
    LayerChoice,
    LayerOption,
    OverlayOption,
    ScenarioArgument,
    SetOption,
    WithoutOption,
)
from kemitraan.command.request import request


def reasons(
    scenario: ScenarioArgument,
    conclusion: Annotated[
        str,
        typer.Argument(
            metavar="CONCLUSION",
            help="Kesimpulan yang berlaku. | A conclusion that holds.",
            autocompletion=in_force,
        ),
    ],
    lang: LangOption = None,
    form: FormatOption = Format.TABLE,
    assume: AssumeOption = None,
    settings: SetOption = None,
    layer: LayerOption = LayerChoice.ALL,
    overlays: OverlayOption = None,
    without: WithoutOption = None,
) -> None:
    """Fakta mana yang sudah cukup bagi suatu kesimpulan, dan mana yang mutlak perlu.

    Which stated facts are enough for a conclusion, and which it cannot do without.
    """
    from kemitraan.analysis.reasons.report import sufficient_parts
    from kemitraan.analysis.reasons.sufficient_reasons import sufficient_reasons

    asked = request(scenario, lang, form, assume, settings, layer, overlays, without)
    found = sufficient_reasons(asked.case, conclusion)
    asked.answer(found, lambda: sufficient_parts(asked.case, found, asked.lang))
