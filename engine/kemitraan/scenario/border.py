"""The border between people's claims and facts: how a scenario is read under the assumptions.

`evidence` turns claims into values. Here these become the facts of a world: levels are lowered
that somebody's statement puts in doubt, the unknown is filled, attributes are ignored, as the
alternatives in force declare it; and what nobody states is added (catalogues, assumptions).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.fact import Fact, Slot
from kemitraan.knowledge.compile import IS
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.scenario.evidence import (
    Backing,
    Contest,
    is_shorthand,
    readings,
    weigh,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute
    from kemitraan.scenario.model import Claim, Scenario

__all__ = ["Contest", "FactBase", "world"]

ORIGIN = Fact("profile_origin", SENTRA, "study_case")
"""What a case of the study stated by the study alone is marked with; no profile may state it."""


@dataclass(frozen=True)
class FactBase:
    """Everything an inference starts from, for one scenario under one choice of assumptions.

    `fixed` are the facts nobody stated: catalogues, kinds, assumptions. `origin` gives the
    claims behind each stated fact. `readings` names the assumptions that made a fact, or changed
    it from what was said. `unknown` lists inputs without a fact; `words` holds free texts.
    """

    facts: tuple[Fact, ...]
    fixed: frozenset[Fact]
    origin: Mapping[Fact, tuple[Claim, ...]]
    contested: tuple[Contest, ...]
    unknown: tuple[Slot, ...]
    words: Mapping[Slot, str]
    readings: tuple[tuple[str, Fact], ...]


def world(base: RuleBase, scenario: Scenario, choice: Mapping[str, str]) -> FactBase:
    """Return the facts of a scenario under a choice of assumptions (all of them, by name)."""
    return _Border(base, scenario, choice).world()


class _Border:
    """Takes one scenario over the border."""

    def __init__(self, base: RuleBase, scenario: Scenario, choice: Mapping[str, str]) -> None:
        self.base = base
        self.words = base.vocabulary
        self.scenario = scenario
        self.chosen = {n: a.alternative(choice[n]) for n, a in sorted(base.assumptions.items())}
        self.readings = tuple(readings(self.chosen))

    def world(self) -> FactBase:
        backed, contested = weigh(self.base, self.chosen, self.scenario.claims)
        ignored = {a for _, reading in self.readings for a in reading.ignore}
        lowered = self.lowered(backed)
        stated = {f: lowered[f] for f in sorted(lowered) if f.attribute not in ignored}
        filled = {f: n for f, n in self.filled(lowered).items() if f.attribute not in ignored}
        fixed = frozenset(self.fixed())
        origin = [ORIGIN] if self.inside_study() else []
        facts = tuple(sorted({*stated, *filled, *fixed, *origin}))
        known = {f.slot for f in facts}
        made = {(n, f) for f, backing in stated.items() for n in backing.assumptions}
        return FactBase(
            facts=facts,
            fixed=fixed,
            origin={f: backing.claims for f, backing in stated.items()},
            contested=tuple(sorted(contested, key=lambda c: (c.subject, c.attribute))),
            unknown=tuple(t for t in self.inputs() if t not in known and t[0] not in ignored),
            words=self.free_texts(),
            readings=tuple(sorted(made | {(name, fact) for fact, name in filled.items()})),
        )

    # Changes to what counts

    def lowered(self, stated: Mapping[Fact, Backing]) -> dict[Fact, Backing]:
        """Return the facts with the levels lowered that some actor's statement puts in doubt."""
        found = dict(stated)
        for name, reading in self.readings:
            for lower in reading.lower:
                if not any(
                    f.attribute == lower.attribute and f.value == lower.value for f in stated
                ):
                    continue
                for fact, backing in list(found.items()):
                    if fact.subject != lower.entry or not is_shorthand(self.words, *fact.slot):
                        continue
                    order = self.words.values_of(fact.attribute)
                    position = order.index(fact.value)
                    if position > 0:
                        del found[fact]
                        found[Fact(*fact.slot, order[position - 1])] = Backing(
                            backing.claims, backing.assumptions | {name}
                        )
        return found

    def filled(self, stated: Mapping[Fact, object]) -> dict[Fact, str]:
        """Return the facts put in the place of what is unknown, each with its assumption.

        An assumption about some entries comes before one about everything.
        """
        known = {f.slot for f in stated}
        found: dict[Fact, str] = {}
        fills = [(name, r.fill) for name, r in self.readings if r.fill is not None]
        for name, fill in sorted(fills, key=lambda item: item[1].having is None):
            for thing in self.inputs():
                if thing in known or (fill.having and not self.has(thing[1], fill.having)):
                    continue
                order = self.levels(self.words.attributes[thing[0]])
                ends = {"lowest": order[0], "highest": order[-1]} if order else {}
                value = ends.get(fill.value, fill.value)
                if value in order:
                    found[Fact(*thing, value)] = name
                    known.add(thing)
        return found

    def levels(self, attribute: Attribute) -> tuple[str, ...]:
        """Return the levels of what may be filled: ordered, single-valued, of no actor."""
        if attribute.many or attribute.of == ACTOR:
            return ()
        return tuple(self.words.value_order.get(attribute.scale, ()))

    # What nobody stated

    def has(self, entry: str, prop: str) -> bool:
        """Tell whether a catalogue entry has a property."""
        found = self.words.entries.get(entry)
        return found is not None and prop in found[1].facts

    def free_texts(self) -> dict[Slot, str]:
        """Return what people said in their own words, several statements in one order."""
        found: dict[Slot, set[str]] = defaultdict(set)
        for claim in self.scenario.claims:
            if claim.words:
                found[claim.slot].add(claim.words)
        return {thing: "; ".join(sorted(found[thing])) for thing in sorted(found)}

    def inside_study(self) -> bool:
        """Tell whether this is a case of the study, stated by nothing but its statements."""
        return (
            ORIGIN.attribute in self.words.attributes
            and any(case.id == self.scenario.id for case in self.base.study.cases)
            and all(
                claim.source and all(s in self.base.statements for s in claim.source)
                for claim in self.scenario.claims
            )
        )

    def fixed(self) -> Iterator[Fact]:
        """Yield what holds whatever is stated: kinds, properties of entries, the assumptions."""
        yield Fact(IS, SENTRA, SENTRA)
        for actor in self.scenario.actors:
            yield Fact(IS, actor.id, ACTOR)
        for kind in self.words.kinds.values():
            for entry in kind.entries:
                yield Fact(IS, entry.id, kind.id)
                for attribute, values in entry.facts.items():
                    for value in values:
                        yield Fact(attribute, entry.id, value)
        for name, alternative in self.chosen.items():
            yield Fact(name, SENTRA, alternative.id)

    def inputs(self) -> Iterator[Slot]:
        """Yield every input that can be asked for, in the order of the vocabulary."""
        merged = {entry for _, reading in self.readings for entry in reading.merge}
        actors = sorted(actor.id for actor in self.scenario.actors)
        for attribute in self.words.attributes.values():
            if attribute.role != "input" or attribute.question is None:
                continue
            if attribute.of == SENTRA:
                yield Slot(attribute.id, SENTRA)
            elif attribute.of == ACTOR:
                yield from (Slot(attribute.id, actor) for actor in actors)
            elif self.words.kinds[attribute.of].shorthand == attribute.id:
                for entry in self.words.kinds[attribute.of].entries:
                    if entry.id not in merged:
                        yield Slot(attribute.id, entry.id)
