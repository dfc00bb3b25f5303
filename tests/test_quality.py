"""Types are strict, the lint is clean, and data flows one way; tests included."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from typing import TYPE_CHECKING, get_args

import pytest

from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.shown import FIELDS, Aspect, Section
from tests.command import ROOT

if TYPE_CHECKING:
    from pathlib import Path

ENGINE = ROOT / "engine" / "kemitraan"
# From the command line down to the terms: a module imports its own layer or one below.
LAYERS = (
    ("cli", "__main__"),
    ("__init__",),
    ("document", "export", "form", "interview", "page", "portfolio"),
    ("analysis",),
    ("command",),
    ("report",),
    ("case",),
    ("recommendation",),
    ("worlds",),
    ("logic", "scenario"),
    ("knowledge",),
    (
        "fact",
        "findings",
        "shape",
        "published",
        "yamltree",
        "yamlfaults",
        "filekind",
        "refused",
        "regular",
        "resources",
        "faults",
        "text",
        "progress",
    ),
)


@pytest.mark.parametrize(
    "command",
    [
        # Without its cache mypy takes half a minute.
        pytest.param(["mypy"], marks=pytest.mark.slow),
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
    ],
    ids=" ".join,
)
def test_tool_is_content(command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _layer(name: str) -> int:
    return next(i for i, names in enumerate(LAYERS) if name in names)


def _imported(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        names = (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [a.name for a in node.names]
            if isinstance(node, ast.Import)
            else []
        )
        found.update(n for n in names if n.split(".")[0] in {"kemitraan", "experta"})
    return found


def test_data_flows_one_way() -> None:
    for file in ENGINE.rglob("*.py"):
        own = file.relative_to(ENGINE).parts[0].removesuffix(".py")
        for name in _imported(file):
            if name.startswith("kemitraan."):
                other = name.split(".")[1]
                assert _layer(own) <= _layer(other), f"{file} imports {name}"


def test_one_module_imports_experta() -> None:
    importers = [
        f.name
        for f in ENGINE.rglob("*.py")
        if any(n.split(".")[0] == "experta" for n in _imported(f))
    ]
    assert importers == ["experta_engine.py"]


def test_files_stay_small_and_say_what_they_are_for() -> None:
    for file in ENGINE.rglob("*.py"):
        text = file.read_text("utf-8")
        assert ast.get_docstring(ast.parse(text)), file
        assert text.count("\n") <= 320, file


# Words of the published data, and of a profile, that happen to be the id of a conclusion too.
CONTRACT = {
    *(name for names in FIELDS.values() for name in names),
    *get_args(Section),
    *get_args(Aspect),
}


def _literals(file: Path) -> set[str]:
    """Return the texts that stand in a module, but for those of the documentation."""
    return {
        node.value
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


@pytest.mark.slow
def test_engine_knows_no_sentra_and_no_product() -> None:
    """Knowledge lives in the rules: no name of a sentra, product or case stands in the engine.

    Nor does the id of a conclusion, or of an entry of a catalogue.
    """
    words = ("itabajo", "molas", "lembor", "troso", "tenun", "weav", "fish", "ikan", "sukarara")
    terms = load_rulebase().vocabulary
    ids = {a.id for a in terms.attributes.values() if a.role == "derived"} | set(terms.entries)
    for file in ENGINE.rglob("*.py"):
        text = file.read_text("utf-8").casefold()
        for word in words:
            assert not re.search(rf"\b{word}", text), f"{file.name} speaks of {word!r}"
        name = file.relative_to(ENGINE).as_posix()
        known = _literals(file) & ids - CONTRACT
        assert known == set(), f"{name} knows {sorted(known)}"
