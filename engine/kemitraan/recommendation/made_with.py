"""Of which profile a recommendation is, and with which rules and assumptions it was made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.published import Data
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.scenario.model import Scenario


@dataclass(frozen=True, kw_only=True)
class SentraInfo(Data):
    """Which profile this is."""

    id: str
    name: str
    about: Text | None
    assessed_on: str | None
    file: str


@dataclass(frozen=True, kw_only=True)
class Choice(Data):
    """An assumption and the alternative in force."""

    id: str
    name: str
    label: Text
    choice: str
    choice_label: Text
    default: str


@dataclass(frozen=True, kw_only=True)
class Base(Data):
    """What the recommendation was made with; `rules` is the digest of the knowledge base.

    `overlays` are the ids of those laid on the profile, `without` the rules switched off by name.
    `assumptions` are those chosen otherwise than by default, `in_force` all of them.
    """

    rules: str
    layers: tuple[str, ...]
    settings: tuple[str, ...]
    overlays: tuple[str, ...]
    without: tuple[str, ...]
    assumptions: tuple[Choice, ...]
    in_force: tuple[Choice, ...]


def sentra_info(scenario: Scenario) -> SentraInfo:
    """Return which profile a scenario is."""
    return SentraInfo(
        id=scenario.id,
        name=scenario.name,
        about=scenario.about,
        assessed_on=scenario.assessed_on,
        file=scenario.file,
    )


def made_with(
    base: RuleBase,
    choice: Mapping[str, str],
    settings: Sequence[str],
    overlays: Sequence[str],
    without: Sequence[str],
) -> Base:
    """Return what a recommendation is made with, under a choice of every assumption."""
    chosen = [
        Choice(
            id=a.id,
            name=a.name,
            label=a.label,
            choice=choice[a.name],
            choice_label=a.alternative(choice[a.name]).label,
            default=a.default,
        )
        for a in sorted(base.assumptions.values(), key=lambda a: a.id)
    ]
    return Base(
        rules=base.digest,
        layers=tuple(base.layers),
        settings=tuple(settings),
        overlays=tuple(overlays),
        without=tuple(without),
        assumptions=tuple(c for c in chosen if c.choice != c.default),
        in_force=tuple(chosen),
    )
