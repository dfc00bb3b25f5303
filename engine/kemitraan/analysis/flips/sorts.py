"""Of what sorts changes are: the words of `--of`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kemitraan.faults import Fault, InputError, Place, meant
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence


class Sort(StrEnum):
    """A stated fact otherwise, an unknown answered, an actor added, an assumption, a rule off."""

    FACT = "fact"
    UNKNOWN = "unknown"
    ACTOR = "actor"
    ASSUMPTION = "assumption"
    RULE = "rule"


def sorts(of: Sequence[str]) -> tuple[Sort, ...]:
    """Return the sorts named, in their own order, each once; all, if none is named."""
    listed = ", ".join(Sort)
    choose = Text(f"Pilih: {listed}", f"Choose: {listed}")
    faults = [
        Fault(
            Place("--of"),
            Text(f"tidak ada macam perubahan '{word}'", f"there is no sort of change '{word}'"),
            fix=meant(word, Sort, choose),
        )
        for word in of
        if word not in set(Sort)
    ]
    if faults:
        raise InputError(faults)
    return tuple(sort for sort in Sort if sort in of or not of)
