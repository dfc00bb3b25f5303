"""The pictures of the guide: those that reports hold, drawn when the pages are made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import kemitraan
from kemitraan.document.drawn import aspect_profile, flip_bars, map_picture, plan_sequence
from kemitraan.document.front import Front
from kemitraan.portfolio.pictures import with_pictures
from kemitraan.portfolio.recommend_all import opened
from kemitraan.portfolio.report import portfolio_parts
from kemitraan.portfolio.summary import Summing
from kemitraan.report.parts import Picture

if TYPE_CHECKING:
    from kemitraan.text import Lang

_BLOCK = re.compile(r"^```picture\n(?P<what>\w+) (?P<of>\S+)\n```$", re.MULTILINE)


def with_drawings(page: str, lang: Lang) -> str:
    """Return a page in which every block of language `picture` holds the picture it names.

    A block holds what is drawn (`map`, `sequence`, `profile`, `flips`, or `portfolio`) and of
    which shipped profile or table.
    """

    def block(found: re.Match[str]) -> str:
        picture = _portfolio(found["of"], lang) if found["what"] == "portfolio" else None
        picture = picture or _of_case(found["what"], found["of"], lang)
        # Its ink is black, whatever the page's ground.
        figure = f"<figure style='background: white'>{picture.svg}</figure>"
        return f"```{{raw}} html\n{figure}\n```\n\n*{picture.caption}*"

    return _BLOCK.sub(block, page)


def _of_case(what: str, name: str, lang: Lang) -> Picture:
    case = kemitraan.examine(name)
    front = Front(case, lang, name)
    match what:
        case "map":
            return map_picture(front)
        case "profile":
            return aspect_profile([case.recommendation], lang)
        case "flips":
            return flip_bars(kemitraan.flips(case), lang)
        case _:
            drawn = plan_sequence(front)
            assert drawn is not None
            return drawn


def _portfolio(table: str, lang: Lang) -> Picture:
    """Return the first picture of the summary of a table."""
    run = opened(table, quick=True)
    summing = Summing(run)
    for _ in summing.of(run.told()):
        pass
    summary = summing.summary()
    parts = with_pictures(portfolio_parts(run, summary, (), lang), summary, lang)
    return next(part for part in parts if isinstance(part, Picture))
