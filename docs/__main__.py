"""Builds the guide, a folder of HTML for each language: `python -m docs [FOLDER]`."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from docs.catalogue import catalogue
from docs.outputs import with_outputs
from docs.pictures import with_drawings
from kemitraan.text import Lang

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).parent


def main() -> int:
    """Build both languages; return the exit code of the first that failed, 0 where none did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=HERE / "_build")
    return build(parser.parse_args().folder)


def build(target: Path, langs: Iterable[Lang] = Lang) -> int:
    """Write a folder for each language, and a page that leads to them; return the exit code."""
    for lang in langs:
        made = target / lang
        shutil.rmtree(made, ignore_errors=True)
        with TemporaryDirectory() as folder:
            write_pages(Path(folder) / "pages", lang)
            options = ["-q", "-W", "-d", f"{folder}/kept", "-D", f"language={lang}"]
            places = [f"{folder}/pages", str(made)]
            # By itself: in this process it would have every inference written to its log.
            command = [sys.executable, "-m", "sphinx", *options, "-c", str(HERE), *places]
            if code := subprocess.run(command, check=False).returncode:
                return code
        (made / ".buildinfo").unlink(missing_ok=True)
    shutil.copy(HERE / "start.html", target / "index.html")
    return 0


def write_pages(folder: Path, lang: Lang) -> None:
    """Write the source of every page in one language: those by hand, and those of the rules."""
    folder.mkdir(parents=True)
    for page in sorted((HERE / lang).glob("*.md")):
        text = with_drawings(with_outputs(page.read_text("utf-8"), lang), lang)
        (folder / page.name).write_text(text, "utf-8")
    for name, text in catalogue(lang).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


if __name__ == "__main__":
    sys.exit(main())
