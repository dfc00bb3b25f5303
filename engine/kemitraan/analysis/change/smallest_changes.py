"""Smallest changes: every irreducible set of changes that brings a conclusion about, or removes it.

What a programme can change is kept apart from what is given. A conclusion a guard withholds does
not count as brought about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from kemitraan.analysis.change.moves import Steps, Ways
from kemitraan.analysis.change.named_axes import chosen
from kemitraan.analysis.change.search import search
from kemitraan.analysis.scope import axis_label, controllable, stated_axes, unknown_axes
from kemitraan.analysis.target import targets
from kemitraan.published import Data, Published
from kemitraan.recommendation.model import Labelled
from kemitraan.recommendation.view import conclusion_word
from kemitraan.text import Text
from kemitraan.worlds.axes import actor_axes, assumption_axes
from kemitraan.worlds.diagrams import MOST_NODES
from kemitraan.worlds.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.worlds.axes import Axis


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallestChanges(Data):
    """How one conclusion is brought about (`wanted`) or removed.

    `holds` tells whether it is shown now; if that is as wanted, the one way is to change
    nothing. `controllable` needs only what a programme can change; each way of `given` needs
    something else too. `without_effect` are the things asked for that make no difference to it.
    """

    conclusion: str
    label: Text
    wanted: bool
    holds: bool
    controllable: Ways
    given: Ways
    without_effect: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Changes(Published):
    """The smallest changes for each conclusion that a word names."""

    kind: ClassVar[str] = "change"
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "changes": ("label", "wanted", "holds", "controllable_ways", "given_ways")
    }

    sentra: Labelled
    changes: tuple[SmallestChanges, ...]


def change(
    case: Case,
    *,
    to: str | None = None,
    from_: str | None = None,
    attributes: Sequence[str] = (),
    assumptions: bool = False,
) -> Changes:
    """Return the smallest changes that bring a conclusion about, or (`from_`) remove it.

    See `smallest_changes` for the other arguments and the errors.
    """
    found = smallest_changes(
        case, to=to, remove=from_, attributes=attributes, assumptions=assumptions
    )
    return Changes(sentra=case.sentra, changes=found)


def smallest_changes(
    case: Case,
    *,
    to: str | None = None,
    remove: str | None = None,
    attributes: Sequence[str] = (),
    assumptions: bool = False,
    most: int = MOST_NODES,
) -> tuple[SmallestChanges, ...]:
    """Return the smallest changes for each conclusion that a word names.

    What is varied: every input, stated or not, and the kinds of actor that nobody named. Rules
    stay in force.

    Args:
        case: the case, from `examine`.
        to: the conclusion to bring about.
        remove: the conclusion to remove; just one of both is given.
        attributes: only these may change: names of attributes, kinds of actor, assumptions.
        assumptions: let every assumption be chosen otherwise, too.
        most: how many nodes diagrams may take before changes are looked at by their number.

    Raises:
        InputError: the word names no conclusion, or an attribute nothing that could change.
        ValueError: both or none of `to` and `remove` are given.
    """
    if to is not None and remove is None:
        word = to
    elif remove is not None and to is None:
        word = remove
    else:
        raise ValueError("give either `to` or `remove`")
    facts = targets(case, word)
    axes = (*stated_axes(case), *unknown_axes(case), *actor_axes(case.base, case.scenario))
    assumed = tuple(assumption_axes(case.base, case.choice))
    named = chosen(case, (*axes, *assumed), attributes) if attributes else None
    assumptions = assumptions or any(place >= len(axes) for place in named or ())
    # An assumption that stays as it is would only make the rules to look at more.
    varied = (*axes, *assumed) if assumptions else axes
    worlds = Worlds(case.base, [case.scenario], case.choice, varied)
    asked = range(len(worlds.axes)) if named is None else named
    moved = [controllable(case, axis) for axis in worlds.axes]

    def changes(target: Fact) -> SmallestChanges:
        seek = partial(search, worlds, target, wanted=remove is None, most=most)
        alone, found = seek([place for place in asked if moved[place]]), seek(asked)
        given = tuple(way for way in found.ways if not all(moved[a] for a, _ in way))
        steps = Steps(case, worlds, target)
        return SmallestChanges(
            conclusion=conclusion_word(target),
            label=case.view.describe(target),
            wanted=remove is None,
            holds=target in case.admitted,
            controllable=steps.ways(alone),
            given=steps.ways(replace(found, ways=given)),
            without_effect=()
            if named is None
            else _without_effect(case, worlds.axes, asked, found.axes),
        )

    return tuple(map(changes, facts))


def _without_effect(
    case: Case, axes: Sequence[Axis], asked: Iterable[int], varied: Iterable[int]
) -> tuple[Text, ...]:
    """Return the things asked for of which nothing varied makes a difference."""
    effective = {axes[place].slot for place in varied}
    return tuple(
        dict.fromkeys(
            axis_label(case, replace(axis, kind="input") if axis.value else axis)
            for axis in (axes[place] for place in asked)
            if axis.slot not in effective
        )
    )
