"""The ways to market in a report, and the legal forms that follow from their terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.report import words as w
from kemitraan.report.kit import table

if TYPE_CHECKING:
    from kemitraan.report.parts import Part
    from kemitraan.report.recommendation import RecommendationReport


def routes(report: RecommendationReport) -> list[Part]:
    """Return the ways to market, and the legal forms that follow from the terms."""
    lang = report.lang
    if not report.r.routes and not report.r.patterns:
        return []
    parts: list[Part] = []
    if report.r.routes:
        heads = [
            w.ROUTE,
            w.PARTNER,
            w.PREPARE,
            w.ASK,
            *([w.RISK] if report.full else []),
            w.RULES,
        ]
        rows = [
            (
                f"{r.label[lang]} ({report.names(r.usual_pattern)})",
                r.partner[lang],
                r.first[lang],
                r.ask[lang],
                *([r.risk[lang]] if report.full else []),
                report.basis(r),
            )
            for r in report.r.routes
        ]
        parts += table(heads, rows, lang)
    if report.r.patterns:
        forms = [
            (*(text[lang] for text in (p.label, p.position, p.duties, p.risk)), report.basis(p))
            for p in report.r.patterns
        ]
        heads = [w.PATTERN, w.POSITION, w.DUTIES, w.RISK, w.RULES]
        parts += table(heads, forms, lang)
    return report.section("routes", *parts, on=[*report.r.routes, *report.r.patterns])
