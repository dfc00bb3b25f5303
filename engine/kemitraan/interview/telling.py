"""Puts into lines what the interview says: questions, what an answer changed, what holds so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kemitraan.analysis.whatif.edits import told_claims
from kemitraan.analysis.whatif.whatif import whatif
from kemitraan.interview import words as w
from kemitraan.interview.answers import ACTORS, stated
from kemitraan.knowledge.vocabulary import ACTOR, SENTRA
from kemitraan.recommendation.questions import Asking as Asked
from kemitraan.recommendation.questions import asking
from kemitraan.recommendation.view import in_words, slot_label
from kemitraan.report.lines import line_text
from kemitraan.scenario.model import KIND
from kemitraan.text import Text, harmless, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kemitraan.case import Case
    from kemitraan.fact import Slot
    from kemitraan.interview.asking import Asking
    from kemitraan.text import Lang

_EFFECTS: Final = 4
_SETTLES: Final = 5
_RULES: Final = 3


class Telling:
    """Tells in one language; every line is safe to show."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def t(self, text: Text, **fields: object) -> str:
        """Return a text in the language, its fields filled."""
        return harmless(text.format(**fields)[self.lang])

    # A question

    def heading(self, asking: Asking, number: int) -> str:
        """Return which question this is, and how many can still follow."""
        heads, rest = len(asking.open_heads), len(asking.open)
        if heads:
            return self.t(w.UNTIL_HEADS, n=number, heads=heads, all=rest)
        return self.t(w.UNTIL_ALL, n=number, all=rest)

    def question(self, asking: Asking, slot: Slot, *, now: bool) -> Iterator[str]:
        """Yield a question with its answers by number; `now`: with what is said of it, too."""
        case = asking.case
        if slot.attribute == KIND:
            yield from self._actors(case, slot)
            return
        words = case.base.vocabulary
        attribute = words.attributes[slot.attribute]
        ask = asking_of(case, slot)
        yield self.t(ask.question)
        known = words.questions.get(slot.subject) or words.questions.get(slot.attribute)
        if known is not None and known.apart is not None:
            yield self.t(w.APART, what=known.apart)
        if ask.informants.id:
            yield self.t(w.ASK_OF, who=ask.informants)
        if words.takes_words(slot.attribute):
            yield self.t(w.OWN_WORDS)
        else:
            yield from self._values(case, slot)
        how = [self.t(w.SEVERAL)] if attribute.many else []
        if attribute.figure:
            example = "2019" if attribute.figure.since else example_of(case, slot.attribute)
            how.append(self.t(w.FIGURE, example=example, unit=attribute.figure.unit))
        if how:
            yield " ".join(how)
        if now and (said := self.value(case, slot)):
            yield self.t(w.NOW, what=said)

    def briefly(self, asking: Asking, slot: Slot) -> str:
        """Return a question that was just asked, without its answers."""
        if slot == ACTORS:
            return self.t(w.NEXT_ACTOR)
        if slot.attribute == KIND:
            return self.t(w.ACTOR_AS)
        return self.t(asking_of(asking.case, slot).question)

    def _values(self, case: Case, slot: Slot) -> Iterator[str]:
        words = case.base.vocabulary
        found = words.entries.get(slot.subject)
        texts = found[1].texts if found and words.shorthand(slot.subject) else {}
        for number, value in enumerate(words.values_of(slot.attribute), 1):
            label = self.t(words.label_of_value(slot.attribute, value) or Text(value, value))
            meaning = f": {self.t(texts[value])}" if value in texts else ""
            yield f"{number:>4} {label}{meaning}"

    def _actors(self, case: Case, slot: Slot) -> Iterator[str]:
        view = case.view
        if slot == ACTORS:
            yield self.t(w.WHICH_ACTORS)
        else:
            yield f"{self.t(view.actors[slot.subject])}: {self.t(w.ACTOR_AS)}"
        yield from self._values(case, slot)
        if slot == ACTORS:
            yield self.t(w.ACTOR_EXAMPLE)
            if view.actors:
                yield self.t(w.NAMED, actors=joined(view.actors.values()))

    def value(self, case: Case, slot: Slot) -> str:
        """Return what is said of a thing, or nothing."""
        said = told_claims(case, tuple(c for c in case.scenario.claims if c.slot == slot))
        return self.t(said) if said else ""

    def label(self, case: Case, slot: Slot) -> str:
        """Return what a thing is called, with its actor."""
        if slot.attribute == KIND:
            return self.t(case.view.actors[slot.subject]) if slot.subject else self.t(w.ADD_ACTOR)
        if case.base.vocabulary.attributes[slot.attribute].of == ACTOR:
            label = case.base.vocabulary.attributes[slot.attribute].label
            return self.t(in_words(case.view.actors[slot.subject], None, label))
        return self.t(slot_label(case.view, slot))

    # After an answer

    def changed(self, before: Asking, now: Asking, *, brief: bool = False) -> Iterator[str]:
        """Yield what the last answer changed, and what is settled by it or open again.

        `brief`: of all that is not in the headlines, the first line alone.
        """
        heads = {what: (label, value) for what, label, value in _headlines(now)}
        moved = [
            (label, value, heads[what][1])
            for what, label, value in _headlines(before)
            if what in heads and heads[what][1] != value
        ]
        for label, was_value, value in moved:
            yield f"  → {self.t(w.MOVED, what=label, before=was_value, now=value)}"
        found = whatif(before.case, now.case)
        named = {label.id.casefold() for label, _ in heads.values()}
        effects = [
            effect
            for section in found.sections
            for effect in (*section.changed, *section.added, *section.gone)
            if effect.label.id.casefold() not in named
        ]
        most = 1 if brief else _EFFECTS
        for effect in effects[:most]:
            mark = "+" if effect.before is None else "−" if effect.now is None else "→"
            line = line_text(effect.label, effect.before, effect.now, self.lang)
            yield f"  {mark} {harmless(line)}"
        if (rest := len(effects) - most) > 0:
            yield f"    {self.t(w.MORE, n=rest)}"
        if not (effects or moved):
            yield f"  {self.t(w.NO_CHANGE)}"
        was, is_now = dict(_settled(before)), dict(_settled(now))
        if fresh := [label for what, label in is_now.items() if what not in was]:
            yield self.t(w.NOW_SETTLED, what=joined(fresh, Text("; ", "; ")))
        if lost := [label for what, label in was.items() if what not in is_now]:
            yield self.t(w.OPEN_AGAIN, what=joined(lost, Text("; ", "; ")))

    # So far

    def so_far(self, asking: Asking) -> Iterator[str]:
        """Yield verdicts and readiness with how firm they are, then the answers."""
        yield self.t(w.SO_FAR)
        yield from self.standing(asking)
        slots = stated(asking.answers, asking.case.base.vocabulary)
        unknown = len(asking.answers.unknown)
        yield self.t(w.COUNTS, given=len(slots), unknown=unknown, open=len(asking.open))
        if slots:
            yield self.t(w.ANSWERED)
        for slot in slots:
            yield f"  {self.label(asking.case, slot)}: {self.value(asking.case, slot)}"

    def standing(self, asking: Asking) -> Iterator[str]:
        """Yield each verdict and readiness, and whether it can still change."""
        firm = dict(_settled(asking))
        for what, label, value in _headlines(asking):
            askable = any(asking.bears(slot, what or SENTRA) for slot in asking.open_heads)
            sure = w.CERTAIN if what in firm else w.OPEN if askable else w.HANGS
            yield f"  {self.t(w.LINE, what=label, value=value, firm=sure)}"

    # Why

    def why(self, asking: Asking, slot: Slot) -> Iterator[str]:
        """Yield what an answer may settle, and the rules that wait for it."""
        if slot.attribute == KIND:
            yield self.t(w.WHY_ACTORS)
            return
        view = asking.case.view
        settles = asking.settles(slot)
        if not settles:
            yield self.t(w.NO_EFFECT)
            return
        told = joined((view.describe(f) for f in settles[:_SETTLES]), Text("; ", "; "))
        rest = len(settles) - _SETTLES
        more = f"; {self.t(w.MORE, n=rest)}" if rest > 0 else ""
        yield self.t(w.MAY_SETTLE, what=told) + more
        rules = [
            rule
            for q in asking.case.recommendation.questions
            if q.attribute == slot.attribute and slot.subject in {s.id for s in q.subjects}
            for rule in q.rules
        ]
        named = [f"{r} {self.t(asking.case.base.rule[r].title)}" for r in rules[:_RULES]]
        if len(rules) > _RULES:
            named.append(self.t(w.MORE, n=len(rules) - _RULES))
        if named:
            yield self.t(w.RULES_WAIT, rules="; ".join(named))


