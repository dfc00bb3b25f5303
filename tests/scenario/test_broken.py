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


def test_a_fault_of_yaml_hides_no_other(base: RuleBase, tmp_path: Path) -> None:
    path = tmp_path / "many.yaml"
    path.write_text(
        'id: a\nname: "A\nsentra:\n  management:lemah\n  product: kuaat\n  sop: [none\n'
        "  forum: ?\n\tvision: x\n   contract: none\nactors:\n  bank: {interest: 9}\n",
        "utf-8",
    )
    faults = sorted(faults_of(path, base))
    assert [f.place.line for f in faults] == [2, 4, 5, 6, 7, 8, 9, 11]
    assert "Tulis `management: lemah`" in faults[1].format(Lang.ID)


def test_what_was_not_read_is_said_and_not_missed(base: RuleBase, tmp_path: Path) -> None:
    path = tmp_path / "unread.yaml"
    path.write_text("id: [a\nname: A\nsentra: {\n  sop: none,\n  forum: none\n", "utf-8")
    said = [f.format(Lang.EN) for f in sorted(faults_of(path, base))]
    assert len(said) == 2
    assert ":1: the bracket '['" in said[0]
    assert "Lines 3–5 were not looked at" in said[1]


FOREIGN = {
    b"PK\x03\x04 xl/workbook.xml": "an Excel workbook",
    b"PK\x03\x04 word/document.xml": "a Word document",
    b"PK\x03\x04 profile.yaml": "a ZIP archive",
    b"\xd0\xcf\x11\xe0\xa1\xb1": "an old Office file",
    b"%PDF-1.7": "a PDF file",
    b"\xff\xfei\0d\0": "UTF-16 text",
    b"\x7fELF\0\0": "a binary file",
    b"nama;nilai\nmutu;kuat\n": "a CSV table",
}


@pytest.mark.parametrize("content", FOREIGN, ids=FOREIGN.get)
def test_file_of_another_kind_is_told_to_be_one(
    content: bytes, base: RuleBase, tmp_path: Path
) -> None:
    path = tmp_path / "profile.yaml"
    path.write_bytes(content)
    (fault,) = faults_of(path, base)
    assert f"this is {FOREIGN[content]}" in fault.format(Lang.EN)
    assert fault.fix.id
    assert fault.fix.en


def test_mark_of_utf_8_is_no_fault(base: RuleBase, tmp_path: Path) -> None:
    path = tmp_path / "marked.yaml"
    path.write_bytes(b"\xef\xbb\xbfid: a\r\nname: A\r\n")
    assert faults_of(path, base) == []


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
