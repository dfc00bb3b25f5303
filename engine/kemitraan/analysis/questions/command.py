"""`questions`: what to find out first, and how many questions remain."""

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


def questions(
    scenario: ScenarioArgument,
    lang: LangOption = None,
    form: FormatOption = Format.TABLE,
    assume: AssumeOption = None,
    settings: SetOption = None,
    layer: LayerOption = LayerChoice.ALL,
    overlays: OverlayOption = None,
    without: WithoutOption = None,
) -> None:
    """Apa yang perlu ditanyakan dahulu, dan berapa banyak pertanyaan tersisa.

    What to find out first, and how many questions remain.
    """
    from kemitraan.analysis.questions.open_questions import open_questions
    from kemitraan.analysis.questions.report import questions_parts

    asked = request(scenario, lang, form, assume, settings, layer, overlays, without)
    found = open_questions(asked.case)
    asked.answer(found, lambda: questions_parts(found, asked.lang, full=asked.full))
