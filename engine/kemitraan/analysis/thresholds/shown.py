"""What a recommendation shows, as facts, and in what two such sets differ, section by section."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.logic.infer import infer
from kemitraan.recommendation.guards import withheld
from kemitraan.recommendation.view import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kemitraan.fact import Fact
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.recommendation.model import Labelled
    from kemitraan.recommendation.view import View
    from kemitraan.scenario.border import FactBase
    from kemitraan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is otherwise: an attribute of a subject, with the values it loses and gains.

    `single` tells that the attribute has one value at a time; `affirmed` that it has no other
    than that it holds.
    """

    section: str
    attribute: str
    subject: str
    label: Text
    lost: tuple[Labelled, ...]
    gained: tuple[Labelled, ...]
    single: bool
    affirmed: bool


def shown(base: RuleBase, seen: FactBase) -> frozenset[Fact]:
    """Return what a recommendation shows of a world: concluded, and let through by the guards."""
    inference = infer(base.clauses, seen.facts)
    hidden, _ = withheld(base, seen, inference)
    return frozenset(f for f in inference.derived if f.attribute in base.shown) - hidden


def changes(view: View, before: frozenset[Fact], now: frozenset[Fact]) -> tuple[Change, ...]:
    """Return what differs, what decides most first."""
    rank = view.base.shown.rank
    cells = sorted({fact.slot for fact in before ^ now}, key=lambda cell: (rank[cell[0]], cell[1]))
    return tuple(
        _change(view, attribute, subject, before - now, now - before)
        for attribute, subject in cells
    )


def _change(
    view: View, attribute: str, subject: str, lost: Iterable[Fact], gained: Iterable[Fact]
) -> Change:
    declared = view.vocabulary.attributes[attribute]
    owner = None
    if subject != SENTRA:
        # An actor may go by the id of its kind: of the two, the attribute tells which is meant.
        of_actor = declared.of == ACTOR and subject in view.actors
        owner = view.actors[subject] if of_actor else view.label(subject)

    def labelled(facts: Iterable[Fact]) -> tuple[Labelled, ...]:
        values = sorted(f.value for f in facts if f.slot == (attribute, subject))
        return tuple(found for v in values if (found := view.labelled(attribute, v)))

    return Change(
        section=view.base.shown.section_of[attribute],
        attribute=attribute,
        subject=subject,
        label=in_words(declared.label, owner, None),
        lost=labelled(lost),
        gained=labelled(gained),
        single=not declared.many,
        affirmed=view.vocabulary.is_affirmed(attribute),
    )
