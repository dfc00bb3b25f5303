"""The rule language: what a rule file looks like, and the rule as the engine holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from kemitraan.faults import Place
    from kemitraan.text import Text

THIS = "this"
IT = "it"

Layer = Literal["paper", "practice"]


@dataclass(frozen=True)
class Holds:
    """A fact with one of these values exists. A value may be `this`, the bound subject."""

    attribute: str
    subject: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Absent:
    """No fact matching the condition exists (derived attributes only)."""

    condition: Holds


@dataclass(frozen=True)
class Some:
    """Another subject of `kind` (read as `it`) exists for which all conditions hold."""

    kind: str
    conditions: tuple[Holds, ...]


@dataclass(frozen=True)
class AtLeast:
    """At least `n` of the conditions hold."""

    n: int
    conditions: tuple[Condition, ...]


Condition: TypeAlias = Holds | Absent | Some | AtLeast


class Conclusion(NamedTuple):
    """A fact the rule adds: attribute of subject = value; subject or value may be `this`."""

    attribute: str
    subject: str
    value: str


@dataclass(frozen=True)
class Rule:
    """A rule of the knowledge base: when all conditions hold, every conclusion does."""

    id: str
    title: Text
    layer: Layer
    each: str | None
    conditions: tuple[Condition, ...]
    conclusions: tuple[Conclusion, ...]
    because: Text
    source: tuple[str, ...]
    place: Place


Hit = Literal["unique", "all"]


class Row(NamedTuple):
    """One row of a table: the rule it is, its cells, what else it asks for, what it concludes.

    A cell is the condition it sets for its column, None where it asks nothing.
    """

    rule: str
    cells: tuple[Condition | None, ...]
    others: tuple[Condition, ...]
    conclusions: tuple[Conclusion, ...]


@dataclass(frozen=True)
class Table:
    """A decision table: rules that look at the same things; each of its rows is such a rule.

    `columns` are what the rows look at, `heads` what they conclude: attribute and subject.
    `conditions` are asked by every row. Where `hit` is `unique`, no two rows may hold at once of
    one subject; a `complete` table has a row wherever all of `asked` holds: its conditions, and
    that each column has a value (unless some row asks for its absence, or rules conclude of it
    nothing but that it holds).
    """

    id: str
    title: Text
    each: str | None
    conditions: tuple[Condition, ...]
    columns: tuple[tuple[str, str], ...]
    heads: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    hit: Hit
    complete: bool
    asked: tuple[Condition, ...]
    place: Place
