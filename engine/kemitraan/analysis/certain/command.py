"""`certain`: what holds whatever the unknown turns out to be, and what may change."""

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


def certain(
    scenario: ScenarioArgument,
    lang: LangOption = None,
    form: FormatOption = Format.TABLE,
    assume: AssumeOption = None,
    settings: SetOption = None,
    layer: LayerOption = LayerChoice.ALL,
    overlays: OverlayOption = None,
    without: WithoutOption = None,
) -> None:
    """Yang berlaku apa pun isi hal yang belum diketahui, dan yang masih dapat berubah.

    What holds whatever the unknown turns out to be, and what may change.
    """
    from kemitraan.analysis.certain.certainty import certainty
    from kemitraan.analysis.certain.report import certainty_parts

    asked = request(scenario, lang, form, assume, settings, layer, overlays, without)
    found = certainty(asked.case)
    asked.answer(found, lambda: certainty_parts(found, asked.lang, full=asked.full))
