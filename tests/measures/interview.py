"""Prints how many questions an interview asks, for each shipped profile answered from its facts.

Run by `python -m tests.measures.interview [NAME…]`. What a profile does not say is answered by
"not known", and counts as a question asked.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tabulate import tabulate

from kemitraan.interview.answers import ACTORS, Answers, stated
from kemitraan.interview.asking import Asking
from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.scenario.shipped import shipped
from kemitraan.yamltree import read_yaml

if TYPE_CHECKING:
    from kemitraan.knowledge.rulebase import RuleBase


@dataclass(frozen=True)
class Asked:
    """How many questions were asked until the verdicts and readiness, and until all was settled.

    `form` is the number of inputs of the full form, with the actors there are; `slowest` the
    longest time to a next question, in seconds of processor time.
    """

    heads: int
    everything: int
    form: int
    slowest: float


def asked(base: RuleBase, name: str, *, heads_only: bool = False) -> Asked:
    """Interview a shipped profile, which answers what it says."""
    document = read_yaml(shipped()[name], [], on=True)
    assert document is not None
    full = Answers(document.data)
    says = set(stated(full, base.vocabulary))
    answers = Answers({k: v for k, v in full.profile.items() if k not in ("sentra", "actors")})
    count, heads, slowest = 0, 0, 0.0
    while True:
        start = time.process_time()
        asking = Asking(answers.case(base), answers)
        slot = asking.following()
        slowest = max(slowest, time.process_time() - start)
        if asking.open_heads:
            heads = count + 1
        if slot is None or (heads_only and not asking.open_heads and slot != ACTORS):
            return Asked(heads, count, inputs(base, len(full.actors)), slowest)
        count += 1
        if slot == ACTORS and full.actors:
            kinds = {k: {n: t for n, t in (v or {}).items() if n in ("kind", "name")}
                     for k, v in full.actors.items()}  # fmt: skip
            answers = Answers({**answers.profile, "actors": kinds}, answers.unknown)
        elif slot in says:
            answers = answers.with_answer(base.vocabulary, slot, full.said(base.vocabulary, slot))
        else:
            answers = answers.with_unknown(base.vocabulary, slot)


def inputs(base: RuleBase, actors: int) -> int:
    """Return the number of inputs of the full form."""
    words = base.vocabulary
    of = {
        kind: {
            found
            for found in words.inputs(kind).values()
            if found in words.entries or (words.attributes[found].question and
                                          words.attributes[found].asked)
        }
        for kind in (SENTRA, ACTOR)
    }  # fmt: skip
    return len(of[SENTRA]) + actors * len(of[ACTOR])


def main() -> None:
    base = load_rulebase()
    rows = []
    for name in sys.argv[1:] or shipped():
        one = asked(base, name)
        share = f"{one.heads / one.form:.0%}"
        rows.append((name, one.form, one.heads, share, one.everything, f"{one.slowest:.1f} s"))
        print(tabulate(rows[-1:], tablefmt="plain"), flush=True, file=sys.stderr)
    heads = ("profile", "form", "until verdicts and readiness", "share", "until all", "slowest")
    print(tabulate(rows, heads, disable_numparse=True))


if __name__ == "__main__":
    main()
