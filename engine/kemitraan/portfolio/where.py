"""Reads `--where`: conditions on rows, in the words of the vocabulary and of the table's headings.

    readiness >= conditional and (supply_chain = candidate or not district in (Komodo, Bukit))

Ordered scales are compared by their order, cells of the table as numbers or as words. What is
asked becomes a function from a batch to the set of its rows.
"""

from __future__ import annotations

import operator
import re
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn, TypeAlias

from kemitraan.faults import Fault, InputError, Place, unknown
from kemitraan.knowledge.vocabulary import fold
from kemitraan.scenario.answers import probably
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kemitraan.portfolio.evaluation import Found
    from kemitraan.portfolio.names import Name, Names
    from kemitraan.portfolio.table import Batch

Where: TypeAlias = "Callable[[Batch, Found], int]"

PLACE: Final = Place("--where")
_TOKEN: Final = re.compile(
    r"""\s*(?:(?P<quoted>"[^"]*"|'[^']*')|(?P<sign>[<>!=]=|<>|[<>=(),])|(?P<word>[^\s<>!=(),"']+))"""
)
_JOINS: Final = {"and": "and", "dan": "and", "or": "or", "atau": "or", "not": "not",
                 "bukan": "not", "in": "in", "dalam": "in"}  # fmt: skip
_COMPARE: Final[dict[str, Callable[[float, float], bool]]] = {
    ">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt,
}  # fmt: skip
_EQUAL: Final = ("=", "==")
_UNEQUAL: Final = ("!=", "<>")
_UNKNOWN: Final = frozenset({"?", "unknown", "tidak_diketahui", "belum_diketahui"})
_EXAMPLE: Final = Text(
    'Contoh: "kesiapan >= siap bersyarat dan kecamatan = Komodo"',
    'Example: "readiness >= conditional and district = Komodo"',
)
_MOST_DEPTH: Final = 50


class _Token(NamedTuple):
    kind: str
    text: str


