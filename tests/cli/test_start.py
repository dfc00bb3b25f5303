"""Starting: what is imported, how wrong usage is told, what Python code can import."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

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
    modules = loaded("import kemitraan.cli.run")
    assert not modules & HEAVY
    own = {m.split(".")[1] for m in modules if m.startswith("kemitraan.")}
    light = {"faults", "progress", "resources", "text"}
    named = {"analysis", "document", "export", "form", "interview", "page", "portfolio"}
    assert own == {"cli", "command"} | named | light


@pytest.mark.slow
def test_a_kept_rule_base_is_not_read_again(tmp_path: Path) -> None:
    code = (
        f"import os; os.environ['KEMITRAAN_CACHE'] = {str(tmp_path)!r}; "
        "from kemitraan.knowledge.load import load_rulebase; load_rulebase()"
    )
    first, second = loaded(code), loaded(code)
    assert "kemitraan.knowledge.parts" in first - second


@pytest.mark.slow
def test_word_that_is_no_choice_is_told_in_both_languages() -> None:
    for arguments, indonesian, english in (
        (
            ("recommend", "itabajo", "--format", "tabel"),
            "Maksud Anda 'table'",
            "Did you mean 'table'",
        ),
        (("recommend", "itabajo", "--layer", "x"), "'x' tidak dikenal", "'x' is unknown"),
        (("robust", "itabajo", "--over", "x"), "assumptions, unknown", "assumptions, unknown"),
        (("schema", "x"), "'x' tidak dikenal", "'x' is unknown"),
        (("recommend", "itabajo", "--lang", "EN"), "Maksud Anda 'en'", "Did you mean 'en'"),
        (("change", "itabajo"), "beri --to atau --from", "give either --to or --from"),
        (("compare", "itabajo"), "sedikitnya dua", "at least two"),
    ):
        for lang, said in (("id", indonesian), ("en", english)):
            done = run_command(*arguments, KEMITRAAN_LANG=lang)
            assert done.code == 2
            assert said in done.err
            assert len(done.err.splitlines()) == 1


@pytest.mark.slow
def test_wrong_usage_says_what_lacks_and_the_way_to_help() -> None:
    for lang, lacking, way in (
        ("id", "profil belum disebut", "Bantuan"),
        ("en", "SCENARIO is missing", "Help"),
    ):
        done = run_command("why", KEMITRAAN_LANG=lang)
        assert (done.code, done.out) == (2, "")
        assert lacking in done.err
        assert f"{way}: kemitraan why -h." in done.err


def test_importing_the_package_imports_nothing_else() -> None:
    assert not {m for m in loaded("import kemitraan") if m.startswith("kemitraan.")}


def test_every_public_name_is_there() -> None:
    assert kemitraan.__all__ == sorted(kemitraan.__all__)
    assert all(getattr(kemitraan, name) is not None for name in kemitraan.__all__)
    assert dir(kemitraan) == kemitraan.__all__
