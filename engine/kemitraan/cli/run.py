"""One run of the command line: in which language, on which streams, ended by what."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kemitraan.cli import app
from kemitraan.cli.help import in_language, use_catalogue
from kemitraan.cli.usage import USAGE, usage_faults
from kemitraan.command.output import let_go, tell
from kemitraan.command.progress import progress
from kemitraan.faults import Fault, InputError, Place
from kemitraan.text import Text, asked_lang

if TYPE_CHECKING:
    from collections.abc import Iterable

_FAULTY = 2
_UNREAD = 1
_INTERRUPTED = 130
_STDOUT = Place("stdout")


def run() -> int:
    """Run the command that the process was started with; return the exit code."""
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # open to the end
    if sys.stdout is None:
        return _ended([Fault(_STDOUT, Text("keluaran tertutup", "the output is closed"))])
    for stream in (sys.stdout, sys.stderr):
        # A pipe on Windows has a code page that lacks dashes and branches; files get UTF-8.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    lang = asked_lang(sys.argv[1:])
    # What stands before the command counts for all that follows, completion and help too.
    os.environ["KEMITRAAN_LANG"] = lang
    use_catalogue(lang)
    command = in_language(typer.main.get_command(app), lang)
    code = 0
    try:
        with progress():
            # By itself typer would end the process, its own faults told in English.
            ended = command(prog_name="kemitraan", standalone_mode=False)
        code = ended if isinstance(ended, int) else 0
        sys.stdout.flush()
    except InputError as error:
        return _ended(error.faults)
    except OSError as error:
        return _refused(error)
    except SystemExit as end:
        # So completion ends.
        return end.code if isinstance(end.code, int) else 0
    except USAGE as error:
        return _ended(usage_faults(error))
    except typer.Abort:
        return _INTERRUPTED
    return code


def _refused(error: OSError) -> int:
    """Tell what the system refused; what cannot be written any more is let go."""
    from kemitraan.refused import reason  # a command that goes well has no need of it

    let_go(sys.stdout)
    if error.errno == errno.EPIPE:
        return _UNREAD
    what = Text("tidak dapat dipakai ({why})", "cannot be used ({why})")
    what = what.format(why=reason(error))
    return _ended([Fault(Place(str(error.filename)) if error.filename else _STDOUT, what)])


def _ended(faults: Iterable[Fault]) -> int:
    lang = asked_lang(sys.argv[1:])
    tell(fault.format(lang) for fault in faults)
    return _FAULTY
