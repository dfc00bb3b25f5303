"""The fields that every entry of a recommendation has, and the assumptions it rests on."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kemitraan.fact import Fact
    from kemitraan.recommendation.view import View
    from kemitraan.text import Text


class Fields(TypedDict):
    """What every entry has: which conclusion it tells, and what this rests on."""

    id: str
    label: Text
    conclusion: str
    rules: tuple[str, ...]
    sources: tuple[str, ...]
    assumptions: tuple[str, ...]
    may_change: tuple[str, ...]


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
