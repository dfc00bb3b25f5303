"""What a file says as profiles: that of a form, or each of those in an export of the field form."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kemitraan.faults import Fault, InputError
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.scenario.document import documents_of
from kemitraan.scenario.read import ScenarioReader
from kemitraan.scenario.workbook import Workbook
from kemitraan.scenario.written import as_written, as_yaml
from kemitraan.text import titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.fact import Slot
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.scenario.model import Scenario
    from kemitraan.text import Text


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile that was read: its id, its text, and of how many submissions it was merged.

    `submissions` is 0 where it is of no export. `differing` names what several informants say
    differently.
    """

    id: str
    name: str
    text: str
    submissions: int
    differing: tuple[Text, ...]


def profiles_in(raw: bytes, file: str, base: RuleBase) -> list[Profile]:
    """Return the profiles in a file of that name; one of YAML stays as it was written.

    Raises:
        InputError: there are faults; all are listed, each with its line or cell.
    """
    faults: list[Fault] = []
    found = []
    for document in documents_of(raw, file, base, faults, on=True):
        scenario = ScenarioReader(document, base, faults).scenario()
        if scenario is None:
            continue
        if isinstance(document, Workbook):
            text, submissions = as_yaml(as_written(document.data)), document.submissions
        else:
            text, submissions = raw.decode("utf-8-sig"), 0
        differing = tuple(_differing(scenario, base)) if submissions else ()
        found.append(Profile(scenario.id, scenario.name, text, submissions, differing))
    if faults:
        raise InputError(faults)
    return found


def _differing(scenario: Scenario, base: RuleBase) -> Iterator[Text]:
    """Yield what is said differently of one thing, by its label."""
    words = base.vocabulary
    said: dict[Slot, set[object]] = defaultdict(set)
    for claim in scenario.claims:
        if not words.attributes[claim.attribute].many:
            said[claim.slot].add((claim.value, claim.figure, claim.words))
    actors = {actor.id: actor.name or actor.id for actor in scenario.actors}
    for slot, contents in said.items():
        if len(contents) > 1:
            label = words.attributes[slot.attribute].label
            if slot.subject in actors:
                yield titled(f"{actors[slot.subject]}:", label)
            else:
                yield label if slot.subject == SENTRA else words.entries[slot.subject][1].label
