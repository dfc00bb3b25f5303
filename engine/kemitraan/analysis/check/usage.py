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
_DELETE_UNREAD = Text("Hapus 'unread'", "Delete 'unread'")
_UNUSED = Text(
    "tidak dibaca aturan dan tidak ditampilkan", "no rule reads it and no recommendation shows it"
)
_SHOW_OR_DELETE = Text(
    "Tulis aturan yang membacanya, sebut di shown.yaml, atau hapus",
    "Write a rule that reads it, list it in shown.yaml, or delete it",
)
_ACTS = (
    Text(
        "{name} berpengaruh, tetapi menyebut 'no_effect'",
        "{name} has an effect, yet says 'no_effect'",
    ),
    Text("Hapus 'no_effect'", "Delete 'no_effect'"),
)
_ACTS_NOT = (
    Text("{name} tidak berpengaruh apa pun", "{name} has no effect"),
    Text(
        "Baca dalam aturan, atau sebut alasannya di 'no_effect'",
        "Read it in a rule, or say why in 'no_effect'",
    ),
)


def unused_terms(base: RuleBase, possible: Iterable[Fact]) -> Iterator[Fault]:
    """Yield what nothing reads, concludes or shows.

    Args:
        base: the knowledge base.
        possible: every fact that can be stated or concluded.
    """
    read = {*base.read(), *base.for_the_check}
    concluded = {head.attribute for clause in base.clauses for head in clause.heads}
    for attribute in base.vocabulary.attributes.values():
        place, name = base.places[f"attribute {attribute.id}"], f"'{attribute.id}'"
        is_read = attribute.id in read
        if attribute.role == "input":
            found = _input(attribute, is_read)
        else:
            found = _derived(base, attribute, is_read, attribute.id in concluded)
        for what, fix in found:
            yield Fault(place, Text(f"{name}: {what.id}", f"{name}: {what.en}"), fix=fix)
    for assumption in base.assumptions.values():
        yield from _assumption(base, assumption, assumption.name in read)
    yield from _entries(base, possible)


def _input(attribute: Attribute, read: bool) -> Iterator[tuple[Text, Text]]:
    """Yield what is wrong with an input, and what to do."""
    if read and attribute.unread is not None:
        yield (
            Text("dibaca aturan, tetapi menyebut 'unread'", "a rule reads it, yet it is 'unread'"),
            _DELETE_UNREAD,
        )
    if not read and attribute.unread is None:
        yield (
            Text("masukan ini tidak dibaca aturan mana pun", "no rule reads this input"),
            Text("Tulis aturan, atau alasannya di 'unread'", "Write a rule, or why in 'unread'"),
        )


def _derived(
    base: RuleBase, attribute: Attribute, read: bool, concluded: bool
) -> Iterator[tuple[Text, Text]]:
    """Yield what is wrong with an attribute that is no input, and what to do."""
    if attribute.unread is not None:
        what = Text("hanya masukan yang menyebut 'unread'", "only inputs say 'unread'")
        yield what, _DELETE_UNREAD
    if attribute.role != "derived":
        return
    if not concluded:
        yield Text("tidak disimpulkan aturan mana pun", "no rule concludes it"), _RULE_OR_DELETE
    elif not read and attribute.id not in base.shown:
        yield _UNUSED, _SHOW_OR_DELETE


def _assumption(base: RuleBase, assumption: Assumption, read: bool) -> Iterator[Fault]:
    cut = any(
        a.figure is not None and a.figure.cutoffs == assumption.id
        for a in base.vocabulary.attributes.values()
    )
    acts = read or cut or any(a.reading is not None for a in assumption.alternatives)
    if acts == (assumption.no_effect is None):
        return
    name = f"{assumption.id} ({assumption.name})"
    what, fix = _ACTS if acts else _ACTS_NOT
    yield Fault(base.places[assumption.id], what.format(name=name), fix=fix)


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
