"""What the practice layer adds: ways to market, legal forms, notes, each with its references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.recommendation.model import PatternEntry, PracticeEntry, Reference, RouteEntry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kemitraan.recommendation.sections import Fields, Maker
    from kemitraan.text import Text


def routes(maker: Maker) -> tuple[RouteEntry, ...]:
    """Return the ways to market that fit the product and its buyers."""
    return tuple(
        RouteEntry(
            **{name: texts[name] for name in ("partner", "first", "risk", "ask")},
            usual_pattern=maker.view.all_labelled("usual_pattern", fields["id"]),
            references=_references(maker, fields),
            **fields,
        )
        for fields in maker.each("routes", "route")
        for texts in [_texts(maker, fields)]
    )


def patterns(maker: Maker) -> tuple[PatternEntry, ...]:
    """Return the legal forms that follow from what is known of the terms."""
    return tuple(
        PatternEntry(
            **{name: texts[name] for name in ("position", "duties", "risk")},
            references=_references(maker, fields),
            **fields,
        )
        for fields in maker.each("routes", "pattern")
        for texts in [_texts(maker, fields)]
    )


def practice(maker: Maker) -> tuple[PracticeEntry, ...]:
    """Return the notes of the practice layer."""
    return tuple(
        PracticeEntry(references=_references(maker, fields), **fields)
        for fields in maker.each("practice", "note")
    )


def _texts(maker: Maker, fields: Fields) -> Mapping[str, Text]:
    return maker.view.vocabulary.entries[fields["id"]][1].texts


def _references(maker: Maker, fields: Fields) -> tuple[Reference, ...]:
    register = maker.view.base.practice
    return tuple(
        Reference(
            id=s,
            evidence=register[s].evidence,
            as_of=register[s].as_of,
            reference=register[s].reference,
        )
        for s in fields["sources"]
        if s in register
    )
