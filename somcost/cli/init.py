"""somcost init: a scenario or a plan to start from."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from somcost.problems import InputProblems, Location, Problem, check

SAMPLE = Path(__file__).parent / "sample"
PLAN = Path(__file__).parent / "sample_plan"


@check
def files_are_not_overwritten(path: Path) -> Problem:
    """`somcost init` and `somcost plan from` write new files only: what is there may have been worked on."""
    return Problem(Location(str(path)), "", "is there already", "Name a new file or folder, or move what is there.")


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder, new or yours.")],
    *,
    plan: Annotated[bool, typer.Option("--plan", help="A plan, for what is not begun, and no scenario.")] = False,
) -> None:
    """Write a commented scenario or plan, ready to run."""
    from somcost.present.files import output_can_be_written, write_atomically

    samples = sorted((PLAN if plan else SAMPLE).iterdir())
    there = [folder / sample.name for sample in samples if (folder / sample.name).exists()]
    if there:
        raise InputProblems([files_are_not_overwritten(path) for path in there])
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputProblems([output_can_be_written(folder, error.strerror or str(error))]) from error
    written: list[Path] = []
    try:
        for sample in samples:
            write_atomically(folder / sample.name, partial(_copy, sample))
            written.append(folder / sample.name)
    except InputProblems:
        for path in written:
            path.unlink()
        raise
    typer.echo(f"Next: somcost run {folder / ('plan.yaml' if plan else 'scenario.yaml')}")


def _copy(sample: Path, place: Path) -> None:
    place.write_bytes(sample.read_bytes())
