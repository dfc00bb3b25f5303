"""All profiles at once: every input, actor and assumption as an axis, and sets of them as formulas.

A profile may name up to `ACTORS` actors of every kind. What the formulas take for possible holds
every profile that can be written, and a little more (see `written`), so that what they exclude no
profile brings about; what they allow is tried on the profile itself.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from kemitraan.analysis.check.formula import Formulas
from kemitraan.fact import Slot
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.logic.literals import TRUE
from kemitraan.scenario.evidence import ASSESSMENT, BY_BASIS
from kemitraan.scenario.model import KIND, Scenario
from kemitraan.worlds.axes import KEEP, YES, Axis, assumption_axes, input_axes, rule_axes
from kemitraan.worlds.reading_in import ORIGIN
from kemitraan.worlds.space import Space
from kemitraan.worlds.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute
    from kemitraan.logic.literals import Literal
    from kemitraan.scenario.model import Claim

ACTORS: Final = 2
"""How many actors of a kind a profile may name."""
WORDS: Final = "…"
"""What a profile says where it may say anything in its own words."""

World = dict[Axis, int]
"""The place of the alternative on each axis that is not at its first."""

_ID, _NAME = "profile", "Profil / Profile"


class Profiles:
    """Every profile over a rule base, as a space of one world whose sets are formulas.

    `switches` gives the input that stands for each rule being in force.
    """

    def __init__(self, base: RuleBase) -> None:
        self.base = base
        self.graph = Formulas()
        self.clauses: list[list[int]] = []
        self.preferred: set[int] = set()
        choice = {name: a.default for name, a in base.assumptions.items()}
        scenario = Scenario(_ID, _NAME, None, None, (), (), "")
        actors = tuple(_actors(base))
        read = base.read()
        slots = tuple(_slots(base, read, [actor.subject for actor in actors]))
        inputs = input_axes(base, scenario, slots)
        stated = (*actors, *(a for a in inputs if a.kind != "value" or a.value in read[a.name]))
        self.axes = (*stated, *assumption_axes(base, choice))
        self.worlds = Worlds(base, [scenario], choice, (*self.axes, *rule_axes(base)))
        self.inputs = [self._axis(axis) for axis in self.axes]
        where = list(self._dependent())
        self.switches: dict[str, Literal] = {}
        for axis in self.worlds.axes[len(self.axes) :]:
            self.switches[axis.name] = switch = self.graph.input()
            where.append([switch, ~switch])
        self.space = Space(1, [])
        # Sets of profiles are formulas throughout, that of all profiles too.
        self.space.full, self.space.where = self.graph.literals[TRUE], [[*axis] for axis in where]

    def _axis(self, axis: Axis) -> list[int]:
        """Return a literal for each alternative of an axis, exactly one of which holds."""
        if len(axis.alternatives) == 2:  # the second is the denial of the first
            second = int(self.graph.input())
            return [second ^ 1, second]
        made = [int(self.graph.input()) for _ in axis.alternatives]
        self.preferred.add(made[0] >> 1)
        self.clauses.append(made)
        for place, one in enumerate(made):
            self.clauses += [[one ^ 1, other ^ 1] for other in made[:place]]
        return made

    def _dependent(self) -> Iterator[list[Literal]]:
        """Yield the alternatives as they count: nothing is said of who does not take part.

        What an assessment or a finding says of an entry is also a statement of its level.
        """
        formulas = [[self.graph.literals[x] for x in inputs] for inputs in self.inputs]
        present: dict[str, Literal] = {}
        levels: dict[str, Literal] = {}
        for axis, found in zip(self.axes, formulas, strict=True):
            if axis.kind == "actor":
                present[axis.subject] = found[1]
            elif axis.kind == "input" and self.base.vocabulary.shorthand(axis.subject) == axis.name:
                levels[axis.subject] = ~found[0]
        for axis, found in zip(self.axes, formulas, strict=True):
            allowed = self.graph.literals[TRUE]
            if axis.kind in ("input", "value"):
                allowed = present.get(axis.subject, allowed)
                if axis.name in BY_BASIS.values():
                    allowed = levels.get(axis.subject, allowed)
            yield [found[0] | ~allowed, *(f & allowed for f in found[1:])]

    @cached_property
    def plain(self) -> list[int]:
        """Return the literals that hold in every plain profile.

        It names one actor of a kind and nobody's finding, is no case of the study, and is read as
        by default. What formulas say of such profiles is so, and most witnesses are among them.
        """
        fixed = [
            inputs for axis, inputs in zip(self.axes, self.inputs, strict=True) if self.fixed(axis)
        ]
        return [x ^ (place > 0) for inputs in fixed for place, x in enumerate(inputs)]

    def fixed(self, axis: Axis) -> bool:
        """Tell whether an axis is at its first alternative in every plain profile."""
        if axis.kind == "assumption":
            alternatives = self.base.assumptions[axis.name].alternatives
            return any(a.reading is not None for a in alternatives)
        if axis.kind == "actor":
            return axis.subject != axis.name
        return axis.name in BY_BASIS.values() or axis.name == ORIGIN.attribute

    # Single worlds

    def world(self, literals: frozenset[int]) -> World:
        """Return the world in which these inputs hold; others are as they were."""
        chosen = {}
        for axis, inputs in zip(self.axes, self.inputs, strict=True):
            for place, literal in enumerate(inputs):
                if place and literal in literals:
                    chosen[axis] = place
        return self.effective(chosen)

    def effective(self, world: World) -> World:
        """Return a world without what does not count in it."""
        present = {axis.subject for axis in world if axis.kind == "actor"}
        of_actor = {axis.subject for axis in self.axes if axis.kind == "actor"}
        return {a: p for a, p in world.items() if a.subject not in of_actor - present}

    def written(self, world: World) -> tuple[Scenario, dict[str, str]]:
        """Return the profile of a world as a person would write it, and the assumptions.

        A finding beside a level makes that level the assessment's. Where another assumption then
        weighs the two, the profile comes to something else than the world: hence it is tried.
        """
        scenario, choice = self.worlds.profile(world)
        claims = list(scenario.claims)
        study = [c for c in claims if c.slot == ORIGIN.slot]
        found = {attribute: basis for basis, attribute in BY_BASIS.items()}
        based = {c.subject for c in claims if c.attribute in found}
        made: list[Claim] = []
        for claim in claims:
            if claim in study:
                continue
            shorthand = self.base.vocabulary.shorthand(claim.subject)
            if claim.attribute in found and shorthand:
                made.append(replace(claim, attribute=shorthand, basis=found[claim.attribute]))
            elif claim.attribute == shorthand and claim.subject in based:
                made.append(replace(claim, basis=ASSESSMENT))
            elif self.base.vocabulary.takes_words(claim.attribute):
                made.append(replace(claim, words=WORDS))
            else:
                made.append(claim)
        if study:
            source = (next(iter(self.base.statements)),)
            made = [replace(claim, source=source) for claim in made]
            scenario = replace(scenario, id=self.base.study.cases[0].id)
        return replace(scenario, claims=tuple(made)), choice


def _actors(base: RuleBase) -> Iterator[Axis]:
    """Yield an axis for each actor that may take part."""
    if KIND in base.vocabulary.attributes:
        for kind in base.vocabulary.values_of(KIND):
            for number in range(1, ACTORS + 1):
                name = kind if number == 1 else f"{kind}_{number}"
                yield Axis("actor", kind, (KEEP, YES), name)


def _slots(base: RuleBase, read: Collection[str], actors: Iterable[str]) -> Iterator[Slot]:
    """Yield everything that a profile can state and that can have an effect."""
    shorthand = {kind.shorthand for kind in base.vocabulary.kinds.values()}
    # What has no question, reading in makes of what is stated.
    made = {*BY_BASIS.values(), *((ORIGIN.attribute,) if base.study.cases else ())}
    for attribute in base.vocabulary.attributes.values():
        said = attribute.question is not None or attribute.id in shorthand
        if (
            attribute.role != "input"
            or attribute.id not in read
            or not (said or attribute.id in made)
        ):
            continue
        for subject in _subjects(base, attribute, actors):
            yield Slot(attribute.id, subject)


def _subjects(base: RuleBase, attribute: Attribute, actors: Iterable[str]) -> Iterator[str]:
    if attribute.of == SENTRA:
        yield SENTRA
    elif attribute.of == ACTOR:
        yield from actors
    else:
        kind = base.vocabulary.kinds[attribute.of]
        if attribute.id in (kind.shorthand, *BY_BASIS.values()):
            yield from (entry.id for entry in kind.entries)
