"""What we conclude is what a reading of the YAML that shares no code with ours concludes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from kemitraan.case import examine
from kemitraan.knowledge.load import load_rulebase
from tests.independent.profiles import (
    ReadingIn,
    actors_of,
    laid_on,
    random_choice,
    random_profile,
    statements,
)
from tests.independent.rules import (
    ROOT,
    Conclusions,
    Fact,
    Words,
    load,
    rows_of,
    rules_of,
)
from tests.thorough import few, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.knowledge.rulebase import RuleBase

RULES = ROOT / "rules"
PROFILES = sorted((ROOT / "scenarios").glob("*.yaml"))
OVERLAYS = sorted((ROOT / "scenarios" / "overlays").glob("*.yaml"))
BATCHES = 8
PART = 4


@cache
def words() -> Words:
    return Words(RULES)


@cache
def rules() -> list[dict[str, Any]]:
    return rules_of(RULES)


@cache
def all_rules() -> Conclusions:
    return Conclusions(words(), rules())


def expected(
    data: dict[str, Any],
    assume: dict[str, str],
    overlays: Sequence[dict[str, Any]] = (),
    without: Sequence[str] = (),
) -> set[Fact]:
    """Return the facts and conclusions of a profile, by the second reading."""
    said = list(statements(words(), data))
    study = {case["id"] for case in load(RULES / "sources" / "study.yaml")["cases"]}
    known = {s["id"] for s in load(RULES / "sources" / "statements.yaml")}
    chosen = {name: one["default"] for name, one in words().assumptions.items()} | assume
    off, more = {*without}, []
    for over in overlays:
        laid_on(words(), data, said, over)
        chosen |= over.get("assume", {})
        off |= {*over.get("without", [])}
        more += [rule for entry in over.get("rules", []) for rule in rows_of(entry)]
    actors = actors_of(data)
    facts = ReadingIn(words(), chosen).facts(said, actors)
    if data["id"] in study and all(s.source and {*s.source} <= known for s in said):
        facts.add(("profile_origin", "sentra", "study_case"))
    if not off and not more:
        return all_rules().of(facts, actors)
    left = [r for r in rules() if r["id"] not in off]
    return Conclusions(words(), left + more).of(facts, actors)


@cache
def base() -> RuleBase:
    return load_rulebase()


def found(path: Path, **changes: Any) -> set[Fact]:
    """Return the facts and conclusions of a profile as the package has them."""
    facts = examine(path, base=base(), **changes).inference.facts
    return {(*f,) for f in facts if "#" not in f.attribute and f.attribute != "is"}


@pytest.mark.slow
@pytest.mark.parametrize("path", few(PROFILES, 4), ids=lambda path: str(path.stem))
def test_shipped_profiles_by_default_and_under_other_assumptions(path: Path) -> None:
    for seed in range(6):
        assume = random_choice(words(), Random(seed)) if seed else {}
        assert found(path, assume=assume) == expected(load(path), assume)


@pytest.mark.parametrize("overlay", spread(OVERLAYS, 3), ids=lambda path: str(path.stem))
def test_shipped_overlays_on_a_shipped_profile(overlay: Path) -> None:
    for path in PROFILES[:2]:
        assert found(path, overlays=[overlay]) == expected(load(path), {}, [load(overlay)])


@pytest.mark.slow
@pytest.mark.parametrize("batch", range(BATCHES))
def test_random_profiles_under_random_assumptions(
    batch: int, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    """One in `PART` of the profiles that `--profiles` asks for: each is read from its file."""
    number = -(-pytestconfig.getoption("--profiles") // (BATCHES * PART))
    path = tmp_path / "random.yaml"
    derived = set()
    for seed in range(batch * number, (batch + 1) * number):
        random = Random(seed)
        data = random_profile(words(), random)
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
        assume = random_choice(words(), random) if seed % 2 else {}
        overlays = random.sample(OVERLAYS, 1) if seed % 4 == 2 else []
        without = random.sample([r["id"] for r in rules()], 5) if seed % 4 == 3 else []
        wanted = expected(load(path), assume, [load(o) for o in overlays], without)
        had = found(path, assume=assume, overlays=overlays, without=without)
        assert had == wanted, f"profile of seed {seed}: {had ^ wanted}"
        derived |= {a for a, _, _ in had if words().attributes[a]["role"] == "derived"}
    # The profiles must be such that most conclusions are met.
    every = {a for a, one in words().attributes.items() if one["role"] == "derived"}
    assert len(derived) > 0.55 * len(every)


def test_the_second_reading_imports_nothing_of_the_package() -> None:
    for file in ("rules.py", "profiles.py"):
        assert "kemitraan" not in (Path(__file__).parent / file).read_text("utf-8")
