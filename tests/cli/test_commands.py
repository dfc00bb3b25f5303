"""The command line: good input gives the answer, bad input gives every fault and code 2."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest

from kemitraan.yamltree import read_yaml
from tests.command import ROOT, kemitraan

if TYPE_CHECKING:
    from pathlib import Path

BAD = {
    "unknown scenario": (("recommend", "itabjo"), "itabajo"),
    "missing file": (("recommend", "nowhere/at/all.yaml"), "no such file"),
    "unknown assumption": (("recommend", "itabajo", "--assume", "groupingrule=x"), "grouping_rule"),
    "unknown alternative": (("recommend", "itabajo", "--assume", "A-10=by_kin"), "by_kind"),
    "assumption without a value": (("recommend", "itabajo", "--assume", "A-10"), "NAME=VALUE"),
    "unknown attribute set": (("recommend", "itabajo", "--set", "managment=weak"), "management"),
    "unknown value set": (("recommend", "itabajo", "--set", "management=wek"), "weak"),
    "unknown actor set": (("recommend", "itabajo", "--set", "bank.interest=low"), "bank"),
    "unknown conclusion": (("why", "itabajo", "suply_chain"), "supply_chain"),
    "unknown rule": (("rules", "show", "TYP-77"), "TYP-47"),
    "one fault in each of two": (("recommend", "itabjo", "molas"), "molas"),
    "folder without rules": (("rules", "check", "engine"), "no rule files"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_input_ends_with_code_2_and_no_traceback(name: str) -> None:
    args, expected = BAD[name]
    done = kemitraan(*args, "--lang", "en")
    assert done.code == 2
    assert expected in done.err
    assert "Traceback" not in done.err
    assert done.out == ""


def test_every_fault_of_the_command_line_is_reported_at_once() -> None:
    done = kemitraan(
        "recommend", "itabajo", "--assume", "nothing=x", "--set", "nothing=x", "--lang", "en"
    )
    assert len(done.err.splitlines()) == 2


@pytest.mark.slow
@pytest.mark.parametrize("args", [("recommend",), ("recommend", "itabajo", "--lang", "fr"), ("x",)])
def test_wrong_usage_ends_with_code_2(args: tuple[str, ...]) -> None:
    done = kemitraan(*args)
    assert done.code == 2
    assert "Traceback" not in done.err


@pytest.mark.slow
@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"KEMITRAAN_LANG": "en"}, "Type  "),
        ({"KEMITRAAN_LANG": "id"}, "Jenis  "),
        ({"KEMITRAAN_LANG": "", "LC_ALL": "en_US.UTF-8"}, "Type  "),
        ({"KEMITRAAN_LANG": "", "LC_ALL": "id_ID.UTF-8"}, "Jenis  "),
    ],
)
def test_language_follows_the_setting_then_the_locale(
    environment: dict[str, str], expected: str
) -> None:
    assert expected in kemitraan("recommend", "itabajo", **environment).out


@pytest.mark.slow
def test_language_may_stand_before_the_command() -> None:
    before = kemitraan("--lang", "en", "recommend", "itabajo", KEMITRAAN_LANG="id")
    after = kemitraan("recommend", "itabajo", "--lang", "en", KEMITRAAN_LANG="id")
    assert before == after
    assert "Type  " in before.out


@pytest.mark.slow
def test_new_profile_is_good_and_is_never_overwritten(tmp_path: Path) -> None:
    for lang in ("id", "en"):
        file = tmp_path / f"{lang}.yaml"
        assert kemitraan("scenario", "new", str(file), "--lang", lang).code == 0
        assert kemitraan("scenario", "check", str(file)).code == 0
        before = file.read_bytes()
        assert kemitraan("scenario", "new", str(file), "--lang", lang).code == 2
        assert file.read_bytes() == before


def test_check_reports_the_faults_of_all_files(tmp_path: Path) -> None:
    files = []
    for number in (1, 2):
        file = tmp_path / f"{number}.yaml"
        file.write_text("id: a\nname: A\nsentra:\n  sop: maybe\n", "utf-8")
        files.append(str(file))
    done = kemitraan("scenario", "check", *files, "--lang", "en")
    assert done.code == 2
    assert [line.split(":")[0] for line in done.err.splitlines()] == files


def test_answers_and_actors_that_were_read_are_counted(tmp_path: Path) -> None:
    for text, counted in (
        ("sentra: {sop: none}\nactors: {bank: }\n", "1 answer read, 1 actor"),
        ("sentra: {sop: none, forum: none}\nactors: {bank: , ngo: }\n", "2 answers read, 2 actors"),
        ("sentra: {sop: }\n", "0 answers read, 0 actors"),
    ):
        file = tmp_path / "counted.yaml"
        file.write_text(f"id: a\nname: A\n{text}", "utf-8")
        done = kemitraan("scenario", "check", str(file), "--lang", "en")
        assert done.out == f"{file}: no faults; {counted}.\n"


@pytest.mark.slow
def test_setting_a_fact_changes_the_answer_and_is_shown() -> None:
    district = ("--assume", "tourism_measure=district")
    change = ("--set", "tourism_context=weak")
    verdict = "Tourism food supply chain: limited, without its tourism branch"
    assert verdict not in kemitraan("recommend", "itabajo", *district, "--lang", "en").out
    done = kemitraan("recommend", "itabajo", *district, *change, "--full", "--lang", "en")
    assert verdict in done.out
    assert "tourism_context=weak" in done.out


@pytest.mark.slow
def test_assumption_by_id_and_label_is_the_same() -> None:
    by_id = kemitraan("recommend", "itabajo", "--assume", "A-26=visits", "--full")
    by_name = kemitraan("recommend", "itabajo", "--assume", "tourism_measure=visits", "--full")
    assert by_id.out == by_name.out
    assert "A-26" in by_id.out


@pytest.mark.slow
def test_paper_layer_leaves_practice_out() -> None:
    done = json.loads(kemitraan("recommend", "itabajo", "--layer", "paper", "--format", "json").out)
    assert done["practice"] == []
    full = json.loads(kemitraan("recommend", "itabajo", "--format", "json").out)
    assert full["practice"]
    # The study's own results do not need the practice layer, which only adds to them.
    for key in ("partnership_types", "readiness", "potential", "diagnoses", "causes", "actors"):
        assert done[key] == full[key]
    for key in ("needs", "gaps"):
        assert [entry for entry in full[key] if entry in done[key]] == done[key]
    own = {step["id"] for step in done["strategies"]}
    added = {s["id"]: s["mark"]["id"] for s in full["strategies"] if s["id"] not in own}
    assert own < {step["id"] for step in full["strategies"]}
    assert set(added.values()) == {"practice", "tentative"}


@pytest.mark.slow
def test_contract_of_the_json() -> None:
    done = json.loads(kemitraan("recommend", "itabajo", "--format", "json").out)
    schema = json.loads(kemitraan("schema", "recommend").out)
    jsonschema.validate(done, schema)
    assert list(done)[:18] == [
        "kind",
        "schema_version",
        "sentra",
        "base",
        "potential",
        "diagnoses",
        "actors",
        "causes",
        "needs",
        "partnership_types",
        "strategies",
        "strategy_table",
        "readiness",
        "gaps",
        "questions",
        "warnings",
        "routes",
        "patterns",
    ]
    for key in ("diagnoses", "causes", "needs", "partnership_types", "strategies", "gaps"):
        assert all(entry["rules"] and entry["sources"] for entry in done[key]), key


@pytest.mark.slow
def test_schema_of_scenarios_accepts_the_shipped_ones() -> None:
    schema = json.loads(kemitraan("schema", "scenario").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for file in sorted((ROOT / "scenarios").glob("*.yaml")):
        validator.validate(data_of(file))


def test_schema_of_rules_accepts_the_shipped_ones() -> None:
    schema = json.loads(kemitraan("schema", "rules").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for file in sorted((ROOT / "rules" / "4-strategy").glob("*.yaml")):
        validator.validate(data_of(file))


def data_of(file: Path) -> object:
    """Return a YAML file as the package reads it: words stay words (`on`, `yes`)."""
    document = read_yaml(file, [])
    assert document is not None
    return document.data


@pytest.mark.slow
def test_conclusions_can_be_chosen_from_a_list_and_each_explained() -> None:
    listed = json.loads(kemitraan("why", "itabajo", "--format", "json").out)["conclusions"]
    assert len(listed) > 50
    done = json.loads(kemitraan("why", "itabajo", listed[0]["conclusion"], "--format", "json").out)
    assert len(done["proofs"]) == 1


@pytest.mark.slow
def test_two_assessments_of_one_sentra_show_progress(tmp_path: Path) -> None:
    later = tmp_path / "later.yaml"
    text = (ROOT / "scenarios" / "itabajo.yaml").read_text("utf-8")
    later.write_text(
        text.replace("assessed_on: 2025", "assessed_on: 2027").replace(
            'structured_partnership: {value: "no", source: S-159}',
            'structured_partnership: {value: "yes", source: "Penilaian 2027"}',
        ),
        "utf-8",
    )
    done = kemitraan("compare", "itabajo", str(later), "--lang", "en")
    assert done.code == 0
    assert "itabajo (2025)" in done.out
    assert "itabajo (2027)" in done.out
    assert "Mentoring after construction is limited" in done.out


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("command", ["recommend", "why", "compare"])
def test_no_line_is_wider_than_the_page(command: str, lang: str) -> None:
    extra = {"why": ("partnership_readiness",), "compare": ("molas-poco-lembor",)}
    done = kemitraan(command, "itabajo", *extra.get(command, ()), "--lang", lang)
    assert done.code == 0
    assert max(len(line) for line in done.out.splitlines()) <= 100
