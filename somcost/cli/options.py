"""The arguments that several commands take."""

from pathlib import Path
from typing import Annotated, Literal

import typer

Scenario = Annotated[Path, typer.Argument(help="The scenario's YAML file.", show_default=False)]
Language = Annotated[Literal["da", "en"], typer.Option("--lang", help="Language of the output.")]
