"""Exports as KoboToolbox writes them: a profile told by its informants, a submission of each."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING, Any

import openpyxl

from kemitraan.form.xlsform import xlsform
from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.vocabulary import ACTOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kemitraan.knowledge.vocabulary import Vocabulary
    from kemitraan.scenario.model import Claim, Scenario

Row = dict[str, object]


@cache
def words() -> Vocabulary:
    """Return the words of the shipped rules."""
    return load_rulebase().vocabulary


@cache
def survey() -> dict[str, str]:
    """Return where each question of the field form stands: its name behind those of its groups."""
    sheet = openpyxl.load_workbook(io.BytesIO(xlsform(load_rulebase())))["survey"]
    paths, within = {}, []
    for kind, name, *_ in list(sheet.iter_rows(values_only=True))[1:]:
        if str(kind).startswith("begin"):
            within.append(str(name))
        elif str(kind).startswith("end"):
            within.pop()
        else:
            paths[str(name)] = "/".join((*within, str(name)))
    return paths


def exported(rows: Iterable[Mapping[str, object]], actors: Iterable[Row] = ()) -> Any:
    """Return an export of submissions; questions are named without their groups."""
    book = openpyxl.Workbook()
    _write(book.active, [{"_index": n, **row} for n, row in enumerate(rows, 1)])
    _write(book.create_sheet("actors"), list(actors))
    return book


def _write(sheet: Any, rows: list[Row]) -> None:
    heads = list(dict.fromkeys(name for row in rows for name in row))
    sheet.append([survey().get(name, name) for name in heads])
    for row in rows:
        sheet.append([row.get(name) for name in heads])


def told_by_informants(scenario: Scenario) -> Any:
    """Return the export in which each informant told what the profile says of them."""
    informants: dict[object, list[Claim]] = {}
    for claim in scenario.claims:
        beside = (claim.source, claim.basis, claim.by, claim.on, claim.note, claim.potential)
        groups = informants.setdefault(beside, [])
        groups.append(claim)
    names = {actor.id: actor.name for actor in scenario.actors}
    rows: list[Row] = []
    actors: list[Row] = []
    for claims in _submissions(informants.values()):
        one, about = claims[0], scenario.about
        row: Row = {
            "sentra_name": scenario.name,
            "sentra_id": scenario.id,
            "assessed_on": scenario.assessed_on,
            "about_id": about.id if about else None,
            "about_en": about.en if about else None,
            "said_by": one.by,
            "said_basis": one.basis,
            "said_on": one.on,
            "said_source": "; ".join(s.replace(";", ";;") for s in one.source),
            "said_note": one.note,
            "said_potential": "yes" if one.potential else None,
        }
        parties: dict[str, Row] = {}
        for claim in claims:
            into = row
            if words().attributes[claim.attribute].of == ACTOR:
                party = {"_parent_index": len(rows) + 1, "actor_code": claim.subject,
                         "actor_name": names[claim.subject]}  # fmt: skip
                into = parties.setdefault(claim.subject, party)
            _answer(into, claim)
        rows.append(row)
        actors += parties.values()
    return exported(rows, actors)


def _submissions(informants: Iterable[list[Claim]]) -> Iterable[list[Claim]]:
    """Yield what can be said at once: of one thing not two values, where it has only one."""
    attributes = words().attributes
    for claims in informants:
        waiting = claims
        while waiting:
            now: list[Claim] = []
            later: list[Claim] = []
            said = set()
            for claim in waiting:
                again = claim.slot in said and not attributes[claim.attribute].many
                (later if again else now).append(claim)
                said.add(claim.slot)
            yield now
            waiting = later


def _answer(row: Row, claim: Claim) -> None:
    key = claim.subject if words().shorthand(claim.subject) == claim.attribute else claim.attribute
    if claim.since:
        row[f"{key}_since"] = claim.since
    elif claim.value is None:
        row[f"{key}_figure"] = claim.figure
    elif key in row:
        row[key] = f"{row[key]} {claim.value}"
    else:
        row[key] = claim.words or claim.value
