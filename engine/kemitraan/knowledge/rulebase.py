"""The whole knowledge base, loaded and cross-checked: what every other part works with."""

from __future__ import annotations


from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kemitraan.faults import Fault, InputError, Place, did_you_mean
from kemitraan.knowledge.assumptions import Assumption, AssumptionsFile
from kemitraan.knowledge.compile import Clause, Unstratified, compile_rules
from kemitraan.knowledge.guards import Guard, GuardsFile
from kemitraan.knowledge.parse_rules import parse_rule
from kemitraan.knowledge.rules import Rule, RulesFile
from kemitraan.knowledge.sources import (
    PracticeFile,
    PracticeSource,
    Statement,
    StatementsFile,
    StudyFile,
)
from kemitraan.knowledge.vocabulary import Vocabulary, VocabularyFile
from kemitraan.resources import rules_folder
from kemitraan.shape import fit
from kemitraan.text import Text, nearest
from kemitraan.yamltree import Document, shown
from kemitraan.yamlcache import read_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kemitraan.knowledge.rules import Layer


@dataclass(frozen=True)
class RuleBase:
    """A loaded knowledge base. `digest` names its content, independent of file order."""

    vocabulary: Vocabulary
    assumptions: Mapping[str, Assumption]
    statements: Mapping[str, Statement]
    practice: Mapping[str, PracticeSource]
    study: StudyFile
    guards: tuple[Guard, ...]
    all_rules: tuple[Rule, ...]
    retired: Mapping[str, Text]
    places: Mapping[str, Place]
    digest: str
    layers: tuple[Layer, ...] = ("paper", "practice")

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Return the active rules of the layers switched on, by id."""
        return tuple(r for r in self.all_rules if r.layer in self.layers)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Return the compiled rules (see `knowledge.compile`)."""
        return compile_rules(self.rules)

    @cached_property
    def rule(self) -> Mapping[str, Rule]:
        """Return every rule by its id, of all layers."""
        return {r.id: r for r in self.all_rules}

    def assumption(self, word: str) -> Assumption | None:
        """Return the assumption of this name or id."""
        return self.assumptions.get(word) or next(
            (a for a in self.assumptions.values() if a.id.casefold() == word.casefold()), None
        )

    def gloss(self, source: str) -> Text | None:
        """Return what a source id stands for, None where it is not registered."""
        if found := self.statements.get(source):
            return found.gloss
        practice = self.practice.get(source)
        return practice.gloss if practice else None


def load_rulebase(
    folder: Path | None = None, *, layers: tuple[Layer, ...] = ("paper", "practice")
) -> RuleBase:
    """Load the knowledge base of `folder` (the shipped one, if None).

    Raises:
        InputError: with every fault of every file.
    """
    faults: list[Fault] = []
    base = read_rulebase(folder or rules_folder(), faults, layers)
    if base is None or faults:
        raise InputError(faults)
    return base


def read_rulebase(
    folder: Path, faults: list[Fault], layers: tuple[Layer, ...] = ("paper", "practice")
) -> RuleBase | None:
    """Read the knowledge base of `folder`, appending faults; None where nothing can be read."""
    documents, digest = read_folder(folder, faults)
    if not documents:
        if not faults:
            faults.append(
                Fault(
                    Place(shown(folder)),
                    Text("tidak ada berkas aturan di sini", "there are no rule files here"),
                    fix=Text("Sebut folder yang berisi *.yaml", "Name a folder with *.yaml files"),
                )
            )
        return None
    return _Loader(documents, faults).load(digest, layers)


