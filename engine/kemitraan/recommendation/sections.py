"""The sections of a recommendation, each made from the conclusions that it shows."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kemitraan.fact import Fact
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.recommendation.basis import assumptions_behind, fields
from kemitraan.recommendation.model import (
    ActorEntry,
    Entry,
    GapEntry,
    GateEntry,
    Labelled,
    NeedEntry,
    Potential,
    PracticeEntry,
    Readiness,
    Reference,
    TypeEntry,
)
from kemitraan.recommendation.view import conclusion_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kemitraan.recommendation.basis import Basis
    from kemitraan.recommendation.certain import Sure
    from kemitraan.recommendation.view import View
    from kemitraan.text import Text


class Maker:
    """Makes the entries of each section; what is `hidden` is treated as not concluded.

    `sure` tells what holds whatever the unknown turns out to be, and what may come.
    """

    def __init__(self, view: View, hidden: frozenset[Fact], sure: Sure) -> None:
        self.view = view
        self.hidden = hidden
        self.sure = sure
        self._assumptions = assumptions_behind(view)

    # Single entries

    def has(self, attribute: str, subject: str = SENTRA, value: str = "yes") -> bool:
        """Tell whether a conclusion holds and may be shown."""
        fact = Fact(attribute, subject, value)
        return value in self.view.values(attribute, subject) and fact not in self.hidden

    def shown(self, attribute: str, subject: str = SENTRA) -> list[str]:
        """Return the values that hold and may be shown, in the order of their scale."""
        values = self.view.values(attribute, subject)
        return [v for v in values if Fact(attribute, subject, v) not in self.hidden]

    def labelled(self, attribute: str, subject: str = SENTRA) -> Labelled | None:
        """Return the shown value of a single-valued attribute, with its label."""
        values = self.shown(attribute, subject)
        return self.view.labelled(attribute, values[0]) if values else None

    def because(self, facts: Iterable[Fact], says: Iterable[Fact]) -> Basis:
        """Return the rules that concluded these facts, their sources and assumptions.

        `says` is what the entry tells or may come to tell; what of it is not sure may change.
        """
        rules: set[str] = set()
        assumptions: set[str] = set()
        for fact in facts:
            rules.update(d.clause.rule for d in self.view.inference.derivations.get(fact, ()))
            assumptions.update(self._assumptions.get(fact, ()))
        ordered = sorted(rules)
        sources = dict.fromkeys(s for r in ordered for s in self.view.base.rule[r].source)
        return {
            "rules": tuple(ordered),
            "sources": tuple(sorted(sources)),
            "assumptions": tuple(sorted(assumptions)),
            "may_change": tuple(conclusion_word(f) for f in says if f not in self.sure.shown),
        }

    def entry(self, fact: Fact, identifier: str, label: Text) -> Entry:
        """Return the entry of one conclusion."""
        return Entry(
            id=identifier,
            label=label,
            conclusion=conclusion_word(fact),
            **self.because([fact], [fact]),
        )

    def listed(self, attribute: str) -> tuple[Entry, ...]:
        """Return an entry for each value of a many-valued attribute of the sentra."""
        return tuple(
            self.entry(Fact(attribute, SENTRA, v), v, self.view.label(v))
            for v in self.shown(attribute)
        )

    # Sections

    def potential(self) -> Potential:
        by_level: dict[str, list[Entry]] = defaultdict(list)
        asked = {subject for _, subject in self.view.fact_base.unknown}
        for aspect in self.view.subjects("aspect"):
            assessed = aspect in asked and self.view.value("assessed_aspect", aspect)
            levels = self.shown("potential", aspect)
            label = self.view.label(aspect)
            for level in levels:
                by_level[level].append(self.entry(Fact("potential", aspect, level), aspect, label))
            if assessed and not levels:
                by_level["unknown"].append(Entry(id=aspect, label=label))
        return Potential(
            strong=tuple(by_level["strong"]),
            developing=tuple(by_level["developing"]),
            weak=tuple(by_level["weak"]),
            unknown=tuple(by_level["unknown"]),
        )

    def actors(self) -> tuple[ActorEntry, ...]:
        found = [self.actor(a.id, a.kind) for a in self.view.scenario.actors]
        order = {g: i for i, g in enumerate(self.view.vocabulary.values_of("group"))}
        kinds = {k: i for i, k in enumerate(self.view.subjects("actor_kind"))}
        found.sort(
            key=lambda a: (
                order.get(a.group.id, 9) if a.group else 9,
                kinds.get(a.kind.id, 99),
                a.id,
            )
        )
        missing = [
            self.absent_actor(k, Fact("missing_actor", SENTRA, k))
            for k in self.shown("missing_actor")
        ]
        return (*found, *missing)

    def actor(self, identifier: str, kind: str) -> ActorEntry:
        group = self.labelled("group", identifier)
        roles = self.view.all_labelled("role", identifier)
        facts = [Fact("group", identifier, group.id)] if group else []
        facts += [Fact("role", identifier, r.id) for r in roles]
        basis = self.labelled("group_basis", identifier)
        engagement = self.labelled("engagement", identifier)
        opportunity = self.has("opportunity", identifier)
        says = [*facts]
        says += [Fact("group_basis", identifier, basis.id)] if basis else []
        says += [Fact("engagement", identifier, engagement.id)] if engagement else []
        says += [Fact("opportunity", identifier, "yes")] if opportunity else []
        return ActorEntry(
            id=identifier,
            label=self.view.actors[identifier],
            conclusion=conclusion_word(facts[0]) if facts else "",
            present=True,
            kind=Labelled(id=kind, label=self.view.label(kind)),
            group=group,
            basis=basis,
            interest=self.labelled("interest_in_force", identifier),
            influence=self.labelled("influence_in_force", identifier),
            role=roles,
            form_role=self.view.all_labelled("form_role", identifier),
            engagement=engagement,
            outside_source=self.has("outside_source", identifier),
            opportunity=opportunity,
            **self.because(facts, says),
        )

    def absent_actor(self, kind: str, fact: Fact) -> ActorEntry:
        label = self.view.label(kind)
        return ActorEntry(
            id=kind,
            label=label,
            conclusion=conclusion_word(fact),
            present=False,
            kind=Labelled(id=kind, label=label),
            group=None,
            basis=None,
            interest=None,
            influence=None,
            role=(),
            form_role=(),
            engagement=None,
            outside_source=False,
            opportunity=False,
            **self.because([fact], [fact]),
        )

    def needs(self) -> tuple[NeedEntry, ...]:
        found: list[NeedEntry] = []
        for need in self.shown("need"):
            priority = self.labelled("priority", need)
            if priority is None:
                continue
            reasons = [Fact("weight", need, w) for w in self.shown("weight", need)]
            reasons += [Fact("completing", need, v) for v in self.shown("completing", need)]
            concluded = Fact("priority", need, priority.id)
            found.append(
                NeedEntry(
                    id=need,
                    label=self.view.label(need),
                    conclusion=conclusion_word(concluded),
                    need=need,
                    priority=priority,
                    answered_by=self.view.all_labelled("answered_by", need),
                    **self.because(reasons, [concluded]),
                )
            )
        rank = self.view.vocabulary.value_order["priority"]
        return tuple(sorted(found, key=lambda n: -rank[n.priority.id]))

    def types(self) -> tuple[TypeEntry, ...]:
        focuses = self.listed("focus")
        found: list[TypeEntry] = []
        for type_ in self.shown("partnership_type"):
            concluded = Fact("partnership_type", SENTRA, type_)
            fit = self.labelled("fit", type_)
            says = [concluded, *([Fact("fit", type_, fit.id)] if fit else [])]
            found.append(
                TypeEntry(
                    id=type_,
                    label=self.view.label(type_),
                    conclusion=conclusion_word(concluded),
                    type=type_,
                    fit=fit,
                    focus=tuple(
                        f for f in focuses if type_ in self.view.values("focus_type", f.id)
                    ),
                    **self.because([concluded], says),
                )
            )
        return tuple(found)

    def readiness(self) -> Readiness:
        def of(attribute: str) -> Entry | None:
            for value in self.shown(attribute):
                label = self.view.vocabulary.label_of_value(attribute, value)
                return self.entry(
                    Fact(attribute, SENTRA, value), value, label or self.view.label(value)
                )
            return None

        gates = []
        for gate in self.view.subjects("gate"):
            status = self.labelled("gate_status", gate)
            guards = self.view.labelled("gate_of", self.view.value("gate_of", gate))
            if status is None or guards is None:
                continue
            fact = Fact("gate_status", gate, status.id)
            outcome = "gate_met" if status.id == "met" else "gate_failed"
            facts = [Fact(outcome, gate, "yes"), fact] if status.id != "open" else [fact]
            gates.append(
                GateEntry(
                    id=gate,
                    label=self.view.label(gate),
                    conclusion=conclusion_word(fact),
                    gate_of=guards,
                    status=status,
                    **self.because(facts, [fact]),
                )
            )
        return Readiness(
            stage=of("stage_in_force"), partnership=of("partnership_readiness"), gates=tuple(gates)
        )

    def gaps(self) -> tuple[GapEntry, ...]:
        return (
            *(GapEntry(of="focus", **fields(f)) for f in self.listed("focus_gap")),
            *(GapEntry(of="need", **fields(n)) for n in self.listed("need_gap")),
        )

    def practice(self) -> tuple[PracticeEntry, ...]:
        register = self.view.base.practice
        return tuple(
            PracticeEntry(
                references=tuple(
                    Reference(
                        id=s,
                        evidence=register[s].evidence,
                        as_of=register[s].as_of,
                        reference=register[s].reference,
                    )
                    for s in entry.sources
                    if s in register
                ),
                **fields(entry),
            )
            for entry in self.listed("practice_note")
        )
