"""The notebook runs from its first cell to its last, and what its cells show can be shown."""

from __future__ import annotations

import ast
import json
from typing import Any

import pytest

from tests.command import ROOT

NOTEBOOK = ROOT / "docs" / "notebook.ipynb"


def run(source: str, names: dict[str, Any]) -> Any:
    """Run a cell; return what its last line shows."""
    *before, last = ast.parse(source).body
    if not isinstance(last, ast.Expr):
        exec(source, names)  # noqa: S102  # the cell itself
        return None
    exec(compile(ast.Module(before, []), "cell", "exec"), names)  # noqa: S102
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307


@pytest.mark.slow
def test_notebook_runs_and_shows_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, Any] = {}
    shown = []
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    for cell in cells:
        if cell["cell_type"] == "code":
            found = run("".join(cell["source"]), names)
            shown.append(found._repr_html_() if hasattr(found, "_repr_html_") else found)
    assert sum("<table" in page for page in shown if isinstance(page, str)) == 4
    steps, faults = capsys.readouterr().out.splitlines()[:3], names["rows"]
    assert len(steps) == 3
    assert {row["sentra"] for row in faults} == {"itabajo", "molas-poco-lembor", "tenun-troso"}
    assert any(one.changes for one in names["found"].assumptions)


def test_notebook_is_kept_without_what_it_showed() -> None:
    data = json.loads(NOTEBOOK.read_text("utf-8"))
    code = [cell for cell in data["cells"] if cell["cell_type"] == "code"]
    assert (data["nbformat"], data["nbformat_minor"]) == (4, 5)
    assert len({cell["id"] for cell in data["cells"]}) == len(data["cells"])
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)
