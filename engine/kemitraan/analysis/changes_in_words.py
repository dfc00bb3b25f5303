"""How changes and what they make otherwise are told in a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.report import words as w
from kemitraan.report.kit import cut
from kemitraan.report.lines import marked_line
from kemitraan.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kemitraan.analysis.scope import Change
    from kemitraan.recommendation.differences import Difference

ASPECT = {
    "type": w.TYPE,
    "readiness": w.READINESS,
    "focus": Text("Kecocokan dan fokus", "Fit and focus"),
    "gates": Text("Tahap dan syarat", "Stage and conditions"),
    "groups": Text("Kelompok aktor", "Groups of actors"),
    "strategies": Text("Langkah dan waktunya", "Steps and their timing"),
    "needs": Text("Kebutuhan dan prioritasnya", "Needs and their priority"),
}
_COUNTED = {
    "type": Text("jenis kemitraan: {n}", "partnership types: {n}"),
    "readiness": Text("kesiapan: {n}", "readiness: {n}"),
    "focus": Text("fokus: {n}", "focuses: {n}"),
    "gates": Text("syarat: {n}", "conditions: {n}"),
    "groups": Text("kelompok aktor: {n}", "groups of actors: {n}"),
    "strategies": Text("langkah: {n}", "steps: {n}"),
    "needs": Text("kebutuhan: {n}", "needs: {n}"),
}
_WITHOUT = Text("tanpa {rule}", "without {rule}")
_JOINS = Text("{actor} ikut serta", "{actor} takes part")
CONTROLLABLE = "*"
LEGEND = Text(
    "* dapat diupayakan oleh program. + bertambah, − hilang, → berganti.",
    "* a programme can bring it about. + added, − gone, → replaced.",
)
_ALSO = Text("juga {what}", "also {what}")


def change_text(change: Change, lang: Lang) -> str:
    """Return a change in words: what, from which value to which."""
    label = change.label[lang]
    if change.sort == "rule":
        said = _WITHOUT.format(rule=label)[lang]
    elif change.sort == "actor":
        said = _JOINS.format(actor=label)[lang]
    else:
        said = f"{label}: {change.before.label[lang]} → {change.after.label[lang]}"
    return said + (f"\u00a0{CONTROLLABLE}" if change.controllable else "")


def told(
    differences: Sequence[Difference],
    lang: Lang,
    *,
    aspects: Collection[str],
    most: int | None = None,
    counted: bool = False,
) -> str:
    """Return the differences of some aspects in words, at most so many.

    `counted` adds how many there are of every other aspect.
    """
    told_under = [(d, d.aspects[0]) for d in differences if d.aspects]
    words = [marked_line(d, lang) for d, aspect in told_under if aspect in aspects]
    told = [cut(words, most, lang, spare=1)] if words else []
    others = [
        text.format(n=n)[lang]
        for aspect, text in _COUNTED.items()
        if aspect not in aspects and (n := sum(own == aspect for _, own in told_under))
    ]
    if counted and others:
        rest = ", ".join(others)
        told.append(_ALSO.format(what=rest)[lang] if told else rest)
    return "; ".join(told)
