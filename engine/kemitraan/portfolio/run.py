"""Runs a table: batch by batch what its rows say, what follows, and what they are told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.faults import Fault, InputError
from kemitraan.portfolio.advice import Column, columns, heads
from kemitraan.portfolio.asking import Asking, heads_of_asking
from kemitraan.portfolio.cells import CellReader
from kemitraan.portfolio.changes import CHANGED, changes
from kemitraan.portfolio.evaluation import Evaluation
from kemitraan.portfolio.headings import Headings
from kemitraan.portfolio.names import Names
from kemitraan.portfolio.rows import nobody, overlaid, profiles_of
from kemitraan.portfolio.selection import selection
from kemitraan.portfolio.table import BATCH, bits
from kemitraan.portfolio.where import WhereReader
from kemitraan.progress import steps
from kemitraan.recommendation.model import Labelled
from kemitraan.scenario.patch import choice_of, disagreements, patched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.portfolio.advice import Head
    from kemitraan.portfolio.evaluation import Found
    from kemitraan.portfolio.folder import ProfileReader
    from kemitraan.portfolio.headings import Column as TableColumn
    from kemitraan.portfolio.table import Batch, Table
    from kemitraan.scenario.overlay import Overlay


@dataclass(frozen=True)
class Told:
    """A batch, with what its rows are told; `good` are the rows without a fault.

    `wanted` are the rows asked for: those set aside are always among them.
    """

    batch: Batch
    found: Found
    columns: Sequence[Column]
    faults: Mapping[int, tuple[Fault, ...]]
    good: int
    wanted: int


class Run:
    """One table under one choice of assumptions, with overlays laid on each row.

    `where` is a condition that picks rows, `select` the columns to be written, all if none.

    Raises:
        InputError: no heading means anything, overlays say different things, or what is asked
            for is not known.
    """

    def __init__(
        self,
        base: RuleBase,
        table: Table,
        reader: ProfileReader | None = None,
        overlays: Sequence[Overlay] = (),
        *,
        quick: bool = False,
        where: str | None = None,
        select: Sequence[str] = (),
    ) -> None:
        self.headings = Headings(base.vocabulary)
        self.columns: tuple[TableColumn, ...] = self.headings.columns(
            table.file, table.line, table.headings
        )
        faults: list[Fault] = list(disagreements(overlays, base))
        if reader is None:
            faults += nobody(overlays, {column.subject for column in self.columns})
        self.base = patched(base, overlays, faults)
        if faults:
            raise InputError(faults)
        self.table = table
        self.overlays = tuple(overlays)
        self.choice = choice_of(base, overlays)
        cells = CellReader(base, table.file, self.columns)
        self.reader = reader or cells
        first = next(table.batches(), None) if reader is None else None
        if first is not None:
            self.columns = cells.understood(first)
        # What a row is told without overlays, where there are some.
        self._before = Evaluation(base, choice_of(base)) if overlays else None
        at_once = (*heads(self.base), *((CHANGED,) if overlays else ()))
        names = Names(self.base, self.columns, (*at_once, *heads_of_asking()))
        asked = () if quick else heads_of_asking()
        self.selected = selection(names, select) or (*self.columns, *at_once, *asked)
        self.where = WhereReader(names, where).read() if where else None
        # Worked out profile by profile: only where it is wanted.
        self.quick = not set(heads_of_asking()).intersection(self.selected)
        self.heads: tuple[Head, ...] = (*at_once, *(() if self.quick else heads_of_asking()))
        # Called with the number of profiles that are to be worked out one by one.
        self.before_asking: Callable[[int], None] | None = None
        self._evaluation = Evaluation(self.base, self.choice)
        self._asking = Asking(self.base, self.choice)

    def asked_about(self, question: Labelled) -> Labelled:
        """Return what a question is about in a word or two, under the same id."""
        return Labelled(id=question.id, label=self._asking.names[question.id])

    def told(self) -> Iterator[Told]:
        """Yield the batches with what their rows are told."""
        count = -(-max(self.table.count, 1) // BATCH)
        for batch in steps(self.table.batches(), count):
            yield self.of(batch)

    def of(self, batch: Batch) -> Told:
        """Return what the rows of one batch are told."""
        read = self.reader.read(batch)
        rows = overlaid(read.rows, self.overlays, self.base.vocabulary)
        aside = bits(read.faults, rows.size)
        good = rows.full & ~aside
        found = self._evaluation.of(rows)
        wanted = rows.full if self.where is None else self.where(batch, found) & good | aside
        told = [Column(c.head, [(v, r & good) for v, r in c.values]) for c in columns(found)]
        if self._before is not None:
            told.append(changes(self.base, columns(self._before.of(read.rows)), told, good))
        if not self.quick:
            profiles = profiles_of(rows, self.base, wanted & good)
            if self.before_asking is not None:
                self.before_asking(len(profiles))
            told += self._asking.columns(profiles)
        return Told(batch, found, told, read.faults, good, wanted)
