"""What can be known: scales, kinds of subject with their entries, and attributes.

Everything a rule or a scenario can speak of is declared here once, with its labels in both
languages. The models are the shape of the files below `rules/vocabulary/` and the objects the
engine works with.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BeforeValidator, Field

from kemitraan.shape import Shape
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SENTRA = "sentra"
ACTOR = "actor"

# What needs no quotes in YAML, in a list either.
_PLAIN = re.compile(r"\w[\w ()./–-]*")

Id = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]*$")]
RuleId = Annotated[str, Field(pattern=r"^[A-Z]{2,4}-\d{2,3}$")]
# A file may write a single text for a list of them.
ONE_OR_MANY = BeforeValidator(
    lambda given: [given] if isinstance(given, str) else given,
    json_schema_input_type=str | tuple[str, ...],
)
Words = Annotated[tuple[str, ...], ONE_OR_MANY]
Sources = Annotated[tuple[str, ...], Field(min_length=1), ONE_OR_MANY]


@dataclass(frozen=True, kw_only=True)
class Value(Shape):
    """One value of a scale; `also` lists further words a person may write for it."""

    id: Id
    label: Text
    also: Words = ()


@dataclass(frozen=True, kw_only=True)
class Unclear(Shape):
    """Words that people write for a level and that may mean more than one, and why they may."""

    words: Words
    because: Text


@dataclass(frozen=True, kw_only=True)
class Scale(Shape):
    """The values an attribute can take, lowest first where `ordered`.

    A scale of free text (`text`) has the single value `stated`: the words are kept and shown,
    rules read only whether there are any. `unclear` words are refused with their reason.
    """

    id: Id
    ordered: bool = False
    text: bool = False
    unclear: tuple[Unclear, ...] = ()
    values: Annotated[tuple[Value, ...], Field(min_length=1)]


@dataclass(frozen=True, kw_only=True)
class Variable(Shape):
    """A variable of the study's operational table: its concept, and who can answer for it."""

    id: Id
    label: Text
    concept: Literal[
        "internal_potential", "external_environment", "stakeholders", "partnership_potential"
    ]
    informants: Text
    technique: Text
    source: Sources


@dataclass(frozen=True, kw_only=True)
class Entry(Shape):
    """An entry of a catalogue: fixed properties (`facts`), wording (`texts`), Table-1 variable.

    `also` lists further words a person may write for it.
    """

    id: Id
    label: Text
    also: Words = ()
    about: Text | None = None
    facts: dict[str, Words] = field(default_factory=dict)
    texts: dict[str, Text] = field(default_factory=dict)
    variable: str | None = None
    source: Words = ()


@dataclass(frozen=True, kw_only=True)
class Kind(Shape):
    """A kind of subject. `shorthand` names the attribute that an entry's bare id stands for."""

    id: Id
    label: Text
    shorthand: str | None = None
    texts: Words = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Figure(Shape):
    """How a measured number becomes a level: its unit, and the assumption with the cut-offs.

    `range` holds the lowest and the highest figure there can be. `whole` is the figure of 100 per
    cent, where a share may be written as one (`72%`, or `3.4` of `5`). A figure of no more than
    `doubtful` looks like one on another scale and has to say of how much it is.
    """

    unit: Text
    cutoffs: str
    since: bool = False
    range: tuple[float, float] | None = None
    whole: float | None = None
    doubtful: float | None = None


@dataclass(frozen=True, kw_only=True)
class Attribute(Shape):
    """Something that can be known of a subject.

    `unread` says why no rule reads an input; it must be absent where one does. `adverse` are the
    values of an input that speak against the sentra: each must have an effect (`rules check`).
    `inverse_of` names the property of another kind that this one reads from its other end. Where
    `asked` is false, a study may state an input, but nobody is asked for it.
    """

    id: Id
    of: str = SENTRA
    role: Literal["input", "derived", "property", "assumption"]
    scale: str
    many: bool = False
    label: Text
    question: Text | None = None
    variable: str | None = None
    informants: Text | None = None
    controllable: bool = False
    figure: Figure | None = None
    unread: Text | None = None
    asked: bool = True
    inverse_of: str | None = None
    adverse: Words = ()
    source: Words = ()


@dataclass(frozen=True, kw_only=True)
class Question(Shape):
    """How a question about the sentra stands in the form to fill in; `id` is that of the input.

    One that `opens` the form is among those that settle most, in the order in which they are
    listed. `apart` tells it from a question like it.
    """

    id: Id
    opens: bool = False
    apart: Text | None = None


def with_inverses(
    kinds: Mapping[str, Kind], attributes: Mapping[str, Attribute]
) -> dict[str, Kind]:
    """Return the kinds with what follows from `inverse_of` among the facts of their entries.

    Where an action says which needs it answers, each need knows by which actions it is answered.
    """
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for inverse in attributes.values():
        if inverse.inverse_of is None or inverse.inverse_of not in attributes:
            continue
        owners = kinds.get(attributes[inverse.inverse_of].of)
        for entry in owners.entries if owners else ():
            for value in entry.facts.get(inverse.inverse_of, ()):
                said = found[value].get(inverse.id, ())
                found[value][inverse.id] = (*said, entry.id)

    def completed(entry: Entry) -> Entry:
        more = found.get(entry.id)
        return replace(entry, facts={**entry.facts, **more}) if more else entry

    return {
        name: replace(kind, entries=tuple(map(completed, kind.entries)))
        for name, kind in kinds.items()
    }


