"""What is asked of a rule base under all profiles; each question yields what it finds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import partial
from itertools import combinations, groupby
from os.path import commonpath
from typing import TYPE_CHECKING

from kemitraan.analysis.check.finding import DeepFinding, witness_of
from kemitraan.analysis.check.solver import Undecided
from kemitraan.analysis.check.witness import without
from kemitraan.faults import Place
from kemitraan.recommendation.view import in_words
from kemitraan.text import Text, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from kemitraan.analysis.check.witness import Finder
    from kemitraan.case import Case
    from kemitraan.fact import Fact
    from kemitraan.knowledge.language import Rule
    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.logic.literals import Literal

_GIVEN_UP = Text(
    "Pencarian berhenti sebelum tuntas; ini belum temuan",
    "The search was given up before it was settled; this is no finding yet",
)
_NEVER = Text(
    "Tidak ada profil yang memenuhi semua syaratnya, apa pun asumsinya",
    "No profile meets all its conditions, whatever is assumed",
)
_UNSEEN = Text(
    "Kesimpulannya ({what}) tidak mengubah apa pun yang ditampilkan",
    "What it concludes ({what}) changes nothing that is shown",
)
_WITHHELD = Text(
    "Apa yang akan diubahnya selalu ditahan oleh syarat rekomendasi di guards.yaml",
    "What it would change is always withheld by a guard (guards.yaml)",
)
_TWICE = Text(
    "Setiap kali aturan ini berlaku, aturan lain menyimpulkan hal yang sama",
    "Whenever it fires, other rules conclude the same",
)


class Asking:
    """Asks one model; `finder` looks for profiles, `base` is as it was loaded."""

    def __init__(self, finder: Finder, base: RuleBase) -> None:
        self.finder = finder
        self.model = finder.model
        self.base = base
        self._matters: set[str] = set()

    def shown_by(
        self, asked: DeepFinding, formula: Literal, test: Callable[[Case], bool]
    ) -> Iterator[DeepFinding]:
        """Yield the finding asked for, with its profile, if there is one that shows it."""
        try:
            world = self.finder.find(formula, test)
        except Undecided:
            yield replace(asked, why=_GIVEN_UP, decided=False)
            return
        if world is not None:
            least = self.finder.case(self.finder.smallest(world, test))
            yield replace(asked, witness=witness_of(least))

    # Rules that never fire, or never make a difference

    def idle(self, rule: Rule) -> Iterator[DeepFinding]:
        """Yield that a rule never fires, or that switching it off changes nothing shown.

        A rule that only tells what contradictions ask about is not meant to.
        """
        for_the_check = self.base.for_the_check
        if rule.id in self._matters or all(c.attribute in for_the_check for c in rule.conclusions):
            return
        fires = DeepFinding(
            kind="never_fires",
            about=rule.id,
            place=rule.place,
            what=Text(f"{rule.id} tidak pernah berlaku", f"{rule.id} never fires"),
            why=_NEVER,
        )
        matters = replace(
            fires,
            kind="no_difference",
            what=Text(
                f"{rule.id} tidak pernah mengubah rekomendasi",
                f"{rule.id} never makes a difference",
            ),
        )
        graph = self.model.graph
        changed = graph.any_of(formula for _, formula in self.model.changed(rule.id))
        try:
            if self.finder.plainly(changed):
                # The profile that shows it mostly shows it of other rules too.
                self._matters.update(self.model.mattering(self.finder.solver.true_nodes()))
                return
            if self.finder.possible(changed, lambda c: self._differs(c, rule)):
                return
            if self.finder.possible(self.model.fires(rule.id), partial(_fires, rule.id)):
                yield replace(matters, why=self._why_idle(rule))
            else:
                yield fires
        except Undecided:
            yield replace(matters, why=_GIVEN_UP, decided=False)

    def _differs(self, case: Case, rule: Rule) -> bool:
        differing = {*case.admitted} ^ {*without(case, rule.id).admitted}
        return not differing.isdisjoint(self.model.shown)

    def _why_idle(self, rule: Rule) -> Text:
        graph, shown = self.model.graph, self.model.shown
        unseen = dict(self.model.changed(rule.id, shown=False))
        try:
            if not self.finder.possible(graph.any_of(unseen.values()), lambda _: True):
                return _TWICE
            visible = graph.any_of(f for fact, f in unseen.items() if fact in shown)
            if self.finder.possible(visible, lambda _: True):
                return _WITHHELD
        except Undecided:
            return Text("", "")
        words = self.base.vocabulary
        said = []
        for c in rule.conclusions:
            value = (
                None
                if words.is_affirmed(c.attribute)
                else words.label_of_value(c.attribute, c.value)
            )
            said.append(in_words(words.attributes[c.attribute].label, None, value))
        return _UNSEEN.format(what=joined(said))

    # Two values at once

    def two_values(self, rules: Collection[str]) -> Iterator[DeepFinding]:
        """Yield the pairs of rules, one at least of `rules`, that give one thing two values."""
        attributes = self.base.vocabulary.attributes
        concluded = {
            fact
            for rule in rules
            for one, _ in self.model.instances.get(rule, ())
            for fact in one.heads
        }
        pairs: dict[str, list[tuple[Fact, Fact]]] = defaultdict(list)
        for slot, facts in groupby(sorted(self.model.concluded), key=lambda fact: fact.slot):
            attribute = attributes.get(slot.attribute)
            if attribute is not None and not attribute.many:
                pairs[attribute.id] += [
                    pair for pair in combinations(facts, 2) if not concluded.isdisjoint(pair)
                ]
        for attribute_id, found in sorted(pairs.items()):
            both = self._both(found)
            try:
                if not self.finder.possible(both, partial(_holds_both, found)):
                    continue
            except Undecided:
                pass
            yield from self._rules_of(attribute_id, found, rules)

    def _both(self, facts: list[tuple[Fact, Fact]]) -> Literal:
        found = self.model.concluded
        return self.model.graph.any_of(found[one] & found[other] for one, other in facts)

    def _rules_of(
        self, attribute: str, facts: list[tuple[Fact, Fact]], rules: Collection[str]
    ) -> Iterator[DeepFinding]:
        """Yield each pair of rules that can conclude two such facts of one subject at once."""
        together: dict[tuple[str, str], list[Literal]] = defaultdict(list)
        for one, other in facts:
            for first, fires in self.model.concluding(one):
                for second, fires_too in self.model.concluding(other):
                    if first in rules or second in rules:
                        together[min(first, second), max(first, second)].append(fires & fires_too)
        for (first, second), formulas in sorted(together.items()):
            asked = DeepFinding(
                kind="two_values",
                about=f"{first}+{second}",
                place=self.base.rule[second].place,
                what=Text(
                    f"{first} dan {second} memberi '{attribute}' dua nilai sekaligus",
                    f"{first} and {second} give '{attribute}' two values at once",
                ),
                why=Text(
                    f"Atribut ini bernilai tunggal ({first}: {self.base.rule[first].place})",
                    f"It has a single value ({first}: {self.base.rule[first].place})",
                ),
            )
            yield from self.shown_by(
                asked,
                self.model.graph.any_of(formulas),
                partial(_together, {first, second}, facts),
            )

    # What is recommended

    def nothing_recommended(self) -> Iterator[DeepFinding]:
        """Yield that some profile gets nothing but what every profile gets."""
        graph = self.model.graph
        recommends = {one.attribute for one in self.base.shown.listed if one.advice}
        advice = {
            f: formula for f, formula in self.model.shown.items() if f.attribute in recommends
        }
        if not advice:
            return
        own = [
            fact
            for fact, formula in advice.items()
            if self.finder.possible(~formula, partial(_hides, fact))
        ]
        asked = DeepFinding(
            kind="nothing_recommended",
            about="-",
            place=Place(commonpath([rule.place.file for rule in self.base.all_rules])),
            what=Text(
                "ada profil yang tidak mendapat anjuran apa pun",
                "a profile gets no recommendation at all",
            ),
            why=Text(
                "Tanpa jenis kemitraan, kebutuhan dan langkah, selain yang didapat semua profil",
                "No partnership type, need or step, but for what every profile gets",
            ),
        )
        yield from self.shown_by(
            asked,
            ~graph.any_of(advice[fact] for fact in own),
            lambda case: set(own).isdisjoint(case.admitted),
        )

    def contradictions(self) -> Iterator[DeepFinding]:
        """Yield the declared contradictions that some profile brings about."""
        for rule in self.base.contradictions:
            asked = DeepFinding(
                kind="contradiction",
                about=rule.id,
                place=rule.place,
                what=Text(f"{rule.id}: {rule.title.id}", f"{rule.id}: {rule.title.en}"),
                why=rule.because,
            )
            yield from self.shown_by(
                asked,
                self.model.fires(rule.id),
                partial(_fires, rule.id),
            )


def _fires(rule: str, case: Case) -> bool:
    return rule in case.inference.fired


def _hides(fact: Fact, case: Case) -> bool:
    return fact not in case.admitted


def _holds_both(facts: list[tuple[Fact, Fact]], case: Case) -> bool:
    return any(case.inference.derivations.keys() >= {*both} for both in facts)


def _together(rules: set[str], facts: list[tuple[Fact, Fact]], case: Case) -> bool:
    return rules <= case.inference.fired and _holds_both(facts, case)
