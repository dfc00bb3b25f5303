"""The knowledge base as every other part works with it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kemitraan.fact import Fact
from kemitraan.knowledge.compile import IS, clauses_of, compile_rules
from kemitraan.knowledge.incompatible import excluded_by
from kemitraan.knowledge.shown import Shown
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.knowledge.where_used import where_used

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kemitraan.faults import Place
    from kemitraan.knowledge.accepted import Accepted
    from kemitraan.knowledge.assumptions import Assumption
    from kemitraan.knowledge.compile import Clause
    from kemitraan.knowledge.guards import Guard
    from kemitraan.knowledge.incompatible import Incompatible
    from kemitraan.knowledge.language import Layer, Rule, Table
    from kemitraan.knowledge.retired import Retired
    from kemitraan.knowledge.sources import PracticeSource, Statement, StudyFile
    from kemitraan.knowledge.vocabulary import Vocabulary
    from kemitraan.knowledge.where_used import Uses
    from kemitraan.text import Text


@dataclass(frozen=True, repr=False)
class RuleBase:
    """A loaded knowledge base. `digest` names its content, independent of file order.

    `places` tells where things were declared: rules, assumptions (by `A-…`), guards, sources and
    catalogue entries by their id, contradictions too; what is accepted as `accepted`, finding and
    what it is about; what is shown as `shown …`; terms as `attribute …`, `scale …`, `kind …`,
    `variable …`; alternatives as `A-… alternative`; decision tables as `table …`.
    """

    vocabulary: Vocabulary
    assumptions: Mapping[str, Assumption]
    statements: Mapping[str, Statement]
    practice: Mapping[str, PracticeSource]
    study: StudyFile
    guards: tuple[Guard, ...]
    all_rules: tuple[Rule, ...]
    retired: Mapping[str, Retired]
    places: Mapping[str, Place]
    digest: str
    layers: tuple[Layer, ...] = ("paper", "practice")
    tables: tuple[Table, ...] = ()
    contradictions: tuple[Rule, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    shown: Shown = Shown()  # noqa: RUF009  # frozen
    incompatible: tuple[Incompatible, ...] = ()

    def __repr__(self) -> str:
        return f"RuleBase(digest={self.digest!r}, rules={len(self.all_rules)})"

    @cached_property
    def excluded(self) -> Mapping[Fact, frozenset[Fact]]:
        """Return, for each answer about the sentra, those that cannot be true beside it."""
        return excluded_by(self.incompatible, self.vocabulary)

    @cached_property
    def catalogue(self) -> frozenset[Fact]:
        """Return what holds of every sentra: its kind, those of catalogue entries, their facts."""
        found = {Fact(IS, SENTRA, SENTRA)}
        for kind in self.vocabulary.kinds.values():
            for entry in kind.entries:
                found.add(Fact(IS, entry.id, kind.id))
                for attribute, values in entry.facts.items():
                    found.update(Fact(attribute, entry.id, value) for value in values)
        return frozenset(found)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Return the active rules of the layers switched on, by id."""
        return tuple(r for r in self.all_rules if r.layer in self.layers)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Return the compiled rules (see `knowledge.compile`)."""
        return compile_rules(self.rules)

    @cached_property
    def concluding(self) -> Mapping[str, tuple[Clause, ...]]:
        """Return the clauses of all layers by the attribute they conclude, by rule; unordered.

        They tell what could be concluded; to conclude anything `clauses` are there.
        """
        found: dict[str, list[Clause]] = defaultdict(list)
        for rule in self.all_rules:
            for clause in clauses_of(rule):
                for attribute in dict.fromkeys(head.attribute for head in clause.heads):
                    found[attribute].append(clause)
        return {attribute: tuple(clauses) for attribute, clauses in found.items()}

    @cached_property
    def rule(self) -> Mapping[str, Rule]:
        """Return every rule by its id, of all layers."""
        return {r.id: r for r in self.all_rules}

    @cached_property
    def table_of(self) -> Mapping[str, Table]:
        """Return the decision table of each rule that is a row of one."""
        return {row.rule: table for table in self.tables for row in table.rows}

    @cached_property
    def where_used(self) -> Mapping[str, Uses]:
        """Return where each term and assumption is used, over the rules of all layers."""
        return where_used(self.all_rules, self.vocabulary)

    def read(self, choice: Mapping[str, str] | None = None) -> Mapping[str, set[str]]:
        """Return the values of each attribute that rules or readings of the claims make use of.

        Of the readings, those of a choice of assumptions; of any, if None.
        """
        found: dict[str, set[str]] = defaultdict(set)
        for clause in self.clauses:
            for pattern in (*clause.positive, *clause.negative):
                found[pattern.attribute].update(pattern.values)
                if pattern.variable is not None:
                    found[pattern.attribute].update(self.vocabulary.values_of(pattern.attribute))
        for assumption in self.assumptions.values():
            for alternative in assumption.alternatives:
                chosen = choice is None or choice[assumption.name] == alternative.id
                for lower in alternative.reading.lower if alternative.reading and chosen else ():
                    found[lower.attribute].add(lower.value)
        return dict(found)

    @cached_property
    def for_the_check(self) -> frozenset[str]:
        """Return the attributes that nothing but a contradiction reads, over any number of rules.

        They say what `contradictions.yaml` asks about; no recommendation hangs on them.
        """
        reads: dict[str, set[str]] = defaultdict(set)
        for clauses in self.concluding.values():
            for clause in clauses:
                for head in clause.heads:
                    body = (*clause.positive, *clause.negative)
                    reads[head.attribute].update(pattern.attribute for pattern in body)

        def behind(start: Iterable[str]) -> set[str]:
            found, waiting = set(start), list(start)
            while waiting:
                more = reads.get(waiting.pop(), set()) - found
                found |= more
                waiting += more
            return found

        asked = [
            pattern.attribute
            for rule in self.contradictions
            for clause in clauses_of(rule)
            for pattern in (*clause.positive, *clause.negative)
        ]
        return frozenset(behind(asked) - behind([*self.shown]))

    def assumption(self, word: str) -> Assumption | None:
        """Return the assumption of this name or id."""
        return self.assumptions.get(word) or next(
            (a for a in self.assumptions.values() if a.id.casefold() == word.casefold()), None
        )

    def gloss(self, source: str) -> Text | None:
        """Return what a source id stands for, None where it is not registered."""
        found = self.statements.get(source) or self.practice.get(source)
        return found.gloss if found else None
