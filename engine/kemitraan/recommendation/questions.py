"""What is unknown and could change the answer: the questions to ask, the decisive ones first."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from kemitraan.fact import Fact, Slot
from kemitraan.knowledge.language import IT, THIS
from kemitraan.knowledge.vocabulary import ACTOR
from kemitraan.logic.relevance import bindings, denies, ground_head, index_facts
from kemitraan.recommendation.model import Labelled, Question
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kemitraan.knowledge.compile import Clause, Pattern
    from kemitraan.logic.relevance import Binding, Index
    from kemitraan.recommendation.view import View


def questions(view: View) -> tuple[Question, ...]:
    """Return every unknown whose answer could change a shown conclusion."""
    clauses = view.base.clauses
    answers = {u: _answers(view, u) for u in view.fact_base.unknown}
    _, possible = view.reach
    waiting = _waiting(possible, answers)
    if not waiting:
        return ()
    section_of, rank = view.base.shown.section_of, view.base.shown.rank
    concluded = {section_of.get(fact.attribute) for fact in view.inference.derived}
    # A part of the answer that is still empty is worth more than one that would only change.
    empty = {attribute for attribute, section in section_of.items() if section not in concluded}
    reach = _reach(clauses, rank)
    effects = _Effects(view, possible)
    heads: dict[str, set[str]] = defaultdict(set)
    for clause in possible:
        heads[clause.rule].update(h.attribute for h in clause.heads)
    asked: dict[_Asked, list[str]] = defaultdict(list)
    for (attribute, subject), rules in waiting.items():
        shown = effects.of(answers[Slot(attribute, subject)]) & rank.keys()
        later = {a for rule in rules for head in heads[rule] for a in reach[head]}
        if shown or later:
            best = min((shown | later) & empty or shown or later, key=rank.__getitem__)
            # The same question to several actors is one question; other subjects stand alone.
            alone = "" if view.vocabulary.attributes[attribute].of == ACTOR else subject
            asked[_Asked(attribute, alone, best, bool(shown), rules)].append(subject)
    order = {a: i for i, a in enumerate(view.vocabulary.attributes)}
    decisive = list(dict.fromkeys(section_of.values()))[:_DECISIVE]
    ranked = sorted(
        asked,
        key=lambda a: (
            a.best not in empty or section_of[a.best] not in decisive,
            not a.at_once,
            rank[a.best],
            -len(a.rules),
            order[a.attribute],
            a.alone,
        ),
    )
    return tuple(_question(view, a, asked[a], section_of[a.best]) for a in ranked)


_DECISIVE = 2
"""How many sections come first when they are still empty: the type, then readiness."""


class _Asked(NamedTuple):
    """What makes unknowns one question; `best` is the weightiest attribute an answer changes."""

    attribute: str
    alone: str
    best: str
    at_once: bool
    rules: tuple[str, ...]


def _answers(view: View, unknown: Slot) -> list[Fact]:
    return [Fact(*unknown, value) for value in view.vocabulary.values_of(unknown[0])]


def _waiting(
    possible: Sequence[Clause], answers: Mapping[Slot, Sequence[Fact]]
) -> dict[Slot, tuple[str, ...]]:
    """Return the rules that could still fire and read an unknown, by unknown."""
    subjects: dict[str, set[str]] = defaultdict(set)
    for attribute, subject in answers:
        subjects[attribute].add(subject)
    found: dict[Slot, set[str]] = defaultdict(set)
    # Part of a rule may be possible where the whole of it is not.
    whole = {clause.rule for clause in possible if clause.choice is None}
    for clause in possible:
        for pattern in clause.positive if clause.rule in whole else ():
            for subject in subjects.get(pattern.attribute, ()):
                if pattern.subject in (subject, THIS, IT):
                    found[Slot(pattern.attribute, subject)].add(clause.rule)
    return {unknown: tuple(sorted(found[unknown])) for unknown in sorted(found)}


def _reach(clauses: Iterable[Clause], shown: Mapping[str, int]) -> dict[str, set[str]]:
    """Return the shown attributes that each can have an effect on, over any number of rules."""
    feeds: dict[str, set[str]] = defaultdict(set)
    for clause in clauses:
        for pattern in (*clause.positive, *clause.negative):
            feeds[pattern.attribute].update(h.attribute for h in clause.heads)
    reach: dict[str, set[str]] = defaultdict(set)
    for start in {h.attribute for c in clauses for h in c.heads}:
        seen, waiting = {start}, [start]
        while waiting:
            new = feeds[waiting.pop()] - seen
            seen |= new
            waiting.extend(new)
        reach[start] = seen & shown.keys()
    return reach


class _Effects:
    """What a single answer would change at once, everything else staying as it is."""

    def __init__(self, view: View, clauses: Sequence[Clause]) -> None:
        self.known: Index = index_facts([*view.inference.given, *view.inference.derived])
        self.readers: dict[str, list[tuple[Pattern, Clause]]] = defaultdict(list)
        for clause in clauses:
            for pattern in clause.positive:
                self.readers[pattern.attribute].append((pattern, clause))
        # What each absence supports: a new fact that matches it takes these conclusions back.
        self.absences: dict[tuple[str, str], list[tuple[frozenset[str], tuple[Fact, ...]]]] = (
            defaultdict(list)
        )
        for derivations in view.inference.derivations.values():
            for derivation in derivations:
                for pattern in derivation.absences:
                    self.absences[pattern.attribute, pattern.subject].append(
                        (pattern.values, derivation.conclusions)
                    )

    def of(self, answers: Iterable[Fact]) -> set[str]:
        """Return the derived attributes that some of the answers would add to or take back."""
        changed: set[str] = set()
        for answer in answers:
            added: list[Fact] = []
            frontier = [answer]
            while frontier:
                fact = frontier.pop()
                values = self.known[fact.attribute].setdefault(fact.subject, set())
                if fact.value in values:
                    continue
                values.add(fact.value)
                added.append(fact)
                changed.add(fact.attribute)
                for held, conclusions in self.absences.get((fact.attribute, fact.subject), ()):
                    if fact.value in held:
                        changed.update(c.attribute for c in conclusions)
                for pattern, clause in self.readers.get(fact.attribute, ()):
                    if _matches(pattern, fact):
                        frontier.extend(_fired(clause, self.known, _bound(pattern, fact)))
            # What the answer added is taken out again: each answer is tried on its own.
            for fact in added:
                self.known[fact.attribute][fact.subject].discard(fact.value)
        return changed


def _matches(pattern: Pattern, fact: Fact) -> bool:
    """Tell whether a fact of the pattern's attribute can be matched by it."""
    return pattern.subject in (fact.subject, THIS, IT) and (
        pattern.variable is not None or fact.value in pattern.values
    )


