"""Faults of what a person wrote: where, what, why, what to do; and the error that carries them.

The whole tree of errors the package raises:

    KemitraanError
    ├── InputError      what was given cannot be used; carries every `Fault` found
    └── EngineError     an invariant of the engine broke; never the user's doing
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kemitraan.text import Lang, Text, harmless, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sized
    from enum import StrEnum

E = TypeVar("E", bound="StrEnum")
NOTHING = Text("", "")


class Place(NamedTuple):
    """Where something was written: a file (as the user named it) and a line, from 1; 0 if none."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault: where it is, what is wrong, why that matters (may be empty), what to do."""

    place: Place
    what: Text
    why: Text = NOTHING
    fix: Text = NOTHING

    def format(self, lang: Lang) -> str:
        """Return the fault as one line in `lang`: place, what, why, what to do."""
        said = (part[lang].rstrip(".") for part in (self.what, self.why, self.fix) if part[lang])
        sentences = (part if part.endswith(("?", "?”")) else f"{part}." for part in said)
        # Names and words of the file stand in it: they must not begin a line of their own.
        return harmless(f"{self.place}: {' '.join(sentences)}")


class KemitraanError(Exception):
    """Base of every error this package raises on purpose."""


class InputError(KemitraanError):
    """What was given cannot be used. `faults` holds every fault found, sorted by place."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(sorted(set(faults)))
        super().__init__("\n".join(fault.format(Lang.EN) for fault in self.faults))


class EngineError(KemitraanError):
    """An invariant of the engine broke: a bug of this package, not of what was given."""


_MOST_HINTS = 100


def meant(word: str, known: Iterable[str], otherwise: Text = NOTHING, faults: Sized = ()) -> Text:
    """Return what to do about an unknown word: the known one that was probably meant, or else.

    Looking for it is dear, so a file with very many `faults` is told it for the first of them.
    """
    near = nearest(word, known) if len(faults) < _MOST_HINTS else None
    return Text(f"Maksud Anda '{near}'?", f"Did you mean '{near}'?") if near else otherwise


def unknown(
    place: Place, sort: Text, word: str, known: Iterable[str], otherwise: Text, faults: Sized
) -> Fault:
    """Return the fault of a word that names nothing of its sort; the rest as for `meant`."""
    what = Text(f"{sort.id} '{word}' tidak dikenal", f"the {sort.en} '{word}' is unknown")
    return Fault(place, what, fix=meant(word, known, otherwise, faults))


def named(words: Collection[str], among: type[E], place: Place) -> tuple[E, ...]:
    """Return the members of an enumeration that words name, in its own order, each once.

    Raises:
        InputError: words name none of them; all these words are listed.
    """
    listed = ", ".join(among)
    every = Text(f"Pilih: {listed}", f"Choose: {listed}")
    faults = [
        Fault(
            place,
            Text(f"'{word}' tidak dikenal", f"'{word}' is unknown"),
            fix=meant(word, among, every),
        )
        for word in words
        if word not in set(among)
    ]
    if faults:
        raise InputError(faults)
    return tuple(member for member in among if member in words)


def unknown_key(place: Place, key: str, known: Collection[str], faults: Sized) -> Fault:
    """Return the fault of a key that a file must not have there."""
    listed = ", ".join(known)
    every = Text(f"Yang ada: {listed}", f"Known keys: {listed}")
    return unknown(place, Text("kunci", "key"), key, known, every, faults)


def id_taken(place: Place, identifier: str, first: Place, fix: Text) -> Fault:
    """Return the fault of an id that was given to something else at `first`."""
    what = Text(
        f"id '{identifier}' sudah dipakai di {first}",
        f"the id '{identifier}' is already used at {first}",
    )
    return Fault(place, what, fix=fix)
