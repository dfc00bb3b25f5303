"""The command line prints the golden outputs, byte for byte, in every process."""

from __future__ import annotations

import pytest

from tests.cli.mistakes import KEPT
from tests.command import kemitraan
from tests.golden.commands import COMMANDS, FOLDER


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_output_is_the_golden_one(name: str) -> None:
    done = kemitraan(*COMMANDS[name])
    assert done.code == 0, done.err
    assert done.out == (FOLDER / name).read_text("utf-8")


def test_no_golden_output_is_left_over() -> None:
    assert {p.name for p in FOLDER.iterdir()} == {*COMMANDS, KEPT.name}
