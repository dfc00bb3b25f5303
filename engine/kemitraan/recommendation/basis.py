"""What an entry of a recommendation rests on, and which fields that fills."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kemitraan.fact import Fact
    from kemitraan.recommendation.model import Entry
    from kemitraan.recommendation.view import View
    from kemitraan.text import Text


class Basis(TypedDict):
    """What a conclusion rests on, as the fields of an entry."""

    rules: tuple[str, ...]
    sources: tuple[str, ...]
    assumptions: tuple[str, ...]
    may_change: tuple[str, ...]


class Fields(Basis):
    """All fields of an entry."""

    id: str
    label: Text
    conclusion: str


def fields(entry: Entry) -> Fields:
    """Return the fields that every entry shares, to make a more specific one of it."""
    return {
        "id": entry.id,
        "label": entry.label,
        "conclusion": entry.conclusion,
        "rules": entry.rules,
        "sources": entry.sources,
        "assumptions": entry.assumptions,
        "may_change": entry.may_change,
    }


def assumptions_behind(view: View) -> Mapping[Fact, set[str]]:
    """Return the names of the assumptions that any proof of each fact passes through."""
    assumptions = view.base.assumptions
    found: dict[Fact, set[str]] = defaultdict(set)
    for fact in view.inference.given:
        if fact.attribute in assumptions:
            found[fact].add(fact.attribute)
    for name, fact in view.fact_base.readings:
        found[fact].add(name)
    changed = True
    while changed:
        changed = False
        for fact, derivations in view.inference.derivations.items():
            names = found[fact]
            before = len(names)
            for derivation in derivations:
                for premise in derivation.premises:
                    names |= found.get(premise, set())
            changed = changed or len(names) > before
    return found
