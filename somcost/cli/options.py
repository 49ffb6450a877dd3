"""The arguments that several commands take."""

import math
from pathlib import Path
from typing import Annotated, Literal

import typer

from somcost.ambiguous import THOUSANDS, both_readings


def plain_number(text: str) -> float:
    """Read a number as it is typed on the command line; what may be thousands is not guessed at."""
    if THOUSANDS.fullmatch(text):
        raise typer.BadParameter(
            f"{text} may be thousands or have three decimals; write {' or '.join(both_readings(text))}"
        )
    try:
        number = float(text)
    except ValueError:
        raise typer.BadParameter(f"{text} is no number; write digits with a decimal point") from None
    if not math.isfinite(number):
        raise typer.BadParameter(f"{text} is no finite number")
    return number


def _power_of_ten(number: int) -> int:
    if number != 10 ** (len(str(number)) - 1):
        raise typer.BadParameter(f"{number} is not 1, 10, 100, 1000 …")
    return number


Engine = Annotated[
    Literal["rows", "duckdb", "spark"] | None,
    typer.Option(
        "--engine", help="What reads the registrations.", show_default="duckdb for large files where it is installed"
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither use nor keep what was read of large files.")]
ScenarioOrPlan = Annotated[
    Path, typer.Argument(metavar="SCENARIO", help="The YAML file of a scenario or a plan.", show_default=False)
]
Scenario = Annotated[Path, typer.Argument(help="The scenario's YAML file.", show_default=False)]
Language = Annotated[Literal["da", "en"], typer.Option("--lang", help="Language of the output.")]
Json = Annotated[bool, typer.Option("--json", help="Write the result as JSON to standard output.")]
Round = Annotated[
    int,
    typer.Option(
        "--round",
        metavar="N",
        min=1,
        callback=_power_of_ten,
        help="Round kr to 1, 10, 100, 1000 …; from 1000, millions.",
    ),
]
Exact = Annotated[bool, typer.Option("--exact", help="Show every digit.")]
Results = Annotated[
    list[str] | None,
    typer.Option("--result", metavar="NAME", help="A result by its name in the JSON.", show_default="cost per citizen"),
]
Plot = Annotated[Path | None, typer.Option("--plot", metavar="FILE", help="Draw it; the file ends in .svg or .png.")]
Xlsx = Annotated[Path | None, typer.Option("--xlsx", metavar="FILE", help="Write a workbook with live formulas.")]
THOUSAND = 1_000
"""What kr are rounded to if nothing else is asked for."""
KRONE = 1
"""Costs per participant and category are small: what goes on to SØM is shown to the krone."""
