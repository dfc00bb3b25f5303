"""What a line that was typed says: a command, or an answer by number, by word or as a figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Literal

from kemitraan.knowledge.vocabulary import fold
from kemitraan.scenario.values import number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kemitraan.knowledge.vocabulary import Vocabulary
    from kemitraan.text import Lang

Command = Literal["unknown", "back", "edit", "why", "sofar", "stop", "help"]

_COMMANDS: Final[dict[str, Command]] = {
    **dict.fromkeys(("tt", "tidak_tahu", "belum_tahu", "dk", "don't_know", "dont_know",
                     "?", "unknown"), "unknown"),
    **dict.fromkeys(("k", "kembali", "b", "back"), "back"),
    **dict.fromkeys(("u", "ubah", "e", "edit"), "edit"),
    **dict.fromkeys(("m", "mengapa", "kenapa", "w", "why"), "why"),
    **dict.fromkeys(("h", "hasil", "r", "result"), "sofar"),
    **dict.fromkeys(("s", "simpan", "save", "stop", "quit"), "stop"),
    **dict.fromkeys(("bantuan", "help"), "help"),
}  # fmt: skip

DONE: Final = frozenset({"", "selesai", "done", "cukup"})
"""What ends a list."""
YES: Final = frozenset({"y", "ya", "yes", "iya"})
NO: Final = frozenset({"t", "n", "tidak", "no", "bukan"})

_COMMA = re.compile(r"\s*[,;]\s*")
_AND = re.compile(r"\s+(?:dan|and|&)\s+")
_NUMBERS = re.compile(r"\d+(?:[\s,;]+\d+)+")
_YEARS: Final = (1900, 2200)


class NoSuchKindError(ValueError):
    """An actor whose kind is not said, or not known."""


class NoSuchNumberError(ValueError):
    """A number that stands before none of the answers."""


def command(line: str) -> Command | None:
    """Return the command that a line is, in either language."""
    return _COMMANDS.get(fold(line))


def truth(line: str) -> bool | None:
    """Return yes or no, in any of the ways people write it; None for anything else."""
    word = fold(line)
    return True if word in YES else False if word in NO else None


def content(line: str, attribute: str, words: Vocabulary, lang: Lang) -> Any:
    """Return what a profile would say for a line, to be read as any other.

    A whole number alone is the number of an answer; a figure has `=` before it, or its scale
    behind it (`75 %`, `3,4 dari 5`).

    Raises:
        NoSuchNumberError: a number that stands before none of the answers.
    """
    declared = words.attributes[attribute]
    if words.takes_words(attribute):
        return line
    if line.startswith("=") and declared.figure:
        figure = line[1:].strip()
        measured = number(figure)
        if measured is None:
            return figure
        year = declared.figure.since and _YEARS[0] <= measured <= _YEARS[1]
        return {"since" if year else "figure": figure}
    # What is written is the word of the language, as in the form.
    values = {v: words.word_for(attribute, v)[lang] for v in words.values_of(attribute)}
    if fold(line) in words.words_for(attribute):
        return line
    if not declared.many:
        return _one(line, values)
    if _NUMBERS.fullmatch(line):
        return [*dict.fromkeys(_one(part, values) for part in re.split(r"[\s,;]+", line))]
    known = words.words_for(attribute)
    parts: list[str] = []
    for part in _COMMA.split(line):
        parts.extend([part] if fold(part) in known else _AND.split(part))
    found = [_one(part, values) for part in parts if part]
    return [*dict.fromkeys(found)] if len(found) > 1 else (found or [line])[0]


def _one(word: str, values: Mapping[str, str]) -> str:
    """Return the word of the answer with a number, or the word as it is."""
    if word.isdecimal():
        if not 1 <= int(word) <= len(values):
            raise NoSuchNumberError(word)
        return [*values.values()][int(word) - 1]
    if {*values} <= {"yes", "no"} and truth(word) is not None:
        said = "yes" if truth(word) else "no"
        return values.get(said, word)
    return word


def actor(line: str, words: Vocabulary, kinds: tuple[str, ...], attribute: str) -> tuple[str, str]:
    """Return kind and name of an actor: `4`, `4 Bank Sultra`, `bank: Bank Sultra`.

    Raises:
        NoSuchKindError: neither a number nor a word before the name says which kind.
    """
    known = words.words_for(attribute)
    if (kind := known.get(fold(line))) is not None:
        return kind, ""
    for head, name in (_cut(line, ":"), _cut(line, None)):
        if head.isdecimal() and 1 <= int(head) <= len(kinds):
            return kinds[int(head) - 1], name
        if name and (kind := known.get(fold(head))) is not None:
            return kind, name
    raise NoSuchKindError(line)


def _cut(line: str, by: str | None) -> tuple[str, str]:
    """Return what stands before the first such mark, and behind it."""
    head, *rest = (part.strip(" .:") for part in line.split(by, 1))
    return head, (rest or [""])[0]
