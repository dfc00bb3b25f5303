"""Memory: what one inference adds to a process, by engine, each in a process of its own.

`python -m tests.benchmarks.memory ENGINE COPIES ACTORS` prints the added bytes of one.
"""

from __future__ import annotations

import subprocess
import sys

import psutil

from tests.command import ROOT


def added(engine: str, copies: int, actors: int) -> int:
    """Return the bytes that building and running the engine once add to the resident set."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.memory", engine, str(copies), str(actors)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout)


def _measure(engine: str, copies: int, actors: int) -> int:
    # Imported first, so that only rules, facts and firings are counted.
    import clips  # noqa: F401

    import kemitraan.logic.experta_engine  # noqa: F401
    from kemitraan.logic.infer import infer
    from kemitraan.logic.relevance import relevant
    from tests.benchmarks.engines import clauses_of, facts_of
    from tests.logic.clips_engine import ClipsBase

    kept, facts = relevant(clauses_of(copies), facts_of(actors))
    process = psutil.Process()
    before = int(process.memory_info().rss)
    result = infer(kept, facts, prune=False) if engine == "experta" else ClipsBase(kept).run(facts)
    grown = int(process.memory_info().rss) - before
    del result
    return grown


if __name__ == "__main__":
    print(_measure(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
