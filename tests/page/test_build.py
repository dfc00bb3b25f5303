"""The page as one file holds all it needs, in the same bytes each time."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from kemitraan.faults import InputError
from kemitraan.page.ask import ask
from kemitraan.page.build import PYODIDE, single_page
from kemitraan.page.bundle import bundle
from tests.page.pyodide import small_pyodide

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def pyodide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_pyodide(tmp_path_factory.mktemp("package"))


@pytest.mark.slow
def test_file_is_the_same_each_time_and_refers_to_nothing_outside(
    pyodide: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = single_page(pyodide)
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    monkeypatch.chdir(tmp_path)
    assert single_page(pyodide) == made
    assert not re.findall(r'(?:src|href)="(?!data:)', made)
    # Of the ten million that the page may have, Pyodide takes the rest.
    assert len(made) < 1_800_000


@pytest.mark.slow
def test_file_lets_run_only_what_it_holds_and_lets_nothing_out(pyodide: Path) -> None:
    made = single_page(pyodide)
    policy = re.findall(r'Content-Security-Policy" content="([^"]+)"', made)
    assert len(policy) == 1
    rules = dict(one.strip().split(" ", 1) for one in policy[0].split(";"))
    assert rules["default-src"] == "'none'"
    assert "connect-src" not in rules
    scripts = re.findall(r"<script(?! type=\"text/plain\")[^>]*>(.*?)</script>", made, re.DOTALL)
    for run in scripts:
        digest = base64.b64encode(hashlib.sha256(run.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in rules["script-src"]
    assert len(scripts) == 2
    # What goes on is said before the browser reads on.
    assert made.index(scripts[0]) < made.index('id="wasm"') < made.index(scripts[1])


def test_other_folder_is_refused_with_how_to_get_the_right_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=f"npm pack pyodide@{PYODIDE}"):
        single_page(tmp_path)


def test_page_without_what_forms_need_is_refused_with_how_to_install_it(
    pyodide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(InputError, match=r"kemitraan\[office\]"):
        single_page(pyodide)


@pytest.mark.slow
def test_what_is_inside_answers_alike_with_nothing_installed(tmp_path: Path) -> None:
    zipfile.ZipFile(io.BytesIO(bundle())).extractall(tmp_path)
    case = {"scenario": "itabajo", "settings": ["management=strong"]}
    asked = [("form", {}), ("facts", case), ("whatif", case), ("goals", case), ("profile", case)]
    blank = json.loads(ask("form-new", {"lang": "id"}))
    asked += [("form-new", {**case, "lang": "id"}), ("open", {"scenario": blank})]
    code = (
        f"import sys; sys.path[:0] = [{str(tmp_path)!r}]; from kemitraan.page import inside; "
        f"inside.start({str(tmp_path / 'base.pickle')!r}); import json; "
        f"print(json.dumps([inside.answer(v, json.dumps(a)) for v, a in {asked!r}])); "
        "inside.answer('scenario-list', '{}')"
    )
    # Alone (-I) and without the folder of installed packages (-S), as in the browser.
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    for (verb, arguments), found in zip(asked, json.loads(done.stdout), strict=True):
        # Where the profile lies is another place there.
        told = re.sub(r'"[^"]*scenarios/', '"scenarios/', found)
        assert told == ask(verb, arguments), verb
