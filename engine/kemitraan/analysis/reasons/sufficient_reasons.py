"""Sufficient reasons: every irreducible set of stated facts that forces a conclusion.

A set forces it if it is shown whatever else the profile stated and whatever the unknown turns out
to be. Named actors, assumptions and rules stay as they are. What removes the conclusion is found
beside it: reasons and removals are each other's minimal hitting sets.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from kemitraan.analysis.change.moves import Step, Steps, Ways
from kemitraan.analysis.change.search import search
from kemitraan.analysis.scope import axis_label, option_label, stated_axes, unknown_axes
from kemitraan.analysis.target import holding
from kemitraan.fact import Fact
from kemitraan.recommendation.view import conclusion_word
from kemitraan.worlds.axes import YES
from kemitraan.worlds.minimal import irreducible, lowered, numbers, raised
from kemitraan.worlds.space import LIMIT, Product
from kemitraan.worlds.worlds import Worlds, count

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kemitraan.case import Case
    from kemitraan.text import Text
    from kemitraan.worlds.axes import Axis
    from kemitraan.worlds.worlds import Picks

Places: TypeAlias = frozenset[int]
"""A set of axes, by their places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFact:
    """A fact of the profile: as `--set` writes it, in words, and with the sources it cites."""

    id: str
    label: Text
    sources: tuple[str, ...]


FactSets = tuple[tuple[StatedFact, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SufficientReasons:
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


def sufficient_reasons(case: Case, conclusion: str) -> tuple[SufficientReasons, ...]:
    """Return the sufficient reasons of each conclusion that a word names.

    Raises:
        InputError: nothing of that name was concluded, or a guard withholds it.
    """
    facts = holding(case, conclusion)
    axes = (*stated_axes(case), *unknown_axes(case))
    worlds = Worlds(case.base, [case.scenario], case.choice, axes)
    return tuple(_Reasons(case, worlds, fact).found() for fact in facts)


class _Reasons:
    """The sufficient reasons of one conclusion. Axes are known by their place."""

    def __init__(self, case: Case, worlds: Worlds, target: Fact) -> None:
        self.case = case
        self.worlds = worlds
        self.target = target
        self.steps = Steps(case, worlds, target)
        self.facts = {
            place: fact
            for place, axis in enumerate(worlds.axes)
            if (fact := _stated(case, axis)) is not None
        }
        self.read = worlds.depends([target])
        self.open = self.read - self.facts.keys()

    def found(self) -> SufficientReasons:
        """Return them: exact within the limit, else the smallest removals alone."""
        combinations = count(self.worlds.picks([self.target]))
        answers: Ways | None = None
        kept = self.open
        if combinations <= LIMIT:
            alone = search(self.worlds, self.target, self.open, wanted=False)
            answers = self.steps.ways(alone)
            kept = frozenset(place for way in alone.ways for place, _ in way)
        picks = self.worlds.picks([self.target], self.read - kept)
        if count(picks) <= LIMIT:
            up_to = None
            reasons, removals = forcing(self.worlds, self.target, picks, self.facts)
            essential = frozenset.intersection(*reasons)
        else:
            smallest = search(self.worlds, self.target, self.facts, wanted=False)
            up_to, reasons = smallest.up_to, ()
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
            combinations=combinations if answers else count(picks),
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
    worlds: Worlds, target: Fact, picks: Picks, facts: Collection[int]
) -> tuple[tuple[Places, ...], tuple[Places, ...]]:
    """Return the sufficient reasons of a conclusion and its smallest removals, as sets of axes.

    Axes not among the `facts` may be anywhere; one that is counts as changed or unchanged. No
    change of others alone may remove the conclusion.
    """
    space = Product([len(p) for p in picks])
    moving = [place for place, axis in enumerate(picks) if len(axis) > 1]
    binary = frozenset(moving) & frozenset(facts)
    lacking = space.full ^ worlds.exact([target], picks)[target]
    lacking = lowered(space, lacking, (place for place in moving if place not in facts))
    within = space.full
    for place in moving:
        where, stride = space.where[place], space.strides[place]
        if place not in facts:
            within &= where[0]
            continue
        # Every way to change a fact becomes the first of them.
        within &= where[0] | where[1]
        for alternative in range(2, len(where)):
            lacking |= (lacking & where[alternative]) >> (alternative - 1) * stride
        lacking &= where[0] | where[1]
    # Facts may be changed together without harm as long as no removal is among them.
    harmless = within & ~raised(space, lacking)
    largest = harmless
    for place in binary:
        largest &= ~((harmless & space.where[place][1]) >> space.strides[place])
    reasons = (binary - changed for changed in _changed(space, largest))
    removals = _changed(space, irreducible(space, lacking) & within)
    return _ordered(reasons), _ordered(removals)


def _changed(space: Product, worlds: int) -> Iterator[Places]:
    """Yield for each world of a set the axes that are not at their first alternative."""
    for number in numbers(worlds):
        yield frozenset(axis for axis, place in enumerate(space.choice(number)) if place)


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
