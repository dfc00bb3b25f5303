"""The fault for a word that names nothing: what sort of thing it should be, and what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.faults import NOTHING, Fault, unknown
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kemitraan.faults import Place
    from kemitraan.knowledge.vocabulary import Vocabulary

SORTS = {
    "alternative": Text("alternatif", "alternative"),
    "assumption": Text("asumsi", "assumption"),
    "attribute": Text("atribut", "attribute"),
    "concept": Text("konsep", "concept"),
    "derived": Text("atribut turunan", "derived attribute"),
    "entry": Text("entri", "entry"),
    "field": Text("bidang", "field"),
    "figure": Text("atribut berangka asumsi ini", "attribute with figures of this assumption"),
    "input": Text("atribut masukan", "input attribute"),
    "kind": Text("jenis subjek", "kind of subject"),
    "property": Text("sifat", "property"),
    "rule": Text("aturan", "rule"),
    "scale": Text("skala", "scale"),
    "shown": Text("atribut yang ditampilkan", "shown attribute"),
    "source": Text("sumber", "source"),
    "text": Text("teks", "text"),
    "value": Text("nilai", "value"),
    "variable": Text("variabel", "variable"),
}
"""What a word can be asked to name."""

ONE_VALUE = Text("'{key}' menerima satu nilai", "'{key}' takes a single value")
NAME_ONE = Text("Sebut satu nilai saja", "Name one value")
_DECLARE = Text("Nyatakan dahulu", "Declare it first")


class Names:
    """Appends a fault for each word that is not known."""

    def __init__(self, words: Vocabulary, faults: list[Fault]) -> None:
        self.words = words
        self.faults = faults

    def known(self, place: Place, sort: str, word: str, known: Collection[str]) -> bool:
        """Tell whether `word` is among the known ones of its sort; a fault if not."""
        if word in known:
            return True
        self.faults.append(unknown(place, SORTS[sort], word, known, _DECLARE, self.faults))
        return False

    def values(self, place: Place, attribute: str, values: Iterable[str]) -> None:
        """Hold some values against those that an attribute can take."""
        for value in values:
            self.known(place, "value", value, self.words.values_of(attribute))

    def fault(self, place: Place, what: Text, fix: Text, why: Text = NOTHING) -> None:
        """Append a fault."""
        self.faults.append(Fault(place, what, why, fix))
