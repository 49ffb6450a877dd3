"""Long readings show rows and rate on a terminal, nothing elsewhere; Ctrl-C leaves nothing behind."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from somcost.cli.progress import RowsShown

PROGRAM = [sys.executable, "-m", "somcost"]
INTERRUPTED = [
    *(sys.executable, "-c"),
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from somcost.cli import main; main()",
]
"""The program where Ctrl-C reaches it, also when the tests run in the background of a shell."""
ROWS = 250_000


def test_rows_and_rate_are_shown_after_a_second() -> None:
    """By hand: 500 rows in half a second are not shown, 3,000 in one and a half are, at 2,000 a second."""
    seconds = iter([0.0, 0.5, 1.5, 1.6, 2.5, 3.0])
    shown: list[str] = []
    watch = RowsShown(shown.append, "Reading …", lambda: next(seconds))
    for file, rows in (("a/time.csv", 500), ("a/time.csv", 2_500), ("a/time.csv", 100), ("a/time.csv", 900)):
        watch(file, rows)

    assert shown == ["Reading … time.csv: 3,000 rows, 3,000 rows/s", "Reading … time.csv: 4,000 rows, 2,000 rows/s"]
    watch("b/more.csv", 10)
    assert watch.rows == 10


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write an export that takes a few seconds to read."""
    path = tmp_path_factory.mktemp("long") / "export.csv"
    path.write_text("Dato;Stilling;Timer\n" + "12-03-2018;Pædagog;7,5\n" * ROWS, "utf-8")
    return path


def test_a_terminal_shows_rows_and_ctrl_c_leaves_nothing(export: Path, tmp_path: Path) -> None:
    """Standard error is a terminal; interrupted in the midst, the program ends with 130 and has written nothing."""
    ours, theirs = pty.openpty()
    command = [*INTERRUPTED, "import", str(export), "--write", "time.csv"]
    started = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    told = b""
    while b"rows/s" not in told and started.poll() is None:
        told += os.read(ours, 1024)
    started.send_signal(signal.SIGINT)
    out, _ = started.communicate(timeout=60)

    assert b"rows/s" in told
    assert (started.returncode, out) == (130, b"")
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_shown_where_there_is_no_terminal(export: Path, tmp_path: Path) -> None:
    """In a pipe standard error stays empty but for problems."""
    done = subprocess.run(
        [*PROGRAM, "import", str(export), "--json"], cwd=tmp_path, capture_output=True, check=False, timeout=300
    )

    assert done.returncode == 0
    assert b"rows/s" not in done.stderr + done.stdout
