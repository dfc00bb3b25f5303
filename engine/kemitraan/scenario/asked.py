"""What a profile may be asked: each input of a sentra, who can answer it, what its levels mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kemitraan.knowledge.vocabulary import SENTRA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute
    from kemitraan.text import Lang, Text


class Input(NamedTuple):
    """One thing that a scenario may state of its sentra."""

    key: str
    label: Text
    attribute: Attribute
    variable: str


def inputs(base: RuleBase, variable: str) -> Iterator[Input]:
    """Yield what a scenario may state of its sentra for one operational variable."""
    words = base.vocabulary
    for kind in words.kinds.values():
        if kind.shorthand and words.attributes[kind.shorthand].role == "input":
            for entry in kind.entries:
                if entry.variable == variable:
                    attribute = words.attributes[kind.shorthand]
                    yield Input(entry.id, entry.label, attribute, variable)
    for attribute in words.attributes.values():
        if (
            attribute.of == SENTRA
            and attribute.role == "input"
            and attribute.variable == variable
            and attribute.question
        ):
            yield Input(attribute.id, attribute.label, attribute, variable)


def informants(base: RuleBase, one: Input) -> Text:
    """Return who can answer a question."""
    return one.attribute.informants or base.vocabulary.variables[one.variable].informants


def by_informants(base: RuleBase, asked: Iterable[Input]) -> list[list[Input]]:
    """Return questions by who can answer them, whoever is named first; each as it is declared."""
    groups: dict[frozenset[str], list[Input]] = {}
    for one in asked:
        who = frozenset(informants(base, one).en.split(", "))
        groups.setdefault(who, []).append(one)
    return list(groups.values())


def meanings(base: RuleBase, one: Input, lang: Lang) -> Iterator[str]:
    """Yield what each level means, where the catalogue tells it of this subject."""
    found = base.vocabulary.entries.get(one.key)
    for value in base.vocabulary.values_of(one.attribute.id) if found else ():
        if found and value in found[1].texts:
            label = base.vocabulary.label_of_value(one.attribute.id, value)
            yield f"{label[lang] if label else value}: {found[1].texts[value][lang]}"


def all_inputs(base: RuleBase) -> dict[str, Input]:
    """Return everything that a scenario may be asked of its sentra, by key, as declared."""
    return {
        one.key: one for variable in base.vocabulary.variables for one in inputs(base, variable)
    }


def opening(base: RuleBase) -> list[str]:
    """Return the keys of the questions that settle most, in their order."""
    known = all_inputs(base)
    return [key for key, one in base.vocabulary.questions.items() if one.opens and key in known]
