"""The report of the stability of the stakeholder map: one row for each actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kemitraan.analysis.changes_in_words import ASPECT
from kemitraan.report import words as w
from kemitraan.report.counts import counted, percent
from kemitraan.report.kit import cut, table
from kemitraan.report.parts import Heading, Lines
from kemitraan.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kemitraan.analysis.stability.actor_map import ActorStability, Share
    from kemitraan.analysis.stability.stability import Following, Stability
    from kemitraan.recommendation.model import Labelled
    from kemitraan.report.parts import Part

_MOVES, _CONCLUSIONS = 3, 6

TITLE = Text("Kestabilan peta pemangku kepentingan", "Stability of the stakeholder map")
STABLE = Text(
    "Tetap di kelompoknya dalam semua kombinasi: {names}.",
    "In the same group in every combination: {names}.",
)
BORDERLINE = Text(
    "Di ambang batas, satu perubahan saja sudah memindahkannya: {names}.",
    "Borderline, a single change moves them: {names}.",
)
BETWEEN = Text(
    "Baru berpindah bila beberapa hal berubah bersama: {names}.",
    "Moved only by several changes together: {names}.",
)
UNGROUPED = Text(
    "Tidak masuk kelompok mana pun dalam kombinasi apa pun: {names}.",
    "In no group in any combination: {names}.",
)
FOLLOWING = Text("{aspect} ({n} dari {of} kombinasi)", "{aspect} ({n} of {of} combinations)")
FOLLOWS = Text(
    "Bila peta berubah, yang ikut berubah: {names}. Yang tetap: {still}.",
    "When the map moves, what moves with it: {names}. What stays: {still}.",
)
NOTHING_FOLLOWS = Text(
    "Bila peta berubah, isi anjuran lainnya tetap: {still}.",
    "When the map moves, the rest of the recommendation stays: {still}.",
)
NO_MAP = Text(
    "Tidak ada aktor yang dapat berpindah kelompok.", "No actor can come to another group."
)
ACTORS = Text("Kelompok setiap aktor", "The group of each actor")
LEVELS = Text("{interest} / {influence}", "{interest} / {influence}")
NO_LEVEL = "?"
ACTOR = Text("Aktor (kepentingan / pengaruh)", "Actor (interest / influence)")
NOW = Text("Kini", "Now")
ASSUMED = Text("Menurut semua asumsi", "Under every assumption")
ALSO_LEVELS = Text("Juga tingkat ±1", "Levels ±1 too")
SHARE = Text("{group} {count} dari {of} ({percent})", "{group} {count} of {of} ({percent})")
FURTHER = Text("{group} {count} ({percent})", "{group} {count} ({percent})")
ALWAYS = Text("selalu {group}", "always {group}")
ALONE = Text("Dipindahkan satu perubahan", "Moved by one change")
NO_MOVE = "–"
WITH_MAP = Text("Apakah anjuran ikut berubah", "Whether the recommendation moves with the map")
ASPECT_COLUMN = Text("Bagian anjuran", "Part of the recommendation")
MAP_MOVED = Text("peta lain ({n})", "map otherwise ({n})")
MAP_SAME = Text("peta tetap ({n})", "map as now ({n})")
CHANGED = Text("Kesimpulan yang berubah", "Conclusions that change")
VARIED = Text(
    "Dikombinasikan: setiap pilihan dari {assumptions}{levels}.",
    "Combined: every alternative of {assumptions}{levels}.",
)
VARIED_LEVELS = Text(
    "; dan {n} tingkat kepentingan atau pengaruh yang belum dinilai (yang dipakai kini, satu "
    "tingkat lebih rendah, satu lebih tinggi; semua bila belum ada)",
    "; and {n} levels of interest or influence that nobody assessed (the one in force, one lower, "
    "one higher; all where none is in force)",
)
EXACT = Text("Semua {n} kombinasi dihitung.", "All {n} combinations were counted.")
SAMPLED = Text(
    "Bagian kedua dicuplik: {tested} dari {possible} kombinasi (benih tetap).",
    "The second part is sampled: {tested} of {possible} combinations (fixed seed).",
)
NO_CHANCE = Text(
    "Angka ini bagian dari kombinasi yang diperiksa, bukan peluang.",
    "These figures are shares of the combinations tested, not probabilities.",
)


def stability_parts(found: Stability, lang: Lang, *, full: bool = False) -> list[Part]:
    """Return the parts of the report; `full` cuts nothing."""
    parts: list[Part] = [
        Heading(f"{TITLE[lang]}: {found.sentra.label[lang]}", 1),
        Lines(tuple(_answer(found, lang)), bulleted=True),
    ]
    if found.actors:
        rows = tuple(_actor(a, lang, full=full) for a in found.actors)
        heads = (ACTOR, NOW, ASSUMED, ALSO_LEVELS, ALONE)
        parts += [Heading(ACTORS[lang]), *table(heads, rows, lang)]
    following = [f for f in found.follows if f.with_map or f.without]
    if following:
        moved = MAP_MOVED.format(n=counted(found.map_moved))
        same = MAP_SAME.format(n=counted(found.tested - found.map_moved))
        told = [_following(f, lang, full=full) for f in following]
        heads_with = (ASPECT_COLUMN, moved, same, CHANGED)
        parts += [Heading(WITH_MAP[lang]), *table(heads_with, told, lang)]
    if found.varied:
        parts.append(Lines((_tested(found, lang),)))
    return parts


def _answer(found: Stability, lang: Lang) -> Iterable[str]:
    said = (
        (BORDERLINE, [a.actor for a in found.actors if a.borderline]),
        (BETWEEN, [a.actor for a in found.actors if not a.borderline and not a.stable]),
        (STABLE, [a.actor for a in found.actors if a.stable]),
        (UNGROUPED, found.ungrouped),
    )
    for text, actors in said:
        if actors:
            yield text.format(names=_names(actors, lang))[lang]
    if not found.map_moved:
        yield NO_MAP[lang]
        return
    of = counted(found.map_moved)[lang]
    following = [
        FOLLOWING.format(aspect=ASPECT[f.aspect], n=counted(f.with_map)[lang], of=of)[lang]
        for f in found.follows
        if f.with_map
    ]
    still = ", ".join(ASPECT[f.aspect][lang] for f in found.follows if not f.with_map) or "–"
    text = FOLLOWS if following else NOTHING_FOLLOWS
    yield text.format(names=", ".join(following), still=still)[lang]


def _names(actors: Iterable[Labelled], lang: Lang) -> str:
    return ", ".join(actor.label[lang] for actor in actors)


def _group(group: Labelled | None, lang: Lang) -> str:
    return group.label[lang] if group else w.UNGROUPED[lang]


def _actor(actor: ActorStability, lang: Lang, *, full: bool) -> tuple[str, ...]:
    levels = LEVELS.format(
        interest=actor.interest.label if actor.interest else NO_LEVEL,
        influence=actor.influence.label if actor.influence else NO_LEVEL,
    )
    return (
        f"{actor.actor.label[lang]} ({levels[lang]})",
        _group(actor.group, lang),
        _shares(actor.assumed, actor.assumed_of, lang),
        _shares(actor.groups, actor.of, lang),
        _moves(actor, lang, full=full),
    )


def _shares(shares: tuple[Share, ...], of: int, lang: Lang) -> str:
    if len(shares) == 1:
        return ALWAYS.format(group=_group(shares[0].group, lang))[lang]
    return "; ".join(
        (FURTHER if place else SHARE).format(
            group=_group(share.group, lang),
            count=counted(share.count)[lang],
            of=counted(of)[lang],
            percent=percent(share.count, of),
        )[lang]
        for place, share in enumerate(shares)
    )


def _moves(actor: ActorStability, lang: Lang, *, full: bool) -> str:
    said = [f"{move.label[lang]} → {_group(move.group, lang)}" for move in actor.moves]
    return cut(said, None if full else _MOVES, lang, spare=1) or NO_MOVE


def _following(following: Following, lang: Lang, *, full: bool) -> tuple[str, ...]:
    told = [
        f"{'−' if c.now else '+'} {c.label[lang]} ({counted(c.with_map + c.without)[lang]})"
        for c in following.conclusions
        if not c.implied
    ]
    return (
        ASPECT[following.aspect][lang],
        counted(following.with_map)[lang],
        counted(following.without)[lang],
        cut(told, None if full else _CONCLUSIONS, lang, spare=1) or NO_MOVE,
    )


def _tested(found: Stability, lang: Lang) -> str:
    assumptions = [v.label[lang] for v in found.varied if v.sort == "assumption"]
    levels = sum(v.sort != "assumption" for v in found.varied)
    said = VARIED.format(
        assumptions=", ".join(assumptions),
        levels=VARIED_LEVELS.format(n=levels) if levels else Text("", ""),
    )
    tested = SAMPLED if found.sampled else EXACT
    return " ".join(
        (
            said[lang],
            tested.format(
                n=counted(found.tested)[lang],
                tested=counted(found.tested)[lang],
                possible=counted(found.possible)[lang],
            )[lang],
            NO_CHANCE[lang],
        )
    )
