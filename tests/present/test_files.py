"""Outputs are written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from somcost.present.files import write_atomically
from somcost.problems import InputProblems


def write_hello(path: Path) -> None:
    """Write a word."""
    path.write_text("hej", encoding="utf-8")


def test_a_file_is_written(tmp_path: Path) -> None:
    """What is written stands in the file, and nothing else in the folder."""
    write_atomically(tmp_path / "out.txt", write_hello)

    assert [each.name for each in tmp_path.iterdir()] == ["out.txt"]
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "hej"


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    """An error half-way leaves no trace."""

    def fail(path: Path) -> None:
        path.write_text("halv", encoding="utf-8")
        raise RuntimeError("stop")

    (tmp_path / "out.txt").write_text("gammel", encoding="utf-8")
    with pytest.raises(RuntimeError):
        write_atomically(tmp_path / "out.txt", fail)

    assert [each.name for each in tmp_path.iterdir()] == ["out.txt"]
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "gammel"


@pytest.mark.parametrize("place", ["missing/out.txt", "."])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, place: str) -> None:
    """A missing folder and a folder in the file's place are problems of the input."""
    with pytest.raises(InputProblems, match="output-can-be-written"):
        write_atomically(tmp_path / place, write_hello)


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    """An error of the system while writing is a problem with the file's name."""

    def fail(_: Path) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(InputProblems, match=r"out\.txt: cannot be written: No space left"):
        write_atomically(tmp_path / "out.txt", fail)


def test_a_link_keeps_pointing_where_it_did(tmp_path: Path) -> None:
    """What a link stands for is written, not the link."""
    (tmp_path / "real.txt").write_text("gammel", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_atomically(tmp_path / "link.txt", write_hello)

    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8") == "hej"


def test_a_full_disk_is_told_whatever_a_writer_wraps_it_in(tmp_path: Path) -> None:
    """A writer of workbooks raises an error of its own round the system's."""

    def fail(path: Path) -> None:
        path.write_text("halv", encoding="utf-8")
        raise RuntimeError(OSError(28, "No space left on device"))

    with pytest.raises(InputProblems, match="No space left on device"):
        write_atomically(tmp_path / "out.txt", fail)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has a umask")
def test_colleagues_may_read_a_file(tmp_path: Path) -> None:
    """A file has the rights that any new file of its writer has, not those of a temporary one."""
    before = os.umask(0o022)
    try:
        write_atomically(tmp_path / "out.txt", write_hello)
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "out.txt").stat().st_mode) == 0o644
