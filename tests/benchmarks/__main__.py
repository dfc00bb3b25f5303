"""Runs every benchmark, side by side in one run, and prints the figures as ratios."""

from __future__ import annotations

from tabulate import tabulate

from tests.benchmarks.engines import SIZES, measure
from tests.benchmarks.memory import added
from tests.benchmarks.process import compare_processes


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


if __name__ == "__main__":
    main()
