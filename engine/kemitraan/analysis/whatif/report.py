"""The difference a change makes, as a report: what was changed, then section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.report import words as w
from kemitraan.report.kit import Writer, table
from kemitraan.report.lines import line_text
from kemitraan.report.made_with import assumed
from kemitraan.report.parts import Grid, Heading, Lines, Part
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kemitraan.analysis.whatif.edits import Edit
    from kemitraan.analysis.whatif.whatif import Effect, Reason, SectionEffects, WhatIf
    from kemitraan.text import Lang

WHAT_IF = Text("Andaikan", "What if")
CHANGED = Text("Diubah", "Changed")
NO_EFFECT = Text("Tanpa pengaruh", "No effect")
BASE = Text("Pembanding", "Compared with")
RESULT = Text("Hasil", "Result")
BASE_IS = Text(
    "{name} ({sentra}); basis aturan {rules}; lapisan: {layers}; {assumptions}",
    "{name} ({sentra}); rule base {rules}; layers: {layers}; {assumptions}",
)
BASE_WITH = Text("dengan {what}", "with {what}")
PATCHED = Text("aturan berubah: {rules}", "rules changed: {rules}")
NOTHING_CHANGED = Text(
    "Tidak ada yang diubah. Sebut perubahannya dengan --set, --assume, --without atau --overlay.",
    "Nothing was changed. Name a change with --set, --assume, --without or --overlay.",
)
NO_DIFFERENCE = Text(
    "Tidak ada yang berbeda: semua kesimpulan dasar tetap berlaku dan tidak ada yang baru.",
    "Nothing differs: every conclusion of the base still holds, and none is new.",
)
DIFFERENCES = Text(
    "{n} perbedaan: {sections}. Selebihnya tetap.",
    "Differences: {n}, in {sections}. All else stays.",
)
NEW = Text("Baru", "New")
GONE = Text("Hilang", "Gone")
CHANGES = Text("Berubah", "Changed")
NO_LONGER = Text("{rule} tidak berlaku lagi", "{rule} no longer fires")
TURNS = Text("Aturan yang membuat perbedaan", "The rules that make the difference")
BECAUSE_NOW = Text("kini {facts}", "now {facts}")
BECAUSE_WAS = Text("sebelumnya {facts}", "before {facts}")
BLOCKED_NOW = Text("kini terhalang oleh: {facts}", "now kept from it by: {facts}")
BLOCKED_WAS = Text("sebelumnya terhalang oleh: {facts}", "before kept from it by: {facts}")
RULE_ADDED = Text("aturan ditambahkan", "rule added")
RULE_OFF = Text("aturan dimatikan", "rule switched off")
ACTOR_ADDED = Text("aktor baru: {actor} ({kind})", "new actor: {actor} ({kind})")
OFF = Text("{rule} {title} dimatikan", "{rule} {title} switched off")
ADDED = Text("{rule} {title} ditambahkan", "{rule} {title} added")
FROM_TO = Text("{what}: {before} → {now}", "{what}: {before} → {now}")
SAME_VALUE = Text("{what}: {now} (nilainya tetap)", "{what}: {now} (the value stays)")
SAME_BY_OTHERS = Text(
    "Tetap, tetapi oleh aturan lain: {what}", "The same, but by other rules: {what}"
)
REROUTED = Text("{what} ({before} → {now})", "{what} ({before} → {now})")

_SHOWN = 12
_SHOWN_REROUTED = 4


def whatif_parts(found: WhatIf, lang: Lang, reference: str, *, full: bool = False) -> list[Part]:
    """Return the report of a difference; `full` leaves nothing out."""
    return list(_Report(found, lang, reference, full=full).parts())


class _Report(Writer):
    def __init__(self, found: WhatIf, lang: Lang, reference: str, *, full: bool) -> None:
        super().__init__(lang)
        self.found = found
        self.reference = reference
        self.full = full

    def parts(self) -> Iterator[Part]:
        name = self.found.sentra.name
        yield Heading(f"{self.t(WHAT_IF)}: {name}", 1)
        yield Grid(tuple(self.head()))
        for section in self.found.sections:
            yield Heading(self.t(w.SECTION[section.id]))
            yield from self.section(section)
        if rows := self.turns():
            yield Heading(self.t(TURNS))
            yield Grid(tuple(rows))
        if self.found.rerouted:
            yield Lines((self.t(SAME_BY_OTHERS, what=self.rerouted()),))

    # What was changed, and what came of it

    def head(self) -> Iterator[tuple[str, str]]:
        """Yield the answer: what was changed, to what effect, against which base."""
        edits = self.found.edits
        shown = edits if self.full else edits[:_SHOWN]
        told = "; ".join(self.edit(e) for e in shown)
        if len(edits) > len(shown):
            told += f"; {self.t(w.MORE, n=len(edits) - len(shown))}"
        yield self.t(CHANGED), told[:1].upper() + told[1:] or self.t(NOTHING_CHANGED)
        for overlay in self.found.overlays:
            yield self.t(w.OVERLAY), f"{self.t(overlay.name)}. {self.t(overlay.about)}"
        for edit in edits:
            if edit.no_effect:
                yield self.t(NO_EFFECT), f"{self.edit(edit)}: {self.t(edit.no_effect)}".rstrip(".")
        if edits or self.found.sections:
            yield self.t(RESULT), self.result()
        yield self.t(BASE), self.base()

    def base(self) -> str:
        """Return what the change is held against, and how far the rules differ from it."""
        base, changed = self.found.base, self.found.changed
        text = self.t(
            BASE_IS,
            name=self.found.sentra.name,
            sentra=self.reference,
            rules=base.rules,
            layers=", ".join(self.t(w.LAYER[layer]) for layer in base.layers),
            assumptions=assumed(base),
        )
        if own := [*base.settings, *base.overlays, *base.without]:
            text += f"; {self.t(BASE_WITH, what=', '.join(own))}"
        if changed.rules != base.rules:
            text += f"; {self.t(PATCHED, rules=changed.rules)}"
        return text

    def result(self) -> str:
        sections = self.found.sections
        if not sections:
            return self.t(NO_DIFFERENCE)
        counted = [(s, len(s.added) + len(s.gone) + len(s.changed)) for s in sections]
        named = ", ".join(f"{self.t(w.SECTION[s.id])} ({n})" for s, n in counted)
        return self.t(DIFFERENCES, n=sum(n for _, n in counted), sections=named)

    def edit(self, edit: Edit) -> str:
        before = self.t(edit.before) if edit.before else ""
        now = self.t(edit.now) if edit.now else ""
        match edit.sort:
            case "actor":
                return self.t(ACTOR_ADDED, actor=edit.label, kind=now)
            case "rule_off":
                return self.t(OFF, rule=edit.id, title=edit.label)
            case "rule_added":
                return self.t(ADDED, rule=edit.id, title=edit.label)
        if edit.before is None:
            return f"{self.t(edit.label)}: {now}"
        form = SAME_VALUE if before == now else FROM_TO
        return self.t(form, what=edit.label, before=before, now=now)

    # The sections

    def section(self, section: SectionEffects) -> Iterator[Part]:
        rows = [
            (self.t(word), self.effect(effect))
            for word, effects in (
                (CHANGES, section.changed),
                (NEW, section.added),
                (GONE, section.gone),
            )
            for effect in effects
        ]
        yield from table((), rows, self.lang, None if self.full else _SHOWN)

    def effect(self, effect: Effect) -> str:
        text = line_text(effect.label, effect.before, effect.now, self.lang)
        return f"{text} [{self.rule(effect.reason)}]" if effect.reason else text

    def rule(self, reason: Reason) -> str:
        return reason.rule if reason.fires else self.t(NO_LONGER, rule=reason.rule)

    # The rules behind it

    def turns(self) -> list[tuple[str, str]]:
        """Return each rule that a change names, once, with everything that moved it."""
        found: dict[tuple[str, bool], list[Reason]] = {}
        for section in self.found.sections:
            for effect in (*section.changed, *section.added, *section.gone):
                if reason := effect.reason:
                    found.setdefault((reason.rule, reason.fires), []).append(reason)
        return [
            (rule, f"{self.t(reasons[0].title)}: {self.moved(reasons)}")
            for (rule, _), reasons in sorted(found.items())
        ]

    def moved(self, reasons: Sequence[Reason]) -> str:
        fires = reasons[0].fires
        told = []
        if given := tuple(dict.fromkeys(t for r in reasons for t in r.given)):
            told.append(self.t(BECAUSE_NOW if fires else BECAUSE_WAS, facts=self.every(given)))
        if blocked := tuple(dict.fromkeys(t for r in reasons for t in r.blocked)):
            told.append(self.t(BLOCKED_WAS if fires else BLOCKED_NOW, facts=self.every(blocked)))
        return "; ".join(told) or self.t(RULE_ADDED if fires else RULE_OFF)

    def every(self, texts: Sequence[Text]) -> str:
        return "; ".join(self.t(text) for text in texts)

    def rerouted(self) -> str:
        every = self.found.rerouted
        shown = every if self.full else every[:_SHOWN_REROUTED]
        told = "; ".join(
            self.t(
                REROUTED,
                what=r.conclusion,
                before=", ".join(r.before),
                now=", ".join(r.now),
            )
            for r in shown
        )
        rest = len(every) - len(shown)
        return f"{told}; {self.t(w.MORE, n=rest)}" if rest else f"{told}."
