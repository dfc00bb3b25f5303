"""What `thresholds` finds: figures and cut-offs, how far each can move, what flips beyond."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kemitraan.analysis.thresholds.interval import Interval
from kemitraan.published import Data, Published
from kemitraan.recommendation.differences import Difference
from kemitraan.recommendation.model import Labelled
from kemitraan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Relevelled(Data):
    """A figure that gets another level."""

    label: Text
    figure: float
    before: Labelled | None
    now: Labelled | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn(Data):
    """The next change on one side: figures that get another level, and what follows from it."""

    figures: tuple[Relevelled, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span(Data):
    """The interval in which nothing shown changes; None where nothing turns on that side."""

    interval: Interval
    below: Turn | None
    above: Turn | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound(Data):
    """A cut-off in force: the level it gives above its bound, and how far the bound can move.

    It moves only between its neighbours, `within`, so that no level is skipped. A figure that
    lies on the bound has the level where `included`.
    """

    level: Labelled
    bound: float
    included: bool
    within: Interval
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured(Data):
    """A figure of the profile, the level it became, and how far it can move.

    `level` and `span` are None where the alternative in force has no cut-offs for it.
    """

    attribute: str
    subject: str
    label: Text
    unit: Text
    figure: float
    sources: tuple[str, ...]
    assumption: str
    level: Labelled | None
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Data):
    """The cut-offs in force for one attribute that was measured."""

    attribute: str
    label: Text
    unit: Text
    assumption: str
    assumption_label: Text
    choice: Labelled
    bounds: tuple[Bound, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurable(Data):
    """An attribute that takes a figure, and the assumption with its cut-offs."""

    attribute: str
    label: Text
    unit: Text
    assumption: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Thresholds(Published):
    """The figures of a profile and their cut-offs; without any, what could be measured."""

    kind: ClassVar[str] = "thresholds"
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "measured": ("label", "figure", "unit", "level_label"),
        "measurable": ("label", "unit", "assumption"),
    }

    measured: tuple[Measured, ...]
    tables: tuple[Table, ...]
    measurable: tuple[Measurable, ...]
