"""The same input gives the same bytes: any hash seed, any order of facts, actors, rules, files."""

from __future__ import annotations

import shutil
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from kemitraan.case import examine
from kemitraan.published import as_json
from kemitraan.yamltree import read_yaml
from tests.command import ROOT, kemitraan, process
from tests.thorough import few

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
@pytest.mark.parametrize(
    "args",
    [
        ("recommend", "itabajo", "--format", "json"),
        ("recommend", "molas-poco-lembor", "--lang", "id"),
        ("why", "itabajo", "partnership_readiness", "--lang", "en"),
        ("compare", "itabajo", "molas-poco-lembor", "tenun-troso"),
        ("rules", "coverage"),
    ],
    ids=lambda args: " ".join(args),
)
def test_hash_seed_changes_nothing(args: tuple[str, ...]) -> None:
    done = process(*args, hash_seed="42")
    assert done.out
    assert done == kemitraan(*args)


@pytest.mark.slow
def test_kept_rules_and_rules_read_anew_give_the_same(tmp_path: Path) -> None:
    args = ("recommend", "itabajo", "--format", "json")
    anew = kemitraan(*args, KEMITRAAN_CACHE="").out
    first = kemitraan(*args, KEMITRAAN_CACHE=str(tmp_path)).out
    assert list(tmp_path.glob("rules-*.pickle"))
    kept = kemitraan(*args, KEMITRAAN_CACHE=str(tmp_path)).out
    assert anew == first == kept


@pytest.mark.slow
def test_damaged_kept_rules_are_read_anew(tmp_path: Path) -> None:
    args = ("recommend", "itabajo", "--format", "json")
    first = kemitraan(*args, KEMITRAAN_CACHE=str(tmp_path)).out
    for file in tmp_path.glob("rules-*.pickle"):
        file.write_bytes(file.read_bytes()[:1000])
    assert kemitraan(*args, KEMITRAAN_CACHE=str(tmp_path)).out == first


def shuffled(data: Any, random: Random) -> Any:
    """Return YAML data with the keys of every mapping and the items of every list reordered."""
    if isinstance(data, dict):
        keys = list(data)
        random.shuffle(keys)
        return {k: shuffled(data[k], random) for k in keys}
    if isinstance(data, list):
        items = [shuffled(item, random) for item in data]
        random.shuffle(items)
        return items
    return data


@pytest.mark.slow
@pytest.mark.parametrize("seed", few(range(12), 1))
@pytest.mark.parametrize("name", ["itabajo", "molas-poco-lembor"])
def test_order_of_facts_and_actors_changes_nothing(name: str, seed: int, tmp_path: Path) -> None:
    document = read_yaml(ROOT / "scenarios" / f"{name}.yaml", [])
    assert document is not None
    file = tmp_path / "profile.yaml"
    text = yaml.safe_dump(shuffled(document.data, Random(seed)), sort_keys=False)
    file.write_text(text, "utf-8")
    expected, found = examine(name).recommendation, examine(file).recommendation
    for part in ("potential", "diagnoses", "actors", "causes", "needs", "partnership_types",
                 "strategies", "readiness", "gaps", "questions", "warnings", "practice",
                 "base"):  # fmt: skip
        assert as_json(getattr(found, part)) == as_json(getattr(expected, part)), part


@pytest.mark.slow
@pytest.mark.parametrize("seed", few(range(12), 1))
def test_order_of_actors_of_one_kind_changes_nothing(seed: int, tmp_path: Path) -> None:
    names = ["hotel", "boat", "lodge", "agent"]
    file = tmp_path / "profile.yaml"

    def recommended() -> str:
        listed = "".join(f"  {n}: {{kind: tourism_business, shows_interest: ya}}\n" for n in names)
        file.write_text(
            f"id: a\nname: A\nactors:\n{listed}  university: {{kind: academia}}\n", "utf-8"
        )
        return as_json(examine(file).recommendation)

    expected = recommended()
    Random(seed).shuffle(names)
    assert recommended() == expected


@pytest.mark.slow
def test_order_of_rules_and_files_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", folder)
    random = Random(7)
    for number, file in enumerate(sorted(folder.glob("[1-4p]*/*.yaml"))):
        document = read_yaml(file, [])
        assert document is not None
        entries = list(document.data)
        random.shuffle(entries)
        file.unlink()
        moved = file.with_name(f"{random.randint(10, 99)}-{number}.yaml")
        moved.write_text(yaml.safe_dump(entries, sort_keys=False, allow_unicode=True), "utf-8")
    expected = examine("itabajo").recommendation
    found = examine("itabajo", rules=folder).recommendation
    for part in ("potential", "diagnoses", "actors", "needs", "partnership_types", "strategies",
                 "readiness", "gaps", "questions", "warnings", "practice"):  # fmt: skip
        assert as_json(getattr(found, part)) == as_json(getattr(expected, part)), part
