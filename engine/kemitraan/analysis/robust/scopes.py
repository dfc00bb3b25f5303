"""Over what conclusions are tested: the scopes of `--over`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kemitraan.faults import Fault, InputError, Place, meant
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence


class Over(StrEnum):
    """What is varied.

    Assumptions to every alternative, unknown inputs to every value, stated ordinal levels one
    step up or down, rules on or off.
    """

    ASSUMPTIONS = "assumptions"
    UNKNOWN = "unknown"
    STATED = "stated"
    RULES = "rules"


def scopes(over: Sequence[str]) -> tuple[Over, ...]:
    """Return the scopes named, in their own order, each once."""
    faults = [
        Fault(
            Place("--over"),
            Text(f"'{name}' tidak dikenal", f"'{name}' is not known"),
            fix=meant(name, Over),
        )
        for name in over
        if name not in set(Over)
    ]
    if faults:
        raise InputError(faults)
    return tuple(name for name in Over if name in over)
