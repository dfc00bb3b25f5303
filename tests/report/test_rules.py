"""The knowledge base in words: every rule, assumption and source can be shown."""

from __future__ import annotations

import re

import pytest

from kemitraan.faults import InputError
from kemitraan.knowledge.coverage import coverage
from kemitraan.knowledge.load import load_rulebase
from kemitraan.report import words as w
from kemitraan.report.parts import as_text
from kemitraan.report.rules import (
    coverage_parts,
    list_parts,
    overview_parts,
    rules_show,
    show_parts,
)
from kemitraan.text import Lang
from tests.report.test_words import words_only_in

BASE = load_rulebase()
OTHER = {Lang.ID: Lang.EN, Lang.EN: Lang.ID}


@pytest.mark.parametrize("lang", Lang)
def test_everything_with_an_id_can_be_shown_in_one_language(lang: Lang) -> None:
    # Names of references, and of alternatives and files, are the same in both languages.
    kept = " ".join(
        [p.reference for p in BASE.practice.values()]
        + [x.name for x in BASE.assumptions.values()]
        + [a.id for x in BASE.assumptions.values() for a in x.alternatives]
        + [str(place) for place in BASE.places.values()]
        + [table.id for table in BASE.tables]
    )
    alien = words_only_in(OTHER[lang]) - set(re.findall(r"[a-z]{3,}", kept.casefold()))
    assumptions = [a.id for a in BASE.assumptions.values()]
    # What a statement is used by are ids.
    for word in (*BASE.rule, *assumptions, *BASE.practice):
        text = as_text(show_parts(rules_show(word, BASE), lang), 80)
        assert max(len(line) for line in text.splitlines()) <= 80
        assert not set(re.findall(r"[a-z]{3,}", text.casefold())) & alien, text


def test_rule_says_if_then_because_and_what_its_sources_say() -> None:
    rule = BASE.all_rules[0]
    text = " ".join(as_text(show_parts(rules_show(rule.id.lower(), BASE), Lang.EN), 200).split())
    for part in ("If ", "Then ", "Because " + rule.because.en, *rule.source):
        assert part in text
    assert str(rule.place) in text


def test_assumption_is_found_by_id_and_by_name() -> None:
    one = next(iter(BASE.assumptions.values()))
    assert rules_show(one.id, BASE) == rules_show(one.name, BASE)


def test_practice_source_tells_how_sure_it_is_when_and_who_uses_it() -> None:
    for one in BASE.practice.values():
        found = rules_show(one.id, BASE)
        told = found.told[0].text.en
        assert told.startswith(one.gloss.en)
        assert one.reference in told
        # What is concluded from something is of no day.
        sure = {"read": f"(as of {one.as_of})", "general_knowledge": "(general knowledge, "}
        assert sure.get(one.evidence, "concluded from ") in told
        users = [r.id for r in BASE.all_rules if one.id in r.source]
        assert [one.text.en for one in found.told[1:]] == ([", ".join(users)] if users else [])


def test_unknown_id_is_a_fault_that_names_the_nearest() -> None:
    with pytest.raises(InputError, match="Did you mean 'S-001'"):
        rules_show("S-0001", BASE)


@pytest.mark.parametrize("lang", Lang)
def test_lists_are_complete_and_fit_the_page(lang: Lang) -> None:
    rules = as_text(list_parts(BASE, lang), 80)
    # A table that has no room for its columns is told row by row.
    begun = re.compile(rf"(?:{w.RULE[lang]}: )?([A-Z]{{2,4}}-\d{{2,3}})\b")
    found = [begun.match(line) for line in rules.splitlines()]
    assert [one[1] for one in found if one] == sorted(
        BASE.rule, key=lambda one: BASE.rule[one].place
    )
    assert max(len(line) for line in rules.splitlines()) <= 80
    for table in BASE.tables:
        assert f"({table.id}" in re.sub(r"\s+", " ", rules)
    statements = as_text(coverage_parts(coverage(BASE), lang), 100)
    assert all(statement in statements for statement in BASE.statements)
    for text in (rules, statements):
        assert max(len(line) for line in text.splitlines()) <= 100


@pytest.mark.parametrize("lang", Lang)
def test_overview_has_a_line_for_each_rule_and_one_for_each_table(lang: Lang) -> None:
    lines = as_text(overview_parts(BASE, lang), 100).splitlines()
    begun = [found[0] for line in lines if (found := re.match(r"[A-Z]{2,4}-\d{2,3}\b", line))]
    alone = {one for one in BASE.rule if one not in BASE.table_of}
    assert sorted(begun) == sorted(alone | {table.rows[0].rule for table in BASE.tables})
    assert f"({BASE.tables[0].id};" in " ".join(lines)
    assert "--full" in lines[-1]


def test_term_tells_its_question_its_answers_and_which_rules_use_it() -> None:
    text = as_text(show_parts(rules_show("packaging", BASE), Lang.EN), 200)
    label = BASE.vocabulary.attributes["packaging"]
    assert label.question
    for part in (label.question.en, "partly adequate", "S-147", "Read by   WKN-14"):
        assert part in text
    assert rules_show("asal profil", BASE) == rules_show("profile_origin", BASE)


def test_readers_of_a_term_are_the_rules_that_name_it_in_a_condition() -> None:
    """Held against the text of the rule files themselves."""
    for term in ("packaging", "sustainability_risk", "tourism_measure", "packaging_need"):
        named = {
            rule.id for rule in BASE.all_rules if re.search(rf"\b{term}\b", repr(rule.conditions))
        }
        assert set(BASE.where_used[term].read_by) == named
    assert BASE.where_used["packaging_need"].concluded_by
    assert "packaging_clinic" in BASE.where_used["packaging_need"].named


def test_label_that_names_several_terms_is_asked_back() -> None:
    with pytest.raises(InputError, match="packaging, packaging_need"):
        rules_show("kemasan dan label", BASE)


def test_rule_and_assumption_name_the_rules_that_read_them() -> None:
    concluding = next(r for r in BASE.all_rules if r.conclusions[0].attribute == "tourism_shown")
    told = {one.name.en: one.text.en for one in rules_show(concluding.id, BASE).told}
    assert "TYP-19" in told["Read by"]
    told = {one.name.en: one.text.en for one in rules_show("tourism_measure", BASE).told}
    assert concluding.id in told["Read by"]
