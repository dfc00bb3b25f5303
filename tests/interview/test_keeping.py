"""Answers are kept whole or not at all, and read back as they were."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kemitraan.faults import InputError
from kemitraan.interview.answers import ACTORS, Answers, stated
from kemitraan.interview.keeping import keep
from kemitraan.knowledge.load import load_rulebase
from kemitraan.scenario.shipped import shipped
from kemitraan.scenario.written import as_yaml
from kemitraan.yamltree import read_yaml

ODD: dict[str, Any] = {
    "id": "a",
    "name": "Mete: #1 'Muna' {x} [y], \"z\"",
    "assessed_on": "2026",
    "about": None,
    "sentra": {
        "management": "ya",
        "benefit_for_sentra": "- pasar: a # 007",
        "visits": None,
    },
    "actors": {"dinas": {"kind": "local_government", "name": "Dinas, bidang: IKM"}, "bank": None},
}


def _back(file: Path) -> Any:
    faults: list[Any] = []
    document = read_yaml(file, faults, on=True)
    assert document is not None
    assert faults == []
    return document.data


@pytest.mark.parametrize("name", ["itabajo", "molas-poco-lembor", "keramik-dinoyo"])
def test_shipped_profile_is_kept_without_loss(name: str, tmp_path: Path) -> None:
    said = _back(shipped()[name])
    keep(said, tmp_path / "a.yaml")
    assert _back(tmp_path / "a.yaml") == said


def test_whatever_was_typed_comes_back(tmp_path: Path) -> None:
    keep(ODD, tmp_path / "a.yaml")
    assert _back(tmp_path / "a.yaml") == ODD
    assert "assessed_on: 2026\n" in as_yaml(ODD)


def test_where_it_cannot_be_written_the_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(ODD, tmp_path / "a.yaml")

    def refused(self: Path, target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(InputError):
        keep({"id": "b"}, tmp_path / "a.yaml")
    assert _back(tmp_path / "a.yaml") == ODD
    assert [p.name for p in tmp_path.iterdir()] == ["a.yaml"]


def test_label_written_as_key_is_answered_where_it_stands() -> None:
    words = load_rulebase().vocabulary
    answers = Answers({"id": "a", "name": "A", "sentra": {"Manajemen": "lemah"}})
    (slot,) = stated(answers, words)
    changed = answers.with_answer(words, slot, "kuat")
    assert changed.profile["sentra"] == {"Manajemen": "kuat"}
    assert changed.with_unknown(words, slot).profile["sentra"] == {}


def test_actors_of_one_name_stay_apart_and_one_taken_away_takes_what_was_said() -> None:
    words = load_rulebase().vocabulary
    answers = Answers({"id": "a", "name": "A"}, frozenset({ACTORS}))
    ids = []
    for kind, name in (
        ("bank", "B R I"),
        ("bank", "B.R.I"),
        ("producers", "Sentra"),
        ("media", ""),
    ):
        answers, found = answers.with_actor(words, kind, name)
        ids.append(found)
    assert ids == ["b_r_i", "b_r_i_2", "sentra_2", "media"]
    assert "b_r_i" not in answers.without_actor("b_r_i").actors
    assert answers.with_actor_as("media", "media", "Radio").actors["media"]["name"] == "Radio"
