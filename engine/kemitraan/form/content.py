"""What stands in the form: a row for each question, and what a profile already says of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kemitraan.form import words as w
from kemitraan.knowledge.vocabulary import ACTOR, fold
from kemitraan.scenario.asked import all_inputs, by_informants, informants, meanings, opening
from kemitraan.scenario.columns import HEAD
from kemitraan.scenario.evidence import BASIS_WORD
from kemitraan.scenario.model import KIND

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute, Vocabulary
    from kemitraan.scenario.asked import Input
    from kemitraan.scenario.model import Actor, Claim, Scenario
    from kemitraan.text import Lang

Content = str | float


@dataclass(frozen=True, slots=True)
class Row:
    """One question: its key, what is asked and can be answered, and what is known by column."""

    key: str
    question: str
    choices: str
    attribute: Attribute | None
    told: dict[str, Content]


@dataclass(frozen=True, slots=True)
class Section:
    """Questions below a heading."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """All that a form holds: the first sheet, the further ones by who is asked, then rows."""

    start: tuple[Section, ...]
    further: dict[str, tuple[Section, ...]]
    actors: tuple[dict[str, Content], ...]
    more: tuple[dict[str, Content], ...]


def form(base: RuleBase, lang: Lang, scenario: Scenario | None = None) -> Form:
    """Return the content of a form in one language, filled in with what a profile says."""
    filled = _Filled(base, lang, scenario)
    asked, first = all_inputs(base), opening(base)
    rows = {key: filled.row(one) for key, one in asked.items()}
    by_whom = by_informants(base, [one for key, one in asked.items() if key not in first])
    further: dict[str, tuple[Section, ...]] = {}
    for group in by_whom:
        who = informants(base, group[0])
        title = w.ASK.format(who=who)[lang]
        section = Section(title, tuple(rows[one.key] for one in group))
        first_named = who[lang].split(", ")[0]
        further[first_named] = (*further.get(first_named, ()), section)
    return Form(
        start=(
            Section(w.SENTRA[lang], tuple(_head(scenario, lang))),
            Section(w.OPENING[lang], tuple(rows[key] for key in first)),
        ),
        further=further,
        actors=tuple(filled.actor(one) for one in (scenario.actors if scenario else ())),
        more=tuple(filled.more()),
    )


def _head(scenario: Scenario | None, lang: Lang) -> Iterator[Row]:
    """Yield what is asked of the profile as a whole."""
    said: dict[str, str | None] = {}
    if scenario is not None:
        about = scenario.about
        said = {"id": scenario.id, "name": scenario.name, "assessed_on": scenario.assessed_on}
        said |= {"about.id": about.id, "about.en": about.en} if about else {}
    for key, label in HEAD.items():
        value = said.get(key)
        yield Row(key, label[lang], "", None, {"value": value} if value else {})


class _Filled:
    """Puts what a profile says into the rows of a form; what fits no row stands with the rest."""

    def __init__(self, base: RuleBase, lang: Lang, scenario: Scenario | None) -> None:
        self.base = base
        self.words: Vocabulary = base.vocabulary
        self.lang = lang
        self.groups: dict[tuple[str, str], list[list[Claim]]] = {}
        self.actors = {one.id for one in scenario.actors} if scenario else set()
        for claim in scenario.claims if scenario else ():
            groups = self.groups.setdefault((claim.subject, claim.attribute), [])
            many = self.words.attributes[claim.attribute].many
            if many and groups and _beside(groups[-1][0]) == _beside(claim):
                groups[-1].append(claim)
            else:
                groups.append([claim])

    def row(self, one: Input) -> Row:
        """Return the row of a question, with the first of what is said of it."""
        subject = one.key if one.key in self.words.entries else "sentra"
        groups = self.groups.get((subject, one.attribute.id), [])
        told = {}
        if groups and not groups[0][0].potential:
            told = self.told(groups.pop(0))
        question = one.attribute.question[self.lang] if one.attribute.question else ""
        label = one.label[self.lang]
        known = self.words.questions.get(one.key)
        text = f"{label[:1].upper()}{label[1:]}\n{question}"
        if known is not None and known.apart is not None:
            text += "\n" + w.APART.format(apart=known.apart)[self.lang]
        choices = self.choices(one.attribute, list(meanings(self.base, one, self.lang)))
        return Row(one.key, text, choices, one.attribute, told)

    def choices(self, attribute: Attribute, levels: Sequence[str] = ()) -> str:
        """Return what can be answered: the words, each with its meaning where that is told."""
        if self.words.takes_words(attribute.id):
            return w.OWN_WORDS[self.lang]
        lines = [f"{w.TICK}\u00a0{one}" for one in levels] or [
            "   ".join(f"{w.TICK}\u00a0{one}" for one in self.answers(attribute.id))
        ]
        if attribute.many:
            lines.append(f"({w.SEVERAL[self.lang]})")
        if attribute.figure:
            lines.append(f"({w.FIGURE.format(unit=attribute.figure.unit)[self.lang]})")
            if attribute.figure.since:
                lines.append(f"({w.SINCE[self.lang]})")
        return "\n".join(lines)

    def answers(self, attribute: str) -> list[str]:
        """Return the words to answer with."""
        words = self.words
        return [label_of(words, attribute, one, self.lang) for one in words.values_of(attribute)]

    def told(self, claims: Sequence[Claim]) -> dict[str, Content]:
        """Return the cells of claims that differ in their value alone."""
        first = claims[0]
        found: dict[str, Content] = {"value": self.value(first)}
        if len(claims) > 1:
            found["value"] = "; ".join(str(self.value(one)) for one in claims)
        if first.source:
            found["source"] = "; ".join(one.replace(";", ";;") for one in first.source)
        if first.basis:
            found["basis"] = BASIS_WORD[first.basis][self.lang]
        beside = {"by": first.by, "on": first.on, "note": first.note}
        found |= {key: text for key, text in beside.items() if text}
        if first.potential:
            found["potential"] = w.YES[self.lang]
        return found

    def value(self, claim: Claim) -> Content:
        """Return the answer of one claim as it is written in a cell."""
        if claim.words:
            return claim.words
        if claim.value is not None:
            return label_of(self.words, claim.attribute, claim.value, self.lang)
        if claim.since:
            return w.SINCE_DATE.format(date=claim.since)[self.lang]
        rule = self.words.attributes[claim.attribute].figure
        figure = claim.figure or 0.0
        if rule is not None and rule.doubtful is not None and figure <= rule.doubtful:
            return f"{figure!r}%"  # a low one has to say that it is of a hundred
        return figure

    def actor(self, actor: Actor) -> dict[str, Content]:
        """Return the cells of an actor: its kind, and what has the same source as that."""
        kind = self.groups[actor.id, KIND][0][0]
        row: dict[str, Content] = {"code": actor.id}
        if not kind.potential:  # which has no column here
            row |= self.told(self.groups[actor.id, KIND].pop(0))
            row[KIND] = row.pop("value")
        if actor.name:
            row["name"] = actor.name
        beside = replace(kind, note=None)
        for attribute in self.words.attributes.values():
            groups = self.groups.get((actor.id, attribute.id))
            asked = attribute.of == ACTOR and attribute.asked
            if asked and groups and KIND in row and _beside(groups[0][0]) == _beside(beside):
                row[attribute.id] = self.told(groups.pop(0))["value"]
        return row

    def more(self) -> Iterator[dict[str, Content]]:
        """Yield the cells of what has no row of its own, in the order in which it was said."""
        for (subject, attribute), groups in self.groups.items():
            for group in groups:
                row = self.told(group)
                if subject in self.actors:
                    row["actor"] = subject
                key = subject if self.words.shorthand(subject) == attribute else attribute
                known = self.words.entries[key][1] if key != attribute else None
                label = (known or self.words.attributes[attribute]).label
                yield {**row, "code": key, "question": label[self.lang]}


def _beside(claim: Claim) -> tuple[object, ...]:
    """Return what stands beside the value of a claim."""
    return claim.source, claim.basis, claim.by, claim.on, claim.note, claim.potential


def label_of(words: Vocabulary, attribute: str, value: str, lang: Lang) -> str:
    """Return the label of a value; its id where the label would be read as another value."""
    label = words.label_of_value(attribute, value)
    known = words.words_for(attribute)
    return label[lang] if label and known.get(fold(label[lang])) == value else value
