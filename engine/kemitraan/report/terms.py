"""A term of the vocabulary in words: what it is, its answers, and which rules use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.knowledge.vocabulary import fold
from kemitraan.knowledge.where_used import Uses
from kemitraan.report import words as w
from kemitraan.text import Text, joined, same, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute

ROLE = {
    "input": Text("masukan: dinyatakan dalam profil", "input: stated in profiles"),
    "derived": Text("turunan: disimpulkan aturan", "derived: concluded by rules"),
    "property": Text("sifat: tetap dalam katalog", "property: fixed in a catalogue"),
}
KIND = Text("Jenis", "Kind")
OF = Text("{role}; tentang {kind}", "{role}; of {kind}")
VALUES = Text("Nilai", "Values")
CONCLUDED_BY = Text("Disimpulkan oleh", "Concluded by")
READ_BY = Text("Dibaca oleh", "Read by")
NAMED_BY = Text("Disebut entri", "Named by entries")
UNREAD = Text("Tidak dibaca", "Not read")


def terms_named(base: RuleBase, word: str) -> list[str]:
    """Return the attributes and catalogue entries of this id, or else of this label."""
    words = base.vocabulary
    known = {a.id: a.label for a in words.attributes.values() if a.role != "assumption"}
    known |= {name: entry.label for name, (_, entry) in words.entries.items()}
    if word in known:
        return [word]
    asked = fold(word)
    return [
        name
        for name, label in known.items()
        if asked in (fold(name), fold(label.id), fold(label.en))
    ]


def term_rows(base: RuleBase, term: str) -> tuple[Text, list[tuple[Text, Text]]]:
    """Return the title of a term, and what is told of it: name and text of each line."""
    attribute = base.vocabulary.attributes.get(term)
    if attribute is not None:
        return titled(term, attribute.label), [*_attribute(base, attribute), *use_rows(base, term)]
    kind, entry = base.vocabulary.entries[term]
    rows = [(KIND, kind.label)]
    rows += [(w.ABOUT, entry.about)] if entry.about else []
    rows += [(w.SOURCES, same(", ".join(entry.source)))] if entry.source else []
    return titled(term, entry.label), [*rows, *use_rows(base, term)]


def _attribute(base: RuleBase, attribute: Attribute) -> Iterator[tuple[Text, Text]]:
    words = base.vocabulary
    kind = words.kinds.get(attribute.of)
    role = ROLE[attribute.role]
    yield KIND, OF.format(role=role, kind=kind.label) if kind else role
    if attribute.question:
        yield w.QUESTION, attribute.question
    labels = (words.label_of_value(attribute.id, v) for v in words.values_of(attribute.id))
    if not words.takes_words(attribute.id):
        yield VALUES, joined(label for label in labels if label)
    if attribute.source:
        yield w.SOURCES, same(", ".join(attribute.source))
    if attribute.unread:
        yield UNREAD, attribute.unread


def use_rows(base: RuleBase, term: str) -> Iterator[tuple[Text, Text]]:
    """Yield the lines that tell which rules and entries use a term or an assumption."""
    found = base.where_used.get(term, Uses())
    for name, ids in (
        (CONCLUDED_BY, found.concluded_by),
        (READ_BY, found.read_by),
        (NAMED_BY, found.named),
    ):
        if ids:
            yield name, same(", ".join(ids))
