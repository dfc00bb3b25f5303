"""A profile put into a form and read back says the same."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kemitraan.faults import Fault, Place
from kemitraan.form.content import form
from kemitraan.form.files import profiles_of
from kemitraan.form.make import workbook
from kemitraan.knowledge.load import load_rulebase
from kemitraan.scenario.read import load_scenario, read_scenario
from kemitraan.scenario.shipped import shipped
from kemitraan.text import Lang

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.scenario.model import Scenario

HARD = """
id: hard
name: "=1+1"
about: {id: "Baris satu", en: "+one"}
assessed_on: 2025-03
sentra:
  vision: {value: "=HYPERLINK(\\"http://x\\")", source: "A; B; and C", note: "-"}
  product_quality:
    - {figure: 3.4, of: 5, by: "@head", on: 2024-02-29}
    - {value: "3%", note: "1.250"}
    - {value: strong, potential: true}
  years_operating: {since: 2020, source: ["first, with comma", "2"]}
  capacity_against_demand: 0.7
  licences: [{value: [nib, halal], source: x}, {value: pirt, by: y}]
  management: {value: weak, potential: true}
actors:
  bank: {kind: financial_institution, name: "-5", interest: {value: high, source: z}}
  other: {kind: {value: bank, source: q, potential: true}, concerns: [price, volume], source: r}
  craftspeople:
"""


def _bare(scenario: Scenario | None) -> Scenario:
    """Return a scenario without where it was written; what is said of one thing in its order."""
    assert scenario is not None
    nowhere = Place("")
    claims = [replace(claim, place=nowhere) for claim in scenario.claims]
    claims.sort(key=lambda claim: (claim.subject, claim.attribute))
    actors = tuple(replace(actor, place=nowhere) for actor in scenario.actors)
    return replace(scenario, claims=tuple(claims), actors=actors, file="")


def _through_a_form(scenario: Scenario, lang: Lang, folder: Path) -> Path:
    base = load_rulebase()
    file = folder / f"{scenario.id}.xlsx"
    file.write_bytes(workbook(base, lang, form(base, lang, scenario)))
    return file


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "lang"),
    [
        ("itabajo", Lang.ID),
        ("molas-poco-lembor", Lang.EN),
        *(pytest.param(n, lang, marks=pytest.mark.thorough) for n in shipped() for lang in Lang),
    ],
)
def test_a_shipped_profile_loses_nothing_on_its_way_through_a_form(
    name: str, lang: Lang, tmp_path: Path
) -> None:
    base = load_rulebase()
    before = load_scenario(name, base)
    assert _bare(load_scenario(_through_a_form(before, lang, tmp_path), base)) == _bare(before)


@pytest.mark.slow
def test_neither_does_one_made_to_be_hard(tmp_path: Path) -> None:
    base = load_rulebase()
    hard = tmp_path / "hard.yaml"
    hard.write_text(HARD, "utf-8")
    before = load_scenario(hard, base)
    made = _through_a_form(before, Lang.EN, tmp_path)
    assert _bare(load_scenario(made, base)) == _bare(before)
    again = tmp_path / "again.yaml"
    again.write_text(profiles_of(made)[0].text, "utf-8")
    faults: list[Fault] = []
    assert _bare(read_scenario(again, base, faults)) == _bare(before)
    assert faults == []


def test_a_form_is_the_same_bytes_each_time() -> None:
    base = load_rulebase()
    said = load_scenario("itabajo", base)
    one, other = (workbook(base, Lang.ID, form(base, Lang.ID, said)) for _ in range(2))
    assert one == other


def test_merged_cells_stand_in_their_order_wherever_they_are_in_memory() -> None:
    base = load_rulebase()
    with zipfile.ZipFile(io.BytesIO(workbook(base, Lang.ID, form(base, Lang.ID)))) as parts:
        first = parts.read("xl/worksheets/sheet1.xml").decode()
    merged = re.findall(r'mergeCell ref="([A-Z])(\d+):', first)
    assert len(merged) > 5
    assert merged == sorted(merged, key=lambda one: (one[0], int(one[1])))
