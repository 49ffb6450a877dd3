"""somcost check: validation only."""

import typer

from somcost.cli.options import Engine, NoCache, Scenario


def check(scenario: Scenario, *, engine: Engine = None, no_cache: NoCache = False) -> None:
    """Check a scenario and all it names; nothing is computed."""
    from somcost.cli.output import warn, working
    from somcost.model.reading import Reading
    from somcost.pipeline import sound_inputs

    with working(f"Checking {scenario} …"):
        _, warnings = sound_inputs(scenario, Reading(engine, cache=not no_cache))
    warn(warnings)
    found = {0: "no warnings", 1: "1 warning"}.get(len(warnings), f"{len(warnings)} warnings")
    typer.echo(f"{scenario}: no problems, {found}")
