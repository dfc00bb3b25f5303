"""Why something was not concluded as plain data: `kemitraan why-not … --format json`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from kemitraan.analysis.why.report_data import Stated, ToldFact, fact_as_data, stated_as_data
from kemitraan.analysis.why_not.report_checks import check_in_words
from kemitraan.analysis.why_not.unmet import Status
from kemitraan.analysis.why_not.why_not import why_not
from kemitraan.knowledge.language import Layer
from kemitraan.published import Data, Published
from kemitraan.recommendation.model import Labelled
from kemitraan.recommendation.questions import asking
from kemitraan.report.conditions import Words
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.analysis.why_not.unmet import Unmet
    from kemitraan.analysis.why_not.ways import Check, Missing, Way
    from kemitraan.analysis.why_not.why_not import WhyNot
    from kemitraan.case import Case
    from kemitraan.fact import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(Data):
    """How to ask for something unknown, and whom."""

    label: Text
    question: Text
    informants: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFact(ToldFact):
    """A fact that meets a condition or stands in its way, and the statements it was read from."""

    stated: tuple[Stated, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldCheck(Data):
    """A condition and how it stands; `needed` is false for one that a choice can do without.

    `ask` tells how to settle it, `nearest_subject` which subject comes nearest to meeting it,
    `missing` the conclusion that would, `parts` the conditions it is made of.
    """

    condition: Text
    status: Status
    needed: bool
    facts: tuple[FoundFact, ...]
    ask: Ask | None
    nearest_subject: str | None
    parts: tuple[ToldCheck, ...]
    missing: ToldMissing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldWay(Data):
    """A rule that would conclude something; `layer_off` where its layer is left out."""

    rule: str
    title: Text
    layer: Layer
    layer_off: bool
    because: Text
    sources: tuple[str, ...]
    conditions: tuple[ToldCheck, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldMissing(Data):
    """A conclusion that does not hold, and its nearest rule.

    `way` is None where there is none, or where it was told before.
    """

    fact: ToldFact
    way: ToldWay | None
    other_rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacks(Data):
    """How many conditions are unmet, by sort, and how many rules it takes; see `Unmet`."""

    fixed: int
    chosen: int
    failed: int
    unknown: int
    rules: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest(Data):
    """One of the nearest rules: what it lacks, and whether that is `enough`.

    `still_in_the_way` are the conclusions that even then keep it from firing.
    """

    way: ToldWay
    lacks: Lacks
    enough: bool
    still_in_the_way: tuple[ToldFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Withholding(Data):
    """A guard that withholds a conclusion, and the conclusion it refused."""

    guard: str
    because: Text
    sources: tuple[str, ...]
    refused: ToldFact


@dataclass(frozen=True, slots=True, kw_only=True)
class NotConcluded(Data):
    """One conclusion: whether it holds after all, what withholds it, what is there instead."""

    conclusion: str
    label: Text
    holds: bool
    withheld: tuple[Withholding, ...]
    instead: tuple[ToldFact, ...]
    nearest: tuple[Nearest, ...]
    other_rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ToldWhyNot(Published):
    """Why what a word names was not concluded, those first that lack least."""

    kind: ClassVar[str] = "why-not"
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "conclusions": ("conclusion", "label", "holds", "instead_label", "other_rules")
    }

    sentra: Labelled
    conclusions: tuple[NotConcluded, ...]


def told_why_not(case: Case, conclusion: str) -> ToldWhyNot:
    """Return why what a word names was not concluded, and what is missing for it.

    Raises:
        InputError: the word names nothing, or only what no rule concludes.
    """
    return as_data(case, why_not(case, conclusion))


def as_data(case: Case, found: Sequence[WhyNot]) -> ToldWhyNot:
    """Return every conclusion named, with its nearest rules.

    What a rule lacks is followed down once for each conclusion: where it comes up again,
    `way` is left out.
    """
    return ToldWhyNot(sentra=case.sentra, conclusions=tuple(_Data(case).of(one) for one in found))


class _Data:
    """Makes the data of one conclusion."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.words = Words(case.base.vocabulary, case.view)
        self._told: set[Fact] = set()

    def of(self, one: WhyNot) -> NotConcluded:
        told = self.fact(one.fact)
        return NotConcluded(
            conclusion=told.conclusion,
            label=told.label,
            holds=one.holds,
            withheld=tuple(
                Withholding(
                    guard=guard.id,
                    because=guard.because,
                    sources=guard.source,
                    refused=self.fact(refused),
                )
                for guard, refused in one.guards
            ),
            instead=tuple(map(self.fact, one.instead)),
            nearest=tuple(
                Nearest(
                    way=self.way(a.way),
                    lacks=_lacks(a.way.unmet),
                    enough=a.enough,
                    still_in_the_way=tuple(map(self.fact, a.still)),
                )
                for a in one.ways
            ),
            other_rules=one.others,
        )

    def fact(self, fact: Fact) -> ToldFact:
        return fact_as_data(self.case, fact)

    def way(self, way: Way) -> ToldWay:
        rule = self.case.base.rule[way.rule]
        return ToldWay(
            rule=rule.id,
            title=rule.title,
            layer=rule.layer,
            layer_off=way.left_out,
            because=rule.because,
            sources=rule.source,
            conditions=tuple(self.check(check) for check in way.checks),
        )

    def check(self, check: Check) -> ToldCheck:
        return ToldCheck(
            condition=check_in_words(check, self.words),
            status=check.status,
            needed=check.needed,
            facts=tuple(map(self.found, check.facts)),
            ask=self.ask(check),
            nearest_subject=check.witness,
            parts=tuple(self.check(part) for part in check.parts),
            missing=self.missing(check.nearest) if check.nearest else None,
        )

    def found(self, fact: Fact) -> FoundFact:
        told = self.fact(fact)
        return FoundFact(
            conclusion=told.conclusion,
            attribute=told.attribute,
            subject=told.subject,
            value=told.value,
            label=told.label,
            stated=stated_as_data(self.case, fact),
        )

    def ask(self, check: Check) -> Ask | None:
        if check.choice or check.absent or check.status != "unknown" or check.nearest:
            return None
        attribute, subject, _ = check.wanted[0]
        return Ask(**asking(self.case.view, attribute, subject)._asdict())

    def missing(self, missing: Missing) -> ToldMissing:
        way = None
        if missing.fact not in self._told:
            self._told.add(missing.fact)
            way = self.way(missing.way) if missing.way else None
        return ToldMissing(fact=self.fact(missing.fact), way=way, other_rules=missing.others)


def _lacks(unmet: Unmet) -> Lacks:
    return Lacks(**unmet._asdict())
