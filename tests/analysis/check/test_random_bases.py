"""What the checks prove is true: on random rule bases, in random worlds.

A rule called dead never fires, an attribute cleared of conflicts never has two values, and what
is said to happen happens in the profile that comes with it. The worlds are evaluated by the
plainest of means: every rule for every subject, again and again.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from pydantic import TypeAdapter

from kemitraan.analysis.check.deep import check_deep
from kemitraan.analysis.check.plain import findings
from kemitraan.fact import Slot
from kemitraan.faults import Place
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
from kemitraan.knowledge.shown import Shown, ShownAttribute
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
ACTORS = {"bank": "lender", "hotel": "buyer", "shop": "buyer"}
SUBJECTS = {SENTRA: (SENTRA,), "actor": tuple(ACTORS), "need": ("cash", "dye")}
VALUES = ("low", "middle", "high")
LAYERS = 3
BASES = 60
WORLDS = 25


def vocabulary() -> Vocabulary:
    """Return, for each kind, inputs, a property of needs, and attributes of three layers."""
    roles = {"i": "input", "j": "input", **{f"d{n}": "derived" for n in range(LAYERS)}}
    texts = {"label": {"id": "x", "en": "x"}, "question": {"id": "x?", "en": "x?"}}
    declared: list[dict[str, Any]] = [
        {"id": "fixed", "of": "need", "role": "property", "scale": "v"},
        {"id": "kind", "of": "actor", "role": "input", "scale": "actor_kind"},
        # Of an entry, a profile states the level alone.
        {"id": "need_i", "of": "need", "role": "input", "scale": "v"},
    ]
    declared += [
        {
            "id": f"{kind}_{name}{'s' if many else ''}",
            "of": kind,
            "role": role,
            "many": many,
            "scale": "v",
        }
        for kind in KINDS
        for name, role in roles.items()
        for many in (False, True)
        if kind != "need" or role == "derived"
    ]
    attributes = [TypeAdapter(Attribute).validate_python(texts | one) for one in declared]
    entries = {
        "need": (
            Entry(id="cash", label=same("x"), facts={"fixed": ("low",)}),
            Entry(id="dye", label=same("x"), facts={"fixed": ("high",)}),
        ),
        "actor_kind": tuple(Entry(id=k, label=same("x")) for k in ("lender", "buyer")),
    }
    kinds = {
        k: Kind(
            id=k,
            label=same(k),
            entries=entries.get(k, ()),
            shorthand="need_i" if k == "need" else None,
        )
        for k in (*KINDS, "actor_kind")
    }
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
        if attribute.startswith(("need_i", "need_j")):
            attribute = "need_i" if self.random.random() < 0.8 else "fixed"
        values = tuple(self.random.sample(VALUES, self.random.choice((1, 1, 2))))
        return Holds(attribute, IT if it else self.subject(each, kind), values)

    def subject(self, each: str | None, kind: str) -> str:
        if kind == each and (kind == "actor" or self.random.random() < 0.7):
            return THIS
        return self.random.choice(SUBJECTS[kind])


def base_of(rules: tuple[Rule, ...]) -> RuleBase:
    places = {f"attribute {a}": Place("v") for a in WORDS.attributes}
    study = StudyFile(citation=Text("x", "x"), cases=())
    shown = Shown(
        tuple(ShownAttribute(attribute=a, section="needs") for a in WORDS.attributes if "_d" in a)
    )
    return RuleBase(WORDS, {}, {}, {}, study, (), rules, {}, places, "", shown=shown)


Facts = dict[Slot, set[str]]


def stated(random: Random) -> Facts:
    """Return random inputs: at most one value where one is all an attribute takes."""
    facts = fixed(ACTORS)
    for attribute in WORDS.attributes.values():
        for subject in SUBJECTS[attribute.of]:
            if attribute.role == "input" and attribute.id != "kind" and random.random() < 0.8:
                number = random.choice((1, 2)) if attribute.many else 1
                facts[Slot(attribute.id, subject)] = set(random.sample(VALUES, number))
    return facts


def fixed(actors: Mapping[str, str]) -> Facts:
    """Return the kinds of the actors and the properties of entries."""
    facts = {Slot("kind", actor): {kind} for actor, kind in actors.items()}
    for _, entry in WORDS.entries.values():
        if entry.facts:
            facts[Slot("fixed", entry.id)] = set(entry.facts["fixed"])
    return facts


def run(rules: tuple[Rule, ...], facts: Facts) -> set[str]:
    """Add all conclusions to the facts, layer by layer, and return the rules that fired."""
    actors = tuple(slot.subject for slot in facts if slot.attribute == "kind")
    subjects = {**SUBJECTS, "actor": actors}
    fired: set[str] = set()
    for layer in range(LAYERS):
        changed = True
        while changed:
            changed = False
            for rule in rules:
                (head,) = rule.conclusions
                if f"_d{layer}" not in head.attribute:
                    continue
                for this in subjects[rule.each] if rule.each else (SENTRA,):
                    named = {THIS: this}
                    if all(true(c, facts, named, subjects) for c in rule.conditions):
                        fired.add(rule.id)
                        values = facts.setdefault(
                            Slot(head.attribute, named.get(head.subject, head.subject)), set()
                        )
                        changed = changed or head.value not in values
                        values.add(head.value)
    return fired


def true(
    condition: Condition,
    facts: Facts,
    named: Mapping[str, str],
    subjects: Mapping[str, tuple[str, ...]],
) -> bool:
    match condition:
        case Holds(attribute, subject, values):
            found = facts.get(Slot(attribute, named.get(subject, subject)), set())
            return not found.isdisjoint(values)
        case Absent(inner):
            return not true(inner, facts, named, subjects)
        case AtLeast(n, parts):
            return sum(true(p, facts, named, subjects) for p in parts) >= n
        case Some(kind, parts):
            return any(
                all(true(p, facts, {**named, IT: subject}, subjects) for p in parts)
                for subject in subjects[kind]
            )


def doubled(facts: Facts) -> set[str]:
    """Return the single-valued attributes that have two values of one subject."""
    return {
        slot.attribute
        for slot, values in facts.items()
        if len(values) > 1 and not WORDS.attributes[slot.attribute].many
    }


def profile(written: str) -> Facts:
    """Return the facts of a profile as a finding writes it."""
    data = yaml.safe_load(written)
    actors = data.get("actors", {})
    facts = fixed({actor: said["kind"] for actor, said in actors.items()})
    for subject, said in ((SENTRA, data.get("sentra", {})), *actors.items()):
        for key, value in said.items():
            slot = Slot("need_i", key) if key in WORDS.entries else Slot(key, subject)
            facts[slot] = set(value if isinstance(value, list) else [value])
    return facts


def some_rules(seed: int) -> tuple[Rule, ...]:
    random = Random(seed)
    writer = Writer(random)
    return tuple(writer.rule(n) for n in range(1, random.randint(10, 30)))


@pytest.mark.parametrize("seeds", [range(n, n + 10) for n in range(0, BASES, 10)], ids=str)
def test_proofs_hold_in_every_world(seeds: range) -> None:
    dead_plainly = dead = excluded = shown = 0
    for seed in seeds:
        rules = some_rules(seed)
        base = base_of(rules)
        said = [f.what.en for f in findings(base)]
        plainly = {w.split()[0] for w in said if w.endswith("can never fire")}
        checked = check_deep(base)
        assert checked.undecided == ()
        never = {f.about for f in checked.findings if f.kind == "never_fires"}
        assert plainly <= never
        double = [f for f in checked.findings if f.kind == "two_values"]
        doubtful = {f.what.en.split("'")[1] for f in double}
        for finding in double:
            assert finding.witness is not None
            facts = profile(finding.witness.profile)
            assert set(finding.about.split("+")) <= run(rules, facts)
            assert finding.what.en.split("'")[1] in doubled(facts)
        random = Random(seed)
        for _ in range(WORLDS):
            facts = stated(random)
            assert not run(rules, facts) & never
            assert doubled(facts) <= doubtful
        dead_plainly += len(plainly)
        dead += len(never)
        shown += len(double)
        excluded += len(rivals(rules) - doubtful)
    # There is something to prove.
    assert dead > dead_plainly > 10
    assert shown > 10
    assert excluded > 0


def rivals(rules: tuple[Rule, ...]) -> set[str]:
    """Return the single-valued attributes to which rules give different values."""
    given: dict[str, set[str]] = {}
    for rule in rules:
        for head in rule.conclusions:
            given.setdefault(head.attribute, set()).add(head.value)
    return {a for a, values in given.items() if len(values) > 1 and not WORDS.attributes[a].many}
