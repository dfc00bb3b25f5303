"""The report of smallest changes: whether and how a conclusion is reached, then what was tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.report import words as w
from kemitraan.report.counts import counted
from kemitraan.report.kit import Writer, table
from kemitraan.report.parts import Heading, Lines, Part
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.analysis.change.moves import Step, Ways
    from kemitraan.analysis.change.smallest_changes import SmallestChanges
    from kemitraan.case import Case
    from kemitraan.text import Lang

SHOWN_WAYS = 8

TITLE = Text("Perubahan terkecil", "Smallest changes")
TO = Text("Agar berlaku: {what}", "To bring about: {what}")
AWAY = Text("Yang mengakhirinya: {what}", "What would end it: {what}")
HOLDS = Text("Sudah berlaku sekarang: {what}.", "Holding already: {what}.")
HOLDS_NOT = Text("Memang tidak berlaku sekarang: {what}.", "Not holding as things are: {what}.")
CAN = Text(
    "Cara dengan yang dapat diubah program: {n} (paling sedikit {least} perubahan)",
    "Ways with what a programme can change: {n} (fewest changes: {least})",
)
CAN_END = Text(
    "Berakhir bila semua hal pada salah satu cara terjadi; selama satu hal di tiap cara tetap, ia "
    "berlaku. Cara dalam jangkauan program: {n} (paling sedikit {least} hal)",
    "It ends once all of one way happens; while one thing of each way stays, it holds. Ways within "
    "a programme's reach: {n} (fewest things: {least})",
)
ALSO_END = Text(
    "Cara yang memuat pula hal di luar jangkauan program: {n} (paling sedikit {least} hal)",
    "Ways with things beyond a programme, too: {n} (fewest things: {least})",
)
CANNOT_END = Text(
    "Yang dapat diubah program saja tidak mengakhirinya: tidak satu pun dari {n} kombinasi.",
    "What a programme can change does not end it alone: none of {n} combinations.",
)
CANNOT = Text(
    "Dengan yang dapat diubah program saja tidak tercapai: tidak satu pun dari {n} kombinasi.",
    "Not with what a programme can change alone: none of {n} combinations.",
)
NOTHING_TO_CHANGE = Text(
    "Dengan yang dapat diubah program saja tidak tercapai: aturan di baliknya tidak membaca satu "
    "pun dari hal itu.",
    "Not with what a programme can change alone: the rules behind it read nothing of that.",
)
ALSO = Text(
    "Cara yang memerlukan pula hal di luar jangkauan program: {n} (paling sedikit {least} "
    "perubahan)",
    "Ways that also need something beyond a programme: {n} (fewest changes: {least})",
)
ALSO_NOT = Text(
    "Hal di luar jangkauan program tidak membuka cara lain.",
    "What is beyond a programme opens no further way.",
)
NEVER = Text(
    "Dengan hal di luar jangkauan program pun tidak tercapai: tidak satu pun dari {n} kombinasi.",
    "Nor with what is beyond a programme: none of {n} combinations.",
)
UNREACHABLE = Text(
    "Tidak dapat tercapai: apa pun yang diubah, tidak ada aturan berlaku yang menyimpulkannya "
    "(kemitraan why-not {sentra} {conclusion}).",
    "Out of reach: whatever is changed, no rule in force concludes it "
    "(kemitraan why-not {sentra} {conclusion}).",
)
LASTING = Text(
    "Tidak dapat dihapus: apa pun yang diubah, tetap berlaku "
    "(kemitraan why {sentra} {conclusion}).",
    "It cannot be removed: whatever is changed, it holds (kemitraan why {sentra} {conclusion}).",
)
NONE_UP_TO = Text(
    "Sampai {k} perubahan sekaligus tidak ada cara.", "There is no way of up to {k} changes."
)
COMPLETE = Text(
    "Lengkap: {n} kombinasi dari {things} hal diperiksa ({what}). Selebihnya tetap (asumsi, "
    "aturan, aktor yang sudah disebut).",
    "Complete: {n} combinations of {things} things were looked at ({what}). All else stays as it "
    "is (assumptions, rules, the actors named).",
)
UP_TO = Text(
    "Lengkap hanya sampai {k} perubahan sekaligus: {n} kombinasi dari {things} hal terlalu banyak "
    "untuk diperiksa semuanya.",
    "Complete only up to {k} changes at once: {n} combinations of {things} things are too many to "
    "look at all.",
)
NO_EFFECT = Text(
    "Tidak berpengaruh pada kesimpulan ini: {what}.", "No effect on this conclusion: {what}."
)
MORE = Text(
    "… dan {n} cara lagi (semua ada di --format json)", "… and {n} more (all in --format json)"
)
MORE_SUPPOSED = Text(
    "… dan {n} cara lagi yang mengandaikan lain apa yang sudah dinyatakan (semua ada di --format "
    "json)",
    "… and {n} more that suppose otherwise what is stated (all in --format json)",
)

WAY = Text("Cara", "Way")
HOW = Text("Langkah", "Step")
WHAT = Text("Hal", "What")
NOW = Text("Sekarang", "Now")
NEEDED = Text("Menjadi", "Becomes")
ENDS = Text("Berakhir bila menjadi", "Ends once it becomes")
RULES = Text("Dibaca aturan", "Read by")
CHANGE = Text("ubah", "change")
FIND_OUT = Text("cari tahu", "find out")
INVOLVE = Text("libatkan", "involve")
CHOOSE = Text("pilih", "choose")
IF_IT_WERE = Text("di luar kendali", "suppose")
NOTE_FIND_OUT = Text(
    "cari tahu: belum disebut di profil; boleh jadi sudah demikian.",
    "find out: the profile does not say; it may be so already.",
)
NOTE_SUPPOSE = Text(
    "di luar kendali: sudah dinyatakan, dan program tidak dapat mengubahnya.",
    "suppose: stated as it is, and no programme can change it.",
)


def change_parts(
    case: Case, found: Sequence[SmallestChanges], lang: Lang, reference: str
) -> list[Part]:
    """Return the report of the smallest changes for one or several conclusions.

    `reference` is how the command line names the profile.
    """
    report = _Report(lang, reference)
    parts: list[Part] = [Heading(f"{TITLE[lang]}: {case.scenario.name}", 1)]
    for changes in found:
        if changes.holds != changes.wanted:
            parts.extend(report.conclusion(changes))
    return [*parts, *report.notes(found), *report.done(found)]


class _Report(Writer):
    def __init__(self, lang: Lang, reference: str) -> None:
        super().__init__(lang)
        self.reference = reference

    def conclusion(self, found: SmallestChanges) -> list[Part]:
        """Return what one conclusion takes."""
        parts: list[Part] = [Heading(self.t(TO if found.wanted else AWAY, what=found.label))]
        can, given = found.controllable, found.given
        if not given.varied:
            fixed = self.t(
                UNREACHABLE if found.wanted else LASTING,
                sentra=self.reference,
                conclusion=found.conclusion,
            )
            return [*parts, Lines(tuple(self.no_effect(found)) or (fixed,))]
        wanted = found.wanted
        none = CANNOT if wanted else CANNOT_END
        parts.extend(self.ways(can, wanted=wanted) or [self.none(can, none)])
        if given.varied != can.varied:
            none = ALSO_NOT if can.ways else NEVER
            also = self.ways(given, wanted=wanted, also=True)
            parts.extend(also or [self.none(given, none)])
        return [*parts, Lines(tuple(self.scope(found)))]

    def ways(self, found: Ways, *, wanted: bool, also: bool = False) -> list[Part]:
        """Return the ways of one sort as a table; nothing if there are none.

        What ends a conclusion is nothing to be done, so that it is not told as steps.
        """
        if not found.ways:
            return []
        shown = _shown(found)
        rows = [row for number, way in enumerate(shown, 1) for row in self.rows(number, way)]
        heads: tuple[Text, ...] = (WAY, HOW, WHAT, NOW, NEEDED, RULES)
        said = ALSO if also else CAN
        if not wanted:
            heads, said = (WAY, WHAT, NOW, ENDS, RULES), ALSO_END if also else CAN_END
            rows = [(way, *rest) for way, _, *rest in rows]
        count = self.t(said, n=counted(len(found.ways)), least=len(found.ways[0]))
        parts = [Lines((count,)), *table(heads, rows, self.lang)]
        if left := len(found.ways) - len(shown):
            more = MORE if len(shown) == SHOWN_WAYS else MORE_SUPPOSED
            parts.append(Lines((self.t(more, n=counted(left)),)))
        return parts

    def none(self, found: Ways, said: Text) -> Part:
        """Return the words that no way was found, among how many combinations."""
        if found.up_to is not None:
            said = NONE_UP_TO.format(k=found.up_to)
        elif not found.varied:
            said = NOTHING_TO_CHANGE
        return Lines((self.t(said, n=counted(found.combinations)),))

    def rows(self, number: int, way: Sequence[Step]) -> list[tuple[str, ...]]:
        """Return the rows of one way, its number beside the first."""
        return [
            (
                str(number) if first else "",
                self.t(_how(step)),
                step.label[self.lang],
                step.before.label[self.lang],
                self.any_of([option.label[self.lang] for option in step.after]),
                ", ".join(step.rules),
            )
            for first, step in ((i == 0, s) for i, s in enumerate(way))
        ]

    def any_of(self, names: Sequence[str]) -> str:
        """Return names as alternatives."""
        *others, last = names
        return self.t(w.OR).join([", ".join(others), last] if others else [last])

    def scope(self, found: SmallestChanges) -> list[str]:
        """Return over what the answer is complete, and what had no effect."""
        lines = []
        # What a programme cannot change is varied beside all that it can.
        for ways in (found.controllable, found.given):
            if ways.up_to is not None or ways is found.given or found.given.up_to is not None:
                fields = {"n": counted(ways.combinations), "things": len(ways.varied)}
                said = COMPLETE if ways.up_to is None else UP_TO
                lines.append(self.t(said, **fields, what=self.listed(ways.varied), k=ways.up_to))
        return [*lines, *self.no_effect(found)]

    def no_effect(self, found: SmallestChanges) -> list[str]:
        """Return which of the things asked for make no difference."""
        listed = self.listed(found.without_effect)
        return [self.t(NO_EFFECT, what=listed)] if listed else []

    def notes(self, found: Iterable[SmallestChanges]) -> list[Part]:
        """Return what the words for steps mean, if they were used."""
        used = {
            _how(step)
            for changes in found
            if changes.wanted
            for ways in (changes.controllable, changes.given)
            for way in _shown(ways)
            for step in way
        }
        notes = ((FIND_OUT, NOTE_FIND_OUT), (IF_IT_WERE, NOTE_SUPPOSE))
        lines = tuple(self.t(note) for word, note in notes if word in used)
        return [Lines(lines)] if lines else []

    def done(self, found: Iterable[SmallestChanges]) -> list[Part]:
        """Return the conclusions that are as wanted already."""
        done = [changes for changes in found if changes.holds == changes.wanted]
        if not done:
            return []
        said = HOLDS if done[0].wanted else HOLDS_NOT
        return [Lines((self.t(said, what=self.listed([changes.label for changes in done])),))]


def _shown(found: Ways) -> Sequence[tuple[Step, ...]]:
    """Return the ways to show: those that suppose nothing away, where there are any."""
    kept = [way for way in found.ways if not any(step.supposes for step in way)]
    return (kept or found.ways)[:SHOWN_WAYS]


def _how(step: Step) -> Text:
    """Return what is to be done about one change."""
    if step.sort == "assumption":
        return CHOOSE
    if step.sort == "actor":
        return INVOLVE
    if step.supposes:
        return IF_IT_WERE
    return FIND_OUT if step.unknown else CHANGE
