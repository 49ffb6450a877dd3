"""Every export of tests/exports becomes the registrations that its folder expects; so by its profile."""

import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from somcost import assess
from somcost.cli import app

ROOT = Path(__file__).parents[2]
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
    said = arguments_of(folder)
    beside = ["--duplicates", "drop"] * ("--duplicates" in said) + ["--set-aside"] * ("--set-aside" in said)
    result = CliRunner().invoke(
        app, ["import", *files_of(folder), "--profile", str(profile), *beside, "--write", str(out)]
    )

    assert result.exit_code == 0, result.stderr
    assert out.read_text("utf-8") == EXPECTED[folder.name]


@pytest.mark.parametrize("name", ["jammerbugt", "thisted", "holstebro"])
def test_an_imported_file_gives_the_same_assessment(name: str, tmp_path: Path) -> None:
    """The examples' own registrations, imported and put in their place, cost the same to the last digit."""
    scenario = ROOT / "scenarios" / f"{name}.yaml"
    export = ROOT / "examples" / name / "time_registrations.csv"
    done = CliRunner().invoke(app, ["import", str(export), "--write", str(tmp_path / "time.csv")])
    text = scenario.read_text("utf-8").replace(f"../examples/{name}/time_registrations.csv", "time.csv")
    (tmp_path / "again.yaml").write_text(text.replace("../examples", str(ROOT / "examples")), "utf-8")

    assert done.exit_code == 0, done.stderr
    found = assess(tmp_path / "again.yaml").as_dict()
    expected = assess(scenario).as_dict()
    assert found["results"] == expected["results"]
    assert found["months"] == expected["months"]
