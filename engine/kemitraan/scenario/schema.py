"""The JSON schemas of scenarios and overlays, made from the vocabulary, for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.scenario.claims import NAME, bases_of_evidence, statable

if TYPE_CHECKING:
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


def scenario_schema(base: RuleBase) -> dict[str, Any]:
    """Return the JSON schema (draft 2020-12) of a scenario file under this knowledge base.

    Editors offer the ids; the reader of scenarios accepts labels of either language as well, so
    values are suggested and not enforced here.
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
            **_claims(base),
        },
    }


def overlay_schema(base: RuleBase, rules: dict[str, Any]) -> dict[str, Any]:
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
            **_claims(base),
            "assume": {
                "type": "object",
                "properties": {
                    a.name: {
                        "description": f"{a.label.id} / {a.label.en}",
                        "anyOf": [{"enum": [x.id for x in a.alternatives]}, {"type": "string"}],
                    }
                    for a in sorted(base.assumptions.values(), key=lambda a: a.id)
                },
            },
            "without": {"type": "array", "items": {"enum": sorted(base.rule)}},
            "rules": {key: part for key, part in rules.items() if key != "$defs"},
        },
        "$defs": rules.get("$defs", {}),
    }


def _claims(base: RuleBase) -> dict[str, Any]:
    """Return the two sections that say something: of the sentra, and of its actors."""
    words = base.vocabulary
    sentra, actor = (
        {
            key: _property(base, words.attributes[words.shorthand(key) or key], key)
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


def _property(base: RuleBase, attribute: Attribute, key: str) -> dict[str, Any]:
    words = base.vocabulary
    # A figure may stand alone where the attribute takes one and no year could be meant.
    plain = attribute.figure is not None and not attribute.figure.since
    value: dict[str, Any] = {"type": ["string", "number", "null"] if plain else ["string", "null"]}
    if not words.takes_words(attribute.id):
        value = {"anyOf": [{"enum": [*words.values_of(attribute.id), "?"]}, value]}
    values = {"anyOf": [value, {"type": "array", "items": value}]} if attribute.many else value
    claim: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "value": values,
            "source": _SOURCE,
            "basis": {"enum": [*bases_of_evidence(base), "?", None]},
            "by": _TEXT,
            "on": _DATE,
            "note": _TEXT,
            "potential": {"type": ["boolean", "string"]},
        },
    }
    if attribute.figure:
        claim["properties"]["figure"] = {"type": ["number", "string"]}
        if attribute.figure.since:
            claim["properties"]["since"] = _DATE
    entry = words.entries.get(key)
    label = entry[1].label if entry else attribute.label
    question = attribute.question
    described = f"{label.id} / {label.en}" + (
        f". {question.id} / {question.en}" if question else ""
    )
    return {
        "description": described,
        "anyOf": [
            value,
            claim,
            {"type": "array", "items": {"anyOf": [value, claim]} if attribute.many else claim},
        ],
    }
