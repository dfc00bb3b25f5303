"""Proofs as trees, down to who stated what; and the list of what has one."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from kemitraan.knowledge.compile import IS
from kemitraan.report import words as w
from kemitraan.report.conditions import condition_in_words, pattern_in_words
from kemitraan.report.counts import figure
from kemitraan.report.kit import Writer
from kemitraan.report.parts import Heading, Lines, Part
from kemitraan.report.sources import assumptions_of, quoted, sources_of
from kemitraan.report.tree import Node
from kemitraan.scenario.evidence import BASIS_WORD
from kemitraan.text import Lang, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.knowledge.compile import Pattern
    from kemitraan.knowledge.shown import Shown
    from kemitraan.logic.proof import Proof, Step
    from kemitraan.recommendation.made_with import Choice
    from kemitraan.recommendation.model import Entry
    from kemitraan.scenario.model import Claim


class ProofReport(Writer):
    """Writes the proof of one conclusion in one language."""

    def __init__(self, case: Case, lang: Lang) -> None:
        super().__init__(lang)
        self.case = case
        self.view = case.view
        self.rules = case.base.rule
        self._told: set[Fact] = set()

    def tree(self, proof: Proof) -> Node:
        """Return the tree of a proof: the assumptions it rests on first, then its rules."""
        self._told = set()
        assumptions = self.assumptions(proof)
        first = [Node(self.t(w.RESTS_ON), tuple(Node(a) for a in assumptions))]
        below = self.steps(proof)
        return Node(self.described(proof.fact), (*(first if assumptions else ()), *below))

    def described(self, fact: Fact) -> str:
        return self.t(self.view.describe(fact))

    # Assumptions

    def assumptions(self, proof: Proof) -> list[str]:
        """Return the assumptions anywhere in the proof, each with its choice and reason."""
        return [self.assumption(choice) for choice in assumptions_of(self.case, proof)]

    def number(self, name: str) -> str:
        return self.case.base.assumptions[name].id

    def assumption(self, choice: Choice) -> str:
        assumption = self.case.base.assumptions[choice.name]
        default = assumption.alternative(assumption.default).label
        how = w.DEFAULT if choice.choice == choice.default else w.CHOSEN.format(default=default)
        told = f"{choice.id} {self.t(choice.label)}: {self.t(choice.choice_label)} ({self.t(how)})"
        return f"{told}. {self.t(assumption.reason)}"

    # Rules and premises

    def steps(self, proof: Proof) -> tuple[Node, ...]:
        """Return a node for each rule: several ways of one rule are told as one."""
        by_rule: dict[str, list[Step]] = {}
        for step in proof.derivations:
            by_rule.setdefault(step.rule, []).append(step)
        return tuple(self.rule(rule, steps) for rule, steps in by_rule.items())

    def rule(self, rule_id: str, steps: Sequence[Step]) -> Node:
        rule = self.rules[rule_id]
        note = f", {self.t(w.LAYER_NOTE)}" if rule.layer == "practice" else ""
        head = f"{rule_id} {self.t(rule.title)} [{', '.join(rule.source)}{note}]"
        because = Node(self.t(rule.because))
        return Node(head, (because, *self.premises(steps)))

    def premises(self, steps: Sequence[Step]) -> Iterable[Node]:
        seen: dict[Fact, Proof] = {}
        absences: dict[Pattern, None] = {}
        # By condition, so that several facts which meet one condition stand together.
        for matched in zip_longest(*(step.premises for step in steps)):
            for premise in matched:
                if premise is not None and premise.fact.attribute != IS:
                    seen.setdefault(premise.fact, premise)
        for step in steps:
            absences.update(dict.fromkeys(step.absences))
        for premise in seen.values():
            yield self.premise(premise)
        for absence in absences:
            yield Node(self.t(w.ABSENT, what=pattern_in_words(absence, self.view)))

    def premise(self, proof: Proof) -> Node:
        fact = proof.fact
        if fact.attribute in self.case.base.assumptions:
            assumption = self.case.base.assumptions[fact.attribute]
            label = self.t(assumption.alternative(fact.value).label)
            return Node(
                f"{self.t(w.ASSUMPTION)} {assumption.id} {self.t(assumption.label)}: {label}"
            )
        if "#" in fact.attribute:
            choice = proof.derivations[0].clause.choice
            text = self.t(condition_in_words(choice, self.view)) if choice else ""
            return Node(text, tuple(self.premises(proof.derivations)))
        text = self.described(fact)
        if not proof.derivations:
            return Node(f"{text} {self.origin(fact)}")
        if fact in self._told:
            return Node(f"{text} {self.t(w.ABOVE)}")
        self._told.add(fact)
        return Node(text, self.steps(proof))

    # Where a fact comes from

    def origin(self, fact: Fact) -> str:
        claims = self.case.fact_base.origin.get(fact, ())
        names = sorted(self.case.fact_base.readings.get(fact, ()), key=self.number)
        by = ", ".join(f"{self.number(n)} {self.t(self.case.base.assumptions[n].label)}"
                       for n in names)  # fmt: skip
        if not claims:
            return f"({self.t(w.FILLED, assumption=by)})" if names else f"({self.t(w.FIXED)})"
        told = "; ".join(dict.fromkeys(self.claim(c) for c in claims))
        read = f"; {self.t(w.BY_ASSUMPTION, assumption=by)}" if names else ""
        return f"({self.t(w.STATED)}: {told}{read})"

    def claim(self, claim: Claim) -> str:
        basis = self.t(BASIS_WORD.get(claim.basis, same(claim.basis))) if claim.basis else ""
        who = ", ".join(p for p in (basis, claim.by or "", claim.on or "") if p)
        measured = self.t(figure(claim.figure)) if claim.figure is not None else ""
        quoted = f"“{claim.words or claim.note}”" if claim.words or claim.note else ""
        # What names no source is at least told by where it was written.
        source = ", ".join(claim.source) or str(claim.place)
        return " ".join(p for p in (measured, quoted, who, source) if p)


def proof_parts(case: Case, proofs: Sequence[Proof], lang: Lang) -> list[Part]:
    """Return the proofs as a report, with what every source in them says at the end."""
    report = ProofReport(case, lang)
    trees = [report.tree(proof) for proof in proofs]
    return [*trees, *quoted(sources_of(case, proofs), lang)]


def reasons_parts(shown: Shown, listed: Sequence[Entry], lang: Lang) -> list[Part]:
    """Return the list by section: the word to ask with, what it means, its rules."""
    parts: list[Part] = [Heading(w.WHY_LIST[lang], 1)]
    for section in dict.fromkeys(shown.section_of.values()):
        lines = tuple(
            f"{entry.conclusion}  {entry.label[lang]} ({', '.join(entry.rules)})"
            for entry in listed
            if shown.section_of[_attribute(entry.conclusion)] == section
        )
        if lines:
            parts.extend([Heading(w.SECTION[section][lang]), Lines(lines, bulleted=True)])
    return parts


def _attribute(conclusion: str) -> str:
    return conclusion.partition("=")[0].rpartition(".")[2]
