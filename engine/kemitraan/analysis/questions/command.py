"""`questions`: what to find out first, and how many questions remain."""

from kemitraan.command import options
from kemitraan.command.request import request


def questions(
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
    """Apa yang perlu ditanyakan dahulu, dan berapa banyak pertanyaan tersisa.

    What to find out first, and how many questions remain.
    """
    from kemitraan.analysis.firm import headlines
    from kemitraan.analysis.questions.open_questions import open_questions
    from kemitraan.analysis.questions.report import questions_parts

    asked = request(scenario, lang, form, output, assume, settings, layer, overlays, without)
    found = open_questions(asked.case)
    asked.answer(
        found, lambda: questions_parts(found, headlines(asked.case), asked.lang, full=asked.full)
    )
