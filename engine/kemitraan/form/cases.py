"""The what-if sheet of a form: a case in each row, held against the base and what is expected.

A row says what differs from the profile that the form holds. It is read as an overlay, and what it
makes different is told in the lines in which `whatif` and `compare` tell it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kemitraan.analysis.whatif.edits import edits
from kemitraan.case import concluded
from kemitraan.faults import Fault, InputError, Place, unknown
from kemitraan.form import words as w
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA, fold, words_of
from kemitraan.recommendation.differences import differences, told_of
from kemitraan.recommendation.lines import Lines
from kemitraan.scenario.asked import all_inputs
from kemitraan.scenario.claims import statable
from kemitraan.scenario.document import document_of
from kemitraan.scenario.model import Scenario
from kemitraan.scenario.overlay import read_overlay
from kemitraan.scenario.patch import choice_of, laid_on
from kemitraan.scenario.read import ScenarioReader
from kemitraan.scenario.sheets import at, read_sheets
from kemitraan.scenario.values import is_stated
from kemitraan.scenario.workbook import SheetReader, Workbook
from kemitraan.text import Text
from kemitraan.yamltree import read_bytes, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kemitraan.analysis.whatif.edits import Edit
    from kemitraan.case import Case
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.recommendation.differences import Difference
    from kemitraan.scenario.sheets import Cell

_UNKNOWN = "?"
_ABSENT = (w.NOT_TOLD.id, w.NOT_TOLD.en, "-", "–")
_OUTCOME = re.compile(r"(?:→|->)\s*(.+)", re.DOTALL)
_ROW = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one case gives in a result column: its cell, what is expected there, what is found."""

    cell: str
    heading: str
    expected: str
    found: Text

    @property
    def expects(self) -> bool:
        """Tell whether anything is expected."""
        return self.expected.strip() not in {"", _UNKNOWN}

    @property
    def missed(self) -> bool:
        """Tell whether something else was expected."""
        words = _ABSENT if self.found == w.NOT_TOLD else (self.found.id, self.found.en)
        given = self.expected.strip().casefold()
        return self.expects and given not in {word.casefold() for word in words}


