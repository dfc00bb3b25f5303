"""The conclusions of one inference, looked up by attribute and labelled."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final

from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.recommendation.model import Labelled
from kemitraan.text import Lang, Text, joined, same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.fact import Fact, Slot
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.logic.infer import Inference
    from kemitraan.scenario.model import Scenario
    from kemitraan.worlds.fact_base import FactBase

BY_ID: Final = same("{kind} ({id})")


class View:
    """Read access to what holds: `value` and `values` by attribute and subject, with labels."""

    def __init__(
        self, base: RuleBase, scenario: Scenario, world: FactBase, inference: Inference
    ) -> None:
        self.base = base
        self.scenario = scenario
        self.fact_base = world
        self.inference = inference
        self.vocabulary = base.vocabulary

    @cached_property
    def index(self) -> dict[str, dict[str, list[str]]]:
        """Return all facts, stated and concluded: attribute, then subject, then sorted values."""
        found: dict[str, dict[str, list[str]]] = defaultdict(dict)
        for fact in sorted({*self.inference.given, *self.inference.derived}):
            found[fact.attribute].setdefault(fact.subject, []).append(fact.value)
        return found

    @cached_property
    def actors(self) -> dict[str, Text]:
        """Return the label of every actor of the scenario, by id, in its order.

        One without a name goes by its kind; its id tells it from others of that kind.
        """
        found = {}
        for actor in self.scenario.actors:
            kind = self.vocabulary.entries.get(actor.kind)
            if actor.name or kind is None:
                found[actor.id] = same(actor.name or actor.id)
            elif actor.id == actor.kind:
                found[actor.id] = kind[1].label
            else:
                found[actor.id] = BY_ID.format(kind=kind[1].label, id=actor.id)
        return found

    def values(self, attribute: str, subject: str = SENTRA) -> list[str]:
        """Return the values of an attribute, in the order of its scale or catalogue."""
        found = self.index.get(attribute, {}).get(subject)
        if not found:
            return []
        order = {v: i for i, v in enumerate(self.vocabulary.values_of(attribute))}
        return sorted(found, key=lambda v: (order.get(v, len(order)), v))

    def value(self, attribute: str, subject: str = SENTRA) -> str | None:
        """Return the only value of a single-valued attribute, None if nothing holds."""
        found = self.values(attribute, subject)
        return found[0] if found else None

    def order(self, attribute: str) -> dict[str, int]:
        """Return the rank of each value in the order of its scale; none for no attribute."""
        values = self.vocabulary.values_of(attribute) if attribute else ()
        return {value: rank for rank, value in enumerate(values)}

    def owners(self, attribute: str) -> list[str]:
        """Return the subjects that an attribute can be of, in order; none for no attribute."""
        if not attribute:
            return []
        kind = self.vocabulary.attributes[attribute].of
        return (
            list(self.actors)
            if kind == ACTOR
            else [SENTRA]
            if kind == SENTRA
            else list(self.subjects(kind))
        )

    def subjects(self, kind: str) -> Iterator[str]:
        """Yield the ids of a catalogue kind, in the catalogue's order."""
        return (entry.id for entry in self.vocabulary.kinds[kind].entries)

    def label(self, subject: str) -> Text:
        """Return the label of a subject: catalogue entry, actor or the sentra."""
        if found := self.vocabulary.entries.get(subject):
            return found[1].label
        if subject == SENTRA:
            return self.vocabulary.kinds[SENTRA].label
        return self.actors.get(subject, same(subject))

    def labelled(self, attribute: str, value: str | None) -> Labelled | None:
        """Return a value of an attribute with its label; None for None."""
        if value is None:
            return None
        return Labelled(id=value, label=self.value_label(attribute, value))

    def value_label(self, attribute: str, value: str) -> Text:
        """Return the label of a value: of its scale or catalogue, or of the actor it names."""
        return self.vocabulary.label_of_value(attribute, value) or self.label(value)

    def all_labelled(self, attribute: str, subject: str = SENTRA) -> tuple[Labelled, ...]:
        """Return every value of an attribute with its label."""
        found = (self.labelled(attribute, v) for v in self.values(attribute, subject))
        return tuple(item for item in found if item)

    def describe(self, fact: Fact) -> Text:
        """Return a fact in words: attribute (of subject): value."""
        attribute = self.vocabulary.attributes.get(fact.attribute)
        if attribute is None:
            return same(fact.attribute)
        value = self.value_label(fact.attribute, fact.value)
        subject = self.owner(fact)
        shown = None if self.vocabulary.is_affirmed(attribute.id) else value
        if fact.subject == SENTRA:
            return in_words(attribute.label, None, shown)
        if attribute.id in self.shorthand:
            return in_words(subject, None, value)
        return in_words(attribute.label, subject, shown)

    def owner(self, fact: Fact) -> Text:
        """Return the label of the subject of a fact.

        An actor may go by the id of its kind: of the two, the attribute tells which is meant.
        """
        of_actor = self.vocabulary.attributes[fact.attribute].of == ACTOR
        of_actor = of_actor and fact.subject in self.actors
        return self.actors[fact.subject] if of_actor else self.label(fact.subject)

    @cached_property
    def shorthand(self) -> frozenset[str]:
        """Return the attributes that a bare entry id stands for."""
        return frozenset(k.shorthand for k in self.vocabulary.kinds.values() if k.shorthand)


def in_words(name: Text, owner: Text | None, value: Text | None) -> Text:
    """Return a fact in words from the names of its parts; some facts lack owner or value.

    `owner, name: value`; what is only affirmed has no value, and what a bare subject stands for
    has no name of its own.
    """

    def said(lang: Lang) -> str:
        if owner is None:
            return f"{name[lang]}: {value[lang]}" if value else name[lang]
        if value is None:
            return f"{owner[lang]}: {name[lang]}"
        return f"{owner[lang]}, {name[lang]}: {value[lang]}"

    return Text(said(Lang.ID), said(Lang.EN))


def conclusion_word(fact: Fact) -> str:
    """Return the word that names a conclusion on the command line."""
    if fact.subject == SENTRA:
        return f"{fact.attribute}={fact.value}"
    return f"{fact.subject}.{fact.attribute}={fact.value}"


def slot_label(view: View, slot: Slot) -> Text:
    """Return an input of the sentra, of an aspect or of an actor in words, without a value."""
    name, subject = slot
    label = view.vocabulary.attributes[name].label
    if subject == SENTRA:
        return label
    if name in view.shorthand:
        return view.label(subject)
    owner = view.actors.get(subject) or view.label(subject)
    return joined((owner, label))


def slot_word(view: View, slot: Slot) -> str:
    """Return how `--set` writes an input, without its value."""
    name, subject = slot
    if subject == SENTRA:
        return name
    return subject if name in view.shorthand else f"{subject}.{name}"
