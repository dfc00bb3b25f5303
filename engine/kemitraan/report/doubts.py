"""The report of a recommendation with what is not known and may change it, cause by cause."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, get_args

from kemitraan.knowledge.shown import Section
from kemitraan.report import words as w
from kemitraan.report.kit import table
from kemitraan.report.parts import Grid, Heading, Lines, Part
from kemitraan.report.recommendation import RecommendationReport
from kemitraan.report.sources import quoted
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kemitraan.recommendation.model import Recommendation
    from kemitraan.text import Lang

CAUSES: Final = 4
ALL_SURE = Text(
    "Semua kesimpulan ini berlaku apa pun jawaban atas yang belum diketahui.",
    "All these conclusions hold whatever the answers to what is unknown.",
)
MAY_CHANGE = Text(
    "Dapat berubah bila ini diketahui (berapa kesimpulan; rinciannya: kemitraan certain {sentra}):",
    "May change once this is known (how many conclusions; details: kemitraan certain {sentra}):",
)
OTHERS = Text("dan {n} hal lain", "and {n} other things")
DEPENDS = Text("Yang dapat berubah, dan bergantung pada apa", "What may change, and on what")
_SECTIONS: Final = get_args(Section)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependence:
    """A conclusion that may change, with the unknowns that make a difference to it."""

    section: Section
    conclusion: Text
    causes: tuple[Text, ...]


def doubtful_parts(
    recommendation: Recommendation,
    depends: Sequence[Dependence],
    lang: Lang,
    reference: str,
    *,
    full: bool = False,
    sources: Mapping[str, Text] | None = None,
) -> list[Part]:
    """Return the report of a recommendation, after the answer what may change it.

    Args:
        recommendation: what is told.
        depends: what of it may change, and on what.
        lang: its language.
        reference: how the profile is named on the command line.
        full: nothing is left out; what depends on what is told as a table at the end.
        sources: what the sources say that are named, by id; told at the end.
    """
    parts = RecommendationReport(recommendation, lang, reference, full=full).parts()
    answer = next(place for place, part in enumerate(parts) if isinstance(part, Grid))
    parts[answer + 1 : answer + 1] = _causes(depends, lang, reference)
    if full and depends:
        rows = [(one.conclusion[lang], "; ".join(c[lang] for c in one.causes)) for one in depends]
        parts[-1:-1] = [Heading(DEPENDS[lang]), *table((w.CONCLUSION, w.DEPENDS), rows, lang)]
    parts[-1:-1] = quoted(sources or {}, lang)
    return parts


def _causes(depends: Sequence[Dependence], lang: Lang, reference: str) -> list[Part]:
    """Return a line for each unknown that may change most, what weighs most first."""
    by_cause: dict[Text, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for one in depends:
        for cause in one.causes:
            by_cause[cause][_SECTIONS.index(one.section)] += 1
    if not by_cause:
        return [Lines((ALL_SURE[lang],))]
    ranked = sorted(by_cause, key=lambda c: (min(by_cause[c]), -sum(by_cause[c].values())))
    lines = [
        f"{cause[lang]}: "
        + "; ".join(
            f"{w.SECTION[_SECTIONS[place]][lang]} ({n})"
            for place, n in sorted(by_cause[cause].items())
        )
        for cause in ranked[:CAUSES]
    ]
    if len(ranked) > CAUSES:
        lines.append(OTHERS.format(n=len(ranked) - CAUSES)[lang])
    return [
        Lines((MAY_CHANGE.format(sentra=reference)[lang],)),
        Lines(tuple(lines), bulleted=True),
    ]
