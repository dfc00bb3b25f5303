"""Reads an export of the field form, as KoboToolbox and ODK write it in Excel with XML values.

One submission is what one informant said. Those of one sentra are merged: each answer is a claim
with who said it, when and from what, and claims that differ stand beside each other.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kemitraan.faults import Fault, Place
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA, fold
from kemitraan.scenario import field
from kemitraan.scenario.cells import date_of
from kemitraan.scenario.claims import statable
from kemitraan.scenario.model import KIND
from kemitraan.scenario.sheets import at
from kemitraan.scenario.workbook import SheetReader, Workbook, slug
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute
    from kemitraan.scenario.sheets import Cell, Sheet

_INDEX, _PARENT, _UUID = "_index", "_parent_index", "_uuid"
_CHOSEN = "1"
# What the telephone and the server add.
_SYSTEM = {"start", "end", "today", "deviceid", "username", "phonenumber", "email", "audit",
           "uuid", "instanceID", "instanceName"}  # fmt: skip
_LABELS = Text(
    "ekspor ini memuat label, bukan nama pertanyaan",
    "this export holds labels, not the names of questions",
)
_AGAIN = Text(
    "Ekspor ulang sebagai XLSX dengan “XML values and headers”",
    "Export it again as XLSX with “XML values and headers”",
)
_NO_COLUMN = Text("kolom '{name}' tidak dikenal", "the column '{name}' is unknown")
_DELETE = Text(
    "Hapus kolomnya bila bukan dari formulir ini", "Delete the column if it is not of this form"
)
_NO_NAME = Text("nama sentra belum diisi", "the name of the sentra is not filled in")
_FILL = Text("Isi kolom sentra_name", "Fill in the column sentra_name")

Told = dict[str, "Cell"]
"""The cells of a row that hold something, by the name of the question, in their order."""


def is_export(sheets: Sequence[Sheet]) -> bool:
    """Tell whether a workbook is an export: its first row holds what a server adds."""
    return any(_UUID in _heads(sheet).values() or _PARENT in _heads(sheet).values()
               or "sentra_name" in _heads(sheet).values() for sheet in sheets)  # fmt: skip


def merged(
    sheets: Sequence[Sheet], file: str, base: RuleBase, faults: list[Fault]
) -> list[Workbook]:
    """Return the profile of each sentra, in the order in which they are first spoken of."""
    main = next((sheet for sheet in sheets if "sentra_name" in _heads(sheet).values()), None)
    if main is None:
        faults.append(Fault(Place(file), _LABELS, fix=_AGAIN))
        return []
    actors: dict[str, list[tuple[str, Told]]] = {}
    for sheet in sheets:
        if _PARENT in _heads(sheet).values():
            for told in _rows(sheet, base, file, faults):
                if _PARENT in told:
                    actors.setdefault(told[_PARENT].text, []).append((sheet.title, told))
    found: dict[str, _Merger] = {}
    for number, told in enumerate(_rows(main, base, file, faults), 1):
        name = told.get("sentra_name")
        if name is None:
            place = at(Place(file), main.title, next(iter(told.values())).at)
            faults.append(Fault(place, _NO_NAME, fix=_FILL))
            continue
        own = told.get("sentra_id")
        key = own.text.strip() if own else slug(name.text).replace("_", "-")
        index = told[_INDEX].text if _INDEX in told else str(number)
        merger = found.setdefault(fold(key), _Merger(key, file, base, faults))
        merger.add(main.title, told, actors.get(index, []))
    return [one.document() for one in found.values()]


def _heads(sheet: Sheet) -> dict[int, str]:
    """Return the name of the question in each column; groups stand before it."""
    first = sheet.rows[0] if sheet.rows else ()
    return {n: cell.text.rpartition("/")[2] for n, cell in enumerate(first) if cell}


def _rows(sheet: Sheet, base: RuleBase, file: str, faults: list[Fault]) -> Iterator[Told]:
    """Yield the rows of a sheet; what has columns for single answers alone, as one of them all."""
    known = _known(base)
    options = _options(sheet, base)
    heads = {n: name for n, name in _heads(sheet).items() if n not in options}
    apart = {n: one for n, one in options.items() if one[0] not in heads.values()}
    refused = set()
    for row in sheet.rows[1:]:
        told: Told = {}
        for number, name in heads.items():
            cell = row[number]
            if cell is None:
                continue
            if name in known or name.startswith("_"):
                told[name] = cell
            elif name not in refused:
                refused.add(name)
                place = at(Place(file), sheet.title, cell.at)
                faults.append(Fault(place, _NO_COLUMN.format(name=name), fix=_DELETE))
        for number, (name, answer) in apart.items():
            cell = row[number]
            if cell is not None and cell.text == _CHOSEN:
                before = told.get(name)
                told[name] = replace(cell, text=f"{before.text} {answer}" if before else answer)
        if told:
            yield told


def _known(base: RuleBase) -> set[str]:
    keys = {key for of in (SENTRA, ACTOR) for key in statable(base.vocabulary, of).values()}
    figures = {f"{key}{end}" for key in keys for end in (field.FIGURE, field.SINCE)}
    more = {field.FROM_STUDY, field.ACTOR_NAME, field.ACTOR_CODE, *field.HEAD, *field.BESIDE}
    return keys | figures | more | _SYSTEM


def _options(sheet: Sheet, base: RuleBase) -> dict[int, tuple[str, str]]:
    """Return the columns of single answers (`licences/nib`): of which question, which answer."""
    words, found = base.vocabulary, {}
    for number, cell in enumerate(sheet.rows[0]):
        *_, name, answer = ("", *cell.text.split("/")) if cell else ("", "")
        attribute = words.attributes.get(words.shorthand(name) or name)
        if attribute and attribute.many and answer in words.values_of(attribute.id):
            found[number] = name, answer
    return found


class _Merger:
    """Merges the submissions on one sentra."""

    def __init__(self, key: str, file: str, base: RuleBase, faults: list[Fault]) -> None:
        self.reader = SheetReader(file, base, faults)
        self.words = base.vocabulary
        self.data = self.reader.data
        self.data["id"] = key
        self.submissions = 0
        self.head = {"id"}
        self.inputs = {of: {*statable(self.words, of).values()} for of in (SENTRA, ACTOR)}

    def document(self) -> Workbook:
        """Return what all submissions say."""
        head = {key: self.data[key] for key in ("id", "name", "about", "assessed_on")
                if key in self.data}  # fmt: skip
        data = head | {key: self.data[key] for key in ("sentra", "actors")}
        return Workbook(
            self.reader.file, data, 0, cells=self.reader.cells, submissions=self.submissions
        )

    def add(self, title: str, told: Told, actors: Sequence[tuple[str, Told]]) -> None:
        """Add one submission, with what it tells of actors on a sheet of their own."""
        self.submissions += 1
        self.reader.title = title
        for name, key in field.HEAD.items():
            # What was said first stands.
            if name in told and key not in self.head:
                self.head.add(key)
                self.reader.about(key, told[name])
        beside = self.beside(told)
        for key in dict.fromkeys(_question(name) for name in told):
            if key in self.inputs[SENTRA]:
                self.say(("sentra", key), key, SENTRA, told, beside)
        taken: set[str] = set()
        for sheet, row in actors:
            self.reader.title = sheet
            self.actor(row, beside, taken)

    def beside(self, told: Told) -> dict[str, Any]:
        """Return what stands beside each claim of a submission, as a profile has it."""
        found: dict[str, Any] = {}
        for name, key in field.BESIDE.items():
            if name in told:
                found[key] = self.reader.remark(key, told[name].text)
        if "by" not in found and field.ACCOUNT in told:
            found["by"] = told[field.ACCOUNT].text
        if "on" not in found and field.STARTED in told:
            found["on"] = date_of(told[field.STARTED].text[:10])
        if found.get("potential") == "no":
            del found["potential"]
        order = ("source", "basis", "by", "on", "note", "potential")
        return {key: found[key] for key in order if key in found}

    def actor(self, told: Told, beside: Mapping[str, Any], taken: set[str]) -> None:
        """Add what a submission tells of one party; `taken` are those it told of before."""
        kind, name, code = (told.get(key) for key in (KIND, field.ACTOR_NAME, field.ACTOR_CODE))
        if not (kind or name or code):
            return
        if code:
            owner = code.text.strip()
        else:
            stem = slug(name.text) if name else kind.text if kind else ""
            owner, number = stem, 2
            while owner in taken or (owner in self.words.entries and (name or not kind)):
                owner, number = f"{stem}_{number}", number + 1
        taken.add(owner)
        about = self.data["actors"].setdefault(owner, {})
        place = self.reader.place(next(iter(told.values())))
        self.reader.cells.setdefault(("actors", owner), place)
        if name and "name" not in about:
            about["name"] = name.text
            self.reader.cells["actors", owner, "name"] = self.reader.place(name)
        for key in dict.fromkeys(_question(one) for one in told):
            if key == KIND and kind and any(c["value"] == kind.text for c in about.get(KIND, ())):
                continue  # of what kind a party is may be said again
            if key in self.inputs[ACTOR]:
                self.say(("actors", owner, key), key, ACTOR, told, beside)

    def say(
        self, path: tuple[str, ...], key: str, of: str, told: Told, beside: Mapping[str, Any]
    ) -> None:
        """Add the claims of one answer."""
        attribute = self.reader.attribute(key, of)
        section: Any = self.data
        for step in path[:-1]:
            section = section.setdefault(step, {})
        listed = section.setdefault(path[-1], [])
        for cell, content in _contents(key, attribute, told):
            place = self.reader.place(cell)
            self.reader.cells.setdefault(path, place)
            self.reader.cells[*path, len(listed)] = place
            listed.append({**content, **beside})


def _question(name: str) -> str:
    """Return the key of the question that a column answers, as a level or a figure."""
    return name.removesuffix(field.FIGURE).removesuffix(field.SINCE)


def _contents(
    key: str, attribute: Attribute | None, told: Told
) -> Iterator[tuple[Cell, dict[str, Any]]]:
    """Yield what one answer says, each with its cell."""
    if key in told:
        cell = told[key]
        many = attribute is not None and attribute.many
        for value in cell.text.split() if many else [cell.text]:
            yield cell, {"value": value}
    if since := told.get(f"{key}{field.SINCE}"):
        yield since, {"since": since.text}
    if figure := told.get(f"{key}{field.FIGURE}"):
        rule = attribute.figure if attribute else None
        low = (
            rule is not None and rule.doubtful is not None and _at_most(figure.text, rule.doubtful)
        )
        yield figure, {"value": f"{figure.text}%"} if low else {"figure": figure.text}


def _at_most(text: str, most: float) -> bool:
    try:
        return float(text) <= most
    except ValueError:
        return False
