"""The small knowledge base of the rule checks with kinds of actors, and faults planted in it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from kemitraan.knowledge.load import load_rulebase
from tests.command import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.knowledge.rulebase import RuleBase

SMALL = ROOT / "tests" / "knowledge" / "small"
SHOWN = frozenset({"advice", "urgent", "note", "standing", "strength"})
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
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(content, "utf-8")
    return load_rulebase(folder)


def rule(identifier: str, body: str) -> str:
    """Return a rule of this id; `body` holds its `if` and `then` lines."""
    return (
        f"- id: {identifier}\n  title: {{id: Uji, en: Test}}\n{body}\n"
        "  because: {id: Uji., en: Test.}\n  source: S-001\n"
    )
