"""The built wheel works by itself: in a bare environment, from any folder, with all it needs."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.command import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def run(*command: str | Path, cwd: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        [str(c) for c in command],
        cwd=cwd,
        env={**environment, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the scripts folder of an environment with nothing but the wheel in it."""
    folder = tmp_path_factory.mktemp("bare")
    run(sys.executable, "-m", "venv", folder / "env", cwd=folder)
    scripts = folder / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    run(
        scripts / "python", "-m", "pip", "install", "-q", "-c", ROOT / "constraints.txt", wheel,
        cwd=folder,
    )  # fmt: skip
    return scripts


@pytest.mark.slow
def test_wheel_holds_the_package_and_its_data_and_no_other_top_level_name(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {n.split("/")[0] for n in names if ".dist-info/" not in n}
    assert tops == {"kemitraan"}
    assert "kemitraan/py.typed" in names
    assert "kemitraan/cli/locale/id/LC_MESSAGES/messages.mo" in names
    assert "kemitraan/scenarios/examples.txt" in names
    for folder in ("rules", "scenarios"):
        shipped = {
            f"kemitraan/{p.relative_to(ROOT).as_posix()}" for p in (ROOT / folder).rglob("*.yaml")
        }
        assert shipped <= set(names)


@pytest.mark.slow
def test_installed_command_gives_the_same_as_the_checkout(bare: Path, tmp_path: Path) -> None:
    args = ("recommend", "itabajo", "--lang", "en")
    installed = run(bare / "kemitraan", *args, cwd=tmp_path)
    here = run(sys.executable, "-m", "kemitraan", *args, cwd=tmp_path)
    assert installed == here


@pytest.mark.slow
def test_installed_package_is_used_from_python_and_is_typed(bare: Path, tmp_path: Path) -> None:
    code = (
        "import kemitraan; a = kemitraan.recommend('molas-poco-lembor'); "
        "print(a.partnership_types[0].type, kemitraan.__version__)"
    )
    assert run(bare / "python", "-c", code, cwd=tmp_path).split()[0] == "creative_economy"


def test_installed_rules_pass_their_check(bare: Path, tmp_path: Path) -> None:
    assert "nothing found" in run(
        bare / "kemitraan", "rules", "check", "--lang", "en", cwd=tmp_path
    )
