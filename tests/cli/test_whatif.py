"""`kemitraan whatif` and overlays on the command line: the answer, and every fault with code 2."""

from __future__ import annotations

import json

import jsonschema
import pytest

from kemitraan.scenario.shipped import shipped_overlays
from kemitraan.yamltree import read_yaml
from tests.command import kemitraan, process

# Read from the district alone, the type falls with its tourism; buyers named would carry it.
SEASON = (
    *("whatif", "itabajo", "--overlay", "tourism-season-collapses"),
    *("--assume", "tourism_measure=district"),
)

READINGS = "scenarios/overlays/"
BAD = {
    "unknown overlay": (("--overlay", "tourism-season"), "tourism-season-collapses"),
    "missing file": (("--overlay", "nowhere/at/all.yaml"), "no such file"),
    "a profile as overlay": (("--overlay", "scenarios/itabajo.yaml"), "assessed_on"),
    "unknown rule": (("--without", "TYP19"), "TYP-19"),
    "overlays that disagree": (
        ("--overlay", "grouping-by-kind", "--overlay", "grouping-both-high"),
        f"{READINGS}grouping-by-kind.yaml:7: 'Grouping rule' is written differently at {READINGS}",
    ),
    "overlay and setting that disagree": (
        ("--overlay", "tourism-season-collapses", "--set", "tourism_context=strong"),
        "scenarios/overlays/tourism-season-collapses.yaml:9: ",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", BAD)
def test_bad_change_ends_with_code_2_and_no_traceback(name: str) -> None:
    args, expected = BAD[name]
    done = kemitraan("whatif", "itabajo", *args, "--lang", "en")
    assert done.code == 2
    assert expected in done.err
    assert "Traceback" not in done.err
    assert done.out == ""


@pytest.mark.slow
def test_difference_names_base_change_and_rules() -> None:
    done = kemitraan(*SEASON, "--lang", "en")
    assert done.code == 0
    told = " ".join(done.out.split())
    assert "Changed Tourism context of the district: strong → weak" in told
    assert "Gone Entry into the tourism food chain [TOU-01 no longer fires]" in told
    base = json.loads(kemitraan("recommend", "itabajo", "--format", "json").out)["base"]["rules"]
    assert f"rule base {base}; layers: study, practice" in told
    # What stays is not printed.
    assert "Local government" not in done.out


@pytest.mark.slow
def test_no_change_is_said_in_a_sentence() -> None:
    for change in ((), ("--without", "WRN-13")):
        done = kemitraan("whatif", "itabajo", *change, "--lang", "en")
        assert done.code == 0
        expected = "Nothing differs" if change else "Nothing was changed"
        assert expected in done.out


@pytest.mark.slow
def test_change_that_nothing_reads_is_no_fault() -> None:
    done = kemitraan("whatif", "itabajo", "--set", "raw_material_source=local", "--lang", "en")
    assert done.code == 0
    assert "No effect" in done.out


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["id", "en"])
def test_report_keeps_to_the_page_and_to_its_language(lang: str) -> None:
    done = kemitraan(*SEASON, "--overlay", "no-mentoring-budget", "--lang", lang)
    assert max(map(len, done.out.splitlines())) <= 100
    words = ("Berubah", "Hilang", "berlaku") if lang == "en" else ("Changed", "Gone", "fires")
    assert not any(word in done.out for word in words)
    for unlabelled in ("tourism_context", "sentra_visits", "mentoring_basis"):
        assert unlabelled not in done.out


@pytest.mark.slow
def test_markdown_leaves_nothing_out_and_json_is_the_same_in_any_process() -> None:
    whole = kemitraan(*SEASON, "--format", "markdown", "--lang", "en").out
    assert "more (all are in" not in whole
    runs = {run(*SEASON, "--format", "json").out for run in (kemitraan, process)}
    assert len(runs) == 1
    found = json.loads(runs.pop())
    assert [s["id"] for s in found["sections"]] == [
        "partnership_types",
        "routes",
        "needs",
        "strategies",
        "warnings",
        "practice",
    ]
    assert found["overlays"][0]["id"] == "tourism-season-collapses"
    assert found["sections"][0]["gone"][0]["reason"]["rule"] == "TOU-01"


@pytest.mark.slow
def test_other_commands_take_overlays_and_name_them() -> None:
    change = ("--overlay", "licence-granted", "--without", "TYP-20")
    done = json.loads(kemitraan("recommend", "itabajo", *change, "--format", "json").out)
    assert done["base"]["overlays"] == ["licence-granted"]
    assert done["base"]["without"] == ["TYP-20"]
    assert "check_halal" not in {note["id"] for note in done["practice"]}
    foot = kemitraan("recommend", "itabajo", *change, "--full", "--lang", "en").out
    assert "Overlays: licence-granted." in foot
    assert "Rules switched off: TYP-20." in foot
    proof = kemitraan("why", "itabajo", "supply_chain", *change, "--lang", "en").out
    assert "TYP-20" not in proof
    assert kemitraan("compare", "itabajo", "molas-poco-lembor", *change).code == 0


@pytest.mark.slow
def test_schema_of_overlays_accepts_the_shipped_ones() -> None:
    schema = json.loads(kemitraan("schema", "overlay").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    # One validator: `jsonschema.validate` would check the schema anew for each overlay.
    validator = jsonschema.Draft202012Validator(schema)
    for path in shipped_overlays().values():
        document = read_yaml(path, [])
        assert document is not None
        validator.validate(document.data)
    assert not validator.is_valid({"id": "a"})
