"""Runs the command line as a user does: in this process, or in one of its own."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from kemitraan.cli.run import run

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Result:
    """What a command printed, and its exit code."""

    out: str
    err: str
    code: int


def kemitraan(*args: str, **environment: str) -> Result:
    """Run `kemitraan` with these arguments from the checkout's root, in this process.

    Nothing is imported anew; what only a new process shows is asked of `process`.
    """
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with (
        mock.patch.dict(os.environ, _environment(environment), clear=True),
        mock.patch.multiple(
            sys, argv=["kemitraan", *args], stdin=io.StringIO(), stdout=out, stderr=err
        ),
        contextlib.chdir(ROOT),
    ):
        code = run()
    return Result(_written(out), _written(err), code)


def process(*args: str, hash_seed: str = "random", **environment: str) -> Result:
    """Run `kemitraan` with these arguments from the checkout's root, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "kemitraan", *args],
        cwd=ROOT,
        env={
            **_environment(environment),
            "PYTHONHASHSEED": hash_seed,
            "PYTHONIOENCODING": "utf-8",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Result(done.stdout, done.stderr, done.returncode)


def _environment(more: dict[str, str]) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    return {**own, "NO_COLOR": "1", **more}


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    content = stream.detach()
    assert isinstance(content, io.BytesIO)
    return content.getvalue().decode("utf-8").replace(os.linesep, "\n")
