"""Sufficient reasons: every irreducible set of stated facts that forces a conclusion.

A set forces it if it is shown whatever else the profile stated and whatever the unknown turns out
to be. Named actors, assumptions and rules stay as they are. What removes the conclusion is found
beside it: reasons and removals are each other's minimal hitting sets.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from kemitraan.analysis.change.moves import Step, Steps
from kemitraan.analysis.change.search import search
from kemitraan.analysis.scope import axis_label, option_label, stated_axes, unknown_axes
from kemitraan.analysis.target import holding
from kemitraan.fact import Fact
from kemitraan.published import Data, Published
from kemitraan.recommendation.model import Labelled
from kemitraan.recommendation.view import conclusion_word
from kemitraan.text import Text
from kemitraan.worlds.axes import YES
from kemitraan.worlds.combinations import combinations
from kemitraan.worlds.diagrams import MOST_NODES, Diagrams
from kemitraan.worlds.minimal import changes_in, irreducible, raised
from kemitraan.worlds.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kemitraan.case import Case
    from kemitraan.worlds.axes import Axis

Places: TypeAlias = frozenset[int]
"""A set of axes, by their places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFact(Data):
    """A fact of the profile: as `--set` writes it, in words, and with the sources it cites."""

    id: str
    label: Text
    sources: tuple[str, ...]


