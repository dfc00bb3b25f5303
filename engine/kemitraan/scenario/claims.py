"""Reads claims: what a scenario says of its sentra or an actor, with every fault and its line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kemitraan.faults import Fault, unknown_key
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA, fold, words_of
from kemitraan.scenario.answers import answer
from kemitraan.scenario.evidence import BASIS_WORD
from kemitraan.scenario.figures import FigureReader, share
from kemitraan.scenario.model import KIND, Claim, Setting
from kemitraan.scenario.values import date, is_stated, lookup, number, source, truth
from kemitraan.text import Lang, Text, same

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute, Vocabulary
    from kemitraan.yamltree import Document, KeyPath

NAME = "name"
BESIDE = "+"
"""An item of a list that keeps what the profile says: the others are added to it."""

_CONTENT = ("value", "figure", "since")
_CLAIM = (*_CONTENT, "of", "source", "basis", "by", "on", "note", "potential")
_ONE_VALUE = Text(
    "Tulis satu nilai; keterangan yang berbeda sebagai [{value: …}, {value: …}]",
    "Write one value; statements that differ as [{value: …}, {value: …}]",
)
_WITH_ACTOR = Text(
    "Tulis pada aktornya, di bawah `actors:`", "Write it with the actor, below `actors:`"
)
_OF_ACTOR = Text("Tulis AKTOR.{key}=…", "Write ACTOR.{key}=…")


def _cut(key: str, content: object, rest: str) -> tuple[Text, Text, Text]:
    """Return what is wrong where a comma ended what was written of a key, and what to do."""
    what = Text(f"koma memutus isi '{key}'", f"a comma ends what '{key}' says")
    if rest.isdecimal():
        fix = Text(f"Tulis pecahan dengan titik: {content}.{rest}",
                   f"Write the decimal with a point: {content}.{rest}")  # fmt: skip
    else:
        fix = Text(f'Beri tanda kutip: {key}: "{content}, {rest}"',
                   f'Put it in quotes: {key}: "{content}, {rest}"')  # fmt: skip
    why = Text(f"'{rest}' terbaca sebagai isian lain", f"'{rest}' is read as another entry")
    return what, why, fix


def statable(words: Vocabulary, of: str) -> dict[str, str]:
    """Return what a scenario may say of its sentra or of an actor, by word.

    An input without a question is not asked of anybody: reading in makes it (where a profile
    comes from, what assessment and findings say), so nobody may state it.
    """
    return {
        word: found
        for word, found in words.inputs(of).items()
        if (of == SENTRA and found in words.entries) or words.attributes[found].question
    }


def bases_of_evidence(base: RuleBase) -> Mapping[str, str]:
    """Return the kinds of evidence a claim may name, by word: those that some assumption grades."""
    graded = {
        basis
        for assumption in base.assumptions.values()
        for alternative in assumption.alternatives
        if alternative.reading
        for basis in alternative.reading.grades
    }
    return words_of((one, BASIS_WORD.get(one, same(one)), ()) for one in sorted(graded))


def basis_labels(base: RuleBase, lang: Lang) -> tuple[str, ...]:
    """Return the words to write for the kinds of evidence, in one language, in their order."""
    every = {*bases_of_evidence(base).values()}
    return tuple(sorted(BASIS_WORD.get(one, same(one))[lang] for one in every))


class ClaimReader:
    """Reads the claims of one document; faults are appended to the list given."""

    changes = False
    """Whether what is read changes a profile, instead of being one."""

    def __init__(self, document: Document, base: RuleBase, faults: list[Fault]) -> None:
        self.document = document
        self.base = base
        self.words = base.vocabulary
        self.faults = faults

    def fault(self, path: KeyPath, what: Text, fix: Text) -> None:
        """Append a fault of the part at `path`; of what could not be read there is none more."""
        place = self.document.place(*path)
        if place.line not in self.document.unread:
            self.faults.append(Fault(place, what, fix=fix))

    def known_keys(self, data: dict[str, Any], known: Sequence[str], path: KeyPath) -> None:
        """Append a fault for every key that is not known."""
        before = ""
        for key, content in data.items():
            if key not in known:
                place = self.document.place(*path, key)
                # Within braces a comma begins a new pair, in a sentence and in a number too.
                cut = before and content is None
                self.faults.append(
                    Fault(place, *_cut(before, data[before], key))
                    if cut
                    else unknown_key(place, key, known, self.faults)
                )
            before = key

    def settings(
        self, data: dict[str, Any], path: KeyPath, of: str, subject: str
    ) -> Iterator[Setting]:
        """Yield what a mapping of attributes (of a sentra: aspects too) says, thing by thing."""
        for attribute, owner, content, here in self.terms(data, path, of, subject):
            beside = self.changes and isinstance(content, list) and BESIDE in content
            if beside and not attribute.many:
                self.one_value(attribute, owner, here)
                continue
            read = (
                self.claim(attribute, owner, item, at)
                for item, at in self.items(attribute, owner, content, here)
                if not (beside and item == BESIDE)
            )
            before = len(self.faults)
            claims = tuple(claim for claim in read if claim is not None)
            if self.changes and attribute.id == KIND and not claims and len(self.faults) == before:
                self.fault(
                    path,
                    Text(f"jenis aktor '{owner}' kosong", f"'{owner}' is left without a kind"),
                    Text("Tulis jenisnya", "Write its kind"),
                )
            yield Setting(attribute.id, owner, claims, self.document.place(*here), beside)

    def terms(
        self, data: dict[str, Any], path: KeyPath, of: str, subject: str
    ) -> Iterator[tuple[Attribute, str, Any, KeyPath]]:
        """Yield what a mapping speaks of: attribute, subject, what is said, where it stands."""
        words = statable(self.words, of)
        sort = Text("atribut sentra", "attribute of the sentra")
        if of == ACTOR:
            words |= {NAME: NAME}
            sort = Text("atribut aktor", "attribute of an actor")
        first: dict[str, str] = {}
        before = ""
        for key, content in data.items():
            here = (*path, key)
            if before == NAME and content is None and fold(key) not in words:
                self.faults.append(
                    Fault(self.document.place(*here), *_cut(before, data[before], key))
                )
                continue
            before = key
            if of == SENTRA and fold(key) not in words and fold(key) in self.words.inputs(ACTOR):
                what = Text(f"'{key}' dikatakan tentang aktor", f"'{key}' is said of an actor")
                self.fault(here, what, _WITH_ACTOR if path else _OF_ACTOR.format(key=key))
                continue
            found = lookup(key, words, sort, self.document.place(*here), self.faults)
            if found is None or (found == NAME and of == ACTOR):
                continue
            if (other := first.setdefault(found, key)) != key:
                self.fault(
                    here,
                    Text(
                        f"'{key}' sudah disebut sebagai '{other}'",
                        f"'{key}' was already given as '{other}'",
                    ),
                    Text("Gabungkan keduanya", "Merge the two"),
                )
                continue
            yield *self.term(found, subject), content, here

    def term(self, found: str, subject: str) -> tuple[Attribute, str]:
        """Return attribute and subject: a catalogue entry's bare id stands for its shorthand."""
        shorthand = self.words.shorthand(found) if subject == SENTRA else None
        if shorthand:
            return self.words.attributes[shorthand], found
        return self.words.attributes[found], subject

    def items(
        self, attribute: Attribute, subject: str, content: Any, path: KeyPath
    ) -> Iterator[tuple[Any, KeyPath]]:
        """Yield the single claims in the content of a key, each with where it stands."""
        if not isinstance(content, list):
            listed = [(content, path)]
        else:
            listed = [(item, (*path, index)) for index, item in enumerate(content)]
            if not attribute.many and not all(isinstance(item, dict) for item in content):
                self.one_value(attribute, subject, path)
                return
        for item, at in listed:
            # Several values of one source: `{value: [a, b], source: …}`.
            if attribute.many and isinstance(item, dict) and isinstance(item.get("value"), list):
                yield from (({**item, "value": value}, at) for value in item["value"])
            else:
                yield item, at

    def label(self, attribute: Attribute, subject: str) -> Text:
        """Return what people call a thing: an entry by its own name where that stands for it."""
        found = self.words.entries.get(subject)
        return found[1].label if found and found[0].shorthand == attribute.id else attribute.label

    def one_value(self, attribute: Attribute, subject: str, path: KeyPath) -> None:
        """Append the fault that this attribute takes one value."""
        label = self.label(attribute, subject)
        what = Text(f"'{label.id}' menerima satu nilai",
                    f"'{label.en}' takes one value")  # fmt: skip
        self.fault(path, what, _ONE_VALUE)

    def claim(self, attribute: Attribute, subject: str, item: Any, path: KeyPath) -> Claim | None:
        """Return one claim; None where it says nothing, or cannot be read."""
        if isinstance(item, list):
            self.one_value(attribute, subject, path)
            return None
        data = item if isinstance(item, dict) else {"value": item}
        if isinstance(item, dict):
            self.known_keys(item, _CLAIM, path)
        given = [k for k in _CONTENT if is_stated(data.get(k))]
        if len(given) > 1:
            self.fault(
                path,
                Text("{label}: {what}", "{label}: {what}").format(
                    label=self.label(attribute, subject),
                    what=Text(f"{' dan '.join(given)} sekaligus", f"both {' and '.join(given)}"),
                ),
                Text("Tulis salah satu saja", "Write one of them"),
            )
        # The rest is read even where there is no content, so that all faults come at once.
        on, basis = data.get("on"), data.get("basis")
        kinds = bases_of_evidence(self.base)
        sort = Text("dasar keterangan", "kind of evidence")
        read = Claim(
            attribute.id,
            subject,
            None,
            self.document.place(*path),
            source=tuple(sorted({*self.sources(data.get("source"), (*path, "source"))})),
            basis=lookup(
                str(basis),
                kinds,
                sort,
                self.document.place(*path, "basis"),
                self.faults,
                Text(*(", ".join(basis_labels(self.base, lang)) for lang in Lang)),
            )
            if is_stated(basis)
            else None,
            by=self.remark(data, "by", path),
            on=date(on, self.document.place(*path, "on"), self.faults) if is_stated(on) else None,
            note=self.remark(data, "note", path),
            potential=is_stated(data.get("potential"))
            and truth(
                data["potential"], "potential", self.document.place(*path, "potential"), self.faults
            ),
        )
        # A comma has cut the figure, which is reported with the rest of it.
        cut = any(key.isdecimal() and rest is None for key, rest in data.items())
        if len(given) != 1 or cut:
            return None
        return self.content(attribute, read, given[0], data[given[0]], data.get("of"), path)

    def sources(self, data: Any, path: KeyPath) -> Iterator[str]:
        """Yield the sources of a claim."""
        if not is_stated(data):
            return
        for index, item in enumerate(data if isinstance(data, list) else [data]):
            found = source(item, self.base, self.document.place(*path, index), self.faults)
            if found is not None:
                yield found

    def remark(self, data: dict[str, Any], key: str, path: KeyPath) -> str | None:
        """Return a free text beside a claim."""
        value = data.get(key)
        if isinstance(value, dict | list):
            self.fault(
                (*path, key),
                Text(f"'{key}' bukan teks", f"'{key}' is no text"),
                Text("Tulis satu teks", "Write a text"),
            )
            return None
        return str(value) if is_stated(value) else None

    def content(
        self, attribute: Attribute, read: Claim, given: str, raw: Any, of: object, path: KeyPath
    ) -> Claim | None:
        """Return the claim with its value, figure or free words; None where they are no good."""
        place = self.document.place(*path, given)
        value, measured, words = None, None, ""
        known = self.words.words_for(attribute.id)
        label = self.label(attribute, read.subject)
        figures = FigureReader(self.words, attribute, label, place, self.faults)
        counted = any(read(raw) is not None for read in (number, share, figures.span))
        if isinstance(raw, dict | list):
            self.one_value(attribute, read.subject, path)
        elif given == "since":
            measured = figures.since(raw, read.on, self.document.data.get("assessed_on"))
        elif given == "figure":
            measured = figures.figure(raw, of)
        elif self.words.takes_words(attribute.id):
            value, words = self.words.values_of(attribute.id)[0], str(raw).strip()
        elif attribute.figure and counted and fold(str(raw)) not in known:
            measured = figures.bare(raw)
        else:
            value = answer(str(raw), attribute, label, self.words, place, self.faults)
        if value is None and measured is None:
            return None
        since = str(raw) if given == "since" else None
        return replace(read, value=value, figure=measured, since=since, words=words)
