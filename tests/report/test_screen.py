"""The answer on one screen: all of it in forty rows, without codes, under the actors' own names."""

from __future__ import annotations

import re

import pytest

from kemitraan.analysis.firm import headlines
from kemitraan.analysis.questions.open_questions import open_questions
from kemitraan.case import examine
from kemitraan.report import screen
from kemitraan.report.firm import Firm, firmness
from kemitraan.report.parts import as_text
from kemitraan.report.screen import screen_parts
from kemitraan.scenario.shipped import shipped
from kemitraan.text import Lang, same
from tests.report.sample import FULL
from tests.thorough import few

CODE = re.compile(r"\b[A-Z]{1,3}-\d{2,3}\b")


@pytest.mark.slow
@pytest.mark.parametrize("name", few([*shipped()], 6))
def test_screen_of_every_shipped_profile_fits_and_has_no_code(name: str) -> None:
    case = examine(name)
    firm = headlines(case)
    assert [one.headline for one in firm]
    for lang in Lang:
        text = as_text(screen_parts(case.recommendation, firm, lang, name), 80)
        lines = text.splitlines()
        assert len(lines) <= 40
        assert max(map(len, lines)) <= 80
        assert CODE.findall(text) == []
        told = " ".join(text.split())
        for entry in case.recommendation.partnership_types:
            assert f"{entry.label[lang]}: {entry.verdict.label[lang]}" in told
        if not any(entry.fit for entry in case.recommendation.partnership_types):
            for route in case.recommendation.routes[:1]:
                assert route.label[lang] in told, "a way forward where no type fits"
        for step in case.recommendation.next_steps:
            assert f"{step.programme[lang]}" in told
            assert step.indicator[lang] in told
        for question in open_questions(case).questions[:1]:
            assert question.question[lang] in told


def test_screen_leaves_no_room_unused_and_cuts_no_step_below_three(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def steps(rows: int) -> int:
        monkeypatch.setattr(screen, "ROWS", rows)
        text = as_text(screen_parts(FULL, (), Lang.EN, "x"), 80)
        return len(re.findall(r"^Step \d", text, re.MULTILINE))

    here = len([s for s in FULL.strategies if s.phase in ("now", "next")])
    assert steps(1000) == min(here, 5)
    assert steps(1) == min(here, 3)


@pytest.mark.parametrize(
    ("settled", "holds", "told"),
    [
        (True, 4, "certain, whatever the unknown answers and the assumptions"),
        (False, 4, "hangs on what is unknown; holds under every choice of assumptions"),
        (
            True,
            1,
            (
                "settled by what is known; holds in 25\u00a0% of assumption combinations; "
                "moved most by: a, b"
            ),
        ),
    ],
)
def test_firmness_is_one_statement_of_the_unknown_and_the_assumed(
    settled: bool, holds: int, told: str
) -> None:
    movers = tuple(map(same, "abc"))
    one = Firm(headline=same("x"), settled=settled, holds=holds, of=4, movers=movers)
    assert firmness(one, 2).en == told


@pytest.mark.slow
def test_firmness_names_what_moves_a_headline_and_only_that() -> None:
    case = examine("itabajo")
    ready = next(one for one in headlines(case) if one.headline.en == "Readiness")
    alone = {one.label.en.partition(" ")[2] for one in case.recommendation.readiness.hangs_on}
    assert ready.settled
    assert alone <= {mover.en for mover in ready.movers}
    assert all(one.movers or one.holds == one.of for one in headlines(case))
