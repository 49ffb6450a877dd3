"""somcost check: validation only."""

import typer

from somcost.cli.options import Scenario


def check(scenario: Scenario) -> None:
    """Check a scenario and all it names; nothing is computed."""
    from somcost.cli.output import warn, working
    from somcost.read.inputs import read_inputs
    from somcost.validate import validate

    with working(f"Checking {scenario} …"):
        warnings = validate(read_inputs(scenario))
    warn(warnings)
    found = {0: "no warnings", 1: "1 warning"}.get(len(warnings), f"{len(warnings)} warnings")
    typer.echo(f"{scenario}: no problems, {found}")
