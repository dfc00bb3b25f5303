"""The claims of a profile over many worlds: which are weighed together, and what touches them.

Claims are weighed (`scenario.evidence`) once for each combination of the few axes that touch them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kemitraan.knowledge.vocabulary import ACTOR
from kemitraan.scenario.evidence import weigh
from kemitraan.worlds.axes import claims_under

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kemitraan.fact import Fact, Slot
    from kemitraan.knowledge.assumptions import Alternative, Assumption, Reading
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.scenario.evidence import Backing, Contest
    from kemitraan.scenario.model import Claim, Scenario
    from kemitraan.worlds.axes import Axis


@dataclass(frozen=True)
class Chosen:
    """An alternative of an assumption, and the axis (None: it is fixed) and place it holds at."""

    name: str
    alternative: Alternative
    axis: int | None
    place: int


@dataclass(frozen=True)
class Group:
    """Claims weighed together, and what touches them: axes of inputs, assumptions."""

    claims: tuple[Claim, ...]
    inputs: tuple[int, ...]
    touching: tuple[tuple[Chosen, ...], ...]
    weighed: dict[tuple[int, ...], tuple[Mapping[Fact, Backing], tuple[Contest, ...]]] = field(
        default_factory=dict
    )

    @cached_property
    def axes(self) -> tuple[int, ...]:
        """Return the places of all axes that touch the claims."""
        varied = [c[0].axis for c in self.touching]
        return tuple(sorted([*self.inputs, *(a for a in varied if a is not None)]))


class Weighing:
    """The claims of one profile, weighed over axes, which are known by their place."""

    def __init__(
        self,
        base: RuleBase,
        scenario: Scenario,
        choice: Mapping[str, str],
        axes: Sequence[Axis] = (),
    ) -> None:
        self.base = base
        self.words = base.vocabulary
        self.scenario = scenario
        self.axes = axes
        self.choices: dict[str, tuple[Chosen, ...]] = {
            name: (Chosen(name, a.alternative(choice[name]), None, 0),)
            for name, a in sorted(base.assumptions.items())
        }
        self.inputs: dict[Slot, list[int]] = defaultdict(list)
        added = {axis.subject for axis in axes if axis.kind == "actor"}
        self.subjects = {actor.id for actor in scenario.actors} | added
        for place, axis in enumerate(axes):
            if axis.kind == "assumption":
                assumption = base.assumptions[axis.name]
                self.choices[axis.name] = tuple(
                    Chosen(axis.name, assumption.alternative(option), place, i)
                    for i, option in enumerate(axis.alternatives)
                )
            elif axis.stated and self.has_subject(axis):
                self.inputs[axis.slot].append(place)

    def has_subject(self, axis: Axis) -> bool:
        """Tell whether the axis is about somebody of this profile, or may add somebody."""
        if self.words.attributes[axis.slot.attribute].of != ACTOR:
            return True
        if axis.kind == "actor":
            return all(actor.id != axis.subject for actor in self.scenario.actors)
        return axis.subject in self.subjects

    def readings(self) -> Iterator[tuple[Chosen, Reading]]:
        """Yield every reading that holds in some world, by the name of its assumption."""
        for choices in self.choices.values():
            for choice in choices:
                if choice.alternative.reading is not None:
                    yield choice, choice.alternative.reading

    # Which claims are weighed together, and what touches them

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Return the claims by what may merge; values of a many-valued attribute stand alone."""
        merged = _together(pair for _, r in self.readings() for pair in r.merge.items())
        relabelled = {r.attribute for _, reading in self.readings() for r in reading.relabel}
        claims: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
        inputs: dict[tuple[str, ...], list[int]] = defaultdict(list)

        def key(slot: Slot, value: str | None) -> tuple[str, ...]:
            alone = self.words.attributes[slot.attribute].many and slot.attribute not in relabelled
            about = merged.get(slot.subject, slot.subject)
            return (slot.attribute, about, (value or "") if alone else "")

        for claim in self.scenario.claims:
            claims[key(claim.slot, claim.value)].append(claim)
        for slot, places in self.inputs.items():
            for place in places:
                inputs[key(slot, self.axes[place].value)].append(place)
        return tuple(
            self.group(claims.get(k, ()), inputs.get(k, ())) for k in sorted({*claims, *inputs})
        )

    def group(self, claims: Sequence[Claim], inputs: Sequence[int]) -> Group:
        """Return some claims with what touches them."""
        slots = {*(c.slot for c in claims), *(self.axes[place].slot for place in inputs)}
        touching = tuple(
            choices
            for name, choices in self.choices.items()
            if self.touches(self.base.assumptions[name], choices, slots, claims, inputs)
        )
        return Group(tuple(claims), tuple(inputs), touching)

    def touches(
        self,
        assumption: Assumption,
        choices: Sequence[Chosen],
        slots: Iterable[Slot],
        claims: Sequence[Claim],
        inputs: Sequence[int],
    ) -> bool:
        """Tell whether an assumption may change how these claims are read or weighed."""
        attributes = {slot.attribute for slot in slots}
        if any(c.figure is not None for c in claims) and any(
            figure is not None and figure.cutoffs == assumption.id
            for figure in (self.words.attributes[name].figure for name in attributes)
        ):
            return True
        found = [c.alternative.reading for c in choices if c.alternative.reading is not None]
        several = len(claims) + bool(inputs) > 1
        return any(
            # What an axis states has no basis.
            any(
                r.attribute in attributes
                and (r.basis is None or any(c.basis == r.basis for c in claims))
                for r in reading.relabel
            )
            or (reading.potential_as is not None and any(c.potential for c in claims))
            or any(slot.subject in reading.merge for slot in slots)
            or (several and bool(reading.differing or reading.conflict or reading.grades))
            for reading in found
        )

    def weighed(
        self, group: Group, places: tuple[int, ...] = ()
    ) -> tuple[Mapping[Fact, Backing], tuple[Contest, ...]]:
        """Return what the claims of a group come to with its axes at these places."""
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
            claims = claims_under(group.claims, edited, world)
            known = group.weighed[places] = weigh(self.base, chosen, claims)
        return known


def _together(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return one name for each set of names that hang together by these pairs."""
    found: dict[str, str] = {}
    for one, other in pairs:
        kept, gone = found.get(one, one), found.get(other, other)
        found |= {one: kept, other: kept} | {n: kept for n, name in found.items() if name == gone}
    return found
