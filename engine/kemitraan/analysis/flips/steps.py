"""What one step lower or higher on an ordered scale would change: −1, now, +1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.analysis.scope import axis_label, option_label
from kemitraan.published import Data
from kemitraan.recommendation.differences import Difference
from kemitraan.recommendation.model import Labelled
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kemitraan.case import Case
    from kemitraan.worlds.axes import Axis


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Data):
    """A neighbouring level, and what is shown otherwise at it."""

    level: Labelled
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow(Data):
    """An attribute of an ordered scale: its level now, and both neighbours (None at an end)."""

    label: Text
    now: Labelled
    lower: Step | None
    higher: Step | None


def step_rows(
    case: Case,
    felt: Mapping[tuple[Axis, int], tuple[Difference, ...]],
    axes: Sequence[Axis],
) -> tuple[StepRow, ...]:
    """Return a row for each single-valued input on an ordered scale whose level is known.

    `felt` tells what each change of an axis to one of its alternatives makes otherwise.
    """
    words = case.base.vocabulary

    def step(axis: Axis, value: str | None) -> Step | None:
        if value not in axis.alternatives:
            return None
        option = axis.alternatives.index(value)
        level = option_label(case, axis, option)
        return Step(level=level, differences=felt.get((axis, option), ()))

    found = []
    for axis in axes:
        if axis.kind != "input":
            continue
        order = words.value_order.get(words.attributes[axis.name].scale, {})
        ranked = {rank: value for value, rank in order.items()}
        now = option_label(case, axis, 0)
        if now.id in order:
            found.append(
                StepRow(
                    label=axis_label(case, axis),
                    now=now,
                    lower=step(axis, ranked.get(order[now.id] - 1)),
                    higher=step(axis, ranked.get(order[now.id] + 1)),
                )
            )
    return tuple(found)
