"""The engine as the page carries it: with what it needs, the profiles and the rule base."""

from __future__ import annotations

import importlib.metadata
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kemitraan.page.inside import OFFICE
from kemitraan.resources import rules_folder, scenarios_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NEEDED: Final = ("experta", "frozendict", "PyYAML", "schema", "tabulate")
"""What the engine imports; its checks of rule files stay at home."""
FOR_OFFICE: Final = ("et_xmlfile", "openpyxl")
"""What forms in Excel need besides; it stays packed until one is read or written."""
_PACKAGE: Final = Path(__file__).parent.parent
_LEFT_OUT: Final = {"cli", "portfolio", "site"}


def bundle() -> bytes:
    """Return the engine with what it needs, the profiles and the rule base, as a ZIP archive."""
    return zipped(_bundled())


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return files as an archive that is packed by who packs all the rest."""
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
    yield from _installed(NEEDED)
    yield OFFICE, zipped(_installed(FOR_OFFICE))
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
