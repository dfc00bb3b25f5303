"""A comparison of sentra as a report: per section what is shared and what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kemitraan.report import words as w
from kemitraan.report.lines import line_text
from kemitraan.report.parts import Grid, Heading, Lines, Part

if TYPE_CHECKING:
    from kemitraan.analysis.compare.comparison import Comparison, Item, Section
    from kemitraan.text import Lang

_BESIDE: Final = 5
"""How many sentra stand side by side; more go into a table of their own below."""


def comparison_parts(comparison: Comparison, lang: Lang) -> list[Part]:
    """Return the report of a comparison."""
    names = tuple(s.id for s in comparison.sentra)
    titles = " – ".join(s.label[lang] for s in comparison.sentra)
    parts: list[Part] = [Heading(f"{w.COMPARISON[lang]}: {titles}", 1)]
    if comparison.warnings:
        parts.append(Lines(tuple(x.label[lang] for x in comparison.warnings), bulleted=True))
    for section in comparison.sections:
        if section.shared or section.differing:
            parts.extend(_section(section, names, lang))
    return [*parts, Lines((w.NO_ORDER[lang],))]


def _section(section: Section, names: tuple[str, ...], lang: Lang) -> list[Part]:
    parts: list[Part] = [Heading(w.SECTION[section.id][lang])]
    if section.differing:
        for start in range(0, len(names), _BESIDE):
            some = slice(start, start + _BESIDE)
            told = (item for item in section.differing if any(item.values[some]))
            if rows := tuple(_row(item, some, lang) for item in told):
                parts.append(Grid(rows, (w.DIFFERING[lang], *names[some])))
    if section.shared:
        shared = "; ".join(line_text(i.label, None, i.values[0], lang) for i in section.shared)
        parts.append(Lines((f"{w.SHARED[lang]}: {shared}",)))
    return parts


def _row(item: Item, some: slice, lang: Lang) -> tuple[str, ...]:
    values = (v.label[lang] if v else w.NOT_THERE[lang] for v in item.values[some])
    return (item.label[lang], *values)
