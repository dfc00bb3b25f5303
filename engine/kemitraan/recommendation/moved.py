"""Which assumptions move the answer: those of which another alternative alone would change it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kemitraan.recommendation.model import Labelled
from kemitraan.text import titled
from kemitraan.worlds.axes import assumption_axes
from kemitraan.worlds.space import Listed, numbers
from kemitraan.worlds.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kemitraan.fact import Slot
    from kemitraan.recommendation.completions import Completions
    from kemitraan.recommendation.view import View


def moving(
    view: View, completions: Completions, attributes: Collection[str]
) -> Mapping[Slot, tuple[Labelled, ...]]:
    """Return, for each conclusion of some attributes, the assumptions that alone would change it.

    Args:
        view: the inference at hand.
        completions: its completions, of which the choice of assumptions is taken.
        attributes: of which conclusions.
    """
    choice = completions.worlds.choice
    axes = tuple(assumption_axes(view.base, choice))
    worlds = Worlds(view.base, [view.scenario], choice, axes)
    moves = [(place, option) for place, n in enumerate(worlds.sizes) for option in range(1, n)]
    space = Listed(worlds.sizes, [(), *((move,) for move in moves)])
    targets = [fact for fact in worlds.program.bodies if fact.attribute in attributes]
    found: dict[Slot, set[str]] = defaultdict(set)
    for fact, where in worlds.shown(space, targets).items():
        for number in numbers(space.full ^ where if where & 1 else where):
            found[fact.slot].add(axes[moves[number - 1][0]].name)
    assumptions = sorted(view.base.assumptions.values(), key=lambda a: a.id)
    return {
        slot: tuple(
            Labelled(id=a.name, label=titled(a.id, a.label)) for a in assumptions if a.name in names
        )
        for slot, names in found.items()
    }
