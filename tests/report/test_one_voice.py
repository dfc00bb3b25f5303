"""The analyses never seem to contradict each other: how firm, and what to ask first."""

from __future__ import annotations

import pytest

import kemitraan
from kemitraan.analysis.certain.report import certainty_parts
from kemitraan.analysis.firm import headlines
from kemitraan.analysis.flips.report import flips_parts
from kemitraan.analysis.questions.report import questions_parts
from kemitraan.analysis.robust.report import robust_parts
from kemitraan.fact import Slot
from kemitraan.interview.answers import Answers
from kemitraan.interview.asking import Asking
from kemitraan.recommendation.view import slot_word
from kemitraan.report.firm import READY, firm_rows
from kemitraan.report.parts import Grid
from kemitraan.report.screen import screen_parts
from kemitraan.text import Lang
from tests.thorough import few

PROFILES = few(("tenun-sukarara", "itabajo", "garam-kedung", "mebel-jepara"), 2)


@pytest.mark.slow
@pytest.mark.parametrize("name", PROFILES)
def test_five_answers_say_how_firm_in_the_same_words_and_none_says_otherwise(name: str) -> None:
    case = kemitraan.examine(name)
    firm = headlines(case)
    certain, robust = kemitraan.certain(case), kemitraan.robust(case)
    questions, flips = kemitraan.questions(case), kemitraan.flips(case, together=1)
    for lang in Lang:
        rows = tuple(firm_rows(firm, lang))
        for told in (
            certainty_parts(certain, firm, lang),
            questions_parts(questions, firm, lang),
            robust_parts(robust, firm, lang, name, full=False),
            flips_parts(flips, firm, lang),
        ):
            assert told[1] == Grid(rows)
        screen = next(part for part in screen_parts(case.recommendation, firm, lang, name)
                      if isinstance(part, Grid))  # fmt: skip
        assert set(rows) <= set(screen.rows)
    # What it says is what each of them counts.
    heads = [one for one in certain.conclusions if one.now and one.aspect == "type"]
    ready = next(one for one in certain.conclusions if one.now and one.aspect == "readiness"
                 and one.conclusion.startswith("partnership_readiness"))  # fmt: skip
    named = {one.headline: one for one in firm}
    assert len(heads) + 1 == len(firm)
    for head in (*heads, ready):
        label = READY if head == ready else next(
            one for one in named if head.label.en.startswith(one.en)
        )  # fmt: skip
        assert named[label].settled == (head.status == "certain")
        counted = next(c.holds for c in robust.conclusions if c.conclusion == head.conclusion)
        assert named[label].holds / named[label].of == counted.n / counted.of
    settled = [named[one].settled for one in named if one != READY]
    assert all(settled) == (questions.verdicts.worst == 0)
    for flip in flips.flips:
        if flip.aspects & {"type", "readiness"} and flip.sort == "unknown":
            assert not all(one.settled for one in firm)
        if flip.aspects & {"type", "readiness"} and flip.sort == "assumption":
            assert any(one.holds < one.of for one in firm)


@pytest.mark.slow
@pytest.mark.parametrize("name", PROFILES)
def test_recommendation_questions_and_interview_ask_the_same_in_the_same_order(name: str) -> None:
    case = kemitraan.examine(name)
    recommended = [
        Slot(question.attribute, subject.id)
        for question in case.recommendation.questions
        for subject in question.subjects
    ]
    listed = [one.id for one in kemitraan.questions(case).questions]
    assert [slot_word(case.view, slot) for slot in recommended] == listed
    named = Answers({"actors": {actor: {} for actor in case.view.actors}})
    assert Asking(case, named).following() == recommended[0]


@pytest.mark.slow
def test_level_is_asked_for_by_the_name_of_the_aspect_and_what_each_level_means() -> None:
    case = kemitraan.examine("tenun-sukarara")
    asked = [one for one in case.recommendation.questions if one.attribute == "level"]
    assert asked
    for one in asked:
        entry = case.base.vocabulary.entries[one.subjects[0].id][1]
        for lang in Lang:
            assert one.question[lang].startswith(f"{entry.label[lang]}: ")
            assert all(text[lang] in one.question[lang] for text in entry.texts.values())
