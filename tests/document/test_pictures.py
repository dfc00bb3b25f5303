"""Pictures: no text runs over another or off the page, however long names are."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

import pytest

from kemitraan.document.pictures import plan, stakeholders
from kemitraan.document.pictures.bars import bars
from kemitraan.document.pictures.profile import profile, synopsis
from kemitraan.document.pictures.proof import Ground, proof_graph
from kemitraan.document.pictures.svg import WIDTH, wide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SVG = "{http://www.w3.org/2000/svg}"
WORDS = (
    "Paguyuban", "BRI", "Dinas Koperasi, Usaha Kecil dan Menengah", "kain", "<b>&", "sentra",
    "Perindustrianperdagangandankoperasi" * 2,
)  # fmt: skip


class Room(NamedTuple):
    """The room a text takes, and the text."""

    left: float
    top: float
    right: float
    foot: float
    text: str


def rooms(svg: str) -> Iterator[Room]:
    """Yield the room of each text of a picture."""
    for found in ET.fromstring(svg).iter(f"{SVG}text"):  # noqa: S314 – our own
        text, size = found.text or "", float(found.get("font-size", "12"))
        x, y = float(found.get("x", "0")), float(found.get("y", "0"))
        width = wide(text, size, bold=found.get("font-weight") == "bold")
        x -= {"middle": width / 2, "end": width}.get(found.get("text-anchor", ""), 0)
        yield Room(x, y - 0.75 * size, x + width, y + 0.2 * size, text)


def _map(name: Callable[[], str], random: Random) -> str:
    actors = [
        stakeholders.Placed(
            name(),
            "kunci",
            random.choice([0, 2, 2, 2, None]),
            random.choice([0, 2, 2, None]),
            random.choice([0, 1, 2, None]),
            borderline=random.random() < 0.5,
        )
        for _ in range(40)
    ]
    said = stakeholders.MapWords(
        "t", "a", "Kepentingan", "Pengaruh", ("rendah", "sedang", "tinggi"), "belum diketahui",
        "tidak dikelompokkan", ("kunci", "strategis", "pendukung"), "di ambang batas " * 6,
    )  # fmt: skip
    return stakeholders.stakeholder_map(actors, said)


def _plan(name: Callable[[], str], random: Random) -> str:
    phases = [
        (
            phase,
            [plan.Placed(n, name(), name(), name() if n % 2 else "") for n in range(count)],
        )
        for phase, count in (("Sekarang", 3), ("Berikutnya", random.randint(5, 20)), ("Nanti", 1))
    ]
    return plan.sequence("t", "a", phases)


def _profile(name: Callable[[], str], random: Random) -> str:
    rows = [
        (name(), [(random.choice([0, 1, 2, None]), "belum dinilai") for _ in range(4)])
        for _ in range(8)
    ]
    return profile("t", "a", [name() for _ in range(4)], rows, 2)


def _synopsis(name: Callable[[], str], _: Random) -> str:
    rows = [(name(), [("dots", name()) for _ in range(4)]) for _ in range(8)]
    return synopsis("t", "a", [name() for _ in range(4)], rows)


def _bars(name: Callable[[], str], random: Random) -> str:
    rows = [(name(), [random.randint(0, 99) for _ in range(5)]) for _ in range(7)]
    return bars("t", "a", ["fakta lain", "terjawab", "aktor baru", "asumsi lain", "x"], rows)


def _proof(name: Callable[[], str], random: Random) -> str:
    def ground(depth: int) -> Ground:
        below = tuple(ground(depth - 1) for _ in range(random.randint(0, 3))) if depth else ()
        return Ground(name(), not below, below)

    return proof_graph("t", "a", Ground("a", False, (ground(7), ground(3))))


@pytest.mark.parametrize("drawn", [_map, _plan, _profile, _synopsis, _bars, _proof])
def test_no_text_runs_over_another_or_off_the_page(
    drawn: Callable[[Callable[[], str], Random], str],
) -> None:
    random = Random(7)
    told = list(
        rooms(drawn(lambda: " ".join(random.choices(WORDS, k=random.randint(1, 6))), random))
    )
    assert len(told) > 10
    for one in told:
        assert one.left >= -2, one
        assert one.right <= WIDTH + 2, one
    for one, other in combinations(told, 2):
        apart = (
            one.right <= other.left
            or other.right <= one.left
            or one.foot <= other.top
            or other.foot <= one.top
        )
        assert apart, (one, other)
