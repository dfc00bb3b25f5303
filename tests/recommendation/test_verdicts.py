"""The verdict on each type, and the highest readiness there can be: what they rest on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from kemitraan.analysis.questions.open_questions import open_questions
from kemitraan.case import examine
from kemitraan.knowledge.load import load_rulebase
from kemitraan.report.recommendation import ASKED_FIRST, RecommendationReport
from kemitraan.text import Lang

if TYPE_CHECKING:
    from kemitraan.case import Case

FEW = ("gula-semut-kulon-progo", "cangkul-pasuruan", "tenun-troso")
"""Profiles of a few facts each: of two readiness is open, of one it is bounded by a mark."""


@cache
def case(scenario: str) -> Case:
    return examine(scenario)


def rank(value: str) -> int:
    values = load_rulebase().vocabulary.scales["partnership_readiness"].values
    return [one.id for one in values].index(value)


def told_of_readiness(scenario: str) -> str:
    return RecommendationReport(case(scenario).recommendation, Lang.EN, "").readiness()


@pytest.mark.slow
@pytest.mark.parametrize("scenario", [*FEW, "itabajo", "molas-poco-lembor"])
def test_no_answer_lifts_readiness_above_the_bound_that_is_told(scenario: str) -> None:
    ready = case(scenario).recommendation.readiness
    assert ready.at_most is not None
    assert ready.at_most_because
    assert all(rank(one.id) <= rank(ready.at_most.id) for one in ready.possible)


@pytest.mark.slow
def test_readiness_that_is_open_asks_three_things_at_most_and_names_no_assumption() -> None:
    ready = case("cangkul-pasuruan").recommendation.readiness
    said = told_of_readiness("cangkul-pasuruan")
    assert len(ready.waits_for) > ASKED_FIRST
    assert ready.waits_for[ASKED_FIRST].label[Lang.EN] not in said
    assert "A-" not in said
    assert "at most conditionally ready (capacity does not meet demand yet)" in said


@pytest.mark.slow
def test_a_mark_below_which_unknowns_may_lower_it_is_told_as_the_highest() -> None:
    assert told_of_readiness("tenun-troso").startswith(
        "at most needs repair first (weak management"
    )
    assert told_of_readiness("molas-poco-lembor").startswith("needs repair first (")


@pytest.mark.slow
def test_a_verdict_names_the_assumption_that_alone_would_change_it() -> None:
    types = {one.type: one for one in case("cangkul-pasuruan").recommendation.partnership_types}
    tools = types["creative_economy"]
    assert tools.verdict.id == "not_suited"
    assert [one.id for one in tools.hangs_on] == ["A-44"]
    report = RecommendationReport(case("cangkul-pasuruan").recommendation, Lang.EN, "")
    assert "A-44" in report.verdict(tools)
    assert types["supply_chain"].hangs_on == ()


@pytest.mark.slow
@pytest.mark.parametrize("scenario", ["tenun-troso", "rotan-trangsan"])
def test_a_candidate_is_never_called_settled(scenario: str) -> None:
    found = case(scenario).recommendation.partnership_types
    assert any(one.verdict.id == "candidate" and one.waits_for for one in found)
    assert open_questions(case(scenario)).verdicts.worst > 0
