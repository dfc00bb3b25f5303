"""Random rule bases and facts, from a seed: small, dense, and with all that the language has.

An attribute is named after the kind of subject it is about, what it is (`i` input, `d` derived)
and, where derived, its layer: a rule concludes attributes of one layer, reads those of this layer
and below, and denies only those below. So recursion is common and every base is stratified.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from kemitraan.fact import Fact
from kemitraan.faults import Place
from kemitraan.knowledge.compile import IS, Clause, compile_rules
from kemitraan.knowledge.language import IT, THIS, Absent, AtLeast, Conclusion, Holds, Rule, Some
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.text import Text

if TYPE_CHECKING:
    from kemitraan.knowledge.language import Condition

SUBJECTS = {
    SENTRA: (SENTRA,),
    "actor": ("bank", "coop", "hotel"),
    "need": ("cash", "dye"),
}
EACH = ("actor", "need")
VALUES = ("high", "low")
LAYERS = 3


@dataclass(frozen=True)
class Attribute:
    """An attribute about one kind of subject; `layer` None for an input."""

    name: str
    of: str
    layer: int | None
    values: tuple[str, ...]


def _attributes() -> tuple[Attribute, ...]:
    """Return few attributes, so that rules meet: a scale of values, and of one kind's subjects."""
    found = []
    for kind, other in ((SENTRA, "actor"), ("actor", "need"), ("need", "actor")):
        for letter, values in (("v", VALUES), ("s", SUBJECTS[other])):
            found.append(Attribute(f"{kind}-i-{letter}", kind, None, values))
            found += [
                Attribute(f"{kind}-d{layer}-{letter}", kind, layer, values)
                for layer in range(LAYERS)
            ]
    return tuple(found)


ATTRIBUTES = _attributes()


def seeded(seed: int) -> Random:
    """Return the source of chance of a seed."""
    return Random(seed)  # nothing here is secret


def random_rules(random: Random) -> list[Rule]:
    """Return 8 to 32 rules."""
    return [_rule(random, f"R-{number:03}") for number in range(random.randint(8, 32))]


def random_clauses(random: Random) -> tuple[Clause, ...]:
    """Return the clauses of random rules."""
    return compile_rules(random_rules(random))


def random_facts(random: Random) -> list[Fact]:
    """Return facts in no order: kinds of most subjects, inputs, and a few derived attributes."""
    facts = {
        Fact(IS, subject, kind)
        for kind, subjects in SUBJECTS.items()
        for subject in subjects
        if random.random() < 0.9
    }
    if random.random() < 0.1:
        facts.add(Fact(IS, "coop", "need"))
    for attribute in ATTRIBUTES:
        likely = 0.5 if attribute.layer is None else 0.02
        for subject in SUBJECTS[attribute.of]:
            facts |= {
                Fact(attribute.name, subject, random.choice(attribute.values))
                for _ in range(2)
                if random.random() < likely
            }
    shuffled = sorted(facts)
    random.shuffle(shuffled)
    return shuffled


def _rule(random: Random, identifier: str) -> Rule:
    each = random.choice((None, *EACH))
    layer = random.randrange(LAYERS)
    conditions: list[Condition] = [
        _condition(random, each, layer) for _ in range(random.choice((0, 0, 1, 1, 2)))
    ]
    if layer:
        conditions += [
            Absent(_holds(random, each, layer - 1, derived=True))
            for _ in range(random.choice((0, 1, 1, 2)))
        ]
    random.shuffle(conditions)
    conclusions = (_conclusion(random, each, layer) for _ in range(random.choice((1, 1, 2))))
    return Rule(
        id=identifier,
        title=Text("", ""),
        layer="paper",
        each=each,
        conditions=tuple(conditions),
        conclusions=tuple(conclusions),
        because=Text("", ""),
        source=(),
        place=Place("random"),
    )


def _condition(random: Random, each: str | None, layer: int, depth: int = 0) -> Condition:
    shape = random.random()
    if shape < 0.15:
        kind = random.choice(EACH)
        parts = (_holds(random, each, layer, it=kind) for _ in range(random.randint(1, 2)))
        return Some(kind, tuple(parts))
    if shape < 0.3 and depth < 2:
        inner = [_condition(random, each, layer, depth + 1) for _ in range(random.randint(2, 3))]
        return AtLeast(random.randint(1, len(inner)), tuple(inner))
    return _holds(random, each, layer)


def _holds(
    random: Random, each: str | None, layer: int, *, derived: bool = False, it: str | None = None
) -> Holds:
    """Return a condition on attributes up to a layer; on `it`, a subject of that kind, if given."""
    attribute = random.choice(
        [
            a
            for a in ATTRIBUTES
            if (not derived if a.layer is None else a.layer <= layer) and (not it or a.of == it)
        ]
    )
    subject = IT if it else _subject(random, each, attribute)
    return Holds(attribute.name, subject, _values(random, each, attribute, (1, 1, 2)))


def _subject(random: Random, each: str | None, attribute: Attribute) -> str:
    if attribute.of == each and random.random() < 0.8:
        return THIS
    return random.choice(SUBJECTS[attribute.of])


def _values(
    random: Random, each: str | None, attribute: Attribute, numbers: tuple[int, ...]
) -> tuple[str, ...]:
    if each and attribute.values == SUBJECTS[each] and random.random() < 0.6:
        return (THIS,)
    return tuple(random.sample(attribute.values, random.choice(numbers)))


def _conclusion(random: Random, each: str | None, layer: int) -> Conclusion:
    attribute = random.choice([a for a in ATTRIBUTES if a.layer == layer])
    (value,) = _values(random, each, attribute, (1,))
    return Conclusion(attribute.name, _subject(random, each, attribute), value)
