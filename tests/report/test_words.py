"""The fixed phrases exist in both languages, with the same fields."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

import pytest

from kemitraan.report import words as w
from kemitraan.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

# Written alike in both languages.
ALIKE = {"Overlay", "–", "{question} ({subjects})", "{reference} ({when}, {evidence})"}


def phrases() -> Iterator[tuple[str, Text]]:
    for name, value in sorted(vars(w).items()):
        if isinstance(value, Text) and name.isupper():
            yield name, value
        elif isinstance(value, dict) and name.isupper():
            for key, text in value.items():
                yield f"{name}.{key}", text


PHRASES = dict(phrases())


def words_only_in(lang: Lang) -> set[str]:
    """Return the words that the phrases use in this language and never in the other."""
    found: dict[Lang, set[str]] = {
        one: {
            word
            for text in PHRASES.values()
            for word in re.findall(r"[a-z]+", re.sub(r"\{.*?\}", " ", text[one]).casefold())
        }
        for one in Lang
    }
    (other,) = set(Lang) - {lang}
    return found[lang] - found[other]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("name", PHRASES)
def test_phrase_exists_in_both_languages_with_the_same_fields(name: str) -> None:
    text = PHRASES[name]
    assert text.id.strip()
    assert text.en.strip()
    assert fields(text.id) == fields(text.en)
    assert (text.id == text.en) == (text.id in ALIKE), "translate it, or list it as alike"


def test_every_phrase_is_used() -> None:
    """A phrase nobody prints is deleted."""
    from tests.command import ROOT

    package = ROOT / "engine" / "kemitraan"
    code = "\n".join(file.read_text("utf-8") for file in sorted(package.rglob("*.py")))
    unused = {name.split(".")[0] for name in PHRASES} - set(re.findall(r"\bw\.([A-Z_]+)", code))
    assert not unused
