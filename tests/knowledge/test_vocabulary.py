"""The vocabulary holds the study's operational table whole, and its two inferences stay apart."""

from __future__ import annotations

import pytest

from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA

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


def behind(*attributes: str) -> set[tuple[str, str]]:
    """Return every (attribute, value) that rules read on the way to these conclusions."""
    clauses = load_rulebase(layers=("paper",)).clauses
    wanted, read = set(attributes), set()
    growing = True
    while growing:
        before = len(wanted)
        for clause in clauses:
            if any(h.attribute in wanted for h in clause.heads):
                for pattern in clause.positive:
                    wanted.add(pattern.attribute)
                    read |= {(pattern.attribute, value) for value in pattern.values}
        growing = len(wanted) > before
    return read


def test_type_and_focus_follow_from_no_weakness() -> None:
    """Character, strengths and context choose the kind of partnership; weaknesses do not."""
    read = behind("partnership_type", "full_fit", "focus")
    assert ("level", "weak") not in read
    assert not {a for a, _ in read} & {"need", "weight", "cause", "found_limiting", "potential"}


def test_needs_follow_from_no_type_of_partnership() -> None:
    """What has to be repaired does not depend on the kind of partnership."""
    read = {a for a, _ in behind("weight", "cause", "completing")}
    assert not read & {"partnership_type", "focus", "fit", "tourism_reach"}


def test_nothing_ready_follows_from_facilities_or_interest_alone() -> None:
    """No clause that marks readiness reads facilities."""
    read = {a for a, _ in behind("readiness_mark")}
    assert "facilities" not in read