def asking_of(case: Case, slot: Slot) -> Asked:
    """Return how to ask about a thing; of an actor with its name."""
    # The levels are told as the answers, each with its number.
    ask = asking(case.view, *slot, levels=False)
    if case.base.vocabulary.attributes[slot.attribute].of != ACTOR:
        return ask
    actor = case.view.actors[slot.subject]
    return ask._replace(question=w.ABOUT.format(actor=actor, question=ask.question))


def example_of(case: Case, attribute: str) -> str:
    """Return a figure such as one may measure: the highest cut-off in force."""
    for assumption in case.base.assumptions.values():
        steps = assumption.alternative(case.choice[assumption.name]).cutoffs.get(attribute)
        if steps:
            return f"{steps[0].at_least or steps[0].above or 1:g}"
    return "1"


def _headlines(asking: Asking) -> Iterator[tuple[str, Text, Text]]:
    """Yield what each headline is about, its label and its value."""
    advice = asking.case.recommendation
    for entry in advice.partnership_types:
        yield entry.type, entry.label, entry.verdict.label
    ready = advice.readiness.partnership
    if ready is not None:
        yield "", w.READINESS, ready.label


def _settled(asking: Asking) -> Iterator[tuple[str, Text]]:
    """Yield the headlines that no answer can change any more."""
    open_ = {("" if f.subject == SENTRA else f.subject) for f in asking.headlines}
    for what, label, value in _headlines(asking):
        if what not in open_:
            yield what, Text(f"{label.id}: {value.id}", f"{label.en}: {value.en}")
