"""`questions`: what to find out first, and how many questions remain."""

from __future__ import annotations

from kemitraan.command.request import Asked, about_a_sentra


@about_a_sentra
def questions(
    asked: Asked,
) -> None:
    """Yang perlu ditanyakan dahulu | What to find out first."""
    from kemitraan.analysis.questions.open_questions import open_questions
    from kemitraan.analysis.questions.report import questions_parts

    found = open_questions(asked.case)
    asked.answer(found, lambda: questions_parts(found, asked.lang, full=asked.full))
