"""Which cases run every time, and which only where everything is run (`pytest -m ""`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kemitraan.scenario.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST = ("itabajo", "molas-poco-lembor", "garam-kedung")
"""The profiles of the study, and one of another product and place."""


def few(cases: Sequence[object], number: int) -> list[object]:
    """Return cases for `parametrize`: the first `number` run always, the others when all are run.

    Alike in what they look at, they differ in where they look; so that a fault is found within
    minutes, and the rest is looked at before a release.
    """
    rest = (
        pytest.param(case, marks=[pytest.mark.slow, pytest.mark.thorough])
        for case in cases[number:]
    )
    return [*cases[:number], *rest]


def profiles(number: int = len(FIRST)) -> list[object]:
    """Return the shipped profiles for `parametrize`; a few run always."""
    return few([*FIRST, *(name for name in shipped() if name not in FIRST)], number)


def spread(cases: Sequence[object], step: int) -> list[object]:
    """Return cases for `parametrize`: one in `step` runs always, the others when all are run."""
    always = list(cases[::step])
    return few([*always, *(case for case in cases if case not in always)], len(always))
