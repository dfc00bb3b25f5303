"""What the check proves is true: on random rule bases, in random worlds.

A rule it calls dead never fires, and an attribute it clears of conflicts never has two values.
The worlds are evaluated by the plainest of means: every rule for every subject, again and again.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

import pytest
from pydantic import TypeAdapter

from kemitraan.fact import Slot
from kemitraan.faults import Place
from kemitraan.knowledge.check import findings
from kemitraan.knowledge.ground import Ground, bound, instance
from kemitraan.knowledge.language import (
    IT,
    THIS,
    Absent,
    AtLeast,
    Conclusion,
    Holds,
    Rule,
    Some,
)
from kemitraan.knowledge.rulebase import RuleBase
from kemitraan.knowledge.sources import StudyFile
from kemitraan.knowledge.vocabulary import (
    SENTRA,
    Attribute,
    Entry,
    Kind,
    Scale,
    Value,
    Vocabulary,
)
from kemitraan.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kemitraan.knowledge.language import Condition

KINDS = (SENTRA, "actor", "need")
SUBJECTS = {SENTRA: (SENTRA,), "actor": ("bank", "hotel", "shop"), "need": ("cash", "dye")}
VALUES = ("low", "middle", "high")
LAYERS = 3
BASES = 60
WORLDS = 25


def vocabulary() -> Vocabulary:
    """Return, for each kind, inputs, a property of needs, and attributes of three layers."""
    attributes = [Attribute(id="fixed", of="need", role="property", scale="v", label=same("x"))]
    roles = {"i": "input", "j": "input", **{f"d{n}": "derived" for n in range(LAYERS)}}
    attributes += [
        TypeAdapter(Attribute).validate_python(
            {
                "id": f"{kind}_{name}{'s' if many else ''}",
                "of": kind,
                "role": role,
                "many": many,
                "scale": "v",
                "label": {"id": "x", "en": "x"},
            }
        )
        for kind in KINDS
        for name, role in roles.items()
        for many in (False, True)
    ]
    entries = (
        Entry(id="cash", label=same("x"), facts={"fixed": ("low",)}),
        Entry(id="dye", label=same("x"), facts={"fixed": ("high",)}),
    )
    kinds = {k: Kind(id=k, label=same(k), entries=entries if k == "need" else ()) for k in KINDS}
    scale = Scale(id="v", values=tuple(Value(id=v, label=same(v)) for v in VALUES))
    return Vocabulary({"v": scale}, {}, kinds, {a.id: a for a in attributes})


WORDS = vocabulary()


@dataclass(frozen=True)
class Writer:
    """Writes random rules; actors are never named, as in a rule file."""

    random: Random

    def rule(self, number: int) -> Rule:
        each = self.random.choice((None, "actor", "need"))
        layer = self.random.randrange(LAYERS)
        conditions: list[Condition] = [
            self.condition(each, layer) for _ in range(self.random.choice((1, 2, 2, 3)))
        ]
        if layer:
            conditions += [
                Absent(self.holds(each, layer - 1, derived=True))
                for _ in range(self.random.choice((0, 1, 1)))
            ]
        kind = self.random.choice((SENTRA, each or "need"))
        attribute = f"{kind}_d{layer}{self.random.choice(('', '', 's'))}"
        head = Conclusion(attribute, self.subject(each, kind), self.random.choice(VALUES))
        identifier = f"R-{number:02}"
        return Rule(
            identifier,
            same(identifier),
            "paper",
            each,
            tuple(conditions),
            (head,),
            same("x"),
            (),
            Place("r", number),
        )

    def condition(self, each: str | None, layer: int) -> Condition:
        shape = self.random.random()
        if shape < 0.15:
            kind = self.random.choice(("actor", "need"))
            parts = (self.holds(None, layer, it=kind) for _ in range(self.random.choice((1, 2))))
            return Some(kind, tuple(parts))
        if shape < 0.3:
            of = tuple(self.holds(each, layer) for _ in range(3))
            return AtLeast(self.random.choice((1, 2, 2)), of)
        return self.holds(each, layer)

    def holds(
        self, each: str | None, layer: int, *, derived: bool = False, it: str | None = None
    ) -> Holds:
        kind = it or self.random.choice((SENTRA, each or SENTRA, "need"))
        names = [f"d{n}" for n in range(layer + (1 if derived else 0))]
        names += [] if derived else ["i", "j", "i", "j"]
        attribute = f"{kind}_{self.random.choice(names)}{self.random.choice(('', '', 's'))}"
        if kind == "need" and not derived and self.random.random() < 0.2:
            attribute = "fixed"
        values = tuple(self.random.sample(VALUES, self.random.choice((1, 1, 2))))
        return Holds(attribute, IT if it else self.subject(each, kind), values)

    def subject(self, each: str | None, kind: str) -> str:
        if kind == each and (kind == "actor" or self.random.random() < 0.7):
            return THIS
        return self.random.choice(SUBJECTS[kind])


def base_of(rules: tuple[Rule, ...]) -> RuleBase:
    places = {f"attribute {a}": Place("v") for a in WORDS.attributes}
    study = StudyFile(citation=Text("x", "x"), cases=())
    return RuleBase(WORDS, {}, {}, {}, study, (), rules, {}, places, "")


def stated(random: Random) -> dict[Slot, set[str]]:
    """Return random inputs: at most one value where one is all an attribute takes."""
    facts: dict[Slot, set[str]] = {}
    for attribute in WORDS.attributes.values():
        for subject in SUBJECTS[attribute.of]:
            if attribute.role == "input" and random.random() < 0.8:
                number = random.choice((1, 2)) if attribute.many else 1
                facts[Slot(attribute.id, subject)] = set(random.sample(VALUES, number))
    for _, entry in WORDS.entries.values():
        facts[Slot("fixed", entry.id)] = set(entry.facts["fixed"])
    return facts


def run(rules: tuple[Rule, ...], facts: dict[Slot, set[str]]) -> set[str]:
    """Add all conclusions to the facts, layer by layer, and return the rules that fired."""
    fired: set[str] = set()
    for layer in range(LAYERS):
        changed = True
        while changed:
            changed = False
            for rule in rules:
                if f"_d{layer}" not in rule.conclusions[0].attribute:
                    continue
                for this in SUBJECTS[rule.each] if rule.each else (None,):
                    one = instance(rule, this)
                    if all(true(c, facts) for c in one.conditions):
                        fired.add(rule.id)
                        for cell, value in one.conclusions:
                            changed = changed or value not in facts.get(cell, ())
                            facts.setdefault(cell, set()).add(value)
    return fired


def true(condition: Condition, facts: Mapping[Slot, set[str]]) -> bool:
    match condition:
        case Holds(attribute, subject, values):
            return not facts.get(Slot(attribute, subject), set()).isdisjoint(values)
        case Absent(inner):
            return not true(inner, facts)
        case AtLeast(n, parts):
            return sum(true(p, facts) for p in parts) >= n
        case Some(kind, parts):
            return any(
                all(true(bound(p, IT, subject), facts) for p in parts) for subject in SUBJECTS[kind]
            )


@pytest.mark.parametrize("seed", range(BASES))
def test_proofs_hold_in_every_world(seed: int) -> None:
    random = Random(seed)  # nothing here is secret
    writer = Writer(random)
    rules = tuple(writer.rule(n) for n in range(1, random.randint(10, 30)))
    said = [f.what.en for f in findings(base_of(rules), None)]
    dead = {w.split()[0] for w in said if w.endswith("can never fire")}
    doubtful = {w.split("'")[1] for w in said if w.endswith("different values")}
    single = {
        a.id
        for a in WORDS.attributes.values()
        if a.role == "derived" and not a.many and a.id not in doubtful
    }
    for _ in range(WORLDS):
        facts = stated(random)
        assert not run(rules, facts) & dead
        for cell, values in facts.items():
            assert cell.attribute not in single or len(values) <= 1, cell


def test_there_is_something_to_prove() -> None:
    """Random bases have rules that never fire, and pairs of rules that exclude each other."""
    dead = excluded = 0
    for seed in range(BASES):
        random = Random(seed)  # nothing here is secret
        writer = Writer(random)
        rules = tuple(writer.rule(n) for n in range(1, random.randint(10, 30)))
        base = base_of(rules)
        said = [f.what.en for f in findings(base, None)]
        dead += sum(w.endswith("can never fire") for w in said)
        doubtful = {w.split("'")[1] for w in said if w.endswith("different values")}
        given: dict[Slot, set[str]] = {}
        for one in Ground(base).firing:
            for cell, value in one.conclusions:
                given.setdefault(cell, set()).add(value)
        excluded += sum(
            len(values) > 1
            and not WORDS.attributes[cell.attribute].many
            and cell.attribute not in doubtful
            for cell, values in given.items()
        )
    assert dead > BASES
    assert excluded > 10
