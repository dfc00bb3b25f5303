"""The summary of a portfolio as a document: what rows come to, in bars by place and industry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.document.pictures.bars import bars
from kemitraan.document.pictures.svg import FILLS
from kemitraan.report.parts import Grid, Heading, Part, Picture
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kemitraan.portfolio.summary import Group, Summary, Tally
    from kemitraan.text import Lang

_GROUPS = 12
"""How many groups a picture has room for; the table behind it has them all."""

BY = Text("menurut", "by")
ABOUT = Text(
    "Jumlah sentra tiap kelompok; corak menunjukkan hasilnya",
    "Number of sentra in each group; the pattern shows the result",
)
ALL = Text("Semua", "All")


def with_pictures(parts: Sequence[Part], summary: Summary, lang: Lang) -> list[Part]:
    """Return the parts of a summary with a picture of each headline below the groups it is of."""
    found: list[Part] = []
    pictures = {
        by: [*_pictures(summary, [g for g in summary.groups if g.by.id == by], lang)]
        for by in dict.fromkeys(group.by.id for group in summary.groups)
    }
    labels = {group.by.label[lang]: group.by.id for group in summary.groups}
    for part in parts:
        found.append(part)
        if isinstance(part, Heading) and part.text in labels:
            found += pictures[labels[part.text]]
    return found


def _pictures(summary: Summary, groups: Sequence[Group], lang: Lang) -> Iterator[Picture]:
    """Yield the bars of each thing that groups are told and the patterns are enough for.

    A value has the same pattern in every picture: that of its place over all rows.
    """
    by = groups[0].by.label[lang]
    for tally in summary.tallies:
        values = {count.id: count.label[lang] for count in tally.counts}
        own = [(group, _counted(group, tally)) for group in groups]
        if len(values) > len(FILLS) or not any(counted for _, counted in own):
            continue
        rows = [(g.name[lang], [counted.get(v, 0) for v in values]) for g, counted in own]
        title = f"{tally.label[lang]} {BY[lang]} {by[0].lower()}{by[1:]}"
        drawn = bars(title, ABOUT[lang], [*values.values()], rows[:_GROUPS])
        heads = (by, *values.values(), ALL[lang])
        told = tuple((said, *map(str, counts), str(sum(counts))) for said, counts in rows)
        yield Picture(title, drawn, Grid(told, heads))


def _counted(group: Group, tally: Tally) -> Mapping[str, int]:
    """Return how many rows of a group are told each value."""
    own = (one for one in group.tallies if one.id == tally.id)
    return {count.id: count.rows for one in own for count in one.counts}
