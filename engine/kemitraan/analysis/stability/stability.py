"""How stable the map of stakeholders is, and whether the recommendation moves with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from math import prod
from typing import TYPE_CHECKING, ClassVar

from kemitraan.analysis.scope import axis_id, axis_label
from kemitraan.analysis.stability.actor_map import ActorMap, ActorStability
from kemitraan.analysis.told import apart, told_now, with_beside
from kemitraan.knowledge.shown import ASPECTS
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.published import Data, Published
from kemitraan.recommendation.lines import whole_of
from kemitraan.recommendation.model import Labelled
from kemitraan.recommendation.view import conclusion_word
from kemitraan.text import Text
from kemitraan.worlds.combinations import together
from kemitraan.worlds.diagrams import MOST_NODES, Diagrams

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.knowledge.shown import Aspect
    from kemitraan.recommendation.view import View
    from kemitraan.worlds.axes import Axis


@dataclass(frozen=True, slots=True, kw_only=True)
class Varied(Data):
    """An assumption or a level (`input`) that is combined with the others."""

    sort: str
    id: str
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed(Data):
    """A conclusion beyond the map that the combinations change.

    `with_map` counts those in which the map is otherwise, `without` those in which it stands. It
    is `implied` where it changes only together with what it is told of: a priority with its need.
    """

    id: str
    label: Text
    now: bool
    with_map: int
    without: int
    implied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Following(Data):
    """In how many combinations one aspect is otherwise, with and without the map; what in it."""

    aspect: str
    with_map: int
    without: int
    conclusions: tuple[Followed, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Stability(Published):
    """The map under every combination of the assumptions and levels that move some actor.

    `varied` are these assumptions and levels; `ungrouped` the actors that no combination puts
    into a group. `map_moved` of `tested` combinations put some actor into another group than now.
    `tested` are all `possible` ones, unless `sampled`.
    """

    kind: ClassVar[str] = "stability"
    schema_version: ClassVar[int] = 2
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "actors": (
            "actor_label",
            "group_label",
            "interest_label",
            "influence_label",
            "borderline",
            "stable",
        ),
    }

    sentra: Labelled
    varied: tuple[Varied, ...]
    actors: tuple[ActorStability, ...]
    ungrouped: tuple[Labelled, ...]
    possible: int
    tested: int
    sampled: bool
    map_moved: int
    follows: tuple[Following, ...]


def stability(case: Case, *, most: int = MOST_NODES) -> Stability:
    """Return how stable the map of stakeholders of a case is.

    Combined are all alternatives of the assumptions that touch a group and, for each level that
    nobody assessed, the level in force, one step lower and one higher (all, if none is in force).
    Where diagrams of `most` nodes do not hold what follows, a sample tells it; what is told of
    each actor stays exact.
    """
    mapped = ActorMap(case)
    present = [a for a in case.recommendation.actors if a.present]
    axes = sorted({axis for a in present for axis in mapped.moving(a.id)})
    worlds = mapped.worlds
    targets = [f for f in sorted(worlds.program.bodies) if f.attribute in case.base.shown.aspect_of]
    space, found = together(worlds, with_beside(case, worlds, targets), axes, most)
    count = partial(space.count, axes=axes)
    now = told_now(case)
    moved = apart(case, found, targets, space.full)
    map_moved = union(moved, case.base.shown.aspects["groups"])
    tested = count(space.full)
    possible = prod(worlds.sizes[axis] for axis in axes)
    return Stability(
        sentra=case.sentra,
        varied=tuple(_varied(case, worlds.axes[place]) for place in axes),
        actors=tuple(mapped.actor(a) for a in present if mapped.groups[a.id]),
        ungrouped=tuple(
            Labelled(id=a.id, label=a.label) for a in present if not mapped.groups[a.id]
        ),
        possible=possible,
        tested=tested,
        sampled=not isinstance(space, Diagrams),
        map_moved=count(map_moved),
        follows=tuple(
            _following(case, aspect, moved, now, map_moved, count)
            for aspect in ASPECTS
            if aspect != "groups"
        ),
    )


def _varied(case: Case, axis: Axis) -> Varied:
    return Varied(sort=axis.kind, id=axis_id(case, axis), label=axis_label(case, axis))


def union(moved: Mapping[Fact, int], attributes: Collection[str]) -> int:
    """Return the worlds in which something of these attributes is otherwise."""
    anywhere = 0
    for fact, where in moved.items():
        if fact.attribute in attributes:
            anywhere |= where
    return anywhere


def _following(
    case: Case,
    aspect: Aspect,
    moved: Mapping[Fact, int],
    now: Collection[Fact],
    map_moved: int,
    count: Callable[[int], int],
) -> Following:
    shown = case.base.shown
    attributes = shown.aspects[aspect]
    wholes: dict[str, int] = defaultdict(int)
    for fact, where in moved.items():
        if shown[fact.attribute].advice:
            wholes[whole_of(fact)] |= where
    conclusions = [
        Followed(
            id=conclusion_word(fact),
            label=_in_short(case.view, fact),
            now=fact in now,
            with_map=count(where & map_moved),
            without=count(where & ~map_moved),
            implied=not shown[fact.attribute].advice and not where & ~wholes[whole_of(fact)],
        )
        for fact, where in sorted(moved.items())
        if fact.attribute in attributes and where
    ]
    anywhere = union(moved, attributes)
    return Following(
        aspect=aspect,
        with_map=count(anywhere & map_moved),
        without=count(anywhere & ~map_moved),
        conclusions=tuple(sorted(conclusions, key=lambda f: -f.with_map)),
    )


def _in_short(view: View, fact: Fact) -> Text:
    """Return a conclusion in words, below a heading that names its aspect already."""
    if view.vocabulary.is_affirmed(fact.attribute):
        return view.label(fact.subject)
    if view.vocabulary.attributes[fact.attribute].many and fact.subject == SENTRA:
        return view.label(fact.value)
    return view.describe(fact)
