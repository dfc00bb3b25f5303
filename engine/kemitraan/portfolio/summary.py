"""What a portfolio comes to: how many rows are told what, over all and by place and industry."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.portfolio.advice import REPAIRS
from kemitraan.portfolio.changes import CHANGED, headlines
from kemitraan.published import Data
from kemitraan.recommendation.model import Labelled
from kemitraan.report import words as w
from kemitraan.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kemitraan.portfolio.advice import Head
    from kemitraan.portfolio.run import Run, Told

ASK: Final = "ask"
ASKED = Text("Yang perlu ditanyakan", "What to ask")
_SECTIONS: Final = (("causes", "cause"), ("needs", "need"), ("gaps", "focus"), ("gaps", "need"))
_BY: Final = {
    "district": Text("Kecamatan", "District"),
    "industry": Text("Jenis industri", "Kind of industry"),
}
_UNNAMED = Text("(tidak disebut)", "(not stated)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Data):
    """How many rows are told something."""

    id: str
    label: Text
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally(Data):
    """Of one thing, how many rows are told each value; what has an order stands in it."""

    id: str
    label: Text
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Data):
    """The rows of one place, or of one kind of industry: `by` tells which."""

    by: Labelled
    name: Text
    rows: int
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary(Data):
    """All rows told something, those set aside, and what the others are told."""

    rows: int
    set_aside: int
    tallies: tuple[Tally, ...]
    groups: tuple[Group, ...]


class Summing:
    """Sums up batches as they go by."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.rows = self.aside = 0
        self._counted: dict[str, Counter[Labelled]] = defaultdict(Counter)
        self._grouped: dict[tuple[str, str], dict[str, Counter[Labelled]]] = {}
        self._sizes: Counter[tuple[str, str]] = Counter()

    def of(self, told: Iterator[Told]) -> Iterator[Told]:
        """Yield the batches again, each counted."""
        for batch in told:
            self._count(batch)
            yield batch

    def _count(self, told: Told) -> None:
        rows = told.wanted & told.good
        self.rows += rows.bit_count()
        self.aside += len(told.faults)
        grouped = [
            ((column.role, text), about & rows)
            for column in self.run.columns
            if column.role in _BY
            for text, about in _with_blanks(told, column.place)
            if about & rows
        ]
        for key, about in grouped:
            self._sizes[key] += about.bit_count()
            self._grouped.setdefault(key, defaultdict(Counter))
        for name, value, about in self._told(told):
            if here := about & rows:
                self._counted[name][value] += here.bit_count()
                for key, group in grouped:
                    if name in self._in_groups and (both := here & group):
                        self._grouped[key][name][value] += both.bit_count()

    @property
    def _in_groups(self) -> frozenset[str]:
        return frozenset({*(h.id for h in self._headlines()), REPAIRS, ASK})

    def _headlines(self) -> list[Head]:
        return headlines(self.run.base, self.run.heads)

    def _told(self, told: Told) -> Iterator[tuple[str, Labelled, int]]:
        names = {*(head.id for head in self._headlines()), REPAIRS, CHANGED.id}
        for column in told.columns:
            for value, rows in column.values:
                if column.head.id in names:
                    yield column.head.id, value, rows
                elif column.head.id.startswith(f"{ASK}_"):
                    yield ASK, self.run.asked_about(value), rows
        shown, words = self.run.base.shown, self.run.base.vocabulary
        for section, field in _SECTIONS:
            attribute = shown.filling(section, field)  # type: ignore[arg-type]  # as listed above
            for found, rows in told.found.shows(attribute, SENTRA).items():
                label = words.label_of_value(attribute, found) or same(found)
                yield section, Labelled(id=found, label=label), rows

    # What it came to

    def summary(self) -> Summary:
        """Return the sums."""
        groups = [
            Group(
                by=Labelled(id=by, label=_BY[by]),
                name=same(name) if name else _UNNAMED,
                rows=self._sizes[by, name],
                tallies=tuple(self._tallies(counted)),
            )
            for (by, name), counted in sorted(
                self._grouped.items(),
                key=lambda one: ([*_BY].index(one[0][0]), -self._sizes[one[0]], one[0][1]),
            )
        ]
        return Summary(
            rows=self.rows,
            set_aside=self.aside,
            tallies=tuple(self._tallies(self._counted)),
            groups=tuple(groups),
        )

    def _tallies(self, counted: Mapping[str, Counter[Labelled]]) -> Iterator[Tally]:
        words = self.run.base.vocabulary
        heads = {head.id: head for head in self.run.heads}
        names = {
            CHANGED.id: CHANGED.label,
            **{head.id: head.label for head in self._headlines()},
            REPAIRS: heads[REPAIRS].label,
            **{section: w.SECTION[section] for section, _ in _SECTIONS},
            ASK: ASKED,
        }
        for name, label in names.items():
            if not counted.get(name):
                continue
            order: Sequence[str] = ()
            if name in heads and heads[name].attribute:
                order = words.values_of(heads[name].attribute)
            yield Tally(id=name, label=label, counts=tuple(_counts(counted[name], order)))


def _counts(counted: Counter[Labelled], order: Sequence[str]) -> Iterator[Count]:
    """Yield the counts: in their order from the best down, or the most frequent first."""
    rank = {value: place for place, value in enumerate(order)}

    def place(one: tuple[Labelled, int]) -> tuple[int, int, str]:
        value, rows = one
        return -rank.get(value.id, -1), -rows, f"{value.id} {value.label.en}"

    for value, rows in sorted(counted.items(), key=place):
        yield Count(id=value.id, label=value.label, rows=rows)


def _with_blanks(told: Told, place: int) -> Iterator[tuple[str, int]]:
    blank = (1 << told.batch.size) - 1
    for text, about in told.batch.columns[place].sets().items():
        blank &= ~about
        yield text, about
    yield "", blank
