"""From the entries of a rule file to rules: every term resolved, every fault with its line."""

from __future__ import annotations

from math import comb
from typing import TYPE_CHECKING, Any

from kemitraan.knowledge.language import (
    IT,
    Absent,
    AtLeast,
    Conclusion,
    Condition,
    Holds,
    Rule,
    Some,
)
from kemitraan.knowledge.names import NAME_ONE, ONE_VALUE
from kemitraan.knowledge.terms import COMPARISON, TermReader
from kemitraan.knowledge.vocabulary import SENTRA
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kemitraan.faults import Fault
    from kemitraan.knowledge.files import RuleEntry
    from kemitraan.knowledge.vocabulary import Attribute, Vocabulary
    from kemitraan.yamltree import Document, KeyPath

MOST_CHOICES = 1000
"""How many choices of n among its conditions an `at_least` may have: each becomes a clause."""
NESTING = {"not", "some", "at_least"}
"""The keys of conditions that are made of others."""
_INSIDE = Text("'{key}' tidak boleh di dalam {outer}", "'{key}' must not stand inside {outer}")


def parse_rule(
    entry: RuleEntry, index: int, document: Document, vocabulary: Vocabulary, faults: list[Fault]
) -> Rule | None:
    """Return the rule of one entry, or None with every fault in it appended."""
    before = len(faults)
    parser = ConditionReader(entry.id, entry.each, (index,), document, vocabulary, faults)
    parser.known_each()
    conditions = parser.conditions(entry.if_, ("if",))
    conclusions = parser.conclusions(entry.then, ("then",))
    if len(faults) > before:
        return None
    return Rule(
        id=entry.id,
        title=entry.title,
        layer=entry.layer,
        each=entry.each,
        conditions=conditions,
        conclusions=tuple(conclusions),
        because=entry.because,
        source=entry.source,
        place=document.place(index),
    )


