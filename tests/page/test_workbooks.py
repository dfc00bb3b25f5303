"""A file opened on the page says what the commands read in it, and the form is what they write."""

from __future__ import annotations

import base64
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest
import typer

from kemitraan.cli import app
from kemitraan.form.command import read
from kemitraan.page import given
from kemitraan.page.ask import ask
from kemitraan.text import Lang
from kemitraan.yamltree import MAX_BYTES
from tests.cli.test_json import printed
from tests.form.kobo import exported
from tests.form.sheets import fill, named

if TYPE_CHECKING:
    from pathlib import Path

BAJAWA: dict[str, object] = {"sentra_name": "Kopi Bajawa", "said_by": "Pengelola"}
GARAM: dict[str, object] = {"sentra_name": "Garam"}


def run(*words: str) -> None:
    typer.main.get_command(app).main(list(words), "kemitraan", standalone_mode=False)


def sent(name: str, content: bytes) -> dict[str, Any]:
    return {"scenario": {"file": name, "base64": base64.b64encode(content).decode()}}


def opened(name: str, content: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ask("open", sent(name, content)))
    return found


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder in which a file is named as a browser names it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_form_says_on_the_page_what_the_commands_read_in_it(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = named()
    fill(book, "management", value="Strong", source="minutes; survey", by="the head")
    book.save(here / "form.xlsx")
    raw = (here / "form.xlsx").read_bytes()
    out, code = printed(["recommend", "form.xlsx", "--format", "json"], capsys)
    assert (ask("recommend", sent("form.xlsx", raw)), code) == (out, 0)
    run("form", "read", "form.xlsx")
    (found,) = opened("form.xlsx", raw)["profiles"]
    assert (found["file"], found["text"]) == ("form.yaml", capsys.readouterr().out)
    assert (found["submissions"], found["differing"]) == (0, [])
    kept = {"file": "form.yaml", "text": found["text"]}
    for asked in (sent("form.xlsx", raw), {"scenario": kept}):
        assert json.loads(ask("profile", asked)) == kept


def test_each_sentra_of_an_export_can_be_chosen(here: Path) -> None:
    rows = [
        {**BAJAWA, "management": "strong"},
        {**BAJAWA, "said_by": "Dinas", "management": "weak"},
        GARAM,
    ]
    exported(rows).save(here / "export.xlsx")
    (here / "out").mkdir()
    read(here / "export.xlsx", here / "out", lang=Lang.EN)
    found = opened("export.xlsx", (here / "export.xlsx").read_bytes())["profiles"]
    assert [(one["name"], one["submissions"]) for one in found] == [
        ("Kopi Bajawa", 2),
        ("Garam", 1),
    ]
    assert [len(one["differing"]) for one in found] == [1, 0]
    assert {one["file"]: one["text"] for one in found} == {
        file.name: file.read_text("utf-8") for file in (here / "out").iterdir()
    }


def test_profile_in_yaml_stays_as_it_was_written() -> None:
    text = "# by hand\r\nid: a\nname: Ä\n"
    (found,) = opened("mine.yml", b"\xef\xbb\xbf" + text.encode())["profiles"]
    assert (found["file"], found["text"]) == ("mine.yaml", text)


def test_faults_are_those_of_the_command_each_at_its_cell(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = named(None)
    cell = fill(book, "management", value="sturdy")
    book.save(here / "form.xlsx")
    found = opened("form.xlsx", (here / "form.xlsx").read_bytes())["faults"]
    out, _ = printed(["scenario", "check", "form.xlsx", "--format", "json"], capsys)
    assert sorted(map(str, found)) == sorted(map(str, json.loads(out)["findings"]))
    assert {one["file"] for one in found} == {"form.xlsx", f"form.xlsx, {cell}"}


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.docx", b"PK\x03\x04 word/", "a Word document"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "an old Office file"),
        ("a.png", b"\x89PNG", "a picture"),
        ("a.yaml", b"", "the file is empty"),
        ("a.yaml", b"\xff\xfei\0d\0", "UTF-16 text"),
        ("a.yaml", b"id: a\nname: " + b"a" * given.MOST, "too long for a profile"),
        ("a.xlsx", b"", "this is no Excel workbook"),
        ("a.xlsx", b"PK\x03\x04 xl/", "this is no Excel workbook"),
        ("a.xlsx", bytes(MAX_BYTES + 1), "the file is too large"),
    ],
    ids=str,
)
def test_what_cannot_be_opened_is_told(name: str, content: bytes, told: str) -> None:
    (fault,) = opened(name, content)["faults"]
    assert fault["file"] == name
    assert told in fault["what"]["eng"]


@pytest.mark.parametrize("packed", ["ä", "QQ", "Q===", 5, None])
def test_what_is_no_file_is_told(packed: object) -> None:
    found = json.loads(ask("open", {"scenario": {"file": "a.xlsx", "base64": packed}}))
    assert "neither a profile" in found["faults"][0]["what"]["eng"]


@pytest.mark.slow
@pytest.mark.parametrize("lang", Lang)
def test_form_taken_away_is_the_one_that_the_command_writes(here: Path, lang: Lang) -> None:
    changed = {"scenario": "itabajo", "settings": ["management=strong", "market_interest=?"]}
    saved = json.loads(ask("profile", changed))
    (here / "saved.yaml").write_text(saved["text"], "utf-8")
    run("form", "new", "filled.xlsx", "--from", "saved.yaml", "--lang", lang)
    found = json.loads(ask("form-new", {**changed, "lang": lang}))
    assert found["file"] == "itabajo.xlsx"
    assert base64.b64decode(found["base64"]) == (here / "filled.xlsx").read_bytes()


@pytest.mark.slow
def test_blank_form_is_the_one_that_the_command_writes(here: Path) -> None:
    run("form", "new", "blank.xlsx", "--lang", "id")
    found = json.loads(ask("form-new", {"lang": "id"}))
    assert found["file"] == "formulir.xlsx"
    assert base64.b64decode(found["base64"]) == (here / "blank.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("verb", "asked"), [("open", sent("a.xlsx", b"")), ("form-new", {"lang": "en"})]
)
def test_what_is_not_installed_is_named_with_how_to_install_it(
    verb: str, asked: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    (fault,) = json.loads(ask(verb, asked))["faults"]
    assert 'pip install "kemitraan[office]"' in fault["fix"]["eng"]
