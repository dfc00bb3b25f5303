"""Answers that cannot be misread: words of offices, figures on their scale, no inverted meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.vocabulary import fold
from kemitraan.scenario.answers import probably
from kemitraan.text import Lang
from tests.scenario.small import read

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.knowledge.rulebase import RuleBase

HEAD = "id: a\nname: A\nsentra:\n"
LEVELS = {
    "strong": ("baik", "bagus", "sangat baik", "good", "KUAT"),
    "developing": ("cukup", "cukup baik", "sedang", "fair", "average"),
    "weak": ("kurang", "kurang baik", "buruk", "perlu perbaikan", "poor", "tidak memadai"),
}
UNCLEAR = ("penguatan", "perlu penguatan", "peningkatan", "memadai", "needs improvement")


@pytest.fixture(scope="module")
def base() -> RuleBase:
    return load_rulebase()


def values(text: str, base: RuleBase, folder: Path) -> list[str | None]:
    scenario, faults = read(f"{HEAD}  {text}\n", folder, base)
    return [] if faults else [claim.value for claim in scenario.claims]


@pytest.mark.parametrize(
    ("level", "word"),
    [(level, word) for level, listed in LEVELS.items() for word in listed],
)
def test_word_of_an_office_is_understood(
    level: str, word: str, base: RuleBase, tmp_path: Path
) -> None:
    assert values(f"product_quality: {word}", base, tmp_path) == [level]


@pytest.mark.parametrize("word", UNCLEAR)
def test_word_that_may_mean_two_levels_is_refused_with_the_levels(
    word: str, base: RuleBase, tmp_path: Path
) -> None:
    _, faults = read(f"{HEAD}  product_quality: {word}\n", tmp_path, base)
    assert [f.fix[Lang.ID] for f in faults] == ["Tulis salah satu: lemah, sedang, kuat"]
    assert [f.fix[Lang.EN] for f in faults] == ["Write one of: weak, developing, strong"]
    assert faults[0].what[Lang.EN].startswith(f"Product quality: '{word}' is unclear")


def test_each_word_of_a_scale_stands_for_one_value(base: RuleBase) -> None:
    for scale in base.vocabulary.scales.values():
        said: dict[str, str] = {}
        for value in scale.values:
            for word in {fold(w) for w in (value.id, value.label.id, value.label.en, *value.also)}:
                assert said.setdefault(word, value.id) == value.id, (scale.id, word)
        unclear = [fold(word) for one in scale.unclear for word in one.words]
        assert not said.keys() & set(unclear), scale.id


def test_a_word_denied_is_never_taken_for_the_word(base: RuleBase) -> None:
    words = base.vocabulary
    attributes = {a.scale: a.id for a in words.attributes.values() if a.scale in words.value_order}
    tried = 0
    for scale, attribute in attributes.items():
        known = words.words_for(attribute)
        english = {fold(value.label.en) for value in words.scales[scale].values}
        for word in [w for w in known if "_" not in w]:
            glued = ("un", "in", "non", "dis") if word in english else ("tak",)
            for denial in ("tidak ", "belum ", "kurang ", "tdk ", "bukan ", "not ", *glued):
                denied = fold(denial + word)
                near = probably(denied, known) if denied not in known else None
                assert near is None or known[fold(near)] != known[word], (denied, near)
                tried += 1
    assert tried > 1000


def test_a_misspelt_word_is_taken_for_a_word_of_the_same_value(base: RuleBase) -> None:
    known = base.vocabulary.words_for("coordination")
    assert probably("lemh", known) == "lemah"
    assert probably("strog", known) == "strong"
    assert probably("unstrong", known) is None


def test_a_word_that_is_close_to_two_values_is_taken_for_neither(base: RuleBase) -> None:
    assert probably("inadequat", base.vocabulary.words_for("packaging")) is None


FIGURES = {
    "product_quality: 72%": 72,
    "product_quality: {figure: 72 persen}": 72,
    "product_quality: {figure: 3.4, of: 5}": 68,
    "product_quality: {figure: 4, of: 100}": 4,
    "product_quality: 3,4 dari 5": 68,
    "product_quality: 3.4/5": 68,
    "product_quality: 4%": 4,
    'product_quality: "72,5"': 72.5,
    "capacity_against_demand: 80%": 0.8,
    "capacity_against_demand: {figure: 400, of: 500}": 0.8,
}


@pytest.mark.parametrize("text", FIGURES)
def test_figure_is_read_on_its_scale(text: str, base: RuleBase, tmp_path: Path) -> None:
    scenario, faults = read(f"{HEAD}  {text}\n", tmp_path, base)
    assert not faults
    assert [claim.figure for claim in scenario.claims] == [FIGURES[text]]


REFUSED = {
    "product_quality: 3.4": "3.4, on a scale of 1–5? Write {figure: 3.4, of: 5}; if per cent: 3.4%",
    "product_quality: 7": "7, on a scale of 1–10? Write {figure: 7, of: 10};",
    "product: 0.72": "0.72, is it 72 per cent? Write 72%;",
    'product: "0,72"': "Write 72%; if it is 0,72 per cent: 0.72%",
    "management: 180": "180 is outside 0–100",
    "management: -5": "-5 is outside 0–100",
    "management: {figure: 810}": "810 is outside 0–100",
    "management: {figure: 6, of: 5}": "6 of 5 is more or less than can be",
    "management: {figure: 6, of: banyak}": "of: 'banyak' is no highest score",
    "capacity_against_demand: 72": "If it is 72 per cent, write 72%",
    "capacity_against_demand: 810": "Write a number 0–5",
    "forum: 72%": "'72%' is a share",
    "five_units: 14": "'14' is no answer to",
    "market_segments: hotel, visitor": "Write [hotel, visitor]",
    "contract: lisan atau tertulis": "Write one of them: lisan or tertulis",
    "product: {value: kuat, note: baik, tetapi mahal}": 'quotes: note: "baik, tetapi mahal"',
    "product: {figure: 3,4}": "Write the decimal with a point: 3.4",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_may_be_misread_is_refused_with_what_to_write(
    text: str, base: RuleBase, tmp_path: Path
) -> None:
    _, faults = read(f"{HEAD}  {text}\n", tmp_path, base)
    assert any(REFUSED[text] in f.format(Lang.EN) for f in faults), faults
    assert all(f.place.line == 4 for f in faults)


def test_score_of_an_actor_is_held_to_its_scale(base: RuleBase, tmp_path: Path) -> None:
    text = "id: a\nname: A\nactors:\n  bank: {interest: {figure: 7}}\n"
    _, faults = read(text, tmp_path, base)
    assert ["interest: 7 is outside 1–5" in f.format(Lang.EN) for f in faults] == [True]
