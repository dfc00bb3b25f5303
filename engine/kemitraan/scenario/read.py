"""Reads a scenario file, and what the command line changes about it. Every fault at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kemitraan.faults import Fault, InputError, Place, did_you_mean
from kemitraan.knowledge.vocabulary import SENTRA, fold, words_of
from kemitraan.scenario.model import Actor, Claim, Scenario
from kemitraan.scenario.shipped import shipped
from kemitraan.scenario.values import date, figure, is_stated, lookup, sources
from kemitraan.text import Text, nearest
from kemitraan.yamltree import Document, parse_yaml, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute

_TOP = ("id", "name", "about", "assessed_on", "sentra", "actors")
_CLAIM = (
    "value", "figure", "since", "source", "basis", "by", "on", "note", "potential",
)  # fmt: skip


def load_scenario(name: str | Path, base: RuleBase) -> Scenario:
    """Return the scenario of a path, or the shipped one of that name.

    Raises:
        InputError: there is no such scenario, or it has faults (all are listed).
    """
    path = Path(name)
    known = shipped()
    looks_like_a_path = path.suffix or path.parent != Path() or path.exists()
    if isinstance(name, str) and not looks_like_a_path:
        if fold(name).replace("_", "-") not in known:
            near = did_you_mean(nearest(name, known))
            listed = ", ".join(known)
            raise InputError(
                [
                    Fault(
                        Place(name),
                        Text(
                            f"tidak ada berkas atau profil bawaan bernama '{name}'",
                            f"there is no file or shipped profile named '{name}'",
                        ),
                        fix=near if near.id else Text(f"Bawaan: {listed}", f"Shipped: {listed}"),
                    )
                ]
            )
        path = known[fold(name).replace("_", "-")]
    faults: list[Fault] = []
    scenario = read_scenario(path, base, faults)
    if scenario is None or faults:
        raise InputError(faults)
    return scenario


def read_scenario(path: Path, base: RuleBase, faults: list[Fault]) -> Scenario | None:
    """Read a scenario file; faults are appended, None where nothing usable remains."""
    document = read_yaml(path, faults)
    return None if document is None else _Reader(document, base, faults).scenario()


class _Reader:
    """Reads one document."""

    def __init__(self, document: Document, base: RuleBase, faults: list[Fault]) -> None:
        self.document = document
        self.base = base
        self.words = base.vocabulary
        self.faults = faults

    def fault(self, path: tuple[str | int, ...], what: Text, fix: Text) -> None:
        self.faults.append(Fault(self.document.place(*path), what, fix=fix))

    def scenario(self) -> Scenario | None:
        data = self.document.data
        if not isinstance(data, dict):
            self.fault(
                (),
                Text("isinya bukan profil sentra", "this is no profile of a sentra"),
                Text("Mulai dengan `id:` dan `name:`", "Begin with `id:` and `name:`"),
            )
            return None
        self.known_keys(data, _TOP, ())
        actors = tuple(self.actors(self.mapping(data, "actors")))
        claims = [*self.claims(self.mapping(data, "sentra"), ("sentra",), SENTRA)]
        claims.extend(Claim("kind", actor.id, actor.kind, actor.place) for actor in actors)
        for key, content in self.mapping(data, "actors").items():
            if isinstance(content, dict):
                claims.extend(self.claims(content, ("actors", key), key))
        on = data.get("assessed_on")
        return Scenario(
            id=self.text(data, "id"),
            name=self.text(data, "name"),
            about=self.about(data.get("about")),
            assessed_on=date(str(on), self.document.place("assessed_on"), self.faults)
            if is_stated(on)
            else None,
            claims=tuple(self.merged_kinds(claims)),
            actors=actors,
            file=self.document.file,
        )

    def merged_kinds(self, claims: list[Claim]) -> Iterator[Claim]:
        """Yield the claims with one claim for each actor's kind: the one that has a source."""
        sourced = {c.subject for c in claims if c.attribute == "kind" and c.source}
        for claim in claims:
            if claim.attribute != "kind" or claim.source or claim.subject not in sourced:
                yield claim

    def known_keys(
        self, data: dict[str, Any], known: Sequence[str], path: tuple[str | int, ...]
    ) -> None:
        for key in data:
            if key not in known:
                near = did_you_mean(nearest(key, known))
                listed = ", ".join(known)
                self.fault(
                    (*path, key),
                    Text(f"kunci '{key}' tidak dikenal", f"the key '{key}' is unknown"),
                    near if near.id else Text(f"Yang ada: {listed}", f"Known keys: {listed}"),
                )

    def text(self, data: dict[str, Any], key: str) -> str:
        value = data.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.fault(
            (key,) if key in data else (),
            Text(f"'{key}' tidak ada", f"'{key}' is missing"),
            Text(f"Tambahkan `{key}: …`", f"Add `{key}: …`"),
        )
        return ""

    def about(self, data: Any) -> Text | None:
        if data is None:
            return None
        if isinstance(data, str):
            return Text(data, data)
        if isinstance(data, dict) and set(data) <= {"id", "en"} and data:
            first = str(next(iter(data.values())))
            return Text(str(data.get("id", first)), str(data.get("en", first)))
        self.fault(
            ("about",),
            Text("'about' bukan teks", "'about' is no text"),
            Text(
                "Tulis satu kalimat, atau `id:` dan `en:`", "Write a sentence, or `id:` and `en:`"
            ),
        )
        return None

    def mapping(self, data: dict[str, Any], key: str) -> dict[str, Any]:
        found = data.get(key)
        if found is None or isinstance(found, dict):
            return found or {}
        self.fault(
            (key,),
            Text(f"'{key}' harus berisi pasangan", f"'{key}' must hold pairs"),
            Text("Tulis `atribut: nilai` di bawahnya", "Write `attribute: value` below it"),
        )
        return {}

    # Actors

    def actors(self, data: dict[str, Any]) -> Iterator[Actor]:
        first: dict[str, str] = {}
        kinds = self.words.words_for("kind")
        for key, content in data.items():
            place = self.document.place("actors", key)
            if (other := first.setdefault(fold(key), key)) != key:
                self.fault(
                    ("actors", key),
                    Text(f"aktor '{key}' sudah ada sebagai '{other}'",
                         f"the actor '{key}' is already there as '{other}'"),
                    Text("Gabungkan keduanya", "Merge the two"),
                )  # fmt: skip
                continue
            if content is not None and not isinstance(content, dict):
                self.fault(
                    ("actors", key),
                    Text(f"aktor '{key}' harus berisi pasangan", f"'{key}' must hold pairs"),
                    Text("Tulis {kind: …, interest: …}", "Write {kind: …, interest: …}"),
                )
                continue
            stated = (content or {}).get("kind") or (content or {}).get("jenis")
            word = stated.get("value") if isinstance(stated, dict) else stated
            if isinstance(word, str) and is_stated(word):
                # A word that is no kind is reported where the actor's claims are read.
                kind = kinds.get(fold(word), "")
            elif fold(key) in kinds:
                kind = kinds[fold(key)]
            else:
                self.fault(
                    ("actors", key),
                    Text(f"jenis aktor '{key}' tidak disebut", f"the kind of '{key}' is missing"),
                    Text(
                        "Tambahkan kind: …, misalnya association", "Add kind: …, e.g. association"
                    ),
                )
                continue
            name = (content or {}).get("name")
            yield Actor(key, kind, name if isinstance(name, str) else "", place)

    # Claims

    def claims(
        self, data: dict[str, Any], path: tuple[str | int, ...], subject: str
    ) -> Iterator[Claim]:
        of_actor = subject != SENTRA
        words = self.words.about_actor() if of_actor else self.words.about_sentra()
        sort = (
            Text("atribut aktor", "attribute of an actor") if of_actor
            else Text("atribut sentra", "attribute of the sentra")
        )  # fmt: skip
        first: dict[str, str] = {}
        for key, content in data.items():
            here = (*path, key)
            if of_actor and key == "name":
                continue
            found = lookup(key, words, sort, self.document.place(*here), self.faults)
            if found is None:
                continue
            if (other := first.setdefault(found, key)) != key:
                self.fault(
                    here,
                    Text(f"'{key}' sudah disebut sebagai '{other}'",
                         f"'{key}' was already given as '{other}'"),
                    Text("Gabungkan keduanya", "Merge the two"),
                )  # fmt: skip
                continue
            attribute, owner = self.term(found, subject)
            items = content if isinstance(content, list) else [content]
            for index, item in enumerate(items):
                at = (*here, index) if isinstance(content, list) else here
                claim = self.claim(attribute, owner, item, at)
                if claim:
                    yield claim

    def term(self, word: str, subject: str) -> tuple[Attribute, str]:
        """Return attribute and subject: a catalogue entry's bare id stands for its shorthand."""
        if subject == SENTRA and word in self.words.entries:
            kind = self.words.entries[word][0]
            if kind.shorthand:
                return self.words.attributes[kind.shorthand], word
        return self.words.attributes[word], subject

    def claim(
        self, attribute: Attribute, subject: str, item: Any, path: tuple[str | int, ...]
    ) -> Claim | None:
        place = self.document.place(*path)
        if isinstance(item, list):
            self.fault(
                path,
                Text("daftar di dalam daftar", "a list inside a list"),
                Text("Tulis satu daftar saja", "Write one list"),
            )
            return None
        data = item if isinstance(item, dict) else {"value": item}
        if isinstance(item, dict):
            self.known_keys(item, _CLAIM, path)
        given = [k for k in ("value", "figure", "since") if is_stated(data.get(k))]
        if len(given) > 1:
            self.fault(
                path,
                Text(f"{' dan '.join(given)} sekaligus", f"both {' and '.join(given)}"),
                Text("Tulis salah satu saja", "Write one of them"),
            )
            return None
        if not given:
            return None
        value, number, words = self.content(attribute, data, given[0], path)
        if value is None and number is None:
            return None
        basis = data.get("basis")
        return Claim(
            attribute.id,
            subject,
            value,
            place,
            figure=number,
            words=words,
            source=sources(data["source"], self.base, self.document.place(*path, "source"),
                           self.faults) if data.get("source") is not None else (),
            basis=self.basis(basis, path) if is_stated(basis) else None,
            by=self.optional(data, "by"),
            on=date(str(data["on"]), self.document.place(*path, "on"), self.faults)
            if is_stated(data.get("on")) else None,
            note=self.optional(data, "note"),
            potential=fold(str(data.get("potential") or "")) in {"true", "yes", "ya"},
        )  # fmt: skip

    def optional(self, data: dict[str, Any], key: str) -> str | None:
        value = data.get(key)
        return str(value) if is_stated(value) else None

    def basis(self, word: Any, path: tuple[str | int, ...]) -> str | None:
        """Return the kind of evidence: one that the assumption on evidence grades."""
        known = {
            k: k
            for assumption in self.base.assumptions.values()
            for alternative in assumption.alternatives
            if alternative.reading
            for k in alternative.reading.grades
        }
        sort = Text("dasar keterangan", "kind of evidence")
        place = self.document.place(*path, "basis")
        return lookup(str(word), known, sort, place, self.faults)

    def content(
        self, attribute: Attribute, data: dict[str, Any], given: str, path: tuple[str | int, ...]
    ) -> tuple[str | None, float | None, str]:
        """Return the value, or the figure, or free words with the value that stands for them."""
        raw = data[given]
        place = self.document.place(*path) if given not in data else (
            self.document.place(*path, given)
        )  # fmt: skip
        if given != "value":
            return None, self.measured(attribute, given, raw, place), ""
        if not isinstance(raw, str):
            self.fault(
                path,
                Text(f"'{attribute.id}' menerima satu nilai", f"'{attribute.id}' takes one value"),
                Text("Tulis satu kata dari skalanya", "Write one word of its scale"),
            )
            return None, None, ""
        scale = self.words.scales.get(attribute.scale)
        if scale and scale.text:
            return scale.values[0].id, None, raw.strip()
        sort = Text(f"nilai {attribute.label.id}", f"value of {attribute.label.en}")
        return lookup(raw, self.words.words_for(attribute.id), sort, place, self.faults), None, ""

    def measured(self, attribute: Attribute, given: str, raw: Any, place: Place) -> float | None:
        rule = attribute.figure
        if rule is None or (given == "since" and not rule.since):
            self.faults.append(
                Fault(
                    place,
                    Text(
                        f"'{attribute.id}' tidak menerima angka",
                        f"'{attribute.id}' takes no figure",
                    )
                    if rule is None
                    else Text(
                        f"'{attribute.id}' tidak menerima 'since'",
                        f"'{attribute.id}' does not take 'since'",
                    ),
                    fix=Text("Tulis nilai dari skalanya", "Write a value of its scale"),
                )
            )
            return None
        if given == "figure":
            return figure(raw, given, place, self.faults)
        year = date(str(raw), place, self.faults)
        now = self.document.data.get("assessed_on")
        if year is None:
            return None
        if not is_stated(now):
            self.faults.append(
                Fault(
                    place,
                    Text("'since' tanpa 'assessed_on'", "'since' without 'assessed_on'"),
                    fix=Text(
                        "Tambahkan assessed_on: <tahun> di atas", "Add assessed_on: <year> above"
                    ),
                )
            )
            return None
        return float(int(str(now)[:4]) - int(year[:4])) if str(now)[:4].isdigit() else None


