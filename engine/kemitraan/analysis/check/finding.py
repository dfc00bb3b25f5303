"""What is found under all profiles, and the profile that shows it as one would write it down."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.fact import Fact
from kemitraan.faults import Place
from kemitraan.knowledge.accepted import FindingKind
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.published import Data
from kemitraan.recommendation.view import in_words
from kemitraan.scenario.model import KIND
from kemitraan.text import Text

if TYPE_CHECKING:
    from kemitraan.case import Case
    from kemitraan.knowledge.vocabulary import Vocabulary
    from kemitraan.scenario.model import Claim, Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness(Data):
    """A profile from which nothing can be dropped without the finding going away.

    `profile` is a scenario file; `assume` names the assumptions chosen otherwise than by default,
    as `--assume` takes them; `said` is all of that in words.
    """

    profile: str
    assume: tuple[str, ...]
    said: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeepFinding(Data):
    """One finding of the deep check, or one that may be accepted.

    `about` is a rule, two rules joined by `+`, a contradiction, or an answer; `-` where it is
    about no single thing. `decided` is False where the search was given up: that is no finding yet.
    `reason` says why the finding is left as it is; None where nobody said so.
    """

    kind: FindingKind
    about: str
    place: Place
    what: Text
    why: Text
    witness: Witness | None = None
    decided: bool = True
    reason: Text | None = None


def witness_of(case: Case) -> Witness:
    """Return the profile of a case, and its assumptions, as a witness."""
    scenario, view = case.scenario, case.view
    said = [view.actors[actor.id] for actor in scenario.actors]
    said += [
        view.describe(Fact(claim.attribute, claim.subject, claim.value or ""))
        for claim in scenario.claims
        if claim.attribute != KIND
    ]
    assume = []
    for name, assumption in sorted(case.base.assumptions.items()):
        chosen = case.choice[name]
        if chosen != assumption.default:
            assume.append(f"{name}={chosen}")
            said.append(in_words(assumption.label, None, assumption.alternative(chosen).label))
    return Witness(
        profile=_profile(scenario, view.vocabulary), assume=tuple(assume), said=tuple(said)
    )


def _profile(scenario: Scenario, words: Vocabulary) -> str:
    """Return the file of a scenario, in the order of the vocabulary."""
    by_owner: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    actors = {actor.id for actor in scenario.actors}
    for claim in sorted(scenario.claims, key=lambda c: (words.rank[c.attribute], c.subject)):
        owner = claim.subject if claim.subject in actors else SENTRA
        shorthand = words.shorthand(claim.subject) == claim.attribute
        key = claim.subject if shorthand and owner == SENTRA else claim.attribute
        by_owner[owner][key].append(claim)
    lines = [f"id: {scenario.id}", f"name: {scenario.name}"]
    if by_owner[SENTRA]:
        lines.append("sentra:")
        lines += [f"  {key}: {_content(found)}" for key, found in by_owner[SENTRA].items()]
    if scenario.actors:
        lines.append("actors:")
        for actor in scenario.actors:
            said = ", ".join(f"{k}: {_content(c)}" for k, c in by_owner[actor.id].items())
            lines.append(f"  {actor.id}: {{{said}}}")
    return "\n".join(lines) + "\n"


def _content(claims: list[Claim]) -> str:
    written = [_claim(c) for c in claims]
    return written[0] if len(written) == 1 else f"[{', '.join(written)}]"


def _claim(claim: Claim) -> str:
    value = f'"{claim.words}"' if claim.words else f'"{claim.value}"'
    value = value if claim.words or claim.value in ("yes", "no") else str(claim.value)
    parts = [f"value: {value}"]
    if claim.basis:
        parts.append(f"basis: {claim.basis}")
    if claim.source:
        parts.append(f"source: {claim.source[0]}")
    return value if len(parts) == 1 else f"{{{', '.join(parts)}}}"
