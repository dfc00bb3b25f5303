"""The JSON schemas of scenarios and overlays, made from the vocabulary, for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.scenario.claims import NAME, bases_of_evidence, basis_labels, statable
from kemitraan.text import Lang

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute

_SOURCE = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_TEXT = {"type": ["string", "number", "null"]}
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXTS = {"id": {"type": "string"}, "en": {"type": "string"}}
_BILINGUAL = {
    "type": "object",
    "required": [*_TEXTS],
    "properties": _TEXTS,
    "additionalProperties": False,
}
_DATE = {"anyOf": [{"type": "integer"}, {"type": "string"}]}


def scenario_schema(base: RuleBase, lang: Lang = Lang.EN) -> dict[str, Any]:
    """Return the JSON schema (draft 2020-12) of a scenario file under this knowledge base.

    Editors offer the words of one language; the reader of scenarios accepts ids, and labels of
    either language, so values are suggested and not enforced here.
    """
    return {
        "$schema": _DRAFT,
        "title": "kemitraan scenario",
        "type": "object",
        "required": ["id", NAME],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string"},
            NAME: {"type": "string"},
            "about": {
                "anyOf": [
                    {"type": ["string", "null"]},
                    {"type": "object", "properties": _TEXTS, "additionalProperties": False},
                ]
            },
            "assessed_on": {"anyOf": [*_DATE["anyOf"], {"type": "null"}]},
            **_claims(base, lang),
        },
    }


def overlay_schema(base: RuleBase, lang: Lang, rules: dict[str, Any]) -> dict[str, Any]:
    """Return the JSON schema (draft 2020-12) of an overlay; `rules` is that of a rule file."""
    return {
        "$schema": _DRAFT,
        "title": "kemitraan overlay",
        "type": "object",
        "required": ["id", NAME, "about"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string"},
            NAME: _BILINGUAL,
            "about": _BILINGUAL,
            **_claims(base, lang),
            "assume": {
                "type": ["object", "null"],
                "properties": {
                    a.name: {
                        "description": a.label[lang],
                        "anyOf": [{"enum": [x.id for x in a.alternatives]}, {"type": "string"}],
                    }
                    for a in sorted(base.assumptions.values(), key=lambda a: a.id)
                },
            },
            "without": {"type": ["array", "null"], "items": {"enum": sorted(base.rule)}},
            "rules": {key: part for key, part in rules.items() if key != "$defs"},
        },
        "$defs": rules.get("$defs", {}),
    }


def _claims(base: RuleBase, lang: Lang) -> dict[str, Any]:
    """Return the two sections that say something: of the sentra, and of its actors."""
    words = base.vocabulary
    sentra, actor = (
        {
            key: _property(base, words.attributes[words.shorthand(key) or key], key, lang)
            for key in sorted(set(statable(words, of).values()))
        }
        for of in (SENTRA, ACTOR)
    )
    return {
        "sentra": {"type": ["object", "null"], "properties": sentra},
        "actors": {
            "type": ["object", "null"],
            "additionalProperties": {
                "type": ["object", "null"],
                "properties": {
                    NAME: {"type": ["string", "null"]},
                    "source": _SOURCE,
                    "note": _TEXT,
                    **actor,
                },
            },
        },
    }


def _property(base: RuleBase, attribute: Attribute, key: str, lang: Lang) -> dict[str, Any]:
    words = base.vocabulary
    # A figure may stand alone where the attribute takes one and no year could be meant.
    plain = attribute.figure is not None and not attribute.figure.since
    value: dict[str, Any] = {"type": ["string", "number", "null"] if plain else ["string", "null"]}
    if not words.takes_words(attribute.id):
        value = {"anyOf": [*_offered(base, attribute, key, lang), {"const": "?"}, value]}
    values = {"anyOf": [value, {"type": "array", "items": value}]} if attribute.many else value
    claim: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "value": values,
            "source": _SOURCE,
            "basis": {"enum": [*_bases(base, lang), "?", None]},
            "by": _TEXT,
            "on": _DATE,
            "note": _TEXT,
            "potential": {"type": ["boolean", "string"]},
        },
    }
    if attribute.figure:
        claim["properties"]["figure"] = {
            "type": ["number", "string"],
            "description": attribute.figure.unit[lang],
        }
        if attribute.figure.whole is not None:
            claim["properties"]["of"] = {"type": ["number", "string"]}
        if attribute.figure.since:
            claim["properties"]["since"] = _DATE
    entry = words.entries.get(key)
    label = entry[1].label if entry else attribute.label
    question = attribute.question
    described = f"{label[lang]}. {question[lang]}" if question else label[lang]
    return {
        "description": described,
        "anyOf": [
            value,
            claim,
            {"type": "array", "items": {"anyOf": [value, claim]} if attribute.many else claim},
        ],
    }


def _bases(base: RuleBase, lang: Lang) -> Iterable[str]:
    """Return the words for the kinds of evidence in one language, then the ids."""
    return dict.fromkeys([*basis_labels(base, lang), *bases_of_evidence(base).values()])


def _offered(base: RuleBase, attribute: Attribute, key: str, lang: Lang) -> list[dict[str, Any]]:
    """Return each word to answer with, with what it means where the vocabulary tells it."""
    words = base.vocabulary
    entry = words.entries.get(key)
    meanings = entry[1].texts if entry else {}
    return [
        {"const": words.word_for(attribute.id, value)[lang]}
        | ({"description": meanings[value][lang]} if value in meanings else {})
        for value in words.values_of(attribute.id)
    ]
