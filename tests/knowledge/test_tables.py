"""A decision table is the rules its rows stand for; every fault in it is told at its cell."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kemitraan.analysis.check.deep import check_deep
from kemitraan.analysis.check.plain import check_rules
from kemitraan.faults import InputError
from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.patch import anywhere
from kemitraan.report.rules import rules_show
from kemitraan.text import Lang
from tests.analysis.check.small import rule, small
from tests.command import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.knowledge.language import Rule
    from kemitraan.knowledge.rulebase import RuleBase

TABLE = """
- table: standing_of_actor
  title: {id: Kedudukan, en: Standing}
  each: actor
  if: {method: strict, not: {strength: weak}}
  columns: [this.doubts, size, this.interest_known]
  then: [this.standing, advice]
  because: {id: Umum., en: General.}
  source: S-001
  rows:
    - {id: TAB-01, when: ["no", ">= fair", "-"], then: [strong, [train, sell]]}
    - id: TAB-02
      title: {id: Lain, en: Other}
      when: ["-", [weak, fair], {not: "yes"}]
      if: {not: [{strength: strong}], some: {actor: {interest: strong}}}
      then: [fair, "-"]
      because: {id: Khusus., en: Special.}
      source: [S-002]
"""
RULES = """
- id: TAB-01
  title: {id: Kedudukan, en: Standing}
  each: actor
  if: {method: strict, not: {strength: weak}, this.doubts: "no", size: ">= fair"}
  then: {this.standing: strong, advice: [train, sell]}
  because: {id: Umum., en: General.}
  source: S-001
- id: TAB-02
  title: {id: Lain, en: Other}
  each: actor
  if:
    method: strict
    not: [{strength: weak}, {this.interest_known: "yes"}, {strength: strong}]
    size: [weak, fair]
    some: {actor: {interest: strong}}
  then: {this.standing: fair}
  because: {id: Khusus., en: Special.}
  source: [S-002]
"""
HEAD = "title: {id: Uji, en: Test}\n  because: {id: Uji., en: Test.}\n  source: S-001\n"


def written(folder: Path, rules: str) -> Path:
    """Write the small rule base with these rules added to its file, and return the folder."""
    small(folder)
    file = folder / "1-strength" / "rules.yaml"
    file.write_text(file.read_text("utf-8") + rules.lstrip("\n"), "utf-8")
    return folder


def same_but_for_places_and_order(base: RuleBase) -> dict[str, Rule]:
    return {
        rule.id: replace(anywhere(rule), conditions=tuple(sorted(rule.conditions, key=repr)))
        for rule in base.all_rules
    }


def test_each_row_is_the_rule_it_stands_for(tmp_path: Path) -> None:
    tables = load_rulebase(written(tmp_path / "tables", TABLE))
    rules = load_rulebase(written(tmp_path / "rules", RULES))
    assert same_but_for_places_and_order(tables) == same_but_for_places_and_order(rules)
    assert {"TAB-01", "TAB-02"} <= set(tables.rule)
    lines = (tmp_path / "tables" / "1-strength" / "rules.yaml").read_text("utf-8").splitlines()
    for identifier in ("TAB-01", "TAB-02"):
        assert (
            f"- {'{' if identifier == 'TAB-01' else ''}id: {identifier}"
            in (lines[tables.rule[identifier].place.line - 1])
        )


def test_what_all_rows_conclude_is_written_once(tmp_path: Path) -> None:
    table = f"""
- table: marks
  {HEAD}  columns: [quality]
  then: {{advice: [train, sell], strength: fair}}
  hit: all
  rows: [{{id: TAB-01, when: weak}}, {{id: TAB-02, when: "<= fair"}}]
"""
    base = load_rulebase(written(tmp_path / "rules", table))
    for identifier in ("TAB-01", "TAB-02"):
        assert {(c.attribute, c.value) for c in base.rule[identifier].conclusions} == {
            ("advice", "train"), ("advice", "sell"), ("strength", "fair"),
        }  # fmt: skip
    assert base.table_of["TAB-02"] == base.tables[0]
    assert "STR-01" not in base.table_of


def test_rows_of_a_table_that_concludes_nothing_itself_say_what_they_conclude(
    tmp_path: Path,
) -> None:
    table = f"""
- table: several
  {HEAD}  if: {{method: strict}}
  hit: all
  rows:
    - {{id: TAB-01, if: {{quality: weak}}, then: {{strength: fair, advice: [train, sell]}}}}
    - {{id: TAB-02, if: {{size: weak}}, then: {{train.urgent: "yes"}}}}
