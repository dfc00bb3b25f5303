"""Where an answer goes: a file as its ending says, a pager on a terminal, else standard output."""

from __future__ import annotations

import io
import json
import os
import pathlib
import sys
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from kemitraan.cli import app
from kemitraan.command.pager import pager_for, read_in
from kemitraan.faults import InputError
from kemitraan.text import Lang

if TYPE_CHECKING:
    from pathlib import Path


def run(*words: str) -> str:
    """Run a command in process; a fault of its input is raised."""
    done = CliRunner().invoke(app, words)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.stdout


@pytest.mark.parametrize(("ending", "begins"), [("txt", "Nama "), ("md", "|"), ("json", "{")])
def test_ending_of_the_file_says_the_form(tmp_path: Path, ending: str, begins: str) -> None:
    file = tmp_path / f"daftar.{ending}"
    assert run("scenario", "list", "--lang", "id", "-o", str(file)) == ""
    assert file.read_bytes().decode("utf-8").startswith(begins)
    assert b"\r" not in file.read_bytes()
    assert list(tmp_path.iterdir()) == [file]


def test_file_of_lines_holds_an_object_for_each_profile(tmp_path: Path) -> None:
    file = tmp_path / "two.jsonl"
    run("recommend", "itabajo", "molas-poco-lembor", "--output", str(file))
    assert len([json.loads(line) for line in file.read_text("utf-8").splitlines()]) == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["-o", "x.docx"], ".txt, .md, .json, .jsonl"),
        (["-o", "x"], ".txt, .md, .json, .jsonl"),
        (["-o", "x.md", "--format", "json"], "--format json"),
    ],
)
def test_ending_that_is_unknown_or_contradicts_is_refused(words: list[str], told: str) -> None:
    with pytest.raises(InputError) as refused:
        run("scenario", "list", *words)
    assert told in refused.value.faults[0].format(Lang.EN)


def test_file_that_cannot_be_written_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(InputError, match="missing"):
        run("scenario", "list", "-o", str(tmp_path / "missing" / "x.txt"))
    file = tmp_path / "x.txt"
    file.write_text("before", "utf-8")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pathlib.Path, "replace", full)
    with pytest.raises(InputError, match="no space is left"):
        run("scenario", "list", "-o", str(file))
    assert file.read_text("utf-8") == "before"
    assert list(tmp_path.iterdir()) == [file]


class Terminal(io.StringIO):
    """Looks like a monkeypatch."""

    def isatty(self) -> bool:
        """Return True."""
        return True


LONG = "line\n" * 10


def test_long_text_on_a_terminal_is_read_in_a_pager(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout"):
        monkeypatch.setattr(sys, name, Terminal())
    for name, value in {"TERM": "xterm", "LINES": "10", "PAGER": sys.executable + " -c"}.items():
        monkeypatch.setenv(name, value)
    assert pager_for(LONG) == [sys.executable, "-c"]
    assert pager_for("short\n") is None
    for name, value in (("TERM", "dumb"), ("PAGER", ""), ("PAGER", "no-such-pager")):
        with monkeypatch.context() as changed:
            changed.setenv(name, value)
            assert pager_for(LONG) is None
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert pager_for(LONG) is None


def test_reader_who_leaves_the_pager_early_is_no_fault(tmp_path: Path) -> None:
    read = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_bytes(sys.stdin.buffer.read(8))"
    file = tmp_path / "read"
    read_in([sys.executable, "-c", read, str(file)], "é– text" * 100_000)
    assert file.read_bytes() == "é– text".encode()[:8]
    assert "LESS" not in os.environ
