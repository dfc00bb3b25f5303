"""Smallest changes: every irreducible set of changes that brings a conclusion about, or removes it.

What a programme can change is kept apart from what is given. A conclusion a guard withholds does
not count as brought about.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kemitraan.analysis.chosen import chosen
from kemitraan.analysis.scope import controllable, stated_axes, unknown_axes
from kemitraan.analysis.search import search
from kemitraan.analysis.steps import Steps, Ways
from kemitraan.analysis.target import targets
from kemitraan.recommendation.view import conclusion_word
from kemitraan.worlds.axes import actor_axes, assumption_axes
from kemitraan.worlds.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.case import Case
    from kemitraan.inference.facts import Fact
    from kemitraan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallestChanges:
    """How one conclusion is brought about (`wanted`) or removed.

    `holds` tells whether it is shown now; if that is as wanted, the one way is to change
    nothing. `controllable` needs only what a programme can change; each way of `given` needs
    something else too. What has no part in the conclusion is not among what they `varied`.
    """

    conclusion: str
    label: Text
    wanted: bool
    holds: bool
    controllable: Ways
    given: Ways


def smallest_changes(
    case: Case,
    *,
    to: str | None = None,
    remove: str | None = None,
    attributes: Sequence[str] = (),
    assumptions: bool = False,
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
    axes = (
        *stated_axes(case),
        *unknown_axes(case),
        *actor_axes(case.base, case.scenario),
        *(assumption_axes(case.base, case.choice) if assumptions or attributes else ()),
    )
    if attributes:
        axes = chosen(case, axes, attributes)
    worlds = Worlds(case.base, [case.scenario], case.choice, axes)
    return tuple(
        _Smallest(case, worlds, fact).changes(wanted=remove is None) for fact in targets(case, word)
    )


class _Smallest:
    """The smallest changes for one conclusion."""

    def __init__(self, case: Case, worlds: Worlds, target: Fact) -> None:
        self.case = case
        self.worlds = worlds
        self.target = target
        self.moved = [controllable(case, axis) for axis in worlds.axes]

    def changes(self, *, wanted: bool) -> SmallestChanges:
        """Return them, what a programme can change apart from the rest."""
        places = range(len(self.moved))
        can = [place for place in places if self.moved[place]]
        alone = search(self.worlds, self.target, can, wanted=wanted)
        given = search(self.worlds, self.target, places, wanted=wanted)
        given = replace(
            given, ways=tuple(w for w in given.ways if not all(self.moved[a] for a, _ in w))
        )
        steps = Steps(self.case, self.worlds, self.target)
        return SmallestChanges(
            conclusion=conclusion_word(self.target),
            label=self.case.view.describe(self.target),
            wanted=wanted,
            holds=self.target in self.case.admitted,
            controllable=steps.ways(alone),
            given=steps.ways(given),
        )
