"""Runs the command line as a process of its own, the way a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Result:
    """What a command printed, and its exit code."""

    out: str
    err: str
    code: int


def kemitraan(*args: str, hash_seed: str = "random", **environment: str) -> Result:
    """Run `kemitraan` with these arguments from the checkout's root."""
    done = subprocess.run(
        [sys.executable, "-m", "kemitraan", *args],
        cwd=ROOT,
        env={
            **{name: value for name, value in os.environ.items() if name != "COLUMNS"},
            "PYTHONHASHSEED": hash_seed,
            "PYTHONIOENCODING": "utf-8",
            "NO_COLOR": "1",
            **environment,
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Result(done.stdout, done.stderr, done.returncode)
