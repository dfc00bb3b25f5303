"""How far conclusions hold over all combinations of what is assumed, unknown or estimated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import prod
from typing import TYPE_CHECKING, ClassVar, Final

from kemitraan.analysis.robust.boxes import boxes
from kemitraan.analysis.robust.scopes import Over
from kemitraan.analysis.scope import axis_id, axis_label, option_label, stated_axes, unknown_axes
from kemitraan.analysis.target import targets
from kemitraan.faults import Place, named
from kemitraan.knowledge.shown import ASPECTS
from kemitraan.progress import steps
from kemitraan.published import Data, Published
from kemitraan.recommendation.made_with import Base
from kemitraan.recommendation.model import Labelled
from kemitraan.recommendation.view import conclusion_word
from kemitraan.text import Text, titled
from kemitraan.worlds.axes import KEEP, assumption_axes, rule_axes
from kemitraan.worlds.combinations import LISTED, Combinations, combinations
from kemitraan.worlds.diagrams import MOST_NODES, Diagrams
from kemitraan.worlds.space import Listed, changes, count_changes, numbers
from kemitraan.worlds.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.worlds.axes import Axis

NEAR: Final = 3
"""How many changes away from the profile as it is are counted apart."""


@dataclass(frozen=True, slots=True)
class Count(Data):
    """In how many of some combinations something is so."""

    n: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Near(Data):
    """What holds in the combinations that differ on so many axes from the profile as it is.

    `holds` is None where there are too many to list.
    """

    changes: int
    holds: Count | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Data):
    """One alternative of what is moved.

    Moving there, and nothing else, brings the conclusion about in `gains` combinations and loses
    it in `loses`.
    """

    id: str
    label: Text
    gains: int
    loses: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mover(Data):
    """One axis: in how many combinations moving it alone changes whether the conclusion holds."""

    sort: str
    id: str
    label: Text
    changes: Count
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Restriction(Data):
    """An axis restricted to some alternatives; `others` are those it is not at."""

    id: str
    label: Text
    options: tuple[Labelled, ...]
    others: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Data):
    """Restrictions under which the answer differs from that of now.

    `covers`: how many of the combinations with another answer lie within (coverage).
    `differs`: how many of the combinations within have another answer (density).
    """

    restrictions: tuple[Restriction, ...]
    covers: Count
    differs: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Robust(Data):
    """How far one conclusion holds.

    `now`: it is shown for the profile as it is. `combinations` counts all there are; where
    `sampled`, `holds`, `movers` and `conditions` count in a sample of them, else in all.
    `movers` come with the strongest first; `idle` never changes the answer by itself.
    `conditions` describe where the answer is another than now, `together` all of them at once.
    """

    id: str
    label: Text
    conclusion: str
    now: bool
    combinations: int
    sampled: bool
    holds: Count
    near: tuple[Near, ...]
    movers: tuple[Mover, ...]
    idle: tuple[Labelled, ...]
    conditions: tuple[Condition, ...]
    together: Condition | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Robustness(Published):
    """How far the conclusions about a sentra hold when what is in `over` varies."""

    kind: ClassVar[str] = "robust"
    schema_version: ClassVar[int] = 2
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "conclusions": ("label", "now", "holds_n", "holds_of", "movers_label"),
    }

    sentra: Labelled
    base: Base
    over: tuple[Over, ...]
    conclusions: tuple[Robust, ...]


def robustness(
    case: Case,
    conclusion: str | None = None,
    over: Sequence[str] = ("assumptions",),
    *,
    most: int = MOST_NODES,
) -> Robustness:
    """Return how far a conclusion holds, or without one the core of the recommendation.

    Counts are shares of tested combinations, not probabilities: of all of them, or of a sample
    where diagrams of `most` nodes do not hold them.

    Raises:
        InputError: no rule concludes `conclusion`, or `over` names no such scope.
    """
    scope = named(over, Over, Place("--over"))
    facts = core(case) if conclusion is None else targets(case, conclusion)
    axes = [axis for name in scope for axis in axes_of(case, name)]
    worlds = Worlds(case.base, [case.scenario], case.choice, axes)
    every: Mapping[Fact, Combinations] = {}
    found: list[Robust] = []
    for work in steps(("count", "tell"), 2):
        if work == "count":
            every = combinations(worlds, facts, most=most)
            continue
        # Told over all that may have a part in it, also what then never changes it by itself.
        found = [robust(case, replace(every[f], narrow=False)) for f in steps(facts, len(facts))]
    return Robustness(
        sentra=case.sentra,
        base=case.made_with,
        over=scope,
        conclusions=tuple(found),
    )


def axes_of(case: Case, scope: Over) -> Iterator[Axis]:
    """Yield the axes of one scope."""
    match scope:
        case Over.ASSUMPTIONS:
            yield from assumption_axes(case.base, case.choice)
        case Over.UNKNOWN:
            yield from unknown_axes(case)
        case Over.STATED:
            yield from _step_axes(case)
        case Over.RULES:
            yield from rule_axes(case.base)


def _step_axes(case: Case) -> Iterator[Axis]:
    """Yield the axes of stated ordinal levels: as stated, one step lower, one step higher."""
    words = case.base.vocabulary
    for axis in stated_axes(case):
        value = option_label(case, axis, 0).id
        order = words.value_order.get(words.attributes[axis.name].scale, {})
        if axis.kind == "input" and value in order:
            near = (v for v, rank in order.items() if abs(rank - order[value]) == 1)
            yield replace(axis, alternatives=(KEEP, *near))


def core(case: Case) -> tuple[Fact, ...]:
    """Return the core of a recommendation as it is shown now, what decides most first."""
    shown = [one for one in case.base.shown.listed if one.core]
    shown.sort(key=lambda one: ASPECTS.index(one.aspect) if one.aspect else len(ASPECTS))
    return tuple(f for one in shown for f in case.admitted if f.attribute == one.attribute)


def robust(case: Case, over: Combinations) -> Robust:
    """Return how far one conclusion holds over what makes a difference to it."""
    fact, space, holds = over.fact, over.space, over.shown
    now = fact in case.admitted
    movers = [_mover(case, over, axis, moved) for axis, moved in over.moved().items()]
    other = ~holds & space.full if now else holds
    found = tuple(boxes(over, other))
    within = space.union(box.worlds for box in found)
    return Robust(
        id=fact.value,
        label=case.view.describe(fact),
        conclusion=conclusion_word(fact),
        now=now,
        combinations=prod(over.worlds.sizes[axis] for axis in over.axes),
        sampled=not over.exact,
        holds=Count(over.holds, over.tested),
        near=_near(over),
        movers=tuple(sorted((m for m in movers if m.changes.n), key=lambda m: -m.changes.n)),
        idle=tuple(Labelled(id=m.id, label=m.label) for m in movers if not m.changes.n),
        conditions=tuple(
            _condition(over, other, box.worlds, [_restriction(case, over, *c) for c in box.choices])
            for box in found
        ),
        together=_condition(over, other, within, ()) if found else None,
    )


def _near(over: Combinations) -> tuple[Near, ...]:
    """Return what holds one, two and three changes away: exact, or None where they are too many."""
    most = min(NEAR, len(over.axes))
    if isinstance(over.space, Diagrams):
        away = over.space.by_changes(over.space.full, over.axes)
        held = [*over.space.by_changes(over.shown, over.axes), *[0] * (most + 1)]
        return tuple(Near(changes=k, holds=Count(held[k], away[k])) for k in range(1, most + 1))
    sizes = [n if place in over.axes else 1 for place, n in enumerate(over.worlds.sizes)]
    reach = max(k for k in range(most + 1) if count_changes(sizes, k) <= LISTED)
    listed = list(changes(sizes, reach))
    space = Listed(over.worlds.sizes, listed)
    shown = over.worlds.shown(space, [over.fact])[over.fact]
    made = Counter(len(world) for world in listed)
    held_at = Counter(len(listed[number]) for number in numbers(shown))
    return tuple(
        Near(changes=k, holds=Count(held_at[k], made[k]) if k <= reach else None)
        for k in range(1, most + 1)
    )


def _mover(case: Case, over: Combinations, place: int, moved: Sequence[int]) -> Mover:
    """Return what moving one axis by itself does; `moved` gives what holds then, by place."""
    axis = over.worlds.axes[place]
    same = over.space.full
    for worlds in moved:
        same &= worlds
    options = []
    for option, worlds in enumerate(moved):
        named = option_label(case, axis, option)
        options.append(
            Option(
                id=named.id,
                label=named.label,
                gains=over.count(worlds & ~over.shown),
                loses=over.count(over.shown & ~worlds),
            )
        )
    return Mover(
        sort=axis.kind,
        id=axis_id(case, axis),
        label=_name(case, axis),
        changes=Count(over.count(over.space.union(moved) ^ same), over.tested),
        options=tuple(options),
    )


def _condition(
    over: Combinations, other: int, within: int, restrictions: Sequence[Restriction]
) -> Condition:
    hits = over.count(other & within)
    return Condition(
        restrictions=tuple(restrictions),
        covers=Count(hits, over.count(other)),
        differs=Count(hits, over.count(within)),
    )


def _restriction(
    case: Case, over: Combinations, place: int, chosen: tuple[int, ...]
) -> Restriction:
    axis = over.worlds.axes[place]
    labels = [option_label(case, axis, a) for a in range(len(axis.alternatives))]
    return Restriction(
        id=axis_id(case, axis),
        label=_name(case, axis),
        options=tuple(labels[a] for a in chosen),
        others=tuple(label for a, label in enumerate(labels) if a not in chosen),
    )


def _name(case: Case, axis: Axis) -> Text:
    """Return what an axis is about; an assumption goes by its id, which says what it is."""
    if axis.kind == "assumption":
        found = case.base.assumptions[axis.name]
        return titled(found.id, found.label)
    return axis_label(case, axis)
