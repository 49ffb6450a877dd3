"""somcost ledger: the cost lines as a file."""

from pathlib import Path
from typing import Annotated

import typer

from somcost.cli.options import Scenario

ENDINGS = (".csv", ".xlsx", ".parquet")


def ledger(
    scenario: Scenario,
    *,
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="Ends in .csv, .xlsx or .parquet.", show_default=False)
    ],
) -> None:
    """Write every cost line with the file and row it is from."""
    if out.suffix.lower() not in ENDINGS:
        raise typer.BadParameter("the name of the file ends in .csv, .xlsx or .parquet", param_hint="--out")
    from somcost.cli.output import assessed, check_outputs, files_read, warn, working

    assessment = assessed(scenario, "rows")
    check_outputs(out, read=files_read(assessment.inputs))
    with working(f"Writing {out} …"):
        from somcost.present.ledger_table import write_ledger

        write_ledger(assessment, out)
    warn(assessment.warnings)
