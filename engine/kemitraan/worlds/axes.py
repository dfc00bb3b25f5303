"""What may be otherwise: axes, each with the alternatives of which one holds in every world."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from kemitraan.fact import Fact, Slot
from kemitraan.faults import Place
from kemitraan.scenario.model import KIND, Actor, Claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.scenario.model import Scenario
    from kemitraan.worlds.fact_base import FactBase

KEEP: Final = "="
"""The alternative of an input that leaves the profile as it was stated."""
UNKNOWN: Final = "?"
"""The alternative of an input that nobody states."""
YES, NO = "yes", "no"

_PLACE = Place("--set")


@dataclass(frozen=True, slots=True, order=True)
class Axis:
    """One thing that may be otherwise. `alternatives` are told apart by their place.

    - `input`: the single-valued attribute `name` of `subject`; `KEEP`, `UNKNOWN` or a value;
    - `value`: `value` among those of a many-valued attribute; `KEEP`, `YES` or `NO`;
    - `actor`: an actor of the kind `name` takes part, with the id `subject`; `KEEP` or `YES`;
    - `assumption`: the assumption `name`; ids of its alternatives;
    - `rule`: the rule `name`; `YES` where it is in force, `NO` where it is switched off;
    - `scenario`: which of several profiles; their places, as text.
    """

    kind: Literal["input", "value", "actor", "assumption", "rule", "scenario"]
    name: str
    alternatives: tuple[str, ...]
    subject: str = ""
    value: str = ""

    @property
    def slot(self) -> Slot:
        """Return attribute and subject; of an added actor, its kind."""
        return Slot(KIND if self.kind == "actor" else self.name, self.subject)

    @property
    def stated(self) -> bool:
        """Tell whether this is about what a profile states."""
        return self.kind in ("input", "value", "actor")


def input_axes(
    base: RuleBase, scenario: Scenario, slots: Iterable[Slot], *, first: Sequence[str] = (KEEP,)
) -> Iterator[Axis]:
    """Yield the axes of inputs: every value of each slot, after the alternatives in `first`.

    A value that is all the profile states of a slot is not offered beside `KEEP`. What can only
    be affirmed may also just not be so. Of what is not stated, no value is offered that
    contradicts what is.
    """
    words = base.vocabulary
    stated: dict[Slot, set[str | None]] = {}
    contradicting: set[Fact] = set()
    for claim in scenario.claims:
        stated.setdefault(claim.slot, set()).add(claim.value)
        if claim.value is not None:
            contradicting |= base.excluded.get(Fact(*claim.slot, claim.value), frozenset())
    for name, subject in slots:
        attribute = words.attributes[name]
        values = words.values_of(name)
        now = stated.get(Slot(name, subject), set())
        if not now:
            possible = [v for v in values if Fact(name, subject, v) not in contradicting]
            values = tuple(possible) or values
        if attribute.many:
            for value in values:
                other = NO if value in now else YES
                offered = (KEEP, other) if KEEP in first else (NO, YES)
                yield Axis("value", name, offered, subject, value)
        elif name != KIND:
            others = tuple(v for v in values if not (KEEP in first and now == {v}))
            alone = len(values) == 1 and UNKNOWN not in first and KEEP not in first
            yield Axis("input", name, (*first, *([UNKNOWN] if alone else []), *others), subject)


def assumption_axes(base: RuleBase, choice: Mapping[str, str]) -> Iterator[Axis]:
    """Yield the axes of all assumptions that act, the choice in force first."""
    for assumption in sorted(base.assumptions.values(), key=lambda a: a.id):
        if assumption.no_effect is None:
            now = choice[assumption.name]
            others = (a.id for a in assumption.alternatives if a.id != now)
            yield Axis("assumption", assumption.name, (now, *others))


def rule_axes(base: RuleBase) -> Iterator[Axis]:
    """Yield the axes of all rules in force: each as it is, and switched off."""
    for rule in base.rules:
        yield Axis("rule", rule.id, (YES, NO))


def actor_axes(base: RuleBase, scenario: Scenario) -> Iterator[Axis]:
    """Yield the axes of the kinds of actor that the profile does not name."""
    named = {actor.kind for actor in scenario.actors}
    taken = {actor.id for actor in scenario.actors}
    for kind in base.vocabulary.values_of(KIND):
        if kind not in named and kind not in taken:
            yield Axis("actor", kind, (KEEP, YES), kind)


def known_slots(base: RuleBase, world: FactBase) -> list[Slot]:
    """Return the inputs that a profile states, in the order of the vocabulary."""
    slots = {
        fact.slot
        for fact in world.origin
        if base.vocabulary.attributes[fact.attribute].question is not None
    }
    return sorted(slots, key=lambda t: (base.vocabulary.rank[t[0]], t[1]))


def claims_under(
    claims: Sequence[Claim], axes: Iterable[Axis], world: Mapping[Axis, int]
) -> list[Claim]:
    """Return the claims of a profile as they are in a world."""
    found = list(claims)
    for axis in axes:
        option = axis.alternatives[world.get(axis, 0)]
        if not axis.stated or option == KEEP:
            continue
        slot = axis.slot
        if axis.kind == "value":
            found = [c for c in found if c.slot != slot or c.value != axis.value]
            added = axis.value if option == YES else None
        else:
            found = [c for c in found if c.slot != slot]
            added = axis.name if axis.kind == "actor" else option if option != UNKNOWN else None
        if added is not None:
            found.append(Claim(*slot, added, _PLACE))
    return found


def scenario_under(scenario: Scenario, axes: Iterable[Axis], world: Mapping[Axis, int]) -> Scenario:
    """Return the profile as it is in a world."""
    listed = list(axes)
    added = [
        Actor(axis.subject, axis.name, "", _PLACE)
        for axis in listed
        if axis.kind == "actor" and axis.alternatives[world.get(axis, 0)] == YES
    ]
    return replace(
        scenario,
        claims=tuple(claims_under(scenario.claims, listed, world)),
        actors=(*scenario.actors, *added),
    )


def choice_under(
    choice: Mapping[str, str], axes: Iterable[Axis], world: Mapping[Axis, int]
) -> dict[str, str]:
    """Return the choice of assumptions as it is in a world."""
    chosen = {
        axis.name: axis.alternatives[world.get(axis, 0)]
        for axis in axes
        if axis.kind == "assumption"
    }
    return {**choice, **chosen}
