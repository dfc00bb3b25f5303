"""`certain`: what holds whatever the unknown turns out to be, and what may change."""

from kemitraan.command import options
from kemitraan.command.request import request


def certain(
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
    """Yang berlaku apa pun isi hal yang belum diketahui, dan yang masih dapat berubah.

    What holds whatever the unknown turns out to be, and what may change.
    """
    from kemitraan.analysis.certain.certainty import certainty
    from kemitraan.analysis.certain.report import certainty_parts
    from kemitraan.analysis.firm import headlines

    asked = request(scenario, lang, form, output, assume, settings, layer, overlays, without)
    found = certainty(asked.case)
    asked.answer(
        found, lambda: certainty_parts(found, headlines(asked.case), asked.lang, full=asked.full)
    )