def with_settings(
    scenario: Scenario, settings: Sequence[str], base: RuleBase, faults: list[Fault]
) -> Scenario:
    """Return the scenario with facts set as on the command line (`attribute=value`).

    A setting replaces every claim on the same thing; several for a many-valued attribute add up;
    an unknown (`=?`) removes. An actor's attribute is written `actor.attribute=value`.
    """
    claims = list(scenario.claims)
    replaced: set[tuple[str, str]] = set()
    for setting in settings:
        key, _, value = setting.partition("=")
        head, _, tail = key.strip().rpartition(".")
        actor = next((a for a in scenario.actors if fold(a.id) == fold(head)), None)
        if not key.strip() or "=" not in setting or (head and actor is None):
            near = did_you_mean(nearest(head, [a.id for a in scenario.actors])) if head else None
            faults.append(
                Fault(
                    Place("--set"),
                    Text(f"'{setting}' tidak dapat dibaca", f"'{setting}' cannot be read")
                    if not head or "=" not in setting
                    else Text(f"aktor '{head}' tidak ada", f"there is no actor '{head}'"),
                    fix=near
                    if near and near.id
                    else Text("Tulis --set ATRIBUT=NILAI", "Write --set ATTRIBUTE=VALUE"),
                )
            )
            continue
        found: list[Fault] = []
        quoted = value.strip().replace("'", "''")
        document = parse_yaml(f"{tail}: '{quoted}'\n", "--set", found)
        if document is not None:
            document.data["assessed_on"] = scenario.assessed_on
            subject = actor.id if actor else SENTRA
            reader = _Reader(document, base, found)
            word = (base.vocabulary.about_actor() if actor else base.vocabulary.about_sentra()).get(
                fold(tail)
            )
            new = list(reader.claims({tail: document.data[tail]}, (), subject))
            if word:
                attribute, owner = reader.term(word, subject)
                thing = (attribute.id, owner)
                if not (attribute.many and thing in replaced):
                    claims = [c for c in claims if (c.attribute, c.subject) != thing]
                replaced.add(thing)
            claims.extend(new)
        faults.extend(replace(f, place=Place("--set")) for f in found)
    actors = tuple(
        replace(a, kind=next((c.value or a.kind for c in claims
                              if c.attribute == "kind" and c.subject == a.id), a.kind))
        for a in scenario.actors
    )  # fmt: skip
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
            faults.append(
                Fault(
                    place,
                    Text(f"'{item}' tidak dapat dibaca", f"'{item}' cannot be read"),
                    fix=Text("Tulis --assume NAMA=NILAI", "Write --assume NAME=VALUE"),
                )
            )
            continue
        found = lookup(name, names, Text("asumsi", "assumption"), place, faults)
        if found is None:
            continue
        alternatives = words_of((a.id, a.label, ()) for a in base.assumptions[found].alternatives)
        sort = Text(f"pilihan {found}", f"alternative of {found}")
        value = lookup(value, alternatives, sort, place, faults) or chosen[found]
        chosen[found] = value
    return chosen
