"""Faults of what a person wrote: where, what, why, what to do; and the error that carries them.

The whole tree of errors the package raises:

    KemitraanError
    ├── InputError      what was given cannot be used; carries every `Fault` found
    └── EngineError     an invariant of the engine broke; never the user's doing
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kemitraan.text import Lang, Text, harmless, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sized


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
    why: Text = Text("", "")
    fix: Text = Text("", "")

    def format(self, lang: Lang) -> str:
        """Return the fault as one line in `lang`: place, what, why, what to do."""
        parts = [part[lang].rstrip(".") for part in (self.what, self.why, self.fix) if part[lang]]
        text = f"{self.place}: {'. '.join(parts)}"
        # Names and words of the file stand in it: they must not begin a line of their own.
        return harmless(text if text.endswith("?") else f"{text}.")


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


def hint(word: str, known: Iterable[str], faults: Sized) -> Text:
    """Return the hint that names the known word nearest to this one, if any is near.

    Looking for it is dear, so a file with very many `faults` is told it for the first of them.
    """
    return did_you_mean(nearest(word, known) if len(faults) < _MOST_HINTS else None)


def did_you_mean(word: str | None) -> Text:
    """Return the hint that names the nearest known word, or an empty text."""
    return Text(f"Maksud Anda '{word}'?", f"Did you mean '{word}'?") if word else Text("", "")
