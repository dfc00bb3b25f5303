"""The picture of the rule base shows every rule once, and lines only where something is read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kemitraan.knowledge.load import load_rulebase
from kemitraan.page.rule_map import rule_map
from kemitraan.report.words import FOLDER, SECTION


def test_every_rule_stands_in_one_box_of_its_folder() -> None:
    base = load_rulebase()
    found = rule_map(base)
    steps = found.columns[1:-1]
    assert [column.label for column in steps] == [*FOLDER.values()]
    boxes = [box for column in steps for box in column.boxes]
    assert sum(box.number for box in boxes) == len(base.rules)
    assert {box.id for box in boxes} == {rule.place.file for rule in base.rules}
    listed = [rule.id for box in boxes for rule in box.rules]
    assert len({*listed}) == len(listed)
    tables = {base.table_of[one].id for one in listed if one in base.table_of}
    assert tables == {table.id for table in base.tables}


def test_rules_of_a_new_folder_have_a_column_behind_the_others() -> None:
    base = load_rulebase()
    first = base.all_rules[0]
    place = first.place._replace(file="rules/5-market/new.yaml")
    moved = (replace(first, place=place), *base.all_rules[1:])
    found = rule_map(replace(base, all_rules=moved))
    assert [column.label.en for column in found.columns[-2:]] == ["5-market", "Advice"]
    assert [box.rules[0].id for box in found.columns[-2].boxes] == [first.id]


@pytest.mark.parametrize(
    ("giver", "reader"),
    [
        ("product_characteristics", "rules/1-potential/product.yaml"),
        ("rules/4-strategy/gates.yaml", "rules/4-strategy/readiness.yaml"),
        ("rules/4-strategy/readiness.yaml", "readiness"),
    ],
)
def test_lines_lead_from_what_gives_to_what_reads(giver: str, reader: str) -> None:
    found = rule_map(load_rulebase())
    boxes = {box.id for column in found.columns for box in column.boxes}
    for line in found.lines:
        assert {line.giver, line.reader} <= boxes
        assert line.giver not in SECTION
        assert line.number > 0
    assert any((line.giver, line.reader) == (giver, reader) for line in found.lines)
    assert found == rule_map(load_rulebase())
