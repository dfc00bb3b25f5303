"""What a recommendation shows of what the rules conclude (`rules/shown.yaml`).

The one account of it: in which section an attribute stands, which field of the published data it
fills, and what the analyses make of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

from kemitraan.faults import Fault
from kemitraan.knowledge.names import Names
from kemitraan.shape import Shape
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.faults import Place
    from kemitraan.knowledge.rulebase import RuleBase

Section: TypeAlias = Literal[
    "partnership_types",
    "readiness",
    "routes",
    "potential",
    "diagnoses",
    "actors",
    "causes",
    "needs",
    "strategies",
    "gaps",
    "warnings",
    "practice",
]
Aspect: TypeAlias = Literal["type", "readiness", "focus", "gates", "groups", "strategies", "needs"]
ASPECTS: Final[tuple[Aspect, ...]] = get_args(Aspect)
"""The aspects of a recommendation that may flip, in the order in which they are told."""

FIELDS: Final[Mapping[Section, tuple[str, ...]]] = {
    "partnership_types": ("verdict", "fit", "waits_for", "lacking", "focus"),
    "readiness": ("stage", "partnership", "at_most", "waits_for", "lacking", "status"),
    "routes": ("route", "pattern"),
    "potential": ("level",),
    "diagnoses": ("diagnosis",),
    "actors": (
        "group", "missing", "basis", "role", "form_role", "engagement", "interest", "influence",
        "outside_source", "opportunity",
    ),
    "causes": ("cause",),
    "needs": ("need", "priority"),
    "strategies": ("specific", "specific_after", "baseline", "baseline_after", "done"),
    "gaps": ("focus", "need"),
    "warnings": ("rule",),
    "practice": ("note",),
}  # fmt: skip
"""What of the published data (`recommendation.model`) conclusions fill, in the order of its lines.

`specific` and `baseline` are the rows of the strategy, the same with `_after` what they wait for,
`done` what is reached; `missing` are the actors that are not there, `status` is that of a gate.
`waits_for` is what decides, `lacking` what stands against it.
"""


@dataclass(frozen=True, kw_only=True)
class ShownAttribute(Shape):
    """One derived attribute that is shown; the keys are told at the top of the file."""

    attribute: str
    section: Section
    fills: str | None = None
    told: Literal["ahead", "now", "elsewhere"] = "now"
    core: bool = False
    advice: bool = False
    aspect: Aspect | None = None
    beside: str | None = None
    through: str | None = None
    level_of: str | None = None
    meant: str | None = None


@dataclass(frozen=True)
class Shown(Mapping[str, ShownAttribute]):
    """What is shown, by attribute; what decides most comes first."""

    listed: tuple[ShownAttribute, ...] = ()

    @cached_property
    def by_attribute(self) -> Mapping[str, ShownAttribute]:
        """Return what is said of each shown attribute, in order."""
        return {one.attribute: one for one in self.listed}

    def __iter__(self) -> Iterator[str]:
        """Yield the attributes that are shown, in order."""
        return iter(self.by_attribute)

    def __len__(self) -> int:
        """Return how many attributes are shown."""
        return len(self.by_attribute)

    def __getitem__(self, attribute: str) -> ShownAttribute:
        """Return what is said of a shown attribute."""
        return self.by_attribute[attribute]

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """Return the place of each attribute in the order of what decides most."""
        return {attribute: place for place, attribute in enumerate(self)}

    @cached_property
    def section_of(self) -> Mapping[str, Section]:
        """Return the section of each attribute, in order."""
        return {one.attribute: one.section for one in self.listed}

    @cached_property
    def _filling(self) -> Mapping[tuple[str, str], str]:
        return {(one.section, one.fills): one.attribute for one in self.listed if one.fills}

    def filling(self, section: Section, field: str) -> str:
        """Return the attribute that fills a field of a section; empty where none does."""
        return self._filling.get((section, field), "")

    @cached_property
    def aspects(self) -> Mapping[Aspect, tuple[str, ...]]:
        """Return, for each aspect that may flip, the attributes that make it up."""
        return {a: tuple(o.attribute for o in self.listed if o.aspect == a) for a in ASPECTS}

    @cached_property
    def aspect_of(self) -> Mapping[str, Aspect]:
        """Return the aspect of each attribute that has one."""
        return {one.attribute: one.aspect for one in self.listed if one.aspect}


def listed_twice(one: ShownAttribute, place: Place, first: Place) -> Fault:
    """Return the fault of listing an attribute again."""
    return Fault(
        place,
        Text(
            f"'{one.attribute}' sudah disebut di {first}",
            f"'{one.attribute}' is already listed at {first}",
        ),
        fix=Text("Hapus salah satu", "Delete one of the two"),
    )


_TWICE = Text("Isi satu bidang dengan satu atribut", "Fill a field by one attribute")


def check_shown(base: RuleBase, faults: list[Fault]) -> None:
    """Append a fault for each name in what is shown that means nothing there."""
    words, names = base.vocabulary.attributes, Names(base.vocabulary, faults)
    derived = [a.id for a in words.values() if a.role == "derived"]
    filled: dict[tuple[str, str], str] = {}
    for one in base.shown.listed:
        place = base.places[f"shown {one.attribute}"]
        if not names.known(place, "derived", one.attribute, derived):
            continue
        if one.fills is not None and names.known(place, "field", one.fills, FIELDS[one.section]):
            first = filled.setdefault((one.section, one.fills), one.attribute)
            if first != one.attribute:
                names.fault(
                    place,
                    Text(
                        f"'{one.fills}' sudah diisi oleh '{first}'",
                        f"'{one.fills}' is already filled by '{first}'",
                    ),
                    _TWICE,
                )
        if one.beside is not None:
            names.known(place, "shown", one.beside, base.shown)
        if one.through is not None:
            kind = words[one.attribute].scale
            own = [a.id for a in words.values() if a.role == "property" and a.of == kind]
            names.known(place, "property", one.through, own)
        if one.meant is not None:
            names.known(place, "value", one.meant, base.vocabulary.values_of(one.attribute))
        if one.level_of is not None:
            inputs = [a.id for a in words.values() if a.role == "input"]
            names.known(place, "input", one.level_of, inputs)
