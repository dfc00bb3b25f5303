"""Findings of the checks that are known and left: what, and why (`rules/accepted.yaml`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from kemitraan.shape import Shape
from kemitraan.text import Text

FindingKind: TypeAlias = Literal[
    "never_fires",
    "no_difference",
    "two_values",
    "overlap",
    "gap",
    "nothing_recommended",
    "contradiction",
    "unanswered",
]


@dataclass(frozen=True, kw_only=True)
class Accepted(Shape):
    """One finding that is left, with the reason.

    `about` is what the finding is about: a rule, two rules joined by `+`, a table, a contradiction,
    or an answer (`forum=none`); `-` where it is about no single thing. One that no longer occurs
    is a fault.
    """

    finding: FindingKind
    about: str
    reason: Text
