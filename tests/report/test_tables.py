"""A decision table is listed as a table: what all rows ask once, then a line for each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.knowledge.load import load_rulebase
from kemitraan.report.parts import as_markdown, as_text
from kemitraan.report.rules import list_parts, rules_show
from kemitraan.report.tables import table_parts
from kemitraan.text import Lang
from tests.analysis.check.test_tables import tabled

if TYPE_CHECKING:
    from pathlib import Path

BODY = """each: actor
  if: {method: strict, this.doubts: "no"}
  columns: [size, this.interest_known, this.interest, selling]
  then: [this.mood, outlook]
  complete: false"""
ROWS = (
    "when: ['>= fair', 'yes', '-', '-'], then: [weak, [weak, fair]]",
    "when: [[weak, fair], {not: 'yes'}, [weak, strong], '-'], then: [fair, '-']",
    "when: ['-', '-', '-', '>= weak'], if: {some: {step: {urgent: 'yes'}}}, then: [fair, weak]",
)
ENGLISH = """\
Test (outlook; one row holds; some values have no row)
If for each actor; method: strict; doubts: no
A size; B known; C interest; D selling; E y; F y

Rule    A       B    C              D      Also                   → E    → F
------  ------  ---  -------------  -----  ---------------------  -----  ----------
TAB-01  ≥ fair  yes  –              –                             weak   weak, fair
TAB-02  ≤ fair  no   weak / strong  –                             fair   –
TAB-03  –       –    –              known  some step with urgent  fair   weak
"""


def test_rows_are_told_in_few_words(tmp_path: Path) -> None:
    base = tabled(tmp_path / "rules", BODY, *ROWS)
    parts = table_parts(base.tables[0], base.vocabulary, Lang.EN)
    told = [line.split() for line in as_text(parts, 100).splitlines() if "---" not in line]
    assert told == [line.split() for line in ENGLISH.splitlines() if "---" not in line]
    said = as_text(table_parts(base.tables[0], base.vocabulary, Lang.ID), 100)
    assert "Bila untuk setiap aktor; cara: ketat; ragu: tidak" in said
    assert "diketahui" in said
    assert "- Rule: TAB-01\n  - A: ≥ fair\n" in as_markdown(parts)


def test_what_all_rows_conclude_is_told_once(tmp_path: Path) -> None:
    body = "columns: [quality, place]\n  then: {outlook: [weak, strong]}\n  hit: all"
    base = tabled(tmp_path / "rules", body, "when: [weak, '-']", "when: ['-', 'no']")
    told = as_text(table_parts(base.tables[0], base.vocabulary, Lang.EN), 100)
    assert told.startswith("Test (outlook; every row that fits holds)\nThen y: weak; y: strong\n")
    assert "→" not in told


def test_tables_stand_among_the_rules_of_their_file(tmp_path: Path) -> None:
    base = tabled(tmp_path / "rules", BODY, *ROWS)
    told = as_text(list_parts(base, Lang.EN), 300)
    assert told.index("ACT-03") < told.index("Test (outlook") < told.index("TAB-03")
    assert told.index("TAB-03") < told.index("practice/rules.yaml") < told.index("PRA-01")
    assert told.count("TAB-02") == 1
    row = rules_show("tab-02", base)
    assert ("Table", "Test (outlook)") in [(one.name.en, one.text.en) for one in row.told]
    assert row.rule is not None
    assert row.rule.table == "outlook"


def test_table_without_columns_tells_the_condition_of_each_row(tmp_path: Path) -> None:
    rows = ("if: {quality: weak}, then: weak", "if: {size: [weak, fair]}, then: fair")
    base = tabled(tmp_path / "rules", "then: outlook\n  hit: all", *rows)
    told = as_text(table_parts(base.tables[0], base.vocabulary, Lang.EN), 100).splitlines()
    assert told == [
        "Test (outlook)",
        "",
        "TAB-01  quality: weak → weak",
        "TAB-02  size: ≤ fair → fair",
    ]


def test_rows_that_say_themselves_what_they_conclude_are_told_with_it(tmp_path: Path) -> None:
    rows = (
        "if: {quality: weak}, then: {outlook: weak}",
        "if: {size: weak}, then: {train.urgent: 'yes'}",
    )
    base = tabled(tmp_path / "list", "hit: all", *rows)
    told = as_text(table_parts(base.tables[0], base.vocabulary, Lang.EN), 100).splitlines()
    assert told[2:] == ["TAB-01  quality: weak → y: weak", "TAB-02  size: weak → train: urgent"]
    rows = ("when: weak, then: {outlook: weak}", "when: fair, then: {train.urgent: 'yes'}")
    base = tabled(tmp_path / "grid", "hit: all\n  columns: [quality]", *rows)
    told = as_text(table_parts(base.tables[0], base.vocabulary, Lang.EN), 100).splitlines()
    assert [line.split() for line in told[2:]] == [
        ["Rule", "quality", "→"], ["------", "---------", "-------------"],
        ["TAB-01", "weak", "y:", "weak"], ["TAB-02", "fair", "train:", "urgent"],
    ]  # fmt: skip


def test_one_attribute_of_many_things_is_named_once(tmp_path: Path) -> None:
    rows = ("then: {train.urgent: 'yes'}", "if: {size: weak}, then: {sell.urgent: 'yes'}")
    base = tabled(tmp_path / "rules", "if: {method: strict}\n  hit: all", *rows)
    told = as_text(table_parts(base.tables[0], base.vocabulary, Lang.EN), 100).splitlines()
    assert told == [
        "Test (outlook)", "If method: strict", "Then urgent", "",
        "TAB-01  train", "TAB-02  size: weak → sell",
    ]  # fmt: skip


def test_few_short_names_stand_above_their_columns(tmp_path: Path) -> None:
    body = "columns: [quality, size]\n  then: outlook\n  complete: false"
    base = tabled(
        tmp_path / "rules", body, "when: [weak, '-'], then: weak", "when: ['-', fair], then: fair"
    )
    told = as_text(table_parts(base.tables[0], base.vocabulary, Lang.EN), 80).splitlines()
    assert told[2].split() == ["Rule", "quality", "size", "→", "y"]
    terms = tmp_path / "rules" / "vocabulary" / "terms.yaml"
    long = "{id: seberapa besar, en: how large and wide the enterprise is in the end of it all}"
    terms.write_text(terms.read_text("utf-8").replace("{id: besarnya, en: size}", long), "utf-8")
    base = load_rulebase(tmp_path / "rules")
    told = as_text(table_parts(base.tables[0], base.vocabulary, Lang.EN), 100).splitlines()
    assert told[1] == "A quality; B how large and wide the enterprise is in the end of it all; C y"
    assert told[3].split() == ["Rule", "A", "B", "→", "C"]


def test_what_takes_many_words_is_cut_visibly(tmp_path: Path) -> None:
    """In the list of all rules; the rule itself is shown whole."""
    many = ", ".join(f"{{{key}: {v}}}" for key in ("quality", "size") for v in ("weak", "fair"))
    row = f"if: {{at_least: {{of: [{many}], n: 2}}}}, then: "
    body = "then: outlook\n  hit: all"
    base = tabled(tmp_path / "rules", body, f"{row}weak", f"{row}fair")
    told = as_text(list_parts(base, Lang.EN), 200)
    assert "TAB-01  at least 2 of: quality: weak; quality: fair; size: weak; … → weak\n" in told
    assert "size: fair" in " ".join(one.text.en for one in rules_show("TAB-01", base).told)
