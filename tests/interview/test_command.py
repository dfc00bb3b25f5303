"""The command itself: over a pipe, broken off, gone on with; no other file is touched."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import IO, TYPE_CHECKING

import pytest

from kemitraan.scenario.shipped import shipped
from tests.command import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow
COMMAND = [sys.executable, "-m", "kemitraan", "interview", "--lang", "id"]


def _environment() -> dict[str, str]:
    path = os.pathsep.join([str(ROOT / "engine"), os.environ.get("PYTHONPATH", "")])
    return {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}


def _typed(folder: Path, text: str, *args: str) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        [*COMMAND, *args],
        cwd=folder,
        env=_environment(),
        input=text.encode(),
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    return done


@pytest.fixture
def going(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        COMMAND,
        cwd=tmp_path,
        env=_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        yield process
        process.kill()


def _until(stream: IO[bytes] | None, text: str) -> None:
    """Read until a text has come."""
    assert stream is not None
    seen = b""
    while text.encode() not in seen:
        one = stream.read(1)
        assert one, seen.decode()
        seen += one


def test_windows_lines_are_read_and_the_end_of_them_keeps_all(tmp_path: Path) -> None:
    done = _typed(tmp_path, "\ufeffSentra Méte “Muna”\r\ngaram\r\n")
    out = done.stdout.decode()
    assert done.returncode == 0
    assert out.endswith(
        "Tersimpan di sentra-méte-muna.yaml.\n"
        "Anjurannya: kemitraan recommend sentra-méte-muna.yaml. Melanjutkan: kemitraan\n"
        "interview sentra-méte-muna.yaml.\n"
    )
    text = (tmp_path / "sentra-méte-muna.yaml").read_text("utf-8")
    assert "name: Sentra Méte “Muna”\n" in text
    assert "  product_lines: garam\n" in text


@pytest.mark.skipif(os.name == "nt", reason="no such signals on Windows")
@pytest.mark.parametrize("end", ["SIGINT", "SIGHUP", "SIGKILL"])
def test_whatever_breaks_it_off_the_answers_are_there(
    tmp_path: Path, going: subprocess.Popen[bytes], end: str
) -> None:
    assert going.stdin is not None
    _until(going.stdout, "> ")
    for line in ("Mete", "6"):
        going.stdin.write(f"{line}\n".encode())
        going.stdin.flush()
        _until(going.stdout, "> ")
    going.send_signal(getattr(signal, end))
    _, err = going.communicate()
    assert going.returncode == (0 if end == "SIGINT" else -getattr(signal, end))
    assert err == b""
    assert [file.name for file in tmp_path.iterdir()] == ["mete.yaml"]
    assert "product_lines: garam" in (tmp_path / "mete.yaml").read_text("utf-8")


def test_file_that_is_there_is_only_replaced_when_told_so(tmp_path: Path) -> None:
    there = tmp_path / "mete.yaml"
    there.write_text("mine\n", "utf-8")
    _typed(tmp_path, "Mete\n")
    assert (there.read_text("utf-8"), len([*tmp_path.iterdir()])) == ("mine\n", 1)
    _typed(tmp_path, "Mete\nmungkin\ntidak\n")
    assert there.read_text("utf-8") == "mine\n"
    assert "name: Mete" in (tmp_path / "mete-2.yaml").read_text("utf-8")
    _typed(tmp_path, "Mete\nyes\n")
    assert "name: Mete" in there.read_text("utf-8")


def test_given_file_is_gone_on_with_and_one_with_comments_stays(tmp_path: Path) -> None:
    mine = tmp_path / "mete.yaml"
    mine.write_text("id: mete\nname: Mete\nsentra:\n  product_lines: garam\n", "utf-8")
    said = _typed(tmp_path, "4 Bank Muna\n", "mete.yaml").stdout.decode()
    assert "Dilanjutkan: Mete, 1 jawaban." in said
    assert "name: Bank Muna" in mine.read_text("utf-8")
    commented = mine.read_text("utf-8") + "# from the visit\n"
    mine.write_text(commented, "utf-8")
    _typed(tmp_path, "s\n", "mete.yaml")
    assert mine.read_text("utf-8") == commented
    assert (tmp_path / "mete-2.yaml").exists()


def test_shipped_profile_stays_as_it_is(tmp_path: Path) -> None:
    before = shipped()["itabajo"].read_bytes()
    _typed(tmp_path, "tt\ns\n", "itabajo", "-o", "ours.yaml")
    assert shipped()["itabajo"].read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["ours.yaml"]


def test_nothing_typed_keeps_nothing(tmp_path: Path) -> None:
    assert "Belum ada yang disimpan." in _typed(tmp_path, "").stdout.decode()
    assert [*tmp_path.iterdir()] == []
