"""What a recommendation shows as lines: what each is about, and which value it gives.

One reading of what is concluded for all that sets recommendations against each other: what a
change makes otherwise, what tips at a threshold, what sentra have in common.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, get_args

from kemitraan.knowledge.shown import FIELDS, Section
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.recommendation.model import Labelled
from kemitraan.recommendation.view import in_words
from kemitraan.text import Text, joined, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kemitraan.fact import Fact
    from kemitraan.knowledge.shown import ShownAttribute
    from kemitraan.recommendation.view import View

YES: Final = Labelled(id="yes", label=Text("ya", "yes"))
_UNKNOWN: Final = Labelled(id="unknown", label=Text("belum diketahui", "not known"))
_MISSING: Final = Labelled(id="missing", label=Text("belum ada", "missing"))
NOW: Final = Labelled(id="now", label=Text("sekarang", "now"))
AFTER: Final = Text("setelah {what}", "after {what}")
_READINESS: Final = {
    "stage": Text("Tahap perkembangan", "Stage of development"),
    "partnership": Text("Kesiapan bermitra", "Partnership readiness"),
}
LEVELS: Final = {
    "strong": Text("kuat", "strong"),
    "developing": Text("sedang", "developing"),
    "weak": Text("lemah", "weak"),
    "unknown": Text("belum dinilai", "not assessed"),
}
# Of these the value alone does not say what it is.
_NAMED: Final = frozenset({"lacking", "pattern", "waits_for"})
# What is told of an actor beside its group.
_APART: Final = frozenset(FIELDS["actors"]) - {"group", "missing"}

# What waits for something, or begins now.
_TIMED: Final = frozenset({"specific", "specific_after", "baseline", "baseline_after"})

_SECTIONS: Final = get_args(Section)
_LAST: Final = 10**6

Key = tuple[Section, str]
"""The section of a line, and its id there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: of what, with which value (`yes` where there is none to tell).

    `attribute` names what the value is, where the label does not: of a need its priority, say.
    `values` are the single ones of an attribute that can have several.
    `apart` tells that it is told of an actor beside the line of the actor itself.
    """

    section: Section
    id: str
    label: Text
    value: Labelled
    attribute: Text | None = None
    values: tuple[Labelled, ...] = ()
    apart: bool = False


class Lines:
    """The lines that tell some conclusions, those told anywhere (see `differences.told_of`).

    `kinds` gives for each actor a name that it shares with those of other profiles.
    """

    def __init__(
        self, view: View, facts: Iterable[Fact], kinds: Mapping[str, str] | None = None
    ) -> None:
        self.view = view
        self.shown = view.base.shown
        self.kinds = kinds or {}
        self.facts: dict[Key, list[Fact]] = defaultdict(list)
        for fact in facts:
            self.facts[self.key(fact)].append(fact)

    def key(self, fact: Fact) -> Key:
        """Return the line that tells a conclusion."""
        one = self.shown[fact.attribute]
        owner = self.kinds.get(fact.subject, fact.subject)
        if _of_whole(one):
            return one.section, whole_of(fact)
        if _own(one):
            own = fact.attribute if fact.subject == SENTRA else f"{owner}.{fact.attribute}"
            return one.section, own
        if fact.subject != SENTRA:
            return one.section, owner
        many = self.view.vocabulary.attributes[fact.attribute].many
        return one.section, fact.value if many else one.fills or ""

    def all(self) -> dict[Key, Line]:
        """Return every line, in order; also those of what may be told but is not known."""
        keys = {*self.facts, *self._expected}
        return {key: line for key in self.ordered(keys) if (line := self.line(key))}

    def ordered(self, keys: Iterable[Key]) -> list[Key]:
        """Return lines in order: by section, what fills a field first, then by what they are of."""

        def place(key: Key) -> tuple[int, int, int, int, str]:
            section, name = key
            owner, _, attribute = name.rpartition(".")
            of = self._places.get((section, owner), -1)
            own = self.shown.rank.get(attribute, -1)
            return _SECTIONS.index(section), self._places.get(key, _LAST), of, own, name

        return sorted(keys, key=place)

    @cached_property
    def _places(self) -> dict[Key, int]:
        """Return the place of each line that fills fields, catalogue by catalogue."""
        found: dict[Key, int] = {}
        for section, fields in FIELDS.items():
            for field in fields:
                for name in self._names(self.shown.filling(section, field), field):
                    found.setdefault((section, name), len(found))
        return found

    def _names(self, attribute: str, field: str) -> Iterable[str]:
        """Return the ids of the lines that can be filled by an attribute."""
        declared = self.view.vocabulary.attributes.get(attribute)
        if declared is None or field in _APART:
            return ()
        if declared.of != SENTRA:
            return [self.kinds.get(owner, owner) for owner in self.view.owners(attribute)]
        return self.view.vocabulary.values_of(attribute) if declared.many else (field,)

    @cached_property
    def _expected(self) -> frozenset[Key]:
        """Return the lines that are there even where nothing of them is known."""
        filled = self.shown.section_of.values()
        found: set[Key] = set()
        if "actors" in filled:
            found |= {("actors", self.kinds.get(a, a)) for a in self.view.actors}
        if "readiness" in filled:
            found |= {("readiness", name) for name in _READINESS}
        if "potential" in filled:
            asked = {subject for _, subject in self.view.fact_base.unknown}
            for aspect in self.view.owners(self.shown.filling("potential", "level")):
                if aspect in asked and self.view.value("assessed_aspect", aspect):
                    found.add(("potential", aspect))
        return frozenset(found)

    def line(self, key: Key) -> Line | None:
        """Return one line; None where nothing is told."""
        section, name = key
        facts = self.facts.get(key)
        if not facts:
            return self._empty(section, name)
        first = min(facts, key=lambda f: self.shown.rank[f.attribute])
        one = self.shown[first.attribute]
        declared = self.view.vocabulary.attributes[first.attribute]
        valued: Sequence[Fact] = facts
        of, missing = True, False
        if _of_whole(one):
            label = self.view.label(name)
            valued = [f for f in facts if not self.shown[f.attribute].advice]
        elif _own(one):
            owner = None if first.subject == SENTRA else self._owner(first)
            label, of = in_words(declared.label, owner, None), False
        elif first.subject != SENTRA:
            label = self._owner(first)
        elif declared.many:
            own = self.view.value_label(first.attribute, first.value)
            named = declared.label if one.fills in _NAMED else None
            label = in_words(named, None, own) if named else own
            valued, missing = (), one.fills == "missing"
        else:
            label, of = _READINESS.get(name, declared.label), False
        by_attribute: dict[str, list[Fact]] = defaultdict(list)
        for fact in sorted(valued, key=lambda f: self.shown.rank[f.attribute]):
            by_attribute[fact.attribute].append(fact)
        values = tuple(v for found in by_attribute.values() for v in self._values(found))
        about = self.view.vocabulary.attributes[next(iter(by_attribute))] if values else None
        return Line(
            section=section,
            id=name,
            label=label,
            value=_MISSING if missing else _as_one(values, timing=one.fills in _TIMED),
            attribute=about.label if about and of else None,
            values=values if about and about.many else (),
            apart=_own(one) and one.fills is not None,
        )

    def _empty(self, section: Section, name: str) -> Line | None:
        if (section, name) not in self._expected:
            return None
        if section == "readiness":
            return Line(section=section, id=name, label=_READINESS[name], value=_UNKNOWN)
        if section == "potential":
            value = Labelled(id="unknown", label=LEVELS["unknown"])
            return Line(section=section, id=name, label=self.view.label(name), value=value)
        label = self.view.label(name) if self.kinds else self.view.actors[name]
        return Line(section=section, id=name, label=label, value=YES)

    def _owner(self, fact: Fact) -> Text:
        kind = self.kinds.get(fact.subject)
        return self.view.label(kind) if kind else self.view.owner(fact)

    def _values(self, facts: Sequence[Fact]) -> tuple[Labelled, ...]:
        """Return the values of conclusions of one attribute, in order; none where affirmed."""
        if not facts or self.view.vocabulary.is_affirmed(facts[0].attribute):
            return ()
        attribute = facts[0].attribute
        order = self.view.order(attribute)
        found = sorted({f.value for f in facts}, key=lambda v: (order.get(v, len(order)), v))
        if self.shown[attribute].fills == "level":
            return tuple(Labelled(id=v, label=LEVELS.get(v, same(v))) for v in found)
        return tuple(x for v in found if (x := self.view.labelled(attribute, v)))


def _as_one(values: Sequence[Labelled], *, timing: bool) -> Labelled:
    """Return the values of a line as one; of a step they are what it waits for."""
    if not values:
        return NOW if timing else YES
    label = joined(v.label for v in values)
    name = " ".join(v.id for v in values)
    if not timing:
        return Labelled(id=name, label=label)
    return Labelled(id=f"after {name}", label=AFTER.format(what=label))


def _of_whole(one: ShownAttribute) -> bool:
    """Tell whether a conclusion is told in the line of what it recommends, or stands beside."""
    return one.advice or (one.beside is not None and one.through is None)


def _own(one: ShownAttribute) -> bool:
    """Tell whether an attribute has a line of its own."""
    return one.fills is None or one.fills in _APART


def whole_of(fact: Fact) -> str:
    """Return what a conclusion is told of: a need, a step, a type of partnership."""
    return fact.value if fact.subject == SENTRA else fact.subject