@dataclass(frozen=True)
class Vocabulary:
    """Every declared term, by id."""

    scales: Mapping[str, Scale]
    variables: Mapping[str, Variable]
    kinds: Mapping[str, Kind]
    attributes: Mapping[str, Attribute]
    questions: Mapping[str, Question] = field(default_factory=dict)
    _words: dict[str, dict[str, str]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def entries(self) -> dict[str, tuple[Kind, Entry]]:
        """Return every catalogue entry with its kind, by the entry's id."""
        return {e.id: (k, e) for k in self.kinds.values() for e in k.entries}

    @cached_property
    def rank(self) -> dict[str, int]:
        """Return the place of each attribute in the order of their declaration, from 0."""
        return {name: place for place, name in enumerate(self.attributes)}

    @cached_property
    def value_order(self) -> dict[str, dict[str, int]]:
        """Return, per ordered scale, the rank of each value, lowest 0."""
        return {
            s.id: {v.id: rank for rank, v in enumerate(s.values)}
            for s in self.scales.values()
            if s.ordered
        }

    def values_of(self, attribute: str) -> tuple[str, ...]:
        """Return the ids an attribute can take; empty where they are the actors of a scenario."""
        scale = self.attributes[attribute].scale
        if scale in self.scales:
            return tuple(v.id for v in self.scales[scale].values)
        return tuple(e.id for e in self.kinds[scale].entries)

    def label_of_value(self, attribute: str, value: str) -> Text | None:
        """Return the label of a value of an attribute, None for a subject of the scenario."""
        scale = self.attributes[attribute].scale
        if scale in self.scales:
            return next((v.label for v in self.scales[scale].values if v.id == value), None)
        found = self.entries.get(value)
        return found[1].label if found else None

    def is_affirmed(self, attribute: str) -> bool:
        """Tell whether an attribute says only that something holds: its scale has one value."""
        return not self.takes_words(attribute) and self.values_of(attribute) == ("yes",)

    def variable_of(self, attribute: str, subject: str) -> str | None:
        """Return the operational variable that a fact about a subject belongs to, if to one."""
        known = self.attributes.get(attribute)
        if known is not None and known.variable:
            return known.variable
        found = self.entries.get(subject)
        return found[1].variable if found else None

    def shorthand(self, word: str) -> str | None:
        """Return the attribute that a bare id stands for, None where it is no such entry's."""
        found = self.entries.get(word)
        return found[0].shorthand if found else None

    def takes_words(self, attribute: str) -> bool:
        """Tell whether an attribute is stated in anybody's own words."""
        scale = self.scales.get(self.attributes[attribute].scale)
        return scale is not None and scale.text

    def word_for(self, attribute: str, value: str) -> Text:
        """Return the word to write for a value: its label; its id where that would need quotes."""
        label = self.label_of_value(attribute, value)
        known = self.words_for(attribute)

        def written(word: str) -> str:
            return word if _PLAIN.fullmatch(word) and known.get(fold(word)) == value else value

        return Text(written(label.id), written(label.en)) if label else Text(value, value)

    def words_for(self, attribute: str) -> dict[str, str]:
        """Return every accepted word (ids, labels, synonyms; casefolded) for the values."""
        scale = self.attributes[attribute].scale
        if scale not in self._words:
            if scale in self.scales:
                items: Iterable[tuple[str, Text, tuple[str, ...]]] = (
                    (v.id, v.label, v.also) for v in self.scales[scale].values
                )
            else:
                items = ((e.id, e.label, e.also) for e in self.kinds[scale].entries)
            self._words[scale] = words_of(items)
        return self._words[scale]

    def inputs(self, of: str) -> dict[str, str]:
        """Return the inputs of the sentra or of an actor, by word.

        An aspect's bare id stands for its level, so it is an input of the sentra as well.
        """
        items: list[tuple[str, Text, tuple[str, ...]]] = [
            (a.id, a.label, ()) for a in self.attributes.values() if (a.of, a.role) == (of, "input")
        ]
        for kind in self.kinds.values():
            if of == SENTRA and kind.shorthand and self.attributes[kind.shorthand].role == "input":
                items.extend((e.id, e.label, e.also) for e in kind.entries)
        return words_of(items)


def fold(word: str) -> str:
    """Return a word as it is compared: case, spaces, hyphens and underscores do not matter."""
    return "_".join(word.casefold().replace("-", " ").replace("_", " ").split())


def words_of(items: Iterable[tuple[str, Text, tuple[str, ...]]]) -> dict[str, str]:
    """Return the accepted words of some (id, label, synonyms); an id wins over a label."""
    listed = list(items)
    words: dict[str, str] = {}
    for identifier, label, also in listed:
        for word in (label.id, label.en, *also):
            words.setdefault(fold(word), identifier)
    words.update({fold(identifier): identifier for identifier, _, _ in listed})
    return words
