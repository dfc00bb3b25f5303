"""Every fault of a profile is reported with its line, in both languages; nothing else is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from kemitraan.knowledge.load import load_rulebase
from kemitraan.scenario.read import read_scenario
from kemitraan.text import Lang

if TYPE_CHECKING:
    from kemitraan.faults import Fault
    from kemitraan.knowledge.rulebase import RuleBase

BROKEN: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "broken.yaml").read_text("utf-8")
)


@pytest.fixture(scope="module")
def base() -> RuleBase:
    return load_rulebase()


def faults_of(path: Path, base: RuleBase) -> list[Fault]:
    faults: list[Fault] = []
    read_scenario(path, base, faults)
    return faults


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: str(case["fault"]))
def test_fault_is_reported_with_its_line(
    case: dict[str, Any], base: RuleBase, tmp_path: Path
) -> None:
    path = tmp_path / "broken.yaml"
    if "bytes" in case:
        path.write_bytes(case["bytes"].encode("latin-1"))
    else:
        path.write_text(case["text"], "utf-8")
    faults = faults_of(path, base)
    for lang in Lang:
        assert any(case[lang] in f.format(lang) for f in faults), [f.format(lang) for f in faults]
    assert case["line"] in {f.place.line or 1 for f in faults}
    assert all(f.place.file.endswith("broken.yaml") for f in faults)


def test_every_fault_of_a_file_is_reported_at_once(base: RuleBase, tmp_path: Path) -> None:
    path = tmp_path / "many.yaml"
    path.write_text(
        "id: a\nname: A\nsentra:\n  product_qualty: strong\n  management: sturdy\n"
        "  coordination: {figure: 3}\nactors:\n  bankir: {interest: high}\n",
        "utf-8",
    )
    assert [f.place.line for f in sorted(faults_of(path, base))] == [4, 5, 6, 8]


def test_missing_file_is_a_fault(base: RuleBase, tmp_path: Path) -> None:
    faults = faults_of(tmp_path / "nowhere.yaml", base)
    assert ["there is no such file" in f.format(Lang.EN) for f in faults] == [True]


def test_folder_is_a_fault(base: RuleBase, tmp_path: Path) -> None:
    assert len(faults_of(tmp_path, base)) == 1


@pytest.mark.parametrize(
    "value", ["", '"?"', "unknown", "tidak diketahui", "n/a", "-", "null", "~", '"–"']
)
def test_what_is_not_stated_is_no_fact(value: str, base: RuleBase, tmp_path: Path) -> None:
    path = tmp_path / "unknown.yaml"
    # A bare dash begins a list in YAML, so it is written as people write it: in quotes.
    text = '"-"' if value == "-" else value
    path.write_text(f"id: a\nname: A\nsentra:\n  product_quality: {text}\n", "utf-8")
    faults: list[Fault] = []
    scenario = read_scenario(path, base, faults)
    assert not faults
    assert scenario is not None
    assert scenario.claims == ()


@pytest.mark.parametrize("key", ["product_quality", "Kualitas produk", "product quality"])
@pytest.mark.parametrize("value", ["strong", "baik", "Sangat Baik", "kuat"])
def test_labels_of_both_languages_are_understood(
    key: str, value: str, base: RuleBase, tmp_path: Path
) -> None:
    path = tmp_path / "labels.yaml"
    path.write_text(f"id: a\nname: A\nsentra:\n  {key}: {value}\n", "utf-8")
    faults: list[Fault] = []
    scenario = read_scenario(path, base, faults)
    assert not faults
    assert scenario is not None
    assert [(c.attribute, c.subject, c.value) for c in scenario.claims] == [
        ("level", "product_quality", "strong")
    ]
