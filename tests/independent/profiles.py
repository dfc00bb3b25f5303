"""Profiles as their YAML says, read into facts under a choice of assumptions; random profiles.

No import of the package here either: this is how what people state becomes facts, told
a second time from the documentation.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tests.independent.rules import ACTOR, SENTRA, Fact, Words, folded, listed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

UNKNOWN = {"", "?", "unknown"}


@dataclass(frozen=True)
class Said:
    """One statement: what of whom, a value or a figure, and what it is based on."""

    attribute: str
    subject: str
    value: str | None
    figure: float | None
    basis: str
    on: str
    potential: bool
    source: tuple[str, ...]


def statements(words: Words, data: dict[str, Any]) -> Iterator[Said]:
    """Yield what a profile or an overlay states."""
    now = data.get("assessed_on", "")
    for key, content in (data.get("sentra") or {}).items():
        yield from _said(words, *words.term(key, None), content, now)
    for actor, content in (data.get("actors") or {}).items():
        for key, what in (content or {}).items():
            if key not in ("name", "source", "note"):
                yield from _said(words, key, actor, what, now)


def _said(words: Words, attribute: str, subject: str, content: Any, now: str) -> Iterator[Said]:
    for item in listed(content):
        if item == "+":
            continue
        claim = item if isinstance(item, dict) else {"value": item}
        for value in listed(claim.get("value", "")):
            figure = None
            if "figure" in claim:
                figure = float(claim["figure"].replace(",", "."))
            if "since" in claim:
                figure = float(int((claim.get("on") or now)[:4]) - int(claim["since"][:4]))
            if figure is None and folded(value) in UNKNOWN:
                continue
            free = words.attributes[attribute]["scale"] in words.free
            yield Said(
                attribute,
                subject,
                "stated" if free else words.value(attribute, value) if figure is None else None,
                figure,
                claim.get("basis", ""),
                claim.get("on", ""),
                claim.get("potential") == "true",
                tuple(listed(claim.get("source", []))),
            )


def actors_of(data: dict[str, Any]) -> list[str]:
    """Return the ids of the actors that are named."""
    return list(data.get("actors") or {})


def laid_on(words: Words, data: dict[str, Any], said: list[Said], over: dict[str, Any]) -> None:
    """Lay an overlay on what a profile states."""
    gone: set[tuple[str, str]] = set()
    places = [(words.term(k, None), c) for k, c in (over.get("sentra") or {}).items()]
    for actor, content in (over.get("actors") or {}).items():
        data.setdefault("actors", {}).setdefault(actor, {})
        places += [
            ((k, actor), c)
            for k, c in (content or {}).items()
            if k not in ("name", "source", "note")
        ]
    for thing, content in places:
        if "+" not in listed(content):
            gone.add(thing)
    said[:] = [one for one in said if (one.attribute, one.subject) not in gone]
    said.extend(statements(words, {"assessed_on": data.get("assessed_on", ""), **over}))


class ReadingIn:
    """Reads statements into facts under one choice of assumptions."""

    def __init__(self, words: Words, chosen: dict[str, str]) -> None:
        self.words = words
        self.chosen = {
            name: next(a for a in one["alternatives"] if a["id"] == chosen[name])
            for name, one in sorted(words.assumptions.items())
        }
        self.readings = [a["reading"] for a in self.chosen.values() if "reading" in a]

    def facts(self, said: list[Said], actors: list[str]) -> set[Fact]:
        """Return every fact that rules start from."""
        words = self.words
        stated: dict[tuple[str, str], set[str]] = {}
        slots: dict[tuple[str, str], list[Said]] = defaultdict(list)
        for one in map(self.read, said):
            if one.value is not None:
                slots[one.attribute, one.subject].append(one)
        for (attribute, subject), claims in slots.items():
            if self.is_level(attribute, subject):
                for basis, kept in (("assessment", "assessed"), ("finding", "found")):
                    own = {c.value for c in claims if c.basis == basis and c.value}
                    if own:
                        stated[kept, subject] = own
            values = {c.value for c in claims if c.value}
            if words.attributes[attribute].get("many") != "true" and len(values) > 1:
                values = self.settled(attribute, claims)
            stated[attribute, subject] = values
        for actor in actors:
            # An actor that says nothing of its kind is named after it.
            if ("kind", actor) not in stated:
                stated["kind", actor] = {words.value("kind", actor)}
        self.lower(stated)
        self.fill(stated)
        ignored = {a for r in self.readings for a in listed(r.get("ignore", []))}
        found = {(a, s, v) for (a, s), values in stated.items() for v in values if a not in ignored}
        for entries in words.entries.values():
            for entry in entries:
                for attribute, values in entry.get("facts", {}).items():
                    found |= {(attribute, entry["id"], v) for v in listed(values)}
        return found | {(name, SENTRA, a["id"]) for name, a in self.chosen.items()}

    def is_level(self, attribute: str, subject: str) -> bool:
        """Tell whether this is what the bare name of an entry stands for."""
        return self.words.shorthand.get(self.words.kind_of.get(subject, "")) == attribute

    def read(self, one: Said) -> Said:
        """Return a statement as the assumptions read it."""
        for reading in self.readings:
            for relabel in reading.get("relabel", []):
                same_basis = relabel.get("basis", one.basis) == one.basis
                if relabel["attribute"] == one.attribute and same_basis and one.value:
                    to = relabel["map"].get(one.value, one.value)
                    one = replace(one, value=None if to == "null" else to)
        if one.figure is not None:
            cutoffs = self.words.attributes[one.attribute]["figure"]["cutoffs"]
            for name, alternative in self.chosen.items():
                if self.words.assumptions[name]["id"] == cutoffs:
                    for step in alternative.get("cutoffs", {}).get(one.attribute, []):
                        if (
                            one.figure >= float(step["at_least"])
                            if "at_least" in step
                            else "above" not in step or one.figure > float(step["above"])
                        ):
                            one = replace(one, value=step["level"])
                            break
        order = self.words.values(one.attribute)
        for reading in self.readings:
            most = reading.get("potential_as")
            if one.potential and most in order and one.value in order:
                one = replace(one, value=order[min(order.index(most), order.index(one.value))])
        for reading in self.readings:
            one = replace(one, subject=reading.get("merge", {}).get(one.subject, one.subject))
        return one

    def settled(self, attribute: str, claims: list[Said]) -> set[str]:
        """Return the one value taken where statements differ; none where nothing decides."""
        both = {c.basis for c in claims} == {"assessment", "finding"}
        what = "differing" if both else "conflict"
        way = next((r[what] for r in self.readings if what in r), "worst")
        grades = {k: int(g) for r in self.readings for k, g in r.get("grades", {}).items()}

        def rank(one: Said) -> tuple[bool, str, int]:
            """Return what the way looks at; the statements that rank highest count."""
            return (
                way == one.basis,
                one.on if way == "recent" else "",
                grades.get(one.basis, 0) if way == "graded" else 0,
            )

        best = max(map(rank, claims))
        left = {c.value for c in claims if rank(c) == best and c.value}
        if len(left) == 1:
            return left
        order = self.words.values(attribute)
        if self.words.attributes[attribute]["scale"] in self.words.ordered:
            return {min(left, key=order.index)}
        return set()

    def lower(self, stated: dict[tuple[str, str], set[str]]) -> None:
        """Lower the levels that somebody's statement puts in doubt."""
        for reading in self.readings:
            for lower in reading.get("lower", []):
                if any(
                    a == lower["attribute"] and lower["value"] in v for (a, _), v in stated.items()
                ):
                    for (attribute, subject), values in stated.items():
                        if subject == lower["entry"] and self.is_level(attribute, subject):
                            order = self.words.values(attribute)
                            down = {order[max(0, order.index(v) - 1)] for v in values}
                            stated[attribute, subject] = down

    def fill(self, stated: dict[tuple[str, str], set[str]]) -> None:
        """Put in the place of the unknown what an assumption takes it to be."""
        words = self.words
        fills = [r["fill"] for r in self.readings if "fill" in r]
        merged = {entry for r in self.readings for entry in r.get("merge", {})}
        for fill in sorted(fills, key=lambda f: "having" not in f):
            for attribute, one in words.attributes.items():
                order = words.values(attribute) if one["scale"] in words.ordered else []
                value = {"lowest": order[:1], "highest": order[-1:]}.get(
                    fill["value"], [fill["value"]]
                )
                if (
                    one["role"] != "input" or "question" not in one or one["of"] == ACTOR
                    or one.get("many") == "true" or not order or value[0] not in order
                ):  # fmt: skip
                    continue
                entries = [
                    e["id"]
                    for e in words.entries.get(one["of"], [])
                    if words.shorthand.get(one["of"]) == attribute
                    if e["id"] not in merged
                    if fill.get("having") is None or fill["having"] in e.get("facts", {})
                ]
                subjects = [SENTRA] if one["of"] == SENTRA else entries
                if one["of"] == SENTRA and "having" in fill:
                    continue
                for subject in subjects:
                    if not stated.get((attribute, subject)):
                        stated[attribute, subject] = set(value)


