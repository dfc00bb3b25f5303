"""Whoever must know a class of condition knows it, and nobody else reads conditions of rules."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, get_args

from kemitraan.knowledge import language
from kemitraan.knowledge.language import Condition
from kemitraan.knowledge.load import load_rulebase
from kemitraan.report.conditions import Words
from tests.command import ROOT
from tests.logic.random_bases import random_rules, seeded
from tests.recommendation.test_guards import with_rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

CLASSES = set(get_args(Condition))

# Where a class of condition is written: what it is, read, compiled, and said in words.
KNOWING = {
    "knowledge/language.py",
    "knowledge/terms.py",
    "knowledge/parse_rows.py",
    "knowledge/parse_rules.py",
    "knowledge/parse_tables.py",
    "knowledge/compile.py",
    "report/conditions.py",
}


def parts_of(conditions: Iterable[Condition]) -> Iterator[Condition]:
    """Yield conditions and, where they are made of others, those."""
    for condition in conditions:
        yield condition
        yield from parts_of(getattr(condition, "conditions", ()))


def rows_of_the_guide() -> Iterator[str]:
    """Yield each row of the guide's table of the language as the head and `if` of a rule."""
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    table = guide.partition("The language, whole:")[2].partition("Everything outside it")[0]
    for row in table.strip().splitlines()[2:]:
        *each, condition = re.findall(r"`([^`]+)`", row.split("|")[1])
        if condition == "need: this":
            each = ["each: need_entry"]
        told = condition.replace("{…}", "{product_quality: strong}")
        yield "".join(f"  {line}\n" for line in [*each, f"if: {{{told}}}"])


def test_every_class_of_condition_is_in_the_guide_is_read_and_is_said_in_words(
    tmp_path: Path,
) -> None:
    """Each row of the guide's table is a rule that the language takes; no class is left out."""
    heads = [f"- id: TRY-{n:02}\n{row}" for n, row in enumerate(rows_of_the_guide())]
    rest = "  then: {readiness_mark: ready}\n"
    told = '  title: {id: Uji, en: Trial}\n  because: {id: "Uji.", en: "Trial."}\n  source: S-126\n'
    base = load_rulebase(with_rule(tmp_path, (rest + told).join(heads) + rest))
    found = [c for n in range(len(heads)) for c in base.rule[f"TRY-{n:02}"].conditions]
    assert {type(c) for c in parts_of(found)} == CLASSES
    words = Words(base.vocabulary)
    said = [words.condition(condition) for condition in found]
    assert len({text.en for text in said}) == len({text.id for text in said}) == len(found)


def test_every_class_of_condition_is_among_those_the_evaluators_must_agree_on() -> None:
    rules = [rule for seed in range(20) for rule in random_rules(seeded(seed))]
    assert {type(c) for rule in rules for c in parts_of(rule.conditions)} == CLASSES


def test_conditions_of_rules_are_read_to_compile_and_to_word_them_alone() -> None:
    names = {c.__name__ for c in CLASSES} | {"Condition"}
    engine = ROOT / "engine" / "kemitraan"
    knowing = {"knowledge/language.py"}
    for file in engine.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if (
                isinstance(node, ast.ImportFrom)
                and node.module == language.__name__
                and names & {alias.name for alias in node.names}
            ):
                knowing.add(file.relative_to(engine).as_posix())
    assert knowing == KNOWING
