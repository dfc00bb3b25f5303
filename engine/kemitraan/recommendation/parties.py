"""Who leads a step, and who takes part in it: the actors named, or the kinds to look for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.recommendation.view import View
    from kemitraan.scenario.model import Actor


@dataclass(frozen=True)
class Parties:
    """The actors that lead (none, where nobody fit is named), and who takes part beside them.

    `kind` is the kind of actor that the catalogue has lead; None where it names none. Of a kind
    that takes part and has no actor, the kind itself stands among `others`.
    """

    kind: str | None
    lead: tuple[Actor, ...]
    others: tuple[Actor | str, ...]


def parties(view: View, step: str) -> Parties:
    """Return who leads a step of the catalogue and who takes part, in the catalogue's order.

    Where nobody of a kind is named, those that stand in for it take its place; where they are not
    named either, the step names who leads instead (`else_by`).
    """
    facts = view.vocabulary.entries[step][1].facts
    first = [*facts.get("done_by", ()), *facts.get("for_kind", ())]
    leaders = [*first, *facts.get("else_by", ())]
    lead = next(filter(None, (_named(view, kind) for kind in leaders)), ())
    others: dict[Actor | str, None] = {}
    for kind in (*first, *facts.get("done_with", ())) if lead else facts.get("done_with", ()):
        others |= dict.fromkeys(_named(view, kind) or (kind,))
    return Parties(
        kind=first[0] if first else None,
        lead=lead,
        others=tuple(party for party in others if party not in lead),
    )


def _named(view: View, kind: str) -> tuple[Actor, ...]:
    """Return the actors of a kind, else those of the first kind that stands in for it."""
    return next(filter(None, _by_kind(view, kind)), ())


def _by_kind(view: View, kind: str) -> Iterator[tuple[Actor, ...]]:
    for one in (kind, *view.vocabulary.entries[kind][1].facts.get("stood_in_by", ())):
        yield tuple(
            actor
            for actor in view.scenario.actors
            if one in (actor.kind, view.value("counts_as", actor.kind))
        )
