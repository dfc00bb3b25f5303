"""The JSON schemas of the files that are read and of what commands print, by name."""

from enum import StrEnum
from importlib import import_module
from typing import Any

from kemitraan.text import Lang


class What(StrEnum):
    """What a schema is about: files that are read, then what each command prints as JSON."""

    SCENARIO = "scenario"
    OVERLAY = "overlay"
    RULES = "rules"
    RECOMMEND = "recommend"
    PORTFOLIO = "portfolio"
    WHY = "why"
    CONCLUSIONS = "conclusions"
    WHY_NOT = "why-not"
    COMPARE = "compare"
    WHATIF = "whatif"
    CERTAIN = "certain"
    QUESTIONS = "questions"
    FLIPS = "flips"
    CHANGE = "change"
    REASONS = "reasons"
    ASSUMPTIONS = "assumptions"
    ROBUST = "robust"
    STABILITY = "stability"
    THRESHOLDS = "thresholds"
    SCENARIO_CHECK = "scenario-check"
    SCENARIO_LIST = "scenario-list"
    RULES_LIST = "rules-list"
    RULES_SHOW = "rules-show"
    RULES_CHECK = "rules-check"
    RULES_COVERAGE = "rules-coverage"


RESULTS = {
    What.RECOMMEND: "recommendation.model.Recommendation",
    What.PORTFOLIO: "portfolio.result.Portfolio",
    What.WHY: "analysis.why.report_data.Why",
    What.CONCLUSIONS: "analysis.why.report_data.Conclusions",
    What.WHY_NOT: "analysis.why_not.report_data.ToldWhyNot",
    What.COMPARE: "analysis.compare.comparison.Comparison",
    What.WHATIF: "analysis.whatif.whatif.WhatIf",
    What.CERTAIN: "analysis.certain.certainty.Certainty",
    What.QUESTIONS: "analysis.questions.open_questions.OpenQuestions",
    What.FLIPS: "analysis.flips.flips.Flips",
    What.CHANGE: "analysis.change.smallest_changes.Changes",
    What.REASONS: "analysis.reasons.sufficient_reasons.Reasons",
    What.ASSUMPTIONS: "analysis.assumptions.assumptions.Assumptions",
    What.ROBUST: "analysis.robust.robustness.Robustness",
    What.STABILITY: "analysis.stability.stability.Stability",
    What.THRESHOLDS: "analysis.thresholds.model.Thresholds",
    What.SCENARIO_CHECK: "scenario.check.ScenarioCheck",
    What.SCENARIO_LIST: "scenario.check.ScenarioList",
    What.RULES_LIST: "report.rules.RulesList",
    What.RULES_SHOW: "report.rules.RulesShow",
    What.RULES_CHECK: "analysis.check.data.RulesCheck",
    What.RULES_COVERAGE: "knowledge.coverage.Coverage",
}
"""The results of which commands print JSON; imported when asked for."""


def schema(what: str, lang: Lang = Lang.EN) -> dict[str, Any]:
    """Return the JSON schema (draft 2020-12) of a file that is read, or of what a command prints.

    Args:
        what: `scenario`, `overlay`, `rules`, or the command in one word: `why-not`, `rules-check`.
        lang: the language in which a file to fill in is described.

    Raises:
        ValueError: there is no such schema.
    """
    match What(what):
        case What.SCENARIO:
            from kemitraan.knowledge.load import load_rulebase
            from kemitraan.scenario.schema import scenario_schema

            return scenario_schema(load_rulebase(), lang)
        case What.OVERLAY:
            from kemitraan.knowledge.files import RulesFile
            from kemitraan.knowledge.load import load_rulebase
            from kemitraan.scenario.schema import overlay_schema

            return overlay_schema(load_rulebase(), lang, RulesFile.model_json_schema())
        case What.RULES:
            from kemitraan.knowledge.files import RulesFile

            return RulesFile.model_json_schema()
        case _:
            from kemitraan.analysis.result_schema import result_schema

            module, _, name = RESULTS[What(what)].rpartition(".")
            return result_schema(getattr(import_module(f"kemitraan.{module}"), name))
