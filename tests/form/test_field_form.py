"""The field form is valid, and what informants told on it is merged into a profile that says so."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pyxform.xls2xform import convert

from kemitraan.faults import Fault, InputError, Place
from kemitraan.form.command import read
from kemitraan.form.files import new_field_form, profiles_of
from kemitraan.knowledge.load import load_rulebase
from kemitraan.scenario.asked import all_inputs
from kemitraan.scenario.read import load_scenario, read_scenario
from kemitraan.text import Lang
from tests.form.kobo import exported, survey, told_by_informants

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.scenario.model import Scenario

BAJAWA: dict[str, object] = {
    "sentra_name": "Sentra Kopi Bajawa",
    "start": "2026-03-14T08:12:11.000+07:00",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the field form."""
    file = tmp_path_factory.mktemp("field") / "field.xlsx"
    new_field_form(file)
    return file


def test_the_field_form_asks_everything_in_both_languages_and_is_valid(made: Path) -> None:
    found = convert(str(made), validate=False)
    assert found.warnings == []
    assert {*all_inputs(load_rulebase())} <= survey().keys()
    for text in ("Bahasa Indonesia (id)", "English (en)", "Mutu produk", "Product quality"):
        assert text in found.xform


@pytest.mark.thorough
@pytest.mark.slow
@pytest.mark.skipif(shutil.which("java") is None, reason="ODK Validate needs Java")
def test_odk_validate_takes_it(made: Path) -> None:
    assert convert(str(made), validate=True).warnings == []


def bare(scenario: Scenario | None) -> Scenario:
    """Return a scenario without where it was written, its claims in one order."""
    assert scenario is not None
    nowhere = Place("")
    claims = sorted((replace(claim, place=nowhere) for claim in scenario.claims), key=repr)
    actors = tuple(replace(actor, place=nowhere) for actor in scenario.actors)
    return replace(scenario, claims=tuple(claims), actors=actors, file="")


@pytest.mark.parametrize("name", ["itabajo", "molas-poco-lembor"])
def test_a_sentra_of_the_study_told_by_its_informants_is_the_same(
    name: str, tmp_path: Path
) -> None:
    base = load_rulebase()
    before = load_scenario(name, base)
    told_by_informants(before).save(tmp_path / "export.xlsx")
    faults: list[Fault] = []
    after = read_scenario(tmp_path / "export.xlsx", base, faults)
    assert faults == []
    assert bare(after) == bare(before)


def test_what_informants_say_differently_stays_with_who_said_it_and_when(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows: list[dict[str, object]] = [
        {**BAJAWA, "said_by": "Pengelola", "said_basis": "manager", "management": "strong"},
        {**BAJAWA, "_submitted_by": "enum-1", "said_on": "2026-02", "management": "weak",
         "product_quality_figure": 0.7, "licences": "nib halal", "licences/nib": 1,
         "g_1/market_segments/hotel": 1, "g_1/market_segments/household": 0},
        {**BAJAWA, "sentra_name": "Garam ../x", "sentra_id": "../garam"},
    ]  # fmt: skip
    actors: list[dict[str, object]] = [
        {"_parent_index": 1, "kind": "cooperative", "actor_name": "KUD Maju", "interest": "high"},
        {"_parent_index": 2, "kind": "cooperative", "actor_name": "KUD Maju", "interest": "low"},
    ]
    exported(rows, actors).save(tmp_path / "export.xlsx")
    (tmp_path / "out").mkdir()
    read(tmp_path / "export.xlsx", tmp_path / "out", lang=Lang.EN)
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == [
        "garam.yaml", "sentra_kopi_bajawa.yaml",
    ]  # fmt: skip
    told = capsys.readouterr().err
    assert "Sentra Kopi Bajawa: merged of submissions: 2." in told
    assert "Said differently, and all of it kept: Management; KUD Maju: interest." in told
    found = load_scenario(tmp_path / "out" / "sentra_kopi_bajawa.yaml", load_rulebase())
    said = {(c.subject, c.value or c.figure, c.by, c.on) for c in found.claims}
    assert said == {
        ("management", "strong", "Pengelola", "2026-03-14"),
        ("management", "weak", "enum-1", "2026-02"),
        ("product_quality", 0.7, "enum-1", "2026-02"),
        ("sentra", "nib", "enum-1", "2026-02"),
        ("sentra", "halal", "enum-1", "2026-02"),
        ("sentra", "hotel", "enum-1", "2026-02"),
        ("kud_maju", "cooperative", "Pengelola", "2026-03-14"),
        ("kud_maju", "high", "Pengelola", "2026-03-14"),
        ("kud_maju", "low", "enum-1", "2026-02"),
    }


def test_every_fault_of_an_export_comes_at_once_with_its_cell(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {**BAJAWA, "management": "sturdy", "colour": "red"},
        {"start": "2026-03-14", "management": "weak"},
    ]
    exported(rows).save(tmp_path / "export.xlsx")
    with pytest.raises(InputError) as refused:
        profiles_of(tmp_path / "export.xlsx")
    told = "\n".join(fault.format(Lang.EN) for fault in refused.value.faults)
    assert "Sheet!D2: Management: 'sturdy' is unknown" in told
    assert "Sheet!E2: the column 'colour' is unknown" in told
    assert "Sheet!A3: the name of the sentra is not filled in" in told


def test_an_export_of_several_sentra_is_no_single_profile(tmp_path: Path) -> None:
    exported([BAJAWA, {**BAJAWA, "sentra_name": "Garam"}]).save(tmp_path / "export.xlsx")
    faults: list[Any] = []
    assert read_scenario(tmp_path / "export.xlsx", load_rulebase(), faults) is None
    assert "this export holds 2 sentra: Sentra Kopi Bajawa, Garam" in faults[0].format(Lang.EN)
    with pytest.raises(InputError, match="there are 2 sentra"):
        read(tmp_path / "export.xlsx", lang=Lang.EN)


def test_an_export_of_labels_is_refused_with_how_to_export_it(tmp_path: Path) -> None:
    book = exported([{"Nama sentra": "A", "_uuid": "x"}])
    book.save(tmp_path / "export.xlsx")
    faults: list[Any] = []
    assert read_scenario(tmp_path / "export.xlsx", load_rulebase(), faults) is None
    assert "XML values and headers" in faults[0].format(Lang.EN)
