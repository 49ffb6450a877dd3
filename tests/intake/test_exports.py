"""Every export of tests/exports becomes the registrations that its folder expects; so by its profile."""

import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from somcost.cli import app

FOLDERS = sorted(folder for folder in (Path(__file__).parents[1] / "exports").iterdir() if folder.is_dir())
EXPECTED = {folder.name: (folder / "expected.csv").read_text("utf-8") for folder in FOLDERS}


def files_of(folder: Path) -> list[str]:
    """Give the exports of a folder in order."""
    return sorted(str(path) for path in folder.glob("export*"))


def arguments_of(folder: Path) -> list[str]:
    """Give what a person says about the export."""
    said = folder / "arguments.txt"
    return shlex.split(said.read_text("utf-8")) if said.exists() else []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_an_export_becomes_registrations(folder: Path, tmp_path: Path) -> None:
    """Guessed from the file, with what its arguments say."""
    out = tmp_path / "time.csv"
    result = CliRunner().invoke(app, ["import", *files_of(folder), *arguments_of(folder), "--write", str(out)])

    assert result.exit_code == 0, result.stderr
    assert out.read_text("utf-8") == EXPECTED[folder.name]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_profile_reads_the_same(folder: Path, tmp_path: Path) -> None:
    """What was guessed is saved, and read from the file it gives the same rows."""
    profile, out = tmp_path / "profile.yaml", tmp_path / "time.csv"
    CliRunner().invoke(app, ["import", *files_of(folder), *arguments_of(folder), "--save", str(profile)])
    duplicates = [each for each in arguments_of(folder) if each in ("--duplicates", "drop")]
    result = CliRunner().invoke(
        app, ["import", *files_of(folder), "--profile", str(profile), *duplicates, "--write", str(out)]
    )

    assert result.exit_code == 0, result.stderr
    assert out.read_text("utf-8") == EXPECTED[folder.name]
