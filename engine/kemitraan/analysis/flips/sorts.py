"""Of what sorts changes are: the words of `--of`."""

from __future__ import annotations

from enum import StrEnum


class Sort(StrEnum):
    """A stated fact otherwise, an unknown answered, an actor added, an assumption, a rule off."""

    FACT = "fact"
    UNKNOWN = "unknown"
    ACTOR = "actor"
    ASSUMPTION = "assumption"
    RULE = "rule"
