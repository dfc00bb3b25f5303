"""Reads the word of an answer: a value by id, label or synonym; else what is wrong with it.

A wrong word is answered with the words there are. What was probably meant is named only where
nothing else can have been: a suggestion across the scale would turn an answer into its opposite.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kemitraan.faults import Fault, Place
from kemitraan.knowledge.vocabulary import fold
from kemitraan.scenario.figures import listed_words
from kemitraan.scenario.values import number
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kemitraan.knowledge.vocabulary import Attribute, Vocabulary

_CLOSE = 0.8
_BETWEEN = re.compile(r"\s*(?:[,;/]|\b(?:dan|atau|and|or)\b)\s*")
_CODE = re.compile(r"\d[\d.]*(?=\s|$)", re.ASCII)
_MANY_FAULTS = 100


def answer(
    word: str,
    attribute: Attribute,
    label: Text,
    words: Vocabulary,
    place: Place,
    faults: list[Fault],
) -> str | None:
    """Return the value that a word says of `attribute`, or None with a fault; `label` names it."""
    known = words.words_for(attribute.id)
    if (found := known.get(fold(word)) or _by_code(word, known)) is not None:
        return found
    what = Text("{label}: '{word}' tidak dikenal", "{label}: '{word}' is unknown")
    why, fix = Text("", ""), listed_words(words, attribute.id)
    if (unclear := _unclear(word, attribute, words)) is not None:
        what = Text("{label}: '{word}' tidak jelas: {why}", "{label}: '{word}' is unclear: {why}")
        why = unclear
    elif listed := _several(word, known):
        several = ", ".join(listed)
        what = Text("{label}: '{word}' dibaca sebagai satu kata",
                    "{label}: '{word}' is read as one word")  # fmt: skip
        fix = (
            Text(f"Tulis [{several}]", f"Write [{several}]")
            if attribute.many
            else Text(
                f"Tulis satu saja: {' atau '.join(listed)}",
                f"Write one of them: {' or '.join(listed)}",
            )
        )
    elif number(word) is not None and attribute.question is not None:
        what = Text("{label}: '{word}' bukan jawaban atas “{why}”",
                    "{label}: '{word}' is no answer to “{why}”")  # fmt: skip
        why = attribute.question
    elif len(faults) < _MANY_FAULTS and (near := probably(word, known)):
        label_of = words.word_for(attribute.id, known[fold(near)])
        fix = Text(
            _meant("Maksud Anda", near, label_of.id), _meant("Did you mean", near, label_of.en)
        )
    faults.append(Fault(place, what.format(label=label, word=word, why=why), fix=fix))
    return None


def _by_code(word: str, known: Mapping[str, str]) -> str | None:
    """Return the value of the longest code, among the words, that a word begins with.

    So a class of few digits takes the codes below it: `13` takes `13121 - …`.
    """
    found = _CODE.match(word.strip())
    digits = found[0].replace(".", "") if found else ""
    codes = (digits[:length] for length in range(len(digits), 1, -1))
    return next((known[code] for code in codes if code in known), None)


def _meant(asked: str, near: str, label: str) -> str:
    return f"{asked} '{near}'" + (f" ({label})?" if fold(label) != fold(near) else "?")


def _unclear(word: str, attribute: Attribute, words: Vocabulary) -> Text | None:
    """Return why a word may mean more than one level, if people write it so."""
    scale = words.scales.get(attribute.scale)
    for one in scale.unclear if scale else ():
        if fold(word) in map(fold, one.words):
            return one.because
    return None


def _several(word: str, known: Mapping[str, str]) -> list[str]:
    """Return the known words that a text lists, where it lists nothing else."""
    parts = [part for part in _BETWEEN.split(word) if part]
    return parts if len(parts) > 1 and all(fold(part) in known for part in parts) else []


def probably(word: str, known: Mapping[str, str]) -> str | None:
    """Return the known word that was misspelt, or None where another value may be meant.

    Every word that is close has to stand for the same value. What begins otherwise and ends
    alike is not close: `unmet` is not `met`, and `takaktif` not `aktif`.
    """
    from difflib import SequenceMatcher  # only a misspelt word comes here

    def alike(one: str, other: str) -> bool:
        begun = one != other and one.endswith(other)
        return not begun and SequenceMatcher(None, one, other).ratio() >= _CLOSE

    def same_words(one: str, other: str) -> bool:
        # Word by word, or the first of two could deny the second.
        parts, others = one.split("_"), other.split("_")
        if len(parts) != len(others):
            return one.replace("_", "") == other.replace("_", "")
        return all(map(alike, parts, others))

    folded = fold(word)
    close = [one for one in sorted(known) if same_words(folded, one)]
    values = {known[one] for one in close}
    if len(values) != 1:
        return None
    best = max(close, key=lambda one: SequenceMatcher(None, folded, one).ratio())
    return best if best == known[best] else best.replace("_", " ")
