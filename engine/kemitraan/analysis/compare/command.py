"""`compare`: sentra, or two assessments of one, beside each other."""

from kemitraan.command import options
from kemitraan.command.cases import answer, cases
from kemitraan.faults import Fault, InputError, Place
from kemitraan.text import Text, default_lang


def compare(
    scenarios: options.ScenariosArgument,
    lang: options.LangOption = None,
    form: options.FormatOption = None,
    output: options.OutputOption = None,
    assume: options.AssumeOption = None,
    settings: options.SetOption = None,
    layer: options.LayerOption = options.LayerChoice.ALL,
    overlays: options.OverlayOption = None,
    without: options.WithoutOption = None,
) -> None:
    """Apa yang sama pada beberapa sentra, dan apa yang berbeda.

    What sentra share, and in what they differ.
    """
    from kemitraan.analysis.compare.comparison import compare as compared
    from kemitraan.analysis.compare.report import comparison_parts

    if len(scenarios) < 2:
        what = Text("sebut sedikitnya dua profil", "name at least two profiles")
        raise InputError([Fault(Place("SCENARIO"), what)])
    found = compared(cases(scenarios, assume, settings, layer, overlays, without))
    answer(form, output, found, lambda: comparison_parts(found, lang or default_lang()))
