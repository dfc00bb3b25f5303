"""Does what the command was asked: opens the table, runs it, writes it, tells what is aside."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final

from kemitraan.command.cases import written
from kemitraan.command.options import Format
from kemitraan.command.output import tell, whole, write
from kemitraan.document.files import checked, document, there
from kemitraan.faults import Fault, InputError, Place
from kemitraan.portfolio.command import Form
from kemitraan.portfolio.files import needs
from kemitraan.portfolio.notes import notes
from kemitraan.portfolio.pictures import with_pictures
from kemitraan.portfolio.profile import written_profile
from kemitraan.portfolio.recommend_all import opened
from kemitraan.portfolio.report import ROWS as SHOWN_ROWS
from kemitraan.portfolio.report import portfolio_parts, worth_showing
from kemitraan.portfolio.result import portfolio_of, rows_of
from kemitraan.portfolio.summary import Summing
from kemitraan.portfolio.writing import as_csv
from kemitraan.published import as_json
from kemitraan.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kemitraan.portfolio.result import Row
    from kemitraan.portfolio.run import Run, Told

_FAULTY: Final = 2
_SHOWN_FAULTS: Final = 20
_SHOWN_ROWS: Final = 10
_MANY, _A_MINUTE = 300, 200
_TEXTS: Final = {".csv": Form.CSV, ".json": Form.JSON, ".jsonl": Form.JSONL}
_PACKAGES: Final = {".xlsx": ("openpyxl", "office"), ".parquet": ("pyarrow", "parquet")}
_ENDINGS: Final = (*_TEXTS, *_PACKAGES)

LONG = Text(
    "Kepastian dan pertanyaan dihitung untuk {n} profil yang berbeda, kira-kira {minutes} menit; "
    "--quick melewatinya, --where membatasinya.",
    "Certainty and questions are worked out for {n} different profiles, some {minutes} minutes; "
    "--quick leaves them out, --where narrows them.",
)
ALSO = Text("(Juga baris {rows}.)", "(Rows {rows} too.)")
MORE_FAULTS = Text(
    "… dan {n} lagi; dengan -o semuanya ada di kolom terakhir.",
    "… and {n} more; with -o all of them stand in the last column.",
)
ASIDE = Text(
    "{n} dari {all} baris disisihkan: tanpa anjuran sampai diperbaiki.",
    "{n} of {all} rows are set aside: no advice until they are put right.",
)
SUMMARY = Text("Rangkuman ditulis ke {file}.", "Summary written to {file}.")
WRITTEN = Text("{n} baris ditulis ke {file}.", "{n} rows written to {file}.")


@dataclass(frozen=True, kw_only=True)
class Request:
    """What the command was asked."""

    table: str
    output: Path | None
    lang: Lang
    form: Form | None
    summary: Path | None
    row: int | None
    quick: bool
    where: str | None
    select: tuple[str, ...]
    force: bool
    assume: tuple[str, ...]
    settings: tuple[str, ...]
    paper: bool
    overlays: tuple[str, ...]
    without: tuple[str, ...]


def start(asked: Request) -> int:
    """Do what was asked; return the exit code: 2 where rows were set aside.

    Raises:
        InputError: the table, or what is asked of it, has faults.
    """
    if asked.output is not None:
        _writable(asked.output, force=asked.force, row=asked.row is not None)
    if asked.summary is not None:
        checked(asked.summary, None, force=asked.force)
    run = opened(
        asked.table,
        quick=asked.quick,
        where=asked.where,
        select=asked.select,
        assume=asked.assume,
        settings=asked.settings,
        overlays=asked.overlays,
        without=asked.without,
        layers=("paper",) if asked.paper else ("paper", "practice"),
    )
    if asked.row is not None:
        write(written_profile(run, asked.row), asked.output)
        return 0
    tell(note[asked.lang] for note in notes(run))
    return _answered(asked, run)


def _answered(asked: Request, run: Run) -> int:
    """Write what was asked for; return the exit code."""
    lang = asked.lang
    form = asked.form or Form.TABLE
    faulty = _Faults()
    run.before_asking = partial(_long, lang)
    told = faulty.of(run.told())
    if asked.output is not None or asked.summary is not None or form == Form.TABLE:
        summing = Summing(run)
        rows: list[Row] = []
        told = summing.of(told)
        if asked.output is not None:
            with whole(asked.output) as part:
                _write(asked.output, part, run, told, summing, lang)
            tell([WRITTEN.format(n=faulty.rows, file=asked.output)[lang]])
        for batch in told:
            found = filter(worth_showing, rows_of(run, batch))
            rows += islice(found, SHOWN_ROWS - len(rows))
        summary = summing.summary()
        parts = portfolio_parts(run, summary, rows, lang)
        if asked.summary is not None:
            with_bars = with_pictures(parts, summary, lang)
            with whole(asked.summary) as part:
                part.write_bytes(document(with_bars, asked.summary.suffix.lower(), lang, None))
            tell([SUMMARY.format(file=asked.summary)[lang]])
        write(written(parts, Format.TABLE))
    else:
        write("".join(_pieces(run, told, form, lang)))
    return faulty.told(lang)


def _long(lang: Lang, profiles: int) -> None:
    """Tell that many profiles take long, and how to do without."""
    if profiles >= _MANY:
        tell([LONG.format(n=profiles, minutes=-(-profiles // _A_MINUTE))[lang]])


class _Faults:
    """Looks at the rows that go by, and keeps their faults: a fault of many rows is one."""

    def __init__(self) -> None:
        self.rows = self.aside = 0
        self.found: dict[Fault, list[int]] = {}

    def of(self, told: Iterator[Told]) -> Iterator[Told]:
        """Yield the batches again, each looked at."""
        for batch in told:
            self.rows += batch.wanted.bit_count()
            self.aside += len(batch.faults)
            for fault in (f for faults in batch.faults.values() for f in faults):
                anywhere = replace(fault, place=Place(fault.place.file))
                self.found.setdefault(anywhere, []).append(fault.place.line)
            yield batch

    def told(self, lang: Lang) -> int:
        """Tell what was set aside; return the exit code."""
        if not self.aside:
            return 0
        listed = list(self.found.items())
        tell(_said(fault, lines, lang) for fault, lines in listed[:_SHOWN_FAULTS])
        if len(listed) > _SHOWN_FAULTS:
            tell([MORE_FAULTS.format(n=len(listed) - _SHOWN_FAULTS)[lang]])
        tell([ASIDE.format(n=self.aside, all=self.rows)[lang]])
        return _FAULTY


def _said(fault: Fault, lines: list[int], lang: Lang) -> str:
    said = replace(fault, place=Place(fault.place.file, lines[0])).format(lang)
    others = [str(line) for line in lines[1:_SHOWN_ROWS]]
    if len(lines) > _SHOWN_ROWS:
        others.append("…")
    return f"{said} {ALSO.format(rows=', '.join(others))[lang]}" if others else said


def _write(
    file: Path, part: Path, run: Run, told: Iterator[Told], summing: Summing, lang: Lang
) -> None:
    """Write the rows as the ending of the file says."""
    ending = file.suffix.lower()
    if ending == ".xlsx":
        from kemitraan.portfolio.xlsx_out import write_xlsx

        write_xlsx(part, str(file), run, told, summing, lang)
        return
    if ending == ".parquet":
        from kemitraan.portfolio.parquet_file import write_parquet

        write_parquet(part, run, told, lang)
        return
    form = _TEXTS[ending]
    # By its mark Excel knows that a CSV file is UTF-8.
    encoding = "utf-8-sig" if form == Form.CSV else "utf-8"
    with part.open("w", encoding=encoding, newline="") as out:
        out.writelines(_pieces(run, told, form, lang))


def _pieces(run: Run, told: Iterator[Told], form: Form, lang: Lang) -> Iterator[str]:
    if form == Form.CSV:
        yield from as_csv(run, told, run.selected, lang)
    elif form == Form.JSONL:
        for batch in told:
            yield from (as_json(row, indent=None) for row in rows_of(run, batch))
    else:
        yield as_json(portfolio_of(run, told))


def _writable(file: Path, *, force: bool, row: bool) -> None:
    """Refuse a file of another ending, or one that is there, before any work is done."""
    endings = [".yaml", ".yml"] if row else [*_ENDINGS]
    if file.suffix.lower() not in endings:
        what = Text("akhiran nama berkas ini tidak dikenal", "this ending of a file is not known")
        listed = ", ".join(endings)
        fix = Text(f"Pakai salah satu: {listed}", f"Use one of {listed}")
        raise InputError([Fault(Place(str(file)), what, fix=fix)])
    if file.suffix.lower() in _PACKAGES:
        needs(*_PACKAGES[file.suffix.lower()], str(file))
    if not force and file.exists():
        raise InputError([there(file)])
