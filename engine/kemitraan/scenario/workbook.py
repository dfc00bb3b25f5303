"""Reads a form in Excel as a profile: what its sheets say, and the cell that says it.

What is said is read as if it stood in a file of YAML; only how people write in spreadsheets is
seen to here. Every fault names its cell.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kemitraan.faults import Fault, Place
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA, fold
from kemitraan.scenario.cells import date_of, figure_of
from kemitraan.scenario.claims import statable
from kemitraan.scenario.columns import HEAD, REMARKS, column_words, columns_of
from kemitraan.scenario.model import KIND
from kemitraan.scenario.sheets import Cell, Sheet, at
from kemitraan.scenario.values import is_stated
from kemitraan.text import Text
from kemitraan.yamltree import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute
    from kemitraan.yamltree import KeyPath

_SINCE = re.compile(r"(?:sejak|since|tahun|year)\s*:?\s*(\d{4}(?:-\d\d){0,2})", re.IGNORECASE)
_YEAR = re.compile(r"(?:18|19|20|21)\d\d", re.ASCII)
_PARTS = re.compile(r"\s*[;\n]\s*|\s*,\s+")
_SOURCES = re.compile(r"\s*(?<!;);(?!;)\s*|\n")
_NO_FORM = Text("tidak ada formulir di buku kerja ini", "there is no form in this workbook")
_NEW = Text(
    "Buat formulirnya: kemitraan form new FILE.xlsx", "Make the form: kemitraan form new FILE.xlsx"
)


@dataclass(frozen=True)
class Workbook(Document):
    """A profile read from a workbook: a fault stands at the cell of what it is about.

    `submissions` counts those of the field form that it was merged of; 0 where it is a form.
    """

    cells: dict[KeyPath, Place] = field(default_factory=dict)
    submissions: int = 0

    def place(self, *path: str | int) -> Place:
        """Return the cell of the part at `path` (keys and indices), or of its nearest parent."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.cells:
                return self.cells[path[:end]]
        return Place(self.file)


def form_of(
    sheets: Sequence[Sheet], file: str, base: RuleBase, faults: list[Fault]
) -> Workbook | None:
    """Return what the sheets of a form say; None, with a fault, where there is no form."""
    reader = SheetReader(file, base, faults)
    for sheet in sheets:
        reader.sheet(sheet)
    if not reader.tables:
        faults.append(Fault(Place(file), _NO_FORM, fix=_NEW))
        return None
    reader.name()
    return Workbook(file, reader.data, 0, cells=reader.cells)


