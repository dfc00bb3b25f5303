"""From the profile of a sentra IKM to the partnerships it should seek, with every reason.

    import kemitraan

    advice = kemitraan.recommend("my-sentra.yaml")
    print(advice.partnership_types[0].label.en)

`recommend` gives the recommendation, `examine` everything behind it, `why` the proof of a
conclusion, `compare` two or more. Errors are `InputError` (what was given) below
`KemitraanError`. Names are imported when first used, so that `import kemitraan` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kemitraan.analysis.deep.check import DeepCheck, check_deep
    from kemitraan.api import compare, conclusions, recommend, why
    from kemitraan.case import Case, examine
    from kemitraan.faults import EngineError, Fault, InputError, KemitraanError
    from kemitraan.knowledge.load import load_rulebase
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.recommendation.model import Recommendation
    from kemitraan.text import Lang, Text

__version__ = "0.1.0"

_HOME = {
    "Case": "kemitraan.case",
    "DeepCheck": "kemitraan.analysis.deep.check",
    "EngineError": "kemitraan.faults",
    "Fault": "kemitraan.faults",
    "InputError": "kemitraan.faults",
    "KemitraanError": "kemitraan.faults",
    "Lang": "kemitraan.text",
    "Recommendation": "kemitraan.recommendation.model",
    "RuleBase": "kemitraan.knowledge.rulebase",
    "Text": "kemitraan.text",
    "check_deep": "kemitraan.analysis.deep.check",
    "compare": "kemitraan.api",
    "conclusions": "kemitraan.api",
    "examine": "kemitraan.case",
    "load_rulebase": "kemitraan.knowledge.load",
    "recommend": "kemitraan.api",
    "why": "kemitraan.api",
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
    "__version__",
    "check_deep",
    "compare",
    "conclusions",
    "examine",
    "load_rulebase",
    "recommend",
    "why",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'kemitraan' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
