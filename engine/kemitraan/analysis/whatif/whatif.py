"""What if: only what differs between a case and a changed one, each with the rule behind it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kemitraan.analysis.compare.comparison import YES, described, together
from kemitraan.analysis.whatif.edits import Edit, edits
from kemitraan.analysis.whatif.first_divergence import parting
from kemitraan.knowledge.compile import IS
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.recommendation.view import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kemitraan.analysis.compare.comparison import Described
    from kemitraan.case import Case
    from kemitraan.fact import Fact, Slot
    from kemitraan.knowledge.shown import ShownAttribute
    from kemitraan.recommendation.model import Base, Labelled, SentraInfo
    from kemitraan.recommendation.view import View
    from kemitraan.text import Text

_ENTRY: Final = ("group", "missing")
# Of an actor, `described` tells these fields; all else that fills one is a line of its own.


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """The rule at which the two inferences part on the way to a change, and what moved it.

    `fires` tells whether it fires in the changed case, or did so in the base alone. `given` are
    the changed facts it needs, `blocked` what keeps it from firing where it does not; both are
    empty where the rule itself was added or switched off.
    """

    rule: str
    title: Text
    fires: bool
    given: tuple[Text, ...]
    blocked: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line that differs: its value before and now (None: not there).

    `reason` is None where no rule made the change: the profile says so, or a guard.
    """

    id: str
    label: Text
    before: Labelled | None
    now: Labelled | None
    reason: Reason | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionChanges:
    """What differs in one section of the recommendation."""

    id: str
    added: tuple[Change, ...]
    gone: tuple[Change, ...]
    changed: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rerouted:
    """A conclusion that holds in both, by other rules."""

    conclusion: Text
    before: tuple[str, ...]
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOn:
    """An overlay that was laid on the profile."""

    id: str
    name: Text
    about: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """The difference a change makes: what it was, against which base, and section by section.

    `base` and `changed` tell what each of the two recommendations was made with. No sections:
    nothing differs.
    """

    sentra: SentraInfo
    base: Base
    changed: Base
    overlays: tuple[LaidOn, ...]
    edits: tuple[Edit, ...]
    sections: tuple[SectionChanges, ...]
    rerouted: tuple[Rerouted, ...]


def whatif(case: Case, other: Case) -> WhatIf:
    """Return what differs in `other`, the changed case, from `case`, the base."""
    changes = _Difference(case, other)
    return WhatIf(
        sentra=case.recommendation.sentra,
        base=case.recommendation.base,
        changed=other.recommendation.base,
        overlays=tuple(LaidOn(id=o.id, name=o.name, about=o.about) for o in other.overlays),
        edits=edits(case, other),
        sections=tuple(changes.sections()),
        rerouted=tuple(changes.rerouted()),
    )


class _Difference:
    """Sets two cases of one sentra against each other."""

    def __init__(self, case: Case, other: Case) -> None:
        self.case = case
        self.other = other
        before, now = _shown(case), _shown(other)
        self.both = before & now
        self.fresh = _by_line(case.view, now - before)
        self.lost = _by_line(case.view, before - now)

    def sections(self) -> Iterable[SectionChanges]:
        """Yield the sections in which anything differs, in the order of the recommendation."""
        before = described(self.case.recommendation, of_one=True)
        now = described(self.other.recommendation, of_one=True)
        _add_details(before, self.case)
        _add_details(now, self.other)
        for name in dict.fromkeys([*before, *now]):
            was, told = before.get(name, {}), now.get(name, {})
            found = [
                Change(
                    id=key,
                    label=label,
                    before=_value(was, key),
                    now=_value(told, key),
                    reason=self.reason((name, key)),
                )
                for key, (label, _) in {**was, **told}.items()
                if _id(_value(was, key)) != _id(_value(told, key))
            ]
            if found:
                yield SectionChanges(
                    id=name,
                    added=tuple(c for c in found if c.before is None),
                    gone=tuple(c for c in found if c.now is None),
                    changed=tuple(c for c in found if c.before and c.now),
                )

    def reason(self, line: tuple[str, str]) -> Reason | None:
        """Return the first rule behind a change: one that fires now, or that does not any more."""
        for fires, facts, here, there in (
            (True, self.fresh, self.other, self.case),
            (False, self.lost, self.case, self.other),
        ):
            found = parting(here.inference, there.inference, sorted(facts.get(line, ())))
            if found is not None:
                return Reason(
                    rule=found.rule,
                    title=here.base.rule[found.rule].title,
                    fires=fires,
                    given=tuple(here.view.describe(f) for f in found.present if f.attribute != IS),
                    blocked=tuple(there.view.describe(f) for f in found.absent),
                )
        return None

    def rerouted(self) -> Iterable[Rerouted]:
        """Yield what both conclude, by other rules."""
        order = self.case.base.shown.rank
        for fact in sorted(self.both, key=lambda f: (order[f.attribute], f)):
            before, now = _rules(self.case, fact), _rules(self.other, fact)
            if before != now:
                told = self.case.view.describe(fact)
                yield Rerouted(conclusion=told, before=before, now=now)


def _shown(case: Case) -> frozenset[Fact]:
    return frozenset(f for f in case.admitted if f.attribute in case.base.shown)


def _rules(case: Case, fact: Fact) -> tuple[str, ...]:
    return tuple(sorted({d.clause.rule for d in case.inference.derivations[fact]}))


def _value(lines: Mapping[str, tuple[Text, Labelled]], key: str) -> Labelled | None:
    return lines[key][1] if key in lines else None


def _id(value: Labelled | None) -> str | None:
    return value.id if value else None


def _by_line(view: View, facts: Iterable[Fact]) -> Mapping[tuple[str, str], set[Fact]]:
    """Return conclusions by the section and the line of it that shows them."""
    found: dict[tuple[str, str], set[Fact]] = defaultdict(set)
    for fact in facts:
        one = view.base.shown[fact.attribute]
        if one.fills is None or _is_detail(one):
            key = _own_line(fact)
        elif fact.subject != SENTRA:
            key = fact.subject
        elif view.vocabulary.attributes[fact.attribute].many:
            key = fact.value
        else:
            key = one.fills
        found[one.section, key].add(fact)
    return found


def _own_line(fact: Fact) -> str:
    return fact.attribute if fact.subject == SENTRA else f"{fact.subject}.{fact.attribute}"


def _is_detail(one: ShownAttribute) -> bool:
    return one.section == "actors" and one.fills is not None and one.fills not in _ENTRY


def _add_details(told: Described, case: Case) -> None:
    """Add the details of actors, each as a line of its own."""
    view, shown = case.view, case.base.shown
    lines: dict[Slot, list[Fact]] = defaultdict(list)
    for fact in case.admitted:
        if fact.attribute in shown and _is_detail(shown[fact.attribute]):
            lines[fact.slot].append(fact)
    for slot in sorted(lines, key=lambda slot: (slot.subject, shown.rank[slot.attribute])):
        first = lines[slot][0]
        label = view.vocabulary.attributes[slot.attribute].label
        told[shown.section_of[slot.attribute]][_own_line(first)] = (
            in_words(label, view.owner(first), None),
            YES
            if view.vocabulary.is_affirmed(slot.attribute)
            else together(view.all_labelled(slot.attribute, slot.subject)),
        )
