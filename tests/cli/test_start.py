"""Starting and ending: what is imported, what a closed pipe does, what Python code can import."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import kemitraan
from tests.command import ROOT
from tests.command import kemitraan as run_command

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {"experta", "pydantic", "tabulate", "yaml", "rich"}


def loaded(code: str) -> set[str]:
    """Return the modules that are loaded after this code ran in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}; print(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stdout.split())


def test_command_line_starts_without_what_only_commands_need() -> None:
    modules = loaded("import kemitraan.cli")
    assert not modules & HEAVY
    own = {m.split(".")[1] for m in modules if m.startswith("kemitraan.")}
    assert own == {"cli", "faults", "text"}


def test_a_kept_rule_base_is_not_read_again(tmp_path: Path) -> None:
    code = (
        f"import os; os.environ['KEMITRAAN_CACHE'] = {str(tmp_path)!r}; "
        "from kemitraan.knowledge.load import load_rulebase; load_rulebase()"
    )
    first, second = loaded(code), loaded(code)
    assert "kemitraan.knowledge.parts" in first - second


def test_what_is_no_valid_argument_is_left_to_typer() -> None:
    for arguments, said in (
        (("recommend", "itabajo", "--format", "tabel"), "'tabel'"),
        (("recommend", "itabajo", "--lang", "EN"), "'EN'"),
        (("recommend",), "SCENARIO"),
        (("why",), "scenario"),
    ):
        done = run_command(*arguments)
        assert done.code == 2
        assert said.casefold() in done.err.casefold()


def test_importing_the_package_imports_nothing_else() -> None:
    assert not {m for m in loaded("import kemitraan") if m.startswith("kemitraan.")}


def test_every_public_name_is_there() -> None:
    assert kemitraan.__all__ == sorted(kemitraan.__all__)
    assert all(getattr(kemitraan, name) is not None for name in kemitraan.__all__)
    assert dir(kemitraan) == kemitraan.__all__


def test_reader_that_goes_away_ends_the_command_quietly() -> None:
    read, write = os.pipe()
    os.close(read)
    with subprocess.Popen(
        [sys.executable, "-m", "kemitraan", "rules", "list"],
        cwd=ROOT,
        stdout=write,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        os.close(write)
        _, err = process.communicate(timeout=60)
    assert err == ""


def test_every_command_is_introduced_in_both_languages() -> None:
    for group in ((), ("scenario",), ("rules",)):
        done = run_command(*group, "--help")
        listed = done.out.split("Commands:")[1].strip().splitlines()
        assert len(listed) >= 3
        for line in listed:
            assert " | " in line
            assert not line.endswith("...")
