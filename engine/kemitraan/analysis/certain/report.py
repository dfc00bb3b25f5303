"""What is certain, what may change and what may come, as a report."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from kemitraan.report import words as w
from kemitraan.report.counts import numbered
from kemitraan.report.firm import ABOUT_UNKNOWN, firm_parts
from kemitraan.report.kit import Writer, cut, table
from kemitraan.report.parts import Grid, Heading, Lines, Part
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.analysis.certain.certainty import Certainty, Standing
    from kemitraan.recommendation.model import Labelled
    from kemitraan.report.firm import Firm
    from kemitraan.text import Lang

ROWS: Final = 12
NAMES: Final = 3
"""How many rows, and names in a row, a report that is not full has."""

TITLE = Text("Yang pasti dan yang dapat berubah: {sentra}", "Certain and open: {sentra}")
ALL_KNOWN = Text(
    "Tidak ada yang belum diketahui: semua kesimpulan pasti.",
    "Nothing is unknown: every conclusion is certain.",
)
UNKNOWN = Text("Belum diketahui", "Not known")
THINGS = (
    Text("{n} hal", "{n} thing"),
    Text("{n} hal", "{n} things"),
)
CERTAIN = Text("Pasti", "Certain")
CERTAIN_SAID = (
    Text("{n} kesimpulan berlaku apa pun jawabannya", "{n} conclusion holds whatever the answers"),
    Text("{n} kesimpulan berlaku apa pun jawabannya", "{n} conclusions hold whatever the answers"),
)
CHANGING = Text("Dapat berubah", "May change")
CHANGING_SAID = (
    Text(
        "{n} kesimpulan berlaku pada sebagian jawaban saja",
        "{n} conclusion holds under some answers only",
    ),
    Text(
        "{n} kesimpulan berlaku pada sebagian jawaban saja",
        "{n} conclusions hold under some answers only",
    ),
)
UNTIL = Text("Berlaku sementara", "Until known")
UNTIL_SAID = (
    Text(
        "{n} kesimpulan berlaku hanya selama ada yang belum diketahui",
        "{n} conclusion holds only as long as something is not known",
    ),
    Text(
        "{n} kesimpulan berlaku hanya selama ada yang belum diketahui",
        "{n} conclusions hold only as long as something is not known",
    ),
)
COMING = Text("Mungkin bertambah", "May come")
COMING_SAID = (
    Text(
        "{n} kesimpulan belum berlaku, tetapi jawaban dapat memunculkannya",
        "{n} conclusion does not hold yet, but answers can bring it",
    ),
    Text(
        "{n} kesimpulan belum berlaku, tetapi jawaban dapat memunculkannya",
        "{n} conclusions do not hold yet, but answers can bring them",
    ),
)
SURE_TO_COME = Text("Pasti muncul setelah semua diketahui", "Sure to come once all is known")
PART = Text("Bagian", "Part")
CONCLUSIONS = Text("Kesimpulan", "Conclusions")
HOLDS = Text("Berlaku pada", "Holds in")
INSTEAD = Text("Dapat menjadi", "May become")
SHARE = Text("{holds} dari {of}", "{holds} of {of}")
NONE_OF_THEM = Text("tidak berlaku", "does not hold")
NOTE = Text(
    "'{holds}' menghitung kombinasi jawaban atas hal-hal yang disebut di baris itu; setiap "
    "jawaban dihitung sama. Bagian kombinasi bukan peluang.",
    "'{holds}' counts combinations of answers to what its row depends on, each answer alike. A "
    "share of combinations is not a probability.",
)
EXACT = Text("Semua hasil ini eksak.", "All of this is exact.")
SAMPLED = Text(
    "Bertanda *: kombinasinya terlalu banyak; dihitung dari contoh acak {n} kombinasi.",
    "Marked *: too many combinations; counted over a random sample of {n}.",
)


def certainty_parts(
    found: Certainty, firm: Sequence[Firm], lang: Lang, *, full: bool = False
) -> list[Part]:
    """Return the report: how firm the headlines are, the counts, then what may change and come."""
    return _Report(found, firm, lang, full=full).parts()


class _Report(Writer):
    def __init__(self, found: Certainty, firm: Sequence[Firm], lang: Lang, *, full: bool) -> None:
        super().__init__(lang)
        self.found = found
        self.firm = firm
        self.full = full
        self.certain = found.of("certain", now=True)
        self.changing = found.of("possible", now=True)
        self.until = found.of("excluded", now=True)
        self.coming = found.of("possible", now=False)
        self.sure_to_come = found.of("certain", now=False)

    def parts(self) -> list[Part]:
        title = Heading(self.t(TITLE, sentra=self.found.sentra.label), 1)
        head = [title, *firm_parts(self.firm, self.lang), Lines((self.t(ABOUT_UNKNOWN),))]
        if not self.found.unknown:
            return [*head, Lines((self.t(ALL_KNOWN),))]
        counts = (
            (UNKNOWN, THINGS, self.found.unknown),
            (CERTAIN, CERTAIN_SAID, len(self.certain)),
            (CHANGING, CHANGING_SAID, len(self.changing)),
            (UNTIL, UNTIL_SAID, len(self.until)),
            (COMING, COMING_SAID, len(self.coming) + len(self.sure_to_come)),
        )
        told = Grid(
            tuple((self.t(name), self.t(numbered(n, *said))) for name, said, n in counts if n)
        )
        sections = (
            self.changes(),
            self.until_known(),
            self.comes(),
            self.by_section(SURE_TO_COME, self.sure_to_come),
            self.by_section(CERTAIN, self.certain),
        )
        return [
            *head,
            told,
            *(part for section in sections for part in section),
            self.note(),
        ]

    def note(self) -> Part:
        lines = [self.t(NOTE, holds=HOLDS)] if self.changing or self.coming else []
        sample = self.found.sample
        return Lines((*lines, self.t(SAMPLED, n=sample) if sample else self.t(EXACT)))

    def changes(self) -> list[Part]:
        """Return what holds now and may not, each with what it may become."""
        instead: dict[str, list[Standing]] = defaultdict(list)
        for other in self.coming:
            if other.value is not None:
                instead[_about(other)].append(other)
        rows = []
        for now in self.changing:
            others = instead.get(_about(now), []) if now.value is not None else []
            become = "; ".join(
                f"{o.value.label[self.lang]} ({self.share(o)})" for o in others if o.value
            )
            rows.append(
                (
                    now.label[self.lang],
                    self.share(now),
                    become or self.t(NONE_OF_THEM),
                    self.names(now.depends),
                )
            )
        return self.table(CHANGING, (w.CONCLUSION, HOLDS, INSTEAD, w.DEPENDS), rows)

    def until_known(self) -> list[Part]:
        rows = [(s.label[self.lang], self.names(s.depends)) for s in self.until]
        return self.table(UNTIL, (w.CONCLUSION, w.DEPENDS), rows)

    def comes(self) -> list[Part]:
        """Return what may come, without the other values of what holds now."""
        told = {_about(now) for now in self.changing if now.value is not None}
        rows = [
            (s.label[self.lang], self.share(s), self.names(s.depends))
            for s in self.coming
            if s.value is None or _about(s) not in told
        ]
        return self.table(COMING, (w.CONCLUSION, HOLDS, w.DEPENDS), rows)

    def by_section(self, name: Text, standings: Sequence[Standing]) -> list[Part]:
        if not standings:
            return []
        by: dict[str, list[str]] = defaultdict(list)
        for standing in standings:
            mark = "*" if standing.sampled else ""
            by[standing.section].append(standing.label[self.lang] + mark)
        rows = [(self.t(w.SECTION[section]), self.cut(labels)) for section, labels in by.items()]
        return [Heading(self.t(name)), *table((PART, CONCLUSIONS), rows, self.lang)]

    def table(
        self, name: Text, headers: Iterable[Text], rows: Sequence[tuple[str, ...]]
    ) -> list[Part]:
        if not rows:
            return []
        most = None if self.full else ROWS
        return [Heading(self.t(name)), *table(headers, rows, self.lang, most)]

    def share(self, standing: Standing) -> str:
        said = self.t(SHARE, holds=standing.holds, of=standing.of)
        return said + "*" if standing.sampled else said

    def names(self, items: Sequence[Labelled]) -> str:
        return self.cut([item.label[self.lang] for item in items])

    def cut(self, labels: Sequence[str]) -> str:
        return cut(labels, None if self.full else NAMES, self.lang)


def _about(standing: Standing) -> str:
    """Return what a conclusion is about, without its value."""
    return standing.conclusion.partition("=")[0]
