"""The files of an import: those that are named, and those of a folder that is."""

from collections.abc import Sequence
from pathlib import Path

from somcost.intake.sheets import ENDINGS
from somcost.problems import InputProblems, Location, Problem, check


@check
def folders_hold_exports(place: Location) -> Problem:
    """A folder that is imported holds a table: a text file, a workbook or Parquet."""
    return Problem(place, "", "the folder holds no table", f"Tables end in {', '.join(ENDINGS)}.")


@check
def exports_are_named_once(place: Location) -> Problem:
    """Each export is named once: its rows would count twice."""
    return Problem(place, "", "is named a second time, its rows would count twice", "Name it once.")


def export_files(paths: Sequence[Path]) -> list[Path]:
    """Give the files that are named, and the tables of the folders that are, in the order of their names.

    Raises:
        InputProblems: A folder holds no table, or a file is named twice.
    """
    found = [file for path in paths for file in _files(path)]
    seen: set[Path] = set()
    for file in found:
        if file.resolve() in seen:
            raise InputProblems([exports_are_named_once(Location(str(file)))])
        seen.add(file.resolve())
    return found


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(
        each for each in path.iterdir() if each.suffix.lower() in ENDINGS and not each.name.startswith((".", "~$"))
    )
    if not found:
        raise InputProblems([folders_hold_exports(Location(str(path)))])
    return found
