"""An overlay: a named patch on a profile, the assumptions and the rules; and its reading.

id: first-contract-signed
name: {id: Kontrak pertama ditandatangani, en: First contract signed}
about: {id: …, en: …}
sentra:                  # as in a profile; replaces what the profile says of the same thing
  contract: written
  licences: ["+", nib]   # beside what the profile says
  market_interest: "?"   # takes away what the profile says: not known any more
actors: …                # as in a profile; one that the profile lacks is added
assume: {finance_timing: after_contract}
without: [CRD-02]        # rules switched off
rules: […]               # rules added, in the language of rule files
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kemitraan.faults import Fault, InputError, Place, did_you_mean
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA, fold, words_of
from kemitraan.scenario.claims import NAME
from kemitraan.scenario.model import KIND, Actor, Claim
from kemitraan.scenario.read import ScenarioReader
from kemitraan.scenario.shipped import OVERLAY, path_of, shipped_overlays
from kemitraan.scenario.values import lookup
from kemitraan.text import Text, nearest
from kemitraan.yamltree import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kemitraan.knowledge.language import Rule
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute
    from kemitraan.yamltree import Document

BESIDE = "+"
"""An item of a list that keeps what the profile says: the others are added to it."""

_ACTS = ("sentra", "actors", "assume", "without", "rules")
_TOP = ("id", NAME, "about", *_ACTS)


@dataclass(frozen=True, slots=True)
class Write:
    """What is said of one thing, instead of what the profile says of it, or `beside` that.

    Without claims it takes away what the profile says.
    """

    attribute: str
    subject: str
    claims: tuple[Claim, ...]
    place: Place
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Overlay:
    """A patch. `actors` are those it speaks of; one without a kind must be in the profile.

    `choices` names alternatives of assumptions, `without` rules that are off; both with where.
    """

    id: str
    name: Text
    about: Text
    writes: tuple[Write, ...]
    actors: tuple[Actor, ...]
    choices: Mapping[str, tuple[str, Place]]
    without: Mapping[str, Place]
    rules: tuple[Rule, ...]
    file: str


def load_overlay(name: str | Path, base: RuleBase) -> Overlay:
    """Return the overlay of a path, or the shipped one of that name.

    Raises:
        InputError: there is no such overlay, or it has faults (all are listed).
    """
    path = path_of(name, shipped_overlays(), OVERLAY)
    faults: list[Fault] = []
    document = read_yaml(path, faults)
    overlay = None if document is None else read_overlay(document, base, faults)
    if overlay is None or faults:
        raise InputError(faults)
    return overlay


def is_overlay(document: Document) -> bool:
    """Tell an overlay from a profile: it is named in two languages, or changes more than facts."""
    data = document.data
    if not isinstance(data, dict):
        return False
    return isinstance(data.get(NAME), dict) or not {"assume", "without", "rules"}.isdisjoint(data)


def read_overlay(document: Document, base: RuleBase, faults: list[Fault]) -> Overlay | None:
    """Read an overlay; faults are appended, None where nothing usable remains."""
    return _OverlayReader(document, base, faults).overlay()


def known_rule(word: str, base: RuleBase, place: Place, faults: list[Fault]) -> str | None:
    """Return the id of a rule that can be switched off, or None with a fault."""
    folded = word.strip().casefold()
    retired = next((i for i in base.retired if i.casefold() == folded), None)
    if retired is not None:
        what = Text(f"aturan {retired} sudah pensiun", f"the rule {retired} is retired")
        fix = Text("Aturan itu memang tidak berlaku; hapus dari sini",
                   "It is off already; take it out here")  # fmt: skip
        faults.append(Fault(place, what, fix=fix))
        return None
    found = next((i for i in base.rule if i.casefold() == folded), None)
    if found is None:
        what = Text(f"aturan '{word}' tidak dikenal", f"the rule '{word}' is unknown")
        near = did_you_mean(nearest(word, base.rule))
        every = Text("Daftarnya: kemitraan rules list", "See kemitraan rules list")
        faults.append(Fault(place, what, fix=near if near.id else every))
    return found


class _OverlayReader(ScenarioReader):
    """Reads one document as an overlay."""

    def overlay(self) -> Overlay | None:
        data = self.document.data
        if not isinstance(data, dict):
            self.fault(
                (),
                Text("isinya bukan overlay", "this is no overlay"),
                Text("Mulai dengan `id:`, `name:` dan `about:`",
                     "Begin with `id:`, `name:` and `about:`"),
            )  # fmt: skip
            return None
        self.known_keys(data, _TOP, ())
        if not any(data.get(key) for key in _ACTS):
            self.fault(
                (),
                Text("overlay ini tidak mengubah apa pun", "this overlay changes nothing"),
                Text(f"Isi salah satu: {', '.join(_ACTS)}", f"Fill one of: {', '.join(_ACTS)}"),
            )
        writes = list(self.writes(self.mapping(data, "sentra"), ("sentra",), SENTRA, SENTRA))
        actors = []
        first: dict[str, str] = {}
        for key, content in self.mapping(data, "actors").items():
            actor, said = self.changed_actor(key, content, first)
            writes.extend(said)
            if actor is not None:
                actors.append(actor)
        return Overlay(
            id=self.text(data, "id"),
            name=self.bilingual(data, NAME),
            about=self.bilingual(data, "about"),
            writes=tuple(writes),
            actors=tuple(actors),
            choices=dict(self.choices(self.mapping(data, "assume"))),
            without=dict(self.without(data.get("without"))),
            rules=tuple(self.rules(data.get("rules"))),
            file=self.document.file,
        )

    # Facts

    def writes(
        self, data: dict[str, Any], path: tuple[str | int, ...], of: str, subject: str
    ) -> Iterator[Write]:
        """Yield what a mapping of attributes says, thing by thing."""
        for attribute, owner, content, here in self.terms(data, path, of, subject):
            beside = isinstance(content, list) and BESIDE in content
            if beside and not attribute.many:
                self.one_value(attribute, here)
                continue
            claims = tuple(self.claims_on(attribute, owner, content, here))
            yield Write(attribute.id, owner, claims, self.document.place(*here), beside)

    def claims_on(
        self, attribute: Attribute, owner: str, content: Any, path: tuple[str | int, ...]
    ) -> Iterator[Claim]:
        for item, at in self.items(attribute, content, path):
            if item != BESIDE:
                claim = self.claim(attribute, owner, item, at)
                if claim is not None:
                    yield claim

    def changed_actor(
        self, key: str, content: Any, first: dict[str, str]
    ) -> tuple[Actor | None, list[Write]]:
        """Return an actor (None where it cannot stand) and what is said of it."""
        path = ("actors", key)
        if content is not None and not isinstance(content, dict):
            return self.actor(key, content, first)[0], []
        data = content or {}
        before = len(self.faults)
        writes = list(self.writes(data, path, ACTOR, key))
        said = [c.value for w in writes if w.attribute == KIND for c in w.claims if c.value]
        emptied = any(w.attribute == KIND and not w.claims for w in writes)
        if emptied and len(self.faults) == before:
            self.fault(
                path,
                Text(f"jenis aktor '{key}' kosong", f"'{key}' is left without a kind"),
                Text("Tulis jenisnya", "Write its kind"),
            )
        kind = said[0] if said else self.words.words_for(KIND).get(fold(key), "")
        # Whether an actor of no stated kind is in the profile shows when the two are put together.
        wrong = self.wrong_actor(key, kind, len(said), first, data)
        if wrong is not None:
            self.fault(path, *wrong)
            return None, writes
        place = self.document.place(*path)
        return Actor(key, kind, self.remark(data, NAME, path) or "", place), writes

    # Assumptions and rules

    def choices(self, data: dict[str, Any]) -> Iterator[tuple[str, tuple[str, Place]]]:
        """Yield the alternatives chosen, by assumption."""
        names = words_of((a.name, a.label, (a.id,)) for a in self.base.assumptions.values())
        for key, value in data.items():
            place = self.document.place("assume", key)
            found = lookup(key, names, Text("asumsi", "assumption"), place, self.faults)
            if found is None:
                continue
            words = words_of((a.id, a.label, ()) for a in self.base.assumptions[found].alternatives)
            sort = Text(f"pilihan {found}", f"alternative of {found}")
            chosen = lookup(str(value), words, sort, place, self.faults)
            if chosen is not None:
                yield found, (chosen, place)

    def without(self, data: Any) -> Iterator[tuple[str, Place]]:
        """Yield the rules switched off."""
        listed = data if isinstance(data, list) else [data] if data is not None else []
        for index, item in enumerate(listed):
            place = self.document.place("without", index)
            found = known_rule(str(item), self.base, place, self.faults)
            if found is not None:
                yield found, place

    def rules(self, data: Any) -> Iterator[Rule]:
        """Yield the rules added; each needs an id that no rule has or had."""
        if data is None:
            return
        # Imported here: few overlays add rules.
        from kemitraan.knowledge.files import RulesFile
        from kemitraan.knowledge.parse_rules import parse_rule
        from kemitraan.shape import fit

        document = self.document.below("rules")
        file = fit(RulesFile, document, self.faults)
        first: dict[str, int] = {}
        for index, entry in enumerate(file.root if file else ()):
            taken = self.base.places.get(entry.id) or (
                document.place(first[entry.id]) if entry.id in first else None
            )
            first.setdefault(entry.id, index)
            if taken is not None:
                self.faults.append(
                    Fault(
                        document.place(index, "id"),
                        Text(f"id '{entry.id}' sudah dipakai di {taken}",
                             f"the id '{entry.id}' is already used at {taken}"),
                        fix=Text("Beri id lain", "Use another id"),
                    )
                )  # fmt: skip
                continue
            rule = parse_rule(entry, index, document, self.words, self.faults)
            if rule is not None:
                yield rule