class WhereReader:
    """Reads one condition; every name and value that is not known is a fault."""

    def __init__(self, names: Names, text: str) -> None:
        self.names = names
        self.text = text
        self.faults: list[Fault] = []
        self.tokens = self._tokens()
        self.at = 0
        self.depth = 0

    def read(self) -> Where:
        """Return the condition.

        Raises:
            InputError: it cannot be read (all faults are listed).
        """
        found = self._any()
        if self.at < len(self.tokens):
            self._broken(self.tokens[self.at].text)
        if self.faults:
            raise InputError(self.faults)
        return found

    # The words of the condition

    def _tokens(self) -> list[_Token]:
        found, at = [], 0
        text = self.text.rstrip()
        while at < len(text):
            part = _TOKEN.match(text, at)
            if part is None:
                self._broken(text[at:].strip())
            at = part.end()
            if (quoted := part["quoted"]) is not None:
                found.append(_Token("word", quoted[1:-1]))
            elif (sign := part["sign"]) is not None:
                found.append(_Token("sign", sign))
            else:
                join = _JOINS.get(part["word"].casefold())
                found.append(_Token(join or "word", part["word"]))
        return found

    def _broken(self, near: str) -> NoReturn:
        what = (
            Text(f"tidak dapat dibaca di dekat '{near}'", f"cannot be read near '{near}'")
            if near
            else Text("terputus: ada yang belum ditulis", "it ends too early")
        )
        raise InputError([*self.faults, Fault(PLACE, what, fix=_EXAMPLE)])

    def _next(self, *kinds: str, sign: str = "") -> _Token | None:
        """Take the next token if it is of one of these kinds (of the sign named)."""
        if self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.kind in kinds and (not sign or token.text == sign):
                self.at += 1
                return token
        return None

    def _needed(self, sign: str) -> None:
        if self._next("sign", sign=sign) is None:
            self._broken(self.tokens[self.at].text if self.at < len(self.tokens) else "")

    def _words(self, *, value: bool = False) -> str:
        """Take a name or value: a word, a text in quotes, or several words one after another."""
        taken = []
        # A value may begin as a denial does: not ready.
        while (token := self._next("word", *(["not", "in"] if value else []))) is not None:
            taken.append(token.text)
        if not taken:
            self._broken(self.tokens[self.at].text if self.at < len(self.tokens) else "")
        return " ".join(taken)

    # Conditions

    def _any(self) -> Where:
        found = [self._all()]
        while self._next("or"):
            found.append(self._all())
        return found[0] if len(found) == 1 else lambda b, f: _union(one(b, f) for one in found)

    def _all(self) -> Where:
        found = [self._one()]
        while self._next("and"):
            found.append(self._one())

        def every(batch: Batch, told: Found) -> int:
            rows = told.rows.full
            for one in found:
                rows &= one(batch, told)
            return rows

        return found[0] if len(found) == 1 else every

    def _one(self) -> Where:
        self.depth += 1
        if self.depth > _MOST_DEPTH:
            self._broken(self.tokens[self.at].text if self.at < len(self.tokens) else "")
        try:
            if self._next("not"):
                inner = self._one()
                return lambda b, f: f.rows.full & ~inner(b, f)
            if self._next("sign", sign="("):
                inner = self._any()
                self._needed(")")
                return inner
            return self._comparison()
        finally:
            self.depth -= 1

    def _comparison(self) -> Where:
        word = self._words()
        name = self.names.meant(word)
        denied = self._next("not") is not None
        if denied or (self.at < len(self.tokens) and self.tokens[self.at].kind == "in"):
            if self._next("in") is None:
                self._broken(self.tokens[self.at].text if self.at < len(self.tokens) else "")
            self._needed("(")
            values = [self._words(value=True)]
            while self._next("sign", sign=","):
                values.append(self._words(value=True))
            self._needed(")")
            sign = "!=" if denied else "="
        else:
            token = self._next("sign")
            if token is None or token.text in "(),":
                self._broken(token.text if token else "")
            sign, values = token.text, [self._words(value=True)]
        if name is None:
            known = self.names.words()
            every = Text("Lihat judul kolom hasilnya, atau `kemitraan scenario new`",
                         "See the headings of the result, or `kemitraan scenario new`")  # fmt: skip
            sort = Text("nama", "name")
            self.faults.append(unknown(PLACE, sort, word, known, every, self.faults))
            return lambda b, f: 0  # noqa: ARG005  # never asked: there are faults
        if name.attribute:
            return self._of_conclusion(name, sign, values)
        return self._of_cells(name, sign, values)

    def _of_conclusion(self, name: Name, sign: str, values: Sequence[str]) -> Where:
        wanted = [v for text in values if (v := self._value(name, text)) is not None]
        if sign in _COMPARE:
            order = self.names.order(name.attribute)
            if not order:
                what = Text(
                    f"'{name.word}' tidak berurutan, tidak dapat dibandingkan dengan {sign}",
                    f"'{name.word}' has no order to compare by {sign}",
                )
                fix = Text("Pakai = atau !=", "Use = or !=")
                self.faults.append(Fault(PLACE, what, fix=fix))
            elif wanted and wanted[0] != "?":
                limit, compare = order[wanted[0]], _COMPARE[sign]
                wanted = [v for v, rank in order.items() if compare(rank, limit)]

        def rows(_: Batch, told: Found) -> int:
            held = (
                told.shows(name.attribute, name.subject)
                if name.concluded
                else told.holds(name.attribute, name.subject)
            )
            found = _union(held.get(value, 0) for value in wanted)
            if "?" in wanted:
                found |= told.rows.full & ~_union(held.values())
            return told.rows.full & ~found if sign in _UNEQUAL else found

        return rows

    def _value(self, name: Name, text: str) -> str | None:
        if fold(text) in _UNKNOWN:
            return "?"
        known = self.names.values(name.attribute)
        if (found := known.get(fold(text))) is not None:
            return found
        begun = {v for w, v in known.items() if len(text) > 2 and w.startswith(fold(text))}
        if len(begun) == 1:
            return begun.pop()
        listed = ", ".join(dict.fromkeys(known.values()))
        every = Text(f"Yang ada: {listed}", f"Known: {listed}")
        near = probably(text, known)
        fix = Text(f"Maksud Anda '{near}'?", f"Did you mean '{near}'?") if near else every
        what = Text(f"{name.word}: '{text}' tidak dikenal", f"{name.word}: '{text}' is unknown")
        self.faults.append(Fault(PLACE, what, fix=fix))
        return None

    def _of_cells(self, name: Name, sign: str, values: Sequence[str]) -> Where:
        place = name.place
        if sign in _COMPARE:
            limit = figure(values[0])
            if limit is None:
                what = Text(f"{name.word} {sign} '{values[0]}': bukan angka",
                            f"{name.word} {sign} '{values[0]}': no number")  # fmt: skip
                self.faults.append(Fault(PLACE, what, fix=_EXAMPLE))
                return lambda b, f: 0  # noqa: ARG005  # never asked: there are faults
            least, compare = limit, _COMPARE[sign]

            def compared(batch: Batch, _: Found) -> int:
                sets = batch.columns[place].sets().items()
                return _union(
                    rows
                    for text, rows in sets
                    if (number := figure(text)) is not None and compare(number, least)
                )

            return compared
        wanted = {value.casefold() for value in values}
        blank = bool(wanted & {"", "?"})

        def rows(batch: Batch, told: Found) -> int:
            sets = batch.columns[place].sets()
            found = _union(rows for text, rows in sets.items() if text.casefold() in wanted)
            if blank:
                found |= told.rows.full & ~_union(sets.values())
            return told.rows.full & ~found if sign in _UNEQUAL else found

        return rows


_FIGURE: Final = re.compile(r"(?:rp\.?\s*)?(-?\d[\d.,]*)\s*(?:%|rupiah)?", re.IGNORECASE)


def figure(text: str) -> float | None:
    """Return the number a cell holds, as offices write it (`Rp 1.250.000,00`, `1,250.5`)."""
    found = _FIGURE.fullmatch(text.strip())
    if found is None:
        return None
    digits = found[1]
    last = max(digits.rfind(","), digits.rfind("."))
    marks = digits.count(",") + digits.count(".")
    after = len(digits) - last - 1
    alike = digits.count(digits[last]) if last >= 0 else 0
    # A mark that comes again, or stands before just three digits, parts thousands.
    if marks and (alike > 1 or (marks == 1 and after == 3 and not digits.startswith(("0", "-0")))):
        whole, part = digits, ""
    else:
        whole, part = (digits, "") if last < 0 else (digits[:last], digits[last + 1 :])
    try:
        return float(re.sub(r"[.,]", "", whole) + (f".{part}" if part else ""))
    except ValueError:
        return None


def _union(sets: Iterable[int]) -> int:
    found = 0
    for rows in sets:
        found |= rows
    return found
