"""The map of stakeholders in a report: who is in which group, with which role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.report import words as w
from kemitraan.report.kit import table
from kemitraan.report.parts import Lines, Part

if TYPE_CHECKING:
    from kemitraan.recommendation.model import ActorEntry
    from kemitraan.report.recommendation import RecommendationReport


def actors(report: RecommendationReport) -> list[Part]:
    """Return the map of stakeholders, and which kinds of actor nobody named."""
    if not report.r.actors:
        return []
    headers = (w.ACTOR, w.GROUP, w.BASIS, w.ROLE, w.ENGAGEMENT, w.RULES)
    rows = [_actor(report, a) for a in report.r.actors if a.present]
    parts = table(headers, rows, report.lang) if rows else []
    missing = [a for a in report.r.actors if not a.present]
    if missing:
        rules = ", ".join(dict.fromkeys(report.basis(a) for a in missing))
        parts.append(Lines((f"{report.t(w.MISSING)}: {report.names(missing)} ({rules})",)))
    return report.section("actors", *parts, on=report.r.actors)


def _actor(report: RecommendationReport, actor: ActorEntry) -> tuple[str, ...]:
    name = actor.label[report.lang]
    if actor.label != actor.kind.label:
        name += f" ({actor.kind.label[report.lang]})"
    if actor.outside_source:
        name += f" [{report.t(w.OUTSIDE)}]"
    engagement = actor.engagement.label[report.lang] if actor.engagement else ""
    if actor.opportunity:
        engagement += f" [{report.t(w.OPEN)}]"
    return (
        name,
        actor.group.label[report.lang] if actor.group else report.t(w.UNGROUPED),
        actor.basis.label[report.lang] if actor.basis else "",
        report.names(actor.role),
        engagement,
        report.basis(actor),
    )
