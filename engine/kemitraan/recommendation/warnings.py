"""The warnings of a recommendation: of rules, of guards, and of claims that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.fact import Fact
from kemitraan.recommendation.model import WarningEntry
from kemitraan.recommendation.view import conclusion_word, in_words
from kemitraan.scenario.evidence import BASIS_WORD, BY_BASIS, FINDING
from kemitraan.text import Text, joined, same, titled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.knowledge.guards import Guard
    from kemitraan.recommendation.sections import Maker
    from kemitraan.recommendation.view import View
    from kemitraan.scenario.evidence import Contest
    from kemitraan.scenario.model import Claim


def warnings(maker: Maker, refused: Sequence[tuple[Guard, Fact]]) -> tuple[WarningEntry, ...]:
    """Return what a reader must know beside the recommendation: withheld, contested, general."""
    by_guard = [_guard(maker.view, guard, fact) for guard, fact in refused]
    contests = [_contest(maker.view, contest) for contest in maker.view.fact_base.contested]
    apart = _incompatible(maker.view)
    by_rule = [WarningEntry(kind="rule", **fields) for fields in maker.each("warnings", "rule")]
    return (*by_guard, *contests, *apart, *by_rule)


def _incompatible(view: View) -> list[WarningEntry]:
    """Return a warning for each two stated answers that cannot be true together."""
    found = []
    for one in view.base.incompatible:
        held = [
            [f for f in side if f in view.fact_base.origin] for side in one.sides(view.vocabulary)
        ]
        if all(held):
            facts = [fact for side in held for fact in side]
            found.append(
                WarningEntry(
                    kind="contest",
                    id="+".join(conclusion_word(f) for f in facts),
                    label=Text(
                        "Periksa, tidak dapat sama-sama benar: {facts}. {why}",
                        "Check, these cannot be true together: {facts}. {why}",
                    ).format(
                        facts=joined((view.describe(f) for f in facts), same("; ")),
                        why=one.because,
                    ),
                )
            )
    return found


def _guard(view: View, guard: Guard, fact: Fact) -> WarningEntry:
    return WarningEntry(
        kind="guard",
        id=guard.id,
        label=Text("Tidak ditampilkan: {what}. {why}", "Withheld: {what}. {why}").format(
            what=view.describe(fact), why=guard.because
        ),
        sources=guard.source,
    )


def _contest(view: View, contest: Contest) -> WarningEntry:
    names = {contest.by, *(n for n in _readings(view, contest))}
    decided = sorted(
        (a for a in view.base.assumptions.values() if a.name in names), key=lambda a: a.id
    )
    taken = view.labelled(contest.attribute, contest.taken)
    return WarningEntry(
        kind="contest",
        id=f"{contest.subject}.{contest.attribute}",
        label=Text(
            "Keterangan berbeda tentang {what}: {claims}. Dipakai: {taken} ({by})",
            "Claims differ on {what}: {claims}. Used: {taken} ({by})",
        ).format(
            what=_named(view, contest),
            claims=_claims(view, contest.claims),
            taken=taken.label if taken else Text("tidak ada", "none"),
            by=joined((titled(a.id, a.label) for a in decided), same("; "))
            if decided
            else same(contest.by),
        ),
        sources=tuple(sorted({s for claim in contest.claims for s in claim.source})),
        assumptions=tuple(a.name for a in decided),
    )


def _readings(view: View, contest: Contest) -> tuple[str, ...]:
    """Return the assumptions by which its claims came to be about the same thing."""
    found = BY_BASIS.get(FINDING, "")
    held = (Fact(found, contest.subject, c.value or "") for c in contest.claims)
    return tuple(n for fact in held for n in view.fact_base.readings.get(fact, ()))


def _named(view: View, contest: Contest) -> Text:
    if contest.attribute in view.shorthand:
        return view.label(contest.subject)
    return view.vocabulary.attributes[contest.attribute].label


def _claims(view: View, claims: Sequence[Claim]) -> Text:
    parts: list[Text] = []
    for claim in claims:
        value = view.vocabulary.label_of_value(claim.attribute, claim.value or "")
        origin = ", ".join(claim.source) or claim.by or "–"
        said = Text("{value} ({origin})", "{value} ({origin})").format(
            value=value or same(str(claim.figure)), origin=origin
        )
        basis = BASIS_WORD.get(claim.basis or "")
        parts.append(in_words(basis, None, said) if basis else said)
    return joined(parts, same("; "))
