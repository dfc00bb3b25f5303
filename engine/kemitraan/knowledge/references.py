"""Holds the parts of a knowledge base against each other: what one names, another declares."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kemitraan.knowledge.compile import clauses_of
from kemitraan.knowledge.language import THIS
from kemitraan.knowledge.names import NAME_ONE, ONE_VALUE, Names
from kemitraan.knowledge.readings import check_readings
from kemitraan.knowledge.shown import check_shown
from kemitraan.knowledge.slots import SLOT
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kemitraan.faults import Fault, Place
    from kemitraan.knowledge.guards import Guard
    from kemitraan.knowledge.language import Rule
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute, Entry, Kind, Vocabulary

_FIGURE = re.compile(r"\d")
_AMOUNT = re.compile(
    r"(?:\bRp|\bIDR|\bUSD|\$)\s*\d|\d[\d.,]*\s*(?:%|persen\b|per ?cent\b|rupiah\b|IDR\b)",
    re.IGNORECASE,
)
_NOT_ADVERSE = Text(
    "'{name}' bukan masukan, tetapi menyebut 'adverse'", "'{name}' is no input, yet it is 'adverse'"
)
_NO_INVERSE = Text(
    "'{name}' bukan kebalikan dari sifat yang disebut 'inverse_of'",
    "'{name}' is no inverse of the property that 'inverse_of' names",
)
_NAME_PROPERTY = Text(
    "Sebut sifat yang 'of' dan 'scale'-nya tertukar",
    "Name a property whose 'of' and 'scale' are these the other way round",
)
_DROP_ADVERSE = Text("Hapus 'adverse'", "Delete 'adverse'")


def check_terms(vocabulary: Vocabulary, places: Mapping[str, Place], faults: list[Fault]) -> None:
    """Append a fault for each scale, kind, variable or shorthand that is not declared."""
    names = Names(vocabulary, faults)
    scales = {*vocabulary.scales, *vocabulary.kinds}
    for attribute in vocabulary.attributes.values():
        place = places[f"attribute {attribute.id}"]
        names.known(place, "scale", attribute.scale, scales)
        names.known(place, "kind", attribute.of, vocabulary.kinds)
        if attribute.variable is not None:
            names.known(place, "variable", attribute.variable, vocabulary.variables)
    for kind in vocabulary.kinds.values():
        place = places[f"kind {kind.id}"]
        if kind.shorthand is not None:
            own = [a.id for a in vocabulary.attributes.values() if a.of == kind.id]
            names.known(place, "attribute", kind.shorthand, own)
        for entry in kind.entries:
            if entry.variable is not None:
                names.known(places[entry.id], "variable", entry.variable, vocabulary.variables)


def check_references(base: RuleBase, faults: list[Fault]) -> None:
    """Append a fault for each name that means nothing, and for each rule out of its layer."""
    _References(base, faults).check()


class _References(Names):
    def __init__(self, base: RuleBase, faults: list[Fault]) -> None:
        super().__init__(base.vocabulary, faults)
        self.base = base
        self.ids = {a.id for a in base.assumptions.values()}
        self.sources = {*base.statements, *base.practice, *self.ids}
        self.derived = {a.id for a in self.words.attributes.values() if a.role == "derived"}
        self.properties: dict[str, list[str]] = {kind: [] for kind in self.words.kinds}
        for attribute in self.words.attributes.values():
            if attribute.role == "property":
                self.properties[attribute.of].append(attribute.id)

    def check(self) -> None:
        base, words = self.base, self.words
        for attribute in words.attributes.values():
            if attribute.role != "assumption":
                self.attribute(attribute)
        for variable in words.variables.values():
            self.cited(base.places[f"variable {variable.id}"], variable.source)
        asked = set(words.inputs(SENTRA).values())
        for question in words.questions:
            self.known(base.places[f"question {question}"], "input", question, asked)
        for kind in words.kinds.values():
            texts = [*kind.texts]
            texts += [t for g in base.guards for t in g.required_texts.get(kind.id, ())]
            for entry in kind.entries:
                self.entry(kind, entry, tuple(dict.fromkeys(texts)))
        for assumption in base.assumptions.values():
            self.cited(base.places[assumption.id], assumption.source)
        check_readings(base.assumptions.values(), words, base.places, self.faults)
        for case in base.study.cases:
            self.cited(base.places[f"case {case.id}"], case.source)
        for guard in base.guards:
            self.guard(guard)
        check_shown(base, self.faults)
        for identifier, retired in base.retired.items():
            for successor in retired.by:
                self.known(base.places[identifier], "rule", successor, base.rule)
        for rule in base.all_rules:
            self.rule(rule)
        self.layers()

    def cited(self, place: Place, sources: Iterable[str]) -> None:
        for source in sources:
            self.known(place, "source", source, self.sources)

    # Terms

    def attribute(self, attribute: Attribute) -> None:
        place = self.base.places[f"attribute {attribute.id}"]
        self.cited(place, attribute.source)
        if attribute.adverse and attribute.role != "input":
            self.fault(place, _NOT_ADVERSE.format(name=attribute.id), _DROP_ADVERSE)
        self.values(place, attribute.id, attribute.adverse)
        self.inverse(place, attribute)
        figure = attribute.figure
        if figure is None or not self.known(place, "assumption", figure.cutoffs, self.ids):
            return
        assumption = next(a for a in self.base.assumptions.values() if a.id == figure.cutoffs)
        if not any(attribute.id in a.cutoffs for a in assumption.alternatives):
            self.fault(
                place,
                Text(
                    f"{figure.cutoffs} tidak memuat batas untuk '{attribute.id}'",
                    f"{figure.cutoffs} holds no cut-offs for '{attribute.id}'",
                ),
                Text("Tambahkan 'cutoffs' pada alternatifnya", "Add 'cutoffs' to its alternatives"),
            )

    def inverse(self, place: Place, attribute: Attribute) -> None:
        """Refuse an inverse of anything but a property that leads here from where it leads."""
        if attribute.inverse_of is None:
            return
        back = self.words.attributes.get(attribute.inverse_of)
        ends = (attribute.scale, attribute.of)
        if back is None or back.role != "property" or (back.of, back.scale) != ends:
            self.fault(place, _NO_INVERSE.format(name=attribute.id), _NAME_PROPERTY)

    def entry(self, kind: Kind, entry: Entry, texts: tuple[str, ...]) -> None:
        place = self.base.places[entry.id]
        self.cited(place, entry.source)
        for text in texts:
            if text not in entry.texts:
                self.fault(
                    place,
                    Text(f"'{entry.id}' tanpa teks '{text}'", f"'{entry.id}' lacks text '{text}'"),
                    Text(f"Tambahkan texts: {text}", f"Add texts: {text}"),
                )
        for said in entry.texts.values():
            self.filled(place, said)
        for name, values in entry.facts.items():
            if self.known(place, "property", name, self.properties[kind.id]):
                self.values(place, name, values)
                if len(values) > 1 and not self.words.attributes[name].many:
                    self.fault(place, ONE_VALUE.format(key=name), NAME_ONE)
        namesake = self.words.attributes.get(entry.id)
        if namesake is not None and namesake.of == SENTRA:
            self.fault(
                place,
                Text(f"'{entry.id}' juga atribut sentra", f"'{entry.id}' is also an attribute"),
                Text("Beri nama lain", "Use another name"),
                Text("Dalam aturan keduanya tidak terbedakan", "Rules could not tell them apart"),
            )

    def filled(self, place: Place, text: Text) -> None:
        """Hold that whatever fills a text is an attribute of the sentra with such texts."""
        with_texts = {
            name: set(self.words.kinds[attribute.scale].texts)
            for name, attribute in self.words.attributes.items()
            if attribute.of == SENTRA and attribute.scale in self.words.kinds
        }
        for said in (text.id, text.en):
            for slot in SLOT.finditer(said):
                if self.known(place, "attribute", slot["attribute"], with_texts):
                    self.known(place, "text", slot["text"], with_texts[slot["attribute"]])

    # Guards

    def guard(self, guard: Guard) -> None:
        place = self.base.places[guard.id]
        self.cited(place, guard.source)
        for name, values in guard.on.items():
            if self.known(place, "derived", name, self.derived):
                self.values(place, name, values)
        for name in guard.distinct:
            self.known(place, "derived", name, self.derived)
        for name in guard.beyond:
            self.known(place, "variable", name, self.words.variables)
        concepts = {v.concept for v in self.words.variables.values()}
        for group in guard.concepts:
            for name in group:
                self.known(place, "concept", name, concepts)
        for kind, texts in guard.required_texts.items():
            if self.known(place, "kind", kind, self.words.kinds):
                for text in texts:
                    self.known(place, "text", text, self.words.kinds[kind].texts)
        if guard.no_amounts:
            self.amounts(guard)

    def amounts(self, guard: Guard) -> None:
        """Refuse money and percentages in whatever a rule can put into a recommendation."""
        said = [(r.place, t) for r in self.base.all_rules for t in (r.title, r.because)]
        concluded = [self.words.attributes[name] for name in self.derived]
        kinds = {a.scale for a in concluded} | {a.of for a in concluded}
        for kind, entry in self.words.entries.values():
            if kind.id in kinds:
                texts = (entry.label, *([entry.about] if entry.about else []))
                place = self.base.places[entry.id]
                said += [(place, t) for t in (*texts, *entry.texts.values())]
        for place, text in said:
            both = f"{text.id}\n{text.en}"
            found = _FIGURE.search(both) and _AMOUNT.search(both)
            if found:
                self.fault(
                    place,
                    Text(
                        f"'{found[0]}' adalah besaran uang atau persen",
                        f"'{found[0]}' is an amount of money or a percentage",
                    ),
                    Text("Sebut arahnya tanpa angka", "Say it without the figure"),
                    Text(f"{guard.id}: {guard.title.id}", f"{guard.id}: {guard.title.en}"),
                )

    # Rules and their layers

    def rule(self, rule: Rule) -> None:
        self.cited(rule.place, rule.source)
        practice = any(s in self.base.practice for s in rule.source)
        paper = any(s in self.base.statements for s in rule.source)
        if rule.layer == "practice" and not practice:
            self.fault(
                rule.place,
                Text(
                    f"{rule.id}: aturan praktik tanpa rujukan praktik",
                    f"{rule.id}: a practice rule without a practice reference",
                ),
                Text("Tambahkan sumber P-…", "Add a source P-…"),
            )
        if rule.layer == "paper" and (practice or not paper):
            self.fault(
                rule.place,
                Text(
                    f"{rule.id}: aturan studi bersumber pada pernyataan S-… saja",
                    f"{rule.id}: a rule of the study rests on statements S-… alone",
                ),
                Text(
                    "Sebut pernyataannya, atau tulis layer: practice",
                    "Cite its statements, or write layer: practice",
                ),
            )

    def layers(self) -> None:
        """Refuse rules of the study that need what only the practice layer concludes."""
        by_layer = {
            layer: {
                (c.attribute, c.value)
                for r in self.base.all_rules
                if r.layer == layer
                for c in r.conclusions
            }
            for layer in ("paper", "practice")
        }
        own = by_layer["paper"]
        foreign = {
            (attribute, value)
            for attribute, value in by_layer["practice"] - own
            if (attribute, THIS) not in own
        }
        touched = {attribute for attribute, _ in foreign}
        for rule in self.base.all_rules:
            if rule.layer != "paper":
                continue
            clauses = clauses_of(rule)
            for pattern in dict.fromkeys(p for c in clauses for p in (*c.positive, *c.negative)):
                name = pattern.attribute
                read = {(name, v) for v in (*pattern.values, THIS)}
                if name in touched and (pattern.variable or read & foreign):
                    self.fault(
                        rule.place,
                        Text(
                            f"{rule.id} membaca '{name}', yang hanya disimpulkan lapisan praktik",
                            f"{rule.id} reads '{name}', which only the practice layer concludes",
                        ),
                        Text("Tulis layer: practice", "Write layer: practice"),
                        Text(
                            "Hasil studi tidak boleh bergantung pada praktik",
                            "Results of the study must not depend on practice",
                        ),
                    )
