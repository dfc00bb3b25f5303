"""YAML as plain data that remembers its lines. Every file of the product is read here.

A document is read into dicts, lists, strings and None. Scalars stay text (`yes` is the word
"yes", `007` keeps its zeros); what a scalar means is decided where its meaning is known. Tags,
anchors, aliases, duplicate keys, several documents and excessive depth are refused, so that a
file says what a reader sees in it and a hostile one costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from kemitraan.faults import NOTHING, Fault, Place
from kemitraan.filekind import foreign, table
from kemitraan.refused import missing, reason
from kemitraan.regular import open_regular
from kemitraan.resources import rules_folder, scenarios_folder
from kemitraan.text import Text
from kemitraan.yamlfaults import MOST, Trouble, trouble, without

if TYPE_CHECKING:
    from pathlib import Path

# The C parser comes with the wheels of every platform; the pure one gives the same events.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_BYTES = 4_000_000
MAX_DEPTH = 40
_NULLS = {"", "~", "null", "Null", "NULL"}

KeyPath = tuple[str | int, ...]
"""Where a part stands in its document: keys and indices."""

# The lines of a node: a scalar is its line; a mapping or list holds those of its parts too.
Lines = Any


@dataclass(frozen=True)
class Document:
    """One YAML file: its data, and the line on which each part of it was written."""

    file: str
    data: Any
    lines: Lines
    unread: frozenset[int] = frozenset()
    """Lines with a fault of YAML: what was written there is not known, nor what is lacking."""

    def place(self, *path: str | int) -> Place:
        """Return where the part at `path` (keys and indices) stands, or its nearest parent."""
        node, line = self.lines, _line(self.lines)
        for step in path:
            parts = node[1] if isinstance(node, list) else None
            try:
                found = parts[step]  # type: ignore[index]  # absent parts end the walk below
            except (KeyError, IndexError, TypeError):
                break
            line, node = found if isinstance(parts, dict) else (_line(found), found)
        return Place(self.file, line)

    def below(self, key: str) -> Document:
        """Return what stands below a key of the top as a document of its own."""
        return Document(self.file, self.data[key], self.lines[1][key][1])


def _line(node: Lines) -> int:
    return int(node[0] if isinstance(node, list) else node)


def shown(path: Path) -> str:
    """Return a path as a person would write it: relative to the working folder if below it.

    What comes along is named alike wherever it is installed.
    """
    for folder in (scenarios_folder(), rules_folder()):
        if path.is_relative_to(folder):
            return path.relative_to(folder.parent).as_posix()
    try:
        return path.resolve().relative_to(path.cwd()).as_posix()
    except (ValueError, OSError, RuntimeError):  # elsewhere; no such folder; links in a circle
        return path.as_posix()


def read_bytes(path: Path, faults: list[Fault], name: str | None = None) -> bytes | None:
    """Return what a regular file of no more than `MAX_BYTES` holds, or None with a fault."""
    try:
        with open_regular(path) as file:
            raw = file.read(MAX_BYTES + 1)
        if len(raw) <= MAX_BYTES:
            return raw
        faults.append(too_large(Place(name or shown(path))))
        return None
    except FileNotFoundError:
        what = Text("berkas tidak ada", "there is no such file")
        fix = missing(path)
    except IsADirectoryError:
        what = Text("ini folder, bukan berkas", "this is a folder, no file")
        fix = Text("Sebut satu berkas di dalamnya", "Name a file in it")
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        what = Text("berkas tidak dapat dibaca ({why})", "the file cannot be read ({why})")
        what = what.format(why=reason(error))
        fix = Text("Sebut satu berkas yang boleh dibaca", "Name one file that may be read")
    faults.append(Fault(Place(name or shown(path)), what, fix=fix))
    return None


def too_large(place: Place) -> Fault:
    """Return the fault of a file of more than `MAX_BYTES`."""
    what = Text("berkas terlalu besar", "the file is too large")
    fix = Text(f"Batasnya {MAX_BYTES} byte", f"The limit is {MAX_BYTES} bytes")
    return Fault(place, what, fix=fix)


def read_yaml(path: Path, faults: list[Fault], *, on: bool = False) -> Document | None:
    """Read one YAML file; the rest as for `parse_yaml`."""
    raw = read_bytes(path, faults)
    return None if raw is None else parse_bytes(raw, shown(path), faults, on=on)


def parse_bytes(raw: bytes, file: str, faults: list[Fault], *, on: bool = False) -> Document | None:
    """Read YAML as it stands in a file; the rest as for `parse_yaml`."""
    if (found := foreign(raw)) is not None:
        faults.append(Fault(Place(file), found[0], fix=found[1]))
        return None
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        what = Text("berkas bukan teks UTF-8", "the file is not UTF-8 text")
        fix = Text(
            "Simpan ulang dengan pengodean UTF-8 (di Notepad: Simpan Sebagai, UTF-8)",
            "Save it again in UTF-8 encoding (Notepad: Save As, UTF-8)",
        )
        faults.append(Fault(Place(file, line), what, fix=fix))
        return None
    if (found := table(text)) is not None:
        faults.append(Fault(Place(file), found[0], fix=found[1]))
        return None
    return parse_yaml(text, file, faults, on=on)


def parse_yaml(text: str, file: str, faults: list[Fault], *, on: bool = False) -> Document | None:
    """Read YAML text. Faults are appended; None where no usable data remains.

    With `on`, reading goes on after a fault of YAML, so that all are told at once.
    """
    lines, unread = text.split("\n"), set[int]()
    for _ in range(MOST if on else 1):
        found: list[Fault] = []
        builder = _Builder(file, found)
        try:
            for event in yaml.parse("\n".join(lines), _Loader):
                builder.take(event)
        except yaml.MarkedYAMLError as error:
            wrong = trouble(error, lines)
            mended, lost = without(lines, wrong)
            faults.append(_of_yaml(file, wrong, lost if on else set()))
            if on and mended != lines:
                lines, unread = mended, unread | lost
                continue
        except (yaml.YAMLError, RecursionError):
            builder.fault(
                0,
                Text("berkas berisi karakter yang tidak sah",
                     "the file holds characters that are not allowed"),
                Text("Hapus karakter itu, atau tulis ulang barisnya",
                     "Remove them, or write the line anew"),
            )  # fmt: skip
        except _TooDeep:
            pass
        else:
            return _whole(builder, faults, frozenset(unread))
        faults.extend(found)
        return None
    rest = Text("selebihnya tidak diperiksa", "the rest was not looked at")
    fix = Text("Perbaiki dahulu yang di atas", "Put right first what stands above")
    if on:
        faults.append(Fault(Place(file), rest, fix=fix))
    return None


def _of_yaml(file: str, wrong: Trouble, lost: set[int]) -> Fault:
    """Return a fault of YAML, with the lines that are not read because of it."""
    why = NOTHING
    if len(lost) > 1:
        span = f"{min(lost)}–{max(lost)}"
        why = Text(f"Baris {span} belum diperiksa", f"Lines {span} were not looked at")
    return Fault(Place(file, wrong.line + 1), wrong.what, why, wrong.fix)


def _whole(builder: _Builder, faults: list[Fault], unread: frozenset[int]) -> Document | None:
    """Return what was built, with its faults appended; None where there is nothing."""
    if not unread and (builder.root is None or builder.root[0] is None):
        builder.fault(
            0,
            Text("berkas kosong", "the file is empty"),
            Text("Isi berkas itu atau hapus", "Fill it in, or delete it"),
        )
    faults.extend(builder.faults)
    if builder.root is None or builder.root[0] is None:
        return None
    return Document(builder.file, *builder.root, unread)


class _TooDeep(Exception):  # noqa: N818  # ends the reading, is no error of its own
    """The nesting passed `MAX_DEPTH`: the fault is recorded, the rest is not read."""


class _Builder:
    """Builds data and lines from parser events, collecting faults on the way."""

    def __init__(self, file: str, faults: list[Fault]) -> None:
        self.file = file
        self.faults = faults
        self.root: tuple[Any, Lines] | None = None
        self._documents = 0
        # Open containers: (data, lines, pending key and its line)
        self._stack: list[tuple[Any, Lines, list[Any]]] = []

    def fault(self, line: int, what: Text, fix: Text) -> None:
        self.faults.append(Fault(Place(self.file, line + 1), what, fix=fix))

    def take(self, event: Any) -> None:
        line = event.start_mark.line
        if isinstance(event, yaml.ScalarEvent):
            self._plain(event)
            value = None if not event.style and event.value in _NULLS else event.value
            self._add(value, line + 1, line)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._plain(event)
            data: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            parts: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            lines = [line + 1, parts]
            self._add(data, lines, line)
            self._stack.append((data, parts, []))
            if len(self._stack) > MAX_DEPTH:
                self.fault(
                    line,
                    Text("susunan terlalu dalam", "nested too deeply"),
                    Text("Ratakan susunannya", "Flatten it"),
                )
                raise _TooDeep
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            self.fault(
                line,
                Text("alias YAML (*nama) tidak diterima", "YAML aliases (*name) are not accepted"),
                Text("Tulis isinya sekali lagi di sini", "Write out what it stands for here"),
            )
            self._add(None, line + 1, line)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents == 2:
                self.fault(
                    line,
                    Text("dokumen kedua dalam satu berkas", "a second document in one file"),
                    Text("Satu berkas, satu dokumen", "Keep one document in a file"),
                )

    def _plain(self, event: Any) -> None:
        if event.tag or event.anchor:
            self.fault(
                event.start_mark.line,
                Text(
                    "tag (!) dan jangkar (&) YAML tidak diterima",
                    "YAML tags (!) and anchors (&) are not accepted",
                ),
                Text("Tulis nilainya saja", "Write the plain value"),
            )

    def _add(self, value: Any, lines: Lines, line: int) -> None:
        if not self._stack:
            if self.root is None:
                self.root = (value, lines)
            return
        data, parts, pending = self._stack[-1]
        if isinstance(data, list):
            data.append(value)
            parts.append(lines)
        elif not pending:
            if not isinstance(value, str):
                self.fault(
                    line,
                    Text("nama kunci harus satu kata", "a key must be a word"),
                    Text("Tulis `kunci: nilai`", "Write `key: value`"),
                )
                value = f"?{line}"
            if value in data:
                first = parts[value][0]
                self.fault(
                    line,
                    Text(
                        f"kunci '{value}' sudah dipakai di baris {first}",
                        f"the key '{value}' was already given in line {first}",
                    ),
                    Text("Hapus atau gabungkan salah satunya", "Delete one or merge the two"),
                )
                value = None  # the second of a pair is read and dropped
            pending.extend((value, line + 1))
        else:
            key, key_line = pending
            pending.clear()
            if key is not None:
                data[key] = value
                parts[key] = (key_line, lines)
