"""Keeps a loaded knowledge base, so that a command need not read it anew each time.

Reading and checking some thirty files of rules is most of what a short command would do, and
they seldom change. A base that loaded without fault is kept in the user's cache folder under a
digest of everything it was made from: the bytes read, the package's own code, and the version of
Python. Whatever changes, the key changes. The folder may be deleted at any time
(`KEMITRAAN_CACHE` names another one; empty switches it off).

What is kept is read back into the records that a rule base consists of and nothing else: it
cannot run code, whoever wrote it. It counts only if it is the user's own file, which nobody else
can write, and if it holds what was written.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import sys
import time
from contextlib import suppress
from dataclasses import is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kemitraan import faults, text
from kemitraan.knowledge import (
    accepted,
    assumptions,
    compile,  # noqa: A004  # the module of that name
    guards,
    incompatible,
    language,
    retired,
    rulebase,
    shown,
    sources,
    vocabulary,
)
from kemitraan.knowledge.rulebase import RuleBase
from kemitraan.regular import open_regular

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ENGINE = Path(__file__).parent.parent
_MODULES = (
    faults, text, accepted, assumptions, compile, guards, incompatible, language, retired,
    rulebase, shown, sources, vocabulary,
)  # fmt: skip
# The frozen dataclasses and named tuples of these modules: what a kept base may be made of.
_RECORDS = {
    (module.__name__, name): record
    for module in _MODULES
    for name, record in vars(module).items()
    if isinstance(record, type) and record.__module__ == module.__name__
    if is_dataclass(record) or issubclass(record, tuple)
}
_CHECKSUM = hashlib.sha256
_SIZE = _CHECKSUM().digest_size
_MOST = 8
_STALE = 3600.0


class _Sealed(pickle.Unpickler):
    """Makes records of a rule base; refuses to make, call or import anything else."""

    def find_class(self, module: str, name: str) -> type:
        """Return the record of this name."""
        if (module, name) not in _RECORDS:
            msg = f"{module}.{name} is no part of a rule base"
            raise pickle.UnpicklingError(msg)
        return _RECORDS[module, name]


def digest_of(files: Mapping[str, bytes]) -> str:
    """Return 12 hex digits that name this content."""
    return hashlib.sha256(_joined(files)).hexdigest()[:12]


def key_of(files: Mapping[str, bytes], *parts: str) -> str:
    """Return the name under which a base made from these by this package is kept."""
    code = [
        f"{file.name} {(stat := file.stat()).st_size} {stat.st_mtime_ns}"
        for folder in (_ENGINE, _ENGINE / "knowledge")
        for file in sorted(folder.glob("*.py"))
    ]
    made = _joined(files) + "\0".join([*parts, sys.version, str(_ENGINE), *code]).encode(
        "utf-8", "surrogateescape"
    )
    return hashlib.sha256(made).hexdigest()[:32]


def _joined(files: Mapping[str, bytes]) -> bytes:
    return b"".join(
        name.encode("utf-8", "surrogateescape") + b"\0" + content + b"\0"
        for name, content in files.items()
    )


def kept(key: str) -> RuleBase | None:
    """Return the base kept under the key, None where nothing usable is."""
    path = _file(key)
    if path is None:
        return None
    try:
        with open_regular(path, follow=False) as file:
            if not _only_ours(os.fstat(file.fileno())):
                return None
            said, data = file.read(_SIZE), file.read()
        if said != _checksum(key, data):
            return None
        base = _Sealed(io.BytesIO(data)).load()
    except Exception:  # nothing there, or nothing that can be used: the rules are read instead
        return None
    return base if isinstance(base, RuleBase) else None


def _only_ours(stat: os.stat_result) -> bool:
    """Tell whether a file belongs to the user and nobody else can write it."""
    return not hasattr(os, "getuid") or (stat.st_uid == os.getuid() and not stat.st_mode & 0o022)


def _checksum(key: str, data: bytes) -> bytes:
    return _CHECKSUM(key.encode() + data).digest()


def keep(key: str, base: RuleBase) -> None:
    """Keep the base under the key, if there is a folder to keep it in."""
    path = _file(key)
    if path is None:
        return
    # Only a first run comes here.
    import tempfile

    data = pickle.dumps(base, protocol=pickle.HIGHEST_PROTOCOL)
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _forget(path.parent)
        # Written aside and moved into place, so that no reader ever sees half a file.
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(_checksum(key, data) + data)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)


def _forget(folder: Path) -> None:
    """Delete all but the newest few, and what a run that was killed left half written."""

    def written(files: Iterable[Path]) -> list[tuple[float, Path]]:
        found = []
        for file in files:
            with suppress(OSError):
                found.append((file.lstat().st_mtime, file))
        return sorted(found)

    old = [file for _, file in written(folder.glob("rules-*.pickle"))[: 1 - _MOST]]
    now = time.time()
    old += [file for at, file in written(folder.glob("*.part")) if now - at > _STALE]
    for file in old:
        with suppress(OSError):
            file.unlink(missing_ok=True)


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
