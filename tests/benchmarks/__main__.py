"""Runs every benchmark, or one part of them, side by side, and prints the figures as ratios."""

from __future__ import annotations

import sys

from tabulate import tabulate

from tests.benchmarks.engines import SIZES, measure
from tests.benchmarks.memory import added
from tests.benchmarks.overrides import WAYS, measured
from tests.benchmarks.page import main as compare_page
from tests.benchmarks.portfolio import EXPONENTS as ROWS
from tests.benchmarks.portfolio import WIDTH
from tests.benchmarks.portfolio import measure as measure_portfolio
from tests.benchmarks.process import compare_processes
from tests.benchmarks.worlds import EXPONENTS, evaluate, one_after_another


def main() -> None:
    timings = compare_processes()
    least = timings[-1].least
    print("Whole process, least of 15 rounds; the ratio is kemitraan to this one\n")
    rows = [
        (t.name, f"{t.least * 1000:.0f} ms", f"{t.median * 1000:.0f} ms", f"{least / t.least:.2f}")
        for t in timings
    ]
    print(tabulate(rows, ["process", "least", "median", "ratio"], disable_numparse=True))
    print("\nOne inference with every derivation, warm, least of 7 rounds\n")
    lines = []
    for copies, actors in SIZES:
        run = measure(copies, actors)
        lines.append(
            (
                f"{copies}×",
                actors,
                run.clauses,
                run.facts,
                f"{run.experta * 1000:.1f} ms",
                f"{run.clips * 1000:.1f} ms",
                f"{run.clips_built * 1000:.1f} ms",
                f"{run.experta / run.clips_built:.1f}",
            )
        )
    headers = ["rules", "actors", "clauses", "facts", "experta", "CLIPS, rules built before",
               "CLIPS, rules built anew", "experta / CLIPS anew"]  # fmt: skip
    print(tabulate(lines, headers, disable_numparse=True))
    print("\nMemory that one inference adds\n")
    rows_of_memory = [
        (f"{c}×", a, *(f"{added(e, c, a) / 2**20:.1f} MiB" for e in ("experta", "clips")))
        for c, a in ((1, 6), (4, 6), (1, 60))
    ]
    print(tabulate(rows_of_memory, ["rules", "actors", "experta", "CLIPS"], disable_numparse=True))
    compare_worlds()
    compare_overrides()
    compare_portfolio()


def compare_portfolio() -> None:
    """Print what a portfolio takes from file to file, and a loop over its rows."""
    print(f"\nPortfolio of {WIDTH} columns, from file to file (--quick), the whole process\n")
    lines = []
    for ending in (".csv", ".parquet"):
        for exponent in ROWS:
            run = measure_portfolio(exponent, ending)
            lines.append(
                (
                    f"{run.count:,}",
                    ending,
                    f"{run.seconds:.1f} s",
                    f"{run.memory / 2**20:.0f} MiB",
                    f"{run.looped:,.0f} s",
                    f"{run.looped / run.seconds:,.0f}",
                )
            )
    headers = ["rows", "form", "time", "peak memory", "loop over the rows", "loop / this"]
    print(tabulate(lines, headers, disable_numparse=True))


def compare_overrides() -> None:
    """Print what an inference takes with and without what we override of experta's matcher."""
    print("\nFirings of one profile, warm, least of 5 rounds; in brackets, times as it is\n")
    rows = [
        (name, *(f"{t * 1000:.1f} ms (×{t / taken[0]:.1f})" for t in taken))
        for name, taken in measured()
    ]
    print(tabulate(rows, ["profile", *WAYS], disable_numparse=True))


def compare_worlds() -> None:
    """Print what every world at once takes, and one world by the engines that take them singly."""
    single = one_after_another()
    print("\nEvery world at once: all conclusions a recommendation can show, least of 5 rounds")
    one = f"experta {single.experta * 1000:.1f} ms, CLIPS {single.clips * 1000:.1f} ms"
    print(f"One world by itself, rules built before, average of {single.tried} of these: {one}\n")
    lines = []
    for exponent in EXPONENTS:
        run = evaluate(exponent)
        each = run.evaluated / run.worlds
        lines.append(
            (
                f"3^{exponent}",
                f"{run.worlds:,}",
                run.conclusions,
                f"{run.grounded * 1000:.0f} ms",
                f"{run.evaluated * 1000:.0f} ms",
                f"{run.memory / 2**20:.0f} MiB",
                f"{each * 1e9:.0f} ns",
                f"{single.experta / each:,.0f}",
                f"{single.clips / each:,.0f}",
            )
        )
    headers = ["worlds", "number", "conclusions", "grounding", "evaluation", "peak memory",
               "per world", "experta / this", "CLIPS / this"]  # fmt: skip
    print(tabulate(lines, headers, disable_numparse=True))


if __name__ == "__main__":
    parts = {
        "experta": compare_overrides,
        "page": compare_page,
        "portfolio": compare_portfolio,
    }
    parts.get(" ".join(sys.argv[1:]), main)()
