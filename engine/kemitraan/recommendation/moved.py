"""What one thing made otherwise changes, all else staying as it is."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kemitraan.recommendation.model import Labelled
from kemitraan.text import titled
from kemitraan.worlds.axes import assumption_axes
from kemitraan.worlds.space import Listed, changes, numbers
from kemitraan.worlds.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from kemitraan.fact import Fact, Slot
    from kemitraan.recommendation.completions import Completions
    from kemitraan.recommendation.view import View
    from kemitraan.worlds.axes import Axis


def moved_by_one(worlds: Worlds, targets: Iterable[Fact]) -> Iterator[tuple[Fact, Axis]]:
    """Yield each conclusion with each axis of which one move makes it come or go."""
    single = list(changes(worlds.sizes, 1))
    space = Listed(worlds.sizes, single)
    for fact, where in worlds.shown(space, targets).items():
        for number in numbers(space.full ^ where if where & 1 else where):
            ((place, _),) = single[number]
            yield fact, worlds.axes[place]


def moving_assumptions(
    view: View, completions: Completions, attributes: Collection[str]
) -> Mapping[Slot, tuple[Labelled, ...]]:
    """Return, for each conclusion of some attributes, the assumptions that alone would change it.

    Left out are those that fill in what is not known: what is asked tells that already.

    Args:
        view: the inference at hand.
        completions: its completions, of which the choice of assumptions is taken.
        attributes: of which conclusions.
    """
    choice = completions.worlds.choice
    filling = {
        assumption.name
        for assumption in view.base.assumptions.values()
        if any(one.reading and one.reading.fill for one in assumption.alternatives)
    }
    axes = tuple(a for a in assumption_axes(view.base, choice) if a.name not in filling)
    worlds = Worlds(view.base, [view.scenario], choice, axes)
    targets = [fact for fact in worlds.program.bodies if fact.attribute in attributes]
    found: dict[Slot, set[str]] = defaultdict(set)
    for fact, axis in moved_by_one(worlds, targets):
        found[fact.slot].add(axis.name)
    assumptions = sorted(view.base.assumptions.values(), key=lambda a: a.id)
    return {
        slot: tuple(
            Labelled(id=a.id, label=titled(a.id, a.label)) for a in assumptions if a.name in names
        )
        for slot, names in found.items()
    }
