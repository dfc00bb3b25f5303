"""What a profile says with the changes made to it, and what it comes to in short."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.analysis.whatif.edits import told_claims
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.published import Data
from kemitraan.recommendation.model import Labelled
from kemitraan.recommendation.sections import Maker
from kemitraan.recommendation.verdicts import verdicts
from kemitraan.recommendation.view import slot_word
from kemitraan.scenario.model import KIND
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kemitraan.case import Case
    from kemitraan.fact import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Data):
    """What is said of one thing: the values that hold, and all that was said, in words."""

    key: str
    values: tuple[str, ...]
    told: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedActor(Data):
    """An actor of the profile, and its kind."""

    id: str
    label: Text
    kind: Labelled


@dataclass(frozen=True, slots=True, kw_only=True)
class Head(Data):
    """The verdict on a type of partnership, without what may still change it."""

    type: str
    label: Text
    verdict: Labelled
    fit: Labelled | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts(Data):
    """What a profile says, with the changes made to it: of sentra and actors, and who they are.

    `heads` and `readiness` are what it comes to in short: known long before the whole advice,
    which counts what the unknown may still change. `readiness` is None while it is open.
    """

    id: str
    name: str
    about: Text | None
    assessed_on: str | None
    said: tuple[Said, ...]
    actors: tuple[NamedActor, ...]
    heads: tuple[Head, ...]
    readiness: Labelled | None


def facts(case: Case) -> Facts:
    """Return what the profile of a case says, with the changes made to it."""
    scenario = case.scenario
    slots = dict.fromkeys(claim.slot for claim in scenario.claims if claim.attribute != KIND)
    maker = Maker(case.view, case.withheld[0], case.completions)
    return Facts(
        id=scenario.id,
        name=scenario.name,
        about=scenario.about,
        assessed_on=scenario.assessed_on,
        said=tuple(_said(case, slots)),
        actors=tuple(
            NamedActor(
                id=actor.id,
                label=case.view.actors[actor.id],
                kind=Labelled(id=actor.kind, label=case.view.value_label(KIND, actor.kind)),
            )
            for actor in scenario.actors
        ),
        heads=tuple(
            Head(
                type=fact.subject,
                label=case.view.label(fact.subject),
                verdict=Labelled(
                    id=fact.value, label=case.view.value_label(fact.attribute, fact.value)
                ),
                fit=maker.single("partnership_types", fact.subject, "fit"),
            )
            for fact in verdicts(maker)
        ),
        readiness=maker.single("readiness", SENTRA, "partnership"),
    )


def _said(case: Case, slots: Iterable[Slot]) -> Iterable[Said]:
    for slot in slots:
        claims = tuple(c for c in case.scenario.claims if c.slot == slot)
        told = told_claims(case, claims)
        if told is not None:
            # Of statements that differ, those in force; a figure by its level.
            values = case.view.values(slot.attribute, slot.subject)
            yield Said(key=slot_word(case.view, slot), values=tuple(values), told=told)
