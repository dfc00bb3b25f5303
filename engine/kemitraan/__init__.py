"""From the profile of a sentra IKM to the partnerships it should seek, with every reason.

    import kemitraan

    advice = kemitraan.recommend("my-sentra.yaml")
    print(advice.partnership_types[0].label.en)

Each command of `kemitraan` is a function of the same name, its words joined by `_`: `why_not`,
`rules_list`. `recommend` takes a profile: a path, the name of a shipped one, or a dict. `examine`
takes one too and gives the case that all other questions are asked of: `certain(case)`,
`change(case, to="ready")`. Options are arguments: `assume`, `without`, `overlays` (`--overlay`),
`settings` (`--set`), `layers` (`--layer`), `from_` (`--from`).

What these return is short when shown, a small table in a notebook, `to_dict()` what the command
prints as JSON, and `rows()` a list of flat dicts for a data frame. Errors are `InputError` (what
was given) below `KemitraanError`. Names are imported when first used, so that `import kemitraan`
costs nothing. Of many sentra at once, `recommend_all` does what the command `portfolio` does.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kemitraan.analysis.assumptions.assumptions import assumptions
    from kemitraan.analysis.certain.certainty import certainty as certain
    from kemitraan.analysis.change.smallest_changes import change
    from kemitraan.analysis.check.data import rules_check
    from kemitraan.analysis.compare.comparison import compare
    from kemitraan.analysis.flips.flips import flips
    from kemitraan.analysis.questions.open_questions import open_questions as questions
    from kemitraan.analysis.reasons.sufficient_reasons import reasons
    from kemitraan.analysis.robust.robustness import robustness as robust
    from kemitraan.analysis.schema import schema
    from kemitraan.analysis.stability.stability import stability
    from kemitraan.analysis.thresholds.thresholds import thresholds
    from kemitraan.analysis.whatif.whatif import whatif
    from kemitraan.analysis.why.report_data import told_conclusions as conclusions
    from kemitraan.analysis.why.report_data import told_why as why
    from kemitraan.analysis.why_not.report_data import told_why_not as why_not
    from kemitraan.case import Case, examine, recommend
    from kemitraan.faults import EngineError, Fault, InputError, KemitraanError
    from kemitraan.knowledge.coverage import rules_coverage
    from kemitraan.knowledge.load import load_rulebase
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.portfolio.recommend_all import recommend_all
    from kemitraan.portfolio.result import Portfolio
    from kemitraan.published import Published
    from kemitraan.recommendation.model import Recommendation
    from kemitraan.report.rules import rules_list, rules_show
    from kemitraan.scenario.check import scenario_check, scenario_list
    from kemitraan.text import Lang, Text

__version__ = "0.1.0"

_HOME = {
    "Case": "case.Case",
    "EngineError": "faults.EngineError",
    "Fault": "faults.Fault",
    "InputError": "faults.InputError",
    "KemitraanError": "faults.KemitraanError",
    "Lang": "text.Lang",
    "Portfolio": "portfolio.result.Portfolio",
    "Published": "published.Published",
    "Recommendation": "recommendation.model.Recommendation",
    "RuleBase": "knowledge.rulebase.RuleBase",
    "Text": "text.Text",
    "assumptions": "analysis.assumptions.assumptions.assumptions",
    "certain": "analysis.certain.certainty.certainty",
    "change": "analysis.change.smallest_changes.change",
    "compare": "analysis.compare.comparison.compare",
    "conclusions": "analysis.why.report_data.told_conclusions",
    "examine": "case.examine",
    "flips": "analysis.flips.flips.flips",
    "load_rulebase": "knowledge.load.load_rulebase",
    "questions": "analysis.questions.open_questions.open_questions",
    "reasons": "analysis.reasons.sufficient_reasons.reasons",
    "recommend": "case.recommend",
    "recommend_all": "portfolio.recommend_all.recommend_all",
    "robust": "analysis.robust.robustness.robustness",
    "rules_check": "analysis.check.data.rules_check",
    "rules_coverage": "knowledge.coverage.rules_coverage",
    "rules_list": "report.rules.rules_list",
    "rules_show": "report.rules.rules_show",
    "scenario_check": "scenario.check.scenario_check",
    "scenario_list": "scenario.check.scenario_list",
    "schema": "analysis.schema.schema",
    "stability": "analysis.stability.stability.stability",
    "thresholds": "analysis.thresholds.thresholds.thresholds",
    "whatif": "analysis.whatif.whatif.whatif",
    "why": "analysis.why.report_data.told_why",
    "why_not": "analysis.why_not.report_data.told_why_not",
}
"""Where each name is at home."""

__all__ = [
    "Case",
    "EngineError",
    "Fault",
    "InputError",
    "KemitraanError",
    "Lang",
    "Portfolio",
    "Published",
    "Recommendation",
    "RuleBase",
    "Text",
    "__version__",
    "assumptions",
    "certain",
    "change",
    "compare",
    "conclusions",
    "examine",
    "flips",
    "load_rulebase",
    "questions",
    "reasons",
    "recommend",
    "recommend_all",
    "robust",
    "rules_check",
    "rules_coverage",
    "rules_list",
    "rules_show",
    "scenario_check",
    "scenario_list",
    "schema",
    "stability",
    "thresholds",
    "whatif",
    "why",
    "why_not",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        module, _, found = _HOME[name].rpartition(".")
        return getattr(import_module(f"kemitraan.{module}"), found)
    raise AttributeError(f"module 'kemitraan' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