@dataclass(frozen=True, slots=True)
class Told:
    """One case: its name, what was changed, what differs from the base, the result columns.

    `difference` is the cell for what differs, empty where the sheet has no column for it.
    """

    name: str
    edits: tuple[Edit, ...]
    differences: tuple[Difference, ...]
    outcomes: tuple[Outcome, ...]
    difference: str


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases of a workbook, and the title of the sheet on which they stand."""

    sentra: str
    sheet: str
    told: tuple[Told, ...]

    @property
    def expected(self) -> int:
        """Return of how many results something is expected."""
        return sum(outcome.expects for one in self.told for outcome in one.outcomes)

    @property
    def missed(self) -> int:
        """Return how many results are not as expected."""
        return sum(outcome.missed for one in self.told for outcome in one.outcomes)


def run_cases(file: Path, base: RuleBase) -> Cases:
    """Return what each case of a form gives, and how that differs from its profile.

    Raises:
        InputError: the profile or a case has faults, or there is no sheet of cases.
    """
    faults: list[Fault] = []
    raw = read_bytes(file, faults) or b""
    document = None if faults else document_of(raw, shown(file), base, faults)
    scenario = ScenarioReader(document, base, faults).scenario() if document else None
    if scenario is None or faults:
        raise InputError(faults)
    for sheet in read_sheets(raw, shown(file), faults):
        for number, row in enumerate(sheet.rows):
            if _named(next(filter(None, row)), w.CASE):
                reader = _CaseReader(shown(file), sheet.title, base, scenario, faults)
                reader.headings(row)
                told = reader.told(list(reader.cases(sheet.rows[number + 1 :])))
                if faults:
                    raise InputError(faults)
                return Cases(scenario.name, sheet.title, told)
    raise InputError([Fault(Place(shown(file)), w.NO_CASES, fix=w.MAKE_CASES)])


def outcome_headings(base: RuleBase, scenario: Scenario | None) -> list[Text]:
    """Return the results that a new sheet asks for: the verdicts, then the readiness."""
    if scenario is None:
        scenario = Scenario("", "", None, None, (), (), "")
    lines = _lines(concluded(base, scenario, choice_of(base))).all().values()
    verdicts = [x.label for x in lines if x.section == "partnership_types" and x.attribute]
    return verdicts + [x.label for x in lines if (x.section, x.id) == ("readiness", "partnership")]


def _named(cell: Cell, text: Text) -> bool:
    return fold(cell.text) in {fold(text.id), fold(text.en)}


def _lines(case: Case) -> Lines:
    return Lines(case.view, told_of(case.view, case.admitted))


class _CaseReader:
    """Reads the cases of one sheet, and runs them."""

    def __init__(
        self, file: str, title: str, base: RuleBase, scenario: Scenario, faults: list[Fault]
    ) -> None:
        self.file = file
        self.title = title
        self.base = base
        self.scenario = scenario
        self.faults = faults
        self.name = 0
        self.difference: Cell | None = None
        self.said: dict[int, tuple[str, ...]] = {}
        self.outcomes: dict[int, tuple[Cell, str]] = {}
        entries = base.vocabulary.entries
        self.owners = words_of(
            (a.id, entries[a.kind][1].label, (a.kind, a.name or a.id)) for a in scenario.actors
        )
        self.inputs = {of: statable(base.vocabulary, of) for of in (SENTRA, ACTOR)}
        self.assumptions = words_of((a.name, a.label, (a.id,)) for a in base.assumptions.values())

    def headings(self, row: Sequence[Cell | None]) -> None:
        """Take what each column says."""
        for number, cell in enumerate(row):
            if cell is None:
                continue
            if _named(cell, w.CASE):
                self.name = number
            elif _named(cell, w.DIFFERENCE):
                self.difference = cell
            elif found := _OUTCOME.fullmatch(cell.text.strip()):
                self.outcomes[number] = cell, found[1].strip()
            elif path := self.path(cell.text):
                if path in self.said.values():
                    what = Text("kolom ini ada dua kali", "this column is there twice")
                    self.fault(cell, what, w.COLUMNS_THERE)
                self.said[number] = path
            else:
                asked = [one.label for one in all_inputs(self.base).values()]
                self.unknown(
                    cell, cell.text, [*asked, *(a.label for a in self.base.assumptions.values())]
                )

    def unknown(self, cell: Cell, heading: str, known: Iterable[Text]) -> None:
        """Append the fault of a heading that names nothing known."""
        words = [word for text in known for word in (text.id, text.en)]
        fault = unknown(self.place(cell), w.HEADING, heading, words, w.COLUMNS_THERE, self.faults)
        self.faults.append(fault)

    def path(self, heading: str) -> tuple[str, ...] | None:
        """Return where an overlay says what stands below a heading."""
        if key := self.inputs[SENTRA].get(fold(heading)):
            return "sentra", key
        if name := self.assumptions.get(fold(heading)):
            return "assume", name
        for mark in (":", "."):
            owner, found, attribute = heading.rpartition(mark)
            key = self.inputs[ACTOR].get(fold(attribute))
            if found and key and (actor := self.owners.get(fold(owner))):
                return "actors", actor, key
        return None

    def place(self, cell: Cell) -> Place:
        return at(Place(self.file), self.title, cell.at)

    def fault(self, cell: Cell, what: Text, fix: Text) -> None:
        self.faults.append(Fault(self.place(cell), what, fix=fix))

    def cases(
        self, rows: Sequence[Sequence[Cell | None]]
    ) -> Iterator[tuple[Cell, Sequence[Cell | None], Case]]:
        """Yield each case that can be run, with the cell of its name and its row."""
        for row in rows:
            first = next((cell for cell in row if cell), None)
            name = row[self.name]
            if first is None:
                continue
            if name is None:
                self.fault(first, w.NO_NAME, w.GIVE_NAME)
            elif (case := self.case(name.text, row)) is not None:
                yield name, row, case

    def case(self, name: str, row: Sequence[Cell | None]) -> Case | None:
        """Return a case as the profile with what its row says; None, with a fault, if it cannot."""
        reader = SheetReader(self.file, self.base, self.faults)
        reader.title = self.title
        data = reader.data
        data |= {"id": "case", "name": {"id": name, "en": name}, "about": {"id": name, "en": name}}
        stated = False
        for number, path in self.said.items():
            cell = row[number]
            if cell is None or not (is_stated(cell.text) or cell.text.strip() == _UNKNOWN):
                continue
            stated = True
            reader.cells[path] = self.place(cell)
            if path[0] == "assume" or cell.text.strip() == _UNKNOWN:
                section: Any = data
                for key in path[:-1]:
                    section = section.setdefault(key, {})
                section[path[-1]] = cell.text
            else:
                reader.say(path, cell, {})
        before = len(self.faults)
        overlays = []
        if stated:
            document = Workbook(self.file, data, 0, cells=reader.cells)
            overlays = [o for o in (read_overlay(document, self.base, self.faults),) if o]
        scenario = laid_on(self.scenario, overlays, self.base, self.faults)
        if len(self.faults) > before:
            return None
        return concluded(self.base, scenario, choice_of(self.base, overlays), (), overlays)

    def told(self, cases: Sequence[tuple[Cell, Sequence[Cell | None], Case]]) -> tuple[Told, ...]:
        """Return what is told of the cases; a result that nothing could tell of is a fault."""
        ground = concluded(self.base, self.scenario, choice_of(self.base))
        before = _lines(ground)
        every = [_lines(case) for _, _, case in cases]
        values = [
            {word: line.value.label
             for line in reversed(lines.all().values())
             for word in (fold(line.label.id), fold(line.label.en))}
            for lines in (before, *every)
        ]  # fmt: skip
        labels = [line.label for lines in (before, *every) for line in lines.all().values()]
        labels += [entry.label for _, entry in self.base.vocabulary.entries.values()]
        known = {fold(word) for label in labels for word in (label.id, label.en)}
        for cell, heading in self.outcomes.values():
            if fold(heading) not in known:
                self.unknown(cell, heading, labels)
        return tuple(
            Told(
                name=name.text,
                edits=edits(ground, case),
                differences=differences(before, lines),
                outcomes=tuple(
                    Outcome(_cell(head, name), heading, _text(row[number]),
                            found.get(fold(heading), w.NOT_TOLD))
                    for number, (head, heading) in self.outcomes.items()
                ),
                difference=_cell(self.difference, name) if self.difference else "",
            )
            for (name, row, case), lines, found in zip(cases, every, values[1:], strict=True)
        )  # fmt: skip


def _cell(column: Cell, row: Cell) -> str:
    """Return where the column of one cell meets the row of another."""
    number = _ROW.search(row.at)
    return _ROW.sub("", column.at) + (number[0] if number else "")


def _text(cell: Cell | None) -> str:
    return cell.text if cell else ""
