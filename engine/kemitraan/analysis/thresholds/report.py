"""Thresholds as a report: what each figure and each cut-off can do, then what would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.report import words as w
from kemitraan.report.counts import figure
from kemitraan.report.kit import Writer, cut, table
from kemitraan.report.lines import marked_line
from kemitraan.report.parts import Grid, Heading, Lines, Part
from kemitraan.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kemitraan.analysis.thresholds.interval import Interval
    from kemitraan.analysis.thresholds.model import (
        Bound,
        Measured,
        Relevelled,
        Table,
        Thresholds,
        Turn,
    )
    from kemitraan.case import Case

TITLE = Text("Ambang: {name}", "Thresholds: {name}")
COUNTED = Text(
    "Angka hasil ukur: {n}; yang dapat mengubah anjuran bila bergeser cukup jauh: {flips}.",
    "Measured figures: {n}; those that change the recommendation if moved far enough: {flips}.",
)
NO_FIGURE = Text(
    "Profil ini tidak memuat angka hasil ukur, maka tidak ada batas yang bekerja padanya.",
    "This profile states no measured figure, so no cut-off acts on it.",
)
HOW = Text(
    "Tulis hasil ukur sebagai angka di profil, atau coba dengan --set ATRIBUT=ANGKA.",
    "State what was measured as a figure in the profile, or try --set ATTRIBUTE=FIGURE.",
)
FIGURES = Text("Angka dalam profil", "Figures of the profile")
CUTOFFS = Text("Batas yang dipakai", "Cut-offs in force")
MEASURABLE = Text("Yang dapat diukur", "What can be measured")
EFFECTS = Text("Akibatnya bila bergeser", "What then changes")
WHAT = Text("Apa", "What")
FIGURE = Text("Angka", "Figure")
STEADY = Text("Anjuran tetap selama", "Nothing changes while")
BELOW = Text("Di bawahnya", "Below")
ABOVE = Text("Di atasnya", "Above")
CUTOFF = Text("Batas", "Cut-off")
LOWER = Text("Bila lebih rendah", "If lower")
HIGHER = Text("Bila lebih tinggi", "If higher")
UNIT = Text("Satuan", "Unit")
BY = Text("Batas menurut asumsi", "Cut-offs by assumption")
ANY = Text("berapa pun", "any")
WHOLE = Text("{what} (bilangan bulat)", "{what} (whole numbers)")
NOTHING = Text("tanpa perubahan", "no change")
NOT_READ = Text("tidak dipakai menurut {assumption}", "not used under {assumption}")
NEIGHBOURS = Text(
    "Sebuah batas hanya digeser sampai batas tetangganya, dan satu per satu.",
    "A cut-off is moved no farther than its neighbours, and one at a time.",
)
CHANGE = Text("{what} (1 perubahan)", "{what} (1 change)")
CHANGES = Text("{what} ({n} perubahan)", "{what} ({n} changes)")
NO_LEVEL = Text("tanpa tingkat", "no level")

# How many changes of one section a table tells; Markdown and JSON tell all.
_TOLD = 4


def thresholds_parts(case: Case, found: Thresholds, lang: Lang, *, full: bool) -> list[Part]:
    """Return the report; `full` tells every change of every turn."""
    return list(_Report(case, lang, full=full).parts(found))


class _Report(Writer):
    """Writes the thresholds of one case in one language."""

    def __init__(self, case: Case, lang: Lang, *, full: bool) -> None:
        super().__init__(lang)
        self.case = case
        self.full = full

    def parts(self, found: Thresholds) -> Iterator[Part]:
        """Yield the report, the answer first."""
        yield Heading(self.t(TITLE, name=self.case.scenario.name), 1)
        if not found.measured:
            yield Lines((self.t(NO_FIGURE), self.t(HOW)))
            yield from self.measurable(found)
            return
        moving = [m for m in found.measured if m.span and (m.span.below or m.span.above)]
        yield Lines((self.t(COUNTED, n=len(found.measured), flips=len(moving)),))
        yield Heading(self.t(FIGURES))
        heads = (WHAT, FIGURE, w.LEVEL, STEADY, BELOW, ABOVE)
        yield from table(heads, [self.figure(m) for m in found.measured], self.lang)
        yield Heading(self.t(CUTOFFS))
        yield Lines((self.t(NEIGHBOURS),))
        bounds = [self.bound(of, bound) for of in found.tables for bound in of.bounds]
        yield from table((WHAT, CUTOFF, STEADY, LOWER, HIGHER), bounds, self.lang)
        if moving:
            yield Heading(self.t(EFFECTS))
            yield from self.effects(moving)

    def measurable(self, found: Thresholds) -> Iterator[Part]:
        yield Heading(self.t(MEASURABLE))
        rows = [
            (self.t(m.label), self.t(m.unit), self.assumption(m.assumption))
            for m in found.measurable
        ]
        yield from table((WHAT, UNIT, BY), rows, self.lang)

    def assumption(self, number: str) -> str:
        chosen = next(c for c in self.case.made_with.in_force if c.id == number)
        return f"{number} {self.t(chosen.label)}: {self.t(chosen.choice_label)}"

    # Rows

    def figure(self, measured: Measured) -> tuple[str, ...]:
        label, unit = self.t(measured.label), self.t(measured.unit)
        what = label if unit in label else f"{label} ({unit})"
        figure = self.number(measured.figure)
        if measured.span is None:
            not_read = self.t(NOT_READ, assumption=self.assumption(measured.assumption))
            return (what, figure, "–", not_read, "–", "–")
        return (
            what,
            figure,
            self.t(measured.level.label) if measured.level else self.t(NO_LEVEL),
            self.interval(measured.span.interval),
            self.level_then(measured.span.below),
            self.level_then(measured.span.above),
        )

    def bound(self, of: Table, bound: Bound) -> tuple[str, ...]:
        sign = "≥" if bound.included else ">"
        return (
            f"{self.t(of.label)} ({of.assumption} {self.t(of.choice.label)})",
            f"{self.t(bound.level.label)} {sign} {self.number(bound.bound)}",
            self.interval(bound.span.interval),
            self.figures_then(bound.span.below),
            self.figures_then(bound.span.above),
        )

    def level_then(self, turn: Turn | None) -> str:
        """Return the level a figure then has, and how many changes follow."""
        if turn is None:
            return self.t(NOTHING)
        return self.counted(", ".join(map(self.level, turn.figures)), turn)

    def figures_then(self, turn: Turn | None) -> str:
        """Return the figures that then have another level, and how many changes follow."""
        if turn is None:
            return self.t(NOTHING)
        moved = (
            f"{self.t(r.label)} {self.number(r.figure)} → {self.level(r)}" for r in turn.figures
        )
        return self.counted("; ".join(moved), turn)

    def counted(self, what: str, turn: Turn) -> str:
        n = len(turn.differences)
        return self.t(CHANGE if n == 1 else CHANGES, what=what, n=n)

    def level(self, figure: Relevelled) -> str:
        return self.t(figure.now.label if figure.now else NO_LEVEL)

    # What changes

    def effects(self, moving: Sequence[Measured]) -> Iterator[Part]:
        """Yield what follows where a figure moves; a bound that moves past it does the same."""
        for measured in moving:
            for side, turn in self.sides(measured):
                level = ", ".join(map(self.level, turn.figures))
                yield Lines((f"{self.t(measured.label)} {side} ({level}):",))
                by_section: dict[str, list[str]] = {}
                for line in turn.differences:
                    by_section.setdefault(line.section, []).append(marked_line(line, self.lang))
                yield Grid(
                    tuple((self.t(w.SECTION[s]), self.cut(told)) for s, told in by_section.items())
                )

    def sides(self, measured: Measured) -> Iterator[tuple[str, Turn]]:
        """Yield the turn of each side with where it lies."""
        span = measured.span
        if span is None:
            return
        interval = span.interval
        if span.below is not None and interval.low is not None:
            yield f"{'<' if interval.with_low else '≤'} {self.number(interval.low)}", span.below
        if span.above is not None and interval.high is not None:
            yield f"{'>' if interval.with_high else '≥'} {self.number(interval.high)}", span.above

    def cut(self, told: Sequence[str]) -> str:
        return cut(told, None if self.full else _TOLD, self.lang)

    # Numbers

    def number(self, number: float) -> str:
        return self.t(figure(number))

    def interval(self, interval: Interval) -> str:
        low = self.number(interval.low) if interval.low is not None else ""
        high = self.number(interval.high) if interval.high is not None else ""
        over = "≥" if interval.with_low else ">"
        under = "≤" if interval.with_high else "<"
        if low and high:
            turned = "≤" if interval.with_low else "<"
            told = f"{low} {turned} … {under} {high}"
        else:
            told = f"{over} {low}" if low else f"{under} {high}" if high else self.t(ANY)
        return self.t(WHOLE, what=told) if interval.whole else told
