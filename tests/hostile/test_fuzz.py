"""Whatever stands in a file, it is read or refused with its faults: nothing else ever happens.

Seeded mutants of what is shipped: parts of the YAML exchanged, emptied, renamed or moved, and its
text cut, doubled and sprinkled.
"""

from __future__ import annotations

import copy
import shutil
from collections import Counter
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from kemitraan.case import examine
from kemitraan.faults import InputError
from kemitraan.knowledge.load import load_rulebase
from kemitraan.logic.infer import infer
from kemitraan.report.rules import list_parts, rules_list
from kemitraan.text import Lang
from tests.command import ROOT
from tests.hostile.test_files import SMALL
from tests.independent.rules import load
from tests.knowledge.test_tables import TABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kemitraan.knowledge.rulebase import RuleBase

WORDS = [
    "this", "it", "sentra", "actor", "yes", "is", "not", "some", "at_least", "each", "of", "n",
    "if", "then", "level", "strong", "> strong", "< weak", ">= weak", ">=", "weak and strong",
    "this.level", "product_quality", "product_quality.level", "a.b.c", ".", "", " ", "?", "+", "~",
    "null", "0", "1", "2", "-1", "1e400", "nan", "0x10", "²", "٣", "9" * 5000, "x" * 300, "\0",
    "\x1b[2J", "\u202e", "A-01", "S-001", "P-01", "STR-01", "#", "STR-01#1", "value", "figure",
    "since", "2025-02-30", "true", "finding", "potential", "kind", "é", "{0}", "{name}", "%s",
]  # fmt: skip
LAST: dict[str, Any] = {"of": [{"quality": "strong"}] * 30, "n": "15"}


def parts(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every part of a document."""
    yield path
    if isinstance(data, dict | list):
        for key, part in data.items() if isinstance(data, dict) else enumerate(data):
            yield from parts(part, (*path, key))


def at(data: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def strange(data: Any, random: Random) -> Any:
    """Return something to stand where it was not meant to."""
    copied = copy.deepcopy(at(data, random.choice(list(parts(data)))))
    word, other = random.choices(WORDS, k=2)
    counted = {"at_least": copy.deepcopy(LAST)}
    return random.choice([word, word, other, [], {}, [word, other], {word: other}, counted, copied])


def mutant(data: Any, random: Random) -> Any:
    """Return a document with one to three of its parts changed."""
    data = copy.deepcopy(data)
    for _ in range(random.randint(1, 3)):
        path = random.choice([p for p in parts(data) if p] or [()])
        if not path:
            return data
        *above, last = path
        parent = at(data, tuple(above))
        way = random.random()
        if way < 0.15:
            del parent[last]
        elif way < 0.3 and isinstance(parent, dict):
            parent[random.choice(WORDS)] = parent.pop(last)
        elif way < 0.4 and isinstance(parent, list):
            parent.append(copy.deepcopy(parent[last]))
        else:
            parent[last] = strange(data, random)
    return data


def text_of(data: Any, random: Random) -> str:
    """Return a document as YAML; now and then its text is harmed as well."""
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    if random.random() < 0.2:
        start = random.randrange(len(text) + 1)
        end = start + random.choice([0, 0, 1, 30])
        text = text[:start] + random.choice(["\n", ":", "- ", "&a ", "*a", "\t", "]"]) + text[end:]
    return text


def tried(file: Path, data: Any, seeds: range, use: Callable[[], object]) -> Counter[str]:
    """Write mutants of a document to a file, and count how many are used and how many refused."""
    ends: Counter[str] = Counter()
    for seed in seeds:
        random = Random(seed)
        text = text_of(mutant(data, random), random)
        file.write_text(text, "utf-8", newline="\n")
        try:
            use()
        except InputError as error:
            ends["refused"] += 1
            for fault in error.faults:
                assert fault.place.file, text
                for lang in Lang:
                    assert fault.what[lang], text
                    assert len(fault.format(lang).splitlines()) == 1, text
        except Exception as error:
            pytest.fail(f"seed {seed}: {type(error).__name__}: {error}\n{text[:3000]}")
        else:
            ends["used"] += 1
    return ends


@pytest.fixture(scope="module")
def base() -> RuleBase:
    return load_rulebase()


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["1-strength/rules.yaml", "vocabulary/terms.yaml", "assumptions/choices.yaml",
             "guards.yaml", "shown.yaml", "sources/study.yaml"],
)  # fmt: skip
def test_rule_folders(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEMITRAAN_CACHE", "")
    folder = tmp_path / "rules"
    shutil.copytree(SMALL, folder)

    def use() -> None:
        made = load_rulebase(folder)
        infer(made.clauses, [])
        assert rules_list(made).rules
        assert list_parts(made, Lang.ID)

    ends = tried(folder / name, load(SMALL / name), range(60), use)
    assert ends["refused"] > 20


@pytest.mark.slow
def test_decision_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEMITRAAN_CACHE", "")
    folder = tmp_path / "rules"
    shutil.copytree(SMALL, folder)
    file = folder / "1-strength" / "tables.yaml"
    file.write_text(TABLE, "utf-8")

    def use() -> None:
        made = load_rulebase(folder)
        infer(made.clauses, [])
        assert list_parts(made, Lang.ID)

    use()
    ends = tried(file, load(file), range(200), use)
    assert ends["refused"] > 50
    assert ends["used"] > 10


@pytest.mark.slow
@pytest.mark.parametrize("name", ["itabajo", "tenun-troso"])
def test_profiles(name: str, tmp_path: Path, base: RuleBase) -> None:
    file = tmp_path / "profile.yaml"
    data = load(ROOT / "scenarios" / f"{name}.yaml")
    # A part of it: mutants of the whole would be refused for the same few things.
    data["sentra"] = dict(list(data["sentra"].items())[:12])
    ends = tried(file, data, range(60), lambda: examine(file, base=base))
    assert ends["refused"] > 10
    assert ends["used"] > 5


@pytest.mark.slow
def test_overlays_with_rules(tmp_path: Path, base: RuleBase) -> None:
    file = tmp_path / "overlay.yaml"
    data = load(ROOT / "scenarios" / "overlays" / "no-mentoring-budget.yaml")
    files = sorted((ROOT / "rules").glob("[1-4]*/*.yaml"))
    rules = [entry for path in files for entry in load(path) if "id" in entry]
    chosen = [rule for rule in rules if {"at_least", "some", "not"} & rule["if"].keys()][:4]
    data["rules"] = [{**rule, "id": f"ZZZ-{n:02}"} for n, rule in enumerate(chosen, 1)]
    data["assume"] = {"grouping_rule": "by_kind"}
    data["actors"] = {"local_government": {"interest": "low"}}
    assert len(chosen) == 4
    ends = tried(file, data, range(150), lambda: examine("itabajo", overlays=[file], base=base))
    assert ends["refused"] > 20
    assert ends["used"] > 5
