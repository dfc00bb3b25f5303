"""The files of a knowledge base as they are written; needed only while they are read."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, RootModel, WithJsonSchema

from kemitraan.knowledge.accepted import Accepted
from kemitraan.knowledge.assumptions import Assumption
from kemitraan.knowledge.guards import Guard
from kemitraan.knowledge.incompatible import Incompatible
from kemitraan.knowledge.language import Hit, Layer
from kemitraan.knowledge.retired import Retired
from kemitraan.knowledge.shown import ShownAttribute
from kemitraan.knowledge.sources import PracticeSource, Statement
from kemitraan.knowledge.vocabulary import (
    Attribute,
    Kind,
    Question,
    RuleId,
    Scale,
    Sources,
    Variable,
    Words,
)
from kemitraan.text import Text


class File(BaseModel):
    """Base of the models that exist only here: closed to keys they do not know."""

    model_config = ConfigDict(extra="forbid", defer_build=True, populate_by_name=True)


class VocabularyFile(File):
    """A file below `rules/vocabulary/`."""

    scales: tuple[Scale, ...] = ()
    variables: tuple[Variable, ...] = ()
    kinds: tuple[Kind, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    questions: tuple[Question, ...] = ()


class AssumptionsFile(File):
    """A file below `rules/assumptions/`."""

    assumptions: tuple[Assumption, ...]


class GuardsFile(File):
    """`rules/guards.yaml`."""

    guards: tuple[Guard, ...]


class StatementsFile(RootModel[tuple[Statement, ...]]):
    """`rules/sources/statements.yaml`."""


class PracticeFile(RootModel[tuple[PracticeSource, ...]]):
    """`rules/sources/practice.yaml`."""


class RuleEntry(File):
    """A rule as a file writes it; its conditions are read by `parse_rules`."""

    id: RuleId
    title: Text
    layer: Layer = "paper"
    each: str | None = None
    if_: dict[str, Any] = Field(alias="if")
    then: Annotated[dict[str, Sources], Field(min_length=1)]
    because: Text
    source: Sources


# Files are read with their words as they are.
_Flag = Annotated[bool | None, WithJsonSchema({"enum": [True, False, "true", "false"]})]
# In a table of one column a row may be its cell alone.
_ONE_CELL_OR_MANY = BeforeValidator(
    lambda given: given if isinstance(given, list) else [given], json_schema_input_type=Any
)


class RowEntry(File):
    """A row of a table as a file writes it; its cells are read by `parse_tables`."""

    id: RuleId
    title: Text | None = None
    when: Annotated[tuple[Any, ...], _ONE_CELL_OR_MANY] = ()
    if_: dict[str, Any] | None = Field(None, alias="if")
    then: Any = None
    because: Text | None = None
    source: Words = ()


class TableEntry(File):
    """A decision table as a file writes it.

    Without columns it is a list of rules that conclude the same thing, each with an `if` of its
    own; without `then` each row says what it concludes. `complete` is by default what
    `hit: unique` is, where there are columns.
    """

    table: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: Text
    layer: Layer = "paper"
    each: str | None = None
    if_: dict[str, Any] | None = Field(None, alias="if")
    hit: Hit = "unique"
    complete: _Flag = None
    columns: Words = ()
    then: Any = None
    because: Text | None = None
    source: Words = ()
    rows: Annotated[tuple[RowEntry, ...], Field(min_length=1)]


class RulesFile(RootModel[tuple[TableEntry | RuleEntry, ...]]):
    """A file below one of the folders of rules: a list of rules and decision tables."""


class RetiredFile(RootModel[tuple[Retired, ...]]):
    """`rules/retired.yaml`, where there is one."""


class IncompatibleFile(RootModel[tuple[Incompatible, ...]]):
    """`rules/incompatible.yaml`, where there is one."""


class ContradictionEntry(RuleEntry):
    """Conditions that must not hold together for any profile: a rule that concludes nothing."""

    id: str = Field(pattern=r"^CON-\d{2}$")
    then: dict[str, Sources] = Field(default={}, max_length=0)


class ContradictionsFile(RootModel[tuple[ContradictionEntry, ...]]):
    """`rules/contradictions.yaml`, where there is one."""


class AcceptedFile(RootModel[tuple[Accepted, ...]]):
    """`rules/accepted.yaml`, where there is one."""


class ShownFile(RootModel[tuple[ShownAttribute, ...]]):
    """`rules/shown.yaml`, where there is one."""
