"""`whatif`: the difference a change makes, and nothing else."""

from kemitraan.command import options
from kemitraan.command.cases import cases
from kemitraan.command.request import request


def whatif(
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
    """Apa yang diubah oleh --set, --assume, --overlay atau --without, dan hanya itu.

    The difference that --set, --assume, --overlay or --without makes, and nothing else.
    """
    from kemitraan.analysis.whatif.report import whatif_parts
    from kemitraan.analysis.whatif.whatif import whatif as difference

    asked = request(scenario, lang, form, output, assume, settings, layer, overlays, without)
    found = difference(cases([scenario], layer=layer)[0], asked.case)
    asked.answer(found, lambda: whatif_parts(found, asked.lang, scenario, full=asked.full))
