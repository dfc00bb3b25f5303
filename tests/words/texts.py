"""Every text that a person reads, in both languages, with where it stands."""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from kemitraan.yamltree import read_yaml
from tests.command import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENGINE = ROOT / "engine" / "kemitraan"


class Told(NamedTuple):
    """A text in Indonesian and English; `place` is its file, and its line where it has one."""

    place: str
    id: str
    en: str


@cache
def texts() -> tuple[Told, ...]:
    """Return all texts of the rules, the scenarios and the engine."""
    return (*_of_files("rules"), *_of_files("scenarios"), *_of_engine())


def _of_files(folder: str) -> Iterator[Told]:
    for path in sorted((ROOT / folder).rglob("*.yaml")):
        document = read_yaml(path, [])
        assert document is not None
        name = path.relative_to(ROOT).as_posix()
        yield from (Told(name, *pair) for pair in _pairs(document.data))


def _pairs(data: Any) -> Iterator[tuple[str, str]]:
    """Yield every mapping that holds both languages and nothing else."""
    if isinstance(data, list):
        for part in data:
            yield from _pairs(part)
    elif isinstance(data, dict):
        if data.keys() == {"id", "en"}:
            yield data["id"], data["en"]
        else:
            for part in data.values():
                yield from _pairs(part)


def _of_engine() -> Iterator[Told]:
    for path in sorted(ENGINE.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text":
                both = [_literal(part) for part in node.args]
                if len(both) == 2:
                    yield Told(f"{name}:{node.lineno}", *both)
            elif isinstance(node, ast.keyword) and node.arg == "help":
                both = _literal(node.value).split(" | ")
                if len(both) == 2:
                    yield Told(f"{name}:{node.value.lineno}", *both)
            elif isinstance(node, ast.FunctionDef) and _holds_commands(path):
                both = (ast.get_docstring(node) or "").split("\n\n")
                if len(both) == 2 and not node.name.startswith("_"):
                    yield Told(f"{name}:{node.lineno}", *both)


def _holds_commands(path: Path) -> bool:
    """Tell whether the docstring of a function is the help of a command."""
    return path.name == "command.py" or path.parent.name == "cli"


def _literal(node: ast.AST) -> str:
    """Return what of an expression is written as text; what is filled in is left out."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        parts = (_literal(p) if isinstance(p, ast.Constant) else " {} " for p in node.values)
        return "".join(parts)
    return ""


_KEYS = (
    "about", "assessed_on", "complete", "cutoffs", "each", "figure", "hit", "id", "kind", "layer",
    "management", "name", "not", "of", "on", "paper", "some", "texts",
)  # fmt: skip
# What is to be typed as it stands: commands, options, keys with a word after them, files. A
# key stands first in its line.
_LEFT_OUT = re.compile(
    r"(?m:^[# ]*[a-z_]+:(?=\s|$))|"
    r"\{[^}]*\}|`[^`]*`|(?<!\w)'[^']*'|\"[^\"]*\"|--[a-z-]+|\w+\.(?:yaml|xls|doc)\b|rules/\w+"
    r"|kemitraan [a-z-]+(?: [a-z]+)?|[A-Z]{1,3}-\d+|\b[a-z]+(?:_[a-z]+)+\b"
    rf"|\b(?:{'|'.join(_KEYS)}):(?: [a-z]+(?=[,;.) ]|$))?"
    r"|(?:standar|default): [a-z]+|(?:atau|or|true) (?:true|false)|true(?= atau| or)"
    r"|\(scenario, overlay, rules\)"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def words(text: str) -> list[str]:
    """Return the words of a text; what is to be typed, and names in quotes, are left out."""
    return [word.casefold() for word in _WORD.findall(_LEFT_OUT.sub(" ", text))]
