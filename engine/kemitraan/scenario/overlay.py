"""An overlay: a named patch on a profile, the assumptions and the rules; and its reading.

id: first-contract-signed
name: {id: Kontrak pertama ditandatangani, en: First contract signed}
about: {id: …, en: …}
sentra:                  # as in a profile; replaces what the profile says of the same thing
  contract: written
  licences: ["+", nib]   # beside what the profile says
  market_interest: "?"   # takes away what the profile says: not known any more
actors: …                # as in a profile; one that the profile lacks is added
assume: {finance_timing: always_now}
without: [DIA-07]        # rules switched off
rules: […]               # rules added, in the language of rule files
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kemitraan.faults import Fault, InputError, Place, id_taken, unknown
from kemitraan.knowledge.vocabulary import words_of
from kemitraan.scenario.claims import NAME
from kemitraan.scenario.no_profile import changes_more
from kemitraan.scenario.read import ScenarioReader
from kemitraan.scenario.sheets import is_workbook
from kemitraan.scenario.shipped import OVERLAY, path_of, shipped_overlays
from kemitraan.scenario.values import lookup
from kemitraan.text import Text
from kemitraan.yamltree import read_yaml, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kemitraan.knowledge.language import Rule
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.scenario.model import Actor, Setting
    from kemitraan.yamltree import Document

_WORKBOOK = Text("ini buku kerja Excel, bukan overlay", "this is an Excel workbook, no overlay")
_CASES = Text(
    "Andaikan di Excel ditulis di lembarnya sendiri: kemitraan form cases FILE.xlsx",
    "What-ifs in Excel are written on a sheet of their own: kemitraan form cases FILE.xlsx",
)
_ACTS = ("sentra", "actors", "assume", "without", "rules")
_TOP = ("id", NAME, "about", *_ACTS)


@dataclass(frozen=True, slots=True)
class Overlay:
    """A patch, of a file or typed. `actors` are those it speaks of, without a kind if not added.

    `choices` names alternatives of assumptions, `without` rules that are off; both with where.
    """

    id: str
    name: Text
    about: Text
    settings: tuple[Setting, ...]
    actors: tuple[Actor, ...]
    choices: Mapping[str, tuple[str, Place]]
    without: Mapping[str, Place]
    rules: tuple[Rule, ...]
    file: str


def load_overlay(name: str | Path | Overlay, base: RuleBase) -> Overlay:
    """Return the overlay of a path, or the shipped one of that name; one read already as it is.

    Raises:
        InputError: there is no such overlay, or it has faults (all are listed).
    """
    if isinstance(name, Overlay):
        return name
    path = path_of(name, shipped_overlays(), OVERLAY)
    faults: list[Fault] = []
    if is_workbook(path):
        raise InputError([Fault(Place(shown(path)), _WORKBOOK, fix=_CASES)])
    document = read_yaml(path, faults, on=True)
    overlay = None if document is None else read_overlay(document, base, faults)
    if overlay is None or faults:
        raise InputError(faults)
    return overlay


def load_overlays(
    names: Sequence[str | Path | Overlay], base: RuleBase, faults: list[Fault]
) -> tuple[Overlay, ...]:
    """Return the overlays of these names or paths, each once, sorted by id; faults are appended."""
    found: dict[tuple[str, str], Overlay] = {}
    for name in names:
        try:
            overlay = load_overlay(name, base)
        except InputError as error:
            faults.extend(error.faults)
        else:
            found[overlay.id, overlay.file] = overlay
    return tuple(found[key] for key in sorted(found))


def is_overlay(document: Document) -> bool:
    """Tell an overlay from a profile."""
    return isinstance(document.data, dict) and changes_more(document.data)


def read_overlay(document: Document, base: RuleBase, faults: list[Fault]) -> Overlay | None:
    """Read an overlay; faults are appended, None where nothing usable remains."""
    return OverlayReader(document, base, faults).overlay()


def retired_rule(identifier: str, base: RuleBase, place: Place) -> Fault:
    """Return the fault of naming a rule that is no longer there: what is in its place, and why."""
    retired = base.retired[identifier]
    fix = (
        Text("Penggantinya: {by}", "In its place: {by}").format(by=", ".join(retired.by))
        if retired.by
        else Text("Tidak ada penggantinya", "Nothing is in its place")
    )
    what = Text(f"aturan {identifier} sudah pensiun", f"the rule {identifier} is retired")
    return Fault(place, what, retired.because, fix)


def known_rule(word: str, base: RuleBase, place: Place, faults: list[Fault]) -> str | None:
    """Return the id of a rule that can be switched off, or None with a fault."""
    folded = word.strip().casefold()
    retired = next((i for i in base.retired if i.casefold() == folded), None)
    if retired is not None:
        faults.append(retired_rule(retired, base, place))
        return None
    found = next((i for i in base.rule if i.casefold() == folded), None)
    if found is None:
        every = Text("Daftarnya: kemitraan rules list", "See kemitraan rules list")
        faults.append(unknown(place, Text("aturan", "rule"), word, base.rule, every, faults))
    return found


class OverlayReader(ScenarioReader):
    """Reads one document as an overlay, or a part of one."""

    changes = True

    def overlay(self) -> Overlay | None:
        """Return the overlay; None where the document holds none."""
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
        settings, actors = self.said(data)
        return Overlay(
            id=self.text(data, "id"),
            name=self.bilingual(data, NAME),
            about=self.bilingual(data, "about"),
            settings=tuple(settings),
            actors=tuple(actors),
            choices=dict(self.choices(self.mapping(data, "assume").items())),
            without=dict(self.without(data.get("without"))),
            rules=tuple(self.rules(data.get("rules"))),
            file=self.document.file,
        )

    def choices(self, pairs: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, tuple[str, Place]]]:
        """Yield the alternatives chosen, by assumption; ids (`A-10`) and labels are understood."""
        names = words_of((a.name, a.label, (a.id,)) for a in self.base.assumptions.values())
        for key, value in pairs:
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
        from kemitraan.knowledge.entries import parse_entry, read_entries, rule_ids

        document = self.document.below("rules")
        first: dict[str, Place] = {}
        for index, entry in read_entries(document, self.faults):
            free = True
            for identifier, path in rule_ids(entry):
                place = document.place(index, *path, "id")
                taken = self.base.places.get(identifier) or first.get(identifier)
                first.setdefault(identifier, place)
                if taken is not None:
                    fix = Text("Beri id lain", "Use another id")
                    self.faults.append(id_taken(place, identifier, taken, fix))
                    free = False
            if free:
                yield from parse_entry(entry, index, document, self.words, self.faults)[0]
