"""Help: in one language, with what a command does and an example of it that works."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING

import pytest

from kemitraan.cli.help import examples
from tests.command import ROOT, kemitraan, process

if TYPE_CHECKING:
    from pathlib import Path

NAMES = sorted(examples())
BOTH = {"id": ("Contoh: ", "Opsi"), "en": ("Example: ", "Options")}


def _help(*args: str, **environment: str) -> str:
    done = process(*args, COLUMNS="200", **environment)
    assert (done.code, done.err) == (0, "")
    return done.out


@cache
def _helps(lang: str) -> dict[str, str]:
    """Return the help of every command; one process tells them, as typer chooses its words once."""
    code = (
        "import json, sys; from tests.command import kemitraan; names = sys.argv[1:]; "
        "done = [kemitraan(*name.split(), '-h', COLUMNS='200') for name in names]; "
        "assert all((one.code, one.err) == (0, '') for one in done); "
        "print(json.dumps(dict(zip(names, [one.out for one in done]))))"
    )
    asked = [sys.executable, "-c", code, *NAMES]
    more = {"KEMITRAAN_LANG": lang, "PYTHONPATH": os.pathsep.join(sys.path)}
    told = subprocess.run(
        asked, cwd=ROOT, env=os.environ | more, stdout=subprocess.PIPE, check=True
    )
    found: dict[str, str] = json.loads(told.stdout)
    return found


def _listed(text: str) -> list[str]:
    """Return the names of the commands in a help."""
    rows = text.split("─ Commands ─")[1].splitlines()[1:-1]
    return [name for row in rows if (name := row.strip("│ ").split("  ")[0]) and "─" not in name]


@pytest.mark.slow
def test_every_command_has_an_example() -> None:
    names: list[str] = []
    for name in _listed(_help("--lang", "en", "--help")):
        if name in ("form", "scenario", "rules"):
            below = _listed(_help(name, "--help", KEMITRAAN_LANG="en"))
            names.extend(f"{name} {n}" for n in below)
        else:
            names.append(name)
    assert sorted(names) == NAMES


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_help_says_what_a_command_does_and_ends_with_its_example(name: str) -> None:
    told = {lang: _helps(lang)[name] for lang in BOTH}
    for lang, (example, options) in BOTH.items():
        text = " ".join(told[lang].split())
        assert text.endswith(f"{example}{examples()[name]}")
        assert f"─ {options} ─" in told[lang]
        assert " | " not in text.replace("id|en", "")
        assert ("Show this message" in text) == (lang == "en")
        assert ("Usage: " in text) == ("[OPTIONS]" in text) == (lang == "en")
    does = {lang: told[lang].strip().splitlines()[2].strip() for lang in BOTH}
    assert does["id"] != does["en"]
    assert all(len(text) > 10 for text in does.values())


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("page", "web")])
def test_example_works(name: str, tmp_path: Path) -> None:
    program, *words = shlex.split(examples()[name])
    assert program == "kemitraan"
    assert " ".join(words).startswith(name)
    for file in (
        "sentra.xlsx",
        "sentra.yaml",
        "itabajo.md",
        "itabajo.html",
        "itabajo.clp",
        "anjuran.csv",
    ):
        if file in words:
            words[words.index(file)] = f"{tmp_path}/{file}"
    if name == "scenario check":
        assert kemitraan("scenario", "new", words[-1]).code == 0
    if name in {"form read", "form cases"}:
        assert kemitraan("form", "new", words[2], "--from", "itabajo", "--cases").code == 0
    done = kemitraan(*words)
    assert done.code == 0, done.err
    assert done.out or str(tmp_path) in done.err


@pytest.mark.slow
def test_language_of_help_is_the_one_asked_for_then_the_setting_then_the_locale() -> None:
    asked = [
        (("certain", "-h", "--lang", "en"), {"KEMITRAAN_LANG": "id"}, "Example"),
        (("certain", "--lang=id", "-h"), {"KEMITRAAN_LANG": "en"}, "Contoh"),
        (("--lang", "en", "certain", "-h"), {"KEMITRAAN_LANG": "id"}, "Example"),
        (("certain", "--help"), {"KEMITRAAN_LANG": "en"}, "Example"),
        (("certain", "--help"), {"KEMITRAAN_LANG": "", "LC_ALL": "en_US.UTF-8"}, "Example"),
        (("certain", "--help"), {"KEMITRAAN_LANG": "", "LC_ALL": "id_ID.UTF-8"}, "Contoh"),
    ]
    for args, environment, said in asked:
        assert f"{said}: kemitraan certain" in _help(*args, **environment)


@pytest.mark.slow
def test_both_names_of_help_give_the_same() -> None:
    assert _help("why-not", "-h") == _help("why-not", "--help")
    assert _help("-h") == _help("--help")
