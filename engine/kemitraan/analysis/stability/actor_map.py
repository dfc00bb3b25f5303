"""Into which groups each actor can come, over the assumptions and levels that move it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.analysis.scope import Change, change, change_axes, unknown_axes
from kemitraan.knowledge.vocabulary import ACTOR
from kemitraan.recommendation.model import Labelled
from kemitraan.text import Text
from kemitraan.worlds.space import Product
from kemitraan.worlds.worlds import Worlds, count

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.recommendation.model import ActorEntry
    from kemitraan.worlds.axes import Axis
    from kemitraan.worlds.worlds import Picks


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A group (None: no group) and the number of combinations in which an actor is in it."""

    group: Labelled | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A single change that moves an actor, and the group it comes to (None: to no group).

    `label` is the change in short: the alternative assumed, or the level.
    """

    change: Change
    label: Text
    group: Labelled | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorStability:
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

    `in_force` names, for each input that is a level of an actor, the level in force.
    `groups` are the facts that place an actor, `options` the alternatives of each axis (by its
    place) that are combined, `moving` the axes that move an actor.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        self.worlds = Worlds(
            case.base, [case.scenario], case.choice, change_axes(case, rules=False)
        )
        self.group = case.base.shown.filling("actors", "group")
        self.in_force = {o.level_of: o.attribute for o in case.base.shown.listed if o.level_of}
        self.groups: dict[str, list[Fact]] = {a.id: [] for a in case.scenario.actors}
        for fact in sorted(self.worlds.program.bodies):
            if fact.attribute == self.group and fact.subject in self.groups:
                self.groups[fact.subject].append(fact)
        self.options = self._options()
        self.moving = {actor: self._moving(actor, self.options) for actor in self.groups}

    def _options(self) -> dict[int, tuple[int, ...]]:
        unknown = set(unknown_axes(self.case))
        words = self.case.base.vocabulary
        found: dict[int, tuple[int, ...]] = {}
        for place, axis in enumerate(self.worlds.axes):
            if axis.kind == "assumption":
                found[place] = tuple(range(len(axis.alternatives)))
            elif axis.kind == "input" and axis in unknown:
                attribute = words.attributes[axis.name]
                if attribute.of == ACTOR and axis.name in self.in_force:
                    found[place] = (0, *self._near(axis, words.value_order[attribute.scale]))
        return found

    def _near(self, axis: Axis, order: Mapping[str, int]) -> tuple[int, ...]:
        """Return the levels beside the one in force; all, where none is."""
        now = self.case.view.value(self.in_force[axis.name], axis.subject)
        return tuple(
            axis.alternatives.index(level)
            for level, rank in order.items()
            if now is None or abs(rank - order[now]) == 1
        )

    def _moving(self, actor: str, among: Collection[int]) -> tuple[int, ...]:
        """Return the axes that move an actor, of some that are combined."""
        groups = self.groups[actor]
        touching = sorted(self.worlds.depends(groups).intersection(among))
        picks = self.picks(touching)
        space = Product([len(p) for p in picks])
        found = self.worlds.exact(groups, picks)
        return tuple(a for a in touching if any(not _inert(space, a, w) for w in found.values()))

    def picks(self, axes: Collection[int]) -> Picks:
        """Return the options of some axes, all others staying as they are."""
        return tuple(
            self.options[place] if place in axes else (0,) for place in range(len(self.worlds.axes))
        )

    def actor(self, entry: ActorEntry) -> ActorStability:
        """Return where one actor stands over all combinations of what can move it."""
        moving = self.moving[entry.id]
        picks = self.picks(moving)
        space = Product([len(p) for p in picks])
        found = self.worlds.exact(self.groups[entry.id], picks)
        moves = []
        # What is assumed is asked about before what could be assessed.
        for place in sorted(moving, key=lambda p: self.worlds.axes[p].kind):
            for chosen in range(1, len(picks[place])):
                world = 1 << (chosen * space.strides[place])
                group = self._shares(found, world)[0].group
                if group != entry.group:
                    moves.append(self._move(place, picks[place][chosen], group))
        shares = self._shares(found, space.full)
        assumed = self._assumed(entry.id)
        return ActorStability(
            actor=Labelled(id=entry.id, label=entry.label),
            group=entry.group,
            basis=entry.basis,
            interest=entry.interest,
            influence=entry.influence,
            assumed=assumed,
            assumed_of=sum(share.count for share in assumed),
            groups=shares,
            of=space.size,
            moves=tuple(moves),
            borderline=bool(moves),
            stable=len(shares) == 1,
        )

    def _assumed(self, actor: str) -> tuple[Share, ...]:
        """Return the groups of an actor over all that is assumed, its levels staying."""
        assumptions = [p for p in self.options if self.worlds.axes[p].kind == "assumption"]
        picks = self.picks(self._moving(actor, assumptions))
        found = self.worlds.exact(self.groups[actor], picks)
        return self._shares(found, (1 << count(picks)) - 1)

    def _shares(self, found: Mapping[Fact, int], among: int) -> tuple[Share, ...]:
        """Return the groups over a set of combinations, the most frequent first."""
        view = self.case.view
        shares = [
            Share(
                group=view.labelled(fact.attribute, fact.value), count=(worlds & among).bit_count()
            )
            for fact, worlds in found.items()
            if worlds & among
        ]
        if rest := among.bit_count() - sum(share.count for share in shares):
            shares.append(Share(group=None, count=rest))
        return tuple(sorted(shares, key=lambda share: -share.count))

    def _move(self, place: int, option: int, group: Labelled | None) -> Move:
        axis = self.worlds.axes[place]
        made = change(self.case, axis, option)
        base, value = self.case.base, made.after.label
        if axis.kind == "assumption":
            label = Text(*(f"{base.assumptions[axis.name].id} {v}" for v in (value.id, value.en)))
        else:
            name = base.vocabulary.attributes[axis.name].label
            label = Text(f"{name.id} {value.id}", f"{name.en} {value.en}")
        return Move(change=made, label=label, group=group)


def _inert(space: Product, axis: int, worlds: int) -> bool:
    """Tell whether a set of worlds is the same under every alternative of an axis."""
    first = worlds & space.where[axis][0]
    stride = space.strides[axis]
    return all(
        (worlds & where) >> (alternative * stride) == first
        for alternative, where in enumerate(space.where[axis])
    )
