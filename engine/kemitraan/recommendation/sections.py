"""The sections of a recommendation, each made from the conclusions that it shows."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypedDict

from kemitraan.fact import Fact
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.recommendation.model import (
    ActorEntry,
    Entry,
    GapEntry,
    Labelled,
    NeedEntry,
    Potential,
)
from kemitraan.recommendation.moved import moving_assumptions
from kemitraan.recommendation.view import conclusion_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kemitraan.fact import Slot
    from kemitraan.knowledge.shown import Section
    from kemitraan.recommendation.completions import Completions
    from kemitraan.recommendation.view import View
    from kemitraan.text import Text


class Fields(TypedDict):
    """What every entry has: which conclusion it tells, and what this rests on."""

    id: str
    label: Text
    conclusion: str
    rules: tuple[str, ...]
    sources: tuple[str, ...]
    assumptions: tuple[str, ...]
    may_change: tuple[str, ...]


class Maker:
    """Makes the entries of each section; what is `hidden` is treated as not concluded.

    `completions` tell what holds whatever the unknown turns out to be, and what may come.
    """

    def __init__(self, view: View, hidden: frozenset[Fact], completions: Completions) -> None:
        self.view = view
        self.hidden = hidden
        self.completions = completions
        self._assumptions = _assumptions_behind(view)

    @cached_property
    def moving(self) -> Mapping[Slot, tuple[Labelled, ...]]:
        """Return the assumptions that alone would change each verdict, or readiness."""
        told = {
            self.attribute("partnership_types", "verdict"),
            self.attribute("readiness", "partnership"),
        }
        return moving_assumptions(self.view, self.completions, told)

    # Single entries

    def attribute(self, section: Section, field: str) -> str:
        """Return the attribute that fills a field of a section; empty where none does."""
        return self.view.base.shown.filling(section, field)

    def facts(self, section: Section, subject: str, *fields: str) -> list[Fact]:
        """Return the shown conclusions about a subject that fill some fields, field by field."""
        return [
            Fact(attribute, subject, value)
            for attribute in (self.attribute(section, field) for field in fields)
            for value in self.shown(attribute, subject)
        ]

    def values(self, section: Section, subject: str, field: str) -> tuple[Labelled, ...]:
        """Return the shown values of a subject that fill a field, with their labels."""
        found = self.facts(section, subject, field)
        return tuple(v for f in found if (v := self.view.labelled(f.attribute, f.value)))

    def single(self, section: Section, subject: str, field: str) -> Labelled | None:
        """Return the one value of a subject that fills a field; None where there is none."""
        return next(iter(self.values(section, subject, field)), None)

    def shown(self, attribute: str, subject: str = SENTRA) -> list[str]:
        """Return the values that hold and may be shown, in the order of their scale."""
        values = self.view.values(attribute, subject)
        return [v for v in values if Fact(attribute, subject, v) not in self.hidden]

    def fields(
        self,
        concluded: Fact | None,
        subject: str,
        label: Text | None = None,
        *,
        by: Iterable[Fact] | None = None,
        says: Iterable[Fact] | None = None,
    ) -> Fields:
        """Return what every entry has: id, label, conclusion, and what it rests on.

        It rests on the rules that concluded the facts `by`, their sources and assumptions. `says`
        is what the entry tells or may come to tell; what of it is not sure may change. Both are
        what was `concluded`, where nothing else is given.
        """
        own = [] if concluded is None else [concluded]
        behind = own if by is None else tuple(by)
        rules = self.view.inference.rules(behind)
        assumptions: set[str] = set()
        for fact in behind:
            assumptions.update(self._assumptions.get(fact, ()))
        sources = {s for r in rules for s in self.view.base.rule[r].source}
        told = own if says is None else says
        return {
            "id": subject,
            "label": label or self.view.label(subject),
            "conclusion": conclusion_word(concluded) if concluded else "",
            "rules": rules,
            "sources": tuple(sorted(sources)),
            "assumptions": tuple(sorted(assumptions)),
            "may_change": tuple(conclusion_word(f) for f in told if not self.completions.surely(f)),
        }

    def each(self, section: Section, field: str) -> list[Fields]:
        """Return the fields of an entry for each value of the sentra that fills a field."""
        return [self.fields(f, f.value) for f in self.facts(section, SENTRA, field)]

    def listed(self, section: Section, field: str) -> tuple[Entry, ...]:
        """Return an entry for each value of the sentra that fills a field."""
        return tuple(Entry(**fields) for fields in self.each(section, field))

    # What a conclusion rests on

    def behind(self, fact: Fact) -> tuple[Fact, ...]:
        """Return the concluded facts from which a conclusion follows, in the order of its rules."""
        inference = self.view.inference
        derivations = inference.derivations.get(fact, ())
        found = (premise for d in derivations for premise in d.premises)
        return tuple(dict.fromkeys(f for f in found if f in inference.derivations))

    def because(self, fact: Fact, *, every: bool = False) -> tuple[Text, ...]:
        """Return why a conclusion holds: the reasons for what it follows from, else its own.

        Of each fact it follows from, the first reason, or every one.
        """
        found: list[Text] = []
        for one in self.behind(fact) or (fact,):
            texts = self.reasons(one)
            found += texts if every else texts[:1]
        return tuple(dict.fromkeys(found))

    def reasons(self, fact: Fact) -> tuple[Text, ...]:
        """Return the reason of each rule by which a conclusion holds, in the order of the rules."""
        rule, derivations = self.view.base.rule, self.view.inference.derivations.get(fact, ())
        return tuple(dict.fromkeys(rule[d.clause.rule].because for d in derivations))

    # Sections

    def potential(self) -> Potential:
        by_level: dict[str, list[Entry]] = defaultdict(list)
        asked = {subject for _, subject in self.view.fact_base.unknown}
        for aspect in self.view.owners(self.attribute("potential", "level")):
            assessed = aspect in asked and self.view.value("assessed_aspect", aspect)
            levels = self.facts("potential", aspect, "level")
            for level in levels:
                by_level[level.value].append(Entry(**self.fields(level, aspect)))
            if assessed and not levels:
                by_level["unknown"].append(Entry(id=aspect, label=self.view.label(aspect)))
        return Potential(
            strong=tuple(by_level["strong"]),
            developing=tuple(by_level["developing"]),
            weak=tuple(by_level["weak"]),
            unknown=tuple(by_level["unknown"]),
        )

    def actors(self) -> tuple[ActorEntry, ...]:
        found = [self.actor(a.id, a.kind) for a in self.view.scenario.actors]
        order = self.view.order(self.attribute("actors", "group"))
        kinds = {k: i for i, k in enumerate(self.view.subjects("actor_kind"))}
        found.sort(
            key=lambda a: (
                order.get(a.group.id, 9) if a.group else 9,
                kinds.get(a.kind.id, 99),
                a.id,
            )
        )
        missing = [self.absent_actor(f) for f in self.facts("actors", SENTRA, "missing")]
        return (*found, *missing)

    def actor(self, identifier: str, kind: str) -> ActorEntry:
        facts = self.facts("actors", identifier, "group", "role")
        beside = self.facts("actors", identifier, "basis", "engagement", "opportunity")
        single = partial(self.single, "actors", identifier)
        return ActorEntry(
            present=True,
            kind=Labelled(id=kind, label=self.view.label(kind)),
            group=single("group"),
            basis=single("basis"),
            interest=single("interest"),
            influence=single("influence"),
            role=self.values("actors", identifier, "role"),
            form_role=self.values("actors", identifier, "form_role"),
            engagement=single("engagement"),
            outside_source=single("outside_source") is not None,
            opportunity=single("opportunity") is not None,
            **self.fields(
                next(iter(facts), None),
                identifier,
                self.view.actors[identifier],
                by=facts,
                says=[*facts, *beside],
            ),
        )

    def absent_actor(self, fact: Fact) -> ActorEntry:
        kind = fact.value
        return ActorEntry(
            present=False,
            kind=Labelled(id=kind, label=self.view.label(kind)),
            group=None,
            basis=None,
            interest=None,
            influence=None,
            role=(),
            form_role=(),
            engagement=None,
            outside_source=False,
            opportunity=False,
            **self.fields(fact, kind),
        )

    def needs(self) -> tuple[NeedEntry, ...]:
        found: list[NeedEntry] = []
        for need in self.shown(self.attribute("needs", "need")):
            priority = self.single("needs", need, "priority")
            if priority is None:
                continue
            reasons = self.behind(Fact(self.attribute("needs", "need"), SENTRA, need))
            concluded = self.facts("needs", need, "priority")
            found.append(
                NeedEntry(
                    need=need,
                    priority=priority,
                    answered_by=self.view.all_labelled("answered_by", need),
                    **self.fields(concluded[0], need, by=reasons, says=concluded),
                )
            )
        rank = self.view.order(self.attribute("needs", "priority"))
        return tuple(sorted(found, key=lambda n: -rank[n.priority.id]))

    def gaps(self) -> tuple[GapEntry, ...]:
        return (
            *(GapEntry(of="focus", **fields) for fields in self.each("gaps", "focus")),
            *(GapEntry(of="need", **fields) for fields in self.each("gaps", "need")),
        )


def _assumptions_behind(view: View) -> Mapping[Fact, set[str]]:
    """Return the names of the assumptions that any proof of each fact passes through."""
    assumptions = view.base.assumptions
    found: dict[Fact, set[str]] = defaultdict(set)
    for fact in view.inference.given:
        if fact.attribute in assumptions:
            found[fact].add(fact.attribute)
    for fact, by in view.fact_base.readings.items():
        found[fact].update(by)
    changed = True
    while changed:
        changed = False
        for fact, derivations in view.inference.derivations.items():
            names = found[fact]
            before = len(names)
            for derivation in derivations:
                for premise in derivation.premises:
                    names |= found.get(premise, set())
            changed = changed or len(names) > before
    return found
