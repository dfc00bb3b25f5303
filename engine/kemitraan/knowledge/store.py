"""Keeps a loaded knowledge base, so that a command need not read it anew each time.

Reading and checking some thirty files of rules is most of what a short command would do, and
they seldom change. A base that loaded without fault is kept in the user's cache folder under the
checksums of everything it was made from: the files' content, the package's own code, and the
version of Python. Whatever changes, the key changes. The folder may be deleted at any time
(`KEMITRAAN_CACHE` names another one; empty switches it off).

What is kept is a pickle, which can run code when read: it is trusted like the user's own Python
files, and only if it belongs to the user.
"""

from __future__ import annotations

import os
import pickle
import sys
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ENGINE = Path(__file__).parent.parent


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every `*.yaml` below a folder by its path inside (POSIX), sorted.

    A file that cannot be read has empty bytes here; reading it as YAML reports the fault.
    """
    found: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*.yaml")):
        found[path.relative_to(folder).as_posix()] = b""
        with suppress(OSError):
            # Line ends differ between checkouts on Windows and elsewhere; the content does not.
            found[path.relative_to(folder).as_posix()] = path.read_bytes().replace(b"\r\n", b"\n")
    return dict(sorted(found.items()))


def digest_of(files: Mapping[str, bytes]) -> str:
    """Return 12 hex digits that name this content."""
    # Only a first run comes here.
    import hashlib

    return hashlib.sha256(_joined(files)).hexdigest()[:12]


def key_of(files: Mapping[str, bytes], *parts: str) -> str:
    """Return the name under which a base made from these by this package is kept."""
    code = [
        f"{file.name} {(stat := file.stat()).st_size} {stat.st_mtime_ns}"
        for folder in (_ENGINE, _ENGINE / "knowledge")
        for file in sorted(folder.glob("*.py"))
    ]
    made = _joined(files) + "\0".join([*parts, sys.version, str(_ENGINE), *code]).encode()
    # Two checksums and the length tell the states of one's own files apart. A digest would, too,
    # but hashlib loads OpenSSL, which takes longer than all the rest here.
    return f"{len(made):x}-{zlib.crc32(made):08x}{zlib.adler32(made):08x}"


def _joined(files: Mapping[str, bytes]) -> bytes:
    return b"".join(name.encode() + b"\0" + content + b"\0" for name, content in files.items())


def kept(key: str) -> Any | None:
    """Return what is kept under the key, None where nothing usable is."""
    file = _file(key)
    if file is None:
        return None
    try:
        if hasattr(os, "getuid") and file.stat().st_uid != os.getuid():
            return None
        return pickle.loads(file.read_bytes())  # noqa: S301  # the user's own file, see above
    except Exception:  # half a file, another version: the rules are read instead
        return None


def keep(key: str, data: object) -> None:
    """Keep the data under the key, if there is a folder to keep it in."""
    file = _file(key)
    if file is None:
        return
    # Only a first run comes here.
    import tempfile

    # Written aside and moved into place, so that no reader ever sees half a file.
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        _forget(file.parent.glob("rules-*.pickle"))
        handle, name = tempfile.mkstemp(dir=file.parent, suffix=".part")
        with os.fdopen(handle, "wb") as out:
            pickle.dump(data, out, protocol=pickle.HIGHEST_PROTOCOL)
        Path(name).replace(file)


_MOST = 8


def _forget(files: Iterable[Path]) -> None:
    """Delete all but the newest few, so that the folder does not grow with every change."""
    with suppress(OSError):
        for old in sorted(files, key=lambda f: f.stat().st_mtime)[: -_MOST + 1]:
            old.unlink(missing_ok=True)


def _file(key: str) -> Path | None:
    chosen = os.environ.get("KEMITRAAN_CACHE")
    if chosen is not None:
        folder = Path(chosen) if chosen else None
    elif sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        folder = Path(local) / "kemitraan" / "cache" if local else None
    else:
        home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("HOME")
        below = "" if os.environ.get("XDG_CACHE_HOME") else ".cache"
        folder = Path(home) / below / "kemitraan" if home else None
    return folder / f"rules-{key}.pickle" if folder else None
