"""The report of `robust`: in how many combinations conclusions hold, what moves them, and where."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kemitraan.analysis.robust.scopes import Over
from kemitraan.report import words as w
from kemitraan.report.counts import counted, percent
from kemitraan.report.firm import ABOUT_ASSUMPTIONS, firm_parts
from kemitraan.report.kit import cut, table
from kemitraan.report.parts import Grid, Heading, Lines, Part
from kemitraan.text import Lang, Text, same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kemitraan.analysis.robust.robustness import (
        Condition,
        Count,
        Mover,
        Option,
        Restriction,
        Robust,
        Robustness,
    )
    from kemitraan.report.firm import Firm

_TITLE = Text("Ketahanan anjuran", "How far the advice holds")
_OVER = {
    "assumptions": Text("pilihan asumsi", "alternatives of assumptions"),
    "unknown": Text("jawaban atas yang belum diketahui", "answers to what is unknown"),
    "stated": Text(
        "tingkat yang dinyatakan (naik atau turun satu)", "stated levels (one step up or down)"
    ),
    "rules": Text("aturan yang berlaku atau dimatikan", "rules in force or switched off"),
}
_TESTED = Text(
    "Yang diuji: setiap kombinasi {over} yang dapat berpengaruh pada kesimpulan itu. Angkanya "
    "adalah bagian dari kombinasi yang diuji, bukan peluang.",
    "Tested: every combination of {over} that can bear on the conclusion. The figures are "
    "shares of tested combinations, not probabilities.",
)
_SAMPLED = Text(
    "* sampel, n = {n}: kombinasinya terlalu banyak untuk diuji semua.",
    "* sampled, n = {n}: there are too many combinations to test all.",
)
_SAMPLE_OF = Text(
    "Sampel, n = {n}, dari {all} kombinasi.", "Sampled, n = {n}, of {all} combinations."
)
_SUMMARY = Text(
    "{always} dari {all} kesimpulan berlaku dalam setiap kombinasi; yang paling rapuh: "
    "{least} ({share}).",
    "{always} of {all} conclusions hold in every combination; the most fragile one: "
    "{least} ({share}).",
)
_ALL_HOLD = Text(
    "Semua kesimpulan ({all}) berlaku dalam setiap kombinasi.",
    "All conclusions ({all}) hold in every combination.",
)
_HOLDS = Text("Berlaku", "Holds")
_COMBINATIONS = Text("Kombinasi", "Combinations")
_HOLDS_IN = Text(
    "Berlaku dalam {n} dari {of} kombinasi ({share}).",
    "Holds in {n} of {of} combinations ({share}).",
)
_NOT_NOW = Text("Kini tidak berlaku.", "It does not hold now.")
_NOW_NOT = Text("{what} (kini tidak)", "{what} (not now)")
_UNTOUCHED = Text("tidak terpengaruh", "nothing bears on it")
_ALWAYS = Text(
    "Tidak ada yang diuji yang dapat berpengaruh padanya: ia selalu berlaku.",
    "Nothing that is tested can bear on it: it always holds.",
)
_NEVER = Text(
    "Tidak ada yang diuji yang dapat berpengaruh padanya: ia tidak pernah berlaku.",
    "Nothing that is tested can bear on it: it never holds.",
)
_COLUMNS = Text(
    "Kolom perubahan: kombinasi yang tepat sekian hal di dalamnya lain dari keadaan kini.",
    "The columns 'changed': combinations in which exactly so many things differ from now.",
)
_CHANGES = Text("{n} perubahan", "{n} changed")
_WITH_CHANGES = Text(
    "Dengan tepat {n} perubahan dari keadaan kini", "With exactly {n} changed from now"
)
_TOO_MANY = Text("terlalu banyak untuk dihitung", "too many to count")
_OF = Text("{n} dari {of} ({share})", "{n} of {of} ({share})")
_MAINLY = {
    True: Text("Tidak berlaku terutama bila", "Fails mainly where"),
    False: Text("Muncul terutama bila", "Comes up mainly where"),
}
_WHERE = Text("Di mana tidak berlaku", "Where they do not hold")
_COVERS = {
    True: Text("Bagian dari kegagalan", "Covers (of failures)"),
    False: Text("Bagian dari yang berlaku", "Covers (of where it holds)"),
}
_WITHIN = {
    True: Text("Tidak berlaku (dari yang demikian)", "Fail (of such)"),
    False: Text("Berlaku (dari yang demikian)", "Hold (of such)"),
}
_TOGETHER = Text("salah satu di antaranya", "any of these")
_AND = Text("; dan ", "; and ")
_BOTH = Text(" dan ", " and ")
_IS = same("{what}: {options}")
_IS_NOT = Text("{what}: selain {options}", "{what}: other than {options}")
_MOVED = Text("Bila ini saja diubah", "Moved by itself")
_MOVES = Text("Mengubah jawaban", "Changes the answer")
_GAINED = Text("Menjadi berlaku pada", "Gained towards")
_LOST = Text("Tidak berlaku pada", "Lost towards")
_IDLE = Text(
    "Tidak pernah mengubah jawaban bila diubah sendiri: {names}.",
    "Never change the answer when moved by themselves: {names}.",
)
_ALL_OF_IT = Text(
    "Rincian satu kesimpulan: kemitraan robust {sentra} KESIMPULAN.",
    "One conclusion in detail: kemitraan robust {sentra} CONCLUSION.",
)
_NOTHING = Text(
    "Belum ada kesimpulan inti untuk diuji.", "There is no core conclusion to test yet."
)

_MOST_OPTIONS = 3
_MOST_ROWS = 8


def robust_parts(
    found: Robustness, firm: Sequence[Firm], lang: Lang, name: str, *, full: bool
) -> list[Part]:
    """Return the report; `full` gives every conclusion in detail, else only one that is alone."""
    title = Heading(f"{_TITLE[lang]}: {found.sentra.label[lang]}", 1)
    parts: list[Part] = [title, *firm_parts(firm, lang)]
    if found.over == (Over.ASSUMPTIONS,):
        parts.append(Lines((ABOUT_ASSUMPTIONS[lang],)))
    if not found.conclusions:
        return [*parts, Lines((_NOTHING[lang],))]
    alone = len(found.conclusions) == 1
    if not alone:
        parts += _overview(found, lang)
    if alone or full:
        for one in found.conclusions:
            parts += _detail(one, lang, full=full)
    else:
        parts += _failures(found, lang)
    over = _BOTH[lang].join(_OVER[name][lang] for name in found.over)
    notes = [_TESTED.format(over=over)[lang]]
    if not alone:
        notes.append(_COLUMNS[lang])
    if not (alone or full):
        notes.append(_ALL_OF_IT.format(sentra=name)[lang])
    return [*parts, Lines(tuple(notes))]


def _overview(found: Robustness, lang: Lang) -> Iterator[Part]:
    """Yield the answer in a sentence, and the table of all conclusions."""
    every = found.conclusions
    if advised := [c for c in every if c.now]:
        always = sum(c.holds.n == c.holds.of and not c.sampled for c in advised)
        least = min(advised, key=lambda c: c.holds.n / c.holds.of)
        summary = _ALL_HOLD if always == len(advised) else _SUMMARY
        share = _share(least.holds)
        filled = summary.format(always=always, all=len(advised), least=least.label, share=share)
        yield Lines((filled[lang],))
    most = max(len(c.near) for c in every)
    rows = [(*_summed(c, lang), *[""] * (most - len(c.near))) for c in every]
    changed = (_CHANGES.format(n=k + 1) for k in range(most))
    yield from table((w.CONCLUSION, _HOLDS, _COMBINATIONS, *changed), rows, lang)
    if sampled := [c for c in every if c.sampled]:
        yield Lines((_SAMPLED.format(n=counted(sampled[0].holds.of)[lang])[lang],))


def _summed(one: Robust, lang: Lang) -> tuple[str, ...]:
    counted = _UNTOUCHED[lang] if one.combinations == 1 else _short(one.holds, lang)
    near = (_short(n.holds, lang) if n.holds else "–" for n in one.near)
    return (
        (one.label if one.now else _NOW_NOT.format(what=one.label))[lang],
        _share(one.holds),
        counted + ("\u00a0*" if one.sampled else ""),
        *near,
    )


def _failures(found: Robustness, lang: Lang) -> Iterator[Part]:
    """Yield the table of where conclusions fail: what says most, once for all it is said of."""
    said: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for c in found.conclusions:
        if c.now and c.conditions:
            first = c.conditions[0]
            said[_condition(_restrictions(first, lang), first)].append(c.label[lang])
    rows = [("; ".join(names), *condition) for condition, names in said.items()]
    if rows:
        yield Heading(_WHERE[lang])
        heads = (w.CONCLUSION, _MAINLY[True], _COVERS[True], _WITHIN[True])
        yield from table(heads, rows, lang)


def _detail(one: Robust, lang: Lang, *, full: bool) -> Iterator[Part]:
    """Yield everything about one conclusion."""
    yield Heading(one.label[lang])
    yield Lines((" ".join(_answer(one, lang)),))
    if one.near:
        yield Grid(
            tuple(
                (
                    _WITH_CHANGES.format(n=n.changes)[lang],
                    _count(_OF, n.holds, lang) if n.holds else _TOO_MANY[lang],
                )
                for n in one.near
            )
        )
    if one.conditions:
        heads = (_MAINLY[one.now], _COVERS[one.now], _WITHIN[one.now])
        yield from table(heads, list(_conditions(one, lang)), lang)
    most = None if full else _MOST_ROWS
    if one.movers:
        rows = [_mover(m, lang) for m in one.movers]
        yield from table((_MOVED, _MOVES, _GAINED, _LOST), rows, lang, most)
    if one.idle:
        names = cut([i.label[lang] for i in one.idle], most, lang)
        yield Lines((_IDLE.format(names=names)[lang],))


def _answer(one: Robust, lang: Lang) -> Iterator[str]:
    if one.combinations == 1:
        yield (_ALWAYS if one.now else _NEVER)[lang]
        return
    yield _count(_HOLDS_IN, one.holds, lang)
    if not one.now:
        yield _NOT_NOW[lang]
    if one.sampled:
        n, every = counted(one.holds.of)[lang], counted(one.combinations)[lang]
        yield _SAMPLE_OF.format(n=n, all=every)[lang]


def _conditions(one: Robust, lang: Lang) -> Iterator[tuple[str, ...]]:
    for condition in one.conditions:
        yield _condition(_restrictions(condition, lang), condition)
    if one.together and len(one.conditions) > 1:
        yield _condition(_TOGETHER[lang], one.together)


def _condition(name: str, condition: Condition) -> tuple[str, ...]:
    return (name, _share(condition.covers), _share(condition.differs))


def _restrictions(condition: Condition, lang: Lang) -> str:
    return _AND[lang].join(_restriction(r, lang) for r in condition.restrictions)


def _restriction(restriction: Restriction, lang: Lang) -> str:
    """Return a restriction by the alternatives it has, or by those it has not if they are fewer."""
    without = len(restriction.others) < len(restriction.options)
    named = restriction.others if without else restriction.options
    options = ", ".join(f"'{o.label[lang]}'" for o in named)
    return (_IS_NOT if without else _IS).format(what=restriction.label, options=options)[lang]


def _mover(mover: Mover, lang: Lang) -> tuple[str, ...]:
    gains = [(o, o.gains) for o in mover.options if o.gains]
    loses = [(o, o.loses) for o in mover.options if o.loses]
    of = mover.changes.of
    return (
        mover.label[lang],
        _share(mover.changes),
        _options(gains, of, lang),
        _options(loses, of, lang),
    )


def _options(options: Sequence[tuple[Option, int]], of: int, lang: Lang) -> str:
    ordered = sorted(options, key=lambda o: -o[1])
    return cut([f"{o.label[lang]} ({percent(n, of)})" for o, n in ordered], _MOST_OPTIONS, lang)


def _count(phrase: Text, count: Count, lang: Lang) -> str:
    n, of = counted(count.n)[lang], counted(count.of)[lang]
    return phrase.format(n=n, of=of, share=_share(count))[lang]


def _short(count: Count, lang: Lang) -> str:
    return f"{counted(count.n)[lang]}/{counted(count.of)[lang]}"


def _share(count: Count) -> str:
    return percent(count.n, count.of)
