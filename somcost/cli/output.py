"""Where a command's output goes: results to standard output, warnings and progress to standard error."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from somcost.problems import InputProblems, Location, Problem, check

if TYPE_CHECKING:
    from rich.console import Console

    from somcost.analyse.assessment import Assessment
    from somcost.analyse.planned import PlanAssessment
    from somcost.model.plan import PlanInputs
    from somcost.model.price_index import StatedPriceLevel
    from somcost.model.reading import EngineName
    from somcost.model.scenario import Inputs

WIDTH = 80
"""Columns of what is read elsewhere than in a terminal."""
WIDEST, EXACT_WIDTH = 100, 160


@contextmanager
def page(*, wide: bool = False) -> Iterator["Console"]:
    """Print to standard output at once when all is made: text as it is, without colours where it is no terminal.

    `wide` makes room for numbers with all their digits, which are never broken.
    """
    from rich.console import Console

    console = Console(markup=False, highlight=False, emoji=False, soft_wrap=False)
    console.width = min(console.width, WIDEST) if console.is_terminal else WIDTH
    if wide:
        console.width = EXACT_WIDTH
    with console.capture() as made:
        yield console
    lines = made.get().removesuffix("\n").split("\n")
    sys.stdout.write("".join(f"{line.rstrip(' ')}\n" for line in lines))


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show that the program works, on a terminal only."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    from somcost.cli.progress import RowsShown
    from somcost.read.progress import watched

    with Console(stderr=True).status(what) as status, watched(RowsShown(status.update, what)):
        yield


def assessed(
    scenario: Path,
    engine: "EngineName | None" = None,
    *,
    price_level: "StatedPriceLevel | None" = None,
    no_cache: bool = False,
) -> "Assessment":
    """Assess a scenario; its warnings are for the end of the command, beside its output."""
    from somcost.model.reading import Reading
    from somcost.pipeline import assess

    with working(f"Assessing {scenario} …"):
        return assess(scenario, reading=Reading(engine, cache=not no_cache), price_level=price_level)


def assessed_either(
    path: Path,
    engine: "EngineName | None" = None,
    *,
    price_level: "StatedPriceLevel | None" = None,
    no_cache: bool = False,
) -> "Assessment | PlanAssessment":
    """Assess a scenario or a plan, as its file says by its schema."""
    from somcost.read.plan import is_plan

    if not is_plan(path):
        return assessed(path, engine, price_level=price_level, no_cache=no_cache)
    from somcost.pipeline import assess_plan

    return assess_plan(path, price_level=price_level)


def warn(warnings: Iterable[Problem]) -> None:
    """Write warnings to standard error."""
    for warning in warnings:
        typer.echo(f"warning: {warning}", err=True)


@check
def outputs_are_no_inputs(path: Path) -> Problem:
    """An output does not overwrite a file that is read."""
    return Problem(Location(str(path)), "", "is a file that is read", "Give the output another name.")


def workbook_name(path: Path | None) -> None:
    """Refuse a workbook whose name does not say so."""
    if path is not None and path.suffix.lower() != ".xlsx":
        raise typer.BadParameter("the name of a workbook ends in .xlsx", param_hint="--xlsx")


@check
def outputs_are_told_apart(path: Path) -> Problem:
    """Two outputs are not written to one file."""
    return Problem(Location(str(path)), "", "is to be written twice", "Give each output a name of its own.")


def files_read(*inputs: "Inputs | PlanInputs") -> list[Path]:
    """Give the files that assessments were read from."""
    return [Path(each.scenario.location.file).parent / file.name for each in inputs for file in each.files]


def check_outputs(*outputs: Path | None, read: Iterable[Path]) -> None:
    """Refuse an output that would overwrite what was read, or another output.

    Raises:
        InputProblems: It would.
    """
    inputs = {each.resolve() for each in read}
    seen: set[Path] = set()
    for path in outputs:
        if path is None:
            continue
        if path.resolve() in inputs:
            raise InputProblems([outputs_are_no_inputs(path)])
        if path.resolve() in seen:
            raise InputProblems([outputs_are_told_apart(path)])
        seen.add(path.resolve())
