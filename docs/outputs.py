"""What a command prints, for the pages of the guide: run when they are built, so never stale."""

from __future__ import annotations

import io
import os
import re
import shlex
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING
from unittest.mock import patch

from kemitraan.cli.run import run

if TYPE_CHECKING:
    from kemitraan.text import Lang

WIDTH = 88
_BLOCK = re.compile(r"^```kemitraan\n(?P<line>.+)\n(?:first (?P<lines>\d+)\n)?```$", re.MULTILINE)


class Failed(Exception):  # noqa: N818  # it tells what a command of the guide did
    """A command that a page shows ended with a fault."""


def with_outputs(page: str, lang: Lang) -> str:
    """Return a page in which every block of language `kemitraan` holds what its command prints.

    A block holds the line of the command, without its first word; a second line `first N` leaves
    out all but N lines of what it prints.
    """

    def block(found: re.Match[str]) -> str:
        text = printed(found["line"], lang)
        if found["lines"]:
            text = "".join(text.splitlines(keepends=True)[: int(found["lines"])]) + "…\n"
        return f"```text\n$ kemitraan {found['line']}\n{text}```"

    return _BLOCK.sub(block, page)


def printed(line: str, lang: Lang) -> str:
    """Return what a command prints, in one language, `WIDTH` columns wide.

    Raises:
        Failed: it ended with another code than 0.
    """
    out, err = io.StringIO(), io.StringIO()
    given = ["kemitraan", *shlex.split(line)]
    here = {"KEMITRAAN_LANG": lang, "COLUMNS": f"{WIDTH}", "NO_COLOR": "1"}
    with (
        patch.object(sys, "argv", given),
        patch.dict(os.environ, here),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = run()
    if code:
        raise Failed(f"kemitraan {line}: {code}\n{err.getvalue()}")
    return out.getvalue()
