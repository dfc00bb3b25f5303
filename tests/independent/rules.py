"""Vocabulary and rules as their YAML says, and what the rules conclude: no import of the package.

Everything is a text. Facts are triples (attribute, subject, value). A rule is its mapping in the
file, and is asked anew in every round until nothing is added; one that denies something is asked
only once everything that is denied has been settled.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
SENTRA, ACTOR = "sentra", "actor"
Fact = tuple[str, str, str]
Values = dict[tuple[str, str], set[str]]


def load(path: Path) -> Any:
    """Return a YAML file whose every scalar stays the text it is."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(path.read_text("utf-8"), loader)  # noqa: S506  # it makes texts only


def listed(content: Any) -> list[Any]:
    """Return a list as it is, anything else as a list of it."""
    return content if isinstance(content, list) else [content]


def folded(word: str) -> str:
    """Return a word as it is compared."""
    return "_".join(word.casefold().replace("-", " ").replace("_", " ").split())


class Words:
    """The vocabulary and the assumptions of a rule folder."""

    def __init__(self, folder: Path) -> None:
        self.scales: dict[str, list[dict[str, Any]]] = {}
        self.ordered: set[str] = set()
        self.free: set[str] = set()
        self.attributes: dict[str, dict[str, Any]] = {}
        self.entries: dict[str, list[dict[str, Any]]] = {}
        self.kind_of: dict[str, str] = {}
        self.shorthand: dict[str, str] = {}
        for file in sorted((folder / "vocabulary").glob("*.yaml")):
            data = load(file)
            for scale in data.get("scales", []):
                self.scales[scale["id"]] = scale["values"]
                self.ordered |= {scale["id"]} if scale.get("ordered") == "true" else set()
                self.free |= {scale["id"]} if scale.get("text") == "true" else set()
            for kind in data.get("kinds", []):
                self.entries[kind["id"]] = kind.get("entries", [])
                self.kind_of |= {e["id"]: kind["id"] for e in self.entries[kind["id"]]}
                if "shorthand" in kind:
                    self.shorthand[kind["id"]] = kind["shorthand"]
            for attribute in data.get("attributes", []):
                self.attributes[attribute["id"]] = {"of": SENTRA, **attribute}
        for attribute in self.attributes.values():
            self._turn_round(attribute)
        self.assumptions: dict[str, dict[str, Any]] = {}
        for file in sorted((folder / "assumptions").glob("*.yaml")):
            for one in load(file)["assumptions"]:
                self.assumptions[one["name"]] = one
                self.scales[one["name"]] = one["alternatives"]
                self.attributes[one["name"]] = {
                    "id": one["name"], "of": SENTRA, "scale": one["name"], "role": "assumption",
                }  # fmt: skip

    def _turn_round(self, attribute: dict[str, Any]) -> None:
        """Give entries the property that only its inverse states."""
        for stating in self.entries.get(attribute["scale"], []):
            for named in listed(stating.get("facts", {}).get(attribute.get("inverse_of"), [])):
                for entry in self.entries[attribute["of"]]:
                    if entry["id"] == named:
                        found = entry.setdefault("facts", {}).setdefault(attribute["id"], [])
                        found.append(stating["id"])

    def values(self, attribute: str) -> list[str]:
        """Return the values an attribute can take, in order."""
        scale = self.attributes[attribute]["scale"]
        return [one["id"] for one in self.scales.get(scale) or self.entries[scale]]

    @cache  # noqa: B019  # there is one vocabulary
    def value(self, attribute: str, word: str) -> str:
        """Return the value that a word stands for: an id before a label, first come first."""
        scale = self.attributes[attribute]["scale"]
        items = self.scales.get(scale) or self.entries[scale]
        for one in items:
            if folded(word) == folded(one["id"]):
                return str(one["id"])
        for one in items:
            said = [one["label"]["id"], one["label"]["en"], *listed(one.get("also", []))]
            if folded(word) in map(folded, said):
                return str(one["id"])
        raise ValueError(f"{word} is no {attribute}")

    def term(self, key: str, this: str | None) -> tuple[str, str]:
        """Return the attribute and the subject that a key of a rule speaks of."""
        head, dot, tail = key.partition(".")
        if dot:
            return tail, this if head == "this" and this else head
        if key in self.kind_of:
            return self.shorthand[self.kind_of[key]], key
        return key, SENTRA

    def admitted(self, attribute: str, content: Any, this: str | None) -> set[str]:
        """Return the values that a condition names: single ones, a list, a comparison, `this`."""
        if content == "this" and this:
            return {this}
        return self._named(attribute, tuple(listed(content)))

    @cache  # noqa: B019  # there is one vocabulary
    def _named(self, attribute: str, named: tuple[str, ...]) -> set[str]:
        found: set[str] = set()
        for word in named:
            operator = word.split()[0] if word[0] in "<>" else ""
            if operator:
                order = self.values(attribute)
                bound = order.index(self.value(attribute, word[len(operator) :].strip()))
                for place, value in enumerate(order):
                    if {
                        ">": place > bound, ">=": place >= bound,
                        "<": place < bound, "<=": place <= bound,
                    }[operator]:  # fmt: skip
                        found.add(value)
            else:
                found.add(self.value(attribute, word))
        return found


