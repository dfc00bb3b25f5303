"""What a typed line says: commands, numbers, words, figures, actors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kemitraan.interview import typed
from kemitraan.knowledge.load import load_rulebase
from kemitraan.scenario.model import KIND
from kemitraan.text import Lang

if TYPE_CHECKING:
    from kemitraan.knowledge.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return load_rulebase().vocabulary


@pytest.mark.parametrize(
    ("line", "attribute", "content"),
    [
        ("2", "quality_consistency", "partly met"),
        ("y", "manager_in_place", "yes"),
        ("YA", "manager_in_place", "YA"),
        ("t", "manager_in_place", "no"),
        ("1, 3", "market_segments", ["hotel", "food stall"]),
        ("1 3", "market_segments", ["hotel", "food stall"]),
        ("hotel, restoran dan warung", "market_segments", ["hotel", "restoran", "warung"]),
        ("3 3", "market_segments", ["food stall"]),
        ("= 75", "level", {"figure": "75"}),
        ("72%", "level", "72%"),
        ("= 3,4 dari 5", "level", "3,4 dari 5"),
        ("= 2019", "years_operating", {"since": "2019"}),
        ("= 6", "years_operating", {"figure": "6"}),
        ("2 kali setahun", "benefit_for_sentra", "2 kali setahun"),
    ],
)
def test_line_becomes_what_a_profile_would_say(
    words: Vocabulary, line: str, attribute: str, content: Any
) -> None:
    assert typed.content(line, attribute, words, Lang.EN) == content


@pytest.mark.parametrize("line", ["0", "4", "75"])
def test_whole_number_is_never_taken_for_a_figure(words: Vocabulary, line: str) -> None:
    with pytest.raises(typed.NoSuchNumberError):
        typed.content(line, "level", words, Lang.ID)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("tt", "unknown"), ("Tidak tahu", "unknown"), ("dk", "unknown"), ("don't know", "unknown"),
        ("K", "back"), ("b", "back"), ("u", "edit"), ("e", "edit"), ("m", "why"), ("w", "why"),
        ("h", "sofar"), ("r", "sofar"), ("s", "stop"), ("simpan", "stop"),
        ("t", None), ("tidak", None), ("ya", None), ("y", None), ("no", None), ("selesai", None),
    ],
)  # fmt: skip
def test_commands_are_known_in_both_languages_and_are_no_answers(
    line: str, found: str | None
) -> None:
    assert typed.command(line) == found


def test_no_answer_there_is_can_be_mistaken_for_a_command(words: Vocabulary) -> None:
    asked = [a.id for a in words.attributes.values() if a.role == "input" and a.question]
    known = {word for attribute in asked for word in words.words_for(attribute)}
    assert [word for word in known if typed.command(word)] == []


@pytest.mark.parametrize(
    ("line", "kind", "name"),
    [
        ("4", "financial_institution", ""),
        ("4 Bank Sultra", "financial_institution", "Bank Sultra"),
        ("4. Bank Sultra", "financial_institution", "Bank Sultra"),
        ("bank: Bank Sultra", "financial_institution", "Bank Sultra"),
        ("Pemerintah daerah", "local_government", ""),
        ("1: Dinas: bidang IKM", "local_government", "Dinas: bidang IKM"),
    ],
)
def test_actor_is_a_kind_and_a_name(words: Vocabulary, line: str, kind: str, name: str) -> None:
    assert typed.actor(line, words, words.values_of(KIND), KIND) == (kind, name)


@pytest.mark.parametrize("line", ["99 Bank", "Galih", "0", "4x Bank"])
def test_actor_without_a_kind_is_refused(words: Vocabulary, line: str) -> None:
    with pytest.raises(typed.NoSuchKindError):
        typed.actor(line, words, words.values_of(KIND), KIND)
