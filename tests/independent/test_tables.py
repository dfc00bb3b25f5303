"""Random decision tables conclude what a second expansion of them, run by itself, concludes."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from kemitraan.fact import Fact as Given
from kemitraan.knowledge.compile import IS
from kemitraan.knowledge.load import load_rulebase
from kemitraan.logic.infer import infer
from tests.analysis.check.small import small
from tests.independent.rules import Conclusions, Fact, Words, rules_of

if TYPE_CHECKING:
    from pathlib import Path

LEVELS = ("weak", "fair", "strong")
ACTORS = ("bank", "shop")
# Attribute, its values, whether rules conclude it; what a table may look at and conclude.
COLUMNS: dict[str, tuple[tuple[str, ...], bool]] = {
    "quality": (LEVELS, False),
    "selling": (LEVELS, False),
    "size": (LEVELS, False),
    "method": (("lenient", "strict"), False),
    "strength": (LEVELS, True),
    "advice": (("train", "sell"), True),
    "this.doubts": (("yes", "no"), False),
    "this.interest": (LEVELS, False),
    "this.interest_known": (("yes",), True),
}
HEADS = {"outlook": LEVELS, "mark": ("yes",), "this.mood": LEVELS}
_MORE = """  - {id: outlook, role: derived, many: true, scale: rating, label: {id: x, en: x}, source: S-001}
  - {id: mark, role: derived, scale: affirmed, label: {id: x, en: x}, source: S-001}
  - {id: mood, of: actor, role: derived, scale: rating, label: {id: x, en: x}, source: S-001}
"""  # noqa: E501  # lines of a rule file
_TEXT = {"id": "x", "en": "x"}


class Writer:
    """Writes random tables as a file holds them."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.rows = 0

    def table(self, number: int) -> dict[str, Any]:
        each = self.random.random() < 0.5
        known = [c for c in COLUMNS if each or not c.startswith("this.")]
        columns = self.random.sample(known, self.random.randint(1, 3))
        heads = [h for h in HEADS if each or not h.startswith("this.")]
        chosen = self.random.sample(heads, self.random.randint(1, 2))
        then: Any = self.random.choice((chosen[0], chosen, {h: HEADS[h][0] for h in chosen}))
        table = {
            "table": f"table_{number}",
            "title": _TEXT,
            **({"each": "actor"} if each else {}),
            **({"if": self.conditions(known)} if self.random.random() < 0.6 else {}),
            "columns": columns,
            "then": then,
            "because": _TEXT,
            "source": "S-001",
        }
        rows = [self.row(columns, then, known) for _ in range(self.random.randint(1, 5))]
        for at, column in enumerate(columns):
            rows[0]["when"][at] = self.cell(column, blank=False)
        return table | {"rows": rows}

    def row(self, columns: list[str], then: Any, known: list[str]) -> dict[str, Any]:
        self.rows += 1
        row: dict[str, Any] = {
            "id": f"TAB-{self.rows:02}",
            "when": [self.cell(column, blank=True) for column in columns],
        }
        if self.random.random() < 0.3 or all(cell == "-" for cell in row["when"]):
            row["if"] = self.conditions(known)
        if isinstance(then, str):
            row["then"] = self.random.choice(HEADS[then])
        elif isinstance(then, list):
            row["then"] = [self.random.choice(HEADS[head]) for head in then]
            if len(then) > 1 and self.random.random() < 0.3:
                row["then"][self.random.randrange(len(then))] = "-"
        return row

    def cell(self, column: str, *, blank: bool) -> Any:
        values, derived = COLUMNS[column]
        if blank and self.random.random() < 0.3:
            return "-"
        if derived and self.random.random() < 0.5:
            return {"not": self.random.choice(values)}
        if values == LEVELS and self.random.random() < 0.3:
            return f"{self.random.choice(('>=', '<='))} {self.random.choice(values)}"
        if self.random.random() < 0.5:
            return self.random.choice(values)
        return self.random.sample(values, self.random.randint(1, len(values)))

    def conditions(self, known: list[str]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for column in self.random.sample(known, self.random.randint(1, 2)):
            cell = self.cell(column, blank=False)
            if isinstance(cell, dict):
                found.setdefault("not", []).append({column: cell["not"]})
            else:
                found[column] = cell
        if self.random.random() < 0.2:
            found["some"] = {"actor": {"interest": self.random.choice(LEVELS)}}
        return found


def stated(random: Random) -> set[Fact]:
    found: set[Fact] = {("method", "sentra", random.choice(("lenient", "strict")))}
    for attribute, subject in (("level", "quality"), ("level", "selling"), ("size", "sentra")):
        if random.random() < 0.8:
            found.add((attribute, subject, random.choice(LEVELS)))
    for actor in ACTORS:
        for attribute, values in (("interest", LEVELS), ("doubts", ("yes", "no"))):
            if random.random() < 0.7:
                found.add((attribute, actor, random.choice(values)))
    return found


@pytest.mark.parametrize("seeds", [range(n, n + 6) for n in range(0, 30, 6)], ids=str)
def test_random_tables_conclude_what_their_second_expansion_does(
    seeds: range, tmp_path: Path
) -> None:
    fired = {rule for seed in seeds for rule in tried(seed, tmp_path / f"rules{seed}")}
    assert sum(rule.startswith("TAB") for rule in fired) > 5


def tried(seed: int, folder: Path) -> set[str]:
    """Compare both on one base of random tables, for a dozen sets of facts; return what fired."""
    random = Random(seed)
    writer = Writer(random)
    small(folder)
    terms = folder / "vocabulary" / "terms.yaml"
    terms.write_text(terms.read_text("utf-8") + _MORE, "utf-8")
    file = folder / "1-strength" / "rules.yaml"
    tables = [writer.table(number) for number in range(3)]
    text = "".join(f"- {json.dumps(table)}\n" for table in tables)  # which is YAML too
    file.write_text(file.read_text("utf-8") + text, "utf-8")
    base, words = load_rulebase(folder), Words(folder)
    again = Conclusions(words, rules_of(folder))
    subjects = {"sentra": "sentra", **dict.fromkeys(ACTORS, "actor")}
    subjects |= {name: kind.id for name, (kind, _) in base.vocabulary.entries.items()}
    fired: set[str] = set()
    for _ in range(12):
        facts = stated(random) | {("main", "quality", "yes")}
        given = {Given(*fact) for fact in facts} | {
            Given(IS, subject, kind) for subject, kind in subjects.items()
        }
        found = infer(base.clauses, given)
        fired |= found.fired
        had = {(*f,) for f in found.facts if "#" not in f.attribute and f.attribute != IS}
        assert had == again.of(facts, list(ACTORS)), f"tables of seed {seed}"
    return fired
