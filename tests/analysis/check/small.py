"""The small knowledge base of the rule checks, with kinds of actors, and with faults planted."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import yaml

from kemitraan.knowledge.load import load_rulebase
from tests.command import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.knowledge.rulebase import RuleBase

SMALL = ROOT / "tests" / "knowledge" / "small"
BROKEN: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests" / "analysis" / "check" / "broken.yaml").read_text("utf-8")
)
_KINDS = """  - id: actor_kind
    label: {id: jenis, en: kind}
    entries:
      - {id: buyer, label: {id: pembeli, en: buyer}, source: S-001}
      - {id: seller, label: {id: penjual, en: seller}, source: S-001}
  - id: step
"""
_KIND = """  - {id: kind, of: actor, role: input, scale: actor_kind, label: {id: jenis, en: kind}, question: {id: "Apa?", en: "What?"}, unread: {id: Uji., en: Test.}, source: S-001}
"""  # noqa: E501  # a line of a rule file


def small(folder: Path, rules: str = "", *, guarded: bool = False, **files: str) -> RuleBase:
    """Return the small base with some rules added, and whole files (`accepted`) beside them.

    Its guard on `strength: strong` lets nothing pass; unless `guarded`, it asks for less.
    """
    shutil.copytree(SMALL, folder)
    terms = folder / "vocabulary" / "terms.yaml"
    text = terms.read_text("utf-8").replace("  - id: step\n", _KINDS)
    asked = 'role: input, question: {id: "Apa?", en: "What?"},'
    terms.write_text(text.replace("role: input,", asked) + _KIND, "utf-8")
    file = folder / "1-strength" / "rules.yaml"
    file.write_text(file.read_text("utf-8") + rules, "utf-8")
    if not guarded:
        guards = folder / "guards.yaml"
        guards.write_text(guards.read_text("utf-8").replace("    beyond: [outside]\n", ""), "utf-8")
    with (folder / "shown.yaml").open("a", encoding="utf-8") as shown:
        shown.write("- {attribute: strength, section: diagnoses}\n")
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(content, "utf-8")
    return load_rulebase(folder)


def rule(identifier: str, body: str) -> str:
    """Return a rule of this id; `body` holds its `if` and `then` lines."""
    return (
        f"- id: {identifier}\n  title: {{id: Uji, en: Test}}\n{body}\n"
        "  because: {id: Uji., en: Test.}\n  source: S-001\n"
    )


def broken(case: dict[str, Any], folder: Path) -> Path:
    """Write the small knowledge base, unless it is there, with one thing changed."""
    if not folder.exists():
        shutil.copytree(SMALL, folder)
    file = folder / case["file"]
    if case.get("gone"):
        file.unlink()
        return folder
    text = file.read_text("utf-8")
    if "old" in case:
        assert text.count(case["old"]) == 1, f"{case['say']}: {text.count(case['old'])} times"
        text = text.replace(case["old"], case["new"])
    file.write_text(text + case.get("add", ""), "utf-8")
    for name, added in case.get("also", {}).items():
        other = folder / name
        other.write_text(other.read_text("utf-8") + added, "utf-8")
    return folder


def line_of(file: Path, text: str, nth: int) -> int:
    """Return the number of the n-th line that holds a text."""
    lines = file.read_text("utf-8").split("\n")
    return [n for n, line in enumerate(lines, 1) if text in line][nth - 1]
