"""Why the system refuses a file, in both languages; and the file that was probably meant."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from kemitraan.faults import meant
from kemitraan.text import Text

if TYPE_CHECKING:
    from pathlib import Path

_MOST_NAMES = 1000
_UNKNOWN = Text("sistem menolaknya", "the system refuses it")
_REASONS = {
    errno.EACCES: Text("tidak diizinkan", "not permitted"),
    errno.EPERM: Text("tidak diizinkan", "not permitted"),
    errno.EROFS: Text("hanya dapat dibaca", "read-only"),
    errno.EISDIR: Text("ini folder, bukan berkas", "it is a folder, no file"),
    errno.ENOTDIR: Text("bagian dari alamatnya bukan folder", "part of its path is no folder"),
    errno.ENOENT: Text("folder atau berkasnya tidak ada", "there is no such folder or file"),
    errno.ENOSPC: Text("tempat penyimpanan penuh", "no space is left"),
    errno.ENAMETOOLONG: Text("namanya terlalu panjang", "its name is too long"),
    errno.ELOOP: Text("tautannya berputar", "its links go in a circle"),
    errno.EBADF: Text("sudah tertutup", "it is closed"),
    errno.EINVAL: Text("bukan berkas biasa", "no regular file"),
}


def reason(error: OSError | ValueError) -> Text:
    """Return why the system refused something."""
    return _REASONS.get(getattr(error, "errno", None) or 0, _UNKNOWN)


def missing(path: Path) -> Text:
    """Return what to do about a file that is not there: the one of a like name beside it."""
    otherwise = Text("Periksa nama dan foldernya", "Check its name and folder")
    try:
        beside = [
            one.name for one, _ in zip(path.parent.iterdir(), range(_MOST_NAMES), strict=False)
        ]
    except (OSError, ValueError):
        return otherwise
    return meant(path.name, beside, otherwise)
