"""A profile at the border of many worlds: which claims are weighed together, what touches them.

Claims are weighed once for each combination of the few axes that touch them; `given` makes sets
of worlds of that.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kemitraan.fact import Fact, Slot
from kemitraan.knowledge.compile import IS
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.scenario.border import ORIGIN
from kemitraan.scenario.evidence import BY_BASIS, is_shorthand, weigh
from kemitraan.worlds.axes import claims_under

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kemitraan.knowledge.assumptions import Alternative, Reading
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute
    from kemitraan.scenario.model import Claim, Scenario
    from kemitraan.worlds.axes import Axis


@dataclass(frozen=True)
class Group:
    """Claims weighed together, and what touches them: axes of inputs, assumptions."""

    things: tuple[Slot, ...]
    claims: tuple[Claim, ...]
    inputs: tuple[int, ...]
    touching: tuple[tuple[Chosen, ...], ...]
    weighed: dict[tuple[int, ...], tuple[Fact, ...]] = field(default_factory=dict)

    @cached_property
    def axes(self) -> tuple[int, ...]:
        """Return the places of all axes that touch the claims."""
        varied = [c[0].axis for c in self.touching]
        return tuple(sorted([*self.inputs, *(a for a in varied if a is not None)]))


@dataclass(frozen=True)
class Chosen:
    """An alternative of an assumption, and the axis (None: it is fixed) and place it holds at."""

    name: str
    alternative: Alternative
    axis: int | None
    place: int


class Border:
    """One profile at the border; axes are known by their place."""

    def __init__(
        self,
        base: RuleBase,
        scenario: Scenario,
        choice: Mapping[str, str],
        axes: Sequence[Axis],
    ) -> None:
        self.base = base
        self.words = base.vocabulary
        self.scenario = scenario
        self.axes = axes
        self.choices: dict[str, list[Chosen]] = {
            name: [Chosen(name, a.alternative(choice[name]), None, 0)]
            for name, a in sorted(base.assumptions.items())
        }
        self.inputs: dict[Slot, list[int]] = defaultdict(list)
        self.added = {axis.subject for axis in axes if axis.kind == "actor"}
        for place, axis in enumerate(axes):
            if axis.kind == "assumption":
                assumption = base.assumptions[axis.name]
                self.choices[axis.name] = [
                    Chosen(axis.name, assumption.alternative(option), place, i)
                    for i, option in enumerate(axis.alternatives)
                ]
            elif axis.stated and self.has_subject(axis):
                self.inputs[axis.slot].append(place)

    def has_subject(self, axis: Axis) -> bool:
        """Tell whether the axis is about somebody of this profile, or may add somebody."""
        if self.words.attributes[axis.slot[0]].of != ACTOR:
            return True
        known = any(actor.id == axis.subject for actor in self.scenario.actors)
        return not known if axis.kind == "actor" else known or axis.subject in self.added

    def readings(self) -> Iterator[tuple[Chosen, Reading]]:
        """Yield every reading that holds in some world, by the name of its assumption."""
        for choices in self.choices.values():
            for choice in choices:
                if choice.alternative.reading is not None:
                    yield choice, choice.alternative.reading

    # Which claims are weighed together, and what touches them

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Return the claims by what may merge, with their facts under each combination."""
        merges: dict[str, set[str]] = defaultdict(set)
        for _, reading in self.readings():
            for source, target in reading.merge.items():
                merges[target] |= {source}
        claims: dict[Slot, list[Claim]] = defaultdict(list)
        for claim in self.scenario.claims:
            claims[claim.slot].append(claim)
        things = {*claims, *self.inputs}
        of = {thing: thing for thing in things}
        for thing in sorted(things):
            for target in sorted(merges):
                if thing[1] in merges[target] or thing[1] == target:
                    # All that may merge into one entry hangs together.
                    of[thing] = Slot(thing[0], target)
        members: dict[Slot, list[Slot]] = defaultdict(list)
        for thing in sorted(things):
            members[of[thing]].append(thing)
        return tuple(
            self.group(listed, [c for thing in listed for c in claims.get(thing, ())])
            for listed in members.values()
        )

    def group(self, things: Sequence[Slot], claims: Sequence[Claim]) -> Group:
        """Return some claims with what touches them."""
        inputs = tuple(place for thing in things for place in self.inputs.get(thing, ()))
        touching = tuple(
            tuple(choices)
            for choices in self.choices.values()
            if any(self.touches(c.alternative, things, claims, inputs) for c in choices)
        )
        return Group(tuple(things), tuple(claims), inputs, touching)

    def weighed(self, group: Group, places: tuple[int, ...]) -> tuple[Fact, ...]:
        """Return the facts of a group with its axes at these places."""
        known = group.weighed.get(places)
        if known is None:
            at = dict(zip(group.axes, places, strict=True))
            chosen = {
                c.name: c.alternative
                for choices in group.touching
                for c in choices
                if c.axis is None or at[c.axis] == c.place
            }
            edited = [self.axes[place] for place in group.inputs]
            world = {self.axes[place]: at[place] for place in group.inputs}
            facts, _ = weigh(self.base, chosen, claims_under(group.claims, edited, world))
            known = group.weighed[places] = tuple(facts)
        return known

    @cached_property
    def possible(self) -> frozenset[Fact]:
        """Return facts among which are all that may be given in some world."""
        found = set(self.catalogue) | {ORIGIN}
        for name, choices in self.choices.items():
            found.update(Fact(name, SENTRA, c.alternative.id) for c in choices)
        for axis in self.axes:
            if axis.kind == "actor" and self.has_subject(axis):
                found.add(Fact(IS, axis.subject, ACTOR))
        for group in self.groups:
            if not group.axes:
                found.update(self.weighed(group, ()))
                continue
            for attribute, subject in self.named(group):
                for value in self.words.values_of(attribute):
                    found.add(Fact(attribute, subject, value))
        for _, reading in self.readings():
            for lower in reading.lower:
                kind = self.words.entries[lower.entry][0]
                for level in self.words.values_of(kind.shorthand or ""):
                    found.add(Fact(kind.shorthand or "", lower.entry, level))
            if reading.fill is not None:
                for thing in self.fillable():
                    levels = self.levels(self.words.attributes[thing[0]])
                    found.update(Fact(*thing, level) for level in levels)
        return frozenset(found)

    @cached_property
    def of_slot(self) -> Mapping[Slot, tuple[Fact, ...]]:
        """Return the possible facts by what they are about."""
        found: dict[Slot, list[Fact]] = defaultdict(list)
        for fact in sorted(self.possible):
            found[fact.slot].append(fact)
        return {thing: tuple(facts) for thing, facts in found.items()}

    def named(self, group: Group) -> Iterator[Slot]:
        """Yield the things that the facts of a group may be about."""
        merges = {s: t for _, reading in self.readings() for s, t in reading.merge.items()}
        for attribute, subject in group.things:
            for about in dict.fromkeys((subject, merges.get(subject, subject))):
                yield Slot(attribute, about)
                if is_shorthand(self.words, attribute, about):
                    yield from (
                        Slot(k, about) for k in BY_BASIS.values() if k in self.words.attributes
                    )

    def touches(
        self,
        alternative: Alternative,
        things: Sequence[Slot],
        claims: Sequence[Claim],
        inputs: Sequence[int],
    ) -> bool:
        """Tell whether an alternative may change how these claims are read or weighed."""
        attributes = {attribute for attribute, _ in things}
        measured = any(c.figure is not None for c in claims)
        if measured and not attributes.isdisjoint(alternative.cutoffs):
            return True
        reading = alternative.reading
        if reading is None:
            return False
        weighed = reading.differing or reading.conflict or reading.grades
        return (
            any(
                r.attribute in attributes
                # What an axis states has no basis.
                and (r.basis is None or any(c.basis == r.basis for c in claims))
                for r in reading.relabel
            )
            or (reading.potential_as is not None and any(c.potential for c in claims))
            or any(subject in reading.merge for _, subject in things)
            or (bool(weighed) and len(claims) + bool(inputs) > 1)
        )

    @cached_property
    def touched(self) -> Mapping[Fact, frozenset[int]]:
        """Return, for each fact that some axis may give or take, the axes that may."""
        by_slot: dict[Slot, set[int]] = defaultdict(set)
        for group in self.groups:
            for thing in self.named(group):
                by_slot[thing].update(group.axes)
        for choice, reading in self.readings():
            own = set() if choice.axis is None else {choice.axis}
            for lower in reading.lower:
                doubted = {
                    a
                    for thing, axes in by_slot.items()
                    if thing[0] == lower.attribute
                    for a in axes
                    # One value of many comes and goes by an axis of its own.
                    if self.axes[a].value in ("", lower.value)
                } | own
                for thing in list(by_slot):
                    if thing[1] == lower.entry and is_shorthand(self.words, *thing):
                        by_slot[thing].update(doubted)
        touched = {
            fact: frozenset(by_slot[fact.slot] | self.reading_axes(fact.slot))
            for fact in self.possible - self.catalogue
            # What an actor is holds where the actor does; a choice, where it is made: see below.
            if fact.attribute != IS and fact.attribute not in self.choices
        }
        for place, axis in enumerate(self.axes):
            if axis.kind == "assumption":
                for option in axis.alternatives:
                    touched[Fact(axis.name, SENTRA, option)] = frozenset({place})
            elif axis.kind == "actor":
                touched[Fact(IS, axis.subject, ACTOR)] = frozenset({place})
        stating = frozenset(p for places in self.inputs.values() for p in places)
        touched[ORIGIN] = stating
        return touched

    def reading_axes(self, thing: Slot) -> set[int]:
        """Return the axes of assumptions that may fill a thing, ignore it or merge it away."""
        attribute, subject = thing
        open_to_fill = bool(self.levels(self.words.attributes[attribute]))
        return {
            choice.axis
            for choice, reading in self.readings()
            if choice.axis is not None
            and (
                attribute in reading.ignore
                or subject in reading.merge
                or (
                    reading.fill is not None
                    and open_to_fill
                    and (reading.fill.having is None or self.has(subject, reading.fill.having))
                )
            )
        }

    def has(self, entry: str, prop: str) -> bool:
        """Tell whether a catalogue entry has a property."""
        found = self.words.entries.get(entry)
        return found is not None and prop in found[1].facts

    @cached_property
    def catalogue(self) -> frozenset[Fact]:
        """Return what holds in every world: kinds of subjects, properties of entries."""
        found = {Fact(IS, SENTRA, SENTRA)}
        found.update(Fact(IS, actor.id, ACTOR) for actor in self.scenario.actors)
        for kind in self.words.kinds.values():
            for entry in kind.entries:
                found.add(Fact(IS, entry.id, kind.id))
                for attribute, values in entry.facts.items():
                    found.update(Fact(attribute, entry.id, value) for value in values)
        return frozenset(found)

    def fillable(self) -> Iterator[Slot]:
        """Yield the things that an assumption may fill: ordered, single-valued, of no actor."""
        for attribute in self.words.attributes.values():
            if attribute.role == "input" and attribute.question is not None:
                yield from (Slot(attribute.id, s) for s in self.subjects(attribute))

    def subjects(self, attribute: Attribute) -> Iterator[str]:
        """Yield what an input may be asked of, but for actors: nothing of theirs is filled."""
        if attribute.of == SENTRA:
            yield SENTRA
        elif self.words.kinds[attribute.of].shorthand == attribute.id:
            yield from (entry.id for entry in self.words.kinds[attribute.of].entries)

    def levels(self, attribute: Attribute) -> tuple[str, ...]:
        """Return the levels by which an input may be filled."""
        if attribute.many:
            return ()
        return tuple(self.words.value_order.get(attribute.scale, ()))
