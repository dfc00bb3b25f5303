"""Assumptions: named choices the study leaves open, with alternatives and what each does.

An alternative acts in one of three ways: a rule reads it like an attribute; it holds the
cut-offs by which a measured figure becomes a level; or it changes how what a scenario states is
read in. The last is declared here as data (`Reading`), so that the engine need not know any
assumption by name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field, FiniteFloat

from kemitraan.knowledge.vocabulary import Attribute, Id, Scale, Sources, Value, Words
from kemitraan.shape import Shape
from kemitraan.text import Text


@dataclass(frozen=True, kw_only=True)
class Cutoff(Shape):
    """One step of a cut-off table, tried in order: the level for figures at or above a bound.

    `at_least` includes its bound, `above` does not; the last step has neither.
    """

    level: str
    at_least: FiniteFloat | None = None
    above: FiniteFloat | None = None

    def takes(self, figure: float) -> bool:
        """Tell whether the figure falls on this step."""
        if self.at_least is not None:
            return figure >= self.at_least
        return self.above is None or figure > self.above


@dataclass(frozen=True, kw_only=True)
class Relabel(Shape):
    """Claims on `attribute` with this basis (any, if none) are read through `map`.

    A value mapped to nothing says nothing: the claim is dropped.
    """

    attribute: str
    basis: str | None = None
    map: dict[str, str | None]


@dataclass(frozen=True, kw_only=True)
class Fill(Shape):
    """What is unknown is taken to have this value: a level's id, or the lowest or highest one.

    With `having` only entries with that property are filled; without it every ordered,
    single-valued input of the sentra is.
    """

    value: str
    having: str | None = None


@dataclass(frozen=True, kw_only=True)
class Lower(Shape):
    """The level of `entry` goes down one step where some actor states `attribute` = `value`."""

    entry: str
    attribute: str
    value: str


@dataclass(frozen=True, kw_only=True)
class Reading(Shape):
    """How a scenario is read in under one alternative."""

    relabel: tuple[Relabel, ...] = ()
    merge: dict[str, str] = field(default_factory=dict)
    potential_as: str | None = None
    differing: Literal["assessment", "finding", "worst", "recent"] | None = None
    conflict: Literal["graded", "worst", "recent"] | None = None
    grades: dict[str, int] = field(default_factory=dict)
    fill: Fill | None = None
    lower: tuple[Lower, ...] = ()
    ignore: Words = ()


@dataclass(frozen=True, kw_only=True)
class Alternative(Shape):
    """One way to fill what the study leaves open."""

    id: Id
    label: Text
    reading: Reading | None = None
    cutoffs: dict[str, tuple[Cutoff, ...]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Assumption(Shape):
    """A named choice. `name` is what rules and `--assume` call it, `id` is permanent."""

    id: Annotated[str, Field(pattern=r"^A-\d{2}$")]
    name: Id
    label: Text
    reason: Text
    default: str
    alternatives: Annotated[tuple[Alternative, ...], Field(min_length=2)]
    no_effect: Text | None = None
    source: Sources

    def alternative(self, choice: str) -> Alternative:
        """Return the alternative of this id; KeyError where there is none."""
        return {alternative.id: alternative for alternative in self.alternatives}[choice]

    def as_terms(self) -> tuple[Scale, Attribute]:
        """Return the scale and the attribute through which rules read the choice."""
        values = tuple(Value(id=a.id, label=a.label) for a in self.alternatives)
        return (
            Scale(id=self.name, values=values),
            Attribute(
                id=self.name,
                role="assumption",
                scale=self.name,
                label=self.label,
                source=self.source,
            ),
        )
