"""What is certain, possible or excluded over all completions of what is unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from kemitraan.knowledge.shown import Aspect
from kemitraan.published import Data, Published
from kemitraan.recommendation.model import Labelled
from kemitraan.recommendation.view import conclusion_word, slot_label, slot_word
from kemitraan.report.doubts import Dependence
from kemitraan.text import Text
from kemitraan.worlds.combinations import SAMPLE, Combinations, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.case import Case
    from kemitraan.fact import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing(Data):
    """Where one conclusion stands over all completions.

    `now` tells whether the recommendation shows it as things stand; what is shown now and
    `excluded` holds only as long as something is unknown. Of what is possible, `holds` of `of`
    combinations show it: every combination of answers to `depends`, or those of a sample.
    `value` is the value by itself, of an attribute that has one at a time.
    """

    conclusion: str
    label: Text
    value: Labelled | None
    section: str
    aspect: Aspect | None
    now: bool
    status: Status
    holds: int | None
    of: int | None
    sampled: bool
    depends: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Certainty(Published):
    """The standing of everything shown now, and of what weighs that answers can bring.

    `unknown` is the number of things not known; `sample` the number of completions drawn where
    there were too many to count, None where all results are exact.
    """

    kind: ClassVar[str] = "certain"
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "conclusions": ("label", "now", "status", "holds", "of", "depends_label"),
    }

    sentra: Labelled
    unknown: int
    sample: int | None
    conclusions: tuple[Standing, ...]

    def of(self, status: Status, *, now: bool) -> tuple[Standing, ...]:
        """Return the conclusions of one status, shown now or not."""
        return tuple(c for c in self.conclusions if c.status == status and c.now == now)


def certainty(case: Case) -> Certainty:
    """Return what is certain, possible and excluded, whatever the unknown turns out to be."""
    found = case.completions
    now = frozenset(case.admitted)
    listed = [f for f in told(case) if f in now or found.may_be(f)]
    standings = tuple(_standing(case, f, found.of[f], now=f in now) for f in ordered(case, listed))
    return Certainty(
        sentra=case.sentra,
        unknown=len(case.fact_base.unknown),
        sample=SAMPLE if any(s.sampled for s in standings) else None,
        conclusions=standings,
    )


def dependences(case: Case) -> tuple[Dependence, ...]:
    """Return what is shown and may change, each with the unknowns that make a difference to it."""
    view, found, section_of = case.view, case.completions, case.base.shown.section_of
    now = frozenset(case.admitted)
    return tuple(
        Dependence(
            section=section_of[fact.attribute],
            conclusion=view.describe(fact),
            causes=tuple(slot_label(view, slot) for slot in found.slots(fact)),
        )
        for fact in ordered(case, told(case))
        if fact in now and not found.surely(fact)
    )


def told(case: Case) -> list[Fact]:
    """Return the conclusions that are told about: shown now, or worth telling beforehand."""
    return case.completions.told(frozenset(case.admitted))


def ordered(case: Case, facts: Sequence[Fact]) -> list[Fact]:
    """Return conclusions in the order of the recommendation's sections, then by their words."""
    rank = case.base.shown.rank
    order = {attribute: case.view.order(attribute) for attribute in rank}

    def key(fact: Fact) -> tuple[object, ...]:
        attribute, subject, value = fact
        return (rank[attribute], subject, order[attribute].get(value, 0), value)

    return sorted(facts, key=key)


def _standing(case: Case, fact: Fact, over: Combinations, *, now: bool) -> Standing:
    view, shown = case.view, case.base.shown[fact.attribute]
    possible = over.status == "possible"
    return Standing(
        conclusion=conclusion_word(fact),
        label=view.describe(fact),
        value=None
        if view.vocabulary.attributes[fact.attribute].many
        or view.vocabulary.is_affirmed(fact.attribute)
        else view.labelled(fact.attribute, fact.value),
        section=shown.section,
        aspect=shown.aspect,
        now=now,
        status=over.status,
        holds=over.holds if possible else None,
        of=over.tested if possible else None,
        sampled=not over.exact,
        depends=tuple(
            Labelled(id=slot_word(view, slot), label=slot_label(view, slot))
            for slot in case.completions.slots(fact)
            if over.status != "certain"
        ),
    )
