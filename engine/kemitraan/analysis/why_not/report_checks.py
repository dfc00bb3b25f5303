"""How a condition of a rule stands, on one line: met or not, by what, or whom to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.analysis.why.report import ProofReport
from kemitraan.logic.proof import explain, stated
from kemitraan.recommendation.questions import asking
from kemitraan.report import words as w
from kemitraan.report.conditions import Words, choices_in_words
from kemitraan.report.kit import Writer
from kemitraan.scenario.evidence import readings
from kemitraan.text import Text, same

if TYPE_CHECKING:
    from kemitraan.analysis.why_not.ways import Check
    from kemitraan.case import Case
    from kemitraan.fact import Fact, Slot
    from kemitraan.text import Lang

MARKS = {"holds": "✓", "failed": "✗", "unknown": "?"}
STANDS = Text("sekarang: {what}", "now: {what}")
ASK = Text(
    "belum diketahui; tanyakan kepada {whom}: “{question}”", "not known; ask {whom}: “{question}”"
)
NOT_KNOWN = Text("belum diketahui", "not known")
MUST_NOT = Text("tidak boleh berlaku: {what}", "must not hold: {what}")
FALLS = Text("(hilang sendiri bila yang lain terpenuhi)", "(gives way once the rest is met)")
BECAUSE_OF = Text("(berlaku karena {what})", "(holds because of {what})")
NOBODY = Text("belum disebut di profil", "not named in the profile")
FIXED = Text("tetap, tidak dapat diubah", "fixed, cannot be changed")
OTHER_CHOICE = Text("sekarang dipilih: {what} ({number})", "chosen now: {what} ({number})")
IGNORED = Text("tidak dihitung menurut asumsi {what}", "not counted under the assumption {what}")
NEAREST_SUBJECT = Text("terdekat: {what}", "nearest: {what}")


def check_in_words(check: Check, words: Words) -> Text:
    """Return what is asked for; a choice as the condition of the rule that it stands for."""
    if check.choice is not None and check.choice.clause.choice is not None:
        return words.condition(check.choice.clause.choice, check.choice.this)
    told = choices_in_words(check.wanted, words)
    return w.ABSENT.format(what=told) if check.absent else told


class CheckLines(Writer):
    """Writes conditions in one language; `cited` collects the sources of what is told.

    `still` are the conclusions in the way that do not give way by themselves.
    """

    def __init__(self, case: Case, lang: Lang) -> None:
        super().__init__(lang)
        self.case = case
        self.view = case.view
        self.proofs = ProofReport(case, lang)
        self.words = Words(case.base.vocabulary, self.view)
        self.cited: set[str] = set()
        self.still: tuple[Fact, ...] = ()

    def line(self, check: Check) -> str:
        """Return a condition with its mark: what meets it, or what stands instead of it."""
        remark = self.remark(check)
        return f"{MARKS[check.status]} {self.said(check)}" + (f" – {remark}" if remark else "")

    def said(self, check: Check) -> str:
        """Return a condition; one that is met by the facts that meet it."""
        if check.absent and check.facts:
            return self.t(MUST_NOT, what=same("; ".join(map(self.block, check.facts))))
        if check.facts and check.status == "holds":
            return "; ".join(
                " ".join(filter(None, (self.proofs.described(fact), self.origin(fact))))
                for fact in check.facts
            )
        return self.t(check_in_words(check, self.words))

    def remark(self, check: Check) -> str:
        if check.status == "holds" or check.absent:
            return ""
        if check.some:
            label = self.view.label(check.witness) if check.witness else None
            return self.t(NEAREST_SUBJECT, what=label) if label else self.t(NOBODY)
        return "" if check.choice else self.of_fact(check)

    def of_fact(self, check: Check) -> str:
        asked = check.wanted[0].slot
        attribute = self.case.base.vocabulary.attributes[asked.attribute]
        if attribute.role == "assumption":
            number = self.case.base.assumptions[attribute.id].id
            chosen = self.words.value(attribute.id, self.case.choice[attribute.id])
            return self.t(OTHER_CHOICE, what=chosen, number=number)
        if check.status == "unknown":
            return "" if attribute.role == "derived" else self.asked(asked)
        if attribute.role == "property":
            return self.t(FIXED)
        if check.facts:
            return self.t(STANDS, what="; ".join(self.valued(f) for f in check.facts))
        return self.ignored(asked) if attribute.role == "input" else ""

    def valued(self, fact: Fact) -> str:
        value = self.t(self.words.value(fact.attribute, fact.value))
        return " ".join(filter(None, (value, self.origin(fact))))

    def origin(self, fact: Fact) -> str:
        """Return where a stated fact comes from; nothing for one that was concluded."""
        if fact in self.case.inference.derivations:
            return ""
        if fact.attribute in self.case.base.assumptions:
            return f"({self.t(w.ASSUMPTION)} {self.proofs.number(fact.attribute)})"
        for claim in self.case.fact_base.origin.get(fact, ()):
            self.cited.update(claim.source)
        return self.proofs.origin(fact)

    def asked(self, slot: Slot) -> str:
        ask = asking(self.view, slot.attribute, slot.subject)
        if not ask.informants.id:
            return self.t(NOT_KNOWN)
        return self.t(ASK, whom=ask.informants, question=ask.question)

    def ignored(self, slot: Slot) -> str:
        """Return the assumption by which a statement does not count; nothing if there is none."""
        base, choice = self.case.base, self.case.choice
        chosen = {name: a.alternative(choice[name]) for name, a in base.assumptions.items()}
        for name, reading in readings(chosen):
            if slot.attribute in reading.ignore or slot.subject in reading.merge:
                assumption = base.assumptions[name]
                what = f"{assumption.id} {self.t(assumption.label)}: {self.t(chosen[name].label)}"
                return self.t(IGNORED, what=what)
        return ""

    def block(self, fact: Fact) -> str:
        """Return what stands in the way: that it gives way by itself, or what it rests on."""
        told = self.proofs.described(fact)
        if fact not in self.still:
            return f"{told} {self.t(FALLS)}"
        proof = explain(self.case.inference, fact)
        rested = [f for f in stated(proof) if f in self.case.fact_base.origin]
        what = "; ".join(f"{self.proofs.described(f)} {self.origin(f)}" for f in rested)
        return f"{told} {self.t(BECAUSE_OF, what=what)}" if what else told
