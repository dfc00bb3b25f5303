"""The fact, the one thing that every evaluator reads and concludes."""

from __future__ import annotations

from typing import NamedTuple


class Fact(NamedTuple):
    """`attribute` of `subject` is `value`; all three are ids."""

    attribute: str
    subject: str
    value: str
