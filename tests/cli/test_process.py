"""The program as a process of its own: encodings, pipes, interruption, start-up time."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hand_scenario import write_hand_scenario

PROGRAM = [sys.executable, "-m", "somcost"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a scenario."""
    write_hand_scenario(tmp_path)
    return tmp_path


def test_output_is_utf8_whatever_the_locale(folder: Path) -> None:
    """æøå reach a file also where the locale is C."""
    plain = {**os.environ, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    plain.pop("PYTHONIOENCODING", None)
    result = subprocess.run([*PROGRAM, "run", "scenario.yaml"], cwd=folder, env=plain, capture_output=True, check=True)

    assert "Årlige driftsomkostninger" in result.stdout.decode("utf-8")


def test_no_colours_reach_a_file(folder: Path) -> None:
    """What is no terminal gets text of 80 columns, also where the environment says it is wider."""
    wide = {**os.environ, "COLUMNS": "200", "TERM": "xterm-256color"}
    result = subprocess.run([*PROGRAM, "run", "scenario.yaml"], cwd=folder, env=wide, capture_output=True, check=True)
    text = result.stdout.decode("utf-8")

    assert "\x1b" not in text
    assert not [line for line in text.splitlines() if line != line.rstrip()]
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("command", [["run", "scenario.yaml"], ["run", "scenario.yaml", "--json"]])
def test_a_reader_that_leaves_gets_no_traceback(folder: Path, command: list[str]) -> None:
    """As with `| head`: the pipe is closed before anything is written."""
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run([*PROGRAM, *command], cwd=folder, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)

    assert b"Traceback" not in result.stderr
    assert b"BrokenPipe" not in result.stderr


def test_ctrl_c_gives_no_traceback_and_leaves_nothing(folder: Path) -> None:
    """The program ends with 130, as programs do, and no half-written file stays."""
    code = (
        "import somcost.pipeline, signal, os, time\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "interrupted = lambda scenario, **asked: (os.kill(os.getpid(), signal.SIGINT), time.sleep(20))\n"
        "somcost.pipeline.assess = interrupted\n"
        "import sys; sys.argv = ['somcost', 'run', 'scenario.yaml', '--xlsx', 'ud.xlsx']\n"
        "from somcost.cli import main; main()\n"
    )
    before = sorted(folder.iterdir())
    result = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, check=False)

    assert (result.returncode, result.stdout, result.stderr) == (130, b"", b"")
    assert sorted(folder.iterdir()) == before


def modules_after(arguments: list[str], folder: Path) -> set[str]:
    """Give the modules that a command has imported when it ends."""
    code = (
        "import os, sys\n"
        "end = os._exit\n"
        "os._exit = lambda code: (print('\\n'.join(sys.modules), file=sys.stderr, flush=True), end(code))\n"
        f"sys.argv = ['somcost', *{arguments!r}]\n"
        "from somcost.cli import main; main()\n"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, check=True)
    return set(result.stderr.decode().splitlines())


def test_help_imports_no_engine(folder: Path) -> None:
    """What a command does not need is not imported."""
    loaded = modules_after(["--help"], folder)

    assert not {"numpy", "pydantic", "yaml", "rich", "babel", "somcost.pipeline", "pandas"} & loaded


def test_run_imports_neither_pandas_nor_a_workbooks_writer(folder: Path) -> None:
    """A run is quicker than the import of pandas."""
    loaded = modules_after(["run", "scenario.yaml"], folder)

    assert not {"pandas", "openpyxl", "pyarrow", "xlsxwriter"} & loaded


def test_help_is_about_as_quick_as_a_bare_program(tmp_path: Path) -> None:
    """Best of five against an empty typer program; twice its time fails, which only a stray import does."""
    bare = tmp_path / "bare.py"
    bare.write_text("import typer\napp = typer.Typer(rich_markup_mode=None)\napp.command()(lambda: None)\napp()\n")

    assert best([*PROGRAM, "--help"]) < 2 * best([sys.executable, str(bare), "--help"])


def best(command: list[str]) -> float:
    """Give the shortest of five times, in seconds."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True)
        times.append(time.perf_counter() - start)
    return min(times)


def test_a_full_disk_under_standard_output_gives_no_traceback(folder: Path) -> None:
    """/dev/full is as full as a disk can be."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "somcost", "run", "scenario.yaml"],
            cwd=folder,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"no space is left" in done.stderr


def test_a_name_that_is_no_utf8_is_told(folder: Path) -> None:
    """The message escapes what it cannot write."""
    done = subprocess.run(
        [sys.executable, "-m", "somcost", "run", b"t\xff.yaml"], cwd=folder, capture_output=True, check=False
    )

    assert done.returncode == 1
    assert b"there is no file" in done.stderr
