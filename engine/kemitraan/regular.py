"""Opens regular files alone: what lies under a name may be a pipe, a device or somebody's link."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pathlib import Path


def open_regular(path: Path, *, follow: bool = True) -> BinaryIO:
    """Open a regular file for reading; `follow` tells whether it may be a symbolic link.

    Raises:
        OSError: it cannot be opened, or it is anything but a regular file.
    """

    def opener(name: str, flags: int) -> int:
        # Opened so, a pipe that nobody writes does not wait. Windows has neither flag.
        flags |= getattr(os, "O_NONBLOCK", 0)
        return os.open(name, flags if follow else flags | getattr(os, "O_NOFOLLOW", 0))

    file = open(path, "rb", opener=opener)  # noqa: SIM115  # a path opens without opener
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "no regular file")
    return file
