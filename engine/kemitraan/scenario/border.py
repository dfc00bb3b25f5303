"""The border between people's claims and facts: how a scenario is read under the assumptions.

What is done here is declared by the alternatives of assumptions as data (`Reading`, cut-offs);
no assumption is known by name. The steps, in order: labels are read (relabel, potential), figures
become levels, entries merge, differing claims are decided, levels are lowered, the unknown is
filled, attributes are ignored.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kemitraan.inference.facts import Fact
from kemitraan.knowledge.compile import IS
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kemitraan.knowledge.assumptions import Alternative, Reading
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute, Vocabulary
    from kemitraan.scenario.model import Claim, Scenario

ASSESSMENT, FINDING = "assessment", "finding"
# Claims on a shorthand attribute (the level of an aspect) are kept apart by their basis as well,
# so that rules can read what the findings say beside what counts.
BY_BASIS = {ASSESSMENT: "assessed", FINDING: "found"}
ORIGIN = Fact("profile_origin", SENTRA, "study_case")

Thing = tuple[str, str]
"""Attribute and subject: what a claim is about."""


@dataclass(frozen=True, slots=True)
class Contest:
    """Claims that differ on one single-valued thing, what was taken, and what decided."""

    attribute: str
    subject: str
    claims: tuple[Claim, ...]
    taken: str | None
    by: str


@dataclass(frozen=True)
class World:
    """Everything an inference starts from, for one scenario under one choice of assumptions.

    `fixed` are the facts nobody stated: catalogues, kinds, assumptions. `origin` gives the
    claims behind each stated fact. `readings` names the assumptions that made a fact, or changed
    it from what was said. `unknown` lists inputs without a fact.
    """

    facts: tuple[Fact, ...]
    fixed: frozenset[Fact]
    origin: Mapping[Fact, tuple[Claim, ...]]
    contested: tuple[Contest, ...]
    unknown: tuple[Thing, ...]
    words: Mapping[Thing, str]
    readings: tuple[tuple[str, Fact], ...]


def world(base: RuleBase, scenario: Scenario, choice: Mapping[str, str]) -> World:
    """Return the facts of a scenario under a choice of assumptions (all of them, by name)."""
    return _Border(base, scenario, choice).world()


class _Border:
    """Takes one scenario over the border."""

    def __init__(self, base: RuleBase, scenario: Scenario, choice: Mapping[str, str]) -> None:
        self.base = base
        self.words: Vocabulary = base.vocabulary
        self.scenario = scenario
        self.choice = choice
        self.chosen: dict[str, Alternative] = {
            name: a.alternative(choice[name]) for name, a in sorted(base.assumptions.items())
        }
        self.readings: dict[Fact, set[str]] = defaultdict(set)
        self.contested: list[Contest] = []
        self.made: dict[Thing, set[str]] = defaultdict(set)

    def reading(self) -> Iterator[tuple[str, Reading]]:
        """Yield the readings in force, with the assumption of each."""
        for name, alternative in self.chosen.items():
            if alternative.reading is not None:
                yield name, alternative.reading

    def world(self) -> World:
        by_thing = self.decided(self.merged(self.levelled(self.relabelled(self.scenario.claims))))
        found: dict[Fact, tuple[Claim, ...]] = {}
        for (attribute, subject), by_value in by_thing.items():
            for value, claims in by_value.items():
                found[Fact(attribute, subject, value)] = claims
        stated = self.lowered(found)
        filled = self.filled(stated)
        ignored = {a for _, r in self.reading() for a in r.ignore}
        stated = {f: c for f, c in stated.items() if f.attribute not in ignored}
        fixed = frozenset(self.fixed())
        origin_fact = [ORIGIN] if self.inside_study() else []
        facts = tuple(sorted({*stated, *filled, *fixed, *origin_fact}))
        known = {(f.attribute, f.subject) for f in facts}
        return World(
            facts=facts,
            fixed=fixed,
            origin={f: stated[f] for f in sorted(stated)},
            contested=tuple(sorted(self.contested, key=lambda c: (c.subject, c.attribute))),
            unknown=tuple(t for t in self.inputs() if t not in known and t[0] not in ignored),
            words={(c.attribute, c.subject): c.words for c in self.scenario.claims if c.words},
            readings=tuple(
                sorted((n, f) for f, names in self.readings.items() for n in names if f in facts)
            ),
        )

    # From claims to values

    def relabelled(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """Yield the claims with their labels read; one that then says nothing is dropped."""
        for claim in claims:
            now: Claim | None = claim
            for name, reading in self.reading():
                for relabel in reading.relabel:
                    if (
                        now is None
                        or now.attribute != relabel.attribute
                        or relabel.basis not in (None, now.basis)
                        or now.value not in relabel.map
                    ):
                        continue
                    value = relabel.map[now.value]
                    if value != now.value:
                        self.made[claim.attribute, claim.subject].add(name)
                    now = replace(now, value=value) if value is not None else None
                if now is not None and now.potential and reading.potential_as:
                    self.made[claim.attribute, claim.subject].add(name)
                    now = replace(now, value=reading.potential_as)
            if now is not None:
                yield now

    def levelled(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """Yield the claims with measured figures turned into levels by the cut-offs in force."""
        for claim in claims:
            if claim.figure is None:
                yield claim
                continue
            for name, alternative in self.chosen.items():
                for step in alternative.cutoffs.get(claim.attribute, ()):
                    if step.takes(claim.figure):
                        self.made[claim.attribute, claim.subject].add(name)
                        yield replace(claim, value=step.level)
                        break

    def merged(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """Yield the claims with those on merged entries moved to the entry that stands for them."""
        for claim in claims:
            moved = claim
            for name, reading in self.reading():
                target = reading.merge.get(moved.subject)
                if target:
                    self.made[claim.attribute, target].add(name)
                    moved = replace(moved, subject=target)
            yield moved

    def decided(self, claims: Iterable[Claim]) -> dict[Thing, dict[str, tuple[Claim, ...]]]:
        """Return the values that count, by what they are about, with the claims for each."""
        grouped: dict[Thing, list[Claim]] = defaultdict(list)
        for claim in claims:
            grouped[claim.attribute, claim.subject].append(claim)
        found: dict[Thing, dict[str, tuple[Claim, ...]]] = {}
        for thing in sorted(grouped):
            stated = grouped[thing]
            attribute = self.words.attributes[thing[0]]
            if self.is_shorthand(thing):
                for basis, kept in BY_BASIS.items():
                    own = _by_value([c for c in stated if c.basis == basis])
                    if own:
                        found[kept, thing[1]] = own
            values = _by_value(stated)
            if not attribute.many and len(values) > 1:
                values = self.settled(attribute, thing, stated, values)
            for value in values:
                self.readings[Fact(*thing, value)] |= self.made[thing]
            found[thing] = values
        return found

    def settled(
        self,
        attribute: Attribute,
        thing: Thing,
        stated: Sequence[Claim],
        values: dict[str, tuple[Claim, ...]],
    ) -> dict[str, tuple[Claim, ...]]:
        """Return the one value taken (or none) where claims differ, and note the contest."""
        bases = {c.basis for c in stated}
        if bases == {ASSESSMENT, FINDING}:
            name, way = self.rule_for("differing")
        else:
            name, way = self.rule_for("conflict")
        taken = self.taken(attribute, way, stated)
        self.contested.append(Contest(*thing, tuple(stated), taken, name))
        self.made[thing].add(name)
        return {taken: values[taken]} if taken is not None else {}

    def rule_for(self, what: str) -> tuple[str, str]:
        for name, reading in self.reading():
            way = getattr(reading, what)
            if way:
                return name, way
        return "", "worst"

    def taken(self, attribute: Attribute, way: str, stated: Sequence[Claim]) -> str | None:
        candidates = list(stated)
        if way in (ASSESSMENT, FINDING):
            candidates = [c for c in candidates if c.basis == way]
        elif way == "recent":
            latest = max((c.on or "" for c in candidates), default="")
            candidates = [c for c in candidates if (c.on or "") == latest]
        elif way == "graded":
            grades = {k: g for _, r in self.reading() for k, g in r.grades.items()}
            best = max(grades.get(c.basis or "", 0) for c in candidates)
            candidates = [c for c in candidates if grades.get(c.basis or "", 0) == best]
        left = {c.value for c in candidates if c.value is not None}
        if len(left) == 1:
            return left.pop()
        # A tie: the lowest level where levels have an order; otherwise nothing is known.
        order = self.words.value_order.get(attribute.scale)
        return min(left, key=order.__getitem__) if order and left else None

    # Changes to what counts

    def lowered(self, stated: dict[Fact, tuple[Claim, ...]]) -> dict[Fact, tuple[Claim, ...]]:
        """Return the facts with the levels lowered that some actor's statement puts in doubt."""
        found = dict(stated)
        for name, reading in self.reading():
            for lower in reading.lower:
                if not any(
                    f.attribute == lower.attribute and f.value == lower.value for f in stated
                ):
                    continue
                for fact, claims in stated.items():
                    if fact.subject != lower.entry or not self.is_shorthand(fact[:2]):
                        continue
                    order = list(self.words.values_of(fact.attribute))
                    position = order.index(fact.value)
                    if position == 0:
                        continue
                    del found[fact]
                    now = Fact(fact.attribute, fact.subject, order[position - 1])
                    found[now] = claims
                    self.readings[now] |= self.readings[fact] | {name}
        return found

    def filled(self, stated: Mapping[Fact, object]) -> list[Fact]:
        """Return the facts that an assumption puts in the place of what is unknown."""
        known = {(f.attribute, f.subject) for f in stated}
        found: list[Fact] = []
        for name, reading in self.reading():
            fill = reading.fill
            if fill is None:
                continue
            for attribute_id, subject in self.inputs():
                attribute = self.words.attributes[attribute_id]
                order = self.words.value_order.get(attribute.scale)
                if (
                    (attribute_id, subject) in known
                    or attribute.many
                    or attribute.of == ACTOR
                    or not order
                    or (fill.having and not self.has(subject, fill.having))
                ):
                    continue
                ends = {"lowest": next(iter(order)), "highest": next(reversed(order))}
                fact = Fact(attribute_id, subject, ends.get(fill.value, fill.value))
                found.append(fact)
                known.add(fact[:2])
                self.readings[fact].add(name)
        return found

    # What nobody stated

    def has(self, entry: str, prop: str) -> bool:
        found = self.words.entries.get(entry)
        return found is not None and prop in found[1].facts

    def is_shorthand(self, thing: tuple[str, str]) -> bool:
        found = self.words.entries.get(thing[1])
        return found is not None and found[0].shorthand == thing[0]

    def inside_study(self) -> bool:
        """Tell whether this is a case of the study, stated by nothing but its statements."""
        return any(case.id == self.scenario.id for case in self.base.study.cases) and all(
            claim.source and all(s in self.base.statements for s in claim.source)
            for claim in self.scenario.claims
        )

    def fixed(self) -> Iterator[Fact]:
        yield Fact(IS, SENTRA, SENTRA)
        for actor in self.scenario.actors:
            yield Fact(IS, actor.id, ACTOR)
        for kind in self.words.kinds.values():
            for entry in kind.entries:
                yield Fact(IS, entry.id, kind.id)
                for attribute, values in entry.facts.items():
                    for value in values:
                        yield Fact(attribute, entry.id, value)
        for name, alternative in self.choice.items():
            yield Fact(name, SENTRA, alternative)

    def inputs(self) -> Iterator[Thing]:
        """Yield every input that can be asked for, in the order of the vocabulary."""
        merged = {entry for _, reading in self.reading() for entry in reading.merge}
        for attribute in self.words.attributes.values():
            if attribute.role != "input" or attribute.question is None:
                continue
            if attribute.of == SENTRA:
                yield attribute.id, SENTRA
            elif attribute.of == ACTOR:
                yield from ((attribute.id, actor.id) for actor in self.scenario.actors)
            elif self.words.kinds[attribute.of].shorthand == attribute.id:
                for entry in self.words.kinds[attribute.of].entries:
                    if entry.id not in merged:
                        yield attribute.id, entry.id


def _by_value(claims: Sequence[Claim]) -> dict[str, tuple[Claim, ...]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.value is not None:
            found[claim.value].append(claim)
    # Claims in one order, however the file lists them.
    return {v: tuple(sorted(found[v], key=_order)) for v in sorted(found)}


def _order(claim: Claim) -> tuple[object, ...]:
    return (claim.source, claim.basis or "", claim.on or "", claim.by or "", claim.note or "")
