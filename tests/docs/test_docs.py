"""The documentation shows what the commands print, and every command is documented."""

from __future__ import annotations

import re

import pytest

from kemitraan.cli.help import examples
from tests.command import ROOT
from tests.docs.blocks import FILES, refreshed, shown
from tests.docs.catalogue import FOLDER, compiled


@pytest.mark.parametrize("file", FILES)
def test_shown_outputs_are_real(file: str) -> None:
    assert shown(file)
    assert refreshed(file) == (ROOT / file).read_text("utf-8"), "run python -m tests.docs"


@pytest.mark.parametrize("file", FILES)
def test_every_command_is_documented(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    for command in {name.split()[0] for name in examples()}:
        assert f"`kemitraan {command} " in text


def test_both_languages_open_with_the_same_two_commands() -> None:
    block = re.compile(r"<!-- (?:run|test) -->\n```sh\n(.*?)```", re.DOTALL)
    opening = [block.findall((ROOT / f).read_text("utf-8")) for f in FILES]
    assert len(opening[0]) == 2
    english, indonesian = ([c.replace("--lang id", "--lang en") for c in o] for o in opening)
    assert english == indonesian


def test_ci_runs_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "<!-- test -->" in script
    assert "README.md" in script


def test_compiled_catalogue_is_that_of_the_written_one() -> None:
    assert (FOLDER / "messages.mo").read_bytes() == compiled(), "run python -m tests.docs"
