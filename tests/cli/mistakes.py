"""Likely mistakes and what is said of each: the table beside this file, run in this process."""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import patch

import yaml

from kemitraan.cli.run import run
from kemitraan.knowledge import load
from kemitraan.text import Lang
from tests.golden.commands import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE: dict[str, list[dict[str, str]]] = yaml.safe_load(
    Path(__file__).with_suffix(".yaml").read_text("utf-8")
)
KEPT = FOLDER / "mistakes.txt"


class Told(NamedTuple):
    """What was typed or written, and what is said of it in each language, with the exit code."""

    sort: str
    mistake: str
    said: dict[Lang, str]
    codes: tuple[int, ...]


def every_mistake() -> Iterator[Told]:
    """Yield each mistake of the table with what is said of it."""
    before = Path.cwd()
    # The rules are read once; what is tried is what is said of the mistakes.
    with patch.object(load, "load_rulebase", cache(load.load_rulebase)):
        for sort, listed in TABLE.items():
            for case in listed:
                with TemporaryDirectory() as folder:
                    os.chdir(folder)
                    try:
                        yield _told(sort, case)
                    finally:
                        os.chdir(before)


def _told(sort: str, case: dict[str, str]) -> Told:
    line = case.get("run") or f"scenario check {_write(case)}"
    if "run" in case:
        Path("folder").mkdir()
        Path("sentra.yaml").write_text("id: a\nname: A\n", "utf-8")
        Path("licence-granted.yaml").write_text("id: a\nname: {id: A, en: A}\n", "utf-8")
        Path("answer.json").write_text('{"kind": "why-not", "schema_version": 3}', "utf-8")
    told = [_typed(line.split(), lang) for lang in Lang]
    if "run" in case:
        mistake = f"kemitraan {line}"
    elif "text" in case:
        mistake = repr(case["text"])
    else:
        mistake = next(case[key] for key in ("sentra", "actors", "name") if key in case)
    said = dict(zip(Lang, (text for text, _ in told), strict=True))
    return Told(sort, mistake, said, tuple(code for _, code in told))


def _write(case: dict[str, str]) -> str:
    """Write the file of a mistake and return its name."""
    path = Path(case.get("name", "sentra.yaml"))
    if "bytes" in case:
        path.write_bytes(case["bytes"].encode("latin-1"))
    else:
        section = next((name for name in ("sentra", "actors") if name in case), "")
        text = case.get("text", f"id: a\nname: A\n{section}:\n  {case.get(section, '')}\n")
        path.write_text(text, "utf-8")
    return str(path)


def _typed(words: list[str], lang: Lang) -> tuple[str, int]:
    """Return what a command line says of its mistake, and its exit code."""
    out, err = io.StringIO(), io.StringIO()
    with (
        patch.dict(os.environ, {"KEMITRAAN_LANG": lang}),
        patch.object(sys, "argv", ["kemitraan", *words]),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = run()
    return err.getvalue(), code


def kept(told: list[Told]) -> str:
    """Return the mistakes as they are kept, to be read one by one."""
    lines, sort = [], ""
    for number, one in enumerate(told, 1):
        if one.sort != sort:
            lines += [f"== {one.sort} ==", ""]
            sort = one.sort
        lines.append(f"{number}. " + one.mistake.replace("\n", "\n   ").replace("\t", "<tab>"))
        for lang, said in one.said.items():
            lines += [f"   {lang}  {line}" for line in said.splitlines()]
        lines.append("")
    return "\n".join(lines)