class ConditionReader(TermReader):
    """Reads the conditions and conclusions of one rule."""

    # Conditions

    def conditions(
        self, data: Any, path: KeyPath, inside: str | None = None
    ) -> tuple[Condition, ...]:
        """Read a mapping of conditions, all of which must hold."""
        if not isinstance(data, dict) or not data:
            self.fault(
                path,
                Text("syarat harus pasangan `atribut: nilai`", "conditions are `attribute: value`"),
                Text("Tulis sedikitnya satu syarat", "Write at least one condition"),
            )
            return ()
        found: list[Condition] = []
        for key, value in data.items():
            here = (*path, key)
            if key == "at_least":
                found.extend(self.at_least(value, here))
            elif key == "some":
                found.extend(self.some(value, here))
            elif key == "not":
                found.extend(self.absent(value, here, inside))
            else:
                found.extend(self.holds(key, value, here))
        return tuple(found)

    def at_least(self, data: Any, path: KeyPath) -> list[Condition]:
        """Read how many of which conditions must hold."""
        shape = Text(
            "Tulis at_least: {of: [{…}, {…}], n: 2}", "Write at_least: {of: [{…}, {…}], n: 2}"
        )
        if not isinstance(data, dict) or set(data) != {"of", "n"}:
            self.fault(path, Text("at_least salah bentuk", "at_least has the wrong form"), shape)
            return []
        of, n = data["of"], data["n"]
        if not isinstance(of, list) or not of:
            self.fault((*path, "of"), Text("'of' bukan daftar", "'of' is no list"), shape)
            return []
        if n not in [str(count) for count in range(1, len(of) + 1)]:
            self.fault(
                (*path, "n"),
                Text(f"'n' harus 1 sampai {len(of)}", f"'n' must be 1 to {len(of)}"),
                shape,
            )
            return []
        if comb(len(of), int(n)) > MOST_CHOICES:
            self.fault(
                path,
                Text(
                    f"{n} dari {len(of)} syarat: lebih dari {MOST_CHOICES} pilihan",
                    f"{n} of {len(of)} conditions: more than {MOST_CHOICES} choices",
                ),
                Text(
                    "Simpulkan dulu atribut turunan dari sebagian syarat, lalu hitung atribut itu",
                    "Conclude derived attributes from some of the conditions first and count those",
                ),
            )
            return []
        parts: list[Condition] = []
        for position, item in enumerate(of):
            here = (*path, "of", position)
            if not isinstance(item, dict) or len(item) != 1 or "at_least" in item:
                self.fault(
                    here,
                    Text(
                        "setiap butir at_least adalah satu syarat",
                        "each item of at_least is one condition",
                    ),
                    Text("Pisahkan menjadi butir tersendiri", "Make each an item of its own"),
                )
                continue
            if "not" in item:
                self.fault(
                    here,
                    Text("'not' tidak boleh di dalam at_least", "'not' must not be in at_least"),
                    Text(
                        "Simpulkan dulu atribut turunan, lalu hitung atribut itu",
                        "Conclude a derived attribute first and count that",
                    ),
                )
                continue
            parts.extend(self.conditions(item, here, inside="at_least"))
        return [AtLeast(int(n), tuple(parts))]

    def some(self, data: Any, path: KeyPath) -> list[Condition]:
        """Read what must hold of some other subject."""
        if not isinstance(data, dict) or len(data) != 1:
            self.fault(
                path,
                Text("'some' salah bentuk", "'some' has the wrong form"),
                Text("Tulis some: {actor: {…}}", "Write some: {actor: {…}}"),
            )
            return []
        ((kind, inner),) = data.items()
        here = (*path, kind)
        if kind not in self.vocabulary.kinds or kind == SENTRA:
            self.unknown(here, "jenis subjek", "kind of subject", kind, self.vocabulary.kinds)
            return []
        if not isinstance(inner, dict) or not inner:
            self.fault(
                here,
                Text("'some' tanpa syarat", "'some' without a condition"),
                Text("Tulis some: {actor: {atribut: nilai}}", "Write some: {actor: {attr: value}}"),
            )
            return []
        parts: list[Holds] = []
        for key, value in inner.items():
            if key in NESTING or "." in key:
                fix = Text(
                    "Di dalam 'some' hanya atribut dari subjek itu",
                    "Inside 'some' stand only attributes of that subject",
                )
                self.fault((*here, key), _INSIDE.format(key=key, outer="some"), fix)
                continue
            parts.extend(self.holds(key, value, (*here, key), subject=IT, kind=kind))
        return [Some(kind, tuple(parts))]

    def absent(self, data: Any, path: KeyPath, inside: str | None) -> list[Condition]:
        """Read what nothing must conclude: one condition, or a list of such."""
        items = data if isinstance(data, list) else [data]
        found: list[Condition] = []
        for position, item in enumerate(items):
            here = (*path, position) if isinstance(data, list) else path
            if inside or not isinstance(item, dict) or len(item) != 1:
                self.fault(
                    here,
                    Text("'not' menyangkal satu syarat saja", "'not' denies one condition"),
                    Text(
                        "Untuk beberapa, tulis daftar: not: [{a: x}, {b: y}] (tak satu pun benar)",
                        "For several write a list: not: [{a: x}, {b: y}] (none of them holds)",
                    ),
                )
                continue
            ((key, value),) = item.items()
            if key in NESTING:
                fix = Text(
                    "Simpulkan dulu atribut turunan, lalu sangkal atribut itu",
                    "Conclude a derived attribute first and deny that",
                )
                self.fault((*here, key), _INSIDE.format(key=key, outer="not"), fix)
                continue
            for condition in self.holds(key, value, (*here, key)):
                found.extend(self.denied(condition, key, (*here, key)))
        return found

    def denied(self, condition: Holds, key: str, path: KeyPath) -> list[Absent]:
        """Return that a condition does not hold; none, with a fault, where that is not known."""
        if self.vocabulary.attributes[condition.attribute].role == "derived":
            return [Absent(condition)]
        self.fault(
            path,
            Text(
                f"'not' atas '{key}', yang bukan atribut turunan",
                f"'not' on '{key}', which is not a derived attribute",
            ),
            Text(
                "Yang tidak diketahui bukan tidak benar: sebut nilai yang dimaksud",
                "Unknown is not false: name the values you mean instead",
            ),
        )
        return []

    # Conclusions

    def conclusions(self, data: Mapping[str, Sequence[str]], path: KeyPath) -> list[Conclusion]:
        """Read what is concluded: values by the attribute they are concluded of."""
        found: list[Conclusion] = []
        for key, values in data.items():
            term = self.concluded(key, (*path, key))
            if term is not None:
                found.extend(self.conclusion(*term, values, (*path, key)))
        return found

    def concluded(self, key: str, path: KeyPath) -> tuple[Attribute, str] | None:
        """Resolve what can be concluded; None, with a fault, where it cannot."""
        term = self.term(key, path, None, None)
        if term is not None and term[0].role != "derived":
            self.fault(
                path,
                Text(
                    f"'{key}' tidak boleh disimpulkan: bukan atribut turunan",
                    f"'{key}' must not be concluded: it is not a derived attribute",
                ),
                Text("Simpulkan atribut turunan", "Conclude a derived attribute"),
            )
            return None
        return term

    def conclusion(
        self, attribute: Attribute, subject: str, values: Sequence[str], path: KeyPath
    ) -> list[Conclusion]:
        """Read the values that are concluded of one attribute of one subject."""
        if len(values) > 1 and not attribute.many:
            self.fault(path, ONE_VALUE.format(key=attribute.id), NAME_ONE)
        found: list[Conclusion] = []
        for item in values:
            if COMPARISON.match(item):
                self.fault(
                    path,
                    Text("kesimpulan bukan perbandingan", "a conclusion is no comparison"),
                    Text("Sebut nilainya", "Name the value"),
                )
                continue
            resolved = self.value(attribute, item, path)
            found.extend(Conclusion(attribute.id, subject, value) for value in resolved)
        return found
