"""What is no profile or rule file is refused at once: pipes, devices, huge files, odd names."""

from __future__ import annotations

import os
import shutil
import time
import tracemalloc
from pathlib import Path

import pytest

from kemitraan.case import examine
from kemitraan.faults import InputError
from kemitraan.knowledge.load import load_rulebase
from kemitraan.yamltree import MAX_BYTES, read_yaml
from tests.command import ROOT

SMALL = ROOT / "tests" / "knowledge" / "small"

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")


def refused(path: str | Path) -> str:
    """Return what is said of a profile that cannot be read."""
    with pytest.raises(InputError) as raised:
        examine(path)
    return str(raised.value)


@needs_pipes
def test_a_pipe_that_nobody_writes_is_no_profile(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    assert "cannot be read (no regular file)" in refused(pipe)


@needs_pipes
def test_a_pipe_in_a_rule_folder_is_a_fault_and_the_others_are_told_too(tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(SMALL, folder)
    os.mkfifo(folder / "1-strength" / "pipe.yaml")
    (folder / "guards.yaml").write_text("guards: no", "utf-8")
    with pytest.raises(InputError) as raised:
        load_rulebase(folder)
    assert {Path(f.place.file).name for f in raised.value.faults} >= {"pipe.yaml", "guards.yaml"}


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_a_device_without_end_is_no_profile() -> None:
    assert "cannot be read" in refused(Path("/dev/zero"))


def test_of_a_huge_file_no_more_than_the_limit_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.yaml"
    huge.touch()
    os.truncate(huge, 6_000_000_000)
    tracemalloc.start()
    try:
        assert "too large" in refused(huge)
        assert tracemalloc.get_traced_memory()[1] < 4 * MAX_BYTES
    finally:
        tracemalloc.stop()


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    full = tmp_path / "full.yaml"
    full.write_bytes(b"id: a\n" + b"#" * (MAX_BYTES - 6))
    document = read_yaml(full, [])
    assert document is not None
    assert document.data == {"id": "a"}


def test_a_link_to_a_profile_is_followed_and_one_in_a_circle_refused(tmp_path: Path) -> None:
    link, circle = tmp_path / "link.yaml", tmp_path / "circle.yaml"
    try:
        link.symlink_to(ROOT / "scenarios" / "itabajo.yaml")
        circle.symlink_to(circle)
    except OSError:
        pytest.skip("no symbolic links here")
    assert examine(link).scenario.id == "itabajo"
    assert "cannot be read" in refused(circle)


@pytest.mark.parametrize("name", ["a\0b.yaml", "n" * 300 + ".yaml", "no/such/folder.yaml"])
def test_a_name_that_no_file_has_is_a_fault(name: str) -> None:
    assert "file" in refused(Path(name))


def test_a_folder_of_rules_that_cannot_be_named_is_a_fault() -> None:
    with pytest.raises(InputError, match="no rule files"):
        load_rulebase(Path("a\0b"))


def test_two_thousand_unknown_keys_are_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "keys.yaml"
    keys = "".join(f"  product_qualty{n}: strong\n" for n in range(2000))
    file.write_text(f"id: a\nname: A\nsentra:\n{keys}", "utf-8")
    before = time.process_time()
    with pytest.raises(InputError) as raised:
        examine(file)
    assert time.process_time() - before < 5
    assert len(raised.value.faults) == 2000
    # The first are told what was meant; for so many, looking is too dear.
    hints = sum(
        "Did you mean 'product_quality'" in str(fault.fix.en) for fault in raised.value.faults
    )
    assert 50 <= hints <= 200
