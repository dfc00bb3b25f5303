"""Where commands write: results to standard output or a file, all else to standard error."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TextIO

from kemitraan.command.pager import pager_for, read_in
from kemitraan.command.progress import wipe
from kemitraan.faults import Fault, InputError, Place
from kemitraan.text import Text, default_lang, harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_WRITTEN = Text("Ditulis ke {file}.", "Written to {file}.")


def write(text: str, file: Path | None = None) -> None:
    """Write a result to a file or to standard output, complete or not at all.

    Raises:
        InputError: the file cannot be written.
    """
    wipe()
    if file is not None:
        save(text, file)
        tell([_WRITTEN.format(file=file)[default_lang()]])
    elif pager := pager_for(text):
        read_in(pager, text)
    else:
        sys.stdout.write(text)
        sys.stdout.flush()


def save(text: str, file: Path) -> None:
    """Write a file as UTF-8; where that fails, what stood there stays as it was.

    Raises:
        InputError: the file cannot be written.
    """
    with whole(file) as part, part.open("w", encoding="utf-8", newline="\n") as out:
        out.write(text)


@contextmanager
def whole(file: Path) -> Iterator[Path]:
    """Give a file beside another one to write to; once written whole, it takes the other's place.

    Raises:
        InputError: the file cannot be written; what stood there stays as it was.
    """
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        yield part
        # On the disk before it takes the place of what was there.
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(file)
    except OSError as error:
        from kemitraan.refused import reason

        what = Text("tidak dapat ditulis ({why})", "cannot be written ({why})")
        fix = Text(
            "Periksa foldernya, tutup berkasnya bila sedang terbuka, atau sebut berkas lain "
            "dengan -o",
            "Check the folder, close the file where it is open, or name another file by -o",
        )
        raise InputError(
            [Fault(Place(str(file)), what.format(why=reason(error)), fix=fix)]
        ) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def tell(lines: Iterable[str]) -> None:
    """Write lines to standard error, where somebody can still read them."""
    wipe()
    try:
        for line in lines:
            print(harmless(line), file=sys.stderr)
    except OSError:
        let_go(sys.stderr)


def let_go(stream: TextIO) -> None:
    """Let what a stream still holds go nowhere, so that Python does not try again at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
