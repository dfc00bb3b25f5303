"""What is wrong with a knowledge base although it loads: `kemitraan rules check`.

Faults of loading come first; a base that does not load is not looked into further. Findings are
values, not errors: the base works, but something in it has no effect. What only shows when
conditions are weighed together over all profiles is left to the deep check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.analysis.check.answers import unanswered
from kemitraan.analysis.check.usage import unused_terms
from kemitraan.analysis.check.waiting import waiting_in_circles
from kemitraan.fact import Fact
from kemitraan.faults import Fault
from kemitraan.knowledge.compile import IS
from kemitraan.knowledge.load import read_rulebase
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.logic.program import ground
from kemitraan.logic.relevance import ground_head, optimistic
from kemitraan.resources import rules_folder
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.logic.program import Program


_UNHEARD_OF = Text(
    "Sebuah syaratnya tidak dapat disebut siapa pun dan tidak disimpulkan aturan lain",
    "One of its conditions can neither be stated nor is it concluded",
)
_ANSWER = Text(
    "Tulis aturan yang menanggapinya, atau alasannya di accepted.yaml",
    "Write a rule that answers it, or say why in accepted.yaml",
)
_WAITING = Text(
    "Yang dibutuhkannya hanya disimpulkan aturan yang tidak pernah berlaku",
    "What it needs is concluded only by rules that never fire",
)


def check_rules(folder: Path | None = None) -> list[Fault]:
    """Return what keeps the knowledge base of `folder` from loading, or else what has no effect.

    Sorted by place.

    Args:
        folder: the knowledge base; the shipped one, if None.
    """
    faults: list[Fault] = []
    base = read_rulebase(folder or rules_folder(), faults)
    return sorted({*(faults if faults or base is None else findings(base))})


def findings(base: RuleBase) -> Iterator[Fault]:
    """Yield what is wrong with a base that loads."""
    stated = stated_facts(base)
    program = ground(base.clauses, stated)
    yield from unused_terms(base, {*stated, *program.bodies})
    yield from circles(base, program)
    yield from waiting_in_circles(base, program)
    yield from _never_fire(base, program, stated)
    accepted = {one.about for one in base.accepted if one.finding == "unanswered"}
    for one in unanswered(base):
        if one.about not in accepted:
            yield Fault(one.place, one.what, one.why, _ANSWER)


def stated_facts(base: RuleBase) -> list[Fact]:
    """Return every fact that a profile can state, a choice assume, or a catalogue fix.

    A kind without entries (the actors of a profile) is stood for by two subjects.
    """
    words = base.vocabulary
    subjects = {SENTRA: (SENTRA,)} | {
        kind.id: tuple(entry.id for entry in kind.entries) or (f"{kind.id} 1", f"{kind.id} 2")
        for kind in words.kinds.values()
        if kind.id != SENTRA
    }
    found = [Fact(IS, subject, kind) for kind, named in subjects.items() for subject in named]
    for attribute in words.attributes.values():
        if attribute.role in ("input", "assumption"):
            values = words.values_of(attribute.id) or subjects[attribute.scale]
            found += [Fact(attribute.id, s, v) for s in subjects[attribute.of] for v in values]
    for kind in words.kinds.values():
        for entry in kind.entries:
            found += [Fact(name, entry.id, v) for name, vs in entry.facts.items() for v in vs]
    return found


def _never_fire(base: RuleBase, program: Program, stated: list[Fact]) -> Iterator[Fault]:
    """Yield the rules that cannot fire, unless that is accepted, each with the reason."""
    fires = {
        instance.clause.rule
        for found in program.bodies.values()
        for instance in found
        if instance.clause.choice is None
    }
    accepted = {one.about for one in base.accepted if one.finding == "never_fires"}
    dead = [rule for rule in base.rules if rule.id not in fires | accepted]
    if not dead:
        return
    # With all that rules conclude granted, who still cannot fire waits for none of them.
    subjects = [fact.subject for fact in stated if fact.attribute == IS]
    granted = [
        ground_head(head, this)
        for clause in base.clauses
        if clause.choice is None
        for head in clause.heads
        for this in subjects
    ]
    _, able = optimistic(base.clauses, [*stated, *granted])
    waiting = {clause.rule for clause in able if clause.choice is None}
    for rule in dead:
        yield Fault(
            rule.place,
            Text(f"{rule.id} tidak pernah dapat berlaku", f"{rule.id} can never fire"),
            _WAITING if rule.id in waiting else _UNHEARD_OF,
            Text("Perbaiki syaratnya, atau hapus aturan ini", "Mend its conditions, or delete it"),
        )


def circles(base: RuleBase, program: Program) -> Iterator[Fault]:
    """Yield each circle of conclusions that rest on themselves, at its first rule."""
    for group in program.order:
        if not program.rounds(group):
            continue
        members = set(group)
        rules = {
            (base.rule[instance.clause.rule].place, instance.clause.rule)
            for fact in group
            for instance in program.bodies[fact]
            if any(members.intersection(choices) for choices in instance.positive)
        }
        # What stands for a part of a rule's conditions (`#`) is no word of the rules.
        names = ", ".join(sorted({f.attribute for f in group if "#" not in f.attribute}))
        ids = ", ".join(sorted(i for _, i in rules))
        yield Fault(
            min(rules)[0],
            Text(
                f"kesimpulan saling menopang: {names}", f"conclusions rest on themselves: {names}"
            ),
            Text(f"Aturannya: {ids}", f"The rules: {ids}"),
            Text("Putuskan lingkarannya", "Break the circle"),
        )
