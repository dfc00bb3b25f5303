"""Every answer in the page is what the command line prints, to the byte, whatever carries it."""

from __future__ import annotations

import os
import shlex
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from kemitraan.page.build import single_page
from kemitraan.scenario.shipped import shipped
from tests.command import Result, kemitraan
from tests.page.conftest import window
from tests.page.edits import edits
from tests.thorough import few

if TYPE_CHECKING:
    from kemitraan.page.web import PageServer

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Asked = tuple[str, dict[str, Any], str]
CASE = {"scenario": "itabajo"}
VERBS: list[Asked] = [
    ("why", {**CASE, "conclusion": "focus"}, "why itabajo focus"),
    ("why-not", {**CASE, "conclusion": "ready"}, "why-not itabajo ready"),
    ("questions", CASE, "questions itabajo"),
    ("certain", CASE, "certain itabajo"),
    ("thresholds", CASE, "thresholds itabajo"),
    ("stability", CASE, "stability itabajo"),
    ("change", {**CASE, "to": "ready"}, "change itabajo --to ready"),
    ("robust", {**CASE, "conclusion": "verdict"}, "robust itabajo verdict"),
    ("flips", {**CASE, "of": ["actor"]}, "flips itabajo --of actor"),
    ("compare", {"scenarios": ["itabajo", "tenun-troso"]}, "compare itabajo tenun-troso"),
    ("assumptions", {}, "assumptions"),
    ("scenario-list", {}, "scenario list"),
    ("rules-show", {"id": "A-14"}, "rules show A-14"),
]
# What the page's own code is given, before it is read as data.
ASK = """async ([address, asked]) => {
  const { askOnce } = await import(address);
  const parse = JSON.parse;
  JSON.parse = (text) => text;
  try {
    const answers = [];
    for (const [verb, question] of asked) answers.push(await askOnce(verb, question));
    return answers;
  } finally {
    JSON.parse = parse;
  }
}"""
# A page that is one file makes the addresses of its modules as it starts.
MODULES = """const make = URL.createObjectURL.bind(URL);
globalThis.made = [];
URL.createObjectURL = (content) => {
  const address = make(content);
  made.push([address, content]);
  return address;
};"""
FOUND = """async () => {
  for (const [address, content] of made)
    if ((await content.text()).includes("export async function askOnce")) return address;
}"""


def questions(seed: int, folder: Path) -> list[Asked]:
    """Return the same things to ask in both ways: `recommend` and `whatif` of edited profiles."""
    chance = Random(seed)
    found: list[Asked] = []
    for verb in ("recommend", "whatif"):
        name = chance.choice(list(shipped()))
        made = edits(name, chance, folder)
        words = f"{verb} {name} {shlex.join(made.options)}"
        found.append((verb, {"scenario": name, **made.arguments}, words))
    return found


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> list[Asked]:
    """Return what is asked each time: the advice on every profile, every verb, and some edits."""
    found: list[Asked] = [("recommend", {"scenario": one}, f"recommend {one}") for one in shipped()]
    return [*found, *VERBS, *questions(0, tmp_path_factory.mktemp("edits"))]


@cache
def told(command: str) -> Result:
    return kemitraan(*shlex.split(command), "--format", "json")


def compared(page: Any, engine: str, asked: list[Asked]) -> None:
    """Hold what the page is answered to what the commands print; `engine` is its module."""
    answers = page.evaluate(ASK, [engine, [one[:2] for one in asked]])
    assert len(answers) == len(asked)
    for answer, (_, _, command) in zip(answers, asked, strict=True):
        # Not by `assert` alone: how two such texts differ takes minutes to tell.
        same = told(command) == Result(answer, "", 0)
        assert same, command


def test_answers_over_the_server_are_what_the_commands_print(
    page: Any, server: PageServer, asked: list[Asked]
) -> None:
    page.goto(server.address)
    compared(page, f"{server.address}engine.js", asked)


@pytest.mark.parametrize("seed", few(range(1, 40), 0))
def test_answers_to_any_edits_are_what_the_commands_print(
    page: Any, server: PageServer, seed: int, tmp_path: Path
) -> None:
    page.goto(server.address)
    compared(page, f"{server.address}engine.js", questions(seed, tmp_path))


def test_answers_of_the_single_file_offline_are_what_the_commands_print(
    chromium: Any, asked: list[Asked], tmp_path: Path
) -> None:
    folder = os.environ.get("KEMITRAAN_PYODIDE")
    if not folder:
        pytest.skip("KEMITRAAN_PYODIDE names no folder of Pyodide")
    file = tmp_path / "kemitraan.html"
    file.write_text(single_page(Path(folder)), "utf-8", newline="\n")
    with window(chromium, file.as_uri()) as context:
        context.set_offline(True)
        page = context.new_page()
        page.add_init_script(MODULES)
        page.goto(file.as_uri())
        page.wait_for_selector("main:not([aria-busy]) .tile", timeout=120_000)
        # The file carries no overlays, so that its list has none.
        compared(page, page.evaluate(FOUND), [one for one in asked if one[0] != "scenario-list"])
