"""What is wrong with a knowledge base although it loads: `kemitraan rules check`.

Faults of loading come first; a base that does not load is not looked into further. Findings are
values, not errors: the base works, but something in it has no effect or says two things at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from kemitraan.faults import Fault
from kemitraan.knowledge.ground import Ground
from kemitraan.knowledge.load import read_rulebase
from kemitraan.knowledge.satisfy import DEPTH, Search
from kemitraan.knowledge.usage import unused_terms
from kemitraan.resources import rules_folder
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from kemitraan.fact import Slot
    from kemitraan.knowledge.ground import Instance
    from kemitraan.knowledge.language import Rule
    from kemitraan.knowledge.rulebase import RuleBase


_UNHEARD_OF = Text(
    "Sebuah syaratnya tidak dapat disebut siapa pun dan tidak disimpulkan aturan lain",
    "One of its conditions can neither be stated nor is it concluded",
)
_CONTRADICTORY = Text(
    "Syarat-syaratnya saling bertentangan", "Its conditions contradict each other"
)
_WAITING = Text(
    "Yang dibutuhkannya hanya disimpulkan aturan yang tidak pernah berlaku",
    "What it needs is concluded only by rules that never fire",
)


@dataclass(frozen=True, slots=True, order=True)
class Finding(Fault):
    """One result of the check. A `fault` keeps the base from loading, a `finding` does not."""

    severity: Literal["fault", "finding"] = "finding"


def check_rules(
    folder: Path | None = None, *, shown: Collection[str] | None = None, deep: bool = False
) -> list[Finding]:
    """Return everything wrong with the knowledge base of `folder`, sorted by place.

    Args:
        folder: the knowledge base; the shipped one, if None.
        shown: the derived attributes that a recommendation shows. What a rule concludes must be
            among them or be read by a rule; if None, that is not judged.
        deep: leave out what `analysis.deep` decides: rules that never fire, two values at once.
    """
    faults: list[Fault] = []
    base = read_rulebase(folder or rules_folder(), faults)
    found = set(faults)
    severity: Literal["fault", "finding"] = "fault"
    if base is not None and not faults:
        severity = "finding"
        found.update(findings(base, shown, deep=deep))
    return sorted(Finding(f.place, f.what, f.why, f.fix, severity) for f in found)


def findings(
    base: RuleBase, shown: Collection[str] | None, *, deep: bool = False
) -> Iterator[Fault]:
    """Yield what is wrong with a base that loads; `shown` and `deep` as in `check_rules`."""
    ground = Ground(base)
    yield from unused_terms(base, ground, shown)
    yield from circles(ground)
    if deep:
        return
    search, conflicts = _single_values(ground)
    yield from conflicts
    yield from _never_fire(base, ground, search)


# Rules that can never fire


def _never_fire(base: RuleBase, ground: Ground, search: Search) -> Iterator[Fault]:
    """Yield the rules that cannot fire; a rule that only waits for such a rule says so."""
    dead: dict[str, Text] = {}

    def fires(among: Ground) -> dict[str, list[Instance]]:
        found: dict[str, list[Instance]] = {}
        for one in among.firing:
            if one.rule.id not in dead:
                found.setdefault(one.rule.id, []).append(one)
        return found

    alive = fires(ground)
    dead.update({r.id: _UNHEARD_OF for r in ground.rules if r.id not in alive})
    # By depth, so that a rule is told apart from those that merely build on it.
    for depth in range(DEPTH + 1):
        refuted = [
            name
            for name, instances in alive.items()
            if all(search.refuted(one.conditions, depth) for one in instances)
        ]
        if refuted:
            dead.update(dict.fromkeys(refuted, _CONTRADICTORY))
            alive = fires(Ground(base, dead))
            waiting = [r.id for r in ground.rules if r.id not in dead and r.id not in alive]
            dead.update(dict.fromkeys(waiting, _WAITING))
    for name, why in dead.items():
        yield Fault(
            base.rule[name].place,
            Text(f"{name} tidak pernah dapat berlaku", f"{name} can never fire"),
            why,
            Text("Perbaiki syaratnya, atau hapus aturan ini", "Mend its conditions, or delete it"),
        )


# Derived facts that rest on themselves


def circles(ground: Ground) -> Iterator[Fault]:
    """Yield each circle of conclusions that support each other, at its first rule."""
    supports = ground.supports
    for circle in _components(supports):
        members = set(circle)
        if len(circle) == 1 and circle[0] not in supports[circle[0]]:
            continue
        rules = {
            (one.rule.place, one.rule.id)
            for one in ground.firing
            if members.intersection(one.conclusions) and members & ground.read_by(one)
        }
        names = ", ".join(sorted({cell.attribute for cell, _ in members}))
        ids = ", ".join(sorted(i for _, i in rules))
        yield Fault(
            min(rules)[0],
            Text(
                f"kesimpulan saling menopang: {names}", f"conclusions rest on themselves: {names}"
            ),
            Text(f"Aturannya: {ids}", f"The rules: {ids}"),
            Text("Putuskan lingkarannya", "Break the circle"),
        )


def _components(
    edges: Mapping[tuple[Slot, str], set[tuple[Slot, str]]],
) -> list[list[tuple[Slot, str]]]:
    """Return the strongly connected components of the graph (Tarjan's, without recursion)."""
    number: dict[tuple[Slot, str], int] = {}
    low: dict[tuple[Slot, str], int] = {}
    on_stack: list[tuple[Slot, str]] = []
    waiting: set[tuple[Slot, str]] = set()
    found = []
    for start in sorted(edges):
        if start in number:
            continue
        number[start] = low[start] = len(number)
        on_stack.append(start)
        waiting.add(start)
        path = [(start, iter(sorted(edges[start])))]
        while path:
            node, after = path[-1]
            for to in after:
                if to not in edges:
                    continue
                if to not in number:
                    number[to] = low[to] = len(number)
                    on_stack.append(to)
                    waiting.add(to)
                    path.append((to, iter(sorted(edges[to]))))
                    break
                if to in waiting:
                    low[node] = min(low[node], number[to])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[node])
                if low[node] == number[node]:
                    cut = on_stack.index(node)
                    found.append(on_stack[cut:])
                    waiting.difference_update(on_stack[cut:])
                    del on_stack[cut:]
    return found


