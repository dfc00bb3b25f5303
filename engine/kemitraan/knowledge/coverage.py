"""What encodes each statement of the study, or why nothing does: `kemitraan rules coverage`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from kemitraan.knowledge.load import load_rulebase
from kemitraan.published import Data, Published
from kemitraan.resources import scenarios_folder
from kemitraan.text import Text
from kemitraan.yamltree import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kemitraan.faults import Fault
    from kemitraan.knowledge.rulebase import RuleBase


@dataclass(frozen=True, slots=True)
class Covered(Data):
    """One statement and what encodes it.

    `used_by` lists ids, in this order: rules, guards, assumptions, terms of the vocabulary
    (attributes, catalogue entries, variables), study cases, scenario files. `reason` tells why
    nothing does.
    """

    id: str
    gloss: Text
    used_by: tuple[str, ...]
    reason: Text | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Coverage(Published):
    """What encodes each statement of the study, by statement id."""

    kind: ClassVar[str] = "rules-coverage"
    views: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "statements": ("id", "gloss", "used_by", "reason")
    }

    statements: tuple[Covered, ...]


def rules_coverage(base: RuleBase | None = None) -> Coverage:
    """Return what encodes each statement of the study, or why nothing does."""
    return Coverage(statements=tuple(coverage(base or load_rulebase())))


def coverage(base: RuleBase, scenarios: Sequence[Path] | None = None) -> list[Covered]:
    """Return what encodes each statement of the register, by statement id.

    Args:
        base: the knowledge base.
        scenarios: scenario files whose sources count; the shipped ones, if None. Files that
            cannot be read count for nothing here (`scenario check` tells why).
    """
    files = sorted(scenarios_folder().glob("*.yaml")) if scenarios is None else scenarios
    used: dict[str, dict[str, None]] = defaultdict(dict)
    for user, sources in (*_of_base(base), *_of_scenarios(files)):
        for source in sources:
            used[source][user] = None
    return [
        Covered(s.id, s.gloss, tuple(used[s.id]), s.unused)
        for s in sorted(base.statements.values(), key=lambda s: s.id)
    ]


def _of_base(base: RuleBase) -> Iterator[tuple[str, Iterable[str]]]:
    for rule in base.all_rules:
        yield rule.id, rule.source
    for guard in base.guards:
        yield guard.id, guard.source
    for assumption in sorted(base.assumptions.values(), key=lambda a: a.id):
        yield assumption.id, assumption.source
    words = base.vocabulary
    for _, attribute in sorted(words.attributes.items()):
        if attribute.role != "assumption":
            yield attribute.id, attribute.source
    for name, (_, entry) in sorted(words.entries.items()):
        yield name, entry.source
    for name, variable in sorted(words.variables.items()):
        yield name, variable.source
    for case in base.study.cases:
        yield case.id, case.source


def _of_scenarios(files: Iterable[Path]) -> Iterator[tuple[str, Iterable[str]]]:
    for file in files:
        faults: list[Fault] = []
        document = read_yaml(file, faults)
        if document is not None:
            yield file.name, sorted(set(_sources(document.data)))


def _sources(data: object) -> Iterator[str]:
    """Yield every source named anywhere in a scenario."""
    if isinstance(data, list):
        for part in data:
            yield from _sources(part)
    elif isinstance(data, dict):
        for key, part in data.items():
            if key == "source":
                yield from (s for s in (part if isinstance(part, list) else [part]) if s)
            else:
                yield from _sources(part)
