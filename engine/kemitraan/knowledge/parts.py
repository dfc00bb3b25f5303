"""From the documents of a rule folder to its parts: vocabulary, assumptions, sources, rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kemitraan.faults import Fault, Place, id_taken
from kemitraan.knowledge.entries import parse_entry, read_entries, rule_ids
from kemitraan.knowledge.files import (
    AcceptedFile,
    AssumptionsFile,
    ContradictionsFile,
    GuardsFile,
    IncompatibleFile,
    PracticeFile,
    RetiredFile,
    ShownFile,
    StatementsFile,
    TableEntry,
    VocabularyFile,
)
from kemitraan.knowledge.incompatible import check_incompatible
from kemitraan.knowledge.references import check_terms
from kemitraan.knowledge.rulebase import RuleBase
from kemitraan.knowledge.shown import Shown, listed_twice
from kemitraan.knowledge.sources import StudyFile
from kemitraan.knowledge.vocabulary import Vocabulary, with_inverses
from kemitraan.shape import Model, fit
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kemitraan.knowledge.accepted import Accepted
    from kemitraan.knowledge.assumptions import Assumption
    from kemitraan.knowledge.files import RuleEntry
    from kemitraan.knowledge.incompatible import Incompatible
    from kemitraan.knowledge.language import Layer, Rule, Table
    from kemitraan.knowledge.retired import Retired
    from kemitraan.knowledge.shown import ShownAttribute
    from kemitraan.yamltree import Document, KeyPath

    Entries = Sequence[tuple[int, RuleEntry | TableEntry]]

# What rules speak of. A fault of form in here would make every rule look wrong: those faults are
# told first, and the rules are held against their terms once they are gone.
_GROUND = ("vocabulary/", "assumptions/", "sources/", "guards.yaml")


_LANGUAGES = {"id", "en"}
_IN_BOTH = Text("Tulis teks dalam kedua bahasa", "Write the text in both languages")


def assemble(
    documents: Mapping[str, Document],
    folder: str,
    faults: list[Fault],
    digest: str,
    layers: tuple[Layer, ...],
) -> RuleBase | None:
    """Return the knowledge base of the documents (by path inside `folder`), appending faults.

    None where the terms or the sources have such faults that rules cannot be judged.
    """
    return _Loader(documents, folder, faults).load(digest, layers)


class _Loader:
    """Holds every document against its shape, then puts the parts together."""

    def __init__(self, documents: Mapping[str, Document], folder: str, faults: list[Fault]) -> None:
        self.documents = documents
        self.folder = folder
        self.faults = faults
        self.places: dict[str, Place] = {}

    def load(self, digest: str, layers: tuple[Layer, ...]) -> RuleBase | None:
        terms = self.below("vocabulary", VocabularyFile)
        choices = self.below("assumptions", AssumptionsFile)
        statements = self.single(StatementsFile, "sources/statements.yaml")
        practice = self.single(PracticeFile, "sources/practice.yaml")
        study = self.single(StudyFile, "sources/study.yaml")
        guards = self.single(GuardsFile, "guards.yaml")
        listed = self.rule_files()
        for document in self.documents.values():
            self.faults.extend(_empty_texts(document, document.data, ()))
        if statements is None or practice is None or study is None or guards is None:
            return None
        if any(
            fault.place.file.removeprefix(self.folder + "/").startswith(_GROUND)
            for fault in self.faults
        ):
            return None
        assumptions = self.assumptions(choices)
        vocabulary = self.vocabulary(terms, assumptions)
        before = len(self.faults)
        check_terms(vocabulary, self.places, self.faults)
        if len(self.faults) > before:
            return None
        rules, tables = self.rules(listed, vocabulary)
        apart = self.optional(ContradictionsFile, "contradictions.yaml")
        contradictions, _ = self.rules([(d, [*enumerate(f.root)]) for d, f in apart], vocabulary)
        at = self.documents
        self.note_all((s.id for s in statements.root), at["sources/statements.yaml"])
        self.note_all((s.id for s in practice.root), at["sources/practice.yaml"])
        self.note_all((f"case {c.id}" for c in study.cases), at["sources/study.yaml"], "cases")
        self.note_all((g.id for g in guards.guards), at["guards.yaml"], "guards")
        return RuleBase(
            vocabulary=vocabulary,
            assumptions={a.name: a for a in assumptions},
            statements={s.id: s for s in statements.root},
            practice={s.id: s for s in practice.root},
            study=study,
            guards=guards.guards,
            all_rules=rules,
            tables=tables,
            retired=self.retired(),
            incompatible=self.incompatible(vocabulary),
            places=self.places,
            digest=digest,
            layers=layers,
            contradictions=contradictions,
            accepted=self.accepted(),
            shown=self.shown(),
        )

    # Form

    def below(self, folder: str, model: type[Model]) -> list[tuple[Document, Model]]:
        """Return the sound files below a folder with their documents."""
        found = [
            (document, fit(model, document, self.faults))
            for name, document in self.documents.items()
            if name.startswith(folder + "/")
        ]
        return [(document, file) for document, file in found if file is not None]

    def single(self, model: type[Model], name: str) -> Model | None:
        """Return a file that every rule folder has, or None with its faults."""
        document = self.documents.get(name)
        if document is not None:
            return fit(model, document, self.faults)
        place = Place(f"{self.folder}/{name}")
        # A file that is there but is no YAML has its faults already.
        if not any(fault.place.file == place.file for fault in self.faults):
            what = Text("berkas aturan ini tidak ada", "this rule file is missing")
            fix = Text("Taruh lagi berkas itu", "Restore the file")
            self.faults.append(Fault(place, what, fix=fix))
        return None

    def optional(self, model: type[Model], name: str) -> list[tuple[Document, Model]]:
        """Return a file that a rule folder may have, with its document."""
        document = self.documents.get(name)
        file = None if document is None else fit(model, document, self.faults)
        return [] if document is None or file is None else [(document, file)]

    def rule_files(self) -> list[tuple[Document, Entries]]:
        """Return the sound entries of every rule file: those in any other folder."""
        return [
            (document, read_entries(document, self.faults))
            for name, document in self.documents.items()
            if "/" in name and not name.startswith(_GROUND)
        ]

    def note(self, identifier: str, place: Place) -> None:
        """Remember where an id was declared; a second declaration is a fault."""
        first = self.places.setdefault(identifier, place)
        if first is not place:
            fix = Text("Beri id lain; id itu tetap", "Use another id; ids are permanent")
            self.faults.append(id_taken(place, identifier, first, fix))

    def note_all(self, names: Iterable[str], document: Document, *path: str | int) -> None:
        """Remember where the items of a list were declared, each under its name."""
        for index, name in enumerate(names):
            self.note(name, document.place(*path, index))

    # Parts

    def accepted(self) -> tuple[Accepted, ...]:
        found: list[Accepted] = []
        for document, file in self.optional(AcceptedFile, "accepted.yaml"):
            self.note_all((f"accepted {a.finding} {a.about}" for a in file.root), document)
            found.extend(file.root)
        return tuple(found)

    def retired(self) -> dict[str, Retired]:
        found: dict[str, Retired] = {}
        for document, file in self.optional(RetiredFile, "retired.yaml"):
            for index, one in enumerate(file.root):
                self.note_all(one.ids, document, index, "ids")
                found.update(dict.fromkeys(one.ids, one))
        return found

    def incompatible(self, vocabulary: Vocabulary) -> tuple[Incompatible, ...]:
        found: list[tuple[Incompatible, Place]] = []
        for document, file in self.optional(IncompatibleFile, "incompatible.yaml"):
            found.extend((one, document.place(index)) for index, one in enumerate(file.root))
        check_incompatible(found, vocabulary, self.faults)
        return tuple(one for one, _ in found)

    def shown(self) -> Shown:
        found: list[ShownAttribute] = []
        for document, file in self.optional(ShownFile, "shown.yaml"):
            for index, one in enumerate(file.root):
                place = document.place(index)
                first = self.places.setdefault(f"shown {one.attribute}", place)
                if first is not place:
                    self.faults.append(listed_twice(one, place, first))
                found.append(one)
        return Shown(tuple(found))

    def assumptions(self, files: list[tuple[Document, AssumptionsFile]]) -> list[Assumption]:
        found: list[Assumption] = []
        for document, file in files:
            self.note_all((a.id for a in file.assumptions), document, "assumptions")
            for index, one in enumerate(file.assumptions):
                names = (f"{one.id} {alternative.id}" for alternative in one.alternatives)
                self.note_all(names, document, "assumptions", index, "alternatives")
            found.extend(file.assumptions)
        return sorted(found, key=lambda a: a.id)

    def vocabulary(
        self, files: list[tuple[Document, VocabularyFile]], assumptions: list[Assumption]
    ) -> Vocabulary:
        parts: dict[str, dict[str, Any]] = {part: {} for part in VocabularyFile.model_fields}
        for document, file in files:
            for part, items in parts.items():
                listed = getattr(file, part)
                self.note_all((f"{part[:-1]} {item.id}" for item in listed), document, part)
                items.update({item.id: item for item in listed})
            for index, kind in enumerate(file.kinds):
                self.note_all((e.id for e in kind.entries), document, "kinds", index, "entries")
        for assumption in assumptions:
            scale, attribute = assumption.as_terms()
            place = self.places[assumption.id]
            self.note(f"scale {scale.id}", place)
            self.note(f"attribute {attribute.id}", place)
            parts["scales"][scale.id] = scale
            parts["attributes"][attribute.id] = attribute
        parts["kinds"] = with_inverses(parts["kinds"], parts["attributes"])
        return Vocabulary(**parts)

    def rules(
        self, files: Sequence[tuple[Document, Entries]], vocabulary: Vocabulary
    ) -> tuple[tuple[Rule, ...], tuple[Table, ...]]:
        rules: list[Rule] = []
        tables: list[Table] = []
        for document, entries in files:
            for index, entry in entries:
                if isinstance(entry, TableEntry):
                    self.note(f"table {entry.table}", document.place(index))
                for identifier, path in rule_ids(entry):
                    self.note(identifier, document.place(index, *path))
                found, table = parse_entry(entry, index, document, vocabulary, self.faults)
                rules.extend(found)
                tables += [table] if table else []
        return tuple(sorted(rules, key=lambda r: r.id)), tuple(sorted(tables, key=lambda t: t.id))


def _empty_texts(document: Document, data: object, path: KeyPath) -> Iterator[Fault]:
    """Yield a fault for each text that is there in name only, at any depth."""
    parts: Iterable[tuple[str | int, object]]
    if isinstance(data, dict):
        parts = data.items()
        if data.keys() == _LANGUAGES:
            for language, text in data.items():
                if isinstance(text, str) and not text.strip():
                    what = Text(f"teks '{language}' kosong", f"the text '{language}' is empty")
                    yield Fault(document.place(*path, language), what, fix=_IN_BOTH)
    elif isinstance(data, list):
        parts = enumerate(data)
    else:
        return
    for step, part in parts:
        if isinstance(part, (dict, list)):
            yield from _empty_texts(document, part, (*path, step))
