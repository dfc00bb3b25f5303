"""Into which groups each actor can come, over the assumptions and levels that move it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import prod
from typing import TYPE_CHECKING

from kemitraan.analysis.scope import Change, change, unknown_axes
from kemitraan.faults import Fault, InputError, Place
from kemitraan.knowledge.vocabulary import ACTOR
from kemitraan.published import Data
from kemitraan.recommendation.model import Labelled
from kemitraan.text import Text, joined, same, titled
from kemitraan.worlds.axes import KEEP, assumption_axes
from kemitraan.worlds.combinations import Combinations, combinations
from kemitraan.worlds.diagrams import Diagrams
from kemitraan.worlds.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from kemitraan.case import Case
    from kemitraan.recommendation.model import ActorEntry
    from kemitraan.worlds.axes import Axis


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Data):
    """A group (None: no group) and the number of combinations in which an actor is in it."""

    group: Labelled | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Move(Data):
    """A single change that moves an actor, and the group it comes to (None: to no group).

    `label` is the change in short: the alternative assumed, or the level.
    """

    change: Change
    label: Text
    group: Labelled | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorStability(Data):
    """Where an actor stands now, and in how many combinations it stands where.

    `groups` counts `of` combinations of all that can move this actor, alone or with others;
    `assumed` counts `assumed_of` combinations of assumptions alone, the levels staying as they
    are. An actor that a single change moves is `borderline`, one that nothing moves `stable`.
    """

    actor: Labelled
    group: Labelled | None
    basis: Labelled | None
    interest: Labelled | None
    influence: Labelled | None
    assumed: tuple[Share, ...]
    assumed_of: int
    groups: tuple[Share, ...]
    of: int
    moves: tuple[Move, ...]
    borderline: bool
    stable: bool


class ActorMap:
    """The groups that the actors of a case can come to, and what can move each of them.

    Varied are the alternatives of the assumptions and, of each level that nobody assessed, the
    one in force and its neighbours. `groups` are the facts that place an actor, each with the
    combinations in which it does.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        self.worlds = Worlds(case.base, [case.scenario], case.choice, tuple(_axes(case)))
        group = case.base.shown.filling("actors", "group")
        present = {actor.id for actor in case.scenario.actors}
        facts = [
            fact
            for fact in sorted(self.worlds.program.bodies)
            if fact.attribute == group and fact.subject in present
        ]
        self.groups: dict[str, list[Combinations]] = {actor: [] for actor in present}
        for fact, over in combinations(self.worlds, facts).items():
            self.groups[fact.subject].append(over)

    def moving(self, actor: str) -> tuple[int, ...]:
        """Return the axes that move an actor."""
        return tuple(sorted({axis for over in self.groups[actor] for axis in over.axes}))

    def actor(self, entry: ActorEntry) -> ActorStability:
        """Return where one actor stands over all combinations of what can move it."""
        moving = self.moving(entry.id)
        moves = []
        # What is assumed is asked about before what could be assessed.
        for place in sorted(moving, key=lambda p: self.worlds.axes[p].kind):
            for option in range(1, self.worlds.sizes[place]):
                group = self._group(entry.id, {place: option})
                if group != entry.group:
                    moves.append(self._move(place, option, group))
        shares = self._shares(entry.id, moving)
        levels = [p for p in moving if self.worlds.axes[p].kind != "assumption"]
        assumed = self._shares(entry.id, moving, at_first=levels)
        return ActorStability(
            actor=Labelled(id=entry.id, label=entry.label),
            group=entry.group,
            basis=entry.basis,
            interest=entry.interest,
            influence=entry.influence,
            assumed=assumed,
            assumed_of=sum(share.count for share in assumed),
            groups=shares,
            of=sum(share.count for share in shares),
            moves=tuple(moves),
            borderline=bool(moves),
            stable=len(shares) == 1,
        )

    def _group(self, actor: str, world: Mapping[int, int]) -> Labelled | None:
        """Return the group of an actor in one world."""
        for over in self.groups[actor]:
            if _diagrams(over).contains(over.shown, world):
                return self.case.view.labelled(over.fact.attribute, over.fact.value)
        return None

    def _shares(
        self, actor: str, axes: Collection[int], at_first: Collection[int] = ()
    ) -> tuple[Share, ...]:
        """Return the groups of an actor over what moves it, the most frequent first.

        Axes `at_first` stay as they are.
        """
        found: list[tuple[Labelled | None, Diagrams, int]] = []
        for over in self.groups[actor]:
            space, shown = _diagrams(over), over.shown
            for axis in at_first:
                shown = space.moved(shown, axis, 0)
            found.append(
                (self.case.view.labelled(over.fact.attribute, over.fact.value), space, shown)
            )
        left = {axis for _, space, shown in found for axis in space.support(shown)} & set(axes)
        shares = [
            Share(group=group, count=space.count(shown, left))
            for group, space, shown in found
            if shown
        ]
        every = prod(self.worlds.sizes[axis] for axis in left)
        if rest := every - sum(share.count for share in shares):
            shares.append(Share(group=None, count=rest))
        return tuple(sorted(shares, key=lambda share: -share.count))

    def _move(self, place: int, option: int, group: Labelled | None) -> Move:
        axis = self.worlds.axes[place]
        made = change(self.case, axis, option)
        base, value = self.case.base, made.after.label
        if axis.kind == "assumption":
            label = titled(base.assumptions[axis.name].id, value)
        else:
            label = joined((base.vocabulary.attributes[axis.name].label, value), same(" "))
        return Move(change=made, label=label, group=group)


def _axes(case: Case) -> Iterator[Axis]:
    """Yield the assumptions, and the levels of actors that nobody assessed, with what is near."""
    words = case.base.vocabulary
    in_force = {o.level_of: o.attribute for o in case.base.shown.listed if o.level_of}
    for axis in unknown_axes(case):
        attribute = words.attributes[axis.name]
        if axis.kind == "input" and attribute.of == ACTOR and axis.name in in_force:
            order = words.value_order[attribute.scale]
            now = case.view.value(in_force[axis.name], axis.subject)
            near = (v for v, r in order.items() if now is None or abs(r - order[now]) == 1)
            yield replace(axis, alternatives=(KEEP, *near))
    yield from assumption_axes(case.base, case.choice)


def _diagrams(over: Combinations) -> Diagrams:
    """Return the diagrams of an actor's group: a handful of axes bear on it."""
    if not isinstance(over.space, Diagrams):
        who = over.fact.subject
        raise InputError(
            [
                Fault(
                    Place(who),
                    Text(
                        "terlalu banyak hal memengaruhi kelompoknya untuk dihitung",
                        "too much bears on its group to be counted",
                    ),
                )
            ]
        )
    return over.space
