"""Reads a scenario file, and what the command line changes about it. Every fault at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kemitraan.faults import Fault, InputError, Place, did_you_mean
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA, fold, words_of
from kemitraan.scenario.claims import NAME, ClaimReader, statable
from kemitraan.scenario.forms import FormReader
from kemitraan.scenario.model import KIND, Actor, Claim, Scenario
from kemitraan.scenario.shipped import SCENARIO, path_of, shipped
from kemitraan.scenario.values import date, is_stated, lookup
from kemitraan.text import Text, nearest
from kemitraan.yamltree import Document, read_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kemitraan.knowledge.rulebase import RuleBase

_TOP = ("id", NAME, "about", "assessed_on", "sentra", "actors")


def load_scenario(name: str | Path, base: RuleBase) -> Scenario:
    """Return the scenario of a path, or the shipped one of that name.

    Raises:
        InputError: there is no such scenario, or it has faults (all are listed).
    """
    path = path_of(name, shipped(), SCENARIO)
    faults: list[Fault] = []
    scenario = read_scenario(path, base, faults)
    if scenario is None or faults:
        raise InputError(faults)
    return scenario


def read_scenario(path: Path, base: RuleBase, faults: list[Fault]) -> Scenario | None:
    """Read a scenario file; faults are appended, None where nothing usable remains."""
    document = read_yaml(path, faults)
    return None if document is None else ScenarioReader(document, base, faults).scenario()


class ScenarioReader(FormReader):
    """Reads one document as a scenario."""

    def scenario(self) -> Scenario | None:
        """Return the scenario; None where the document holds none."""
        data = self.document.data
        if not isinstance(data, dict):
            self.fault(
                (),
                Text("isinya bukan profil sentra", "this is no profile of a sentra"),
                Text("Mulai dengan `id:` dan `name:`", "Begin with `id:` and `name:`"),
            )
            return None
        self.known_keys(data, _TOP, ())
        claims = list(self.claims(self.mapping(data, "sentra"), ("sentra",), SENTRA, SENTRA))
        actors = []
        first: dict[str, str] = {}
        for key, content in self.mapping(data, "actors").items():
            actor, said = self.actor(key, content, first)
            claims.extend(said)
            if actor is not None:
                actors.append(actor)
        kinds = {kind: rank for rank, kind in enumerate(self.words.values_of(KIND))}
        on = data.get("assessed_on")
        return Scenario(
            id=self.text(data, "id"),
            name=self.text(data, NAME),
            about=self.both(data, "about"),
            assessed_on=date(on, self.document.place("assessed_on"), self.faults)
            if is_stated(on)
            else None,
            claims=tuple(claims),
            # In one order, however the file lists them: by kind as declared, then by id.
            actors=tuple(sorted(actors, key=lambda a: (kinds.get(a.kind, len(kinds)), a.id))),
            file=self.document.file,
        )

    def actor(
        self, key: str, content: Any, first: dict[str, str]
    ) -> tuple[Actor | None, list[Claim]]:
        """Return an actor (None where it cannot stand) and what is said of it, its kind too.

        `first` holds the actors read so far, by folded id; this one is added.
        """
        path = ("actors", key)
        place = self.document.place(*path)
        if content is not None and not isinstance(content, dict):
            self.fault(
                path,
                Text(f"aktor '{key}' harus berisi pasangan", f"'{key}' must hold pairs"),
                Text("Tulis {kind: …, interest: …}", "Write {kind: …, interest: …}"),
            )
            return None, []
        data = content or {}
        claims = list(self.claims(data, path, ACTOR, key))
        kinds = self.words.words_for(KIND)
        said = [c.value for c in claims if c.attribute == KIND and c.value]
        kind = said[0] if said else kinds.get(fold(key))
        wrong = self.wrong_actor(key, kind, len(said), first, data)
        if wrong is not None:
            self.fault(path, *wrong)
            return None, claims
        if kind is None:
            return None, claims
        if not said:
            claims.append(Claim(KIND, key, kind, place))
        return Actor(key, kind, self.remark(data, NAME, path) or "", place), claims

    def wrong_actor(
        self, key: str, kind: str | None, kinds: int, first: dict[str, str], data: dict[str, Any]
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
        if kind is None and not written:
            return (
                Text(f"jenis aktor '{key}' tidak disebut", f"the kind of '{key}' is missing"),
                Text("Tambahkan kind: …, misalnya association", "Add kind: …, e.g. association"),
            )
        return None


def with_settings(
    scenario: Scenario, settings: Sequence[str], base: RuleBase, faults: list[Fault]
) -> Scenario:
    """Return the scenario with facts set as on the command line (`attribute=value`).

    A setting replaces every claim on the same thing; several for a many-valued attribute add up;
    an unknown (`=?`) removes. An actor's attribute is written `actor.attribute=value`.
    """
    claims = list(scenario.claims)
    kinds = {a.id: a.kind for a in scenario.actors}
    replaced: set[tuple[str, str]] = set()
    place = Place("--set")
    for setting in settings:
        key, equals, value = setting.partition("=")
        head, _, word = key.strip().rpartition(".")
        actor = next((a.id for a in scenario.actors if fold(a.id) == fold(head)), None)
        if not equals or not word:
            what = Text(f"'{setting}' tidak dapat dibaca", f"'{setting}' cannot be read")
            fix = Text("Tulis --set ATRIBUT=NILAI", "Write --set ATTRIBUTE=VALUE")
            faults.append(Fault(place, what, fix=fix))
            continue
        if head and actor is None:
            what = Text(f"aktor '{head}' tidak ada", f"there is no actor '{head}'")
            near, listed = did_you_mean(nearest(head, kinds)), ", ".join(kinds) or "–"
            fix = near if near.id else Text(f"Yang ada: {listed}", f"Known: {listed}")
            faults.append(Fault(place, what, fix=fix))
            continue
        of, subject = (ACTOR, actor) if actor else (SENTRA, SENTRA)
        reader = ClaimReader(Document(place.file, {word: value.strip()}, 0), base, faults)
        new = list(reader.claims(reader.document.data, (), of, subject))
        found = statable(base.vocabulary, of).get(fold(word))
        if found is None:
            continue
        attribute, owner = reader.term(found, subject)
        if attribute.id == KIND:
            if not new:
                what = Text(f"jenis aktor '{actor}' kosong", f"'{actor}' is left without a kind")
                fix = Text("Tulis jenisnya", "Write its kind")
                faults.append(Fault(place, what, fix=fix))
            kinds |= {c.subject: c.value for c in new if c.value}
        thing = (attribute.id, owner)
        if not (attribute.many and thing in replaced):
            claims = [c for c in claims if c.slot != thing]
        replaced.add(thing)
        claims.extend(new)
    actors = tuple(replace(a, kind=kinds[a.id]) for a in scenario.actors)
    return replace(scenario, claims=tuple(claims), actors=actors)


def choose(base: RuleBase, choices: Sequence[str], faults: list[Fault]) -> dict[str, str]:
    """Return the alternative of every assumption: the defaults, and what was chosen.

    A choice is written `name=alternative`; ids (`A-10`) and labels are understood too.
    """
    chosen = {a.name: a.default for a in base.assumptions.values()}
    names = words_of((a.name, a.label, (a.id,)) for a in base.assumptions.values())
    place = Place("--assume")
    for item in choices:
        name, equals, value = item.partition("=")
        if not equals:
            what = Text(f"'{item}' tidak dapat dibaca", f"'{item}' cannot be read")
            fix = Text("Tulis --assume NAMA=NILAI", "Write --assume NAME=VALUE")
            faults.append(Fault(place, what, fix=fix))
            continue
        found = lookup(name.strip(), names, Text("asumsi", "assumption"), place, faults)
        if found is None:
            continue
        alternatives = words_of((a.id, a.label, ()) for a in base.assumptions[found].alternatives)
        sort = Text(f"pilihan {found}", f"alternative of {found}")
        chosen[found] = lookup(value.strip(), alternatives, sort, place, faults) or chosen[found]
    return chosen
