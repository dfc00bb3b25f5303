"""The report of robustness: what it says first, what it never leaves out, how it counts."""

from __future__ import annotations

from functools import cache

import pytest

import kemitraan
from kemitraan.analysis.certain.certainty import certainty
from kemitraan.analysis.certain.report import certainty_parts
from kemitraan.analysis.questions.open_questions import open_questions
from kemitraan.analysis.questions.report import questions_parts
from kemitraan.analysis.robust import report
from kemitraan.analysis.robust.robustness import Count, Robustness, robustness
from kemitraan.case import examine
from kemitraan.report.firm import ABOUT_ASSUMPTIONS, ABOUT_UNKNOWN
from kemitraan.report.parts import Lines, as_markdown, as_text
from kemitraan.text import Lang, Text
from kemitraan.worlds.diagrams import MOST_NODES
from tests.report.test_words import fields

NO_PROBABILITY = {Lang.ID: "bukan peluang", Lang.EN: "not probabilities"}
READY = "partnership_readiness=conditionally_ready"


@cache
def found(word: str | None = None, *over: str, most: int = MOST_NODES) -> Robustness:
    case = kemitraan.examine("itabajo")
    return robustness(case, word, over or ("assumptions",), most=most)


def page(what: Robustness, lang: Lang, width: int = 100) -> str:
    return as_text(report.robust_parts(what, (), lang, "itabajo", full=False), width)


@pytest.mark.slow
@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("word", [None, READY])
def test_report_says_that_shares_are_no_probabilities_and_stays_narrow(
    word: str | None, lang: Lang
) -> None:
    for width in (60, 100):
        text = page(found(word), lang, width)
        assert NO_PROBABILITY[lang] in " ".join(text.split())
        assert max(len(line) for line in text.splitlines()) <= width


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (Lang.ID, "Berlaku dalam 192 dari 2.304 kombinasi (8\u00a0%)."),
        (Lang.EN, "Holds in 192 of 2,304 combinations (8\u00a0%)."),
    ],
)
def test_answer_comes_first_with_exact_counts(lang: Lang, said: str) -> None:
    lines = page(found(READY), lang).splitlines()
    heading = next(place for place, line in enumerate(lines) if set(line) == {"-"})
    assert lines[heading + 1] == said


def test_overview_counts_what_always_holds_and_names_the_most_fragile() -> None:
    whole = found()
    always = sum(c.holds.n == c.holds.of for c in whole.conclusions)
    text = " ".join(page(whole, Lang.EN).split())
    assert f"{always} of {len(whole.conclusions)} conclusions hold in every combination" in text
    assert "the most fragile one: partnership readiness: conditionally ready (8 %)" in text


@pytest.mark.slow
def test_sample_is_said_to_be_one_with_its_size() -> None:
    assert "Sampled, n = 16,384, of 2,304 combinations." in page(found(READY, most=30), Lang.EN)
    whole = page(found(None, most=200), Lang.ID)
    assert "* sampel, n = 16.384" in whole
    # A sample proves of nothing that it always holds.
    conclusions = found(None, most=200).conclusions
    always = [one for one in conclusions if one.holds.n == one.holds.of]
    proved = sum(not one.sampled for one in always)
    assert 0 < proved < len(always)
    said = f"{proved} dari {len(conclusions)} kesimpulan berlaku dalam setiap kombinasi"
    assert said in whole


def test_markdown_has_every_conclusion_in_detail() -> None:
    whole = found()
    text = as_markdown(report.robust_parts(whole, (), Lang.EN, "itabajo", full=True))
    for one in whole.conclusions:
        assert f"## {one.label.en}\n" in text


@pytest.mark.slow
def test_conclusion_nothing_bears_on_is_said_to_hold_always_or_never() -> None:
    held = page(found("ready_product.gate_status=met", "unknown"), Lang.EN)
    assert "Nothing that is tested can bear on it: it always holds." in held
    never = page(found("creative_economy.verdict=recommended"), Lang.EN)
    assert "Nothing that is tested can bear on it: it never holds." in never


@pytest.mark.parametrize(
    ("n", "of", "said"),
    [
        (0, 9, "0\u00a0%"),
        (9, 9, "100\u00a0%"),
        (1, 1000, "<1\u00a0%"),
        (999, 1000, ">99\u00a0%"),
        (1, 200, "1\u00a0%"),
        (412, 512, "80\u00a0%"),
    ],
)
def test_share_is_rounded_but_never_to_none_or_all(n: int, of: int, said: str) -> None:
    assert report._share(Count(n, of)) == said


def test_phrases_are_in_both_languages_with_the_same_fields() -> None:
    texts = {name: t for name, t in vars(report).items() if isinstance(t, Text)}
    assert len(texts) > 20
    for name, text in texts.items():
        assert fields(text.id) == fields(text.en), name
        assert text.id != text.en or name == "_IS", name


@pytest.mark.slow
@pytest.mark.parametrize("lang", Lang)
def test_each_analysis_says_whether_it_is_about_the_unknown_or_the_assumed(lang: Lang) -> None:
    assert ABOUT_ASSUMPTIONS[lang] in " ".join(page(found(READY), lang).split())
    case = examine("itabajo")
    for told in (
        certainty_parts(certainty(case), (), lang),
        questions_parts(open_questions(case), (), lang),
    ):
        assert Lines((ABOUT_UNKNOWN[lang],)) == told[1]
