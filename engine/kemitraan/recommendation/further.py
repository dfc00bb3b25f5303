"""What is shown but fills no field of the published data: a line of its own for each conclusion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.fact import Fact
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.recommendation.model import FurtherEntry, Labelled

if TYPE_CHECKING:
    from kemitraan.knowledge.shown import ShownAttribute
    from kemitraan.recommendation.sections import Maker


def further(maker: Maker) -> tuple[FurtherEntry, ...]:
    """Return these entries: by attribute in the order of what is shown, then by subject."""
    return tuple(
        _entry(maker, one, Fact(one.attribute, owner, value))
        for one in maker.view.base.shown.listed
        if one.fills is None
        for owner in maker.view.owners(one.attribute)
        for value in maker.shown(one.attribute, owner)
    )


def _entry(maker: Maker, one: ShownAttribute, fact: Fact) -> FurtherEntry:
    view = maker.view
    named = view.vocabulary.attributes[one.attribute]
    owner = None if fact.subject == SENTRA else Labelled(id=fact.subject, label=view.owner(fact))
    return FurtherEntry(
        section=one.section,
        attribute=Labelled(id=named.id, label=named.label),
        subject=owner,
        value=None
        if view.vocabulary.is_affirmed(named.id)
        else view.labelled(named.id, fact.value),
        **maker.fields(fact, named.id, view.describe(fact)),
    )
