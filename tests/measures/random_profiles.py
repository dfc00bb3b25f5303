"""Plausible profiles at random: the product is always known, the rest by how likely it is known.

Everything that is drawn stands in the tables below. What the vocabulary lacks is left out.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

from kemitraan.faults import Place
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.scenario.model import KIND, Actor, Claim, Scenario
from kemitraan.scenario.read import in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Vocabulary

ADVERSE: Final = 1 / 3
"""How likely an answer speaks against the sentra, where both are possible."""

PRODUCTS: Final = {
    "food": "fish_product moist_fish dry_fish palm_sugar other_food salt",
    "cultural_craft": "woven_cloth batik",
    "craft": "furniture rattan_goods ceramics jewellery other_craft leather_good",
    "other": "farm_intermediate tanned_leather metal_part hand_tool footwear garment "
    "building_material",
}
"""The lines that go with each character of a product; each line is as likely as any other."""

KNOWN: Final = {
    # What any office can tell of its sentra without asking.
    9: "facilities raw_material_continuity market_segments marketing_channels product_quality "
    "management promotion_marketing local_government sentra_manager craftspeople",
    # What it can tell after a visit.
    5: "production_equipment technology_access raw_material_cost raw_material_volume operating "
    "organisation_form manager_in_place market_reach market_interest government_aid packaging "
    "barriers main_obstacle firm_trend workforce_renewal production_skill product_development "
    "production_standard capacity_against_demand tourism_context sentra_age licences forum "
    "contract mentoring_programme academia training_institution financial_institution cooperative "
    "association",
    # What takes an assessment, or a question to buyers and producers.
    2: "product specification_history community_development environmental_control "
    "quality_consistency raw_material_quality raw_material_source bookkeeping waste_handling "
    "building_use joint_actions outside_competition payment_terms supply_chain_character sop "
    "coordination manager_role structured_partnership partnership_mechanism monitoring "
    "mentoring_basis post_construction_mentoring sentra_visits tourism_link cultural_value "
    "cultural_story story_documented hygiene_improved development_stage challenges "
    "management_help_wanted signing_entity tourism_business marketing_partner private_company "
    "exporter supplier community central_government concerns shows_interest",
}
"""How much likelier than the rest (1) each thing is known: an attribute, an aspect, an actor."""

ONLY: Final = {
    "cultural_value": "cultural_craft craft",
    "cultural_story": "cultural_craft craft",
    "story_documented": "cultural_craft craft",
    "documentation": "cultural_craft craft",
    "hygiene_improved": "food",
    "traceability": "food",
}
"""What is told of some products only."""

APART: Final = """
forum=none structured_partnership=yes
contract=none structured_partnership=yes
contract=written structured_partnership=no
contract=none partnership_mechanism=formal
contract=written cooperation_model=none
operating_framework=applied sop=none
manager_in_place=no manager_role=partnership_hub
manager_in_place=no sop=applied
manager_in_place=no actor.kind=sentra_manager
operating=idle building_use=regular
operating=running building_use=idle
mentoring_programme=none post_construction_mentoring=sustained
mentoring_programme=none mentoring_months=sustained
mentoring_programme=none mentoring_meetings=sustained
promotion=weak promotion_marketing=strong
promotion=strong promotion_marketing=weak
product_quality=weak production_standard=met
product_quality=weak quality_consistency=met
technology_access=adequate barriers=technology
technology_access=adequate main_obstacle=technology
facilities=adequate production_equipment=inadequate
facilities=inadequate supporting_facilities=adequate
raw_material_continuity=interrupted raw_material_volume=adequate
sentra_age=new years_operating=established
sentra_age=established years_operating=new
sentra_age=new development_stage=mature
market_reach=local marketing_channels=export
market_reach=local market_segments=exporter
market_interest=no capacity_against_demand=inadequate
partnership_nature_stated=system_based structured_partnership=no
tourism_link=active tourism_context=weak
"""
"""Pairs of answers that no profile gives at once."""

_PLACE: Final = Place("random")


def random_profiles(base: RuleBase, size: int, count: int) -> Iterator[Scenario]:
    """Yield profiles of so many facts, the same ones for the same vocabulary every time."""
    drawing = Drawing(base.vocabulary)
    for number in range(count):
        yield drawing.profile(size, random.Random(f"{size} {number}"))


class Drawing:
    """Draws profiles in the words of a vocabulary."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        lines = words.values_of("product_lines")
        self.products = [
            (character, line)
            for character, listed in PRODUCTS.items()
            for line in listed.split()
            if line in lines
        ]
        self.apart = [frozenset(pair.split()) for pair in APART.split("\n") if pair]
        weight = {name: n for n, names in KNOWN.items() for name in names.split()}
        self.weights = {name: weight.get(name, 1) for name in self._things()}

    def _things(self) -> Iterator[str]:
        """Yield what can be known: attributes and aspects of a sentra, actors, and of actors."""
        for attribute in self.words.attributes.values():
            given = attribute.id in ("product_character", "product_lines")
            if attribute.role == "input" and attribute.question and not given:
                if self.words.takes_words(attribute.id):
                    continue
                if attribute.id == KIND:
                    yield from self.words.values_of(KIND)
                elif attribute.of in (SENTRA, ACTOR):
                    yield attribute.id
                else:
                    yield from (e.id for e in self.words.kinds[attribute.of].entries)

    def profile(self, size: int, chance: random.Random) -> Scenario:
        """Return a profile of so many facts."""
        character, line = chance.choice(self.products)
        facts = [("product_character", SENTRA, character), ("product_lines", SENTRA, line)]
        left = {
            name: weight
            for name, weight in self.weights.items()
            if character in ONLY.get(name, character).split()
        }
        while len(facts) < size and left:
            name = chance.choices([*left], [*left.values()])[0]
            del left[name]
            drawn = self._drawn(name, facts, chance)
            if drawn is not None and not self._clashes([*facts, drawn]):
                facts.append(drawn)
        actors = [value for attribute, _, value in facts if attribute == KIND]
        profile = Scenario(
            f"{size}-facts", "Random", None, None,
            tuple(Claim(*fact, _PLACE) for fact in facts),
            tuple(Actor(kind, kind, "", _PLACE) for kind in actors),
            "",
        )  # fmt: skip
        return in_order(profile, self.words)

    def _drawn(
        self, name: str, facts: list[tuple[str, str, str]], chance: random.Random
    ) -> tuple[str, str, str] | None:
        """Return one fact about a thing; None of an actor where none takes part yet."""
        if name in self.words.values_of(KIND):
            return KIND, name, name
        shorthand = self.words.shorthand(name)
        attribute, subject = (shorthand, name) if shorthand else (name, SENTRA)
        declared = self.words.attributes[attribute]
        if declared.of == ACTOR:
            present = [value for known, _, value in facts if known == KIND]
            if not present:
                return None
            subject = chance.choice(present)
        values = self.words.values_of(attribute)
        against = [v for v in values if v in declared.adverse]
        other = [v for v in values if v not in declared.adverse]
        adverse = bool(against) and (not other or chance.random() < ADVERSE)
        return attribute, subject, chance.choice(against if adverse else other)

    def _clashes(self, facts: list[tuple[str, str, str]]) -> bool:
        said = {self._word(*fact) for fact in facts}
        return any(pair <= said for pair in self.apart)

    def _word(self, attribute: str, subject: str, value: str) -> str:
        if self.words.attributes[attribute].of == ACTOR:
            return f"actor.{attribute}={value}"
        return f"{subject if self.words.shorthand(subject) else attribute}={value}"
