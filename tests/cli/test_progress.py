"""Long work: it shows how far it has come on a terminal only, and ends cleanly on Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from kemitraan.progress import heard_by, steps
from tests.command import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

WORK = """
import time
from kemitraan.command.progress import progress
from kemitraan.progress import steps
with progress():
    for _ in steps(range(4), 4):
        time.sleep(0.3)
print("done")
"""
LONG = (
    "robust",
    "itabajo",
    *(f"--over={o}" for o in ("assumptions", "unknown")),
)


@contextmanager
def _on_terminal(command: list[str]) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Start a command whose standard error is a terminal; yield it with the other end."""
    terminal, end = os.openpty()
    try:
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=end) as process:
            os.close(end)
            yield process, terminal
    finally:
        os.close(terminal)


def _read(terminal: int) -> str:
    """Return all that is still written to a terminal."""
    found = b""
    while True:
        try:
            found += os.read(terminal, 1000)
        except OSError:  # Linux tells so that nobody writes to it any more.
            return found.decode()


def test_steps_tell_the_share_done_and_those_inside_fill_their_part() -> None:
    told: list[float] = []
    with heard_by(told.append):
        for outer in steps("ab", 2):
            if outer == "b":
                assert list(steps(range(4), 4)) == [0, 1, 2, 3]
    assert told == [0.0, 0.5, 0.5, 0.625, 0.75, 0.875]
    list(steps("ab", 2))
    assert len(told) == 6


def test_steps_left_early_give_the_part_back() -> None:
    told: list[float] = []
    with heard_by(told.append):
        for _ in steps("abcd", 4):
            break
        list(steps("ab", 2))
    assert told == [0.0, 0.0, 0.5]


def test_nothing_is_written_when_piped() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WORK], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("done\n", "")


@on_posix
def test_one_line_is_rewritten_on_a_terminal_and_wiped_at_the_end() -> None:
    with _on_terminal([sys.executable, "-c", WORK]) as (process, terminal):
        shown = _read(terminal)
        assert process.wait() == 0
    assert "\r… 50 %" in shown
    assert "\n" not in shown
    assert shown.endswith("\r      \r")


@pytest.mark.slow
@on_posix
@pytest.mark.parametrize(
    ("lang", "said"),
    [("id", "Dihentikan; tidak ada hasil."), ("en", "Interrupted; there is no result.")],
)
def test_ctrl_c_ends_with_130_one_line_and_no_result(lang: str, said: str) -> None:
    command = [sys.executable, "-m", "kemitraan", *LONG, "--lang", lang]
    with _on_terminal(command) as (process, terminal):
        begun = b""
        while b"%" not in begun:
            begun += os.read(terminal, 1000)
        process.send_signal(signal.SIGINT)
        shown = begun.decode() + _read(terminal)
        assert process.stdout is not None
        assert process.stdout.read() == b""
        assert process.wait() == 130
    lines = shown.replace("\r\n", "\n").splitlines()
    assert lines[-1] == said
    assert "Traceback" not in shown


@on_posix
def test_result_on_the_same_terminal_begins_on_a_clean_line() -> None:
    code = WORK.replace('print("done")', "").replace(
        "        time.sleep(0.3)", "        time.sleep(0.3)\n    write('Title\\n')"
    )
    code = "from kemitraan.command.output import write\n" + code
    terminal, end = os.openpty()
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=end, stderr=end) as done:
        os.close(end)
        shown = _read(terminal)
    os.close(terminal)
    assert done.returncode == 0
    assert "\r… 75 %\r      \rTitle\r\n" in shown


def test_interrupt_while_still_starting_ends_with_130_and_one_line() -> None:
    code = (
        "import sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'typer': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Finder())\n"
        "from kemitraan.__main__ import main\n"
        "main()\n"
    )
    command = [sys.executable, "-c", code, "recommend", "itabajo", "--lang", "en"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr == "Interrupted; there is no result.\n"
