"""The report of a recommendation: the answer first, everything in it, in one language."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kemitraan.recommendation.model import Labelled, Readiness, Recommendation
from kemitraan.report import words as w
from kemitraan.report.parts import Heading, as_markdown, as_text
from kemitraan.report.recommendation import SHOWN_QUESTIONS, RecommendationReport
from kemitraan.text import Lang
from tests.report.sample import EMPTY, FULL, text
from tests.report.test_words import words_only_in

OTHER = {Lang.ID: Lang.EN, Lang.EN: Lang.ID}
MARK = {Lang.ID: "isi", Lang.EN: "content"}


def written(
    recommendation: Recommendation, lang: Lang, width: int = 100, *, full: bool = False
) -> str:
    parts = RecommendationReport(recommendation, lang, "trial", full=full).parts()
    return as_markdown(parts) if full else as_text(parts, width)


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("width", [60, 72, 80, 100, 141])
def test_no_line_is_wider_than_the_terminal(width: int, lang: Lang) -> None:
    for recommendation in (FULL, EMPTY):
        lines = written(recommendation, lang, width).splitlines()
        assert max(len(line) for line in lines) <= width
        assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("lang", Lang)
def test_report_speaks_one_language(lang: Lang, full: bool) -> None:
    for recommendation in (FULL, EMPTY):
        found = set(re.findall(r"[a-z]{3,}", written(recommendation, lang, full=full).casefold()))
        assert not {word for word in found if word.startswith(MARK[OTHER[lang]])}
        assert not found & words_only_in(OTHER[lang])


@pytest.mark.parametrize("lang", Lang)
def test_headings_are_the_fixed_phrases_of_the_language(lang: Lang) -> None:
    parts = RecommendationReport(FULL, lang, "trial").parts()
    headings = [part.text for part in parts if isinstance(part, Heading) and part.level > 1]
    fixed = [*w.SECTION.values(), *w.PHASE.values(), w.KEEP]
    assert set(headings) <= {name[lang] for name in fixed}
    assert len(headings) == len(set(headings)) == 13


@pytest.mark.parametrize("lang", Lang)
def test_answer_comes_first_with_three_steps_that_wait_for_nothing(lang: Lang) -> None:
    answer = written(FULL, lang).split(w.SECTION["potential"][lang])[0]
    mark = MARK[lang]
    for name in ("type", "fit", "focus", "ready", "stage"):
        assert mark + name in answer
    assert [f"{mark}programmeown{i}" in answer for i in range(3)] == [True] * 3
    assert f"{mark}programmelate" not in answer
    assert f"{mark}programmetable" not in answer


@pytest.mark.parametrize("lang", Lang)
def test_full_report_leaves_nothing_out(lang: Lang) -> None:
    page = written(FULL, lang, full=True)
    names = (
        "aspect1 aspect2 aspect3 aspect4 diagnosis cause need priority gate gateof status gap "
        "warning practice milestone partner output indicator role engagement group basis choice "
        "assumption question0 question10"
    )
    for name in names.split():
        assert MARK[lang] + name in page, name
    for number in (*range(1, 6), 6, 7, 8, 9):
        assert f"ABC-0{number}" in page
    for source in ("S-001", "S-002", "P-01", "P-02", "P-03"):
        assert source in page


def test_every_concluded_line_names_its_rule_in_the_short_report_too() -> None:
    page = written(FULL, Lang.EN)
    for number in range(1, 10):
        assert f"ABC-0{number}" in page


def test_unknown_readiness_is_said_to_be_unknown() -> None:
    for lang in Lang:
        page = written(EMPTY, lang)
        unknown = w.NOT_KNOWN[lang]
        assert unknown in page.split(w.READINESS[lang])[1].splitlines()[0]
        assert w.NO_STEP[lang] in page


def test_stage_is_told_where_readiness_is_unknown() -> None:
    known = replace(FULL, readiness=Readiness(stage=FULL.causes[0], partnership=None, gates=()))
    lines = written(known, Lang.EN).splitlines()
    assert w.NOT_KNOWN.en in next(x for x in lines if x.startswith("Readiness "))
    assert "contentcause" in next(x for x in lines if x.startswith("Stage "))


def test_plan_is_told_phase_by_phase_and_the_table_of_the_study_below_it() -> None:
    page = written(FULL, Lang.EN)
    places = [
        page.index(f"{name.en}\n")
        for name in (w.PHASE["now"], w.PHASE["later"], w.SECTION["baseline"])
    ]
    assert places == sorted(places)
    assert "contentrow" in page


def test_what_is_reached_is_kept_and_not_among_what_to_do() -> None:
    kept = replace(FULL.strategies[0], phase="done", timing="done")
    page = written(replace(FULL, strategies=(kept,)), Lang.EN)
    assert "contentprogrammeown0" in page.split(w.KEEP.en)[1]
    assert w.PHASE["now"].en not in page
    # Who reached it is told where an actor is named, and not guessed where none is.
    assert "contentactor: contentprogrammeown0" in page
    nobody = written(replace(FULL, strategies=(replace(kept, actor=()),)), Lang.EN)
    assert "- contentprogrammeown0" in nobody.split(w.KEEP.en)[1]


def test_short_report_counts_the_questions_it_leaves_out() -> None:
    page = written(FULL, Lang.EN)
    assert "contentquestion7" in page
    assert "contentquestion8" not in page
    assert w.MORE.format(n=len(FULL.questions) - SHOWN_QUESTIONS).en in page


@pytest.mark.parametrize(
    ("subjects", "asked"),
    [
        (("a",), "contentwhat (contentactor)"),
        (("a", "b"), "contentwhat (contentactor; contentactor)"),
        (("sentra",), "contentwhat"),
        (("entry",), "contentwhat"),
    ],
)
def test_question_names_the_actors_it_is_about(subjects: tuple[str, ...], asked: str) -> None:
    """Of the sentra there is but one, and of a catalogue entry the question gives the name."""
    about = tuple(Labelled(id=s, label=text("actor", 1)) for s in subjects)
    question = replace(FULL.questions[0], question=text("what", 1), subjects=about)
    report = RecommendationReport(FULL, Lang.EN, "trial")
    assert report.question(question)[0] == asked


def test_practice_notes_carry_evidence_mark_and_date() -> None:
    page = " ".join(written(FULL, Lang.EN).split())
    for mark in ("(as of 2024)", "(general knowledge, 2023)", "concluded from "):
        assert mark in written(FULL, Lang.EN, full=True)
    assert "general" in page


def test_foot_names_rules_layers_assumptions_and_settings() -> None:
    page = " ".join(written(FULL, Lang.EN).split())
    assert "0123456789ab" in page
    assert "study, practice" in page
    assert "A-01 contentassumption" in page
    assert "a=b" in page
    assert "all assumptions at their default" in " ".join(written(EMPTY, Lang.EN).split())


def test_bars_in_names_do_not_break_markdown_tables() -> None:
    barred = replace(FULL, diagnoses=(), gaps=(), potential=EMPTY.potential)
    for line in written(barred, Lang.EN, full=True).splitlines():
        if line.startswith("|"):
            assert line.endswith("|")
