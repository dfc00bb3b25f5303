"""The engine inside a page that has it along: started by its worker, in a browser, not installed.

The rule base came along as it was loaded once, so nothing of it has to be read or checked. What
checks the shape of rule files is not there; an overlay that adds rules is told so.
"""

from __future__ import annotations

import json
import pickle
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, Final

OFFICE: Final = "office.zip"
"""What forms in Excel need, beside the rule base."""


class _Absent:
    """Stands for what only describes the shape of a file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None: ...


def start(base: str) -> None:
    """Get the engine ready; `base` is the path of the rule base."""
    if "pydantic" not in sys.modules:
        stand_in = ModuleType("pydantic")
        stand_in.__getattr__ = lambda name: (  # type: ignore[method-assign]  # PEP 562
            type(name, (Exception,), {}) if name.endswith("Error") else _Absent
        )
        sys.modules["pydantic"] = stand_in
    # Python imports from it as it is, so that nobody waits for it to be unpacked.
    sys.path.append(str(Path(base).with_name(OFFICE)))
    from kemitraan.knowledge import load
    from kemitraan.knowledge.rulebase import RuleBase

    made = pickle.loads(Path(base).read_bytes())  # noqa: S301  # it stands in the same page
    if not isinstance(made, RuleBase):
        raise TypeError(base)
    load.load_rulebase = lambda *_args, **_options: made


def answer(verb: str, arguments: str) -> str:
    """Return the answer to a question; `arguments` are JSON."""
    from kemitraan.page.ask import ask

    return ask(verb, json.loads(arguments))
