"""The proof of a conclusion as plain data, for programs: `kemitraan why … --format json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kemitraan.knowledge.compile import IS
from kemitraan.recommendation.view import conclusion_word
from kemitraan.report.conditions import condition_in_words, pattern_in_words
from kemitraan.report.sources import assumptions_of, sources_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.logic.proof import Proof, Step


def proofs_as_data(case: Case, proofs: Sequence[Proof]) -> dict[str, Any]:
    """Return the proofs with every rule, fact, claim and assumption in them, and the sources.

    A fact that stands in several places is told whole in each; texts are in both languages.
    """
    return {
        "proofs": [
            {"assumptions": _assumptions(case, proof), **_proof(case, proof)} for proof in proofs
        ],
        "sources": sources_of(case, proofs),
    }


def _assumptions(case: Case, proof: Proof) -> list[dict[str, Any]]:
    return [
        {**vars(choice), "reason": case.base.assumptions[choice.name].reason}
        for choice in assumptions_of(case, proof)
    ]


def _proof(case: Case, proof: Proof) -> dict[str, Any]:
    fact = proof.fact
    told = fact_as_data(case, fact)
    if "#" in fact.attribute:
        choice = proof.derivations[0].clause.choice
        told = {"condition": condition_in_words(choice, case.view) if choice else None}
    if proof.derivations:
        return {**told, "rules": [_step(case, step) for step in proof.derivations]}
    return {**told, "stated": stated_as_data(case, fact)}


def fact_as_data(case: Case, fact: Fact) -> dict[str, Any]:
    """Return a fact: the word that names it, its parts, its label."""
    return {
        "conclusion": conclusion_word(fact),
        "attribute": fact.attribute,
        "subject": fact.subject,
        "value": fact.value,
        "label": case.view.describe(fact),
    }


def stated_as_data(case: Case, fact: Fact) -> list[dict[str, Any]]:
    """Return the claims behind a stated fact."""
    return [
        {"value": c.value, "figure": c.figure, "words": c.words, "source": c.source,
         "basis": c.basis, "by": c.by, "on": c.on, "note": c.note, "place": str(c.place)}
        for c in case.fact_base.origin.get(fact, ())
    ]  # fmt: skip


def _step(case: Case, step: Step) -> dict[str, Any]:
    rule = case.base.rule[step.rule]
    return {
        "rule": rule.id,
        "title": rule.title,
        "layer": rule.layer,
        "because": rule.because,
        "sources": rule.source,
        "premises": [_proof(case, p) for p in step.premises if p.fact.attribute != IS],
        "absences": [pattern_in_words(absence, case.view) for absence in step.absences],
    }
