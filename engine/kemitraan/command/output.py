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
_EXISTS = Text("berkas sudah ada", "the file already exists")
_OTHER = Text(
    "Pilih nama lain, atau --force untuk menimpanya",
    "Choose another name, or --force to write over it",
)


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


def save(content: str | bytes, file: Path, *, new: bool = False) -> None:
    """Write a file, text as UTF-8; where that fails, what stood there stays as it was.

    Raises:
        InputError: the file cannot be written; or, with `new`, is there already.
    """
    raw = content if isinstance(content, bytes) else content.encode("utf-8")
    with whole(file, new=new) as part:
        part.write_bytes(raw)


@contextmanager
def whole(file: Path, *, new: bool = False) -> Iterator[Path]:
    """Give a file beside another one to write to; once written whole, it takes the other's place.

    Raises:
        InputError: the file cannot be written, and what stood there stays as it was; or, with
            `new`, something stands there.
    """
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        if new:
            # Whoever comes first has the name, though others look at the same moment.
            file.open("xb").close()
    except FileExistsError:
        raise InputError([Fault(Place(str(file)), _EXISTS, fix=_OTHER)]) from None
    except OSError as error:
        raise _refused(file, error) from None
    done = False
    try:
        yield part
        # On the disk before it takes the place of what was there.
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(file)
        done = True
    except OSError as error:
        raise _refused(file, error) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
            if new and not done:
                file.unlink()


def _refused(file: Path, error: OSError) -> InputError:
    from kemitraan.refused import reason

    what = Text("tidak dapat ditulis ({why})", "cannot be written ({why})")
    fix = Text(
        "Periksa foldernya, tutup berkasnya bila sedang terbuka, atau sebut berkas lain dengan -o",
        "Check the folder, close the file where it is open, or name another file by -o",
    )
    return InputError([Fault(Place(str(file)), what.format(why=reason(error)), fix=fix)])


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
