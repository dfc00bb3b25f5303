"""Loads a knowledge base: from the kept copy if nothing changed, from its files otherwise."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from kemitraan.faults import Fault, InputError, Place
from kemitraan.knowledge.compile import Unstratified, clauses_of, compile_rules
from kemitraan.knowledge.language import Layer
from kemitraan.knowledge.store import digest_of, keep, kept, key_of
from kemitraan.resources import rules_folder
from kemitraan.text import Text
from kemitraan.yamltree import parse_bytes, read_bytes, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kemitraan.knowledge.rulebase import RuleBase


def load_rulebase(
    folder: str | Path | None = None, *, layers: tuple[Layer, ...] = ("paper", "practice")
) -> RuleBase:
    """Load the knowledge base of `folder` (the shipped one, if None).

    Raises:
        InputError: with every fault of every file.
    """
    folder = Path(folder) if folder else rules_folder()
    known = get_args(Layer)
    if not set(layers) <= set(known):
        what = Text(f"lapisan tidak dikenal: {layers}", f"unknown layers: {layers}")
        fix = Text(f"Pilih dari: {', '.join(known)}", f"Choose among {', '.join(known)}")
        raise InputError([Fault(Place("layers"), what, fix=fix)])
    faults: list[Fault] = []
    files = _files(folder, faults)
    # Places name files as seen from the working folder, so that is part of what is kept.
    key = key_of(files, shown(folder), *layers)
    base = None if faults else kept(key)
    if base is not None:
        return base
    base = _read(files, folder, faults, layers)
    if base is None or faults:
        raise InputError(faults)
    keep(key, base)
    return base


def read_rulebase(
    folder: Path, faults: list[Fault], layers: tuple[Layer, ...] = ("paper", "practice")
) -> RuleBase | None:
    """Read the knowledge base of `folder`, appending faults; None where no base can be built."""
    return _read(_files(folder, faults), folder, faults, layers)


def _files(folder: Path, faults: list[Fault]) -> dict[str, bytes]:
    """Return the bytes of every `*.yaml` below a folder by its path inside (POSIX), sorted.

    A file that cannot be read is a fault.
    """
    found: dict[str, bytes] = {}
    paths: list[Path] = []
    with suppress(OSError, ValueError):
        paths.extend(folder.rglob("*.yaml"))
    for name, path in sorted((path.relative_to(folder).as_posix(), path) for path in paths):
        content = read_bytes(path, faults, f"{shown(folder)}/{name}")
        if content is not None:
            # Line ends differ between checkouts on Windows and elsewhere; the content does not.
            found[name] = content.replace(b"\r\n", b"\n")
    if not paths:
        what = Text("tidak ada berkas aturan di sini", "there are no rule files here")
        fix = Text("Sebut folder yang berisi *.yaml", "Name a folder with *.yaml")
        faults.append(Fault(Place(shown(folder)), what, fix=fix))
    return found


def _read(
    files: Mapping[str, bytes], folder: Path, faults: list[Fault], layers: tuple[Layer, ...]
) -> RuleBase | None:
    # Imported here: where a loaded base was kept, nothing has to be read.
    from kemitraan.knowledge.parts import assemble
    from kemitraan.knowledge.references import check_references

    if not files:
        return None
    documents = {
        name: document
        for name, content in files.items()
        if (document := parse_bytes(content, f"{shown(folder)}/{name}", faults))
    }
    base = assemble(documents, shown(folder), faults, digest_of(files), layers)
    if base is None:
        return None
    check_references(base, faults)
    return base if stratified(base, faults) else None


def stratified(base: RuleBase, faults: list[Fault]) -> bool:
    """Compile the rules; a circle through an absence is a fault, at the rule that denies.

    A layer that is switched off counts as well: what could be concluded is asked of it too.
    """
    try:
        _ = base.clauses
        if len(base.rules) < len(base.all_rules):
            compile_rules(base.all_rules)
    except Unstratified as error:
        cycle = [attribute for attribute in error.cycle if "#" not in attribute]
        names = " → ".join(cycle)
        places = sorted(
            rule.place
            for rule in base.all_rules
            for clause in clauses_of(rule)
            if any(head.attribute == error.cycle[0] for head in clause.heads)
            and any(denied.attribute == error.cycle[1] for denied in clause.negative)
        )
        what = Text(
            f"atribut bergantung pada penyangkalannya sendiri: {names}",
            f"attributes depend on their own absence: {names}",
        )
        fix = Text("Hapus satu 'not' di lingkaran ini", "Remove one 'not' from this circle")
        faults.append(Fault(places[0] if places else Place(""), what, fix=fix))
        return False
    return True
