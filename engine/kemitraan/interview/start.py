"""Starts an interview: which profile, which file, on which streams; and how it ends."""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kemitraan.command.progress import wipe
from kemitraan.faults import InputError
from kemitraan.interview import typed
from kemitraan.interview import words as w
from kemitraan.interview.answers import Answers, stated
from kemitraan.interview.keeping import keep
from kemitraan.interview.session import WIDTH, Ended, Session
from kemitraan.knowledge.load import load_rulebase
from kemitraan.scenario.read import load_scenario, read_form
from kemitraan.scenario.sheets import is_workbook
from kemitraan.scenario.shipped import SCENARIO, path_of, shipped
from kemitraan.text import harmless
from kemitraan.yamltree import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.text import Lang, Text

_NO_WORD = re.compile(r"[\W_]+")
_COMMENT = re.compile(r"(?:^|\s)#")
_NAME = "sentra"


def start(scenario: str | None, output: Path | None, lang: Lang) -> None:
    """Run an interview on the standard streams.

    Raises:
        InputError: the profile has faults, or its file cannot be written.
    """
    if isinstance(sys.stdin, io.TextIOWrapper) and not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")
    _Start(lang).run(scenario, output)


class _Start:
    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self.kept: Path | None = None

    def run(self, scenario: str | None, output: Path | None) -> None:
        base = load_rulebase()
        try:
            profile, file = self.opened(scenario, output, base)
            self.told(w.OPENING, file=file)
            self.converse(base, profile, file)
        except (Ended, KeyboardInterrupt):
            # All that was answered is kept: Ctrl-C is one more way to stop.
            pass
        self.closing()

    def converse(self, base: RuleBase, profile: Mapping[str, Any], file: Path) -> None:
        def kept(now: Mapping[str, Any]) -> None:
            keep(now, file)
            self.kept = file

        answers = Answers(profile)
        session = Session(base, answers, self.lang, read=read, write=write, keep=kept)
        kept(profile)
        session.run()

    def opened(
        self, scenario: str | None, output: Path | None, base: RuleBase
    ) -> tuple[dict[str, Any], Path]:
        """Return the profile to begin with, and the file for it.

        A shipped profile, a form, and one with comments, which writing anew would lose, stay as
        they are.
        """
        if scenario is None:
            name = self.asked_name()
            stem = _NO_WORD.sub("-", name.casefold()).strip("-") or _NAME
            profile: dict[str, Any] = {
                "id": stem,
                "name": name,
                "assessed_on": str(dt.datetime.now().astimezone().year),
            }
            return profile, self.free(output or Path(f"{stem}.yaml"))
        path = path_of(scenario, shipped(), SCENARIO)
        form = is_workbook(path)
        profile = read_form(path, base) if form else _written_in(path, base)
        said = len(stated(Answers(profile), base.vocabulary))
        self.told(w.RESUMED, name=profile["name"], n=said)
        if output is not None and output.resolve() != path.resolve():
            return profile, self.free(output)
        if form or path in shipped().values() or _COMMENT.search(path.read_text("utf-8-sig")):
            beside = path.with_suffix(".yaml") if form else next_to(Path(path.name))
            file = self.free(output or beside)
            self.told(w.UNTOUCHED, source=path.name, file=file)
            return profile, file
        return profile, path

    def asked_name(self) -> str:
        while True:
            self.told(w.NAME)
            write("> ")
            if name := read().strip():
                return name
            self.told(w.NAME_NEEDED)

    def free(self, file: Path) -> Path:
        """Return a file that may be written: one that is there only where the person says so."""
        if not file.exists():
            return file
        other = next_to(file)
        self.told(w.EXISTS, file=file, other=other)
        while True:
            write("> ")
            said = typed.truth(read())
            if said is not None:
                return file if said else other
            self.told(w.YES_NO)

    def told(self, text: Text, **fields: object) -> None:
        said = harmless(text.format(**fields)[self.lang])
        write(textwrap.fill(said, WIDTH, break_long_words=False, break_on_hyphens=False) + "\n")

    def closing(self) -> None:
        write("\n")
        if self.kept is None:
            self.told(w.NOTHING_KEPT)
            return
        named = f'"{self.kept}"' if " " in str(self.kept) else str(self.kept)
        self.told(w.KEPT, file=self.kept)
        self.told(w.GO_ON, file=named)


def _written_in(path: Path, base: RuleBase) -> dict[str, Any]:
    """Return what a profile without faults says."""
    load_scenario(path, base)
    faults: list[Any] = []
    document = read_yaml(path, faults, on=True)
    if document is None or faults:
        raise InputError(faults)
    return dict(document.data)


def next_to(file: Path) -> Path:
    """Return the first file of such a name, with a number, that is not there."""
    number = 2
    while (other := file.with_name(f"{file.stem}-{number}{file.suffix}")).exists():
        number += 1
    return other


def read() -> str:
    """Return a line of the standard input.

    Raises:
        Ended: there is none any more.
    """
    line = sys.stdin.readline() if sys.stdin else ""
    if not line:
        raise Ended
    return line.rstrip("\r\n")


def write(text: str) -> None:
    """Write to the standard output at once."""
    wipe()
    sys.stdout.write(text)
    sys.stdout.flush()
