"""The assumptions as a report: a table of them, or what each changes for a sentra."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kemitraan.report import words as w
from kemitraan.report.kit import Writer, cut, table
from kemitraan.report.lines import marked_line
from kemitraan.report.parts import Grid, Heading, Lines
from kemitraan.text import Text, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.analysis.assumptions.assumptions import (
        Alternative,
        AssumptionEntry,
        Assumptions,
    )
    from kemitraan.recommendation.model import Labelled
    from kemitraan.report.parts import Part
    from kemitraan.text import Lang

_MOVED: Final = 1
"""How many lines an alternative changes are told where the report is not full."""

TITLE = Text("Asumsi", "Assumptions")
TITLE_OF = Text("Asumsi: {sentra}", "Assumptions: {sentra}")
WHAT = Text(
    "Pilihan yang dibiarkan terbuka oleh studi. Memilih yang lain: --assume {name}={other}.",
    "Choices that the study leaves open. To choose another one: --assume {name}={other}.",
)
ASSUMPTION = Text("Asumsi (nama)", "Assumption (name)")
CHOICES = Text("Pilihan; yang pertama standar", "Choices; the first is the default")
NOW = Text("{name}; kini: {choice}", "{name}; now: {choice}")
INSTEAD = Text("Bila diganti", "Chosen instead")
MEANING = Text("Artinya [sumber]", "What it means [source]")
CHANGES = Text("Mengubah anjuran bagi sentra ini: {n}", "Change the advice for this sentra: {n}")
NONE_CHANGES = Text(
    "Tidak satu pun dari {n} asumsi, bila diganti sendiri, mengubah anjuran bagi sentra ini.",
    "None of the {n} assumptions, chosen otherwise by itself, changes the advice for this sentra.",
)
EFFECT = Text("Yang pertama berubah", "What moves first")
SAME = Text("Tidak mengubah anjuran bagi sentra ini: {n}", "Change nothing for this sentra: {n}")
ALONE = Text(
    "Tiap asumsi diganti sendiri; yang lain tetap. Gabungannya: kemitraan robust {sentra}. "
    "Arti dan sumber satu asumsi: kemitraan rules show {example}.",
    "Each assumption is chosen otherwise by itself, all else stays. Combinations: kemitraan "
    "robust {sentra}. What one means, and its source: kemitraan rules show {example}.",
)
NAMED = Text("{label} ({id})", "{label} ({id})")


def assumptions_parts(
    found: Assumptions, lang: Lang, reference: str, *, full: bool = False
) -> list[Part]:
    """Return the report; `reference` is how the profile is named, `full` leaves nothing out."""
    report = _Report(lang, full=full)
    return report.all(found) if found.sentra is None else report.of(found, reference)


class _Report(Writer):
    def __init__(self, lang: Lang, *, full: bool) -> None:
        super().__init__(lang)
        self.full = full

    def all(self, found: Assumptions) -> list[Part]:
        """Return all assumptions with what they mean."""
        rows = [
            (
                self.named(one),
                self.choices(one),
                f"{self.t(one.no_effect or one.reason)} [{', '.join(one.sources)}]",
            )
            for one in found.assumptions
        ]
        heads = (ASSUMPTION, CHOICES, MEANING)
        return [
            Heading(self.t(TITLE), 1),
            Lines((self.hint(found),)),
            *table(heads, rows, self.lang),
        ]

    def choices(self, one: AssumptionEntry) -> str:
        told = [_option(one.default), *map(_option, one.alternatives)]
        return "; ".join(map(self.t, told))

    def hint(self, found: Assumptions) -> str:
        one = found.assumptions[0]
        return self.t(WHAT, name=one.name, other=one.alternatives[0].id)

    def of(self, found: Assumptions, reference: str) -> list[Part]:
        """Return what changes the advice for a sentra, then what does not."""
        sentra = found.sentra.label if found.sentra else w.NONE
        changing = [one for one in found.assumptions if one.changes]
        idle = [one for one in found.assumptions if not one.changes]
        parts: list[Part] = [
            Heading(self.t(TITLE_OF, sentra=sentra), 1),
            Lines((self.hint(found),)),
        ]
        if changing:
            rows = [row for one in changing for row in self.effects(one)]
            parts.append(Heading(self.t(CHANGES, n=len(changing))))
            parts += table((ASSUMPTION, INSTEAD, EFFECT), rows, self.lang)
        else:
            parts.append(Lines((self.t(NONE_CHANGES, n=len(idle)),)))
        if idle:
            told = tuple((one.id, self.t(one.label), self.t(_option(one.in_force))) for one in idle)
            parts.append(Heading(self.t(SAME, n=len(idle))))
            parts.append(Grid(told))
        example = found.assumptions[0].id
        return [*parts, Lines((self.t(ALONE, sentra=reference, example=example),))]

    def named(self, one: AssumptionEntry) -> str:
        return f"{self.t(titled(one.id, one.label))} ({one.name})"

    def effects(self, one: AssumptionEntry) -> Iterator[tuple[str, str, str]]:
        """Yield a row for each alternative that changes something; the first names what it is."""
        named = self.t(NOW, name=self.named(one), choice=one.in_force.label)
        for alternative in one.alternatives:
            if alternative.differences:
                lines = [marked_line(d, self.lang) for d in alternative.differences]
                told = cut(lines, None if self.full else _MOVED, self.lang)
                yield named, self.t(_option(alternative)), told
                named = ""


def _option(one: Labelled | Alternative) -> Text:
    return NAMED.format(label=one.label, id=one.id)
