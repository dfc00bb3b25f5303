"""Over what conclusions are tested: the scopes of `--over`."""

from __future__ import annotations

from enum import StrEnum


class Over(StrEnum):
    """What is varied.

    Assumptions to every alternative, unknown inputs to every value, stated ordinal levels one
    step up or down, rules on or off.
    """

    ASSUMPTIONS = "assumptions"
    UNKNOWN = "unknown"
    STATED = "stated"
    RULES = "rules"
