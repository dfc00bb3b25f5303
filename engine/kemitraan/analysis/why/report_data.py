"""The proof of a conclusion as plain data, for programs: `kemitraan why … --format json`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from kemitraan.analysis.why.why import conclusions, why
from kemitraan.knowledge.compile import IS
from kemitraan.knowledge.language import Layer
from kemitraan.published import Data, Published
from kemitraan.recommendation.model import Entry, Labelled
from kemitraan.recommendation.view import conclusion_word
from kemitraan.report.conditions import condition_in_words, pattern_in_words
from kemitraan.report.sources import assumptions_of, sources_of
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.logic.proof import Proof, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFact(Data):
    """A fact: the word that names it (as for `kemitraan why`), its parts, its label."""

    conclusion: str
    attribute: str
    subject: str
    value: str
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated(Data):
    """A statement of the profile: a value, a figure or words; who said it, when, on what basis."""

    value: str | None
    figure: float | None
    words: str
    source: tuple[str, ...]
    basis: str | None
    by: str | None
    on: str | None
    note: str | None
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStep(Data):
    """A rule that concluded something: what it rests on, and what it found absent."""

    rule: str
    title: Text
    layer: Layer
    because: Text
    sources: tuple[str, ...]
    premises: tuple[ToldProof, ...]
    absences: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldProof(Data):
    """A fact with the rules that concluded it, or the statements it was read from.

    In place of a fact may stand a `condition` that several facts meet together.
    """

    fact: ToldFact | None
    condition: Text | None
    rules: tuple[ToldStep, ...]
    stated: tuple[Stated, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed(Data):
    """An assumption that a proof rests on, the alternative in force, and why it is the default."""

    id: str
    name: str
    label: Text
    choice: str
    choice_label: Text
    default: str
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeProof(Data):
    """One conclusion, its proof, and the assumptions anywhere in it."""

    conclusion: str
    label: Text
    assumptions: tuple[Assumed, ...]
    proof: ToldProof


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Why(Published):
    """Why what a word names was concluded; `sources` tells what each source cited says."""

    kind: ClassVar[str] = "why"
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "proofs": ("conclusion", "label", "assumptions_id", "proof_rules")
    }

    sentra: Labelled
    proofs: tuple[WholeProof, ...]
    sources: Mapping[str, Text]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Conclusions(Published):
    """Everything the recommendation shows that `why` can explain."""

    kind: ClassVar[str] = "conclusions"
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "conclusions": ("conclusion", "label", "rules")
    }

    sentra: Labelled
    conclusions: tuple[Entry, ...]


def told_why(case: Case, conclusion: str) -> Why:
    """Return the proofs of what a word names, down to who stated what.

    Raises:
        InputError: nothing of that name was concluded, or a guard withholds it.
    """
    return as_data(case, why(case, conclusion))


def told_conclusions(case: Case) -> Conclusions:
    """Return everything that `why` can explain."""
    return Conclusions(sentra=case.sentra, conclusions=conclusions(case))


def as_data(case: Case, proofs: Sequence[Proof]) -> Why:
    """Return the proofs with every rule, fact, claim and assumption in them, and the sources.

    A fact that stands in several places is told whole in each.
    """
    return Why(
        sentra=case.sentra,
        proofs=tuple(
            WholeProof(
                conclusion=conclusion_word(proof.fact),
                label=case.view.describe(proof.fact),
                assumptions=_assumptions(case, proof),
                proof=_proof(case, proof),
            )
            for proof in proofs
        ),
        sources=sources_of(case, proofs),
    )


def _assumptions(case: Case, proof: Proof) -> tuple[Assumed, ...]:
    return tuple(
        Assumed(
            id=choice.id,
            name=choice.name,
            label=choice.label,
            choice=choice.choice,
            choice_label=choice.choice_label,
            default=choice.default,
            reason=case.base.assumptions[choice.name].reason,
        )
        for choice in assumptions_of(case, proof)
    )


def _proof(case: Case, proof: Proof) -> ToldProof:
    fact = proof.fact
    part = "#" in fact.attribute
    choice = proof.derivations[0].clause.choice if part else None
    return ToldProof(
        fact=None if part else fact_as_data(case, fact),
        condition=condition_in_words(choice, case.view) if choice else None,
        rules=tuple(_step(case, step) for step in proof.derivations),
        stated=() if proof.derivations else stated_as_data(case, fact),
    )


def fact_as_data(case: Case, fact: Fact) -> ToldFact:
    """Return a fact: the word that names it, its parts, its label."""
    return ToldFact(
        conclusion=conclusion_word(fact),
        attribute=fact.attribute,
        subject=fact.subject,
        value=fact.value,
        label=case.view.describe(fact),
    )


def stated_as_data(case: Case, fact: Fact) -> tuple[Stated, ...]:
    """Return the claims behind a stated fact."""
    return tuple(
        Stated(
            value=c.value,
            figure=c.figure,
            words=c.words,
            source=c.source,
            basis=c.basis,
            by=c.by,
            on=c.on,
            note=c.note,
            place=str(c.place),
        )
        for c in case.fact_base.origin.get(fact, ())
    )


def _step(case: Case, step: Step) -> ToldStep:
    rule = case.base.rule[step.rule]
    return ToldStep(
        rule=rule.id,
        title=rule.title,
        layer=rule.layer,
        because=rule.because,
        sources=rule.source,
        premises=tuple(_proof(case, p) for p in step.premises if p.fact.attribute != IS),
        absences=tuple(pattern_in_words(absence, case.view) for absence in step.absences),
    )
