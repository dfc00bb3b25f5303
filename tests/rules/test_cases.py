"""Every rule fires where it should and stays silent where it should: the cases in `cases/`.

A case is data: a sentence, and the facts that are given, written as in a rule. A word before a
dot that is no catalogue entry is an actor. The rule runs alone, on these facts, the fixed facts
of the catalogues and the default assumptions (unless the case chooses another alternative).
`without` takes the fixed facts of an attribute away, for rules that read nothing else.

The cases of a decision table each name the rows that fire (`fires`): all others stay silent.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from kemitraan.fact import Fact
from kemitraan.knowledge.compile import IS, compile_rules
from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.logic.infer import infer

if TYPE_CHECKING:
    from kemitraan.knowledge.rulebase import RuleBase

FOLDER = Path(__file__).parent / "cases"


@cache
def base() -> RuleBase:
    return load_rulebase()


@cache
def cases() -> dict[str, dict[str, list[dict[str, Any]]]]:
    found: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for file in sorted(FOLDER.glob("*.yaml")):
        for item in yaml.safe_load(file.read_text("utf-8")):
            added = rows_of(item) if "table" in item else {item["rule"]: item}
            for rule, by in added.items():
                assert rule not in found, f"{file.name}: {rule} has cases twice"
                found[rule] = {"fires": by["fires"], "silent": by["silent"]}
    return found


def rows_of(item: dict[str, Any]) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """Return the cases of a table by row: each case fires the rows it names, and no other."""
    (table,) = (t for t in base().tables if t.id == item["table"])
    rows = [row.rule for row in table.rows]
    named = {rule for case in item["cases"] for rule in case["fires"]}
    assert named <= set(rows), f"{named - set(rows)}: no row of {table.id}"
    return {
        rule: {
            "fires": [case for case in item["cases"] if rule in case["fires"]],
            "silent": [case for case in item["cases"] if rule not in case["fires"]],
        }
        for rule in rows
    }


def all_of(kind: str) -> list[tuple[str, int]]:
    return [(rule, i) for rule, by in sorted(cases().items()) for i in range(len(by[kind]))]


def facts_of(given: dict[str, Any]) -> list[Fact]:
    """Return the facts of a case, with the catalogues and the assumptions in force."""
    words = base().vocabulary
    found = {Fact(IS, SENTRA, SENTRA)}
    for kind in words.kinds.values():
        for entry in kind.entries:
            found.add(Fact(IS, entry.id, kind.id))
            found |= {Fact(a, entry.id, v) for a, values in entry.facts.items() for v in values}
    for assumption in base().assumptions.values():
        found.add(Fact(assumption.name, SENTRA, given.get(assumption.name, assumption.default)))
    for key, value in given.items():
        if key in base().assumptions:
            continue
        subject, _, attribute = key.rpartition(".")
        if not subject and key in words.entries:
            subject, attribute = key, str(words.entries[key][0].shorthand)
        subject = subject or SENTRA
        assert attribute in words.attributes, f"{attribute} is not declared"
        if subject != SENTRA and subject not in words.entries:
            found.add(Fact(IS, subject, ACTOR))
        for item in value if isinstance(value, list) else [value]:
            allowed = words.values_of(attribute)
            assert item in allowed, f"{item!r} is no value of {attribute}"
            found.add(Fact(attribute, subject, item))
    return sorted(found)


def concluded(rule: str, case: dict[str, Any]) -> set[str]:
    """Return the attributes that the rule concludes in this case."""
    facts = [f for f in facts_of(case["given"]) if f.attribute not in case.get("without", ())]
    result = infer(compile_rules([base().rule[rule]]), facts)
    return {
        fact.attribute
        for fact, derivations in result.derivations.items()
        if any(d.clause.name == rule for d in derivations)
    }


def test_every_rule_has_a_firing_and_a_silent_case() -> None:
    """A rule without both is a rule nobody has tried."""
    tried = cases()
    missing = [
        rule.id
        for rule in base().all_rules
        if not tried.get(rule.id, {}).get("fires") or not tried[rule.id].get("silent")
    ]
    assert not missing
    assert not set(tried) - {r.id for r in base().all_rules}


@pytest.mark.parametrize(("rule", "index"), all_of("fires"))
def test_rule_fires(rule: str, index: int) -> None:
    case = cases()[rule]["fires"][index]
    expected = {c.attribute for c in base().rule[rule].conclusions}
    assert concluded(rule, case) == expected, case["say"]


@pytest.mark.parametrize(("rule", "index"), all_of("silent"))
def test_rule_stays_silent(rule: str, index: int) -> None:
    case = cases()[rule]["silent"][index]
    assert concluded(rule, case) == set(), case["say"]
