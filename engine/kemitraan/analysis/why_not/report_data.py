"""Why something was not concluded as plain data: `kemitraan why-not … --format json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kemitraan.analysis.why.report_data import fact_as_data, stated_as_data
from kemitraan.analysis.why_not.report_checks import check_in_words
from kemitraan.recommendation.questions import asking
from kemitraan.report.conditions import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.analysis.why_not.ways import Check, Missing, Way
    from kemitraan.analysis.why_not.why_not import WhyNot
    from kemitraan.case import Case
    from kemitraan.fact import Fact


def why_not_as_data(case: Case, found: Sequence[WhyNot]) -> list[dict[str, Any]]:
    """Return every conclusion named, with its nearest rules; texts are in both languages.

    What a rule lacks is followed down once for each conclusion: where it comes up again,
    `way` is left out.
    """
    return [_Data(case).of(one) for one in found]


class _Data:
    """Makes the data of one conclusion."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.words = Words(case.base.vocabulary, case.view)
        self._told: set[Fact] = set()

    def of(self, one: WhyNot) -> dict[str, Any]:
        return {
            **self.fact(one.fact),
            "holds": one.holds,
            "withheld": [
                {"guard": guard.id, "because": guard.because, "sources": guard.source,
                 "refused": self.fact(refused)}
                for guard, refused in one.guards
            ],
            "instead": [self.fact(fact) for fact in one.instead],
            "nearest": [
                {**self.way(a.way), "lacks": a.way.unmet._asdict(), "enough": a.enough,
                 "still_in_the_way": [self.fact(fact) for fact in a.still]}
                for a in one.ways
            ],
            "other_rules": one.others,
        }  # fmt: skip

    def fact(self, fact: Fact) -> dict[str, Any]:
        return fact_as_data(self.case, fact)

    def way(self, way: Way) -> dict[str, Any]:
        rule = self.case.base.rule[way.rule]
        return {
            "rule": rule.id,
            "title": rule.title,
            "layer": rule.layer,
            "layer_off": way.left_out,
            "because": rule.because,
            "sources": rule.source,
            "conditions": [self.check(check) for check in way.checks],
        }

    def check(self, check: Check) -> dict[str, Any]:
        return {
            "condition": check_in_words(check, self.words),
            "status": check.status,
            "needed": check.needed,
            "facts": [
                {**self.fact(fact), "stated": stated_as_data(self.case, fact)}
                for fact in check.facts
            ],
            "ask": self.ask(check),
            "nearest_subject": check.witness,
            "parts": [self.check(part) for part in check.parts],
            "missing": self.missing(check.nearest) if check.nearest else None,
        }

    def ask(self, check: Check) -> dict[str, Any] | None:
        if check.choice or check.absent or check.status != "unknown" or check.nearest:
            return None
        attribute, subject, _ = check.wanted[0]
        return asking(self.case.view, attribute, subject)._asdict()

    def missing(self, missing: Missing) -> dict[str, Any]:
        told = self.fact(missing.fact)
        if missing.fact in self._told:
            return told
        self._told.add(missing.fact)
        way = self.way(missing.way) if missing.way else None
        return {**told, "way": way, "other_rules": missing.others}
