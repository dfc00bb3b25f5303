"""How firm a headline is, in one sentence: what is not known, and what is assumed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kemitraan.report.counts import percent
from kemitraan.text import Text, joined, same

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST: Final = 3

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
    "Tentang perubahan satu demi satu, dan berdua, pada fakta, asumsi dan aturan; bukan semua "
    "kombinasinya, yang dihitung kemitraan certain dan kemitraan robust.",
    "About changes one by one, and in pairs, of facts, assumptions and rules; not of all their "
    "combinations, which kemitraan certain and kemitraan robust count.",
)
READY = Text("Kesiapan", "Readiness")
FULLY = Text(
    "pasti, apa pun jawaban yang belum diketahui dan pilihan asumsinya",
    "certain, whatever the answers to what is unknown and the choice of assumptions",
)
SETTLED = Text("sudah pasti dari yang diketahui", "settled by what is known")
UNSETTLED = Text("masih bergantung pada yang belum diketahui", "hangs on what is still unknown")
UNDER_ALL = Text("berlaku pada semua pilihan asumsi", "holds under every choice of assumptions")
UNDER_SOME = Text(
    "berlaku pada {share} kombinasi asumsi; penentunya: {movers}",
    "holds in {share} of the combinations of assumptions; what moves it: {movers}",
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


def firm_lines(found: Sequence[Firm], names: int = _MOST) -> list[Text]:
    """Return a line for each headline; those that are equally firm share one."""
    alike: dict[Text, list[Text]] = {}
    for one in found:
        alike.setdefault(firmness(one, names), []).append(one.headline)
    return [
        OF.format(headline=joined(headlines, same("; ")), told=told)
        for told, headlines in alike.items()
    ]
