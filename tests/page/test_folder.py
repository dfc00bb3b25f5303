"""The page as a folder: written whole, the same each time, and kept by the browser as one."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import TYPE_CHECKING

import pytest

from kemitraan.faults import InputError
from kemitraan.page.folder import check_folder, folder_page, save_folder
from tests.command import kemitraan
from tests.page.pyodide import small_pyodide

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@pytest.fixture(scope="module")
def pyodide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_pyodide(tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="module")
def files(pyodide: Path) -> Mapping[str, bytes]:
    return folder_page(pyodide)


def listed(files: Mapping[str, bytes]) -> dict[str, str]:
    found = re.search(r"const FILES = (\{.*\});", files["offline.js"].decode())
    assert found
    said: dict[str, str] = json.loads(found[1])
    return said


def there(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


@pytest.mark.slow
def test_files_are_the_same_each_time(files: Mapping[str, bytes], pyodide: Path) -> None:
    assert folder_page(pyodide) == files


def test_browser_keeps_every_file_and_holds_each_to_its_digest(files: Mapping[str, bytes]) -> None:
    said = listed(files)
    assert set(said) == set(files) - {"offline.js"}
    for name, integrity in said.items():
        digest = hashlib.sha256(files[name]).digest()
        assert integrity == f"sha256-{base64.b64encode(digest).decode()}", name


@pytest.mark.slow
def test_another_release_has_another_folder_and_another_shelf(
    files: Mapping[str, bytes], tmp_path: Path
) -> None:
    other = small_pyodide(tmp_path)
    (other / "pyodide.asm.wasm").write_bytes(b"y")
    newer = folder_page(other)
    assert {name.partition("/")[0] for name in files if "/" in name}.isdisjoint(
        name.partition("/")[0] for name in newer
    )
    release = re.compile(rb'const RELEASE = "(\w+)"')
    assert release.findall(files["offline.js"]) != release.findall(newer["offline.js"])


def test_page_names_only_files_beside_it_and_lets_nothing_else_in(
    files: Mapping[str, bytes],
) -> None:
    page = files["index.html"].decode()
    manifest = json.loads(files["manifest.webmanifest"])
    named = [*re.findall(r'(?:src|href)="([^"]+)"', page), manifest["icons"][0]["src"]]
    assert len(named) == 7
    assert set(named) <= set(files)
    assert manifest["start_url"] == manifest["scope"] == "./"
    assert "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'" in page
    assert "<style" not in page
    assert re.findall(r"<script[^>]*>(.*?)</script>", page) == ["", ""]
    folder = next(name for name in files if name.endswith("/folder.js")).rpartition("/")[0]
    code = files[f"{folder}/folder.js"].decode()
    said = re.search(r"const SIZES = (\{.*\});", code)
    assert said
    sizes = {f"{folder}/{name}.bin": size for name, size in json.loads(said[1]).items()}
    assert sizes == {name: len(content) for name, content in files.items() if name.endswith(".bin")}


def test_folder_is_written_whole_in_the_place_of_an_earlier_one(
    files: Mapping[str, bytes], tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    earlier = {"a/old.js": b"", "offline.js": b'const FILES = {"a/old.js": ""};\n'}
    save_folder(earlier, folder)
    save_folder(files, folder)
    assert there(folder) == files
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


def test_folder_with_other_things_is_refused_and_stays_as_it_was(
    files: Mapping[str, bytes], tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    save_folder(files, folder)
    (folder / "notes.txt").write_text("mine", "utf-8")
    before = there(folder)
    with pytest.raises(InputError, match=r"notes\.txt"):
        save_folder({"index.html": b"", "offline.js": b""}, folder)
    assert there(folder) == before
    with pytest.raises(InputError, match="site"):
        check_folder(folder / "notes.txt")


def test_folder_that_cannot_be_written_leaves_what_was_there(
    files: Mapping[str, bytes], tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    save_folder(files, folder)
    with pytest.raises(InputError, match="site"):
        save_folder({"a": b"", "a/b": b""}, folder)
    assert there(folder) == files
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


@pytest.mark.slow
def test_command_says_where_it_wrote_and_what_it_needs(pyodide: Path, tmp_path: Path) -> None:
    to, by = str(tmp_path / "s"), str(pyodide)
    done = kemitraan("page", "--folder", to, "--pyodide", by, "--lang", "en")
    assert (done.code, done.out) == (0, "")
    assert "Written to the folder" in done.err
    assert (tmp_path / "s" / "index.html").is_file()
    done = kemitraan("page", "--pyodide", by, "--lang", "en")
    assert done.code == 2
    assert "-o FILE" in done.err
    assert "--folder FOLDER" in done.err
