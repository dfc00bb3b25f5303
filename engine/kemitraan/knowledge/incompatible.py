"""Answers that cannot be true together (`rules/incompatible.yaml`).

An unknown is not completed by what contradicts a stated answer; where both are stated, the
recommendation says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from kemitraan.fact import Fact
from kemitraan.knowledge.names import Names
from kemitraan.knowledge.vocabulary import SENTRA, Words
from kemitraan.shape import Shape
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kemitraan.faults import Fault, Place
    from kemitraan.knowledge.vocabulary import Vocabulary


@dataclass(frozen=True, kw_only=True)
class Incompatible(Shape):
    """Two answers about the sentra, any value of the one against any of the other, and why."""

    facts: Annotated[dict[str, Words], Field(min_length=2, max_length=2)]
    because: Text

    def sides(self, words: Vocabulary) -> tuple[tuple[Fact, ...], ...]:
        """Return the facts of the one and of the other; an aspect's id stands for its level."""
        return tuple(
            tuple(
                Fact(attribute, key, value) if attribute else Fact(key, SENTRA, value)
                for value in values
            )
            for key, values in self.facts.items()
            for attribute in [words.shorthand(key)]
        )


def excluded_by(
    listed: Iterable[Incompatible], words: Vocabulary
) -> Mapping[Fact, frozenset[Fact]]:
    """Return, for each answer, those that cannot be true beside it."""
    found: dict[Fact, frozenset[Fact]] = {}
    for one in listed:
        first, second = one.sides(words)
        for here, there in ((first, second), (second, first)):
            for fact in here:
                found[fact] = found.get(fact, frozenset()) | frozenset(there)
    return found


def check_incompatible(
    listed: Iterable[tuple[Incompatible, Place]], words: Vocabulary, faults: list[Fault]
) -> None:
    """Append a fault for each name or value that means nothing."""
    names, inputs = Names(words, faults), words.inputs(SENTRA).values()
    for one, place in listed:
        for key, values in one.facts.items():
            if names.known(place, "input", key, tuple(inputs)):
                names.values(place, words.shorthand(key) or key, values)
