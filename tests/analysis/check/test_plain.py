"""The check finds what is wrong with a knowledge base, each thing where it stands, and no more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kemitraan.analysis.check.plain import check_rules
from kemitraan.faults import InputError
from kemitraan.knowledge.load import load_rulebase
from kemitraan.text import Lang
from tests.analysis.check.small import BROKEN, SMALL, broken, line_of

CASES = [case for case in BROKEN if "deep" not in case]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["say"])
def test_each_fault_is_found_where_it_stands(case: dict[str, Any], tmp_path: Path) -> None:
    """One message, with the words, the file and the line; nothing else is found."""
    folder = broken(case, tmp_path / "rules")
    found = check_rules(folder)
    meant = [f for f in found if all(w in f.format(Lang.EN) for w in case["words"])]
    said = "\n".join(f.format(Lang.EN) for f in found)
    assert len(meant) == 1, said
    others = [f for f in found if f is not meant[0]]
    assert len(others) == len(case.get("also_found", [])), said
    for word in case.get("also_found", []):
        assert any(word in f.format(Lang.EN) for f in others), said
    finding = meant[0]
    file = folder / case.get("in", case["file"])
    assert Path(finding.place.file) == file
    if "at" in case:
        assert finding.place.line == line_of(file, case["at"], case.get("nth", 1)), said
    assert finding.what.id
    assert finding.what.en


@pytest.mark.parametrize(
    "case", [c for c in CASES if not c.get("finding")], ids=lambda case: case["say"]
)
def test_a_fault_keeps_the_base_from_loading(case: dict[str, Any], tmp_path: Path) -> None:
    folder = broken(case, tmp_path / "rules")
    with pytest.raises(InputError) as raised:
        load_rulebase(folder)
    assert all(word in str(raised.value) for word in case["words"])


@pytest.mark.parametrize("case", [c for c in CASES if c.get("finding")], ids=lambda c: c["say"])
def test_a_finding_does_not_keep_the_base_from_loading(
    case: dict[str, Any], tmp_path: Path
) -> None:
    assert load_rulebase(broken(case, tmp_path / "rules")).rules


def test_small_base_has_no_finding() -> None:
    assert check_rules(SMALL) == []


def test_shipped_base_has_no_finding() -> None:
    """What is shipped is judged by what the recommendation shows."""
    found = check_rules()
    assert found == [], "\n".join(f.format(Lang.EN) for f in found)


def test_what_is_neither_read_nor_listed_as_shown_is_a_finding_that_says_where_to_list_it(
    tmp_path: Path,
) -> None:
    """A folder without the list loads all the same; nothing is then shown."""
    found = check_rules(broken({"say": "", "file": "shown.yaml", "gone": True}, tmp_path / "rules"))
    assert [f.what.en for f in found] == [
        (f"'{name}': no rule reads it and no recommendation shows it")
        for name in ("urgent", "note")
    ]
    assert all("list it in shown.yaml" in f.fix.en for f in found)


def test_rule_accepted_as_never_firing_is_left_to_the_deep_check(tmp_path: Path) -> None:
    case = next(c for c in BROKEN if c["say"] == "a condition nobody concludes")
    folder = broken(case, tmp_path / "rules")
    known = "- {finding: never_fires, about: ADV-01, reason: {id: Sudah tahu, en: Known}}\n"
    (folder / "accepted.yaml").write_text(known, "utf-8")
    said = [f.what.en for f in check_rules(folder)]
    assert said == ["the entry 'train' is never concluded"]


def test_every_fault_is_reported_at_once_in_order_of_place(tmp_path: Path) -> None:
    rules = "1-strength/rules.yaml"
    folder = broken(
        {"say": "", "file": rules, "old": "quality: weak", "new": "qualty: weak"},
        tmp_path / "rules",
    )
    text = (folder / rules).read_text("utf-8").replace("size: strong", "size: stronk")
    (folder / rules).write_text(text, "utf-8")
    guards = folder / "guards.yaml"
    guards.write_text(guards.read_text("utf-8").replace("[outside]", "[outsid]"), "utf-8")
    found = check_rules(folder)
    assert [(Path(f.place.file).name, f.place.line) for f in found] == [
        ("rules.yaml", 3),
        ("rules.yaml", 9),
        ("guards.yaml", 2),
    ]
    assert found == sorted(found)


def test_a_folder_without_rules_is_a_fault(tmp_path: Path) -> None:
    (finding,) = check_rules(tmp_path)
    assert "no rule files" in finding.format(Lang.EN)


def test_paper_layer_alone_loads() -> None:
    base = load_rulebase(SMALL, layers=("paper",))
    assert {r.layer for r in base.rules} == {"paper"}
    assert {r.layer for r in base.all_rules} == {"paper", "practice"}
