"""`scenario new`, `check` and `list`: profiles of sentra, and overlays on them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kemitraan.command.options import LangOption, language, reported, write
from kemitraan.faults import Fault, InputError, Place
from kemitraan.text import Text

app = typer.Typer(
    help="Profil sentra | Profiles of sentra.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.command("new")
@reported
def new(
    file: Annotated[
        Path | None, typer.Argument(help="Berkas baru; kosong: layar. | New file; none: screen.")
    ] = None,
    lang: LangOption = None,
) -> None:
    """Tulis templat berkomentar | Write a commented template."""
    from kemitraan.knowledge.load import load_rulebase
    from kemitraan.report import words as w
    from kemitraan.scenario.template import template

    chosen = language(lang)
    text = template(load_rulebase(), chosen)
    if file is None:
        write(text)
        return
    try:
        # "x": what is already there is never overwritten.
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError:
        raise InputError(
            [
                Fault(
                    Place(str(file)),
                    Text("berkas sudah ada", "the file already exists"),
                    fix=Text("Pilih nama lain", "Choose another name"),
                )
            ]
        ) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(
            [
                Fault(
                    Place(str(file)),
                    Text(f"tidak dapat ditulis ({reason})", f"cannot be written ({reason})"),
                    fix=Text("Periksa foldernya", "Check the folder"),
                )
            ]
        ) from None
    print(w.WRITTEN.format(file=file)[chosen], file=sys.stderr)


@app.command("check")
@reported
def check(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Profil atau overlay. | Profiles or overlays."),
    ],
    lang: LangOption = None,
) -> None:
    """Periksa berkas | Check files, every fault at once."""
    from kemitraan.knowledge.load import load_rulebase
    from kemitraan.knowledge.patch import patched_rules
    from kemitraan.report import words as w
    from kemitraan.scenario.overlay import is_overlay, read_overlay
    from kemitraan.scenario.read import ScenarioReader
    from kemitraan.yamltree import read_yaml

    base = load_rulebase()
    faults: list[Fault] = []
    for file in files:
        document = read_yaml(file, faults)
        if document is not None and is_overlay(document):
            overlay = read_overlay(document, base, faults)
            patched_rules(base, (), overlay.rules if overlay else (), faults)
        elif document is not None:
            ScenarioReader(document, base, faults).scenario()
    if faults:
        raise InputError(faults)
    write(w.GOOD_FILES.format(n=len(files))[language(lang)] + "\n")


@app.command("list")
@reported
def listed(lang: LangOption = None) -> None:
    """Profil dan overlay bawaan | List shipped profiles, overlays."""
    from kemitraan.knowledge.load import load_rulebase
    from kemitraan.report import words as w
    from kemitraan.report.parts import Grid, as_text, width_of_output
    from kemitraan.scenario.overlay import load_overlay
    from kemitraan.scenario.read import load_scenario
    from kemitraan.scenario.shipped import shipped, shipped_overlays

    base, chosen = load_rulebase(), language(lang)
    rows = []
    for name in shipped():
        about = load_scenario(name, base).about
        rows.append((name, about[chosen] if about else ""))
    overlays = [(name, load_overlay(name, base).name[chosen]) for name in shipped_overlays()]
    grids = [
        Grid(tuple(rows), (w.NAME[chosen], w.ABOUT[chosen])),
        Grid(tuple(overlays), (w.OVERLAY[chosen], w.ABOUT[chosen])),
    ]
    write(as_text(grids, width_of_output()))
