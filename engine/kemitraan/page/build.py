"""Builds the page as one file: engine, rules, profiles and Python itself inside, opened offline."""

from __future__ import annotations

import base64
import gzip
import hashlib
import importlib.metadata
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kemitraan.faults import Fault, InputError, Place
from kemitraan.page.files import page_files
from kemitraan.page.inside import OFFICE
from kemitraan.resources import rules_folder, scenarios_folder
from kemitraan.scenario.sheets import office
from kemitraan.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

PYODIDE: Final = "314.0.7"
"""The release of Pyodide that the page is built and tested with."""

_PARTS: Final = {
    "loader": "pyodide.mjs",
    "glue": "pyodide.asm.mjs",
    "wasm": "pyodide.asm.wasm",
    "stdlib": "python_stdlib.zip",
    "lock": "pyodide-lock.json",
}
_NEEDED: Final = ("experta", "frozendict", "PyYAML", "schema", "tabulate")
"""What the engine imports; its checks of rule files stay at home."""
_OFFICE: Final = ("et_xmlfile", "openpyxl")
"""What forms in Excel need besides; it stays packed until one is read or written."""
_PACKAGE: Final = Path(__file__).parent.parent
_LEFT_OUT: Final = {"cli", "portfolio", "site"}
_LICENCE: Final = re.compile(r"(?:^|/)(?:licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)
_IMPORTS: Final = re.compile(r'from "\./(\w+\.js)"')


def single_page(pyodide: Path) -> str:
    """Return the page as one file, the same bytes each time.

    Args:
        pyodide: the folder of npm's package `pyodide`, unpacked.

    Raises:
        InputError: the folder is not that of the release wanted, or openpyxl is not installed.
    """
    checked(pyodide)
    faults: list[Fault] = []
    if office(Place("openpyxl"), faults) is None:
        raise InputError(faults)
    site = page_files()
    order = _order({name: code.decode() for name, code in site.items() if name.endswith(".js")})
    parts = {name: (pyodide / file).read_bytes() for name, file in _PARTS.items()}
    parts |= {"bundle": bundle(), "worker.js": site["worker.js"]}
    parts |= {name: site[name] for name in order}
    start = site["single.js"].decode().replace('"MODULES"', json.dumps(order))
    style = site["style.css"].decode()
    policy = (
        f"default-src 'none'; script-src {_hash(start)} blob: 'wasm-unsafe-eval'; "
        f"style-src {_hash(style)}; worker-src blob:; connect-src blob:; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    packed = "\n".join(
        f'<script type="text/plain" id="{name}">{_packed(content)}</script>'
        for name, content in parts.items()
    )
    licences = _licences().replace("&", "&amp;").replace("<", "&lt;")
    page = site["index.html"].decode()
    page = page.replace(
        '<meta charset="utf-8">',
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">',
    )
    page = page.replace('<link rel="stylesheet" href="style.css">', f"<style>{style}</style>")
    page = page.replace('<script type="module" src="main.js"></script>\n', "")
    return page.replace(
        "</body>",
        f"<footer><details><summary>Lisensi | Licences</summary><pre>{licences}</pre></details>"
        f'</footer>\n{packed}\n<script type="module">{start}</script>\n</body>',
    )


def checked(pyodide: Path) -> None:
    """Refuse a folder that does not hold the release of Pyodide wanted.

    Raises:
        InputError: a file is missing, or it is another release.
    """
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


def _packed(content: bytes) -> str:
    return base64.b64encode(gzip.compress(content, 9, mtime=0)).decode()


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

    add("main.js")
    return found


def bundle() -> bytes:
    """Return the engine with what it needs, the profiles and the rule base, as a ZIP archive."""
    return _zipped(_bundled())


def _zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(files):
            # The same time for all, so that the same content gives the same bytes.
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def _bundled() -> Iterator[tuple[str, bytes]]:
    for file in _PACKAGE.rglob("*.py"):
        inside = file.relative_to(_PACKAGE)
        if inside.parts[0] not in _LEFT_OUT:
            yield f"kemitraan/{inside.as_posix()}", file.read_bytes()
    # No overlays: the page offers none, and those that add rules are checked by what is not there.
    for file in scenarios_folder().glob("*.yaml"):
        yield f"kemitraan/scenarios/{file.name}", file.read_bytes()
    yield from _installed(_NEEDED)
    yield OFFICE, _zipped(_installed(_OFFICE))
    yield "base.pickle", _rulebase()


def _installed(packages: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the code of packages."""
    for name in packages:
        for part in importlib.metadata.files(name) or ():
            if part.suffix == ".py" and ".." not in part.parts:
                yield part.as_posix(), Path(str(part.locate())).read_bytes()


def _rulebase() -> bytes:
    """Return the rule base as it is once read.

    It is read in a process of its own, from its files: sets are then written in one order.
    """
    code = (
        "import pickle, sys; from kemitraan.knowledge.load import load_rulebase; "
        "sys.stdout.buffer.write(pickle.dumps(load_rulebase(), protocol=5))"
    )
    more = {"PYTHONHASHSEED": "0", "KEMITRAAN_CACHE": "", "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(  # noqa: S603  # this program itself
        [sys.executable, "-c", code],
        cwd=rules_folder().parent,
        env={**os.environ, **more},
        stdout=subprocess.PIPE,
        check=True,
    ).stdout


def _licences() -> str:
    """Return the licences of all that is inside."""
    told = [f"Pyodide {PYODIDE}: MPL-2.0, https://github.com/pyodide/pyodide"]
    told.append("CPython: PSF-2.0, https://docs.python.org/3/license.html")
    for name in ("kemitraan", *_NEEDED, *_OFFICE):
        said = importlib.metadata.metadata(name)
        known = [said[key] for key in ("License-Expression", "License") if key in said]
        told.append(f"{name} {said['Version']}: {known[0].splitlines()[0] if known else ''}")
        told.extend(
            Path(str(part.locate())).read_text("utf-8", "replace")
            for part in importlib.metadata.files(name) or ()
            if _LICENCE.search(part.as_posix()) and ".dist-info" in part.as_posix()
        )
    return "\n\n".join(told)
