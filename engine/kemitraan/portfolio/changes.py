"""What overlays change for whom: the verdicts and the readiness of a row, before and now."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from kemitraan.portfolio.advice import Column, Head
from kemitraan.recommendation.model import Labelled
from kemitraan.report.words import NOT_KNOWN
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kemitraan.knowledge.rulebase import RuleBase

CHANGED: Final = Head("changed", Text("Berubah", "Changed"))
_MOVED: Final = Text("{of}: {before} → {now}", "{of}: {before} → {now}")
_NONE: Final = Labelled(id="", label=NOT_KNOWN)


def headlines(base: RuleBase, heads: Sequence[Head]) -> list[Head]:
    """Return the columns that give the verdict on a type, or readiness."""
    shown = base.shown
    told = (
        shown.filling("partnership_types", "verdict"),
        shown.filling("readiness", "partnership"),
    )
    return [head for head in heads if head.attribute and head.attribute in told]


def changes(base: RuleBase, before: Sequence[Column], now: Sequence[Column], rows: int) -> Column:
    """Return what of the headlines differs in which of these rows."""
    were = {column.head: column for column in before}
    wanted = set(headlines(base, [column.head for column in now]))
    found: dict[Labelled, int] = defaultdict(int)
    for column in now:
        if column.head in wanted:
            for was, about in _parted(were[column.head], rows):
                for told, here in _parted(column, about):
                    if was.id != told.id:
                        label = _MOVED.format(
                            of=column.head.label, before=was.label, now=told.label
                        )
                        name = f"{column.head.id}: {was.id} > {told.id}"
                        found[Labelled(id=name, label=label)] |= here
    return Column(CHANGED, list(found.items()))


def _parted(column: Column, rows: int) -> Iterator[tuple[Labelled, int]]:
    """Yield the values of a column in some rows, and that there is none."""
    left = rows
    for value, about in column.values:
        if here := about & left:
            yield value, here
            left &= ~here
    if left:
        yield _NONE, left
