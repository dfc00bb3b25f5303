"""What is certain, possible or excluded over all completions of what is unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.analysis.certain.completions import SAMPLE, Completions, Settled, Status
from kemitraan.analysis.scope import slot_label, slot_word
from kemitraan.recommendation.certain import surely
from kemitraan.recommendation.model import Labelled
from kemitraan.recommendation.view import conclusion_word
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.analysis.certain.completions import Extent
    from kemitraan.case import Case
    from kemitraan.fact import Fact, Slot
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.shown import Aspect


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one conclusion stands over all completions.

    `now` tells whether the recommendation shows it as things stand; what is shown now and
    `excluded` holds only as long as something is unknown. Of what is possible, `holds` of `of`
    combinations show it: every combination of answers to `depends`, or those of a sample.
    `value` is the value by itself, of an attribute that has one at a time; `aspect` what `flips`
    counts it in, if anything.
    `settled` tells how the status was found: `slice` (no unknown reaches it), `bounds` (sound
    propagation), `witness` (two completions that differ), `enumeration` (every combination);
    these are proofs. `sample` is none: no completion drawn spoke against it.
    """

    conclusion: str
    label: Text
    value: Labelled | None
    section: str
    aspect: Aspect | None
    now: bool
    status: Status
    settled: Settled
    holds: int | None
    of: int | None
    sampled: bool
    depends: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Certainty:
    """The standing of everything shown now, and of what weighs that answers can bring.

    `unknown` is the number of things not known; `sample` the number of completions drawn where
    there were too many to go through, None where all results are exact.
    """

    sentra: Labelled
    unknown: int
    sample: int | None
    conclusions: tuple[Standing, ...]

    def of(self, status: Status, *, now: bool) -> tuple[Standing, ...]:
        """Return the conclusions of one status, shown now or not."""
        return tuple(c for c in self.conclusions if c.status == status and c.now == now)


def certainty(case: Case) -> Certainty:
    """Return what is certain, possible and excluded, whatever the unknown turns out to be."""
    completions = Completions(case)
    settled = completions.settle(told(completions))
    possible = [fact for fact, (status, _) in settled.items() if status == "possible"]
    extents = completions.extents(possible)
    listed = [fact for fact, (status, _) in settled.items() if _worth(completions, fact, status)]
    standings = [
        _standing(completions, f, *settled[f], extents.get(f)) for f in ordered(case, listed)
    ]
    sampled = any(s.sampled for s in standings)
    return Certainty(
        sentra=Labelled(id=case.scenario.id, label=Text(case.scenario.name, case.scenario.name)),
        unknown=len(case.fact_base.unknown),
        sample=SAMPLE if sampled else None,
        conclusions=tuple(standings),
    )


def dependences(case: Case) -> tuple[tuple[Text, tuple[Text, ...]], ...]:
    """Return what is shown and may change, each with the unknowns that can have a part in it.

    Nothing is gone through for this: unknowns are named that may turn out to make no difference.
    """
    completions = Completions(case)
    view = case.view
    sure = surely(view, case.choice).shown
    return tuple(
        (view.describe(fact), tuple(slot_label(view, t) for t in _things(completions, fact)))
        for fact in ordered(case, told(completions))
        if fact in completions.now and fact not in sure
    )


def told(completions: Completions) -> list[Fact]:
    """Return the conclusions that are told about: shown now, or worth telling beforehand."""
    shown = completions.case.base.shown
    return [
        fact
        for fact in completions.conclusions
        if (told := shown[fact.attribute].told) == "ahead"
        or (told == "now" and fact in completions.now)
    ]


def ordered(case: Case, facts: Sequence[Fact]) -> list[Fact]:
    """Return conclusions in the order of the recommendation's sections, then by their words."""
    rank = case.base.shown.rank
    values = _order_of_values(case.base)

    def key(fact: Fact) -> tuple[object, ...]:
        attribute, subject, value = fact
        return (rank[attribute], subject, values.get((attribute, value), 0), value)

    return sorted(facts, key=key)


def _order_of_values(base: RuleBase) -> dict[tuple[str, str], int]:
    return {
        (attribute, value): place
        for attribute in base.shown
        for place, value in enumerate(base.vocabulary.values_of(attribute))
    }


def _worth(completions: Completions, fact: Fact, status: Status) -> bool:
    return fact in completions.now or status != "excluded"


def _standing(
    completions: Completions, fact: Fact, status: Status, settled: Settled, extent: Extent | None
) -> Standing:
    view = completions.case.view
    shown = view.base.shown[fact.attribute]
    return Standing(
        conclusion=conclusion_word(fact),
        label=view.describe(fact),
        value=None
        if view.vocabulary.attributes[fact.attribute].many
        or view.vocabulary.is_affirmed(fact.attribute)
        else view.labelled(fact.attribute, fact.value),
        section=shown.section,
        aspect=shown.aspect,
        now=fact in completions.now,
        status=status,
        settled=settled,
        holds=extent.holds if extent else None,
        of=extent.total if extent else None,
        sampled=extent.sampled if extent else settled == "sample",
        depends=tuple(
            Labelled(id=slot_word(view, t), label=slot_label(view, t))
            for t in _things(completions, fact, extent)
            if status != "certain"
        ),
    )


def _things(completions: Completions, fact: Fact, extent: Extent | None = None) -> tuple[Slot, ...]:
    places = extent.matter if extent else sorted(completions.depends[fact])
    return tuple(dict.fromkeys(completions.axes[place].slot for place in places))
