"""The recommendation with a mark on every conclusion that answers to open questions may change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from kemitraan.recommendation.model import Entry, Labelled
from kemitraan.report import words as w
from kemitraan.report.kit import table
from kemitraan.report.parts import Grid, Heading, Lines, Part
from kemitraan.report.recommendation import RecommendationReport
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.knowledge.shown import Section, Shown
    from kemitraan.recommendation.model import (
        ActorEntry,
        GateEntry,
        Recommendation,
        StrategyEntry,
        TypeEntry,
    )
    from kemitraan.text import Lang

    E = TypeVar("E", bound=Entry)

MARK: Final = " (?)"
LEGEND = Text(
    "(?) dapat berubah bila yang belum diketahui sudah terjawab; kesimpulan tanpa tanda berlaku "
    "apa pun jawabannya. Rinciannya: kemitraan certain {sentra}",
    "(?) may change once what is unknown has been answered; conclusions without a mark hold "
    "whatever the answers. Details: kemitraan certain {sentra}",
)
ALL_SURE = Text(
    "Semua kesimpulan ini berlaku apa pun jawaban atas yang belum diketahui.",
    "All these conclusions hold whatever the answers to what is unknown.",
)
DEPENDS = Text("Yang dapat berubah, dan bergantung pada apa", "What may change, and on what")


def marked_parts(
    recommendation: Recommendation,
    shown: Shown,
    lang: Lang,
    reference: str,
    depends: Sequence[tuple[Text, tuple[Text, ...]]] | None = None,
) -> list[Part]:
    """Return the report of a recommendation with its marks; full where `depends` is given.

    `depends` lists what may change with the unknowns that can have a part in it.
    """
    marked = with_marks(recommendation, shown)
    report = _Report(marked, lang, reference, full=depends is not None)
    parts = report.parts()
    legend = ALL_SURE if marked == recommendation else LEGEND.format(sentra=reference)
    answer = next(place for place, part in enumerate(parts) if isinstance(part, Grid))
    parts.insert(answer + 1, Lines((legend[lang],)))
    if depends:
        rows = [(what[lang], "; ".join(t[lang] for t in things)) for what, things in depends]
        parts[-1:-1] = [Heading(DEPENDS[lang]), *table((w.CONCLUSION, w.DEPENDS), rows, lang)]
    return parts


class _Report(RecommendationReport):
    def when(self, step: StrategyEntry) -> str:
        # What waits for nothing may have to wait once more is known.
        later = not step.after and any(word != step.conclusion for word in step.may_change)
        return super().when(step) + (MARK if later else "")


def with_marks(recommendation: Recommendation, shown: Shown) -> Recommendation:
    """Return the recommendation with the mark on the label of all that may change."""
    r = recommendation
    return replace(
        r,
        potential=replace(
            r.potential,
            strong=_all(r.potential.strong),
            developing=_all(r.potential.developing),
            weak=_all(r.potential.weak),
        ),
        diagnoses=_all(r.diagnoses),
        actors=tuple(_actor(a, shown) for a in r.actors),
        causes=_all(r.causes),
        needs=_all(r.needs),
        partnership_types=tuple(_type(t, shown) for t in r.partnership_types),
        strategies=tuple(_step(s, shown) for s in r.strategies),
        readiness=replace(
            r.readiness,
            stage=_entry(r.readiness.stage) if r.readiness.stage else None,
            partnership=_entry(r.readiness.partnership) if r.readiness.partnership else None,
            gates=tuple(_gate(g, shown) for g in r.readiness.gates),
        ),
        gaps=_all(r.gaps),
        warnings=_all(r.warnings),
        routes=_all(r.routes),
        patterns=_all(r.patterns),
        practice=_all(r.practice),
        further=_all(r.further),
    )


def _all(entries: Iterable[E]) -> tuple[E, ...]:
    return tuple(_entry(entry) for entry in entries)


def _entry(entry: E) -> E:
    if entry.conclusion not in entry.may_change:
        return entry
    return replace(entry, label=_text(entry.label))


def _text(text: Text) -> Text:
    return Text(text.id + MARK, text.en + MARK)


def _values(
    entry: Entry, values: Iterable[Labelled], shown: Shown, section: Section, field: str
) -> tuple[Labelled, ...]:
    """Return the values that fill a field of an entry, marked where they may change."""
    word = f"{entry.id}.{shown.filling(section, field)}"

    def marked(value: Labelled) -> Labelled:
        changes = f"{word}={value.id}" in entry.may_change
        return Labelled(id=value.id, label=_text(value.label)) if changes else value

    return tuple(map(marked, values))


def _value(
    entry: Entry, value: Labelled | None, shown: Shown, section: Section, field: str
) -> Labelled | None:
    values = [value] if value else []
    return next(iter(_values(entry, values, shown, section, field)), None)


def _actor(actor: ActorEntry, shown: Shown) -> ActorEntry:
    if not actor.present:
        return _entry(actor)
    return replace(
        actor,
        group=_value(actor, actor.group, shown, "actors", "group"),
        basis=_value(actor, actor.basis, shown, "actors", "basis"),
        role=_values(actor, actor.role, shown, "actors", "role"),
        engagement=_value(actor, actor.engagement, shown, "actors", "engagement"),
    )


def _type(type_: TypeEntry, shown: Shown) -> TypeEntry:
    (verdict,) = _values(type_, [type_.verdict], shown, "partnership_types", "verdict")
    fit = _value(type_, type_.fit, shown, "partnership_types", "fit")
    return replace(type_, verdict=verdict, fit=fit, focus=_all(type_.focus))


def _gate(gate: GateEntry, shown: Shown) -> GateEntry:
    (status,) = _values(gate, [gate.status], shown, "readiness", "status")
    return replace(gate, status=status)


def _step(step: StrategyEntry, shown: Shown) -> StrategyEntry:
    programme = _text(step.programme) if step.conclusion in step.may_change else step.programme
    after = _values(step, step.after, shown, "strategies", f"{step.basis}_after")
    return replace(step, programme=programme, after=after)
