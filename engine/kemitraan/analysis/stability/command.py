"""`stability`: how firmly each actor stands in its group, and what moves with the map."""

from kemitraan.command import options
from kemitraan.command.request import request


def stability(
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
    """Seberapa stabil tiap aktor di kelompoknya, dan apa yang ikut berubah bila ia pindah.

    How firmly each actor stands in its group, and what moves with the map.
    """
    from kemitraan.analysis.stability.report import stability_parts
    from kemitraan.analysis.stability.stability import stability as find_stability

    asked = request(scenario, lang, form, output, assume, settings, layer, overlays, without)
    found = find_stability(asked.case)
    asked.answer(found, lambda: stability_parts(found, asked.lang, full=asked.full))