"""
    base = load_rulebase(written(tmp_path / "rules", table))
    assert [(c.attribute, c.subject, c.value) for c in base.rule["TAB-01"].conclusions] == [
        ("strength", "sentra", "fair"), ("advice", "sentra", "train"), ("advice", "sentra", "sell"),
    ]  # fmt: skip
    assert base.rule["TAB-02"].conclusions == (("urgent", "train", "yes"),)
    for new, words in (("fair", "does not fit its table. Write {attr"), ("", "does not fit")):
        wrong = table.replace('{train.urgent: "yes"}', new or "{train.urgent: []}")
        (found,) = check_rules(written(tmp_path / f"wrong{new}", wrong))
        assert words in found.format(Lang.EN)
        assert "TAB-02" in found.what.en


@pytest.mark.parametrize(
    ("said", "hit", "complete"),
    [
        ("", "unique", True),
        ("hit: unique\n  complete: false", "unique", False),
        ("hit: all", "all", False),
        ("hit: all\n  complete: true", "all", True),
    ],
)
def test_unique_tables_are_complete_unless_they_say_otherwise(
    said: str, hit: str, *, complete: bool, tmp_path: Path
) -> None:
    head = f"\n- table: one\n  {HEAD}  columns: [quality]\n  then: strength\n"
    rows = "  rows: [{id: TAB-01, when: weak, then: fair}]\n"
    base = load_rulebase(written(tmp_path / "rules", f"{head}  {said}\n{rows}"))
    assert (base.tables[0].hit, base.tables[0].complete) == (hit, complete)


def test_rows_without_columns_ask_each_for_something_of_its_own(tmp_path: Path) -> None:
    head = f"- table: one\n  {HEAD}  then: strength\n  rows:\n"
    rows = "    - {id: TAB-01, if: {quality: weak}, then: fair}\n    - {id: TAB-02, then: weak}\n"
    (found,) = check_rules(written(tmp_path / "rules", head + rows))
    assert found.format(Lang.EN).endswith(
        "this row asks for nothing. Write at least one condition."
    )
    sound = rows.replace("TAB-02, then", "TAB-02, if: {size: strong}, then")
    base = load_rulebase(written(tmp_path / "sound", head + sound))
    assert (base.tables[0].columns, base.tables[0].complete) == ((), False)


@pytest.mark.slow
def test_table_of_the_guide_is_read_and_has_neither_gaps_nor_overlaps(tmp_path: Path) -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    section = guide.partition("## Write a decision table")[2]
    folder = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", folder)
    written = section.partition("```yaml\n")[2].partition("```")[0]
    (folder / "2-stakeholders" / "added.yaml").write_text(written, "utf-8")
    base = load_rulebase(folder)
    table = base.table_of["GRP-96"]
    assert [row.rule for row in table.rows] == ["GRP-96", "GRP-97", "GRP-98"]
    found = check_deep(base, rules=["GRP-96"]).findings
    assert {f.kind for f in found} <= {"two_values", "no_difference"}


# What is replaced in the table above, by what; a text on the line of the fault; in its message.
FAULTS = [
    ("columns: [this.doubts", "columns: [this.doubt", "columns:", "mean 'doubts'"),
    ("columns: [this.doubts", "columns: [some", "columns:", "'some' is no column"),
    ("this.doubts, size, this", "size, size, this", "columns:", "column 'size' is there twice"),
    ("each: actor", "each: actors", "each:", "kind of subject 'actors' is unknown"),
    ('["no", ">= fair", "-"]', '["no", ">= fair"]', "TAB-01", "cells: 2, columns: 3"),
    ('["no", ">= fair"', '["no", ">= fairr"', "TAB-01", "'fairr' is unknown. Did you mean 'fair'"),
    ('["no", ">= fair"', '["no", {some: fair}', "TAB-01", "cell has the wrong form"),
    ('["no", ">= fair"', '["no", ~', "TAB-01", "cell has the wrong form"),
    ('["no", ">= fair"', '["no", []', "TAB-01", "list of values is empty"),
    ('["no", ">= fair"', '["no", this', "TAB-01", "'this' is no value of 'size'"),
    ("[weak, fair], {not", "{not: fair}, {not", "{not: fair}", "'not' on 'size', which is not"),
    ('["-", [weak', '["-", [strog', 'when: ["-"', "Did you mean 'strong'"),
    ('{not: "yes"}]', '"-"]', "columns:", "no row asks for 'this.interest_known'"),
    ("then: [strong, [train", "then: [strog, [train", "TAB-01", "Did you mean 'strong'"),
    ("then: [strong, [train, sell]]", "then: strong", "TAB-01", "does not fit its table"),
    ("then: [strong, [train, sell]]", "then: [strong]", "TAB-01", "Write 2 values"),
    (", then: [strong, [train, sell]]", "", "TAB-01", "does not fit its table"),
    ("then: [strong, [", "then: [[strong, fair], [", "TAB-01", "takes a single value"),
    ("then: [strong, [", 'then: [">= fair", [', "TAB-01", "a conclusion is no comparison"),
    ("then: [strong, [train, sell]]", "then: [{a: b}, sell]", "TAB-01", "must be a word"),
    ("then: [strong, [train, sell]]", 'then: ["-", "-"]', "TAB-01", "concludes nothing"),
    ("then: [this.standing, ad", "then: [size, ad", "then: [size", "'size' must not be concluded"),
    ("then: [this.standing, advice]", "then: []", "then: []", "'then' has the wrong form"),
    ("  because: {id: Umum., en: General.}\n", "", "TAB-01", "neither the row nor its table"),
    ("  source: S-001\n  rows", "  rows", "TAB-01", "neither the row nor its table has 'source'"),
    ("some: {actor: {interest: st", "some: {actor: {interes: st", "if: {not", "mean 'interest'"),
    ("id: TAB-02", "id: STR-01", "id: STR-01", "'STR-01' is already used at"),
    ("id: TAB-02", "id: tab", "id: tab", "'id' has the wrong form"),
    ("when: [\"-\"", "wen: [\"-\"", "wen:", "'wen' is unknown. Did you mean 'when'"),
    ("hit: ", "hit: unik", "hit:", "'unik' is no value of 'hit'"),
    ("table: standing_of_actor", "table: Standing", "table: Standing", "'table' has the wrong"),
    ("source: S-001\n  rows", "source: S-404\n  rows", "TAB-01", "source 'S-404' is unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "at", "words"), FAULTS, ids=lambda text: text[:40])
def test_each_fault_is_told_at_its_line(
    old: str, new: str, at: str, words: str, tmp_path: Path
) -> None:
    text = TABLE.replace("\n  columns", "\n  hit: all\n  columns")
    if old == "hit: ":
        old = "hit: all"
    assert text.count(old) == 1
    folder = written(tmp_path / "rules", text.replace(old, new))
    found = [f for f in check_rules(folder) if words in f.format(Lang.EN)]
    assert len(found) == 1, [f.format(Lang.EN) for f in check_rules(folder)]
    lines = (folder / "1-strength" / "rules.yaml").read_text("utf-8").splitlines()
    start = next(n for n, line in enumerate(lines, 1) if "- table:" in line)
    there = [n for n, line in enumerate(lines, 1) if n >= start and at in line]
    assert found[0].place.line == there[0]
    assert found[0].format(Lang.ID) != found[0].format(Lang.EN)
    with pytest.raises(InputError):
        load_rulebase(folder)


def test_every_fault_of_a_table_is_told_at_once(tmp_path: Path) -> None:
    text = TABLE.replace("this.doubts, size", "this.doubt, size").replace("sell]]", "sel]]")
    text = text.replace("[weak, fair]", "[wea, fair]").replace("  source: S-001\n", "")
    found = check_rules(written(tmp_path / "rules", text))
    assert sorted(f.place.line - 52 for f in found) == [5, 9, 9, 12]
    assert all(any(word in f.what.en for f in found) for word in ("doubt", "source", "sel", "wea"))


def test_sound_rules_beside_a_faulty_one_are_looked_at_too(tmp_path: Path) -> None:
    folder = written(tmp_path / "rules", TABLE.replace("when:", "wen:").replace("sell]", "sel]"))
    file = folder / "1-strength" / "rules.yaml"
    file.write_text(file.read_text("utf-8").replace("{size: weak}", "{size: wea}"), "utf-8")
    said = [f.what.en for f in check_rules(folder)]
    assert any("ADV-01: the value of size 'wea'" in what for what in said)
    assert any("'wen' is unknown" in what for what in said)


# Ids that are no longer there

RETIRED = "- {ids: [OLD-01, OLD-02], by: [STR-01], because: {id: Disatukan, en: Merged}}\n"


def test_retired_id_says_what_is_in_its_place_and_is_not_given_again(tmp_path: Path) -> None:
    base = small(tmp_path / "rules", retired=RETIRED)
    assert set(base.retired) == {"OLD-01", "OLD-02"}
    told = [(one.name.en, one.text.en) for one in rules_show("old-02", base).told]
    assert told == [("retired rule", "Merged"), ("replaced by", "STR-01")]
    again = rule("OLD-02", "  if: {quality: weak}\n  then: {strength: fair}")
    with pytest.raises(InputError, match="'OLD-02' is already used"):
        small(tmp_path / "again", again, retired=RETIRED)


def test_retired_id_names_rules_that_are_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"retired.yaml:1: the rule 'STR-11' is unknown"):
        small(tmp_path / "rules", retired=RETIRED.replace("STR-01", "STR-11"))
