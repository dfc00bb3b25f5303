"""A recommendation as a report: the answer first, then what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.report import words as w
from kemitraan.report.actors import actors
from kemitraan.report.kit import Writer, table
from kemitraan.report.made_with import made_with
from kemitraan.report.parts import Grid, Heading, Lines, Part
from kemitraan.report.plan import plan, strategy_table
from kemitraan.report.routes import routes
from kemitraan.report.sources import marked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kemitraan.recommendation.made_with import Choice
    from kemitraan.recommendation.model import (
        Entry,
        GateEntry,
        Labelled,
        PracticeEntry,
        Question,
        Recommendation,
        StrategyEntry,
        TypeEntry,
    )
    from kemitraan.text import Lang, Text

SHOWN_QUESTIONS = 8
SHOWN_STEPS = 4
ASKED_FIRST = 3
SHOWN_REASONS = 2


class RecommendationReport(Writer):
    """Writes one recommendation in one language. `full` lists every question and source."""

    def __init__(
        self, recommendation: Recommendation, lang: Lang, reference: str, *, full: bool = False
    ) -> None:
        super().__init__(lang)
        self.r = recommendation
        self.reference = reference
        self.full = full
        self._told: set[str] = set()

    def names(self, items: Iterable[Labelled | Entry | Question]) -> str:
        return "; ".join(item.label[self.lang] for item in items)

    def basis(self, entry: Entry) -> str:
        """Return the rules of an entry; in a full report also their sources and assumptions."""
        rules = ", ".join(entry.rules)
        if not self.full:
            return rules
        on = [*entry.sources, *(c.id for c in self.choices(entry))]
        return f"{rules} [{', '.join(on)}]" if on else rules

    def choices(self, *entries: Entry | None) -> list[Choice]:
        """Return the assumptions that these entries rest on, by id."""
        names = {name for entry in entries if entry for name in entry.assumptions}
        return [choice for choice in self.r.base.in_force if choice.name in names]

    def assuming(self, *entries: Entry | None) -> str:
        """Return the assumptions behind these entries that were not told before, in words.

        An assumption is told before what rests on it, and once.
        """
        new = [c for c in self.choices(*entries) if c.name not in self._told]
        self._told.update(c.name for c in new)
        return "; ".join(f"{c.id} {c.label[self.lang]}: {c.choice_label[self.lang]}" for c in new)

    def ruled(self, text: str, *entries: Entry | None) -> str:
        """Return the text with the rules of what it tells at its end."""
        rules = sorted({rule for entry in entries if entry for rule in entry.rules})
        return f"{text} ({', '.join(rules)})" if rules else text

    def parts(self) -> list[Part]:
        """Return the whole report."""
        self._told = set()
        sections = (
            self.with_further(self.answer(), "partnership_types", "readiness"),
            self.with_further(routes(self), "routes"),
            self.with_further(self.potential(), "potential"),
            self.with_further(actors(self), "actors"),
            self.with_further(self.diagnoses(), "diagnoses", "causes"),
            self.with_further(plan(self), "strategies"),
            strategy_table(self),
            self.with_further(self.needs(), "needs"),
            self.gates(),
            self.with_further(self.gaps(), "gaps"),
            self.questions(),
            self.with_further(self.warnings(), "warnings"),
            self.with_further(self.practice(), "practice"),
            [Lines(made_with(self.r.base, self.lang, self.reference))],
        )
        return [part for section in sections for part in section]

    def with_further(self, parts: list[Part], *names: str) -> list[Part]:
        """Return the parts of some sections with whatever else is shown there, as lines."""
        found = [entry for entry in self.r.further if entry.section in names]
        if not found:
            return parts
        parts = parts or self.section(found[0].section)
        return [*parts, *self.assumed(found), self.bullets(found)]

    def answer(self) -> list[Part]:
        sentra = self.r.sentra
        when = f" ({self.t(w.ASSESSED, when=sentra.assessed_on)})" if sentra.assessed_on else ""
        ready, stage = self.r.readiness.partnership, self.r.readiness.stage
        rows: list[tuple[str, ...]] = []
        focuses = [f for entry in self.r.partnership_types for f in entry.focus]
        told = self.assuming(*self.r.partnership_types, *focuses, ready, stage, *self.r.next_steps)
        if told:
            rows.append((self.t(w.ASSUMING), told))
        for entry in self.r.partnership_types:
            rows.append((self.t(w.TYPE), self.ruled(self.verdict(entry), entry)))
            if entry.focus:
                rows.append((self.t(w.FOCUS), self.ruled(self.names(entry.focus), *entry.focus)))
        rows.append((self.t(w.READINESS), self.ruled(self.readiness(), ready)))
        if stage:
            rows.append((self.t(w.STAGE), self.ruled(stage.label[self.lang], stage)))
        if self.r.routes:
            rows.append((self.t(w.ROUTES), self.names(self.r.routes)))
        if self.r.potential.weak:
            rows.append((self.t(w.REPAIR), self.names(self.r.potential.weak)))
        for number, step in enumerate(self.r.next_steps, 1):
            rows.append(
                (self.t(w.STEP, n=number), f"{self.who(step)}: {step.programme[self.lang]}")
            )
        if not self.r.next_steps:
            rows.append((self.t(w.STEP, n=1), self.t(w.NO_STEP)))
        about = [Lines((sentra.about[self.lang],))] if sentra.about else []
        return [Heading(sentra.name + when, 1), *about, Grid(tuple(rows))]

    def verdict(self, entry: TypeEntry) -> str:
        """Return the verdict on a type in a sentence: how it fits, why, and what decides it."""
        said = entry.label[self.lang] + ": " + entry.verdict.label[self.lang]
        if entry.fit:
            said += f", {entry.fit.label[self.lang]}"
        if entry.because:
            said += f" ({self.reasons(entry.because)})"
        for word, items in ((w.WAITS_FOR, entry.waits_for), (w.NOT_SHOWN, entry.lacking)):
            if items:
                said += f"; {self.t(word, what=self.names(items))}"
        if entry.hangs_on:
            said += f"; {self.t(w.HANGS_ON, what=self.names(entry.hangs_on))}"
        return said

    def readiness(self) -> str:
        """Return readiness in a sentence: what it may become, and on what that depends."""
        ready = self.r.readiness
        if ready.partnership is None:
            return self.t(w.NOT_KNOWN)
        said, because = ready.partnership.label[self.lang], ready.because
        others = [v for v in ready.possible if v.id != ready.partnership.id]
        if ready.waits_for:
            because = ready.at_most_because[:SHOWN_REASONS]
            if ready.at_most:
                said += f"; {self.t(w.AT_MOST, now=ready.at_most.label)}"
        elif others and ready.possible[-1].id == ready.partnership.id:
            said = self.t(w.AT_MOST, now=ready.partnership.label)
        elif others:
            said = self.t(w.UNSETTLED, now=ready.partnership.label, others=self.names(others))
        if because:
            said += f" ({self.reasons(because)})"
        if ready.waits_for:
            said += f"; {self.t(w.ASK_FIRST, what=self.names(ready.waits_for[:ASKED_FIRST]))}"
        elif others and ready.depends_on:
            few = self.names(ready.depends_on[:SHOWN_STEPS])
            said += f"; {self.t(w.DEPENDS_ON, what=few)}"
        if ready.hangs_on and not ready.waits_for:
            said += f"; {self.t(w.HANGS_ON, what=self.names(ready.hangs_on))}"
        if ready.lacking:
            said += f"; {self.t(w.KEY_LACKING, what=self.names(ready.lacking))}"
        return said

    def reasons(self, texts: Iterable[Text]) -> str:
        """Return sentences as one, to stand in brackets."""
        return "; ".join(_within(text[self.lang]) for text in texts)

    def section(self, name: str, *parts: Part, on: Iterable[Entry] = ()) -> list[Part]:
        """Return a section: heading, the assumptions that `on` rests on, and its parts."""
        return [Heading(self.t(w.SECTION[name])), *self.assumed(on), *parts]

    def assumed(self, entries: Iterable[Entry]) -> list[Part]:
        """Return the line that tells the assumptions behind these entries, if any is new."""
        told = self.assuming(*entries)
        return [Lines((f"{self.t(w.ASSUMING)}: {told}",))] if told else []

    def bullets(self, entries: Iterable[Entry]) -> Part:
        """Return entries as a list, each with its basis."""
        lines = tuple(f"{e.label[self.lang]} ({self.basis(e)})" for e in entries)
        return Lines(lines, bulleted=True)

    def potential(self) -> list[Part]:
        p = self.r.potential
        levels = (
            (w.STRONG, p.strong), (w.DEVELOPING, p.developing), (w.WEAK, p.weak),
            (w.UNRATED, p.unknown),
        )  # fmt: skip
        rows = [
            (self.t(name), self.ruled(self.names(entries), *entries))
            for name, entries in levels
            if entries
        ]
        return self.section("potential", *table((w.LEVEL, w.ASPECTS), rows, self.lang))

    def diagnoses(self) -> list[Part]:
        entries = [*self.r.diagnoses, *self.r.causes]
        if not entries:
            return []
        return self.section("diagnoses", self.bullets(entries), on=entries)

    def who(self, step: StrategyEntry) -> str:
        if step.actor:
            return ", ".join(a.label[self.lang] for a in step.actor)
        if step.kind is None:
            return self.t(w.ALL_ACTORS)
        return self.t(w.NOBODY, kind=step.kind.label)

    def when(self, step: StrategyEntry) -> str:
        if not step.after:
            return self.t(w.NOW if step.phase == "now" else w.WAITS_FOR_NOTHING)
        return self.t(w.AFTER, what="; ".join(m.label[self.lang] for m in step.after))

    def needs(self) -> list[Part]:
        """Return the needs: one line a priority, or one a need where the report is full."""
        if not self.r.needs:
            return []
        if self.full:
            heads: tuple[Text, ...] = (w.PRIORITY, w.NEED, w.ANSWERED, w.RULES)
            rows: list[tuple[str, ...]] = [
                (
                    n.priority.label[self.lang],
                    n.label[self.lang],
                    self.names(n.answered_by) or self.t(w.NO_PROGRAMME),
                    self.basis(n),
                )
                for n in self.r.needs
            ]
        else:
            by_priority: dict[str, list[str]] = {}
            for need in self.r.needs:
                line = f"{need.label[self.lang]} ({self.basis(need)})"
                by_priority.setdefault(need.priority.label[self.lang], []).append(line)
            heads = (w.PRIORITY, w.NEED)
            rows = [(priority, "; ".join(lines)) for priority, lines in by_priority.items()]
        return self.section("needs", *table(heads, rows, self.lang), on=self.r.needs)

    def gates(self) -> list[Part]:
        gates = self.r.readiness.gates
        if not gates:
            return []
        rows = [
            (g.gate_of.label[self.lang], g.label[self.lang], self.status(g), self.basis(g))
            for g in gates
        ]
        heads = (w.GATE_OF, w.GATE, w.STATUS, w.RULES)
        return self.section("gates", *table(heads, rows, self.lang), on=gates)

    def status(self, gate: GateEntry) -> str:
        """Return whether a condition is met, and why."""
        said = gate.status.label[self.lang]
        known = gate.status.id != "open" and gate.because
        return f"{said}: {self.reasons(gate.because)}" if known else said

    def gaps(self) -> list[Part]:
        if not self.r.gaps:
            return []
        lines = tuple(
            f"{self.t(w.GAP_OF[g.of])}: {g.label[self.lang]} ({self.basis(g)})" for g in self.r.gaps
        )
        return self.section("gaps", Lines(lines, bulleted=True), on=self.r.gaps)

    def questions(self) -> list[Part]:
        asked = self.r.questions
        if not asked:
            return []
        most = None if self.full else SHOWN_QUESTIONS
        rows = [self.question(q) for q in asked]
        heads = (w.QUESTION, w.ASK_OF, w.CHANGES)
        return self.section("questions", *table(heads, rows, self.lang, most))

    def question(self, question: Question) -> tuple[str, ...]:
        text = question.question[self.lang]
        # Of a catalogue entry the question itself gives the name.
        actors = {actor.id for actor in self.r.actors if actor.present}
        if any(subject.id in actors for subject in question.subjects):
            text = self.t(w.ALSO_ABOUT, question=text, subjects=self.names(question.subjects))
        section = self.t(w.SECTION[question.section])
        return (text, question.informants[self.lang], section)

    def warnings(self) -> list[Part]:
        if not self.r.warnings:
            return []
        lines = tuple(
            entry.label[self.lang] + (f" ({self.basis(entry)})" if entry.rules else "")
            for entry in self.r.warnings
        )
        return self.section("warnings", Lines(lines, bulleted=True))

    def practice(self) -> list[Part]:
        if not self.r.practice:
            return []
        rows = [(self.ruled(e.label[self.lang], e), self.references(e)) for e in self.r.practice]
        return self.section("practice", *table((w.NOTE, w.REFERENCE), rows, self.lang))

    def references(self, entry: PracticeEntry) -> str:
        return "; ".join(f"{r.id} {self.t(marked(r))}" for r in entry.references)


def _within(sentence: str) -> str:
    """Return a sentence as it stands within another: no capital at its start, no full stop."""
    first, rest = sentence[:1], sentence[1:].rstrip(".")
    # What begins with two capitals is an abbreviation.
    return first + rest if rest[:1].isupper() else first.lower() + rest
