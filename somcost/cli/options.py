"""The arguments that several commands take."""

from pathlib import Path
from typing import Annotated, Literal

import typer

Scenario = Annotated[Path, typer.Argument(help="The scenario's YAML file.", show_default=False)]
Language = Annotated[Literal["da", "en"], typer.Option("--lang", help="Language of the output.")]
Json = Annotated[bool, typer.Option("--json", help="Write the result as JSON to standard output.")]
Round = Annotated[
    int, typer.Option("--round", metavar="N", min=1, help="Round kr to 1, 10, 100, 1000 …; from 1000, millions.")
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