FactSets = tuple[tuple[StatedFact, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SufficientReasons(Data):
    """Why one conclusion holds.

    `reasons` are the irreducible sets of stated facts that force it, `removals` those whose
    change (each to some value, with some answers to what is unknown) removes it. `essential` facts
    are in every reason, `needless` ones in none though rules behind it read them, `unread` are
    read by none. Where answers to what is unknown remove it alone, `unsettled` lists the smallest
    sets of them, and reasons hold as long as those things stay unknown.

    `up_to` is None where each of the `combinations` was looked at. Where these were too many,
    everything unknown stays so; `removals` are then those of at most that size, and there are no
    `reasons`. `kept` is what stays unknown.
    """

    conclusion: str
    label: Text
    reasons: FactSets
    essential: tuple[StatedFact, ...]
    removals: FactSets
    needless: tuple[StatedFact, ...]
    unread: tuple[StatedFact, ...]
    unsettled: tuple[tuple[Step, ...], ...]
    kept: tuple[Text, ...]
    combinations: int
    up_to: int | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Reasons(Published):
    """The sufficient reasons of each conclusion that a word names."""

    kind: ClassVar[str] = "reasons"
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "conclusions": ("label", "essential_label", "needless_label", "combinations")
    }

    sentra: Labelled
    conclusions: tuple[SufficientReasons, ...]


def reasons(case: Case, conclusion: str) -> Reasons:
    """Return which stated facts force a conclusion; see `sufficient_reasons`."""
    return Reasons(sentra=case.sentra, conclusions=sufficient_reasons(case, conclusion))


def sufficient_reasons(
    case: Case, conclusion: str, *, most: int = MOST_NODES
) -> tuple[SufficientReasons, ...]:
    """Return the sufficient reasons of each conclusion that a word names.

    Where diagrams of `most` nodes do not hold all combinations, the smallest removals alone.

    Raises:
        InputError: nothing of that name was concluded, or a guard withholds it.
    """
    facts = holding(case, conclusion)
    axes = (*stated_axes(case), *unknown_axes(case))
    worlds = Worlds(case.base, [case.scenario], case.choice, axes)
    return tuple(_Reasons(case, worlds, fact, most).found() for fact in facts)


class _Reasons:
    """The sufficient reasons of one conclusion. Axes are known by their place."""

    def __init__(self, case: Case, worlds: Worlds, target: Fact, most: int = MOST_NODES) -> None:
        self.case = case
        self.worlds = worlds
        self.target = target
        self.most = most
        self.steps = Steps(case, worlds, target)
        self.facts = {
            place: fact
            for place, axis in enumerate(worlds.axes)
            if (fact := _stated(case, axis)) is not None
        }
        self.read = worlds.depends([target])
        self.open = self.read - self.facts.keys()

    def found(self) -> SufficientReasons:
        """Return them: over every combination, or else the smallest removals alone."""
        alone = search(self.worlds, self.target, self.open, wanted=False, most=self.most)
        answers = self.steps.ways(alone) if alone.up_to is None else None
        # What answers alone can undo holds as long as those things stay unknown.
        kept = frozenset(place for way in alone.ways for place, _ in way) if answers else self.open
        over = combinations(self.worlds, [self.target], self.read - kept, self.most)[self.target]
        if isinstance(over.space, Diagrams):
            up_to = None
            reasons, removals = forcing(over.space, over.shown, self.facts)
            essential = frozenset.intersection(*reasons)
        else:
            smallest = search(self.worlds, self.target, self.facts, wanted=False, most=self.most)
            # Of the reasons themselves none is told: even when every removal was looked at, that
            # is all that was.
            up_to = len(self.facts) if smallest.up_to is None else smallest.up_to
            reasons = ()
            removals = _least(frozenset(place for place, _ in way) for way in smallest.ways)
            essential = frozenset(place for r in removals if len(r) == 1 for place in r)
        needed = frozenset[int]().union(*reasons, *removals)
        return SufficientReasons(
            conclusion=conclusion_word(self.target),
            label=self.case.view.describe(self.target),
            reasons=tuple(map(self.named, reasons)),
            essential=self.named(essential),
            removals=tuple(map(self.named, removals)),
            needless=self.named(self.read & self.facts.keys() - needed) if up_to is None else (),
            unread=self.named(self.facts.keys() - self.read),
            unsettled=answers.ways if answers else (),
            kept=tuple(axis_label(self.case, self.worlds.axes[place]) for place in sorted(kept)),
            combinations=prod(self.worlds.sizes[place] for place in {*alone.axes, *over.bearing}),
            up_to=up_to,
        )

    def named(self, places: Iterable[int]) -> tuple[StatedFact, ...]:
        """Return stated facts in words, in the order of the profile."""
        return tuple(self.stated(self.facts[place]) for place in sorted(places))

    def stated(self, fact: Fact) -> StatedFact:
        """Return one stated fact in words."""
        claims = self.case.fact_base.origin.get(fact, ())
        bare = fact.attribute in self.case.view.shorthand
        return StatedFact(
            id=f"{fact.subject}={fact.value}" if bare else conclusion_word(fact),
            label=self.case.view.describe(fact),
            sources=tuple(sorted({source for claim in claims for source in claim.source})),
        )


def forcing(
    space: Diagrams, shown: int, facts: Collection[int]
) -> tuple[tuple[Places, ...], tuple[Places, ...]]:
    """Return the sufficient reasons of a conclusion and its smallest removals, as sets of axes.

    Axes not among the `facts` may be anywhere; one that is counts as changed or unchanged. No
    change of others alone may remove the conclusion.
    """
    lacking = ~shown & space.full
    for axis in sorted(space.support(lacking)):
        if axis not in facts:
            lacking = space.somehow(lacking, axis)
            continue
        # Every way to change a fact counts as the same one.
        unchanged, changed = space.where[axis][0], 0
        for place in range(1, space.sizes[axis]):
            changed |= space.moved(lacking, axis, place)
        lacking = (space.moved(lacking, axis, 0) & unchanged) | (changed & ~unchanged)
    binary = space.support(lacking)
    within = space.full
    for axis in binary:
        within &= space.where[axis][0] | space.where[axis][1]
    # Facts may be changed together without harm as long as no removal is among them.
    harmless = within & ~raised(space, lacking)
    largest = harmless
    for axis in binary:
        largest &= ~(space.where[axis][0] & space.moved(harmless, axis, 1))
    reasons = (binary - changed for changed in _changed(space, largest, binary))
    removals = _changed(space, irreducible(space, lacking) & within, binary)
    return _ordered(reasons), _ordered(removals)


def _changed(space: Diagrams, worlds: int, axes: Places) -> Iterator[Places]:
    """Yield for each combination in a set the axes that are not at their first alternative."""
    for made in changes_in(space, worlds, axes):
        yield frozenset(axis for axis, _ in made)


def _ordered(sets: Iterable[Places]) -> tuple[Places, ...]:
    return tuple(sorted(sets, key=lambda places: (len(places), sorted(places))))


def _least(sets: Iterable[Places]) -> tuple[Places, ...]:
    """Return the sets that contain no other, in order."""
    listed = set(sets)
    return _ordered(places for places in listed if not any(other < places for other in listed))


def _stated(case: Case, axis: Axis) -> Fact | None:
    """Return the fact that an axis finds in the profile, if it finds one that may be otherwise."""
    option = option_label(case, axis, 0).id
    if axis.slot in case.fact_base.unknown or len(axis.alternatives) == 1:
        return None
    if axis.kind == "value":
        return Fact(axis.name, axis.subject, axis.value) if option == YES else None
    return Fact(axis.name, axis.subject, option)
