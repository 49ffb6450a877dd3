"""somcost schema: JSON Schema for editors."""

from typing import Annotated, Literal

import typer


def schema(
    kind: Annotated[
        Literal["assumptions", "scenario", "plan", "discounting", "price-index"],
        typer.Argument(help="Which kind of file.", show_default=False),
    ],
) -> None:
    """Write the JSON Schema of a kind of file, for editors."""
    import json

    from somcost.read.schema import json_schema

    typer.echo(json.dumps(json_schema(kind), ensure_ascii=False, indent=2))
