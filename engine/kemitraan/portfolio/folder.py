"""A folder of profiles as a table: a profile a row, each with all that a profile can say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kemitraan.portfolio.cells import Read
from kemitraan.portfolio.rows import rows_of
from kemitraan.portfolio.table import Batch, Listed, Table, no_rows
from kemitraan.scenario.model import Scenario
from kemitraan.scenario.read import read_scenario

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kemitraan.faults import Fault
    from kemitraan.knowledge.rulebase import RuleBase

BATCH: Final = 64
"""How many profiles are looked at at once: each brings actors of its own."""
ENDINGS: Final = (".yaml", ".yml", ".xlsx")
HEADINGS: Final = ("id", "name", "assessed_on", "file")
_NOTHING: Final = Scenario("", "", None, None, (), (), "")


class ProfileReader:
    """Reads batches of profiles; the last column has their files."""

    def __init__(self, base: RuleBase, files: Sequence[Path]) -> None:
        self.base = base
        self.files = files
        self._read: dict[int, tuple[Scenario, tuple[Fault, ...]]] = {}

    def profile(self, number: int) -> tuple[Scenario, tuple[Fault, ...]]:
        """Return the profile of a row (from 1) with its faults; an empty one where it has some."""
        known = self._read.get(number)
        if known is None:
            faults: list[Fault] = []
            found = read_scenario(self.files[number - 1], self.base, faults)
            known = self._read[number] = (
                (_NOTHING if found is None or faults else found),
                (*faults,),
            )
        return known

    def read(self, batch: Batch) -> Read:
        """Return the profiles of a batch."""
        found = [self.profile(number) for number in batch.numbers]
        faults = {place: faults for place, (_, faults) in enumerate(found) if faults}
        return Read(rows_of([profile for profile, _ in found], self.base), faults)

    def batches(self) -> Iterator[Batch]:
        """Yield the profiles in batches."""
        for start in range(0, len(self.files), BATCH):
            numbers = range(start + 1, min(start + BATCH, len(self.files)) + 1)
            profiles = [self.profile(number)[0] for number in numbers]
            cells = (
                [one.id for one in profiles],
                [one.name for one in profiles],
                [one.assessed_on or "" for one in profiles],
                [self.files[number - 1].name for number in numbers],
            )
            yield Batch(numbers, [Listed(column) for column in cells])


def folder_table(path: Path, base: RuleBase) -> tuple[Table, ProfileReader]:
    """Return the profiles of a folder, files and forms in Excel, by name.

    Raises:
        InputError: there are none.
    """
    files = sorted(file for file in path.iterdir() if file.suffix.lower() in ENDINGS)
    if not files:
        raise no_rows(str(path))
    reader = ProfileReader(base, files)
    return Table(str(path), 0, HEADINGS, reader.batches, len(files)), reader
