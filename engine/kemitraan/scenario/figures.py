"""Reads measured figures: numbers and shares, on the scale of their attribute or refused.

A figure out of its range, or one that looks like a figure on another scale, is never read: the
fault says what to write instead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kemitraan.faults import Fault, Place
from kemitraan.scenario.values import date, is_stated, number
from kemitraan.text import Text, joined

if TYPE_CHECKING:
    from kemitraan.knowledge.vocabulary import Attribute, Figure, Vocabulary

_SHARE = re.compile(r"(.+?)\s*(?:%|persen|per ?cent)", re.IGNORECASE)
_PART = re.compile(r"(.+?)\s*(?:/|\bdari\b|\bout of\b|\bof\b)\s*(.+)", re.IGNORECASE)
_PER_CENT = 100.0
_SCALES = (5.0, 10.0)
"""Highest scores of the scales people rate on; what is no more than one of them may be on it."""


def share(raw: object) -> tuple[float, float] | None:
    """Return so much of so much: `72%`, `72 persen`, `3.4/5`, `3,4 dari 5`; None else."""
    text = str(raw).strip()
    if (found := _SHARE.fullmatch(text)) is not None:
        part, whole = number(found[1]), _PER_CENT
    elif (found := _PART.fullmatch(text)) is not None:
        part, whole = number(found[1]), number(found[2]) or 0.0
    else:
        return None
    return None if part is None or not whole else (part, whole)


class FigureReader:
    """Reads the figures said of one thing; `label` is what people call it."""

    def __init__(
        self,
        words: Vocabulary,
        attribute: Attribute,
        label: Text,
        place: Place,
        faults: list[Fault],
    ) -> None:
        self.words = words
        self.attribute = attribute
        self.label = label
        self.place = place
        self.faults = faults

    def refuse(self, what: Text, fix: Text) -> None:
        """Append a fault of the thing."""
        labelled = Text("{label}: {what}", "{label}: {what}").format(label=self.label, what=what)
        self.faults.append(Fault(self.place, labelled, fix=fix))

    def figure(self, raw: object, of: object = None) -> float | None:
        """Return a figure, written as such (`figure`, perhaps with `of`), or None with a fault."""
        rule = self.attribute.figure
        if rule is None:
            self.refuse(Text(f"'{raw}' berupa angka", f"'{raw}' is a figure"), self.levels())
            return None
        found, parts = number(raw), share(raw)
        if parts is not None and not is_stated(of):
            if rule.whole is None:
                what = Text(f"'{raw}' berupa bagian", f"'{raw}' is a share")
                self.refuse(what, self.figures(rule))
                return None
            found, of = parts[0], f"{parts[1]:g}"
        if found is None:
            what = Text(f"'{raw}' bukan angka", f"'{raw}' is no number")
            self.refuse(what, self.figures(rule))
            return None
        if is_stated(of):
            return self.part(rule, found, raw, of)
        return found if self.on_scale(rule, found, raw) else None

    def part(self, rule: Figure, found: float, raw: object, of: object) -> float | None:
        """Return the figure of a share: so much `of` so much."""
        whole = number(of)
        if rule.whole is None:
            what = Text(
                f"'{raw}' dari '{of}' tidak dapat dihitung di sini",
                f"'{raw}' of '{of}' cannot be counted here",
            )
        elif whole is None or whole <= 0:
            what = Text(f"of: '{of}' bukan skor tertinggi", f"of: '{of}' is no highest score")
        else:
            # Rounded, so that 3.4 of 5 is 68 and no neighbour of it.
            figure = round(found / whole * rule.whole, 9)
            if rule.range is None or rule.range[0] <= figure <= rule.range[1]:
                return figure
            what = Text(
                f"{raw} dari {of} tidak mungkin", f"{raw} of {of} is more or less than can be"
            )
        self.refuse(what, self.figures(rule))
        return None

    def on_scale(self, rule: Figure, found: float, raw: object) -> bool:
        """Tell whether a bare figure is on the scale of the attribute; else a fault says so."""
        if rule.range is not None and not rule.range[0] <= found <= rule.range[1]:
            low, high = (f"{bound:g}" for bound in rule.range)
            what = Text(
                f"{raw} di luar {low}–{high} ({rule.unit.id})",
                f"{raw} is outside {low}–{high} ({rule.unit.en})",
            )
            # A capacity of 72 where a ratio is meant: as likely as not, per cent.
            as_share = rule.whole == 1 and 0 < found <= rule.range[1] * _PER_CENT
            fix = (
                Text(f"Bila {raw} persen, tulis {raw}%", f"If it is {raw} per cent, write {raw}%")
                if as_share
                else self.figures(rule)
            )
            self.refuse(what, fix)
            return False
        if rule.doubtful is None or found > rule.doubtful:
            return True
        as_is = f"{found:g}"  # within braces a decimal comma would end the number
        if found <= 1:
            cent = f"{round(found * _PER_CENT, 9):g}"
            what = Text(f"{raw}, maksudnya {cent} persen?", f"{raw}, is it {cent} per cent?")
            fix = Text(
                f"Tulis {cent}%; bila memang {raw} persen: {as_is}%",
                f"Write {cent}%; if it is {raw} per cent: {as_is}%",
            )
        else:
            top = f"{next(top for top in (*_SCALES, rule.doubtful) if found <= top):g}"
            what = Text(f"{raw}, pada skala 1–{top}?", f"{raw}, on a scale of 1–{top}?")
            written = f"{{figure: {as_is}, of: {top}}}" if self.place.line else f"{as_is}/{top}"
            fix = Text(
                f"Tulis {written}; bila persen: {as_is}%", f"Write {written}; if per cent: {as_is}%"
            )
        self.refuse(what, fix)
        return False

    def span(self, raw: object) -> str | None:
        """Return the number of a span of years that is told as one: `3 tahun`; None else."""
        rule = self.attribute.figure
        if rule is None or not rule.since:
            return None
        units = "|".join(map(re.escape, (rule.unit.id, rule.unit.en)))
        found = re.fullmatch(rf"(.+?)\s*(?:{units})", str(raw).strip(), re.IGNORECASE)
        return found[1] if found and number(found[1]) is not None else None

    def bare(self, raw: object) -> float | None:
        """Return a number written as the value; a year or a span of years must say which it is."""
        rule, span = self.attribute.figure, self.span(raw)
        if rule is None or not rule.since or span is not None:
            return self.figure(raw if span is None else span)
        what = Text(f"'{raw}' bisa tahun atau lamanya", f"'{raw}' may be a year or a span")
        fix = Text("Tulis {since: 2024} atau {figure: 3}", "Write {since: 2024} or {figure: 3}")
        if not self.place.line:
            # Braces are read in a file only.
            fix = Text(f"Tulis lamanya: 3 {rule.unit.id}", f"Write the span: 3 {rule.unit.en}")
        self.refuse(what, fix)
        return None

    def since(self, raw: object, on: str | None, assessed: object) -> float | None:
        """Return the years from a year to the date of the claim, or else of the assessment."""
        rule = self.attribute.figure
        if rule is None or not rule.since:
            self.refuse(
                Text("tidak menerima 'since'", "does not take 'since'"),
                self.levels() if rule is None else self.figures(rule),
            )
            return None
        start = date(raw, self.place, self.faults)
        now = on or assessed
        if start is None:
            return None
        if not is_stated(now):
            what = Text("'since' tanpa 'assessed_on'", "'since' without 'assessed_on'")
            fix = Text("Sebut tahunnya dengan assessed_on di atas, atau on: di sini",
                       "Say as of when: assessed_on above, or on: here")  # fmt: skip
            self.refuse(what, fix)
            return None
        # A date that is none is reported where it stands.
        year = date(now, self.place, [])
        years = None if year is None else float(int(year[:4]) - int(start[:4]))
        if years is None:
            return None
        if years < 0:
            what = Text(f"'{raw}' setelah tahun penilaian {year}",
                        f"'{raw}' lies after the assessment of {year}")  # fmt: skip
            self.refuse(what, Text("Periksa kedua tahun itu", "Check the two years"))
            return None
        return years if self.on_scale(rule, years, f"{years:g}") else None

    def levels(self) -> Text:
        """Return the words to write instead."""
        return listed_words(self.words, self.attribute.id)

    def figures(self, rule: Figure) -> Text:
        """Return which figures to write, or which words instead."""
        bounds = "" if rule.range is None else f" {rule.range[0]:g}–{rule.range[1]:g}"
        number_of = Text(f"Tulis angka{bounds} ({rule.unit.id})",
                         f"Write a number{bounds} ({rule.unit.en})")  # fmt: skip
        return Text("{number}, atau kata: {words}", "{number}, or a word: {words}").format(
            number=number_of, words=word_list(self.words, self.attribute.id)
        )


def word_list(words: Vocabulary, attribute: str) -> Text:
    """Return the words an attribute takes, in each language."""
    return joined(words.word_for(attribute, value) for value in words.values_of(attribute))


def listed_words(words: Vocabulary, attribute: str) -> Text:
    """Return what to do: write one of these words."""
    return Text("Tulis salah satu: {words}", "Write one of: {words}").format(
        words=word_list(words, attribute)
    )