def _figures(figure: dict[str, Any]) -> list[str]:
    """Return figures on the scale of an attribute, some written with a comma."""
    low, high = (float(bound) for bound in figure["range"])
    doubtful = float(figure.get("doubtful", low - 1))
    listed = ["0", "0,5", "0.8", "1", "2", "3", "4,5", "12", "33", "50", "66,7", "75", "90"]
    return [f for f in listed if doubtful < float(f.replace(",", ".")) and
            low <= float(f.replace(",", ".")) <= high]  # fmt: skip


def random_profile(words: Words, random: Random) -> dict[str, Any]:
    """Return a profile that states some things of its sentra and up to six actors."""
    likely = random.choice([0.1, 0.4, 0.8])
    bases = ["assessment", "finding", "document", "official", "manager", "craftsperson", ""]

    def claim(attribute: str) -> dict[str, Any]:
        one = words.attributes[attribute]
        made: dict[str, Any] = {}
        if "figure" in one and random.random() < 0.5:
            made["figure"] = random.choice(_figures(one["figure"]))
        elif "figure" in one and one["figure"].get("since") == "true" and random.random() < 0.5:
            made["since"] = str(random.randint(2000, 2025))
        else:
            made["value"] = said(attribute)
        for key, choices in (("basis", bases), ("on", ["2023", "2024-06", "2025-01-31", ""])):
            if random.random() < 0.4 and (value := random.choice(choices)):
                made[key] = value
        if "since" in made and made.get("on", "2026") < made["since"]:
            del made["on"]
        if random.random() < 0.1:
            made["potential"] = "true"
        return made

    def said(attribute: str) -> str:
        if words.attributes[attribute]["scale"] in words.free:
            return "some words of theirs"
        return random.choice(words.values(attribute))

    def content(attribute: str) -> Any:
        if words.attributes[attribute].get("many") == "true":
            return [said(attribute) for _ in range(random.randint(1, 3))]
        return [claim(attribute) for _ in range(random.choice([1, 1, 1, 2, 3]))]

    def about(kind: str) -> list[str]:
        return [
            a["id"] for a in words.attributes.values()
            if a["of"] == kind and a["role"] == "input" and "question" in a
        ]  # fmt: skip

    def some(kind: str) -> dict[str, Any]:
        return {a: content(a) for a in about(kind) if random.random() < likely}

    sentra = some(SENTRA)
    for kind, attribute in words.shorthand.items():
        if words.attributes[attribute]["role"] == "input":
            sentra |= {
                e["id"]: content(attribute) for e in words.entries[kind] if random.random() < likely
            }
    actors = {}
    for number in range(random.randint(0, 6)):
        stated = some(ACTOR)
        stated["kind"] = random.choice(words.values("kind"))
        actors[f"actor_{number}"] = stated
    return {
        "id": "random", "name": "Random", "assessed_on": "2026", "sentra": sentra, "actors": actors
    }  # fmt: skip


def random_choice(words: Words, random: Random) -> dict[str, str]:
    """Return assumptions chosen otherwise than by default, for some of them."""
    return {
        name: random.choice(one["alternatives"])["id"]
        for name, one in words.assumptions.items()
        if random.random() < 0.3
    }
