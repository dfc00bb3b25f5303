"""Hand-written clauses, the rules of a proof and fresh Python processes, to test inference."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kemitraan.knowledge.compile import Clause, Pattern
from kemitraan.knowledge.language import Conclusion
from kemitraan.logic.proof import parts

if TYPE_CHECKING:
    from kemitraan.logic.proof import Proof

ROOT = Path(__file__).parents[2]


def python(code: str, seed: int = 0) -> str:
    """Return what a fresh Python process prints, every warning an error in it."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONHASHSEED": str(seed),
            "PYTHONPATH": os.pathsep.join([str(ROOT / "engine"), str(ROOT)]),
        },
    )
    assert not done.stderr
    return done.stdout.strip()


def clause(
    order: int,
    head: tuple[str, str, str],
    positive: tuple[Pattern, ...] = (),
    negative: tuple[Pattern, ...] = (),
    stratum: int = 0,
) -> Clause:
    """Return a clause with one conclusion."""
    name = f"R-{order:02}"
    return Clause(name, name, (Conclusion(*head),), positive, negative, stratum, order)


def pattern(attribute: str, *values: str) -> Pattern:
    """Return a pattern on the subject `s`."""
    return Pattern(attribute, "s", frozenset(values))


def rules_of(proof: Proof) -> tuple[str, ...]:
    """Return the ids of all rules of a proof, sorted."""
    return tuple(sorted({step.rule for part in parts(proof) for step in part.derivations}))
