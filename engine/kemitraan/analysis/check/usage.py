"""Who reads and who concludes what: terms, assumptions and entries that have no effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.faults import Fault
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kemitraan.fact import Fact
    from kemitraan.knowledge.assumptions import Assumption
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute

_RULE_OR_DELETE = Text("Tulis aturan untuk itu, atau hapus", "Write a rule for it, or delete it")

_SHOW_OR_DELETE = Text(
    "Tulis aturan yang membacanya, sebut di shown.yaml, atau hapus",
    "Write a rule that reads it, list it in shown.yaml, or delete it",
)


def unused_terms(base: RuleBase, possible: Iterable[Fact]) -> Iterator[Fault]:
    """Yield what nothing reads, concludes or shows.

    Args:
        base: the knowledge base.
        possible: every fact that can be stated or concluded.
    """
    read = {p.attribute for c in base.clauses for p in (*c.positive, *c.negative)}
    concluded = {head.attribute for clause in base.clauses for head in clause.heads}
    for attribute in base.vocabulary.attributes.values():
        if attribute.role == "input":
            yield from _input(base, attribute, attribute.id in read or _lowers(base, attribute.id))
        elif attribute.unread is not None:
            yield _of(
                base,
                attribute,
                Text("hanya masukan yang menyebut 'unread'", "only inputs say 'unread'"),
                Text("Hapus 'unread'", "Delete 'unread'"),
            )
        if attribute.role == "derived":
            if attribute.id not in concluded:
                yield _of(
                    base,
                    attribute,
                    Text("tidak disimpulkan aturan mana pun", "no rule concludes it"),
                    _RULE_OR_DELETE,
                )
            elif attribute.id not in read and attribute.id not in base.shown:
                yield _of(
                    base,
                    attribute,
                    Text(
                        "tidak dibaca aturan dan tidak ditampilkan",
                        "no rule reads it and no recommendation shows it",
                    ),
                    _SHOW_OR_DELETE,
                )
    for assumption in base.assumptions.values():
        yield from _assumption(base, assumption, assumption.name in read)
    yield from _entries(base, possible)


def _of(base: RuleBase, attribute: Attribute, what: Text, fix: Text) -> Fault:
    return Fault(
        base.places[f"attribute {attribute.id}"],
        Text(f"'{attribute.id}': {what.id}", f"'{attribute.id}': {what.en}"),
        fix=fix,
    )


def _lowers(base: RuleBase, attribute: str) -> bool:
    """Tell whether reading in takes an attribute to lower the level of an entry."""
    return any(
        lower.attribute == attribute
        for assumption in base.assumptions.values()
        for alternative in assumption.alternatives
        if alternative.reading
        for lower in alternative.reading.lower
    )


def _input(base: RuleBase, attribute: Attribute, read: bool) -> Iterator[Fault]:
    if read and attribute.unread is not None:
        yield _of(
            base,
            attribute,
            Text("dibaca aturan, tetapi menyebut 'unread'", "a rule reads it, yet it is 'unread'"),
            Text("Hapus 'unread'", "Delete 'unread'"),
        )
    if not read and attribute.unread is None:
        yield _of(
            base,
            attribute,
            Text("masukan ini tidak dibaca aturan mana pun", "no rule reads this input"),
            Text("Tulis aturan, atau alasannya di 'unread'", "Write a rule, or why in 'unread'"),
        )


def _assumption(base: RuleBase, assumption: Assumption, read: bool) -> Iterator[Fault]:
    cut = any(
        a.figure is not None and a.figure.cutoffs == assumption.id
        for a in base.vocabulary.attributes.values()
    )
    acts = read or cut or any(a.reading is not None for a in assumption.alternatives)
    place = base.places[assumption.id]
    name = f"{assumption.id} ({assumption.name})"
    if acts and assumption.no_effect is not None:
        yield Fault(
            place,
            Text(
                f"{name} berpengaruh, tetapi menyebut 'no_effect'",
                f"{name} has an effect, yet says 'no_effect'",
            ),
            fix=Text("Hapus 'no_effect'", "Delete 'no_effect'"),
        )
    if not acts and assumption.no_effect is None:
        yield Fault(
            place,
            Text(f"{name} tidak berpengaruh apa pun", f"{name} has no effect"),
            fix=Text(
                "Baca dalam aturan, atau sebut alasannya di 'no_effect'",
                "Read it in a rule, or say why in 'no_effect'",
            ),
        )


def _entries(base: RuleBase, possible: Iterable[Fact]) -> Iterator[Fault]:
    """Yield the entries of a catalogue that rules choose from but never choose."""
    words = base.vocabulary
    taken: dict[str, set[str]] = {kind: set() for kind in words.kinds}
    for fact in possible:
        attribute = words.attributes.get(fact.attribute)
        if attribute is not None and attribute.scale in taken:
            taken[attribute.scale].add(fact.value)
    for attribute in words.attributes.values():
        kind = words.kinds.get(attribute.scale)
        if attribute.role != "derived" or kind is None:
            continue
        for entry in kind.entries:
            if entry.id not in taken[kind.id]:
                taken[kind.id].add(entry.id)
                yield Fault(
                    base.places[entry.id],
                    Text(
                        f"entri '{entry.id}' tidak pernah disimpulkan",
                        f"the entry '{entry.id}' is never concluded",
                    ),
                    fix=_RULE_OR_DELETE,
                )
