"""The whole rule base as a picture: what each file of rules reads, and what is made of it.

Facts stand at the left by what they are about, then the files of rules step by step, and at the
right the sections of a recommendation. A line stands where one gives what the other reads.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from kemitraan.published import Data
from kemitraan.recommendation.model import Labelled
from kemitraan.report import words as w
from kemitraan.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kemitraan.knowledge.language import Rule
    from kemitraan.knowledge.rulebase import RuleBase

FACTS: Final = Text("Fakta", "Facts")
ADVICE: Final = Text("Anjuran", "Advice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box(Data):
    """One box: facts of one kind, a file of rules, or a section of the recommendation.

    `number` counts its attributes, or rules; `rules` are those of a file, a table by its first.
    """

    id: str
    label: Text
    number: int
    rules: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Data):
    """Boxes of one step, below each other."""

    label: Text
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Data):
    """A line between two boxes, by their ids; `number` counts the attributes that are handed on."""

    giver: str
    reader: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleMap(Data):
    """The picture: columns from left to right, and the lines between their boxes."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


def rule_map(base: RuleBase) -> RuleMap:
    """Return the picture of a rule base."""
    files: dict[str, list[Rule]] = defaultdict(list)
    for rule in sorted(base.rules, key=lambda rule: (rule.place.file, rule.place.line)):
        files[rule.place.file].append(rule)
    givers = _givers(base, files)
    found: Counter[tuple[str, str]] = Counter()
    for reader, attributes in _readers(base, files).items():
        for attribute in attributes:
            found.update((giver, reader) for giver in givers[attribute] if giver != reader)
    met = {name for pair in found for name in pair}
    columns = (
        Column(label=FACTS, boxes=tuple(b for b in _facts(base) if b.id in met)),
        *(_step(base, folder, files) for folder in _folders(files)),
        Column(label=ADVICE, boxes=tuple(b for b in _sections(base) if b.id in met)),
    )
    return RuleMap(
        columns=columns,
        lines=tuple(
            Line(giver=giver, reader=reader, number=number)
            for (giver, reader), number in sorted(found.items())
        ),
    )


def _givers(base: RuleBase, files: dict[str, list[Rule]]) -> dict[str, set[str]]:
    """Return the boxes that give each attribute."""
    found: dict[str, set[str]] = defaultdict(set)
    for attribute in base.vocabulary.attributes.values():
        if attribute.role == "input" and attribute.variable:
            found[attribute.id].add(attribute.variable)
    for file, rules in files.items():
        for rule in rules:
            for conclusion in rule.conclusions:
                found[conclusion.attribute].add(file)
    return found


def _readers(base: RuleBase, files: dict[str, list[Rule]]) -> dict[str, set[str]]:
    """Return the attributes that each box reads."""
    of = {rule.id: file for file, rules in files.items() for rule in rules}
    found: dict[str, set[str]] = defaultdict(set)
    for clause in base.clauses:
        patterns = (*clause.positive, *clause.negative)
        found[of[clause.rule]].update(p.attribute for p in patterns)
    for attribute, section in base.shown.section_of.items():
        found[section].add(attribute)
    return found


def _facts(base: RuleBase) -> Iterator[Box]:
    words = base.vocabulary
    number = Counter(a.variable for a in words.attributes.values() if a.role == "input")
    for variable in words.variables.values():
        yield Box(id=variable.id, label=variable.label, number=number[variable.id], rules=())


def _folders(files: Iterable[str]) -> list[str]:
    """Return the folders of the rules, in the order of the study's steps; others behind them."""
    own = {PurePosixPath(file).parent.name for file in files}
    return [*(name for name in w.FOLDER if name in own), *sorted(own - w.FOLDER.keys())]


def _step(base: RuleBase, folder: str, files: dict[str, list[Rule]]) -> Column:
    return Column(
        label=w.FOLDER.get(folder, same(folder)),
        boxes=tuple(
            Box(
                id=file,
                label=same(PurePosixPath(file).stem),
                number=len(rules),
                rules=tuple(_told(base, rules)),
            )
            for file, rules in files.items()
            if PurePosixPath(file).parent.name == folder
        ),
    )


def _told(base: RuleBase, rules: Iterable[Rule]) -> Iterator[Labelled]:
    """Yield the rules of a file, a table by its first rule."""
    tables = set()
    for rule in rules:
        table = base.table_of.get(rule.id)
        if table is None:
            yield Labelled(id=rule.id, label=rule.title)
        elif table.id not in tables:
            tables.add(table.id)
            yield Labelled(id=rule.id, label=table.title)


def _sections(base: RuleBase) -> Iterator[Box]:
    number: Counter[str] = Counter(base.shown.section_of.values())
    for section, label in w.SECTION.items():
        yield Box(id=section, label=label, number=number[section], rules=())
