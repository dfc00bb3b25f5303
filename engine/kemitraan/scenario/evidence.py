"""From claims to values: how labels, figures and differing claims are read under assumptions.

What is done is declared by the alternatives in force as data (`Reading`, cut-offs); no
assumption is known by name. In order: labels are read (relabel), figures become levels, strengths
called a potential are taken as such, entries merge, and where claims differ one value is taken.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kemitraan.fact import Fact, Slot
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kemitraan.knowledge.assumptions import Alternative, Reading
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.scenario.model import Claim

ASSESSMENT, FINDING = "assessment", "finding"
# The two kinds of evidence that `Reading.differing` weighs against each other. Claims of these
# on a shorthand attribute (the level of an aspect) are kept apart as well, as facts of the
# attribute named here, so that rules can read what the findings say beside what counts.
BY_BASIS = {ASSESSMENT: "assessed", FINDING: "found"}

BASIS_WORD = {
    "assessment": Text("penilaian", "assessment"),
    "document": Text("dokumen", "document"),
    "report": Text("laporan", "report"),
    "finding": Text("temuan", "finding"),
    "official": Text("pejabat", "official"),
    "manager": Text("pengelola", "manager"),
    "observation": Text("pengamatan", "observation"),
    "partner": Text("mitra", "partner"),
    "craftsperson": Text("pelaku", "producer"),
    "interview": Text("wawancara", "interview"),
}
"""How each kind of evidence is called; either word may be written for it."""


@dataclass(frozen=True)
class Contest:
    """Claims that differ on one single-valued thing, what was taken, and what decided.

    The claims are as they were read: labels and figures already turned into values. `by` is the
    name of an assumption; empty where the rule base has none that decides.
    """

    attribute: str
    subject: str
    claims: tuple[Claim, ...]
    taken: str | None
    by: str


@dataclass(frozen=True)
class Backing:
    """What stands behind a fact: the claims as stated, and the assumptions that changed them."""

    claims: tuple[Claim, ...]
    assumptions: frozenset[str]


@dataclass(frozen=True)
class _Read:
    """A claim as it was stated and as it is read, with the assumptions that made the change."""

    said: Claim
    now: Claim
    by: frozenset[str] = frozenset()

    def valued(self, name: str, value: str | None) -> _Read:
        """Return the claim with the value that an assumption gives it."""
        if value == self.now.value:
            return self
        return _Read(self.said, replace(self.now, value=value), self.by | {name})

    def moved(self, name: str, subject: str) -> _Read:
        """Return the claim with the subject that an assumption gives it."""
        if subject == self.now.subject:
            return self
        return _Read(self.said, replace(self.now, subject=subject), self.by | {name})

    @property
    def order(self) -> tuple[str, ...]:
        """Return a key that puts claims in one order, however the file lists them."""
        c = self.said
        return (
            self.now.value or "", c.subject, c.value or "", *c.source, c.basis or "", c.on or "",
            c.by or "", c.note or "", c.words, f"{c.figure}",
        )  # fmt: skip


def readings(chosen: Mapping[str, Alternative]) -> Iterator[tuple[str, Reading]]:
    """Yield the readings in force, with the assumption of each, by its name."""
    for name, alternative in sorted(chosen.items()):
        if alternative.reading is not None:
            yield name, alternative.reading


def weigh(
    base: RuleBase, chosen: Mapping[str, Alternative], claims: Iterable[Claim]
) -> tuple[dict[Fact, Backing], tuple[Contest, ...]]:
    """Return the facts that claims come to under the alternatives in force, and the contests."""
    return _Weighing(base, chosen).weigh(claims)


class _Weighing:
    """Reads and weighs the claims of one scenario."""

    def __init__(self, base: RuleBase, chosen: Mapping[str, Alternative]) -> None:
        self.base = base
        self.words = base.vocabulary
        self.chosen = chosen
        self.readings = tuple(readings(chosen))

    def weigh(self, claims: Iterable[Claim]) -> tuple[dict[Fact, Backing], tuple[Contest, ...]]:
        by_slot: dict[Slot, list[_Read]] = defaultdict(list)
        silenced: dict[Slot, list[_Read]] = defaultdict(list)
        for claim in claims:
            read = self.read(claim)
            where = by_slot if read.now.value is not None else silenced
            where[read.now.slot].append(read)
        facts: dict[Fact, Backing] = {}
        contests = []
        for (attribute, subject), found in sorted(by_slot.items()):
            stated = sorted(found, key=lambda read: read.order)
            if self.words.shorthand(subject) == attribute:
                for basis, kept in BY_BASIS.items():
                    own = [r for r in stated if r.now.basis == basis]
                    if kept in self.words.attributes:
                        facts |= _facts(kept, subject, own)
            if self.words.attributes[attribute].many or len({r.now.value for r in stated}) == 1:
                facts |= _facts(attribute, subject, stated)
                continue
            taken, by = self.settle(attribute, stated)
            contests.append(
                Contest(attribute, subject, tuple(r.now for r in stated), taken, next(iter(by), ""))
            )
            kept_claims = [r for r in stated if r.now.value == taken]
            facts |= _facts(attribute, subject, kept_claims, frozenset(by))
        for fact, backing in facts.items():
            # A claim that was made to say nothing would have spoken against this fact.
            against = [r.by for r in silenced[fact.slot] if r.said.value != fact.value]
            facts[fact] = Backing(backing.claims, backing.assumptions.union(*against))
        return facts, tuple(contests)

    # Each claim by itself

    def read(self, claim: Claim) -> _Read:
        """Return a claim as it is read; it has no value where it is made to say nothing."""
        found = _Read(claim, claim)
        for name, reading in self.readings:
            for relabel in reading.relabel:
                if (
                    found.now.attribute == relabel.attribute
                    and relabel.basis in (None, found.now.basis)
                    and found.now.value in relabel.map
                ):
                    found = found.valued(name, relabel.map[found.now.value])
        if found.now.figure is not None:
            found = self.levelled(found, found.now.figure)
        order = self.words.values_of(claim.attribute)
        for name, reading in self.readings:
            level, value = reading.potential_as, found.now.value
            # A potential may count for less than the strength it is named, never for more.
            if claim.potential and level in order and value in order:
                found = found.valued(name, min(value, level, key=order.index))
        for name, reading in self.readings:
            target = reading.merge.get(found.now.subject, found.now.subject)
            found = found.moved(name, target)
        return found

    def levelled(self, read: _Read, figure: float) -> _Read:
        """Return a measured claim with its level, by the cut-offs in force for its attribute."""
        rule = self.words.attributes[read.now.attribute].figure
        assumption = self.base.assumption(rule.cutoffs) if rule else None
        if assumption is not None:
            for step in self.chosen[assumption.name].cutoffs.get(read.now.attribute, ()):
                if step.takes(figure):
                    return read.valued(assumption.name, step.level)
        return read

    # Claims that differ

    def settle(self, attribute: str, stated: Sequence[_Read]) -> tuple[str | None, list[str]]:
        """Return the value taken where claims differ (or None), and the assumptions behind it.

        The first of them is the one that decides.
        """
        bases = {r.now.basis for r in stated}
        name, way = self.way("differing" if bases == set(BY_BASIS) else "conflict")
        by = [name] if name else []
        candidates = list(stated)
        if way in BY_BASIS:
            candidates = [r for r in candidates if r.now.basis == way]
        elif way == "recent":
            latest = max(r.now.on or "" for r in candidates)
            candidates = [r for r in candidates if (r.now.on or "") == latest]
        elif way == "graded":
            grades = {k: g for _, r in self.readings for k, g in r.grades.items()}
            by.extend(n for n, r in self.readings if r.grades)
            best = max(grades.get(r.now.basis or "", 0) for r in candidates)
            candidates = [r for r in candidates if grades.get(r.now.basis or "", 0) == best]
        left = {r.now.value for r in candidates if r.now.value is not None}
        if len(left) == 1:
            return left.pop(), by
        # A tie: the lowest level where levels have an order; otherwise nothing is known.
        order = self.words.value_order.get(self.words.attributes[attribute].scale)
        return (min(left, key=order.__getitem__) if order and left else None), by

    def way(self, what: str) -> tuple[str, str]:
        """Return the assumption that decides such a difference, and how it does."""
        for name, reading in self.readings:
            way: str | None = getattr(reading, what)
            if way is not None:
                return name, way
        return "", "worst"


def _facts(
    attribute: str, subject: str, reads: Sequence[_Read], by: frozenset[str] = frozenset()
) -> dict[Fact, Backing]:
    """Return a fact for each value that these claims state, with what stands behind it."""
    by_value: dict[str, list[_Read]] = defaultdict(list)
    for read in reads:
        if read.now.value is not None:
            by_value[read.now.value].append(read)
    return {
        Fact(attribute, subject, value): Backing(
            tuple(r.said for r in own), by.union(*(r.by for r in own))
        )
        for value, own in sorted(by_value.items())
    }
