"""What a name means that is asked of a table: a column of the advice, of the table, or a fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.knowledge.vocabulary import SENTRA, fold
from kemitraan.portfolio.headings import ROLES
from kemitraan.scenario.claims import statable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.portfolio.advice import Head
    from kemitraan.portfolio.headings import Column


@dataclass(frozen=True)
class Name:
    """A name as it was written; what it means: an attribute of a subject, or a column (`place`).

    `concluded` tells that it is something the advice shows.
    """

    word: str
    attribute: str = ""
    subject: str = SENTRA
    place: int = -1
    concluded: bool = False


class Names:
    """Looks names up: first in the columns of the advice, then in the table, then in the words."""

    def __init__(self, base: RuleBase, columns: Sequence[Column], heads: Sequence[Head]) -> None:
        self.base = base
        self.vocabulary = base.vocabulary
        self.heads: dict[str, Head] = {}
        for head in reversed(heads):
            for word in (head.label.id, head.label.en, head.id):
                self.heads[fold(word)] = head
        self.columns: dict[str, Column] = {}
        for column in reversed(columns):
            self.columns[fold(column.heading)] = column
            for word in ROLES.get(column.role, ()):
                self.columns.setdefault(fold(word), column)
        self.facts = statable(self.vocabulary, SENTRA)
        self.attributes = {
            fold(word): a.id
            for a in self.vocabulary.attributes.values()
            if a.of == SENTRA and a.role in ("input", "derived")
            for word in (a.label.id, a.label.en, a.id)
        }

    def words(self) -> list[str]:
        """Return every name there is."""
        return [*self.heads, *self.columns, *self.facts, *self.attributes]

    def meant(self, word: str) -> Name | None:
        """Return what a name means; None where it means nothing."""
        folded = fold(word)
        head = self.heads.get(folded)
        if head is not None and head.attribute:
            return Name(word, head.attribute, head.subject, concluded=True)
        column = self.columns.get(folded)
        if column is not None and column.role != "fact":
            return Name(word, place=column.place)
        if (found := self.facts.get(folded)) is not None:
            shorthand = self.vocabulary.shorthand(found)
            return Name(word, shorthand, found) if shorthand else Name(word, found)
        if (found := self.attributes.get(folded)) is not None:
            return Name(word, found, concluded=found in self.base.shown)
        owner, _, attribute = word.rpartition(".")
        kind = self.vocabulary.entries.get(owner)
        declared = self.vocabulary.attributes.get(attribute)
        if kind is not None and declared is not None and declared.of == kind[0].id:
            return Name(word, attribute, owner, concluded=attribute in self.base.shown)
        return None

    def selected(self, word: str) -> Head | Column | None:
        """Return the column of the advice, or of the table, that a name means; None for none."""
        return self.heads.get(fold(word)) or self.columns.get(fold(word))

    def values(self, attribute: str) -> Mapping[str, str]:
        """Return the words for the values of an attribute."""
        return self.vocabulary.words_for(attribute)

    def order(self, attribute: str) -> Mapping[str, int]:
        """Return the rank of each value; none where they have no order."""
        scale = self.vocabulary.attributes[attribute].scale
        return self.vocabulary.value_order.get(scale, {})
