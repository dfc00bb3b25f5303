"""`stability`: how firmly each actor stands in its group, and what moves with the map."""

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


def stability(
    scenario: ScenarioArgument,
    lang: LangOption = None,
    form: FormatOption = Format.TABLE,
    assume: AssumeOption = None,
    settings: SetOption = None,
    layer: LayerOption = LayerChoice.ALL,
    overlays: OverlayOption = None,
    without: WithoutOption = None,
) -> None:
    """Seberapa mantap tiap aktor di kelompoknya, dan apa yang ikut berubah bila ia pindah.

    How firmly each actor stands in its group, and what moves with the map.
    """
    from kemitraan.analysis.stability.report import stability_parts
    from kemitraan.analysis.stability.stability import stability as find_stability

    asked = request(scenario, lang, form, assume, settings, layer, overlays, without)
    found = find_stability(asked.case)
    asked.answer(found, lambda: stability_parts(found, asked.lang, full=asked.full))