def rules_of(folder: Path) -> list[dict[str, Any]]:
    """Return every rule of a folder, as written."""
    aside = {"vocabulary", "assumptions", "sources"}
    files = [f for f in sorted(folder.glob("*/*.yaml")) if f.parent.name not in aside]
    return [rule for file in files for entry in load(file) for rule in rows_of(entry)]


def rows_of(entry: dict[str, Any]) -> list[dict[str, Any]]:
    """Return an entry that is a rule as it is, and a decision table as the rules it stands for.

    The `if` of such a rule is a list of pairs: a table and its row may both deny something.
    """
    if "table" not in entry:
        return [entry]
    found = []
    for row in entry["rows"]:
        asked = list((entry.get("if") or {}).items())
        for column, cell in zip(
            listed(entry.get("columns", [])), listed(row.get("when", [])), strict=True
        ):
            if isinstance(cell, dict):
                asked.append(("not", {column: cell["not"]}))
            elif cell != "-":
                asked.append((column, cell))
        asked += (row.get("if") or {}).items()
        then = entry.get("then", row.get("then"))
        if isinstance(then, str):
            then = {then: row["then"]}
        elif isinstance(then, list):
            pairs = zip(then, row["then"], strict=True)
            then = {head: value for head, value in pairs if value != "-"}
        rule = {"id": row["id"], "if": asked, "then": then}
        found.append(rule | ({"each": entry["each"]} if "each" in entry else {}))
    return found


def pairs_of(conditions: Any) -> list[tuple[str, Any]]:
    """Return conditions as pairs of key and content, whether written as a mapping or as such."""
    return list(conditions.items()) if isinstance(conditions, dict) else conditions


class Conclusions:
    """What rules conclude from facts about a sentra and its actors."""

    def __init__(self, words: Words, rules: list[dict[str, Any]]) -> None:
        self.words = words
        self.rounds = self._rounds(rules)

    def of(self, facts: set[Fact], actors: list[str]) -> set[Fact]:
        """Return the facts and all that follows from them."""
        known: Values = defaultdict(set)
        for attribute, subject, value in facts:
            known[attribute, subject].add(value)
        for rules in self.rounds:
            while sum(self._fires(rule, known, actors) for rule in rules):
                pass
        return {(a, s, value) for (a, s), values in known.items() for value in values}

    def _rounds(self, rules: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
        """Return the rules in groups: what a rule denies is concluded in an earlier one."""
        level: dict[str, int] = defaultdict(int)
        said = [(self._heads(r), *self._read(r["if"])) for r in rules]
        for _ in range(len(said)):
            before = dict(level)
            for heads, read, denied in said:
                least = max([0, *(level[a] for a in read), *(level[a] + 1 for a in denied)])
                least = max([least, *(level[a] for a in heads)])
                level.update(dict.fromkeys(heads, least))
            if before == level:
                break
        groups: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for rule, (heads, _, _) in zip(rules, said, strict=True):
            groups[max(level[a] for a in heads)].append(rule)
        return [groups[at] for at in sorted(groups)]

    def _heads(self, rule: dict[str, Any]) -> list[str]:
        return [self.words.term(key, "this")[0] for key in rule["then"]]

    def _read(self, conditions: Any) -> tuple[list[str], list[str]]:
        """Return the attributes that conditions read, and those they deny."""
        read: list[str] = []
        denied: list[str] = []
        for key, content in pairs_of(conditions):
            if key == "not":
                denied += [self.words.term(k, "this")[0] for item in listed(content) for k in item]
            elif key == "at_least":
                for item in content["of"]:
                    read += self._read(item)[0]
            elif key == "some":
                read += [attribute for inner in content.values() for attribute in inner]
            else:
                read.append(self.words.term(key, "this")[0])
        return read, denied

    def _fires(self, rule: dict[str, Any], known: Values, actors: list[str]) -> bool:
        """Conclude what a rule concludes; tell whether anything was new."""
        new = False
        for this in self._subjects(rule["each"], actors) if "each" in rule else [None]:
            if self._all(rule["if"], known, this, actors):
                for key, content in rule["then"].items():
                    attribute, subject = self.words.term(key, this)
                    values = self.words.admitted(attribute, content, this)
                    new |= not values <= known[attribute, subject]
                    known[attribute, subject] |= values
        return new

    def _subjects(self, kind: str, actors: list[str]) -> list[str]:
        if kind == ACTOR:
            return actors
        return [SENTRA] if kind == SENTRA else [e["id"] for e in self.words.entries[kind]]

    def _all(self, conditions: Any, known: Values, this: str | None, actors: list[str]) -> bool:
        return all(self._holds(k, c, known, this, actors) for k, c in pairs_of(conditions))

    def _holds(
        self, key: str, content: Any, known: Values, this: str | None, actors: list[str]
    ) -> bool:
        if key == "not":
            return not any(self._all(item, known, this, actors) for item in listed(content))
        if key == "at_least":
            true = [item for item in content["of"] if self._all(item, known, this, actors)]
            return len(true) >= int(content["n"])
        if key == "some":
            ((kind, inner),) = content.items()
            return any(
                all(
                    known[attribute, one] & self.words.admitted(attribute, values, this)
                    for attribute, values in inner.items()
                )
                for one in self._subjects(kind, actors)
            )
        attribute, subject = self.words.term(key, this)
        return bool(known[attribute, subject] & self.words.admitted(attribute, content, this))
