"""JSON for programs: one published shape for each command, whatever it is asked about."""

from __future__ import annotations

import json
import shlex
from functools import cache
from typing import TYPE_CHECKING

import jsonschema
import pytest
import typer

from kemitraan.analysis.schema import RESULTS, schema
from kemitraan.case import recommend
from kemitraan.cli import app
from kemitraan.cli.help import examples
from kemitraan.knowledge.load import load_rulebase
from tests.command import kemitraan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Beside the example of each command: other things it can be asked, with the kind of the answer.
MORE = [
    ("recommend molas-poco-lembor --layer paper", "recommend"),
    ("recommend {empty}", "recommend"),
    ("why itabajo", "conclusions"),
    ("why itabajo verdict --assume readiness_model=count_weak", "why"),
    ("why-not itabajo ready --layer paper", "why-not"),
    ("whatif itabajo --overlay licence-granted --without DIA-07", "whatif"),
    ("certain {empty}", "certain"),
    ("flips {empty} --of unknown", "flips"),
    ("change itabajo --from supply_chain.verdict=recommended", "change"),
    ("thresholds {measured}", "thresholds"),
    ("assumptions", "assumptions"),
    ("scenario check {broken}", "scenario-check"),
    ("rules show A-14", "rules-show"),
    ("rules show S-001", "rules-show"),
    ("rules check {folder}", "rules-check"),
    ("rules check --rule DIA-10", "rules-check"),
]
SILENT = {
    "form cases",
    "form new",
    "form read",
    "interview",
    "report",
    "rules export",
    "scenario new",
    "schema",
}
"""Commands that have no JSON of their own."""


def of_example(name: str) -> str:
    """Return the words of a command's example that ask for something."""
    words = shlex.split(examples()[name])[1:]
    if "-o" in words:
        words = words[: words.index("-o")]
    return shlex.join(w for w in words if w not in ("--format", "markdown"))


EXAMPLES = [
    (of_example(n), n.replace(" ", "-"))
    for n in examples()
    if n not in (*SILENT, "interview", "page", "web")
]
EMPTY = "id: empty\nname: Nobody said a thing\n"
BROKEN = "id: broken\nname: B\nsentra:\n  management: sturdy\n  managment: weak\n"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """Return the files that questions name in braces."""
    said = {"empty": EMPTY, "broken": BROKEN, "sentra": EMPTY}
    said["measured"] = EMPTY + "sentra:\n  product_quality: {figure: 62}\n"
    found = {"folder": str(tmp_path / "rules")}
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "one.yaml").write_text("rules: [{id: DIA-99}]\n", "utf-8")
    for name, text in said.items():
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, "utf-8")
        found[name] = str(path)
    return found


def printed(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[str, int]:
    """Return what a command prints, and its exit code; without a process of its own."""
    code = typer.main.get_command(app).main(words, "kemitraan", standalone_mode=False)
    return capsys.readouterr().out, code or 0


@cache
def strict(kind: str) -> jsonschema.Draft202012Validator:
    """Return the published schema, closed: keys that it does not name are faults here."""
    closed = schema(kind)
    for part in (closed, *closed.get("$defs", {}).values()):
        if "properties" in part:
            part["additionalProperties"] = False
    jsonschema.Draft202012Validator.check_schema(closed)
    return jsonschema.Draft202012Validator(closed)


@pytest.mark.slow
@pytest.mark.parametrize(("asked", "kind"), [*EXAMPLES, *MORE])
def test_what_a_command_prints_fits_its_schema(
    asked: str, kind: str, files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    words = shlex.split(asked.format(**files).replace("sentra.yaml", files["sentra"]))
    out, code = printed([*words, "--format", "json"], capsys)
    data = json.loads(out)
    strict(kind).validate(data)
    assert code == (0 if data.get("good", True) else 2)
    # An assumption goes by its number; its name stands under `name`.
    assert not set(ids_in(data)) & set(load_rulebase().assumptions)


def ids_in(data: object) -> Iterator[object]:
    """Yield everything that stands under `id`."""
    if isinstance(data, dict):
        yield data.get("id")
    for one in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from ids_in(one)


def test_every_command_has_a_schema_and_every_schema_of_results_a_command() -> None:
    assert set(RESULTS) == {kind for _, kind in [*EXAMPLES, *MORE]}
    for kind in RESULTS:
        head = schema(kind)["properties"]
        assert head["kind"] == {"const": kind}
        assert schema(kind)["$id"] == f"urn:kemitraan:{kind}:{head['schema_version']['const']}"


def test_id_is_never_a_text() -> None:
    """A text stands under its languages, so that `id` names things alone."""
    for kind in RESULTS:
        for name, part in schema(kind).get("$defs", {}).items():
            told = set(part.get("properties", ()))
            assert told == {"ind", "eng"} if name == "Text" else not told & {"ind", "eng", "en"}


@pytest.mark.slow
def test_lines_hold_an_object_for_each_profile_and_those_of_faulty_ones_are_told(
    files: dict[str, str],
) -> None:
    profiles = ("itabajo", files["broken"], "tenun-troso", "nowhere.yaml")
    done = kemitraan("recommend", *profiles, "--format", "jsonl", "--lang", "en")
    found = [json.loads(line) for line in done.out.splitlines()]
    assert [one["sentra"]["id"] for one in found] == ["itabajo", "tenun-troso"]
    for one in found:
        strict("recommend").validate(one)
    assert done.code == 2
    told = [line for line in done.err.splitlines() if files["broken"] in line]
    assert len(told) == 2
    assert "nowhere.yaml" in done.err
    alone = kemitraan("recommend", "itabajo", "--format", "json")
    assert json.loads(alone.out) == found[0]


def test_json_of_several_profiles_is_refused_with_what_to_write() -> None:
    done = kemitraan("recommend", "itabajo", "tenun-troso", "--format", "json", "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert "--format jsonl" in done.err


def test_next_steps_say_who_does_what_with_which_measure_and_when() -> None:
    data = recommend("itabajo").to_dict()
    assert len(data["next_steps"]) == 3
    assert data["next_steps"] == [s for s in data["strategies"] if s["phase"] == "now"][:3]
    for step in data["next_steps"]:
        assert step["actor"]
        assert step["programme"]["ind"]
        assert step["indicator"]["eng"]
        assert step["timing"] == "now"


@pytest.mark.slow
def test_findings_say_where_and_what_they_are_about(
    files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    out, code = printed(["scenario", "check", files["broken"], "--format", "json"], capsys)
    found = json.loads(out)["findings"]
    assert code == 2
    assert {(f["file"], f["line"], f["kind"]) for f in found} == {
        (files["broken"], 4, "fault"), (files["broken"], 5, "fault"),
    }  # fmt: skip
    assert all(f["what"]["ind"] != f["what"]["eng"] and f["fix"]["eng"] for f in found)
