"""A portfolio against a loop over the same engine: seconds and memory by the number of rows."""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq

from kemitraan.case import examine
from kemitraan.portfolio.profile import profile_of
from kemitraan.portfolio.recommend_all import opened
from tests.benchmarks.engines import base
from tests.command import ROOT
from tests.portfolio.random_tables import headings, rows

EXPONENTS = (3, 4, 5)
WIDTH = 60
LOOPED = 20
"""Rows that the loop takes, one after the other."""
_KIBI = 1024
# Ends by printing the most memory that it had: what its parent had does not count.
_COMMAND = """
from kemitraan.cli.run import run
run()
print([line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")][0])
"""


@dataclass(frozen=True)
class Run:
    """Seconds and peak memory (bytes) of the whole command, and seconds of its like one by one.

    `looped` is what the loop takes for as many rows, by what it takes for a few: reading a profile,
    inferring and withholding, without certainty and questions, as `--quick` does.
    """

    count: int
    ending: str
    seconds: float
    memory: int
    looped: float


def made(count: int, ending: str, folder: Path) -> Path:
    """Return a random table of so many rows."""
    path = folder / f"{count}{ending}"
    heads = headings(base().vocabulary, WIDTH)
    listed = rows(heads, count)
    if ending == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([[*heads], *listed])
        return path
    found = [[cell or None for cell in column] for column in zip(*listed, strict=True)]
    pq.write_table(pa.table(dict(zip(heads, found, strict=True))), path)
    return path


def one_by_one(path: Path) -> float:
    """Return the seconds a row takes by itself, on average over a few."""
    run = opened(path, quick=True)
    batch = next(run.table.batches())
    profiles = [profile_of(run, number) for number in batch.numbers[:LOOPED]]
    start = time.perf_counter()
    for profile in profiles:
        assert examine(profile, base=run.base).admitted
    return (time.perf_counter() - start) / len(profiles)


def measure(exponent: int, ending: str) -> Run:
    """Return what a table of ten to so much takes, from file to file."""
    count = 10**exponent
    with TemporaryDirectory() as name:
        path = made(count, ending, Path(name))
        out = Path(name) / f"out{ending}"
        words = ["portfolio", str(path), "-o", str(out), "--quick"]
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", _COMMAND, *words],
            cwd=ROOT,
            capture_output=True,
            check=True,
        )
        seconds = time.perf_counter() - start
        memory = int(done.stdout.split()[-1]) * _KIBI
        return Run(count, ending, seconds, memory, one_by_one(path) * count)