class _Loader:
    """Builds the parts in order: vocabulary, assumptions, sources, then the rules over them."""

    def __init__(self, documents: Mapping[str, Document], faults: list[Fault]) -> None:
        self.documents = documents
        self.faults = faults
        self.places: dict[str, Place] = {}

    def load(self, digest: str, layers: tuple[Layer, ...]) -> RuleBase | None:
        assumptions = self.assumptions()
        vocabulary = self.vocabulary(assumptions)
        statements = {s.id: s for s in self.rooted(StatementsFile, "sources/statements.yaml")}
        practice = {p.id: p for p in self.rooted(PracticeFile, "sources/practice.yaml")}
        study = self.single(StudyFile, "sources/study.yaml")
        guards_file = self.single(GuardsFile, "guards.yaml")
        if study is None or guards_file is None:
            return None
        rules, retired = self.rules(vocabulary)
        base = RuleBase(
            vocabulary=vocabulary,
            assumptions={a.name: a for a in assumptions},
            statements=statements,
            practice=practice,
            study=study,
            guards=guards_file.guards,
            all_rules=rules,
            retired=retired,
            places=self.places,
            digest=digest,
            layers=layers,
        )
        self.cross_check(base)
        try:
            _ = base.clauses
        except Unstratified as error:
            names = " → ".join(error.cycle)
            culprit = next(
                (r for r in rules if any(c.attribute in error.cycle for c in r.conclusions)), None
            )
            self.faults.append(
                Fault(
                    culprit.place if culprit else Place(""),
                    Text(
                        f"atribut bergantung pada penyangkalannya sendiri: {names}",
                        f"attributes depend on their own absence: {names}",
                    ),
                    fix=Text(
                        "Hapus satu 'not' di lingkaran ini", "Remove one 'not' from this circle"
                    ),
                )
            )
            return None
        return base

    # Parts

    def below(self, folder: str) -> list[Document]:
        return [d for name, d in self.documents.items() if name.startswith(folder + "/")]

    def single(self, model: Any, name: str) -> Any:
        document = self.documents.get(name)
        if document is None:
            self.faults.append(
                Fault(
                    Place(name),
                    Text("berkas aturan ini tidak ada", "this rule file is missing"),
                    fix=Text("Kembalikan berkas itu", "Restore the file"),
                )
            )
            return None
        return fit(model, document, self.faults)

    def rooted(self, model: Any, name: str) -> Any:
        found = self.single(model, name)
        if found is None:
            return ()
        for index, item in enumerate(found.root):
            self.note(item.id, self.documents[name].place(index))
        return found.root

    def note(self, identifier: str, place: Place) -> None:
        """Remember where an id was declared; a second declaration is a fault."""
        first = self.places.setdefault(identifier, place)
        if first != place:
            self.faults.append(
                Fault(
                    place,
                    Text(
                        f"id '{identifier}' sudah dipakai di {first}",
                        f"the id '{identifier}' is already used at {first}",
                    ),
                    fix=Text("Beri id lain; id bersifat tetap", "Use another id; ids are permanent"),
                )
            )

    def assumptions(self) -> list[Assumption]:
        found: list[Assumption] = []
        for document in self.below("assumptions"):
            file = fit(AssumptionsFile, document, self.faults)
            for index, assumption in enumerate(file.assumptions if file else ()):
                place = document.place("assumptions", index)
                self.note(assumption.id, place)
                ids = [a.id for a in assumption.alternatives]
                if assumption.default not in ids:
                    self.unknown(place, "alternatif", "alternative", assumption.default, ids)
                found.append(assumption)
        return sorted(found, key=lambda a: a.id)

    def vocabulary(self, assumptions: list[Assumption]) -> Vocabulary:
        parts: dict[str, dict[str, Any]] = {
            "scales": {},
            "variables": {},
            "kinds": {},
            "attributes": {},
        }
        for document in self.below("vocabulary"):
            file = fit(VocabularyFile, document, self.faults)
            if file is None:
                continue
            for part, items in parts.items():
                for index, item in enumerate(getattr(file, part)):
                    place = document.place(part, index)
                    self.note(f"{part[:-1]} {item.id}", place)
                    items[item.id] = item
                    for nth, entry in enumerate(getattr(item, "entries", ())):
                        self.note(entry.id, document.place(part, index, "entries", nth))
        for assumption in assumptions:
            scale, attribute = assumption.as_terms()
            self.note(f"scale {scale.id}", self.places[assumption.id])
            self.note(f"attribute {attribute.id}", self.places[assumption.id])
            parts["scales"][scale.id] = scale
            parts["attributes"][attribute.id] = attribute
        return Vocabulary(**parts)

    def rules(self, vocabulary: Vocabulary) -> tuple[tuple[Rule, ...], dict[str, Text]]:
        rules: list[Rule] = []
        retired: dict[str, Text] = {}
        other = ("vocabulary/", "assumptions/", "sources/")
        for name, document in self.documents.items():
            if name.startswith(other) or "/" not in name:
                continue
            file = fit(RulesFile, document, self.faults)
            for index, entry in enumerate(file.root if file else ()):
                self.note(entry.id, document.place(index))
                if entry.status == "retired":
                    retired[entry.id] = entry.title
                    continue
                rule = parse_rule(entry, index, document, vocabulary, self.faults)
                if rule:
                    rules.append(rule)
        return tuple(sorted(rules, key=lambda r: r.id)), retired

    # References between the parts

    def cross_check(self, base: RuleBase) -> None:
        words = base.vocabulary
        scales = {*words.scales, *words.kinds}
        for attribute in words.attributes.values():
            place = self.places[f"attribute {attribute.id}"]
            self.known(place, "skala", "scale", attribute.scale, scales)
            self.known(place, "jenis subjek", "kind", attribute.of, words.kinds)
            if attribute.variable is not None:
                self.known(place, "variabel", "variable", attribute.variable, words.variables)
            if attribute.figure is not None:
                ids = {a.id for a in base.assumptions.values()}
                self.known(place, "asumsi", "assumption", attribute.figure.cutoffs, ids)
            self.cited(place, attribute.source, base)
        for kind in words.kinds.values():
            for entry in kind.entries:
                self.entry(kind.id, entry, base)
        for part in (words.variables, base.assumptions):
            for item in part.values():
                self.cited(self.places[getattr(item, "name", "") and item.id or
                                       f"variable {item.id}"], item.source, base)
        for guard in base.guards:
            self.cited(Place("guards.yaml"), guard.source, base)
        for rule in base.all_rules:
            self.cited(rule.place, rule.source, base)

    def entry(self, kind: str, entry: Any, base: RuleBase) -> None:
        words, place = base.vocabulary, self.places[entry.id]
        self.cited(place, entry.source, base)
        missing = [t for t in words.kinds[kind].texts if t not in entry.texts]
        missing += [
            t
            for guard in base.guards
            for t in guard.required_texts.get(kind, ())
            if t not in entry.texts
        ]
        for text in dict.fromkeys(missing):
            self.faults.append(
                Fault(
                    place,
                    Text(f"'{entry.id}' tanpa teks '{text}'", f"'{entry.id}' lacks text '{text}'"),
                    fix=Text(f"Tambahkan texts: {text}", f"Add texts: {text}"),
                )
            )
        for name, values in entry.facts.items():
            attribute = words.attributes.get(name)
            own = [a.id for a in words.attributes.values() if a.of == kind and a.role == "property"]
            if attribute is None or name not in own:
                self.unknown(place, "sifat", "property", name, own)
                continue
            for value in values:
                self.known(place, "nilai", "value", value, words.values_of(name))

    def known(self, place: Place, sort_id: str, sort_en: str, word: str, known: Any) -> None:
        if word not in known:
            self.unknown(place, sort_id, sort_en, word, known)

    def unknown(self, place: Place, sort_id: str, sort_en: str, word: str, known: Any) -> None:
        near = did_you_mean(nearest(word, known))
        self.faults.append(
            Fault(
                place,
                Text(f"{sort_id} '{word}' tidak dikenal", f"the {sort_en} '{word}' is unknown"),
                fix=near if near.id else Text("Nyatakan dahulu", "Declare it first"),
            )
        )

    def cited(self, place: Place, sources: tuple[str, ...], base: RuleBase) -> None:
        known = {*base.statements, *base.practice, *(a.id for a in base.assumptions.values())}
        for source in sources:
            self.known(place, "sumber", "source", source, known)


