"""No text of one language holds a word of the other, and one notion has one word."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kemitraan.yamltree import read_yaml
from tests.words.texts import texts, words

FOLDER = Path(__file__).parent


def data(name: str) -> Any:
    document = read_yaml(FOLDER / f"{name}.yaml", [])
    assert document is not None
    return document.data


@cache
def phrases() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(phrase) for phrase in data("shared")["phrases"]))


@cache
def shared() -> frozenset[str]:
    groups = (data("shared")[name] for name in ("names", "loans", "letters"))
    return frozenset(word for group in groups for row in group for word in row)


def own_words(text: str) -> set[str]:
    """Return the words of a text that are of its language."""
    return {*words(phrases().sub(" ", text))} - shared()


@cache
def counted() -> tuple[Counter[str], Counter[str]]:
    """Return in how many Indonesian and English texts each word stands."""
    found: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for text in texts():
        found[0].update(own_words(text.id))
        found[1].update(own_words(text.en))
    return found


def test_no_text_of_one_language_holds_a_word_of_the_other() -> None:
    """A word in texts of both is out of place in one of them, or goes into `shared.yaml`."""
    indonesian, english = counted()
    assert len(texts()) > 3000
    told = []
    for word in sorted(indonesian.keys() & english.keys()):
        foreign = "id" if indonesian[word] <= english[word] else "en"
        places = [t.place for t in texts() if word in own_words(getattr(t, foreign))]
        told.append(f"{word!r} stands in both languages; in {foreign} at {places[:9]}")
    assert not told, "\n".join(told)


def test_every_shared_word_is_in_use_in_both_languages() -> None:
    told = [{w for t in texts() for w in words(getattr(t, lang))} for lang in ("id", "en")]
    letters = {word for row in data("shared")["letters"] for word in row}
    assert shared() - letters - (told[0] & told[1]) == set()


def test_every_text_is_there_in_both_languages_and_says_something_in_each() -> None:
    for text in texts():
        assert bool(text.id.strip()) == bool(text.en.strip()), text


@pytest.mark.parametrize("lang", ["id", "en"])
def test_one_notion_has_one_word(lang: str) -> None:
    found: list[str] = []
    for entry in data("preferred")[lang]:
        avoided = re.compile(rf"\b(?:{'|'.join(entry['avoid'])})\b", re.IGNORECASE)
        found.extend(
            f"{text.place}: {getattr(text, lang)!r}: use {entry['use']!r}"
            for text in texts()
            if avoided.search(getattr(text, lang))
            and getattr(text, lang) not in entry.get("but", ())
        )
    assert found == []


def test_words_that_are_preferred_are_in_use_and_none_of_them_is_avoided() -> None:
    for lang in ("id", "en"):
        every = " ".join(getattr(text, lang).casefold() for text in texts())
        avoided = {word for entry in data("preferred")[lang] for word in entry["avoid"]}
        for entry in data("preferred")[lang]:
            assert entry["use"] not in avoided
            assert entry["use"] in every, entry["use"]
