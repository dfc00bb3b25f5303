"""`thresholds`: how far measured figures and their cut-offs can move."""

from kemitraan.command import options
from kemitraan.command.request import request


def thresholds(
    scenario: options.ScenarioArgument,
    lang: options.LangOption = None,
    form: options.FormatOption = None,
    output: options.OutputOption = None,
    assume: options.AssumeOption = None,
    settings: options.SetOption = None,
    layer: options.LayerOption = options.LayerChoice.ALL,
    overlays: options.OverlayOption = None,
    without: options.WithoutOption = None,
) -> None:
    """Sejauh mana angka terukur dan ambangnya dapat bergeser.

    How far measured figures and their cut-offs can move.
    """
    from kemitraan.analysis.thresholds.report import thresholds_parts
    from kemitraan.analysis.thresholds.thresholds import thresholds as moved

    asked = request(scenario, lang, form, output, assume, settings, layer, overlays, without)
    found = moved(asked.case)
    asked.answer(found, lambda: thresholds_parts(asked.case, found, asked.lang, full=asked.full))
