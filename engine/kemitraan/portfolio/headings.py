"""What the headings of a table mean: a name, a place, something a profile can state, or nothing.

The headings that offices keep are taken as they are; so are the ids and labels of what a profile
states, in both languages. All else is carried through.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Final, Literal

from kemitraan.faults import Fault, InputError, Place
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA, fold
from kemitraan.scenario.answers import probably
from kemitraan.scenario.claims import statable
from kemitraan.scenario.model import KIND
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kemitraan.knowledge.vocabulary import Vocabulary

Role = Literal["id", "name", "assessed_on", "district", "industry", "fact", "actor", "untouched"]

ROLES: Final[dict[str, tuple[str, ...]]] = {
    "id": ("id", "id sentra", "kode sentra", "sentra id"),
    "name": ("nama sentra", "sentra", "nama", "nama sentra ikm", "sentra ikm", "name",
             "name of the sentra"),
    "assessed_on": ("assessed_on", "tahun penilaian", "tanggal penilaian", "dinilai", "assessed on",
                    "year of assessment"),
    "district": ("kecamatan", "kapanewon", "kecamatan/kapanewon", "kecamatan / kapanewon",
                 "kemantren", "distrik", "subdistrict", "district"),
    "industry": ("cabang industri", "jenis industri", "cabang/jenis industri",
                 "cabang / jenis industri", "kind of industry", "industry"),
}  # fmt: skip
_KNOWN: Final = {fold(word): role for role, words in ROLES.items() for word in words}
_CARRIED: Final = frozenset(
    map(
        fold,
        (
            "no", "no.", "nomor", "alamat", "desa", "kelurahan", "desa/kelurahan", "kontak",
            "telp", "telepon", "unit usaha", "tenaga kerja", "nilai investasi",
            "kapasitas produksi", "satuan", "nilai produksi", "nilai bb/bp", "latitude",
            "longitude", "kabupaten", "kabupaten/kota", "provinsi", "npwp", "keterangan",
        ),
    )
)  # fmt: skip
"""What offices keep that says nothing a profile states: no misspelt heading."""
_NUMBER_OF = re.compile(r"^(?:kode|nomor|no\.?)\s+|\s+(?:19|20)\d\d$")
_OF_ACTOR = re.compile(r"\s*[.:]\s*")


@dataclass(frozen=True)
class Column:
    """One column: its place, its heading as written, what it means.

    Of a `fact`, `word` is what a profile writes for it, `subject` the actor it is about (or the
    sentra). Of an `actor`, whether it takes part, both are its kind. `key` is the heading, told
    apart from others like it.
    """

    place: int
    heading: str
    role: Role
    word: str = ""
    subject: str = SENTRA
    key: str = ""

    @property
    def letter(self) -> str:
        """Return how a spreadsheet names the column, from A on."""
        number, letters = self.place + 1, ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return letters


class Headings:
    """Reads headings in the words of a vocabulary."""

    def __init__(self, words: Vocabulary) -> None:
        self.of_sentra = statable(words, SENTRA)
        self.of_actor = statable(words, ACTOR)
        self.kinds = words.words_for(KIND) if KIND in words.attributes else {}

    def meaning(self, place: int, heading: str) -> Column:
        """Return what one heading means."""
        folded = fold(heading)
        if role := _KNOWN.get(folded):
            return Column(place, heading, role)  # type: ignore[arg-type]  # a key of ROLES
        bare = fold(_NUMBER_OF.sub("", heading.strip().casefold()))
        if word := self.of_sentra.get(folded) or self.of_sentra.get(bare):
            return Column(place, heading, "fact", word)
        if kind := self.kinds.get(folded):
            return Column(place, heading, "actor", kind, kind)
        head, *tail = _OF_ACTOR.split(heading, maxsplit=1)
        kind = self.kinds.get(fold(head))
        word = self.of_actor.get(fold(tail[0])) if tail else None
        if kind and word and word != KIND:
            return Column(place, heading, "fact", word, kind)
        return Column(place, heading, "untouched")

    def score(self, cells: Sequence[str]) -> int:
        """Return how many of some cells are headings, known ones or those that offices keep."""
        return sum(
            self.meaning(0, cell).role != "untouched" or fold(cell) in _CARRIED
            for cell in cells
            if cell
        )

    def columns(self, file: str, line: int, headings: Sequence[str]) -> tuple[Column, ...]:
        """Return what each column means.

        Raises:
            InputError: nothing means anything, or two columns say the same.
        """
        found = tuple(_apart(self.meaning(place, h) for place, h in enumerate(headings)))
        faults = list(_twice(file, line, found))
        if all(column.role == "untouched" for column in found):
            what = Text("tidak ada judul kolom yang dikenal", "no heading is known")
            fix = Text(
                "Pakai judul seperti Nama sentra, KBLI, Kecamatan, atau nama pertanyaan dari "
                "`kemitraan scenario new`",
                "Use headings such as name, KBLI, district, or the names of questions in "
                "`kemitraan scenario new`",
            )
            faults.append(Fault(Place(file, line), what, fix=fix))
        if faults:
            raise InputError(faults)
        return found

    def notes(self, columns: Sequence[Column]) -> Iterator[Text]:
        """Yield a note of each column that is carried, and was perhaps meant to say something."""
        for column in columns:
            if column.role != "untouched" or fold(column.heading) in _CARRIED:
                continue
            if near := probably(column.heading, self.of_sentra):
                near = near.replace("_", " ")
                yield Text(
                    f"kolom {column.letter} '{column.heading}' dibawa apa adanya. Maksud Anda "
                    f"'{near}'?",
                    f"column {column.letter} '{column.heading}' is carried through. Did you mean "
                    f"'{near}'?",
                )
            elif column.word:
                yield Text(
                    f"kolom {column.letter} '{column.heading}' dibawa apa adanya: tidak satu pun "
                    "isinya terbaca sebagai jawaban",
                    f"column {column.letter} '{column.heading}' is carried through: none of its "
                    "cells reads as an answer",
                )


def _apart(columns: Iterable[Column]) -> Iterator[Column]:
    """Yield the columns, each with a key of its own."""
    taken: set[str] = set()
    for column in columns:
        name = column.heading or column.letter
        keys = (f"{name} ({number})" if number > 1 else name for number in count(1))
        key = next(key for key in keys if key not in taken)
        taken.add(key)
        yield replace(column, key=key)


def _twice(file: str, line: int, columns: Sequence[Column]) -> Iterator[Fault]:
    """Yield a fault for each column that says the same as one before it."""
    first: dict[tuple[str, str, str], Column] = {}
    for column in columns:
        if column.role == "untouched":
            continue
        other = first.setdefault((column.role, column.word, column.subject), column)
        if other is not column:
            what = Text(
                f"kolom {column.letter} '{column.heading}' sama artinya dengan kolom "
                f"{other.letter} '{other.heading}'",
                f"column {column.letter} '{column.heading}' means the same as column "
                f"{other.letter} '{other.heading}'",
            )
            fix = Text("Hapus atau ganti judul salah satunya", "Delete or rename one of the two")
            yield Fault(Place(file, line), what, fix=fix)
