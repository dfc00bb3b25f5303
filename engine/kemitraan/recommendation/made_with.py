"""Of which profile a recommendation is, and with which rules and assumptions it was made."""

from __future__ import annotations

from dataclasses import dataclass

from kemitraan.published import Data
from kemitraan.text import Text


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
