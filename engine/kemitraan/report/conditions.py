"""Conditions of rules in words: what a rule asks for, as a reader would say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.knowledge.compile import IS
from kemitraan.knowledge.language import IT, THIS, Absent, AtLeast, Condition, Holds, Some
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.recommendation.view import in_words
from kemitraan.report import words as w
from kemitraan.report.kit import AND_MORE
from kemitraan.text import Text, joined, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.knowledge.compile import Pattern
    from kemitraan.knowledge.vocabulary import Vocabulary
    from kemitraan.logic.program import Choices
    from kemitraan.recommendation.view import View

AT_LEAST = Text("sedikitnya {n} dari: {what}", "at least {n} of: {what}")
NOT = Text("bukan {what}", "not {what}")
ALL_BUT = Text("semua kecuali {what}", "any but {what}")
KNOWN = Text("diketahui", "known")
FROM = Text("≥ {what}", "≥ {what}")
UP_TO = Text("≤ {what}", "≤ {what}")
NOTHING_SAID = Text("tidak ada", "none")
SOME = Text("ada {kind} dengan {what}", "some {kind} with {what}")
_OR = same(" / ")
_VALUES = 3
"""How many values a cell tells, and no fewer than all but one."""


def condition_in_words(condition: Condition, view: View) -> Text:
    """Return a condition in words, for a proof."""
    return Words(view.vocabulary, view).condition(condition)


def choices_in_words(choices: Choices, words: Words) -> Text:
    """Return in words that one of some facts about one subject holds."""
    attribute, subject, _ = choices[0]
    return words.holds(attribute, subject, words.ordered(attribute, (f.value for f in choices)))


def pattern_in_words(pattern: Pattern, view: View) -> Text:
    """Return an absence in words."""
    words = Words(view.vocabulary, view)
    return words.holds(
        pattern.attribute, pattern.subject, words.ordered(pattern.attribute, pattern.values)
    )


class Words:
    """Says conditions with the labels of a vocabulary, and of a scenario's actors where given."""

    def __init__(self, vocabulary: Vocabulary, view: View | None = None) -> None:
        self.vocabulary = vocabulary
        self.view = view

    def ordered(self, attribute: str, values: Iterable[str]) -> tuple[str, ...]:
        """Return values in the order of their scale."""
        known = attribute in self.vocabulary.attributes
        order = {v: i for i, v in enumerate(self.vocabulary.values_of(attribute))} if known else {}
        return tuple(sorted(values, key=lambda v: (order.get(v, len(order)), v)))

    def condition(self, condition: Condition, this: str | None = None) -> Text:
        """Return a condition in words; `this` is named where it is known."""
        match condition:
            case Holds(attribute, subject, values):
                named = [this or v if v == THIS else v for v in values]
                return self.holds(attribute, this or subject if subject == THIS else subject, named)
            case Absent(inner):
                return w.ABSENT.format(what=self.condition(inner, this))
            case AtLeast(n, inner):
                what = joined((self.condition(c, this) for c in inner), same("; "))
                return AT_LEAST.format(n=n, what=what)
            case Some(kind, inner):
                what = joined(self.condition(c, this) for c in inner)
                return SOME.format(kind=self.vocabulary.kinds[kind].label, what=what)

    def holds(self, attribute_id: str, subject: str, values: Sequence[str]) -> Text:
        """Return that an attribute of a subject has one of these values."""
        if attribute_id == IS:
            return self.vocabulary.kinds[values[0]].label
        attribute = self.vocabulary.attributes.get(attribute_id)
        if attribute is None:
            return same(attribute_id)
        shown = joined((self.value(attribute_id, value) for value in values), w.OR)
        value = None if self.vocabulary.is_affirmed(attribute_id) else shown
        if subject in (SENTRA, THIS, IT):
            return in_words(attribute.label, None, value)
        owner = self.subject(subject)
        found = self.vocabulary.entries.get(subject)
        if found and found[0].shorthand == attribute_id:
            return in_words(owner, None, shown)
        return in_words(attribute.label, owner, value)

    def named(self, attribute_id: str, subject: str) -> Text:
        """Return what an attribute of a subject is called, without a value: a column's name."""
        label = self.vocabulary.attributes[attribute_id].label
        if subject in (SENTRA, THIS, IT):
            return label
        found = self.vocabulary.entries.get(subject)
        owner = self.subject(subject)
        short = found and found[0].shorthand == attribute_id
        return owner if short else in_words(owner, None, label)

    def briefly(self, conditions: Iterable[Condition]) -> list[Text]:
        """Return conditions in words, their values in as few as in cells."""
        return [self._brief(condition) for condition in conditions]

    def _brief(self, condition: Condition) -> Text:
        if isinstance(condition, Holds) and not self.vocabulary.is_affirmed(condition.attribute):
            name = self.named(condition.attribute, condition.subject)
            return in_words(name, None, self.cell(condition))
        return self.condition(condition)

    def cell(self, condition: Condition) -> Text:
        """Return what a cell of a table asks of its column, which is named above it."""
        match condition:
            case Absent(inner):
                if self.vocabulary.is_affirmed(inner.attribute):
                    return w.NO
                told = self.cell(inner)
                return NOTHING_SAID if told == KNOWN else NOT.format(what=told)
            case Holds(attribute, _, values):
                return self.values(attribute, values)
        return self.condition(condition)

    def values(self, attribute: str, values: Sequence[str]) -> Text:
        """Return some values of a scale in few words: as a bound, or as all but a few."""
        scale, values = self.vocabulary.values_of(attribute), self.ordered(attribute, values)
        others = [value for value in scale if value not in values]
        if len(scale) > 1 and not others:
            return KNOWN
        if len(values) > 1 and self.vocabulary.attributes[attribute].scale in (
            self.vocabulary.value_order
        ):
            if values == scale[-len(values) :]:
                return FROM.format(what=self.value(attribute, values[0]))
            if values == scale[: len(values)]:
                return UP_TO.format(what=self.value(attribute, values[-1]))
        if len(values) > 2 * len(others) > 0:
            return ALL_BUT.format(what=joined((self.value(attribute, v) for v in others), _OR))
        told = [self.value(attribute, v) for v in values]
        if len(told) > _VALUES + 1:
            told[_VALUES:] = [AND_MORE.format(n=len(told) - _VALUES)]
        return joined(told, _OR)

    def of_subject(self, attribute: str, subject: str, value: str) -> Text:
        """Return a subject with its value of an attribute that is named elsewhere."""
        told = None if self.vocabulary.is_affirmed(attribute) else self.value(attribute, value)
        return in_words(self.subject(subject), None, told)

    def value(self, attribute: str, value: str) -> Text:
        if value == THIS:
            return w.THE_SAME
        return self.vocabulary.label_of_value(attribute, value) or self.subject(value)

    def subject(self, subject: str) -> Text:
        if self.view is not None:
            return self.view.label(subject)
        found = self.vocabulary.entries.get(subject)
        return found[1].label if found else same(subject)
