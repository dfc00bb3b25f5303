"""How firm a headline is, in one sentence: what is not known, and what is assumed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kemitraan.report.counts import percent
from kemitraan.report.parts import Grid, Part
from kemitraan.text import Lang, Text, joined, same

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST: Final = 2

ABOUT_UNKNOWN = Text(
    "Tentang yang belum diketahui: apa yang berubah oleh jawabannya. Asumsi tetap seperti yang "
    "dipilih; tentang asumsi: kemitraan robust.",
    "About what is unknown: what the answers change. Assumptions stay as chosen; about these: "
    "kemitraan robust.",
)
ABOUT_ASSUMPTIONS = Text(
    "Tentang asumsi: apa yang tetap berlaku bila asumsi lain dipilih. Yang belum diketahui tetap "
    "tidak diketahui; tentang itu: kemitraan certain.",
    "About assumptions: what still holds where others are chosen. What is unknown stays so; about "
    "that: kemitraan certain.",
)
ABOUT_CHANGES = Text(
    "Tentang perubahan satu demi satu, dan berpasangan, pada fakta, asumsi dan aturan; bukan semua "
    "kombinasinya, yang dihitung kemitraan certain dan kemitraan robust.",
    "About changes one by one, and in pairs, of facts, assumptions and rules; not of all their "
    "combinations, which kemitraan certain and kemitraan robust count.",
)
FIRM = Text("Kepastian", "How firm")
READY = Text("Kesiapan", "Readiness")
FULLY = Text(
    "pasti, apa pun jawaban yang belum ada dan asumsinya",
    "certain, whatever the unknown answers and the assumptions",
)
SETTLED = Text("sudah pasti dari yang diketahui", "settled by what is known")
UNSETTLED = Text("bergantung pada yang belum diketahui", "hangs on what is unknown")
UNDER_ALL = Text("berlaku pada semua pilihan asumsi", "holds under every choice of assumptions")
UNDER_SOME = Text(
    "berlaku pada {share} kombinasi asumsi; penentu utama: {movers}",
    "holds in {share} of assumption combinations; moved most by: {movers}",
)
TOLD = Text("{settled}; {holds}", "{settled}; {holds}")
OF = Text("{headline}: {told}", "{headline}: {told}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Firm:
    """How firm one headline is.

    `settled`: it stays whatever the unknown turns out to be, under the assumptions in force. It is
    shown in `holds` of `of` combinations of assumptions, the unknown left unknown; `movers` are
    the titles of those that make a difference to it, the strongest first.
    """

    headline: Text
    settled: bool
    holds: int
    of: int
    movers: tuple[Text, ...]


def firmness(one: Firm, names: int = _MOST) -> Text:
    """Return how firm a headline is, in a sentence without its subject and full stop.

    No more than `names` assumptions are named.
    """
    if one.settled and one.holds == one.of:
        return FULLY
    holds = UNDER_ALL
    if one.holds < one.of:
        movers = joined(one.movers[:names])
        holds = UNDER_SOME.format(share=percent(one.holds, one.of), movers=movers)
    return TOLD.format(settled=SETTLED if one.settled else UNSETTLED, holds=holds)


def firm_rows(found: Sequence[Firm], lang: Lang, names: int = _MOST) -> list[tuple[str, str]]:
    """Return the rows of a grid that say how firm the headlines are, wherever one is told it."""
    return rows_of(FIRM[lang], [line[lang] for line in firm_lines(found, names)])


def firm_parts(found: Sequence[Firm], lang: Lang) -> list[Part]:
    """Return how firm the headlines are, as an analysis opens with; nothing for no headline."""
    return [Grid(tuple(firm_rows(found, lang)))] if found else []


def rows_of(name: str, lines: Sequence[str]) -> list[tuple[str, str]]:
    """Return a row a line; the name stands before the first."""
    return [("" if number else name, line) for number, line in enumerate(lines)]


def firm_lines(found: Sequence[Firm], names: int = _MOST) -> list[Text]:
    """Return a line for each headline; those that are equally firm share one."""
    alike: dict[Text, list[Text]] = {}
    for one in found:
        alike.setdefault(firmness(one, names), []).append(one.headline)
    return [
        OF.format(headline=joined(headlines, same("; ")), told=told)
        for told, headlines in alike.items()
    ]
