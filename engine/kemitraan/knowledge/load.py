"""Loads a knowledge base: from the kept copy if nothing changed, from its files otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.faults import Fault, InputError, Place
from kemitraan.knowledge.compile import Unstratified
from kemitraan.knowledge.language import holds_in
from kemitraan.knowledge.rulebase import RuleBase
from kemitraan.knowledge.store import contents, digest_of, keep, kept, key_of
from kemitraan.resources import rules_folder
from kemitraan.text import Text
from kemitraan.yamltree import read_yaml, shown

if TYPE_CHECKING:
    from pathlib import Path

    from kemitraan.knowledge.language import Layer


def load_rulebase(
    folder: Path | None = None, *, layers: tuple[Layer, ...] = ("paper", "practice")
) -> RuleBase:
    """Load the knowledge base of `folder` (the shipped one, if None).

    Raises:
        InputError: with every fault of every file.
    """
    folder = folder or rules_folder()
    files = contents(folder)
    # Places name files as seen from the working folder, so that is part of what is kept.
    key = key_of(files, shown(folder), *layers)
    base = kept(key)
    if isinstance(base, RuleBase):
        return base
    faults: list[Fault] = []
    base = read_rulebase(folder, faults, layers)
    if base is None or faults:
        raise InputError(faults)
    keep(key, base)
    return base


def read_rulebase(
    folder: Path, faults: list[Fault], layers: tuple[Layer, ...] = ("paper", "practice")
) -> RuleBase | None:
    """Read the knowledge base of `folder`, appending faults; None where no base can be built."""
    # Imported here: where a loaded base was kept, nothing has to be read.
    from kemitraan.knowledge.parts import assemble, without_collector
    from kemitraan.knowledge.references import check_references

    with without_collector():
        files = contents(folder)
        if not files:
            faults.append(
                Fault(
                    Place(shown(folder)),
                    Text("tidak ada berkas aturan di sini", "there are no rule files here"),
                    fix=Text("Sebut folder yang berisi *.yaml", "Name a folder with *.yaml"),
                )
            )
            return None
        documents = {
            name: document
            for name in files
            if (document := read_yaml(folder / name, faults, f"{shown(folder)}/{name}"))
        }
        base = assemble(documents, shown(folder), faults, digest_of(files), layers)
        if base is None:
            return None
        check_references(base, faults)
        return base if stratified(base, faults) else None


def stratified(base: RuleBase, faults: list[Fault]) -> bool:
    """Compile the rules; a circle through an absence is a fault, at the rule that denies."""
    try:
        _ = base.clauses
    except Unstratified as error:
        cycle = [attribute for attribute in error.cycle if "#" not in attribute]
        names = " → ".join(cycle)
        places = sorted(
            rule.place
            for rule in base.rules
            if any(c.attribute == error.cycle[0] for c in rule.conclusions)
            and any(h.attribute == error.cycle[1] for h, no in holds_in(rule.conditions) if no)
        )
        faults.append(
            Fault(
                places[0] if places else Place(""),
                Text(
                    f"atribut bergantung pada penyangkalannya sendiri: {names}",
                    f"attributes depend on their own absence: {names}",
                ),
                fix=Text("Hapus satu 'not' di lingkaran ini", "Remove one 'not' from this circle"),
            )
        )
        return False
    return True