def _bound(pattern: Pattern, fact: Fact) -> Binding:
    """Return what a pattern binds by matching the fact."""
    this = fact.subject if pattern.subject == THIS else fact.value if pattern.variable else None
    return this, fact.subject if pattern.subject == IT else None


def _fired(clause: Clause, index: Index, start: Binding) -> list[Fact]:
    """Return the conclusions of a clause so bound, where no absence it needs is broken."""
    found: list[Fact] = []
    for this, _ in bindings(clause, index, start):
        if not denies(clause, this, index):
            found.extend(ground_head(head, this) for head in clause.heads)
    return found


def _question(view: View, asked: _Asked, subjects: Sequence[str], section: str) -> Question:
    order = list(view.actors)
    ask = asking(view, asked.attribute, asked.alone)
    return Question(
        attribute=asked.attribute,
        subjects=tuple(
            Labelled(id=s, label=view.actors.get(s) or view.label(s))
            for s in sorted(subjects, key=lambda s: order.index(s) if s in order else 0)
        ),
        label=ask.label,
        question=ask.question,
        informants=ask.informants,
        section=section,
        next=asked.at_once,
        rules=asked.rules,
    )


class Asking(NamedTuple):
    """What an unknown is called, how to ask for it, and whom."""

    label: Text
    question: Text
    informants: Text


def asking(view: View, attribute_id: str, subject: str) -> Asking:
    """Return how to ask for an attribute of a subject; of an actor it is asked without its name."""
    attribute = view.vocabulary.attributes[attribute_id]
    entry = view.vocabulary.entries.get(subject) if attribute.of != ACTOR else None
    question = attribute.question or attribute.label
    label = attribute.label
    if entry is not None:
        name = entry[1].label
        label = name if attribute_id in view.shorthand else label
        question = Text(f"{name.id}: {question.id}", f"{name.en}: {question.en}")
    variable = attribute.variable or (entry[1].variable if entry else None)
    informants = attribute.informants or (
        view.vocabulary.variables[variable].informants if variable else Text("", "")
    )
    return Asking(label, question, informants)
