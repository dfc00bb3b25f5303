"""Over what conclusions are tested: the scopes of `--over`, and the axes of each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from kemitraan.analysis.scope import stated_axes, unknown_axes
from kemitraan.faults import Fault, InputError, Place, did_you_mean
from kemitraan.text import Text, nearest
from kemitraan.worlds.axes import KEEP, assumption_axes, rule_axes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kemitraan.case import Case
    from kemitraan.worlds.axes import Axis

Over = Literal["assumptions", "unknown", "stated", "rules"]
"""What is varied: assumptions to every alternative, unknown inputs to every value, stated
ordinal levels one step up or down, rules on or off."""
SCOPES: Final[tuple[Over, ...]] = ("assumptions", "unknown", "stated", "rules")


def scopes(over: Sequence[str]) -> tuple[Over, ...]:
    """Return the scopes named, in their own order, each once."""
    faults = [
        Fault(
            Place("--over"),
            Text(f"'{name}' tidak dikenal", f"'{name}' is not known"),
            fix=did_you_mean(nearest(name, SCOPES)),
        )
        for name in over
        if name not in SCOPES
    ]
    if faults:
        raise InputError(faults)
    return tuple(name for name in SCOPES if name in over)


def axes_of(case: Case, name: Over) -> Iterator[Axis]:
    """Yield the axes of one scope."""
    match name:
        case "assumptions":
            yield from assumption_axes(case.base, case.choice)
        case "unknown":
            yield from unknown_axes(case)
        case "stated":
            yield from _step_axes(case)
        case "rules":
            yield from rule_axes(case.base)


def _step_axes(case: Case) -> Iterator[Axis]:
    """Yield the axes of stated ordinal levels: as stated, one step lower, one step higher."""
    words = case.base.vocabulary
    for axis in stated_axes(case):
        value = case.view.value(*axis.slot)
        order = words.value_order.get(words.attributes[axis.name].scale, {})
        if axis.kind == "input" and value in order:
            near = (v for v, rank in order.items() if abs(rank - order[value]) == 1)
            yield replace(axis, alternatives=(KEEP, *near))
