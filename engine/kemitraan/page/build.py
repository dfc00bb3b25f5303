"""Builds the page as one file: engine, rules, profiles and Python itself inside, opened offline."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import re
import zipfile
from typing import TYPE_CHECKING, Final

from kemitraan.faults import Fault, InputError, Place
from kemitraan.page.bundle import bundle, zipped
from kemitraan.page.files import page_files
from kemitraan.page.licences import licences, told
from kemitraan.scenario.sheets import office
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PYODIDE: Final = "314.0.7"
"""The release of Pyodide that the page is built and tested with."""

_PARTS: Final = {
    "loader": "pyodide.mjs",
    "glue": "pyodide.asm.mjs",
    "wasm": "pyodide.asm.wasm",
    "stdlib": "python_stdlib.zip",
    "lock": "pyodide-lock.json",
}
_IMPORTS: Final = re.compile(r'from "\./(\w+\.js)"')
_ELSEWHERE: Final = (
    '<link rel="icon" href="data:,">\n',
    '<link rel="stylesheet" href="style.css">\n',
    '<script type="module" src="main.js"></script>\n',
)
"""What the page has where a server stands behind it."""


def single_page(pyodide: Path) -> str:
    """Return the page as one file, the same bytes each time.

    Args:
        pyodide: the folder of npm's package `pyodide`, unpacked.

    Raises:
        InputError: the folder is not that of the release wanted, or openpyxl is not installed.
    """
    inside = parts(pyodide)
    site = page_files()
    order = _order({name: code.decode() for name, code in site.items() if name.endswith(".js")})
    inside |= {name: site[name] for name in ("worker.js", *order)}
    rights = licences(PYODIDE)
    inside["licences"] = told(rights).encode()
    first = site["starting.js"].decode()
    start = site["single.js"].decode().replace('"MODULES"', json.dumps(order))
    style = site["style.css"].decode()
    policy = (
        f"default-src 'none'; script-src {_hash(first)} {_hash(start)} blob: 'wasm-unsafe-eval'; "
        f"style-src {_hash(style)}; worker-src blob:; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    names = "; ".join(rights).replace("&", "&amp;").replace("<", "&lt;")
    held = "\n".join(
        f'<script type="text/plain" id="{name}">{base64.b64encode(packed(content)).decode()}'
        "</script>"
        for name, content in inside.items()
    )
    return framed(
        policy,
        f'<link rel="icon" href="data:,">\n<style>{style}</style>',
        # First what is drawn while all the rest is still read.
        f'<script data-first="unpack">{first}</script>\n'
        "<footer><details><summary>Lisensi | Licences</summary>"
        f"<p>{names}</p><pre></pre></details></footer>\n"
        f'{held}\n<script type="module">{start}</script>',
    )


def parts(pyodide: Path) -> dict[str, bytes]:
    """Return what the engine is started from.

    Raises:
        InputError: the folder is not that of the release wanted, or openpyxl is not installed.
    """
    _check(pyodide)
    faults: list[Fault] = []
    if office(Place("openpyxl"), faults) is None:
        raise InputError(faults)
    found = {name: (pyodide / file).read_bytes() for name, file in _PARTS.items()}
    return {**found, "stdlib": _repacked(found["stdlib"]), "bundle": bundle()}


def framed(policy: str, head: str, body: str) -> str:
    """Return the page with what stands in its head and its body where no server is behind it."""
    page = page_files()["index.html"].decode()
    for line in _ELSEWHERE:
        page = page.replace(line, "")
    start = '<meta charset="utf-8">\n'
    secured = f'{start}<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    return (
        page.replace(start, secured)
        .replace("</head>", f"{head}\n</head>")
        .replace("</body>", f"{body}\n</body>")
    )


def packed(content: bytes) -> bytes:
    """Return content compressed, the same bytes each time."""
    return gzip.compress(content, 9, mtime=0)


def _check(pyodide: Path) -> None:
    try:
        found = json.loads((pyodide / "package.json").read_bytes())["version"]
    except (OSError, ValueError, LookupError, TypeError):
        found = None
    if found == PYODIDE and all((pyodide / file).is_file() for file in _PARTS.values()):
        return
    what = Text("bukan folder Pyodide {version}", "no folder of Pyodide {version}")
    fix = Text(
        "Ambil: npm pack pyodide@{version}, buka arsipnya, lalu sebut folder package di dalamnya",
        "Get it: npm pack pyodide@{version}, unpack it, then name the folder package within",
    )
    raise InputError(
        [Fault(Place(str(pyodide)), what.format(version=PYODIDE), fix=fix.format(version=PYODIDE))]
    )


def _repacked(stdlib: bytes) -> bytes:
    """Return the library of Python unpacked in its archive: smaller where all is packed as one."""
    with zipfile.ZipFile(io.BytesIO(stdlib)) as archive:
        return zipped((name, archive.read(name)) for name in archive.namelist())


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _order(modules: Mapping[str, str]) -> list[str]:
    """Return the modules of the page, each behind those that it imports."""
    found: list[str] = []

    def add(name: str) -> None:
        for other in _IMPORTS.findall(modules[name]):
            if other not in found:
                add(other)
        if name not in found:
            found.append(name)

    add("apart.js")
    add("main.js")
    return found
