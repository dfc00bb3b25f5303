"""Streams and paths that fail: a line that says so and code 2, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import kemitraan as package
from tests.command import ROOT
from tests.thorough import few

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
FULL = Path("/dev/full")
NEVER = ("Traceback", "Exception ignored")


def shell(line: str, cwd: Path = ROOT) -> tuple[int, str, str]:
    """Run a line in which `kemitraan` is the command; return code, stdout, stderr."""
    done = subprocess.run(
        ["/bin/sh", "-c", f'kemitraan() {{ "{sys.executable}" -m kemitraan "$@"; }}; {line}'],
        cwd=cwd,
        env=os.environ | {"KEMITRAAN_LANG": "en", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert not any(word in done.stderr for word in NEVER), done.stderr
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("command", ["recommend itabajo", "rules list", "--version", "--help"])
def test_closed_output_is_told_with_code_2(command: str) -> None:
    assert shell(f"kemitraan {command} >&-") == (2, "", "stdout: the output is closed.\n")


@pytest.mark.slow
@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", ["recommend itabajo", "rules list", "--version", "--help"])
def test_full_output_is_told_with_code_2(command: str) -> None:
    code, _, err = shell(f"kemitraan {command} >/dev/full")
    assert (code, err) == (2, "stdout: cannot be used (no space is left).\n")


@pytest.mark.slow
def test_closed_error_stream_keeps_answers_and_codes() -> None:
    code, out, _ = shell("kemitraan recommend itabajo 2>&-")
    assert (code, out) == shell("kemitraan recommend itabajo")[:2]
    assert code == 0
    for wrong in ("recommend itabj", "x", "recommend itabajo --lang fr"):
        assert shell(f"kemitraan {wrong} 2>&-")[:2] == (2, "")
        assert shell(f"kemitraan {wrong} >&- 2>&-")[:2] == (2, "")


@pytest.mark.slow
@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
def test_full_error_stream_keeps_answers_and_codes() -> None:
    code, out, _ = shell("kemitraan compare itabajo tenun-troso 2>/dev/full")
    assert code == 0
    assert out
    for wrong in ("recommend itabj", "x", "recommend itabajo --lang fr"):
        assert shell(f"kemitraan {wrong} 2>/dev/full")[:2] == (2, "")


@pytest.mark.slow
@pytest.mark.parametrize("command", ["recommend itabajo", "rules list", "--help", "--version"])
def test_reader_that_goes_away_is_no_fault(command: str) -> None:
    _, out, err = shell(f"kemitraan {command} | true")
    assert (out, err) == ("", "")


LONG = "a" * 300


@pytest.mark.slow
@pytest.mark.parametrize("path", few(["loop", f"{LONG}.yaml", "loop.yaml", LONG, f"./{LONG}"], 2))
@pytest.mark.parametrize(
    "command",
    few(
        [
            "recommend {}",
            "rules check {}",
            "scenario new {}/profile.yaml",
            "recommend itabajo --overlay {}",
            "rules list --rules {}",
            "scenario check {}",
        ],
        3,
    ),
)
def test_path_that_cannot_be_read_is_told_with_code_2(
    command: str, path: str, tmp_path: Path
) -> None:
    for name, target in (("loop", "pool"), ("pool", "loop"), ("loop.yaml", "loop")):
        (tmp_path / name).symlink_to(target)
    code, out, err = shell(f"kemitraan {command.format(path)}", tmp_path)
    assert (code, out) == (2, "")
    assert path.removeprefix("./") in err
    assert len(err.splitlines()) == 1


@pytest.mark.slow
def test_working_folder_that_is_gone_keeps_answers_and_codes() -> None:
    gone = 'cd "$(mktemp -d)" && rmdir "$PWD" && '
    code, out, _ = shell(f"{gone}kemitraan recommend itabajo")
    assert code == 0
    assert "itabajo" in out
    for wrong in ("recommend x.yaml", "rules check x", "scenario new x.yaml"):
        code, out, err = shell(f"{gone}kemitraan {wrong}")
        assert (code, out, len(err.splitlines())) == (2, "", 1)


def test_python_is_told_of_such_paths_and_layers_as_faults() -> None:
    for name in ("a\0b", "a\0b.yaml"):
        with pytest.raises(package.InputError):
            package.recommend(name)
        with pytest.raises(package.InputError):
            package.recommend("itabajo", overlays=[name])
        with pytest.raises(package.InputError):
            package.recommend("itabajo", rules=name)
    with pytest.raises(package.InputError, match="unknown layers"):
        package.recommend("itabajo", layers=("nope",))  # type: ignore[arg-type]  # the fault
    assert package.recommend("itabajo", rules=str(ROOT / "rules")).partnership_types
