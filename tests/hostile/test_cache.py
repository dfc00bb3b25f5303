"""A kept rule base cannot run code, and counts only if it is the user's own and unharmed."""

from __future__ import annotations

import os
import pickle
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from kemitraan.knowledge import load, store
from kemitraan.knowledge.load import load_rulebase
from kemitraan.knowledge.store import keep, kept
from tests.hostile.test_files import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable

    from kemitraan.knowledge.rulebase import RuleBase

KEY = "0" * 32


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty cache folder that is in use."""
    monkeypatch.setenv("KEMITRAAN_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture(scope="module")
def base() -> RuleBase:
    return load_rulebase(SMALL)


def file_of(cache: Path) -> Path:
    return cache / f"rules-{KEY}.pickle"


def plant(cache: Path, data: bytes) -> None:
    """Put something under the key, with the checksum it should have."""
    cache.mkdir(mode=0o700, exist_ok=True)
    file_of(cache).write_bytes(store._checksum(KEY, data) + data)
    file_of(cache).chmod(0o600)


class Call:
    """Pickled, it is a call that whoever reads it would make."""

    def __init__(self, function: Callable[..., Any], *arguments: object) -> None:
        self.call = function, arguments

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[object, ...]]:
        return self.call


def test_what_is_kept_comes_back_as_it_was(cache: Path, base: RuleBase) -> None:
    keep(KEY, base)
    assert kept(KEY) == base
    assert [f.name for f in cache.iterdir()] == [file_of(cache).name]
    if os.name == "posix":
        assert file_of(cache).stat().st_mode & 0o077 == 0


def test_a_kept_base_runs_no_code(cache: Path, tmp_path: Path, base: RuleBase) -> None:
    trace = tmp_path / "trace"
    ways = [
        Call(trace.write_text, "run"),
        Call(os.system, f"touch {trace}"),
        Call(eval, f"open({str(trace)!r}, 'w')"),
        Call(Path, str(trace)),
        Call(getattr, base, "rules"),
    ]
    for way in ways:
        plant(cache, pickle.dumps(way))
        assert kept(KEY) is None
    # A name that leads out of a module of the rule base.
    plant(cache, b"\x80\x04\x8c\x1ekemitraan.knowledge.vocabulary\x8c\x0fdataclass.mro\x93.")
    assert kept(KEY) is None
    assert not trace.exists()


def test_only_a_rule_base_is_a_rule_base(cache: Path, base: RuleBase) -> None:
    for other in (None, 7, [base], base.vocabulary):
        plant(cache, pickle.dumps(other))
        assert kept(KEY) is None


def test_what_is_kept_under_another_key_does_not_count(cache: Path, base: RuleBase) -> None:
    keep("1" * 32, base)
    (cache / f"rules-{'1' * 32}.pickle").rename(file_of(cache))
    assert kept(KEY) is None


def test_a_changed_or_cut_file_does_not_count(cache: Path, base: RuleBase) -> None:
    keep(KEY, base)
    whole = file_of(cache).read_bytes()
    random = Random(0)
    for _ in range(100):
        harmed = bytearray(whole)
        harmed[random.randrange(len(harmed))] ^= 1 << random.randrange(8)
        file_of(cache).write_bytes(harmed)
        assert kept(KEY) is None
        file_of(cache).write_bytes(whole[: random.randrange(len(whole))])
        assert kept(KEY) is None
    file_of(cache).write_bytes(whole)
    assert kept(KEY) == base


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no such owner here")
def test_what_others_own_or_can_write_does_not_count(
    cache: Path, base: RuleBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(KEY, base)
    for mode in (0o620, 0o602, 0o666):
        file_of(cache).chmod(mode)
        assert kept(KEY) is None
    file_of(cache).chmod(0o600)
    assert kept(KEY) == base
    me = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: me + 1)
    assert kept(KEY) is None


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="links cannot be told here")
def test_a_link_does_not_count_and_is_not_written_through(cache: Path, base: RuleBase) -> None:
    keep(KEY, base)
    other = file_of(cache).rename(cache / "other")
    file_of(cache).symlink_to(other)
    assert kept(KEY) is None
    before = other.read_bytes()
    keep(KEY, base)
    assert other.read_bytes() == before
    assert not file_of(cache).is_symlink()
    assert kept(KEY) == base


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_the_cache_does_not_count(cache: Path) -> None:
    cache.mkdir()
    os.mkfifo(file_of(cache))
    assert kept(KEY) is None


def test_many_who_write_and_read_at_once_never_see_half_a_base(cache: Path, base: RuleBase) -> None:
    def work(number: int) -> bool:
        if number % 2:
            keep(KEY, base)
            return True
        return kept(KEY) in (None, base)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(60)))
    assert kept(KEY) == base
    assert not list(cache.glob("*.part"))


def test_nothing_half_written_stays(
    cache: Path, base: RuleBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.mkdir()
    left, fresh = cache / "killed.part", cache / "busy.part"
    left.touch()
    os.utime(left, (0, 0))
    fresh.touch()
    keep(KEY, base)
    assert not left.exists()
    assert fresh.exists()

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "disk full")

    monkeypatch.setattr(Path, "replace", full)
    keep("1" * 32, base)
    assert {f.name for f in cache.iterdir()} == {fresh.name, file_of(cache).name}


def test_a_cache_that_cannot_be_used_changes_nothing(
    tmp_path: Path, base: RuleBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    for folder in ("", str(tmp_path / "file"), str(tmp_path / "file" / "below")):
        monkeypatch.setenv("KEMITRAAN_CACHE", folder)
        assert load_rulebase(SMALL) == base


def test_rules_saved_while_they_are_read_are_kept_under_what_was_read(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(SMALL, folder)
    file = folder / "1-strength" / "rules.yaml"
    text = file.read_text("utf-8")
    key_of = store.key_of

    def saved_meanwhile(*args: Any) -> str:
        file.write_text(text.replace("en: Strong}", "en: Stronger}"), "utf-8")
        return key_of(*args)

    monkeypatch.setattr(load, "key_of", saved_meanwhile)
    assert load_rulebase(folder).rule["STR-01"].title.en == "Strong"
    monkeypatch.setattr(load, "key_of", key_of)
    assert load_rulebase(folder).rule["STR-01"].title.en == "Stronger"
    file.write_text(text, "utf-8")
    assert load_rulebase(folder).rule["STR-01"].title.en == "Strong"


def test_only_the_newest_few_bases_are_kept(cache: Path, base: RuleBase) -> None:
    for number in range(12):
        keep(f"{number:032}", base)
        os.utime(cache / f"rules-{number:032}.pickle", (number, number))
    assert sorted(f.name[-9:-7] for f in cache.glob("rules-*.pickle")) == [
        f"{number:02}" for number in range(4, 12)
    ]
