"""`thresholds`: how far measured figures and their cut-offs can move."""

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


def thresholds(
    scenario: ScenarioArgument,
    lang: LangOption = None,
    form: FormatOption = Format.TABLE,
    assume: AssumeOption = None,
    settings: SetOption = None,
    layer: LayerOption = LayerChoice.ALL,
    overlays: OverlayOption = None,
    without: WithoutOption = None,
) -> None:
    """Sejauh mana angka terukur dan ambangnya dapat bergeser.

    How far measured figures and their cut-offs can move.
    """
    from kemitraan.analysis.thresholds.report import thresholds_parts
    from kemitraan.analysis.thresholds.thresholds import thresholds as moved

    asked = request(scenario, lang, form, assume, settings, layer, overlays, without)
    found = moved(asked.case)
    asked.answer(found, lambda: thresholds_parts(asked.case, found, asked.lang, full=asked.full))
