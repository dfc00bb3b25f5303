"""The fact, the one thing that every evaluator reads and concludes, and the slot it fills."""

from __future__ import annotations

from typing import NamedTuple


class Slot(NamedTuple):
    """What a fact gives a value to: an attribute of a subject, both ids."""

    attribute: str
    subject: str


class Fact(NamedTuple):
    """`attribute` of `subject` is `value`; all three are ids."""

    attribute: str
    subject: str
    value: str

    @property
    def slot(self) -> Slot:
        """Return what the fact gives a value to."""
        return Slot(self.attribute, self.subject)
