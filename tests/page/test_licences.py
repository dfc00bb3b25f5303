"""Whatever the page carries comes with the text of its licence."""

from __future__ import annotations

import importlib.metadata
import io
import zipfile

import pytest

from kemitraan.page.bundle import FOR_OFFICE, NEEDED, bundle
from kemitraan.page.inside import OFFICE
from kemitraan.page.licences import licences, told

SAYS = {
    "kemitraan": "Permission is hereby granted",
    "experta": "GNU LESSER GENERAL PUBLIC LICENSE",
    "schema": "Vladimir Keleshev",
    "Pyodide": "Mozilla Public License Version 2.0",
    "CPython": "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2",
    "parts": "Emscripten authors",
}


@pytest.mark.slow
def test_all_that_the_bundle_holds_has_its_licence() -> None:
    archive = zipfile.ZipFile(io.BytesIO(bundle()))
    office = zipfile.ZipFile(io.BytesIO(archive.read(OFFICE)))
    names = {name.partition("/")[0].removesuffix(".py") for name in archive.namelist()}
    names |= {name.partition("/")[0].removesuffix(".py") for name in office.namelist()}
    names -= {"base.pickle", OFFICE}
    come_from = importlib.metadata.packages_distributions()
    texts = licences("1.2")
    for name in sorted(names):
        # What is installed to be worked on stands in no list of packages.
        (package,) = {"kemitraan"} if name == "kemitraan" else set(come_from[name])
        held = [text for told_of, text in texts.items() if told_of.startswith(f"{package} ")]
        assert len(held) == 1, name
        assert len(held[0]) > 500, name
    assert len(names) > len(NEEDED) + len(FOR_OFFICE)


@pytest.mark.parametrize("name", SAYS)
def test_text_is_the_whole_of_the_licence_named(name: str) -> None:
    texts = {about: text for about, text in licences("1.2").items() if about.startswith(name)}
    assert len(texts) == 1
    assert SAYS[name].lower() in next(iter(texts.values())).lower()


def test_licence_that_builds_on_another_brings_it_along() -> None:
    found = told(licences("1.2"))
    assert "GNU GENERAL PUBLIC LICENSE" in found
    assert found.index("experta") < found.index("GNU GENERAL PUBLIC LICENSE")


def test_package_without_its_licence_is_not_carried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kemitraan.page.licences._BESIDE", {})
    with pytest.raises(LookupError, match="schema"):
        licences("1.2")
