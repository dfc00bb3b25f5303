"""Reads a folder of YAML files, remembering what was read by the files' content.

Parsing the knowledge base is most of the time a short command takes, and its files seldom
change. What a file's bytes parse to is therefore kept as JSON in the user's cache folder, under
the digest of those bytes. Only the parse is kept: every check runs each time. The cache holds
nothing else, may be deleted at any time, and is not written where the folder cannot be
(`KEMITRAAN_CACHE` names another one; empty switches it off).
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kemitraan.yamltree import Document, read_yaml, shown

if TYPE_CHECKING:
    from kemitraan.faults import Fault

# Part of the key: raise it when `yamltree` builds something else from the same bytes.
_FORMAT = "2"


def read_folder(folder: Path, faults: list[Fault]) -> tuple[dict[str, Document], str]:
    """Read every `*.yaml` below `folder`.

    Returns:
        The documents by their path inside the folder (POSIX), sorted, and the digest of all
        contents: 12 hex digits that name this knowledge base.
    """
    paths = {p.relative_to(folder).as_posix(): p for p in sorted(folder.rglob("*.yaml"))}
    total = hashlib.sha256(_FORMAT.encode())
    for name in sorted(paths):
        # Line ends differ between checkouts on Windows and elsewhere; the content does not.
        with suppress(OSError):
            content = paths[name].read_bytes().replace(b"\r\n", b"\n")
            total.update(name.encode() + b"\0" + content + b"\0")
    digest = total.hexdigest()[:12]
    prefix = shown(folder)
    kept = _kept(digest)
    if kept is not None:
        return {n: Document(f"{prefix}/{n}", *_restored(kept[n])) for n in sorted(kept)}, digest
    before = len(faults)
    documents: dict[str, Document] = {}
    for name in sorted(paths):
        document = read_yaml(paths[name], faults, f"{prefix}/{name}")
        if document is not None:
            documents[name] = document
    if len(faults) == before:
        _keep(digest, {n: [d.data, d.lines] for n, d in documents.items()})
    return documents, digest


def _restored(kept: list[Any]) -> tuple[Any, Any]:
    return kept[0], kept[1]


def _file(digest: str) -> Path | None:
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
    return folder / f"rules-{digest}.json" if folder else None


def _kept(digest: str) -> dict[str, Any] | None:
    file = _file(digest)
    if file is None:
        return None
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _keep(digest: str, documents: dict[str, Any]) -> None:
    file = _file(digest)
    if file is None:
        return
    # Written aside and moved into place, so that no reader ever sees half a file.
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump(documents, out, ensure_ascii=False, separators=(",", ":"))
        Path(name).replace(file)
