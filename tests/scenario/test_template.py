"""The blank profile and the schema: valid, complete, and stating nothing."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

import kemitraan
from kemitraan.analysis.certain.certainty import ordered, told
from kemitraan.case import concluded
from kemitraan.knowledge.files import RulesFile
from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.scenario.claims import statable
from kemitraan.scenario.overlay import load_overlay
from kemitraan.scenario.overlay_template import overlay_template
from kemitraan.scenario.patch import choice_of
from kemitraan.scenario.schema import overlay_schema, scenario_schema
from kemitraan.scenario.shipped import shipped
from kemitraan.scenario.template import template
from kemitraan.text import Lang
from kemitraan.worlds.fact_base import fact_base
from kemitraan.worlds.question_order import QuestionOrder
from kemitraan.yamltree import parse_yaml, read_yaml
from tests.measures.random_profiles import PRODUCTS
from tests.scenario.small import HEAD, read, stated

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
        if attribute.role == "input" and attribute.question and attribute.asked:
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


def test_templates_fit_the_schema_that_they_name(base: RuleBase) -> None:
    for lang in Lang:
        validator = jsonschema.Draft202012Validator(scenario_schema(base, lang))
        for short in (True, False):
            text = template(base, lang, short=short)
            assert text.startswith("# yaml-language-server: $schema=scenario.schema.json\n")
            document = parse_yaml(text, "template", [])
            assert document is not None
            assert list(validator.iter_errors(document.data)) == []
        text = overlay_template(lang)
        assert text.startswith("# yaml-language-server: $schema=overlay.schema.json\n")
        document = parse_yaml(text, "overlay", [])
        assert document is not None
        schema = overlay_schema(base, lang, RulesFile.model_json_schema())
        jsonschema.Draft202012Validator(schema).validate(document.data)


@pytest.mark.parametrize("lang", list(Lang))
def test_short_template_asks_what_opens_the_long_one_and_no_more(
    lang: Lang, base: RuleBase, tmp_path: Path
) -> None:
    text = template(base, lang, short=True)
    scenario, faults = read(text, tmp_path, base)
    document = parse_yaml(text, "template", [])
    assert document is not None
    opening = [name for name, one in base.vocabulary.questions.items() if one.opens]
    assert (list(document.data["sentra"]), faults, scenario.claims) == (opening, [], ())


@pytest.mark.parametrize("lang", list(Lang))
def test_long_template_names_each_group_of_informants_once(lang: Lang, base: RuleBase) -> None:
    asked = re.findall(
        r"^  # ===== (?:Tanyakan kepada|Ask): (.*) =====$", template(base, lang), re.MULTILINE
    )
    assert len(asked) > 8
    assert len({frozenset(who.split(", ")) for who in asked}) == len(asked)


@pytest.mark.parametrize("lang", list(Lang))
def test_template_of_an_overlay_is_one_and_changes_what_it_says(
    lang: Lang, base: RuleBase, tmp_path: Path
) -> None:
    file = tmp_path / "trial.yaml"
    file.write_text(overlay_template(lang), "utf-8")
    overlay = load_overlay(file, base)
    said = [(s.attribute, [c.value for c in s.claims]) for s in overlay.settings]
    assert said == [("contract", ["written"])]
    case = kemitraan.examine("itabajo", overlays=[file], base=base)
    stated_now = {(c.attribute, c.value) for c in case.scenario.claims}
    assert ("contract", "written") in stated_now


@pytest.mark.parametrize("lang", list(Lang))
def test_schema_offers_the_words_of_one_language(lang: Lang, base: RuleBase) -> None:
    sentra = scenario_schema(base, lang)["properties"]["sentra"]["properties"]
    told = sentra["product_quality"]
    label = {Lang.ID: "Mutu produk. ", Lang.EN: "Product quality. "}[lang]
    assert told["description"].startswith(label)
    offered = [one["const"] for one in told["anyOf"][0]["anyOf"] if "const" in one]
    levels = {Lang.ID: ["lemah", "sedang", "kuat"], Lang.EN: ["weak", "developing", "strong"]}
    assert offered == [*levels[lang], "?"]
    assert all(one["description"] for one in told["anyOf"][0]["anyOf"][:3])


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


@pytest.mark.parametrize("lang", list(Lang))
def test_template_opens_with_a_dozen_questions_in_the_order_declared(
    lang: Lang, base: RuleBase
) -> None:
    document = parse_yaml(template(base, lang), "template", [])
    assert document is not None
    opening = [name for name, one in base.vocabulary.questions.items() if one.opens]
    assert len(opening) == 12
    assert list(document.data["sentra"])[:12] == opening
    assert opening[:2] == ["product_character", "product_lines"]


def test_template_asks_each_question_of_those_who_can_answer(base: RuleBase) -> None:
    text = template(base, Lang.EN)
    words = base.vocabulary
    own = words.attributes["sop"].informants
    assert own is not None
    assert own != words.variables[words.attributes["sop"].variable or ""].informants
    above = text[: text.index("\n  sop:\n")]
    said = re.findall(r"===== Ask: (.*) =====", above)[-1]
    assert sorted(said.split(", ")) == sorted(own.en.split(", "))


@pytest.mark.parametrize("lang", list(Lang))
def test_template_tells_questions_apart_that_are_like_each_other(
    lang: Lang, base: RuleBase
) -> None:
    text = re.sub(r"\n\s*#\s+", " ", template(base, lang))
    told = [one.apart for one in base.vocabulary.questions.values() if one.apart]
    assert len(told) > 10
    assert all(apart[lang] in text for apart in told)


@pytest.mark.slow
def test_questions_that_open_the_template_settle_most_where_the_product_alone_is_known(
    base: RuleBase, tmp_path: Path
) -> None:
    """What a question settles is counted as `kemitraan questions` does, over every character."""
    worth: Counter[str] = Counter()
    for line in ("palm_sugar", "woven_cloth", "furniture", "metal_part"):
        worth += settled_on_average(base, line, tmp_path)
    opening = [name for name, one in base.vocabulary.questions.items() if one.opens][2:]
    best = [name for name, _ in worth.most_common(25)]
    assert set(best[:4]) <= set(opening)
    assert set(opening) <= set(best)
    assert sum(worth[name] for name in opening) > 0.8 * sum(worth[name] for name in best[:10])


def settled_on_average(base: RuleBase, line: str, folder: Path) -> Counter[str]:
    """Return how many undecided conclusions an answer to each question of the sentra settles."""
    character = next(c for c, lines in PRODUCTS.items() if line in lines.split())
    text = f"{HEAD}sentra: {{product_character: {character}, product_lines: [{line}]}}\n"
    case = concluded(base, read(text, folder, base)[0], choice_of(base))
    found = case.completions
    undecided = [f for f in ordered(case, told(case)) if found.of[f].status == "possible"]
    asks = QuestionOrder(found.axes, {fact: found.of[fact] for fact in undecided})
    words = base.vocabulary
    return Counter(
        {
            slot.subject if words.shorthand(slot.subject) else slot.attribute: asks.worth(
                asks.verdicts[slot].values()
            ).mean
            for slot in asks.places
            if words.attributes[slot.attribute].of != ACTOR
        }
    )
