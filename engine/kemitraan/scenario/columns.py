"""The columns of a form in Excel, by which it is written and recognised again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.knowledge.vocabulary import ACTOR, fold
from kemitraan.scenario.model import KIND
from kemitraan.text import Text

if TYPE_CHECKING:
    from kemitraan.knowledge.vocabulary import Vocabulary

COLUMNS = {
    "code": Text("Kode", "Code"),
    "actor": Text("Aktor", "Actor"),
    "question": Text("Pertanyaan", "Question"),
    "choices": Text("Pilihan", "Choices"),
    "value": Text("Jawaban", "Answer"),
    "name": Text("Nama", "Name"),
    "source": Text("Sumber", "Source"),
    "by": Text("Kata siapa", "Who said it"),
    "on": Text("Kapan", "When"),
    "basis": Text("Dasar keterangan", "Kind of evidence"),
    "note": Text("Catatan", "Note"),
    "potential": Text("Baru peluang?", "Only a potential?"),
}
"""What stands above each column, by the key that a profile has for it where it has one."""

REMARKS = ("source", "by", "on", "basis", "note")
"""What may stand beside an answer."""

HEAD = {
    "name": Text("Nama sentra", "Name of the sentra"),
    "id": Text("Nama pendek (boleh kosong)", "Short name (may be left out)"),
    "about.id": Text("Keterangan singkat (Indonesia)", "Short description (Indonesian)"),
    "about.en": Text("Keterangan singkat (Inggris)", "Short description (English)"),
    "assessed_on": Text("Tahun penilaian", "Year of the assessment"),
}
"""What a form asks of the profile as a whole."""


def column_words() -> dict[str, str]:
    """Return the column that each heading stands for, in either language, folded."""
    return {fold(word): key for key, text in COLUMNS.items() for word in (text.id, text.en)}


def columns_of(heads: list[str], words: Vocabulary) -> dict[int, str] | None:
    """Return what each column of a row of headings holds; None where the row is none.

    A sheet of questions has a column of answers, and one that says of what. A sheet of actors has
    one of kinds; its further columns are what can be said of an actor.
    """
    known = column_words()
    found = {at: known[fold(head)] for at, head in enumerate(heads) if fold(head) in known}
    if "value" in found.values():
        return found if {"code", "question"} & set(found.values()) else None
    for at, head in enumerate(heads):
        if at not in found and (attribute := words.inputs(ACTOR).get(fold(head))):
            found[at] = attribute
    # A row of the table may well hold one of these words.
    return found if KIND in found.values() and len({*found.values()}) > 2 else None
