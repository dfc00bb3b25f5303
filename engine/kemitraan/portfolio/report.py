"""A portfolio on the screen: what its rows come to, where what is to be asked, and each row."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from kemitraan.portfolio.advice import REPAIRS
from kemitraan.portfolio.changes import CHANGED, headlines
from kemitraan.portfolio.summary import ASK
from kemitraan.report.kit import AND_MORE, table
from kemitraan.report.parts import Grid, Heading, Lines, Part
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kemitraan.portfolio.result import Row
    from kemitraan.portfolio.run import Run
    from kemitraan.portfolio.summary import Count, Group, Summary, Tally
    from kemitraan.text import Lang

ROWS: Final = 25
GROUPS: Final = 12
NAMES: Final = 5
"""How many rows, groups and values of a tally are shown; a file has them all."""

TITLE = Text("Portofolio: {file}", "Portfolio: {file}")
COUNTED = Text("{n} sentra", "{n} sentra")
ASIDE = Text("{n} sentra; {aside} baris disisihkan", "{n} sentra; {aside} rows set aside")
OVERALL = Text("Seluruhnya", "Over all")
SENTRA = Text("Sentra", "Sentra")
ROW = Text("Baris", "Row")
MANY = Text("{what}: {n}", "{what}: {n}")
FIRST = Text("Terutama ditanyakan", "Asked most")
ALL = Text(
    "Hanya baris pertama; semuanya dengan -o, misalnya -o anjuran.xlsx.",
    "The first rows alone; all of them with -o, such as -o advice.xlsx.",
)
BY = Text("Menurut", "By")
GROUP = Text("Kelompok", "Group")
WHAT = Text("Tentang", "About")
VALUE = Text("Hasil", "Result")
COUNT = Text("Jumlah sentra", "Number of sentra")
_UNNAMED = Text("(tanpa nama)", "(no name)")


def portfolio_parts(run: Run, summary: Summary, rows: Sequence[Row], lang: Lang) -> list[Part]:
    """Return the report; of many rows the first."""
    said = ASIDE if summary.set_aside else COUNTED
    parts: list[Part] = [
        Heading(TITLE.format(file=Path(run.table.file).name)[lang], 1),
        Lines((said.format(n=summary.rows, aside=summary.set_aside)[lang],)),
    ]
    if summary.tallies:
        told = [(tally.label[lang], _counts(tally.counts, lang)) for tally in summary.tallies]
        parts += [Heading(OVERALL[lang]), Grid(tuple(told))]
    for by in dict.fromkeys(group.by.id for group in summary.groups):
        own = [group for group in summary.groups if group.by.id == by]
        heads = [own[0].by.label, SENTRA, *_heads(own)]
        grid = [_group(group, heads[2:], lang) for group in own]
        parts += [Heading(own[0].by.label[lang]), *table(heads, grid, lang, GROUPS)]
    shown = [CHANGED] if CHANGED in run.heads else headlines(run.base, run.heads)
    shown = [head for head in shown if head in run.selected]
    if rows and shown:
        labels = [ROW, SENTRA, *(head.label for head in shown)]
        cells = [
            (
                str(row.row),
                row.name or _UNNAMED[lang],
                *("; ".join(v.label[lang] for v in row.advice[head.id]) for head in shown),
            )
            for row in rows
        ]
        parts += [Heading(SENTRA[lang]), *table(labels, cells, lang)]
        if len(rows) == ROWS:
            parts.append(Lines((ALL[lang],)))
    return parts


def worth_showing(row: Row) -> bool:
    """Tell whether a row is shown on the screen: it has advice, and overlays change it if any."""
    return not row.faults and bool(row.advice.get(CHANGED.id, True))


def summary_rows(summary: Summary, lang: Lang) -> list[list[str]]:
    """Return the summary as rows of a sheet, below their headings: by, group, what, value, rows."""
    found = [[text[lang] for text in (BY, GROUP, WHAT, VALUE, COUNT)]]
    whole = [(OVERALL[lang], "", summary.tallies)]
    groups = [(g.by.label[lang], g.name[lang], g.tallies) for g in summary.groups]
    for by, name, tallies in [*whole, *groups]:
        found += [
            [by, name, tally.label[lang], count.label[lang], str(count.rows)]
            for tally in tallies
            for count in tally.counts
        ]
    return found


def _heads(groups: Sequence[Group]) -> Iterator[Text]:
    found: dict[str, Text] = {}
    for group in groups:
        for tally in group.tallies:
            found[tally.id] = FIRST if tally.id == ASK else tally.label
    order = [name for name in found if name not in (REPAIRS, ASK)]
    yield from (found[name] for name in (*order, *(n for n in (ASK,) if n in found)))


def _group(group: Group, heads: Sequence[Text], lang: Lang) -> tuple[str, ...]:
    by_label = {FIRST if t.id == ASK else t.label: t for t in group.tallies}
    cells = []
    for head in heads:
        tally: Tally | None = by_label.get(head)
        most = 1 if head == FIRST else NAMES
        cells.append(_counts(tally.counts, lang, most) if tally else "–")
    return (group.name[lang], str(group.rows), *cells)


def _counts(counts: Sequence[Count], lang: Lang, most: int = NAMES) -> str:
    told = [MANY.format(what=c.label, n=c.rows)[lang] for c in counts[:most]]
    if len(counts) > most > 1:
        told.append(AND_MORE.format(n=len(counts) - most)[lang])
    return "; ".join(told)
