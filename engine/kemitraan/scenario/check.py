"""Every fault of profiles and overlays at once, and what profiles come along: as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from kemitraan.findings import Checked, finding
from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.patch import patched_rules
from kemitraan.published import Data, Published
from kemitraan.scenario.document import read_document
from kemitraan.scenario.model import KIND
from kemitraan.scenario.overlay import is_overlay, load_overlay, read_overlay
from kemitraan.scenario.read import ScenarioReader, load_scenario
from kemitraan.scenario.shipped import shipped, shipped_overlays
from kemitraan.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.faults import Fault
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.yamltree import Document


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ScenarioCheck(Checked):
    """What was found in files, and how many they are."""

    kind: ClassVar[str] = "scenario-check"

    files: int


def scenario_check(files: Sequence[str | Path], base: RuleBase | None = None) -> ScenarioCheck:
    """Return every fault of profiles and overlays, by place.

    Args:
        files: paths of files.
        base: the knowledge base whose words they use; the shipped one, if None.
    """
    return checked(len(files), faults_of(files, base or load_rulebase()))


def faults_of(files: Sequence[str | Path], base: RuleBase) -> list[Fault]:
    """Return every fault of profiles and overlays, by place."""
    faults: list[Fault] = []
    for file in files:
        document = read_document(Path(file), base, faults, on=True)
        if document is not None:
            check_document(document, base, faults)
    return sorted({*faults})


def check_document(document: Document, base: RuleBase, faults: list[Fault]) -> None:
    """Append every fault of a profile or overlay that could be read as YAML."""
    if is_overlay(document):
        overlay = read_overlay(document, base, faults)
        patched_rules(base, (), overlay.rules if overlay else (), faults)
    else:
        ScenarioReader(document, base, faults).scenario()


def checked(files: int, faults: Iterable[Fault]) -> ScenarioCheck:
    """Return what was found in so many files as data."""
    found = tuple(finding(fault) for fault in sorted({*faults}))
    return ScenarioCheck(files=files, good=not found, findings=found)


def answers_in(file: str | Path, base: RuleBase) -> tuple[int, int]:
    """Return how many things a faultless file says of its sentra and actors, and of how many."""
    faults: list[Fault] = []
    document = read_document(Path(file), base, faults)
    if document is None:
        return 0, 0
    if is_overlay(document):
        overlay = read_overlay(document, base, faults)
        return (len(overlay.settings), len(overlay.actors)) if overlay else (0, 0)
    scenario = ScenarioReader(document, base, faults).scenario()
    if scenario is None:
        return 0, 0
    said = {claim.slot for claim in scenario.claims if claim.attribute != KIND}
    return len(said), len(scenario.actors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Data):
    """A profile or overlay that comes along: its name, and what it is about."""

    id: str
    label: Text
    about: Text | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ScenarioList(Published):
    """The profiles and overlays that come along, each by name."""

    kind: ClassVar[str] = "scenario-list"
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "scenarios": ("id", "label", "about"),
        "overlays": ("id", "label"),
    }

    scenarios: tuple[Listed, ...]
    overlays: tuple[Listed, ...]


def scenario_list(base: RuleBase | None = None) -> ScenarioList:
    """Return the profiles and overlays that come along."""
    base = base or load_rulebase()
    profiles = [(name, load_scenario(name, base)) for name in shipped()]
    overlays = [(name, load_overlay(name, base)) for name in shipped_overlays()]
    return ScenarioList(
        scenarios=tuple(Listed(id=n, label=same(s.name), about=s.about) for n, s in profiles),
        overlays=tuple(Listed(id=n, label=o.name, about=o.about) for n, o in overlays),
    )
