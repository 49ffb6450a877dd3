"""Every way to spoil the input: a folder for each message, with the spoilt files and what the user then reads.

A folder of tests/errors/ is named after the check that speaks first, with a case after a dot where a check has
several. It holds the files that differ from the sound ones in _base/, and one of

- expected.txt: what stands on standard error, the program ends with exit code 1 and writes nothing;
- warning.txt: what stands beside the result, the program does not stop.

command.txt holds the arguments where they are others than `run scenario.yaml --json`.
"""

import importlib
import pkgutil
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import somcost
from somcost.cli import app
from somcost.pipeline import assess_plan
from somcost.problems import CHECKS
from somcost.read.inputs import read_inputs
from somcost.read.plan import is_plan
from somcost.validate import validate

FOLDER = Path(__file__).parent / "errors"
BASE = FOLDER / "_base"
ERRORS = sorted(each.parent.name for each in FOLDER.glob("*/expected.txt"))
WARNINGS = sorted(each.parent.name for each in FOLDER.glob("*/warning.txt"))
OURS = {"expected.txt", "warning.txt", "command.txt"}
BY_DEFAULT = "run scenario.yaml --json"

NOT_BY_SMALL_FILES = {
    "table-file-is-readable": "needs a file that may not be read, and the tests may run as root",
    "cells-are-short": "needs a cell of 131,073 characters",
    "columns-are-countable": "needs 16,385 columns",
    "lines-fit-on-a-sheet": "needs 1,048,576 rows",
    "pairs-of-draws-are-possible": "pairs of draws are given in the library only",
    "quantiles-are-shares": "quantiles are given in the library only",
    "engines-are-installed": "needs an environment without an engine",
    "queries-have-their-library": "needs an environment without duckdb",
    "engines-start": "needs an environment without Java",
    "replaced-costs-come-at-their-level": "the command line assesses plans at the level asked for",
    "simulations-have-their-library": "needs an environment without scipy",
    "pictures-have-their-library": "needs an environment without matplotlib",
    "index-years-follow-each-other": "an index comes with the program, or from the library",
    **dict.fromkeys(
        (
            "exports-hold-no-cpr-numbers",
            "names-of-exports-hold-no-cpr-numbers",
            "tables-hold-no-cpr-numbers",
            "texts-hold-no-cpr-numbers",
        ),
        "needs a CPR number, and none stands in the repository",
    ),
    "pseudonyms-are-distinct": "needs two texts that share a pseudonym of 50 bits",
    "sampling-settings-are-possible": "orders and seed are given in the library only",
}
"""Checks without a folder, and why."""


def spoilt_folder(name: str, folder: Path) -> list[str]:
    """Lay the sound files and over them the spoilt ones into a folder, and give the program's arguments."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    shutil.copytree(FOLDER / name, folder, dirs_exist_ok=True, ignore=lambda _, names: OURS & set(names))
    command = FOLDER / name / "command.txt"
    return (command.read_text("utf-8") if command.exists() else BY_DEFAULT).split()


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder with its bytes."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


@pytest.mark.parametrize("name", ERRORS)
def test_spoilt_input_is_told_with_its_place(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 1, the expected text on standard error, nothing on standard output, nothing written."""
    arguments = spoilt_folder(name, tmp_path)
    before = contents(tmp_path)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, arguments)

    assert result.stderr == (FOLDER / name / "expected.txt").read_text("utf-8")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["hours-are-decimal", "job-groups-are-in-the-set"])
def test_the_program_itself_says_the_same(name: str, tmp_path: Path) -> None:
    """The command line in a process of its own ends so too."""
    arguments = spoilt_folder(name, tmp_path)
    result = subprocess.run(
        [sys.executable, "-m", "somcost", *arguments], cwd=tmp_path, capture_output=True, check=False
    )

    assert result.stderr.decode() == (FOLDER / name / "expected.txt").read_text("utf-8")
    assert result.returncode == 1
    assert result.stdout == b""


@pytest.mark.parametrize("name", WARNINGS)
def test_doubtful_input_is_warned_about(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The warning is among those beside the result, with its place."""
    _, file, *_ = spoilt_folder(name, tmp_path)
    monkeypatch.chdir(tmp_path)
    found = assess_plan(file).warnings if is_plan(Path(file)) else validate(read_inputs(file))
    told = [str(warning) for warning in found]

    assert (FOLDER / name / "warning.txt").read_text("utf-8").removesuffix("\n") in told


def test_the_sound_files_are_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the folders spoil runs without an error."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)

    assert CliRunner().invoke(app, BY_DEFAULT.split()).exit_code == 0


@pytest.mark.parametrize("name", ERRORS + WARNINGS)
def test_a_folder_is_named_after_what_it_provokes(name: str) -> None:
    """The check before the dot stands in brackets in the text."""
    (text,) = (FOLDER / name / each for each in ("expected.txt", "warning.txt") if (FOLDER / name / each).exists())

    assert f"[{name.partition('.')[0]}]\n" in text.read_text("utf-8")


def test_every_check_has_a_folder_and_every_folder_a_check() -> None:
    """What users may read in brackets is shown by example, and no example outlives its check."""
    for module in pkgutil.walk_packages(somcost.__path__, "somcost."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    shown = {name.partition(".")[0] for name in ERRORS + WARNINGS}

    assert shown == set(CHECKS) - set(NOT_BY_SMALL_FILES)


def test_every_folder_says_what_to_expect() -> None:
    """No folder is left without its text."""
    folders = {each.name for each in FOLDER.iterdir() if each.is_dir() and not each.name.startswith("_")}

    assert folders == set(ERRORS) | set(WARNINGS)
