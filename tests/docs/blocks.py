"""Finds the blocks of output in the documentation and runs their commands."""

from __future__ import annotations

import re
import shlex

from tests.command import ROOT, kemitraan

FILES = ("README.md", "README.id.md")
_BLOCK = re.compile(
    r"(<!-- output: kemitraan (.+?)(?: \((\d+) lines\))? -->\n```text\n)(.*?)(```\n)", re.DOTALL
)


def shown(file: str) -> list[tuple[str, str]]:
    """Return the command and the shown output of every block of a file."""
    text = (ROOT / file).read_text("utf-8")
    return [(m[2], m[4]) for m in _BLOCK.finditer(text)]


def refreshed(file: str) -> str:
    """Return the file with every block as its command prints it now, or its first lines."""
    text = (ROOT / file).read_text("utf-8")
    return _BLOCK.sub(lambda m: m[1] + _output(m[2], m[3]) + m[5], text)


def _output(command: str, lines: str | None) -> str:
    printed = kemitraan(*shlex.split(command)).out
    if lines is None:
        return printed
    return "".join(printed.splitlines(keepends=True)[: int(lines)]) + "…\n"
