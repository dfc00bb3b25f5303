"""The terms of a rule: which attribute of which subject, and which of its values."""

from __future__ import annotations

import operator
import re
from typing import TYPE_CHECKING, Any

from kemitraan.faults import Fault, unknown
from kemitraan.knowledge.language import THIS, Holds
from kemitraan.knowledge.vocabulary import SENTRA, Attribute, Vocabulary, fold
from kemitraan.text import Text

if TYPE_CHECKING:
    from kemitraan.yamltree import Document, KeyPath

COMPARISON = re.compile(r"^(>=|<=|>|<)\s*(\S.*)$")
_COMPARE = {">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt}
_EXPRESSION = re.compile(r"[=+*/()&|!]|\b(?:and|or|dan|atau)\b")
_DECLARE = Text("Nyatakan dahulu di rules/vocabulary", "Declare it in rules/vocabulary first")


class TermReader:
    """Reads one rule; `path` is where in it the part at hand stands.

    `name` names the rule in faults, `each` is the kind that `this` ranges over, `at` is where the
    rule stands in its document.
    """

    def __init__(
        self,
        name: str,
        each: str | None,
        at: KeyPath,
        document: Document,
        vocabulary: Vocabulary,
        faults: list[Fault],
    ) -> None:
        self.name = name
        self.each = each
        self.at = at
        self.document = document
        self.vocabulary = vocabulary
        self.faults = faults

    def known_each(self) -> bool:
        """Tell whether the kind that `this` ranges over is known; a fault if not."""
        kinds = self.vocabulary.kinds
        if self.each is None or self.each in kinds:
            return True
        self.unknown(("each",), "jenis subjek", "kind of subject", self.each, kinds)
        return False

    def fault(self, path: KeyPath, what: Text, fix: Text) -> None:
        """Append a fault of this rule."""
        place = self.document.place(*self.at, *path)
        named = Text(f"{self.name}: {what.id}", f"{self.name}: {what.en}")
        self.faults.append(Fault(place, named, fix=fix))

    def unknown(self, path: KeyPath, sort_id: str, sort_en: str, word: str, known: Any) -> None:
        """Append the fault of an unknown word, with the nearest known one."""
        sort = Text(sort_id, sort_en)
        place = self.document.place(*self.at, *path)
        fault = unknown(place, sort, word, known, _DECLARE, self.faults)
        self.fault(path, fault.what, fault.fix)

    def holds(
        self,
        key: str,
        value: Any,
        path: KeyPath,
        subject: str | None = None,
        kind: str | None = None,
    ) -> list[Holds]:
        """Return the condition that an attribute has one of these values; none where faulty."""
        found = self.term(key, path, subject, kind)
        if found is None:
            return []
        attribute, on = found
        values = self.values(attribute, value, path)
        return [Holds(attribute.id, on, values)] if values else []

    # Terms and values

    def term(
        self, key: str, path: KeyPath, subject: str | None, kind: str | None
    ) -> tuple[Attribute, str] | None:
        """Resolve `attribute`, `this.attribute`, `entry.attribute` or a bare `entry`."""
        vocabulary = self.vocabulary
        if _EXPRESSION.search(key):
            self.fault(
                path,
                Text(f"'{key}' adalah ungkapan", f"'{key}' is an expression"),
                Text(
                    "Tulis setiap syarat sebagai `atribut: nilai`; untuk 'atau' pakai daftar nilai "
                    "atau at_least",
                    "Write each condition as `attribute: value`; for 'or' use a list of values or "
                    "at_least",
                ),
            )
            return None
        head, dot, tail = key.partition(".")
        if dot:
            name = tail
            if head == THIS:
                if self.each is None:
                    self.fault(
                        path,
                        Text("'this' tanpa 'each'", "'this' without 'each'"),
                        Text("Tambahkan each: <jenis subjek>", "Add each: <kind of subject>"),
                    )
                    return None
                subject, kind = THIS, self.each
            elif head in vocabulary.entries:
                subject, kind = head, vocabulary.entries[head][0].id
            else:
                self.unknown(path, "subjek", "subject", head, [THIS, *vocabulary.entries])
                return None
        elif subject is None and key in vocabulary.entries:
            owner = vocabulary.entries[key][0]
            if owner.shorthand is None:
                self.fault(
                    path,
                    Text(f"'{key}' butuh atribut", f"'{key}' needs an attribute"),
                    Text(f"Tulis {key}.<atribut>", f"Write {key}.<attribute>"),
                )
                return None
            subject, kind, name = key, owner.id, owner.shorthand
        else:
            name = key
            subject, kind = subject or SENTRA, kind or SENTRA
        attribute = vocabulary.attributes.get(name)
        if attribute is None or attribute.of != kind:
            known = [a.id for a in vocabulary.attributes.values() if a.of == kind]
            if subject == SENTRA:
                known += [e for e, (k, _) in vocabulary.entries.items() if k.shorthand]
            self.unknown(path, f"atribut {kind}", f"attribute of {kind}", name, known)
            return None
        return attribute, subject

    def values(self, attribute: Attribute, data: Any, path: KeyPath) -> tuple[str, ...]:
        """Resolve a value, a list of values or an ordinal comparison to value ids."""
        items = data if isinstance(data, list) else [data]
        if not items:
            # A condition that allows nothing never holds; dropped, its rule would always fire.
            self.fault(
                path,
                Text("daftar nilai kosong", "the list of values is empty"),
                Text("Sebut sedikitnya satu nilai", "Name at least one value"),
            )
        found: list[str] = []
        for item in items:
            if not isinstance(item, str):
                self.fault(
                    path,
                    Text("nilai harus satu kata", "a value must be a word"),
                    Text("Tulis nilai dari skalanya", "Write a value of its scale"),
                )
                continue
            found.extend(self.value(attribute, item, path))
        if THIS in found and len(set(found)) > 1:
            self.fault(
                path,
                Text("'this' berdiri sendiri", "'this' stands alone"),
                Text("Pisahkan menjadi dua aturan", "Make it two rules"),
            )
        return tuple(dict.fromkeys(found))

    def value(self, attribute: Attribute, word: str, path: KeyPath) -> list[str]:
        """Resolve one word: a value, `this`, or an ordinal comparison."""
        if word == THIS:
            if self.each == attribute.scale:
                return [THIS]
            self.fault(
                path,
                Text(
                    f"'this' bukan nilai dari '{attribute.id}'",
                    f"'this' is no value of '{attribute.id}'",
                ),
                Text(
                    f"'{attribute.id}' menerima {attribute.scale}; tulis each: {attribute.scale}",
                    f"'{attribute.id}' takes a {attribute.scale}; write each: {attribute.scale}",
                ),
            )
            return []
        order = self.vocabulary.value_order.get(attribute.scale)
        if matched := COMPARISON.match(word):
            sign, bound = matched.groups()
            if order is None:
                self.fault(
                    path,
                    Text(
                        f"skala '{attribute.scale}' tidak berurutan",
                        f"the scale '{attribute.scale}' has no order",
                    ),
                    Text("Sebut nilainya satu per satu", "List the values"),
                )
                return []
            if bound in order:
                allowed = [v for v, rank in order.items() if _COMPARE[sign](rank, order[bound])]
                if not allowed:
                    self.fault(
                        path,
                        Text(
                            f"tidak ada nilai yang '{word}'", f"there is no value that is '{word}'"
                        ),
                        Text(f"Pilih dari: {', '.join(order)}", f"Choose from: {', '.join(order)}"),
                    )
                return allowed
            word = bound
        words = self.vocabulary.words_for(attribute.id)
        known = words.get(fold(word))
        if known is None:
            self.unknown(
                path, f"nilai {attribute.id}", f"value of {attribute.id}", word, set(words.values())
            )
            return []
        return [known]
