"""The whole process against the bare imports of what it is built on."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from dataclasses import dataclass

from tests.command import ROOT

_LEND = "import collections, collections.abc; collections.Mapping = collections.abc.Mapping\n"
_EMPTY = """
import pydantic, yaml, tabulate, experta
import typer
app = typer.Typer(rich_markup_mode=None, add_completion=False)
@app.command()
def recommend(scenario: list[str], lang: str | None = None):
    pass
@app.command()
def other():
    pass
app(["recommend", "x"])
"""
COMMANDS = {
    "bare imports": ["-c", _LEND + "import typer, pydantic, yaml, tabulate, experta"],
    # `import typer` and `import pydantic` load half of themselves only when first used: this is
    # the least that any command line built on them takes.
    "a command of typer that does nothing": ["-c", _LEND + _EMPTY],
    "kemitraan recommend scenarios/itabajo.yaml": [
        # What the installed script does.
        "-c",
        "from kemitraan.__main__ import main; main()",
        "recommend",
        "scenarios/itabajo.yaml",
    ],
}


@dataclass(frozen=True)
class Timing:
    """Wall time of one command in seconds: least and median of the rounds."""

    name: str
    least: float
    median: float


def compare_processes(rounds: int = 15) -> list[Timing]:
    """Return the timings; the commands take turns, so that all meet the same machine."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(rounds + 1):
        for name, args in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, "-W", "ignore", *args],
                cwd=ROOT,
                check=True,
                capture_output=True,
            )
            taken[name].append(time.perf_counter() - start)
    # The first round fills caches.
    return [Timing(n, min(t[1:]), statistics.median(t[1:])) for n, t in taken.items()]
