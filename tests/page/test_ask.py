"""What the page asks is answered as the command line answers it, to the byte."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING, Any

import pytest
import typer

from kemitraan.cli import app
from kemitraan.page.ask import VERBS, ask
from tests.cli.test_json import printed

if TYPE_CHECKING:
    from pathlib import Path

CASE = {"scenario": "itabajo"}
CHANGED = {
    **CASE,
    "settings": ["management=strong", "market_interest=?"],
    "assume": ["quality_role=selects"],
    "without": ["DIA-07"],
}
AS_OPTIONS = (
    "--set management=strong --set 'market_interest=?' --assume quality_role=selects "
    "--without DIA-07"
)
Asked = tuple[str, dict[str, Any], str]
CASES: list[Asked] = [
    ("recommend", CHANGED, f"recommend itabajo {AS_OPTIONS}"),
    ("why", {**CHANGED, "conclusion": "focus"}, f"why itabajo focus {AS_OPTIONS}"),
    ("flips", {**CASE, "of": ["actor"]}, "flips itabajo --of actor"),
    ("assumptions", {}, "assumptions"),
    ("scenario-list", {}, "scenario list"),
    ("rules-show", {"id": "A-14"}, "rules show A-14"),
]
MORE: list[Asked] = [
    ("whatif", CHANGED, f"whatif itabajo {AS_OPTIONS}"),
    ("why", CASE, "why itabajo"),
    ("why-not", {**CASE, "conclusion": "ready"}, "why-not itabajo ready"),
    ("questions", CASE, "questions itabajo"),
    ("certain", CASE, "certain itabajo"),
    ("thresholds", CASE, "thresholds itabajo"),
    ("stability", CASE, "stability itabajo"),
    ("change", {**CASE, "to": "ready"}, "change itabajo --to ready"),
    ("robust", {**CASE, "conclusion": "verdict"}, "robust itabajo verdict"),
    (
        "compare",
        {"scenarios": ["itabajo", "molas-poco-lembor"]},
        "compare itabajo molas-poco-lembor",
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("verb", "arguments", "command"),
    [*CASES, *(pytest.param(*one, marks=pytest.mark.thorough) for one in MORE)],
)
def test_answer_is_what_the_command_prints(
    verb: str, arguments: dict[str, Any], command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out, code = printed([*shlex.split(command), "--format", "json"], capsys)
    assert code == 0
    assert ask(verb, arguments) == out


def test_profile_that_came_along_is_read_as_its_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.yaml"
    text = "id: mine\nname: Mine\nsentra:\n  managment: sturdy\n"
    file.write_text(text, "utf-8")
    sent = {"scenario": {"file": str(file), "text": text}}
    out, code = printed(["scenario", "check", str(file), "--format", "json"], capsys)
    assert (ask("scenario-check", sent), code) == (out, 2)
    found = json.loads(ask("recommend", sent))
    assert found == {"kind": "faults", "faults": json.loads(out)["findings"]}


@pytest.mark.parametrize(
    ("verb", "arguments"),
    [
        ("recommend", {"scenario": "/etc/hostname"}),
        ("recommend", {"scenario": "../itabajo.yaml"}),
        ("recommend", {"scenario": 5}),
        ("recommend", {"scenario": {"file": "long.yaml", "text": "x" * 500_000}}),
        ("recommend", {**CASE, "overlays": ["/etc/hostname"]}),
        ("recommend", {**CASE, "settings": "management=strong"}),
        ("recommend", {**CASE, "settings": ["nothing=strong"]}),
        ("compare", {"scenarios": ["itabajo"]}),
        ("flips", {**CASE, "together": 9}),
        ("recomend", CASE),
    ],
)
def test_what_cannot_be_used_is_told_and_no_file_is_read(
    verb: str, arguments: dict[str, Any]
) -> None:
    found = json.loads(ask(verb, arguments))
    assert found["kind"] == "faults"
    assert all(one["what"]["ind"] != one["what"]["eng"] for one in found["faults"])


@pytest.mark.slow
def test_saved_profile_says_what_was_changed_and_nothing_else() -> None:
    """It is read as any other, and asks for the same advice as the changes did."""
    added = "id: a\nname: {id: a, en: b}\nabout: {id: a, en: b}\n"
    added += 'actors:\n  bank_1: {kind: financial_institution, name: "Bank: satu"}\n'
    changes = {
        "settings": ["management=strong", "market_interest=?", "licences=nib", "licences=halal",
                     "bank_1.interest=high"],
        "overlays": [{"file": "+", "text": added}],
    }  # fmt: skip
    saved = json.loads(ask("profile", {**CASE, **changes}))
    again = {"scenario": saved}

    def said(asked: dict[str, Any]) -> dict[str, Any]:
        facts: dict[str, Any] = json.loads(ask("facts", asked))
        return {
            "actors": facts["actors"],
            "said": sorted(
                (one["key"], one["values"], one["told"]["eng"]) for one in facts["said"]
            ),
        }

    assert saved["file"] == "itabajo.yaml"
    assert said(again) == said({**CASE, **changes})
    assert json.loads(ask("profile", again)) == saved


@pytest.mark.slow
def test_interview_asks_who_takes_part_once_something_is_said() -> None:
    text = "id: new\nname: New\nsentra: {product_character: food}\n"
    asked = {"scenario": {"file": "new.yaml", "text": text}}
    assert json.loads(ask("next", asked))["key"] == "actors"


@pytest.mark.slow
def test_interview_ends_and_never_asks_what_was_passed_over() -> None:
    asked: list[str] = []
    case = {**CASE, "unknown": asked}
    while (found := json.loads(ask("next", case)))["key"] is not None:
        assert found["key"] not in asked
        assert found["input"] or found["key"] == "actors"
        asked.append(found["key"])
    assert len(set(asked)) > 10


def test_form_offers_every_input_once_with_answers_that_can_be_set() -> None:
    form = json.loads(ask("form", {}))
    inputs = [one for group in form["groups"] for one in group["inputs"]]
    assert len({one["key"] for one in inputs}) == len(inputs)
    settings = [
        f"{one['key']}={one['answers'][0]['id'] if one['answers'] else 'words'}" for one in inputs
    ]
    assert json.loads(ask("facts", {**CASE, "settings": settings})).get("kind") != "faults"


@pytest.mark.slow
@pytest.mark.parametrize("settings", [[], ["management=strong"], ["product_character=?"]])
def test_facts_tell_the_verdicts_that_the_advice_has(settings: list[str]) -> None:
    asked = {**CASE, "settings": settings}
    facts, advice = json.loads(ask("facts", asked)), json.loads(ask("recommend", asked))
    types = [
        {name: one[name] for name in ("type", "label", "verdict", "fit")}
        for one in advice["partnership_types"]
    ]
    ready = advice["readiness"]["partnership"]
    assert facts["heads"] == types
    assert facts["readiness"] == (ready and {name: ready[name] for name in ("id", "label")})


def test_every_verb_is_tried() -> None:
    others = {"scenario-check", "form", "facts", "next", "goals", "profile", "report", "rules-map"}
    others |= {"open", "form-new"}
    assert set(VERBS) == {verb for verb, _, _ in [*CASES, *MORE]} | others


@pytest.mark.slow
def test_goals_are_told_with_whether_they_hold() -> None:
    told = json.loads(ask("goals", CASE))["goals"]
    assert {one["now"] for one in told} == {True, False}


@pytest.mark.slow
def test_report_is_the_one_that_the_command_writes(tmp_path: Path) -> None:
    file = tmp_path / "itabajo.html"
    words = ["report", "itabajo", "-o", str(file), "--lang", "en", "--set", "management=strong"]
    typer.main.get_command(app).main(words, "kemitraan", standalone_mode=False)
    asked = {**CASE, "settings": ["management=strong"], "lang": "en"}
    found = json.loads(ask("report", asked))
    assert (found["file"], found["text"]) == ("itabajo.html", file.read_text("utf-8"))
