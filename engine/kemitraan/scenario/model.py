"""A scenario as it was stated: claims, each with who said it, when, and where it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.fact import Slot

if TYPE_CHECKING:
    from kemitraan.faults import Place
    from kemitraan.text import Text

KIND = "kind"
"""The attribute that tells what kind of party an actor is: the one every actor must have."""


@dataclass(frozen=True)
class Claim:
    """One statement: `attribute` of `subject` is `value`, or was measured as `figure`.

    `words` holds free text where the attribute takes it. `basis` is the kind of evidence,
    `by` who said it, `on` when (year, month or day), `potential` marks a strength that the
    source calls a potential. A date `since` which something holds stands beside the figure of the
    years that have passed.
    """

    attribute: str
    subject: str
    value: str | None
    place: Place
    figure: float | None = None
    since: str | None = None
    words: str = ""
    source: tuple[str, ...] = ()
    basis: str | None = None
    by: str | None = None
    on: str | None = None
    note: str | None = None
    potential: bool = False

    @property
    def slot(self) -> Slot:
        """Return what the claim is about."""
        return Slot(self.attribute, self.subject)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is said of one thing, instead of what the profile says of it, or `beside` that.

    Without claims it takes away what the profile says. `subject` is as it was written: the id of
    an actor may be spelt otherwise in the profile.
    """

    attribute: str
    subject: str
    claims: tuple[Claim, ...]
    place: Place
    beside: bool = False


@dataclass(frozen=True)
class Actor:
    """A stakeholder named in the scenario; `name` is empty where only its kind is known."""

    id: str
    kind: str
    name: str
    place: Place


@dataclass(frozen=True)
class Scenario:
    """The profile of one sentra at one time. `file` is where it was read, as the user wrote it."""

    id: str
    name: str
    about: Text | None
    assessed_on: str | None
    claims: tuple[Claim, ...]
    actors: tuple[Actor, ...]
    file: str
