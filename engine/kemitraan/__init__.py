"""From the profile of a sentra IKM to the partnerships it should seek, with every reason.

    import kemitraan

    advice = kemitraan.recommend("my-sentra.yaml")
    print(advice.partnership_types[0].label.en)

`recommend` gives the recommendation, `examine` everything behind it, `why` the proof of a
conclusion, `compare` two or more, `whatif` what a change makes of one, `smallest_changes` what
would bring a conclusion about, `sufficient_reasons` which stated facts force it. Errors are
`InputError` (what was given) below `KemitraanError`. Names are imported when first used, so that
`import kemitraan` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kemitraan.analysis.certain.certainty import certainty
    from kemitraan.analysis.change.smallest_changes import smallest_changes
    from kemitraan.analysis.check.deep import DeepCheck, check_deep
    from kemitraan.analysis.compare.comparison import compare
    from kemitraan.analysis.flips.flips import flips
    from kemitraan.analysis.questions.open_questions import open_questions
    from kemitraan.analysis.reasons.sufficient_reasons import sufficient_reasons
    from kemitraan.analysis.robust.robustness import robustness
    from kemitraan.analysis.stability.stability import stability
    from kemitraan.analysis.thresholds.thresholds import thresholds
    from kemitraan.analysis.whatif.whatif import WhatIf, whatif
    from kemitraan.analysis.why.why import conclusions, why
    from kemitraan.analysis.why_not.why_not import why_not
    from kemitraan.case import Case, examine, recommend
    from kemitraan.faults import EngineError, Fault, InputError, KemitraanError
    from kemitraan.knowledge.load import load_rulebase
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.recommendation.model import Recommendation
    from kemitraan.text import Lang, Text

__version__ = "0.1.0"

_HOME = {
    "Case": "kemitraan.case",
    "DeepCheck": "kemitraan.analysis.check.deep",
    "EngineError": "kemitraan.faults",
    "Fault": "kemitraan.faults",
    "InputError": "kemitraan.faults",
    "KemitraanError": "kemitraan.faults",
    "Lang": "kemitraan.text",
    "Recommendation": "kemitraan.recommendation.model",
    "RuleBase": "kemitraan.knowledge.rulebase",
    "Text": "kemitraan.text",
    "WhatIf": "kemitraan.analysis.whatif.whatif",
    "certainty": "kemitraan.analysis.certain.certainty",
    "check_deep": "kemitraan.analysis.check.deep",
    "compare": "kemitraan.analysis.compare.comparison",
    "conclusions": "kemitraan.analysis.why.why",
    "examine": "kemitraan.case",
    "flips": "kemitraan.analysis.flips.flips",
    "load_rulebase": "kemitraan.knowledge.load",
    "open_questions": "kemitraan.analysis.questions.open_questions",
    "recommend": "kemitraan.case",
    "robustness": "kemitraan.analysis.robust.robustness",
    "smallest_changes": "kemitraan.analysis.change.smallest_changes",
    "stability": "kemitraan.analysis.stability.stability",
    "sufficient_reasons": "kemitraan.analysis.reasons.sufficient_reasons",
    "thresholds": "kemitraan.analysis.thresholds.thresholds",
    "whatif": "kemitraan.analysis.whatif.whatif",
    "why": "kemitraan.analysis.why.why",
    "why_not": "kemitraan.analysis.why_not.why_not",
}

__all__ = [
    "Case",
    "DeepCheck",
    "EngineError",
    "Fault",
    "InputError",
    "KemitraanError",
    "Lang",
    "Recommendation",
    "RuleBase",
    "Text",
    "WhatIf",
    "__version__",
    "certainty",
    "check_deep",
    "compare",
    "conclusions",
    "examine",
    "flips",
    "load_rulebase",
    "open_questions",
    "recommend",
    "robustness",
    "smallest_changes",
    "stability",
    "sufficient_reasons",
    "thresholds",
    "whatif",
    "why",
    "why_not",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'kemitraan' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
