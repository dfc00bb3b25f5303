"""What `thresholds` finds: figures and cut-offs, how far each can move, what flips beyond."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kemitraan.analysis.thresholds.interval import Interval
    from kemitraan.recommendation.differences import Difference
    from kemitraan.recommendation.model import Labelled
    from kemitraan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Relevelled:
    """A figure that gets another level."""

    label: Text
    figure: float
    before: Labelled | None
    now: Labelled | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The next change on one side: figures that get another level, and what follows from it."""

    figures: tuple[Relevelled, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The interval in which nothing shown changes; None where nothing turns on that side."""

    interval: Interval
    below: Turn | None
    above: Turn | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
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
class Measured:
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
class Table:
    """The cut-offs in force for one attribute that was measured."""

    attribute: str
    label: Text
    unit: Text
    assumption: str
    assumption_label: Text
    choice: Labelled
    bounds: tuple[Bound, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurable:
    """An attribute that takes a figure, and the assumption with its cut-offs."""

    attribute: str
    label: Text
    unit: Text
    assumption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The figures of a profile and their cut-offs; without any, what could be measured."""

    measured: tuple[Measured, ...]
    tables: tuple[Table, ...]
    measurable: tuple[Measurable, ...]
