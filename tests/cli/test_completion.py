"""Completion, asked for as a shell asks: by environment variables."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.command import ROOT, kemitraan

if TYPE_CHECKING:
    from pathlib import Path

BASH = shutil.which("bash") or ""


def bash(line: str) -> list[str]:
    """Return what bash would offer for the last word of a line (empty after a space)."""
    words = line.split(" ")
    done = kemitraan(
        _KEMITRAAN_COMPLETE="complete_bash",
        COMP_WORDS=line,
        COMP_CWORD=str(len(words) - 1),
        KEMITRAAN_LANG="en",
    )
    assert (done.code, done.err) == (0, "")
    return done.out.split()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("kemitraan cer", ["certain"]),
        ("kemitraan rules ch", ["check"]),
        ("kemitraan recommend ita", ["itabajo"]),
        ("kemitraan recommend itabajo tenun-", ["tenun-sukarara", "tenun-troso"]),
        ("kemitraan recommend scenarios/ita", ["scenarios/itabajo.yaml"]),
        ("kemitraan certain itabajo --overlay lic", ["licence-granted"]),
        ("kemitraan certain itabajo --overlay scenarios/overlays/li",
         ["scenarios/overlays/licence-granted.yaml"]),
        ("kemitraan certain itabajo --lang ", ["id", "en"]),
        ("kemitraan certain itabajo --format j", ["json", "jsonl"]),
        ("kemitraan robust itabajo --over st", ["stated"]),
        ("kemitraan flips itabajo --of a", ["actor", "assumption"]),
        ("kemitraan certain itabajo --without TYP-19", ["TYP-19"]),
        ("kemitraan assumptions tenun-", ["tenun-sukarara", "tenun-troso"]),
        ("kemitraan rules show A-1", [f"A-1{n}" for n in range(10)]),
        ("kemitraan why itabajo supply_chain.v", ["supply_chain.verdict=recommended"]),
        ("kemitraan reasons itabajo supply_chain.v", ["supply_chain.verdict=recommended"]),
        ("kemitraan robust itabajo supply_chain.v", ["supply_chain.verdict=recommended"]),
        ("kemitraan change itabajo --from supply_chain.v", ["supply_chain.verdict=recommended"]),
        ("kemitraan change itabajo --to creative_economy.verdict=r",
         ["creative_economy.verdict=recommended"]),
        ("kemitraan why-not itabajo creative_economy.verdict=r",
         ["creative_economy.verdict=recommended"]),
        ("kemitraan why itabajo --set product_quality=weak supply_chain.fit=g", []),
        ("kemitraan why nobody supply_chain.v", []),
    ],
)  # fmt: skip
def test_bash_is_offered(line: str, offered: list[str]) -> None:
    assert bash(line) == offered


@pytest.mark.slow
def test_settings_are_offered_by_name_and_the_last_name_left_with_its_values() -> None:
    assert "management=" in bash("kemitraan certain itabajo --set manage")
    values = [f"product_quality={v}" for v in ("weak", "developing", "strong")]
    assert bash("kemitraan certain itabajo --set product_q") == values
    assert bash("kemitraan certain itabajo --set product_quality=") == values
    (one,) = bash("kemitraan certain itabajo --set tourism_business.interest=h")
    assert one == "tourism_business.interest=high"


@pytest.mark.slow
def test_assumptions_are_offered_by_name_and_the_last_name_left_with_its_alternatives() -> None:
    assert "grouping_rule=by_kind" in bash("kemitraan certain itabajo --assume grouping_r")
    assert len(bash("kemitraan certain itabajo --assume ")) > 30


@pytest.mark.slow
def test_zsh_and_fish_are_told_what_words_mean() -> None:
    line = "kemitraan certain itabajo --set product_quality=st"
    for shell, meaning in (("zsh", '"product_quality=strong":"strong"'),
                           ("fish", "product_quality=strong\tstrong")):  # fmt: skip
        done = kemitraan(
            _KEMITRAAN_COMPLETE=f"complete_{shell}",
            _TYPER_COMPLETE_ARGS=line,
            _TYPER_COMPLETE_FISH_ACTION="get-args",
            KEMITRAAN_LANG="en",
        )
        assert meaning in done.out


@pytest.mark.skipif(not BASH, reason="there is no bash here")
def test_script_that_is_shown_completes_in_bash(tmp_path: Path) -> None:
    program = tmp_path / "kemitraan"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m kemitraan "$@"\n')
    program.chmod(0o755)
    asked = """
eval "$(kemitraan --show-completion)"
COMP_WORDS=(kemitraan recommend tenun-) COMP_CWORD=2
_kemitraan_completion kemitraan
echo "${COMPREPLY[@]}"
"""
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [BASH, "--norc", "-c", asked],
        cwd=ROOT,
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("tenun-sukarara tenun-troso\n", "")