# Single-valued attributes that two rules can set differently


def _single_values(ground: Ground) -> tuple[Search, list[Fault]]:
    """Return a search that knows which derived attributes have one value, and the conflicts.

    What is proven of one attribute may be used to prove another, so the proofs go round until
    none is added.
    """
    attributes = ground.words.attributes.values()
    rivals = _rivals(ground)
    open_ = [a.id for a in attributes if a.role == "derived" and not a.many]
    proven: list[str] = []
    left: dict[str, list[tuple[Instance, Instance]]] = {}
    while True:
        search = Search(ground, proven)
        added = []
        for name in open_:
            left[name] = [p for p in left.get(name, rivals[name]) if not _exclude(search, *p)]
            if not left[name]:
                added.append(name)
        if not added:
            break
        proven += added
        open_ = [name for name in open_ if name not in added]
    pairs = {(name, a.rule, b.rule) for name in open_ for a, b in left[name]}
    return search, [_conflict(name, a, b) for name, a, b in pairs]


def _rivals(ground: Ground) -> dict[str, list[tuple[Instance, Instance]]]:
    """Return, by attribute, the pairs of instances that give one cell different values."""
    by_cell: dict[Slot, list[tuple[str, Instance]]] = {}
    for one in ground.firing:
        for cell, value in one.conclusions:
            by_cell.setdefault(cell, []).append((value, one))
    # Of the two that stand for any subject of a kind, one is enough.
    doubles = {s[1] for k, s in ground.subjects.items() if len(s) > 1 and s[1] == f"{k} 2"}
    found: dict[str, list[tuple[Instance, Instance]]] = {a: [] for a in ground.words.attributes}
    for cell, concluded in by_cell.items():
        if cell.subject not in doubles:
            found[cell.attribute] += [
                (one, other)
                for (value, one), (another, other) in combinations(concluded, 2)
                if value != another
            ]
    return found


def _exclude(search: Search, one: Instance, other: Instance) -> bool:
    """Tell whether two instances are proven never to fire together."""
    return search.contradictory((*one.conditions, *other.conditions))


def _conflict(attribute: str, one: Rule, other: Rule) -> Fault:
    first, second = sorted((one, other), key=lambda r: (r.place, r.id))
    return Fault(
        second.place,
        Text(
            f"{first.id} dan {second.id} dapat memberi '{attribute}' nilai berbeda",
            f"{first.id} and {second.id} can give '{attribute}' different values",
        ),
        Text(
            f"Atribut ini bernilai tunggal, dan keduanya dapat berlaku bersama ({first.place})",
            f"It has a single value, and both can hold at once ({first.place})",
        ),
        Text(
            "Bedakan syaratnya, atau tulis many: true pada atributnya",
            "Tell their conditions apart, or give the attribute many: true",
        ),
    )
