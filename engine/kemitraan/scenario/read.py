"""Reads a scenario file. Every fault at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kemitraan.faults import Fault, InputError
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA, fold
from kemitraan.scenario.claims import NAME, statable
from kemitraan.scenario.document import read_document
from kemitraan.scenario.forms import FormReader
from kemitraan.scenario.given import given
from kemitraan.scenario.model import KIND, Actor, Claim, Scenario, Setting
from kemitraan.scenario.no_profile import NO_PROFILE, no_profile
from kemitraan.scenario.shipped import SCENARIO, path_of, shipped
from kemitraan.scenario.values import date, is_stated
from kemitraan.scenario.written import as_written
from kemitraan.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Vocabulary
    from kemitraan.yamltree import KeyPath

_ABOUT_ACTOR = ("source", "note")
_TOP = ("id", NAME, "about", "assessed_on", "sentra", "actors")


def load_scenario(name: str | Path | Mapping[str, Any] | Scenario, base: RuleBase) -> Scenario:
    """Return the scenario of a path, the shipped one of that name, or the one that a dict holds.

    One that was read already is returned as it is.

    Raises:
        InputError: there is no such scenario, or it has faults (all are listed).
    """
    if isinstance(name, Scenario):
        return name
    faults: list[Fault] = []
    if isinstance(name, Mapping):
        scenario = ScenarioReader(given(name, faults), base, faults).scenario()
    else:
        scenario = read_scenario(path_of(name, shipped(), SCENARIO), base, faults)
    if scenario is None or faults:
        raise InputError(faults)
    return scenario


def read_scenario(path: Path, base: RuleBase, faults: list[Fault]) -> Scenario | None:
    """Read a scenario, of YAML or a form in Excel; None where nothing usable remains.

    Faults are appended.
    """
    document = read_document(path, base, faults, on=True)
    return None if document is None else ScenarioReader(document, base, faults).scenario()


def read_form(path: Path, base: RuleBase) -> dict[str, Any]:
    """Return what a form says, as it would be written in a profile.

    Raises:
        InputError: the form has faults; all are listed, each with its cell.
    """
    faults: list[Fault] = []
    document = read_document(path, base, faults)
    if document is not None:
        ScenarioReader(document, base, faults).scenario()
    if document is None or faults:
        raise InputError(faults)
    return as_written(document.data)


def in_order(scenario: Scenario, words: Vocabulary) -> Scenario:
    """Return a scenario whose actors stand by kind as declared, then id; each kind is a claim."""
    kinds = {c.subject: c.value for c in scenario.claims if c.attribute == KIND}
    actors = [replace(a, kind=kinds.get(a.id) or a.kind) for a in scenario.actors]
    order = {kind: rank for rank, kind in enumerate(words.values_of(KIND))}
    actors.sort(key=lambda a: (order.get(a.kind, len(order)), a.id))
    more = (Claim(KIND, a.id, a.kind, a.place) for a in actors if a.id not in kinds)
    return replace(scenario, claims=(*scenario.claims, *more), actors=tuple(actors))


class ScenarioReader(FormReader):
    """Reads one document as a scenario."""

    def scenario(self) -> Scenario | None:
        """Return the scenario; None where the document holds none."""
        data = self.document.data
        other = no_profile(data, _TOP) if isinstance(data, dict) else NO_PROFILE
        if other is not None:
            self.fault((), *other)
            return None
        self.known_keys(data, _TOP, ())
        settings, actors = self.said(data)
        on = data.get("assessed_on")
        scenario = Scenario(
            id=self.text(data, "id"),
            name=self.text(data, NAME),
            about=self.both(data, "about"),
            assessed_on=date(on, self.document.place("assessed_on"), self.faults)
            if is_stated(on)
            else None,
            claims=tuple(claim for setting in settings for claim in setting.claims),
            actors=tuple(actors),
            file=self.document.file,
        )
        return in_order(scenario, self.words)

    def said(self, data: dict[str, Any]) -> tuple[list[Setting], list[Actor]]:
        """Return what a profile or overlay says of its sentra and actors, and the actors."""
        sentra = self.mapping(data, "sentra")
        settings = list(self.settings(sentra, ("sentra",), SENTRA, SENTRA))
        actors = []
        first: dict[str, str] = {}
        for key, content in self.mapping(data, "actors").items():
            actor, said = self.actor(key, content, first)
            settings.extend(said)
            if actor is not None:
                actors.append(actor)
        return settings, actors

    def actor(
        self, key: str, content: Any, first: dict[str, str]
    ) -> tuple[Actor | None, list[Setting]]:
        """Return an actor (None where it cannot stand) and what is said of it.

        `first` holds the actors read so far, by folded id; this one is added.
        """
        path = ("actors", key)
        if content is not None and not isinstance(content, dict):
            self.fault(
                path,
                Text(f"aktor '{key}' harus berisi pasangan", f"'{key}' must hold pairs"),
                Text(
                    f"Tulis {key}: {{kind: …, interest: …}}",
                    f"Write {key}: {{kind: …, interest: …}}",
                ),
            )
            return None, []
        data = content or {}
        stated = {k: v for k, v in data.items() if k not in _ABOUT_ACTOR}
        settings = list(self.settings(stated, path, ACTOR, key))
        said = [c.value for s in settings if s.attribute == KIND for c in s.claims if c.value]
        kind = said[0] if said else self.words.words_for(KIND).get(fold(key), "")
        wrong = self.wrong_actor(key, kind, len(said), first, data)
        if wrong is not None:
            self.fault(path, *wrong)
            return None, settings
        name = self.remark(data, NAME, path) or ""
        settings = self.attributed(data, path, key, kind, settings)
        return Actor(key, kind, name, self.document.place(*path)), settings

    def attributed(
        self, data: dict[str, Any], path: KeyPath, key: str, kind: str, settings: list[Setting]
    ) -> list[Setting]:
        """Return what is said of an actor with the `source` and `note` written beside it.

        The source is that of everything said of the actor that names none of its own, the note
        that of its kind. A change says of what kind it is only where it writes so.
        """
        source = tuple(sorted({*self.sources(data.get("source"), (*path, "source"))}))
        note = self.remark(data, "note", path)
        if not source and note is None:
            return settings
        place = self.document.place(*path)
        if not self.changes and kind and all(s.attribute != KIND for s in settings):
            settings = [Setting(KIND, key, (Claim(KIND, key, kind, place),), place), *settings]
        if not any(s.claims for s in settings):
            self.fault(
                path,
                Text(f"sumber tanpa keterangan: '{key}'", f"a source of nothing: '{key}'"),
                Text("Tulis kind: atau keterangan lain", "Write kind: or another fact"),
            )

        def told(claim: Claim) -> Claim:
            remark = note if claim.attribute == KIND else None
            return replace(claim, source=claim.source or source, note=claim.note or remark)

        return [replace(s, claims=tuple(map(told, s.claims))) for s in settings]

    def wrong_actor(
        self, key: str, kind: str, kinds: int, first: dict[str, str], data: dict[str, Any]
    ) -> tuple[Text, Text] | None:
        """Return what is wrong with an actor and what to do; None where nothing is.

        A kind that is no word of the catalogue has been reported with the actor's claims.
        """
        other = first.setdefault(fold(key), key)
        if other != key:
            return (
                Text(
                    f"aktor '{key}' sudah ada sebagai '{other}'",
                    f"the actor '{key}' is already there as '{other}'",
                ),
                Text("Gabungkan keduanya", "Merge the two"),
            )
        catalogue = self.words.entries.get(key)
        if key == SENTRA or (catalogue and catalogue[0].id != self.words.attributes[KIND].scale):
            # Facts know their subject by its id alone.
            return (
                Text(f"'{key}' bukan nama aktor", f"'{key}' cannot be the id of an actor"),
                Text("Beri nama lain", "Give it another id"),
            )
        if kinds > 1:
            return (
                Text(f"aktor '{key}' disebut berjenis lebih dari satu",
                     f"the actor '{key}' is given several kinds"),
                Text("Tulis satu jenis saja", "Write one kind"),
            )  # fmt: skip
        words = statable(self.words, ACTOR)
        written = [v for k, v in data.items() if words.get(fold(k)) == KIND and is_stated(v)]
        # One that a change gives no kind must be in the profile, or in another change.
        if not (kind or written or self.changes):
            return (
                Text(f"jenis aktor '{key}' tidak disebut", f"the kind of '{key}' is missing"),
                Text("Tambahkan kind: …, misalnya bank", "Add kind: …, such as bank"),
            )
        return None
