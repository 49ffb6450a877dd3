"""somcost check: validation only."""

import typer

from somcost.cli.options import Engine, NoCache, ScenarioOrPlan
from somcost.cli.price_level import Index, PriceLevel, PriceRate, WageRate, asked_level


def check(
    scenario: ScenarioOrPlan,
    *,
    price_level: PriceLevel = None,
    index: Index = None,
    wage_rate: WageRate = None,
    price_rate: PriceRate = None,
    engine: Engine = None,
    no_cache: NoCache = False,
) -> None:
    """Check a scenario or plan and all it names; nothing is computed."""
    from somcost.cli.output import warn, working
    from somcost.model.reading import Reading
    from somcost.pipeline import sound_inputs, sound_plan
    from somcost.read.plan import is_plan

    level = asked_level(price_level, index, wage_rate, price_rate)
    with working(f"Checking {scenario} …"):
        if is_plan(scenario):
            _, warnings = sound_plan(scenario, level)
        else:
            _, warnings = sound_inputs(scenario, Reading(engine, cache=not no_cache), level)
    warn(warnings)
    found = {0: "no warnings", 1: "1 warning"}.get(len(warnings), f"{len(warnings)} warnings")
    typer.echo(f"{scenario}: no problems, {found}")
