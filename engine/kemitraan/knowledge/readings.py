"""Holds what alternatives of assumptions do in reading in against the vocabulary."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kemitraan.knowledge.names import Names
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kemitraan.faults import Fault, Place
    from kemitraan.knowledge.assumptions import Alternative, Assumption, Reading
    from kemitraan.knowledge.vocabulary import Vocabulary

_RANKS = ("lowest", "highest")


def check_readings(
    assumptions: Iterable[Assumption],
    vocabulary: Vocabulary,
    places: Mapping[str, Place],
    faults: list[Fault],
) -> None:
    """Append a fault for each attribute, entry, value or level that a reading does not find."""
    readings = _Readings(vocabulary, faults)
    for assumption in assumptions:
        ids = [a.id for a in assumption.alternatives]
        readings.known(places[assumption.id], "alternative", assumption.default, ids)
        for alternative in assumption.alternatives:
            place = places[f"{assumption.id} {alternative.id}"]
            readings.cutoffs(place, assumption.id, alternative)
            if alternative.reading is not None:
                readings.reading(place, alternative.reading)


class _Readings(Names):
    def __init__(self, vocabulary: Vocabulary, faults: list[Fault]) -> None:
        super().__init__(vocabulary, faults)
        attributes = vocabulary.attributes.values()
        self.inputs = [a.id for a in attributes if a.role == "input"]
        self.properties = [a.id for a in attributes if a.role == "property"]
        rated = [k for k in vocabulary.kinds.values() if k.shorthand]
        self.rated = [entry.id for kind in rated for entry in kind.entries]
        self.levels = {v for kind in rated for v in vocabulary.values_of(kind.shorthand or "")}

    def cutoffs(self, place: Place, assumption: str, alternative: Alternative) -> None:
        attributes = self.words.attributes.values()
        figures = [a.id for a in attributes if a.figure and a.figure.cutoffs == assumption]
        for name, steps in alternative.cutoffs.items():
            if not self.known(place, "figure", name, figures):
                continue
            self.values(place, name, (step.level for step in steps))
            bounds = [
                [
                    (bound, over)
                    for bound, over in ((s.at_least, 0), (s.above, 1))
                    if bound is not None
                ]
                for s in steps
            ]
            if not bounds or bounds[-1] or not all(bounds[:-1]):
                self.fault(
                    place,
                    Text(
                        f"batas '{name}' tidak menampung setiap angka",
                        f"the cut-offs of '{name}' do not take every figure",
                    ),
                    Text(
                        "Beri batas pada setiap langkah kecuali yang terakhir",
                        "Give every step a bound except the last",
                    ),
                )
            elif any(len(b) > 1 for b in bounds) or any(
                before <= after for before, after in pairwise(bounds[:-1])
            ):
                self.fault(
                    place,
                    Text(
                        f"batas '{name}' tidak menurun, sehingga ada tingkat yang tak tercapai",
                        f"the cut-offs of '{name}' do not descend, so a level is never reached",
                    ),
                    Text(
                        "Satu batas tiap langkah, yang tertinggi lebih dahulu",
                        "One bound for each step, the highest first",
                    ),
                )

    def reading(self, place: Place, reading: Reading) -> None:
        for relabel in reading.relabel:
            if self.known(place, "input", relabel.attribute, self.inputs):
                said = {*relabel.map, *filter(None, relabel.map.values())}
                self.values(place, relabel.attribute, sorted(said))
        for source, target in reading.merge.items():
            if self.known(place, "entry", source, self.rated):
                own = self.words.entries[source][0].entries
                self.known(place, "entry", target, [e.id for e in own])
        if reading.potential_as is not None:
            self.known(place, "value", reading.potential_as, self.levels)
        if reading.fill is not None:
            self.known(place, "value", reading.fill.value, {*self.levels, *_RANKS})
            if reading.fill.having is not None:
                self.known(place, "property", reading.fill.having, self.properties)
        for lower in reading.lower:
            self.known(place, "entry", lower.entry, self.rated)
            if self.known(place, "input", lower.attribute, self.inputs):
                self.values(place, lower.attribute, [lower.value])
        for name in reading.ignore:
            self.known(place, "input", name, self.inputs)
