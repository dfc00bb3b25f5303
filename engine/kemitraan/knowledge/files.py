"""The files of a knowledge base as they are written; needed only while they are read."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, RootModel

from kemitraan.knowledge.accepted import Accepted
from kemitraan.knowledge.assumptions import Assumption
from kemitraan.knowledge.guards import Guard
from kemitraan.knowledge.rules import Layer
from kemitraan.knowledge.sources import PracticeSource, Statement
from kemitraan.knowledge.vocabulary import Attribute, Kind, Scale, Sources, Variable
from kemitraan.shape import Shape
from kemitraan.text import Text


class VocabularyFile(Shape):
    """A file below `rules/vocabulary/`."""

    scales: tuple[Scale, ...] = ()
    variables: tuple[Variable, ...] = ()
    kinds: tuple[Kind, ...] = ()
    attributes: tuple[Attribute, ...] = ()


class AssumptionsFile(Shape):
    """A file below `rules/assumptions/`."""

    assumptions: tuple[Assumption, ...]


class GuardsFile(Shape):
    """`rules/guards.yaml`."""

    guards: tuple[Guard, ...]


class StatementsFile(RootModel[tuple[Statement, ...]]):
    """`rules/sources/statements.yaml`."""


class PracticeFile(RootModel[tuple[PracticeSource, ...]]):
    """`rules/sources/practice.yaml`."""


class RuleEntry(Shape):
    """A rule as a file writes it; its conditions are read by `parse_rules`."""

    id: str = Field(pattern=r"^[A-Z]{2,4}-\d{2,3}$")
    title: Text
    status: Literal["active", "retired"] = "active"
    layer: Layer = "paper"
    each: str | None = None
    if_: dict[str, Any] = Field(alias="if")
    then: dict[str, str | tuple[str, ...]]
    because: Text
    source: Sources


class RulesFile(RootModel[tuple[RuleEntry, ...]]):
    """A file below one of the folders of rules: a list of rules."""


class ContradictionEntry(RuleEntry):
    """Conditions that must not hold together for any profile: a rule that concludes nothing."""

    id: str = Field(pattern=r"^CON-\d{2}$")
    then: dict[str, str | tuple[str, ...]] = Field(default={}, max_length=0)


class ContradictionsFile(RootModel[tuple[ContradictionEntry, ...]]):
    """`rules/contradictions.yaml`, where there is one."""


class AcceptedFile(RootModel[tuple[Accepted, ...]]):
    """`rules/accepted.yaml`, where there is one."""
