"""Prints the figures of the rules as they are."""

from __future__ import annotations

from pathlib import Path

from tabulate import tabulate

from kemitraan.knowledge.load import load_rulebase
from kemitraan.scenario.read import load_scenario
from kemitraan.scenario.shipped import shipped
from tests.command import kemitraan
from tests.measures.figures import Answered, alone, answered, shared_steps
from tests.measures.random_profiles import random_profiles

SIZES = (5, 10, 15)
COUNT = 1000
MOST_LEFT = 20

ROWS = {
    "profiles": "profiles",
    "adverse": "adverse facts in each",
    "a_verdict": "a verdict other than open, on some type",
    "every_verdict": "a verdict other than open, on every type",
    "recommended": "a type recommended or a candidate",
    "readiness": "a value of readiness",
    "bound": "a value of readiness, or the highest it can have",
    "own_step": "a step of its own",
    "all_answered": "of those that name any: a step for every weakness",
    "all_explained": "… or a warning or note that says why none",
    "facts_answered": "adverse facts answered by a step of its own",
}


def main() -> None:
    base = load_rulebase()
    one = alone(base)
    print("Answers stated alone\n")
    print(f"  change nothing:              {len(one.silent):4} of {len(one.words)}")
    print(f"  adverse, and not answered:   {len(one.unanswered):4} of {len(one.adverse)}")
    for word in one.unanswered:
        print(f"    {word}")
    print("\nProfiles\n")
    found = [answered(base, (load_scenario(name, base) for name in shipped()))]
    found += [answered(base, random_profiles(base, size, COUNT)) for size in SIZES]
    rows = [(label, *(_said(one, name) for one in found)) for name, label in ROWS.items()]
    headers = ["", "shipped", *(f"{size} facts" for size in SIZES)]
    print(tabulate(rows, headers, disable_numparse=True, colalign=("left", *["right"] * 4)))
    left = sorted(found[2].left.items(), key=lambda item: (-item[1], item[0]))[:MOST_LEFT]
    print(f"\n  Most often without a step, of {SIZES[1]} facts: ", end="")
    print(", ".join(f"{word} {times}" for word, times in left) or "none")
    print("\nRules\n")
    files = {rule.place.file for rule in base.all_rules}
    lines = sum(Path(file).read_text("utf-8").count("\n") for file in files)
    common, every, alike = shared_steps(base)
    listed, full = (
        kemitraan("rules", "list", "--lang", "en", *more).out.count("\n")
        for more in ((), ("--full",))
    )
    print(f"  rules: {len(base.all_rules)}, in {lines} lines of {len(files)} files")
    print(f"  lines of `rules list`: {listed}; with --full: {full}")
    print(
        f"  own steps that the sentra of the study share: {common} of {every}; told alike: {alike}"
    )


def _said(found: Answered, name: str) -> str:
    value = getattr(found, name)
    if name == "profiles":
        return str(value)
    return f"{value:.1f}" if name == "adverse" else f"{value:.1%}"


if __name__ == "__main__":
    main()
