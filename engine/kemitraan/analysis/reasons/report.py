"""The report of sufficient reasons: what a conclusion cannot do without, and what is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.report import words as w
from kemitraan.report.counts import counted, numbered
from kemitraan.report.kit import Writer
from kemitraan.report.parts import Heading, Lines, Part
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kemitraan.analysis.change.moves import Step
    from kemitraan.analysis.reasons.sufficient_reasons import StatedFact, SufficientReasons
    from kemitraan.case import Case
    from kemitraan.text import Lang

SHOWN_SETS = 8

TITLE = Text("Alasan yang cukup", "Sufficient reasons")
ALWAYS = Text(
    "Berlaku apa pun fakta lain dalam profil: bertumpu pada aktor yang disebut, asumsi dan "
    "katalog saja.",
    "Holds whatever else the profile states: it rests on the actors named, assumptions and "
    "catalogues.",
)
ESSENTIAL = Text("Mutlak (ada di setiap alasan): {what}", "Essential (in every reason): {what}")
ENOUGH = Text(
    "Itu sudah cukup, apa pun fakta lain dan jawaban atas yang belum diketahui; bila salah satunya "
    "berubah, kesimpulan ini mungkin tidak berlaku lagi.",
    "That is enough, whatever else is stated and whatever the unknown turns out to be; if one of "
    "these changes, the conclusion can fall.",
)
ONE_OF = Text(
    "Bersama salah satu dari {n} kelompok fakta ini sudah cukup, apa pun fakta lain dan jawaban "
    "atas yang belum diketahui:",
    "Together with one of these {n} sets of facts it is enough, whatever else is stated and "
    "whatever the unknown turns out to be:",
)
ANY_OF = Text(
    "Tidak ada fakta yang mutlak. Salah satu dari {n} kelompok fakta ini sudah cukup, apa pun "
    "fakta lain dan jawaban atas yang belum diketahui:",
    "No fact is essential. One of these {n} sets of facts is enough, whatever else is stated and "
    "whatever the unknown turns out to be:",
)
KEPT = Text("Selama ini tetap belum diketahui: {what}.", "As long as these stay unknown: {what}.")
ALL_KEPT = Text(
    "Yang belum diketahui dibiarkan demikian, karena kombinasi jawabannya terlalu banyak: {what}.",
    "What is unknown was left so, as its answers make too many combinations: {what}.",
)
UNSETTLED = (
    Text(
        "Dapat hilang oleh jawaban atas yang belum diketahui saja ({n} cara):",
        "It can fall by answers to what is unknown alone ({n} way):",
    ),
    Text(
        "Dapat hilang oleh jawaban atas yang belum diketahui saja ({n} cara):",
        "It can fall by answers to what is unknown alone ({n} ways):",
    ),
)
REMOVED = Text(
    "Dapat hilang bila semua fakta pada salah satu baris ini berubah:",
    "It can fall if all facts of one of these lines change:",
)
NEEDLESS = Text(
    "Dibaca aturan di baliknya, tetapi tidak menentukan: {what}.",
    "Read by the rules behind it, yet not needed: {what}.",
)
UNREAD = (
    Text(
        "{n} fakta lain di profil tidak dibaca aturan di baliknya.",
        "{n} other fact of the profile is read by no rule behind it.",
    ),
    Text(
        "{n} fakta lain di profil tidak dibaca aturan di baliknya.",
        "{n} other facts of the profile are read by no rule behind it.",
    ),
)
COMPLETE = Text(
    "Lengkap: {n} kombinasi diperiksa. Aktor yang disebut, asumsi dan aturan tetap.",
    "Complete: {n} combinations were looked at. Actors named, assumptions and rules stay.",
)
UP_TO = Text(
    "{n} kombinasi terlalu banyak untuk diperiksa semuanya: hanya perubahan sampai {k} fakta "
    "sekaligus yang dicari, dan alasan yang cukup tidak dapat dipastikan.",
    "{n} combinations are too many to look at: only changes of up to {k} facts at once were, and "
    "sufficient reasons cannot be told.",
)
STANDS = Text(
    "Tidak hilang oleh perubahan sampai {k} fakta sekaligus.",
    "No change of up to {k} facts removes it.",
)
MORE = Text("… dan {n} lagi (semua ada di --format json)", "… and {n} more (all in --format json)")


def sufficient_parts(case: Case, found: Sequence[SufficientReasons], lang: Lang) -> list[Part]:
    """Return the report of the sufficient reasons of one or several conclusions."""
    report = _Report(lang)
    parts: list[Part] = [Heading(f"{TITLE[lang]}: {case.scenario.name}", 1)]
    for reasons in found:
        parts.append(Heading(reasons.label[lang]))
        parts.extend(report.conclusion(reasons))
    return parts


class _Report(Writer):
    def conclusion(self, found: SufficientReasons) -> list[Part]:
        """Return the reasons of one conclusion, then what removes it and what does not matter."""
        parts: list[Part] = []
        if found.unsettled:
            parts.append(Lines((self.t(numbered(len(found.unsettled), *UNSETTLED)),)))
            parts.extend(self.bullets([self.answers(way) for way in found.unsettled]))
        if found.kept:
            said = KEPT if found.unsettled else ALL_KEPT
            parts.append(Lines((self.t(said, what=self.listed(found.kept)),)))
        parts.extend(self.reasons(found))
        if found.removals and len(found.reasons) != 1:
            parts.append(Lines((self.t(REMOVED),)))
            parts.extend(self.bullets([self.facts(removal) for removal in found.removals]))
        elif found.up_to is not None and not found.removals:
            parts.append(Lines((self.t(STANDS, k=found.up_to),)))
        return [*parts, Lines(tuple(self.scope(found)))]

    def reasons(self, found: SufficientReasons) -> list[Part]:
        """Return what is essential, and what is enough beside it."""
        essential = set(found.essential)
        parts: list[Part] = []
        if found.reasons == ((),):
            return [Lines((self.t(ALWAYS),))]
        if essential:
            parts.append(Lines((self.t(ESSENTIAL, what=self.facts(found.essential)),)))
        if len(found.reasons) == 1:
            parts.append(Lines((self.t(ENOUGH),)))
        elif found.reasons:
            said = ONE_OF if essential else ANY_OF
            parts.append(Lines((self.t(said, n=counted(len(found.reasons))),)))
            others = [[fact for fact in r if fact not in essential] for r in found.reasons]
            parts.extend(self.bullets([self.facts(rest) for rest in others]))
        return parts

    def scope(self, found: SufficientReasons) -> list[str]:
        """Return what does not matter, and over what the answer is complete."""
        lines = []
        if found.needless:
            needless = self.listed([fact.label for fact in found.needless])
            lines.append(self.t(NEEDLESS, what=needless))
        if found.unread:
            lines.append(self.t(numbered(len(found.unread), *UNREAD)))
        said = COMPLETE if found.up_to is None else UP_TO
        return [*lines, self.t(said, n=counted(found.combinations), k=found.up_to)]

    def bullets(self, lines: Sequence[str]) -> list[Part]:
        """Return a list, the end of a long one left out."""
        left = len(lines) - SHOWN_SETS
        more = (self.t(MORE, n=counted(left)),) if left > 0 else ()
        return [Lines((*lines[:SHOWN_SETS], *more), bulleted=True)]

    def facts(self, facts: Iterable[StatedFact]) -> str:
        return "; ".join(fact.label[self.lang] for fact in facts)

    def answers(self, way: Iterable[Step]) -> str:
        """Return answers to what is unknown, each with the values that serve."""
        return "; ".join(
            f"{step.label[self.lang]}: {self.t(w.OR).join(a.label[self.lang] for a in step.after)}"
            for step in way
        )
