"""What can be stated: every input in its group, with its answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.knowledge.vocabulary import ACTOR
from kemitraan.published import Data
from kemitraan.recommendation.model import Labelled
from kemitraan.scenario.asked import inputs
from kemitraan.scenario.model import KIND
from kemitraan.text import Text, same

if TYPE_CHECKING:
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute, Figure

_PER_CENT = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Data):
    """One possible answer: id, label, and what it means of this thing, where that is told."""

    id: str
    label: Text
    meaning: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Input(Data):
    """One thing that can be stated, under the word that `--set` writes (`key`).

    `many`: several answers at once; `words`: in one's own words, `answers` is then empty; `unit`:
    a figure may be given instead, within `range` (lowest and highest), where there is one, with
    what tells its scale written `behind` it; `apart` tells it from a question like it.
    """

    key: str
    label: Text
    question: Text | None
    apart: Text | None
    informants: Text | None
    answers: tuple[Answer, ...]
    many: bool
    words: bool
    unit: Text | None
    range: tuple[float, float] | None
    behind: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Data):
    """Inputs that belong together, and who can answer them."""

    id: str
    label: Text
    informants: Text
    inputs: tuple[Input, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Data):
    """Every input: those of the sentra in groups, those of each actor, and the kinds of actor."""

    groups: tuple[Group, ...]
    actor: tuple[Input, ...]
    kinds: tuple[Labelled, ...]


def form(base: RuleBase) -> Form:
    """Return every input of a profile."""
    words = base.vocabulary
    groups = []
    for variable in words.variables.values():
        found = [
            as_input(base, one.key, one.label, one.attribute, one.attribute.informants)
            for one in inputs(base, variable.id)
        ]
        if found:
            groups.append(
                Group(
                    id=variable.id,
                    label=variable.label,
                    informants=variable.informants,
                    inputs=tuple(found),
                )
            )
    return Form(
        groups=tuple(groups),
        actor=tuple(
            as_input(base, a.id, a.label, a, a.informants)
            for a in words.attributes.values()
            if a.of == ACTOR and a.question and a.asked and a.id != KIND
        ),
        kinds=tuple(
            Labelled(id=value, label=words.label_of_value(KIND, value) or Text(value, value))
            for value in words.values_of(KIND)
        ),
    )


def as_input(
    base: RuleBase, key: str, label: Text, attribute: Attribute, informants: Text | None
) -> Input:
    """Return what can be stated under a key."""
    words = base.vocabulary
    entry = words.entries.get(key)
    texts = entry[1].texts if entry and words.shorthand(key) else {}
    known = words.questions.get(key)
    own = words.takes_words(attribute.id)
    figure = attribute.figure
    return Input(
        key=key,
        label=label,
        question=attribute.question,
        apart=known.apart if known else None,
        informants=informants,
        answers=()
        if own
        else tuple(
            Answer(
                id=value,
                label=words.label_of_value(attribute.id, value) or Text(value, value),
                meaning=texts.get(value),
            )
            for value in words.values_of(attribute.id)
        ),
        many=attribute.many,
        words=own,
        unit=figure.unit if figure else None,
        range=figure.range if figure else None,
        behind=_behind(figure) if figure else None,
    )


def _behind(figure: Figure) -> Text | None:
    """Return what is to be written behind a figure, so that it is not taken for another."""
    if figure.since:
        return Text(f" {figure.unit.id}", f" {figure.unit.en}")
    return same("%") if figure.whole == _PER_CENT else None
