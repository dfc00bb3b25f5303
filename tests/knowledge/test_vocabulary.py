"""The vocabulary holds the study's operational table whole, and its two inferences stay apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kemitraan.knowledge.language import THIS
from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA

if TYPE_CHECKING:
    from kemitraan.knowledge.language import Conclusion

# The operational table: variable by variable, the inputs that stand for its indicators.
TABLE = {
    "product_characteristics": [
        "product_character", "product_quality", "cultural_value", "production_standard",
    ],
    "human_capacity": ["production_skill", "business_experience", "management"],
    "raw_material": ["raw_material_source", "raw_material_continuity", "raw_material_cost"],
    "facilities": ["production_equipment", "supporting_facilities", "technology_access"],
    "market_access": ["marketing_channels", "tourism_link", "market_reach"],
    "policy_support": ["mentoring_programme", "government_aid", "ikm_regulation"],
    "institutional_support": ["finance_support", "training_support", "academia_support"],
    "actor_identification": ["kind"],
    "actor_roles": ["stated_roles"],
    "actor_interests": ["interest_types", "interest"],
    "influence_levels": ["influence"],
    "partnership_forms": ["existing_forms"],
    "partnership_opportunities": ["untapped_forms"],
    "partnership_challenges": ["challenges"],
}  # fmt: skip
ASSESSED = [
    "product", "product_development", "community_development", "management",
    "promotion_marketing", "specification_history", "product_quality", "environmental_control",
]  # fmt: skip


@pytest.mark.parametrize("variable", TABLE)
def test_every_indicator_of_the_operational_table_is_an_input(variable: str) -> None:
    words = load_rulebase().vocabulary
    assert variable in words.variables
    for term in TABLE[variable]:
        if term in words.entries:
            kind, entry = words.entries[term]
            assert kind.shorthand, term
            assert words.attributes[kind.shorthand].role == "input"
            assert entry.variable == variable
        else:
            assert words.attributes[term].role == "input"
            assert words.attributes[term].variable == variable


def test_the_table_has_fourteen_variables() -> None:
    assert list(load_rulebase().vocabulary.variables) == list(TABLE)


def test_the_eight_assessed_aspects_are_there() -> None:
    words = load_rulebase().vocabulary
    found = [e.id for e in words.kinds["aspect"].entries if "assessed_aspect" in e.facts]
    assert sorted(found) == sorted(ASSESSED)


def test_what_is_asked_for_says_how_whom_and_whence() -> None:
    """Every input has a question, someone who can answer it, and a source."""
    words = load_rulebase().vocabulary
    for attribute in words.attributes.values():
        if attribute.role == "input" and attribute.question:
            entries = (
                words.kinds[attribute.of].entries if attribute.of not in (SENTRA, ACTOR) else ()
            )
            assert attribute.variable or all(e.variable for e in entries), attribute.id
            assert attribute.source, attribute.id
        if attribute.role == "derived":
            assert attribute.source, attribute.id
    assert any(a.controllable for a in words.attributes.values())


def behind(*wanted: str) -> set[tuple[str, str]]:
    """Return every (attribute, value) that rules read on the way to these conclusions.

    A conclusion is an attribute, or `attribute=value` where other values of it do not count.
    """
    clauses = load_rulebase(layers=("paper",)).clauses
    seen: set[tuple[str, str | None]] = {
        (attribute, value or None) for attribute, _, value in (w.partition("=") for w in wanted)
    }
    waiting, read = list(seen), set[tuple[str, str]]()
    while waiting:
        attribute, value = waiting.pop()
        leading = (c for c in clauses if any(_may_be(h, attribute, value) for h in c.heads))
        for pattern in (p for clause in leading for p in clause.positive):
            read |= {(pattern.attribute, v) for v in pattern.values}
            new = {(pattern.attribute, v) for v in pattern.values or (None,)} - seen
            seen |= new
            waiting.extend(new)
    return read


def _may_be(head: Conclusion, attribute: str, value: str | None) -> bool:
    return head.attribute == attribute and (value is None or head.value in (value, THIS))


def test_type_and_focus_follow_from_no_weakness() -> None:
    """Character, strengths and context choose the kind of partnership; weaknesses do not."""
    read = behind("verdict=recommended", "fit", "focus")
    assert ("cultural_made", "yes") in read
    assert ("level", "weak") not in read
    assert not {a for a, _ in read} & {"need", "weight", "cause", "found_limiting", "potential"}


def test_needs_follow_from_no_type_of_partnership() -> None:
    """What has to be repaired does not depend on the kind of partnership."""
    read = {a for a, _ in behind("weight", "cause", "completing")}
    assert not read & {"verdict", "core_met", "focus", "fit", "tourism_shown"}


def test_nothing_ready_follows_from_facilities_or_interest_alone() -> None:
    """No clause that marks readiness reads facilities."""
    read = {a for a, _ in behind("readiness_mark")}
    assert "facilities" not in read