class SheetReader:
    """Gathers what the sheets of one form say."""

    def __init__(self, file: str, base: RuleBase, faults: list[Fault]) -> None:
        self.file = file
        self.words = base.vocabulary
        self.faults = faults
        self.data: dict[str, Any] = {"sentra": {}, "actors": {}}
        self.cells: dict[KeyPath, Place] = {}
        self.tables = 0
        self.of = {of: statable(self.words, of) for of in (SENTRA, ACTOR)}
        self.heads = {fold(w): key for key, text in HEAD.items() for w in (key, text.id, text.en)}
        self.named: dict[str, str] = {}
        self.title = ""

    def sheet(self, sheet: Sheet) -> None:
        """Read the tables of a sheet, each below a row of headings; all else explains."""
        columns: dict[int, str] = {}
        self.title = sheet.title
        for row in sheet.rows:
            found = columns_of([cell.text if cell else "" for cell in row], self.words)
            if found is not None:
                columns = found
                self.tables += 1
                continue
            said = {columns[i]: cell for i, cell in enumerate(row) if cell and i in columns}
            self.broken(said)
            if "value" in columns.values():
                self.statement(said)
            elif columns:
                self.actor(said)

    def broken(self, said: dict[str, Cell]) -> None:
        """Append a fault for each formula without a value."""
        what = Text("rumus ini belum memberi nilai", "this formula has given no value")
        for key, cell in list(said.items()):
            if cell.broken:
                self.fault(cell, what, Text("Tulis nilainya", "Write the value"))
                del said[key]

    def fault(self, cell: Cell, what: Text, fix: Text) -> None:
        """Append a fault of a cell."""
        self.faults.append(Fault(self.place(cell), what, fix=fix))

    def place(self, cell: Cell) -> Place:
        """Return where a cell stands."""
        return at(Place(self.file), self.title, cell.at)

    def statement(self, said: dict[str, Cell]) -> None:
        """Read a row that answers one question."""
        value, asked = said.get("value"), said.get("code") or said.get("question")
        remarks = [said[key] for key in (*REMARKS, "potential") if key in said]
        remarks = [cell for cell in remarks if is_stated(cell.text)]
        if value is None:
            if remarks and asked:
                self.fault(
                    remarks[0],
                    Text("ada keterangan tanpa jawaban", "a remark without an answer"),
                    Text("Isi jawabannya, atau ? bila belum diketahui; atau hapus keterangannya",
                         "Fill in the answer, or ? where it is unknown; or delete the remark"),
                )  # fmt: skip
            return
        if not is_stated(value.text):
            return
        if asked is None:
            self.fault(
                value,
                Text(f"jawaban '{value.text}' tanpa pertanyaan",
                     f"the answer '{value.text}' has no question"),
                Text("Pilih pertanyaannya di kolom Pertanyaan",
                     "Choose its question in the column Question"),
            )  # fmt: skip
            return
        key, actor = asked.text.strip(), said.get("actor")
        if actor is None and (head := self.heads.get(fold(key))):
            self.about(head, value)
            return
        if actor is None:
            path: tuple[str, ...] = ("sentra", self.key(key, said, SENTRA))
        else:
            owner = self.named.get(fold(actor.text), actor.text.strip())
            self.cells.setdefault(("actors", owner), self.place(actor))
            path = ("actors", owner, self.key(key, said, ACTOR))
        self.cells.setdefault(path, self.place(asked))
        self.say(path, value, said)

    def key(self, word: str, said: dict[str, Cell], of: str) -> str:
        """Return the input that a row is about; the word itself where it names none."""
        found = self.of[of].get(fold(word))
        if found is None and (question := said.get("question")):
            # The question may stand behind the name.
            found = self.of[of].get(fold(question.text.split(".", 1)[0].split("\n", 1)[0]))
        return found or word

    def about(self, head: str, cell: Cell) -> None:
        """Take what is said of the profile as a whole."""
        text = date_of(cell.text) if head == "assessed_on" else cell.text
        first, _, part = head.partition(".")
        self.cells[(first, part) if part else (first,)] = self.place(cell)
        self.cells.setdefault((first,), self.place(cell))
        if part:
            self.data.setdefault(first, {})[part] = text
        else:
            self.data[first] = text

    def say(self, path: tuple[str, ...], value: Cell, said: dict[str, Cell]) -> None:
        """Add what one answer says, with the remarks beside it."""
        section: Any = self.data
        for step in path[:-1]:
            section = section.setdefault(step, {})
        listed = section.setdefault(path[-1], [])
        attribute = self.attribute(path[-1], ACTOR if path[0] == "actors" else SENTRA)
        for content in self.contents(value, attribute):
            here: KeyPath = (*path, len(listed))
            self.cells[here] = self.place(value)
            for key in (*REMARKS, "potential"):
                cell = said.get(key)
                if cell is not None and is_stated(cell.text):
                    content[key] = self.remark(key, cell.text)
                    self.cells[(*here, key)] = self.place(cell)
            listed.append(content)

    def attribute(self, key: str, of: str) -> Attribute | None:
        """Return what an input is answered by."""
        shorthand = self.words.shorthand(key) if of == SENTRA else None
        return self.words.attributes.get(shorthand or key)

    def contents(self, value: Cell, attribute: Attribute | None) -> Iterator[dict[str, Any]]:
        """Yield what an answer says of an attribute, each as a claim of its own."""
        text = value.text
        if attribute is None or self.words.takes_words(attribute.id):
            yield {"value": text}
            return
        known = self.words.words_for(attribute.id)
        if attribute.many and fold(text) not in known:
            yield from ({"value": part} for part in _PARTS.split(text.strip()) if is_stated(part))
            return
        if attribute.figure is None or fold(text) in known:
            yield {"value": text}
            return
        figure, unclear = figure_of(text)
        if unclear:
            self.fault(
                value,
                Text(f"'{text}' dapat dibaca sebagai dua angka", f"'{text}' may be two numbers"),
                Text(f"Tulis {figure.replace('.', '')} atau {figure.replace('.', ',')}",
                     f"Write {figure.replace('.', '')} or {figure.replace('.', ',')}"),
            )  # fmt: skip
            return
        if attribute.figure.since:
            since = _SINCE.fullmatch(text.strip())
            if since or _YEAR.fullmatch(figure):
                yield {"since": since[1] if since else figure}
                return
            if re.fullmatch(r"[\d.,]+", figure):
                yield {"figure": figure}
                return
        yield {"value": figure}

    def remark(self, key: str, text: str) -> Any:
        """Return what a remark says, as a profile has it."""
        if key == "source":
            parts = [part.replace(";;", ";") for part in _SOURCES.split(text) if is_stated(part)]
            return parts if len(parts) > 1 else "".join(parts)
        return date_of(text) if key == "on" else text

    def actor(self, said: dict[str, Cell]) -> None:
        """Read a row that tells of one actor; what stands beside it goes for all of it."""
        told = {key: cell for key, cell in said.items() if is_stated(cell.text)}
        if not told:
            return
        first = next(iter(told.values()))
        owner = self.named_as(told)
        self.cells[("actors", owner)] = self.place(first)
        self.data["actors"].setdefault(owner, {})
        for key, cell in told.items():
            if key == "name":
                self.data["actors"][owner][key] = cell.text
                self.cells[("actors", owner, key)] = self.place(cell)
            elif key not in column_words().values():
                beside = told if key == KIND else {k: c for k, c in told.items() if k != "note"}
                self.say(("actors", owner, key), cell, beside)

    def named_as(self, told: dict[str, Cell]) -> str:
        """Return the id of an actor: the one given, or one made of its name or kind."""
        kind, name = told.get(KIND), told.get("name")
        value = self.words.words_for(KIND).get(fold(kind.text)) if kind else None
        if code := told.get("code"):
            owner = code.text.strip()
        else:
            owner = slug(name.text) if name else value or (kind.text if kind else "actor")
            taken = Counter(fold(one) for one in self.data["actors"])
            number, stem = 2, owner
            while taken[fold(owner)] or owner == SENTRA or (owner != value and self.entry(owner)):
                owner, number = f"{stem}_{number}", number + 1
        for word in (owner, *(cell.text for cell in (name, kind) if cell)):
            self.named.setdefault(fold(word), owner)
        return owner

    def entry(self, word: str) -> bool:
        """Tell whether a word is the id of anything."""
        return word in self.words.entries

    def name(self) -> None:
        """Make the id of the profile from its name where none is given."""
        name = self.data.get("name")
        if isinstance(name, str) and not is_stated(self.data.get("id")):
            self.data["id"] = slug(name).replace("_", "-")
        if name is None:
            what = Text("nama sentra belum diisi", "the name of the sentra is not filled in")
            fix = Text("Isi di lembar pertama", "Fill it in on the first sheet")
            self.faults.append(Fault(Place(self.file), what, fix=fix))
            self.data["name"] = self.data["id"] = "sentra"


def slug(name: str) -> str:
    """Return an id made of a name."""
    return "_".join(re.findall(r"[a-z0-9]+", name.casefold())) or "sentra"
