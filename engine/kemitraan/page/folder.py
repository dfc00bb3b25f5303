"""Builds the page as a folder for a web server: a phone then opens it without a network too."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
from typing import TYPE_CHECKING, Final

from kemitraan.faults import Fault, InputError, Place
from kemitraan.page.build import PYODIDE, framed, packed, parts
from kemitraan.page.files import page_files
from kemitraan.page.licences import licences, told
from kemitraan.refused import reason
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_POLICY: Final = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "worker-src 'self'; connect-src 'self'; img-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
_CODE: Final = {"loader": "pyodide.js", "glue": "pyodide.asm.js"}
"""What is run as it lies there; under names that every server knows as JavaScript."""
_KEEPER: Final = "offline.js"
_ELSEWHERE: Final = {"index.html", "single.js", _KEEPER}
_LISTED: Final = re.compile(r"^const FILES = (\{.*\});$", re.MULTILINE)
_OTHER: Final = Text(
    "di folder ini ada yang lain: {names}", "this folder holds other things: {names}"
)
_NEW: Final = Text(
    "Sebut folder baru, atau folder yang dibuat oleh perintah ini",
    "Name a new folder, or one that this command made",
)
_NOT_WRITTEN: Final = Text("tidak dapat ditulis ({why})", "cannot be written ({why})")
_CHECK: Final = Text(
    "Periksa foldernya, atau sebut folder lain", "Check the folder, or name another one"
)


def folder_page(pyodide: Path) -> dict[str, bytes]:
    """Return the files of the page by their names, the same bytes each time.

    All but what is asked for by its name stands in a folder that is named by what is in it: a
    browser that still holds a file of an earlier release never mixes the two.

    Args:
        pyodide: the folder of npm's package `pyodide`, unpacked.

    Raises:
        InputError: the folder is not that of the release wanted, or openpyxl is not installed.
    """
    site = page_files()
    inside = parts(pyodide)
    code = {file: inside.pop(name) for name, file in _CODE.items()}
    heavy = {name: packed(content) for name, content in inside.items()}
    sizes = json.dumps({name: len(content) for name, content in heavy.items()})
    own = {name: content for name, content in site.items() if name not in _ELSEWHERE}
    own["folder.js"] = own["folder.js"].replace(b'"SIZES"', sizes.encode())
    own |= code | {f"{name}.bin": content for name, content in heavy.items()}
    own["licences.txt"] = told(licences(PYODIDE)).encode()
    release = _digest(own)
    files = {f"{release}/{name}": content for name, content in own.items()}
    files["index.html"] = _index(release).encode()
    files["manifest.webmanifest"] = _manifest(release).encode()
    listed = json.dumps({name: _integrity(files[name]) for name in sorted(files)})
    keeper = site[_KEEPER].replace(b'"FILES"', listed.encode())
    files[_KEEPER] = keeper.replace(b'"RELEASE"', json.dumps(_digest(files)).encode())
    return files


def check_folder(folder: Path) -> None:
    """Refuse a folder that holds what this program did not put there.

    Raises:
        InputError: it does, or cannot be read.
    """
    try:
        if not folder.exists():
            return
        found = {
            file.relative_to(folder).as_posix() for file in folder.rglob("*") if not file.is_dir()
        } or ({"…"} if not folder.is_dir() else set())
        strange = sorted(found - _made(folder))
    except OSError as error:
        raise _refused(folder, error) from None
    if strange:
        names = ", ".join(strange[:3]) + (", …" if len(strange) > 3 else "")
        raise InputError([Fault(Place(str(folder)), _OTHER.format(names=names), fix=_NEW)])


def save_folder(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files; where that fails, what stood there stays as it was.

    Raises:
        InputError: the folder holds other things, or cannot be written.
    """
    folder = folder.resolve()
    check_folder(folder)
    part = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    before = folder.with_name(f".{folder.name}.{os.getpid()}.before")
    try:
        for name, content in files.items():
            (part / name).parent.mkdir(parents=True, exist_ok=True)
            (part / name).write_bytes(content)
        if folder.exists():
            folder.rename(before)
        try:
            part.rename(folder)
        except OSError:
            if before.exists():
                before.rename(folder)
            raise
    except OSError as error:
        raise _refused(folder, error) from None
    finally:
        for left in (part, before):
            shutil.rmtree(left, ignore_errors=True)


def _made(folder: Path) -> set[str]:
    """Return the names of what this program put into a folder earlier."""
    try:
        said = (folder / _KEEPER).read_text("utf-8")
        listed = _LISTED.search(said)
        return {_KEEPER, *json.loads(listed[1])} if listed else set()
    except (FileNotFoundError, ValueError):
        return set()


def _index(release: str) -> str:
    return framed(
        _POLICY,
        f'<link rel="icon" href="{release}/icon.svg">\n'
        '<link rel="manifest" href="manifest.webmanifest">\n'
        '<meta name="theme-color" content="#135e5a">\n'
        f'<link rel="stylesheet" href="{release}/style.css">',
        f'<script data-first="fetch" src="{release}/starting.js"></script>\n'
        f'<footer><a href="{release}/licences.txt">Lisensi | Licences</a></footer>\n'
        f'<script type="module" src="{release}/folder.js"></script>',
    )


def _manifest(release: str) -> str:
    icon = {"src": f"{release}/icon.svg", "sizes": "any", "type": "image/svg+xml"}
    told = {
        "name": "kemitraan – anjuran kemitraan sentra IKM",
        "short_name": "kemitraan",
        "lang": "id",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#faf8f3",
        "theme_color": "#135e5a",
        "icons": [{**icon, "purpose": purpose} for purpose in ("any", "maskable")],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _digest(files: Mapping[str, bytes]) -> str:
    found = hashlib.sha256()
    for name in sorted(files):
        found.update(f"{name}\0{_integrity(files[name])}\n".encode())
    return found.hexdigest()[:16]


def _integrity(content: bytes) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"


def _refused(folder: Path, error: OSError) -> InputError:
    what = _NOT_WRITTEN.format(why=reason(error))
    return InputError([Fault(Place(str(folder)), what, fix=_CHECK)])
