"""The report of flips: the answer, the changes that move it, then section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kemitraan.analysis.changes_in_words import ASPECT, LEGEND, change_text, told
from kemitraan.report.counts import counted
from kemitraan.report.firm import ABOUT_CHANGES, firm_parts
from kemitraan.report.kit import left_out, table
from kemitraan.report.parts import Grid, Heading, Lines
from kemitraan.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kemitraan.analysis.flips.combined import ChangeSet, Combined
    from kemitraan.analysis.flips.flips import Flip, Flips, Tally
    from kemitraan.analysis.flips.steps import Step, StepRow
    from kemitraan.report.firm import Firm
    from kemitraan.report.parts import Part

DECIDING: Final = ("type", "readiness")
_ROWS, _DECIDING_ROWS, _PHRASES = 6, 16, 3

TITLE = Text("Perubahan yang mengubah anjuran", "Changes that flip the advice")
ANSWER = {
    "type": Text(
        "{n} dari {of} perubahan tunggal mengubah jenis kemitraan{which}.",
        "{n} of {of} single changes flip the partnership type{which}.",
    ),
    "readiness": Text(
        "{n} dari {of} perubahan tunggal mengubah kesiapan bermitra{which}.",
        "{n} of {of} single changes flip the readiness{which}.",
    ),
}
UNFELT = Text(
    "{n} dari {of} tidak mengubah jenis, fokus, kesiapan, kelompok aktor, langkah, dan kebutuhan.",
    "{n} of {of} change neither type, focus, readiness, groups of actors, steps nor needs.",
)
SORT = {
    "fact": Text("fakta lain", "other fact"),
    "unknown": Text("terjawab", "answered"),
    "actor": Text("aktor baru", "new actor"),
    "assumption": Text("asumsi lain", "other assumption"),
    "rule": Text("tanpa aturan", "rule off"),
}
COUNTS = Text("Berapa perubahan mengubah apa", "How many changes flip what")
FLIPPED = Text("Yang berubah", "What flips")
ALL = Text("semua ({n})", "all ({n})")
DECIDING_HEADING = Text(
    "Perubahan yang mengubah jenis atau kesiapan", "Changes that flip type or readiness"
)
NO_FLIP = Text("Tidak ada.", "None.")
CHANGE = Text("Perubahan", "Change")
EFFECT = Text("Akibatnya", "What it changes")
STEPS = Text("Satu tingkat turun atau naik", "One step lower or higher")
ATTRIBUTE = Text("Atribut", "Attribute")
LOWER = Text("−1", "−1")
NOW = Text("kini", "now")
HIGHER = Text("+1", "+1")
END = Text("(ujung skala)", "(end of scale)")
NOTHING = "–"
STILL = Text(
    "Satu tingkat turun atau naik tidak mengubah apa pun: {names}.",
    "One step lower or higher changes nothing: {names}.",
)
ASPECT_HEADING = Text("{aspect} ({n} perubahan)", "{aspect} ({n} changes)")
TOGETHER = {
    2: Text("Pasangan perubahan: {aspect}", "Pairs of changes: {aspect}"),
    3: Text("Tiga perubahan sekaligus: {aspect}", "Three changes at once: {aspect}"),
}
FOUND = Text(
    "{n} dari {tested} kombinasi {size} perubahan mengubahnya, padahal bagian-bagiannya "
    "sendiri tidak. Yang seluruhnya dapat diupayakan program: {own}.",
    "{n} of {tested} combinations of {size} changes flip it although no part of them does. "
    "Wholly in the hands of a programme: {own}.",
)
ALL_TESTED = Text(
    "Semua kombinasi yang dapat berpengaruh diperiksa.",
    "All combinations that can matter were looked at.",
)
SAMPLED = Text(
    "Dicuplik: {tested} dari {possible} kombinasi yang dapat berpengaruh (benih tetap).",
    "Sampled: {tested} of {possible} combinations that can matter (fixed seed).",
)
SHARE = Text(
    "Angka ini bagian dari perubahan yang dicoba, bukan peluang.",
    "These figures are shares of the changes tried, not probabilities.",
)


def flips_parts(
    found: Flips, firm: Sequence[Firm], lang: Lang, *, full: bool = False
) -> list[Part]:
    """Return the parts of the report; `full` cuts nothing."""
    parts: list[Part] = [
        Heading(f"{TITLE[lang]}: {found.sentra.label[lang]}", 1),
        *firm_parts(firm, lang),
        Lines((ABOUT_CHANGES[lang],)),
        Lines(
            (
                *(_answer(t, lang) for t in found.tallies if t.aspect in DECIDING),
                UNFELT.format(n=counted(found.tested - len(found.flips)), of=counted(found.tested))[
                    lang
                ],
            )
        ),
        Heading(DECIDING_HEADING[lang]),
    ]
    deciding = [f for f in found.flips if f.aspects & set(DECIDING)]
    if deciding:
        rows = [
            (
                change_text(f.change, lang),
                told(f.differences, lang, aspects=DECIDING, counted=True)
                if not full
                else told(f.differences, lang, aspects=ASPECT),
            )
            for f in deciding
        ]
        parts += _cut(rows, lang, None if full else _DECIDING_ROWS)
    else:
        parts.append(Lines((NO_FLIP[lang],)))
    parts.append(Lines((LEGEND[lang],)))
    for combined in found.combined:
        parts += _together(combined, lang, full=full)
    parts += [Heading(COUNTS[lang]), _tallies(found, lang), Lines((SHARE[lang],))]
    parts += _steps(found.steps, lang, full=full)
    for tally in found.tallies:
        if tally.aspect not in DECIDING and tally.count:
            parts += _aspect(tally, found.flips, lang, full=full)
    return parts


def _answer(tally: Tally, lang: Lang) -> str:
    which = ", ".join(
        f"{SORT[sort][lang]} {count}" for sort, (count, _) in tally.by_sort.items() if count
    )
    which = f" ({which})" if which else ""
    return ANSWER[tally.aspect].format(n=counted(tally.count), of=counted(tally.of), which=which)[
        lang
    ]


def _tallies(found: Flips, lang: Lang) -> Grid:
    first = found.tallies[0]
    sorts = [f"{SORT[sort][lang]} ({of})" for sort, (_, of) in first.by_sort.items()]
    rows = tuple(
        (
            ASPECT[tally.aspect][lang],
            str(tally.count),
            *(str(count) if count else NOTHING for count, _ in tally.by_sort.values()),
        )
        for tally in found.tallies
    )
    return Grid(rows, (FLIPPED[lang], ALL.format(n=counted(found.tested))[lang], *sorts))


def _cut(rows: list[tuple[str, str]], lang: Lang, most: int | None) -> list[Part]:
    """Return a table of changes and effects, cut visibly where it is long."""
    return table((CHANGE, EFFECT), rows, lang, most, spare=1)


def _aspect(tally: Tally, flips: tuple[Flip, ...], lang: Lang, *, full: bool) -> list[Part]:
    name = ASPECT[tally.aspect]
    most = None if full else _PHRASES
    # What can be done comes first, and a fact before a rule; deciding flips are told above.
    rows = [
        (change_text(f.change, lang), told(f.differences, lang, aspects=(tally.aspect,), most=most))
        for f in sorted(flips, key=lambda f: not f.change.controllable)
        if tally.aspect in f.aspects
    ]
    heading = ASPECT_HEADING.format(aspect=name, n=tally.count)[lang]
    return [Heading(heading), *_cut(rows, lang, None if full else _ROWS)]


def _steps(rows: tuple[StepRow, ...], lang: Lang, *, full: bool) -> list[Part]:
    if not rows:
        return []
    moving = [r for r in rows if any(s is not None and s.differences for s in (r.lower, r.higher))]
    still = [r.label[lang] for r in rows if r not in moving]
    parts: list[Part] = [Heading(STEPS[lang])]
    if moving:
        cells = tuple(
            (
                row.label[lang],
                _step(row.lower, lang, full=full),
                row.now.label[lang],
                _step(row.higher, lang, full=full),
            )
            for row in moving
        )
        parts += table((ATTRIBUTE, LOWER, NOW, HIGHER), cells, lang)
    if still:
        parts.append(Lines((STILL.format(names="; ".join(still))[lang],)))
    return parts


def _step(step: Step | None, lang: Lang, *, full: bool) -> str:
    if step is None:
        return END[lang]
    if not step.differences:
        return f"{step.level.label[lang]}: {NOTHING}"
    said = told(
        step.differences, lang, aspects=ASPECT if full else (*DECIDING, "groups"), counted=not full
    )
    return f"{step.level.label[lang]}: {said}"


def _together(combined: Combined, lang: Lang, *, full: bool) -> list[Part]:
    tested = SAMPLED if combined.sampled else ALL_TESTED
    lines = (
        FOUND.format(
            n=counted(combined.count)[lang],
            tested=counted(combined.tested)[lang],
            size=combined.size,
            own=counted(combined.controllable)[lang],
        )[lang],
        tested.format(
            tested=counted(combined.tested)[lang], possible=counted(combined.possible)[lang]
        )[lang],
    )
    aspect = ASPECT[combined.aspect]
    parts: list[Part] = [
        Heading(TOGETHER[combined.size].format(aspect=aspect)[lang]),
        Lines((" ".join(lines),)),
    ]
    if combined.sets:
        shown = combined.sets if full else combined.sets[:_ROWS]
        parts += table((CHANGE, EFFECT), [_set(found, lang) for found in shown], lang)
        parts += left_out(combined.count - len(shown), lang)
    return parts


def _set(found: ChangeSet, lang: Lang) -> tuple[str, str]:
    changes = " + ".join(change_text(change, lang) for change in found.changes)
    return changes, told(found.differences, lang, aspects=DECIDING)
