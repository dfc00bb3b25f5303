"""The blank profile and the schema: valid, complete, and stating nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.scenario.claims import statable
from kemitraan.scenario.patch import choice_of
from kemitraan.scenario.schema import scenario_schema
from kemitraan.scenario.shipped import shipped
from kemitraan.scenario.template import template
from kemitraan.text import Lang
from kemitraan.worlds.fact_base import fact_base
from kemitraan.yamltree import parse_yaml, read_yaml
from tests.scenario.small import read, stated

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.knowledge.rulebase import RuleBase


@pytest.fixture(scope="module")
def base() -> RuleBase:
    return load_rulebase()


@pytest.mark.parametrize("lang", list(Lang))
def test_template_is_valid_and_states_nothing(lang: Lang, base: RuleBase, tmp_path: Path) -> None:
    scenario, faults = read(template(base, lang), tmp_path, base)
    assert not faults
    assert scenario.id
    assert scenario.name
    assert scenario.claims == ()
    assert stated(fact_base(base, scenario, choice_of(base))) == set()


@pytest.mark.parametrize("lang", list(Lang))
def test_template_asks_for_everything_that_can_be_stated(lang: Lang, base: RuleBase) -> None:
    text = template(base, lang)
    document = parse_yaml(text, "template", [])
    assert document is not None
    assert set(document.data["sentra"]) == set(statable(base.vocabulary, SENTRA).values())
    for attribute in base.vocabulary.attributes.values():
        if attribute.role == "input" and attribute.question:
            # Long questions are wrapped over several comment lines.
            assert attribute.question[lang] in re.sub(r"\n\s*#\s+", " ", text)
    assert max(len(line) for line in text.splitlines()) <= 100


@pytest.mark.parametrize("lang", list(Lang))
def test_every_answer_the_template_offers_is_understood(
    lang: Lang, base: RuleBase, tmp_path: Path
) -> None:
    text = template(base, lang).replace("assessed_on:", "assessed_on: 2026")
    for key, attribute in (
        (k, base.vocabulary.attributes.get(k)) for k in statable(base.vocabulary, SENTRA).values()
    ):
        if attribute and base.vocabulary.values_of(attribute.id) != ("stated",):
            last = base.vocabulary.values_of(attribute.id)[-1]
            label = base.vocabulary.label_of_value(attribute.id, last)
            assert label is not None
            text = text.replace(f"\n  {key}:\n", f"\n  {key}: {label[lang]}\n")
    scenario, faults = read(text, tmp_path, base)
    assert not faults
    assert len(scenario.claims) > 40


def test_template_fits_the_schema(base: RuleBase) -> None:
    validator = jsonschema.Draft202012Validator(scenario_schema(base))
    for lang in Lang:
        document = parse_yaml(template(base, lang), "template", [])
        assert document is not None
        assert list(validator.iter_errors(document.data)) == []


@pytest.mark.slow
def test_shipped_profiles_fit_the_schema(base: RuleBase) -> None:
    schema = scenario_schema(base)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for path in shipped().values():
        document = read_yaml(path, [])
        assert document is not None
        assert list(validator.iter_errors(document.data)) == [], path


@pytest.mark.parametrize(
    "data",
    [
        {"name": "A"},
        {"id": "a", "name": "A", "aktor": {}},
        {"id": "a", "name": "A", "sentra": ["x"]},
        {"id": "a", "name": "A", "sentra": {"sop": {"valeu": "none"}}},
        {"id": "a", "name": "A", "sentra": {"sop": {"value": "none", "basis": "gossip"}}},
        {"id": "a", "name": "A", "sentra": {"sop": {"figure": 3}}},
        {"id": "a", "name": "A", "sentra": {"sop": ["none", "applied"]}},
    ],
)
def test_schema_refuses_what_the_reader_refuses(data: dict[str, Any], base: RuleBase) -> None:
    validator = jsonschema.Draft202012Validator(scenario_schema(base))
    assert not validator.is_valid(data)
