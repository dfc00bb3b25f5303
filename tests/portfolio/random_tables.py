"""Random tables: each cell below an input one of the words for its values, or blank."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.scenario.claims import statable
from kemitraan.scenario.model import KIND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.knowledge.vocabulary import Vocabulary


def headings(words: Vocabulary, count: int, seed: int = 0) -> dict[str, tuple[str, ...]]:
    """Return so many headings, each with the words that may stand below it; the product first."""
    found = {"product_character": words.values_of("product_character")}
    inputs = []
    for word in sorted(set(statable(words, SENTRA).values())):
        attribute = words.shorthand(word) or word
        if not words.takes_words(attribute):
            inputs.append((word, words.values_of(attribute)))
    for kind in words.values_of(KIND):
        inputs.append((kind, ("ya", "yes")))
        inputs += [(f"{kind}.{name}", words.values_of(name)) for name in ("interest", "influence")
                   if name in set(statable(words, ACTOR).values())]  # fmt: skip
    random.Random(seed).shuffle(inputs)
    for heading, values in inputs:
        if len(found) == count:
            break
        found.setdefault(heading, values)
    return found


def rows(
    columns: dict[str, tuple[str, ...]], count: int, known: float = 0.4, seed: int = 0
) -> Iterator[list[str]]:
    """Yield so many rows; a cell is `known` so often."""
    chance = random.Random(seed)
    for _ in range(count):
        yield [
            chance.choice(values) if chance.random() < known else "" for values in columns.values()
        ]
