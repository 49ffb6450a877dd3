"""somcost plan: a plan proposed from what was observed."""

from pathlib import Path
from typing import Annotated

import typer

from somcost.cli.options import Engine, Language, NoCache, Scenario
from somcost.cli.price_level import Index, PriceLevel, PriceRate, WageRate, asked_level

plan = typer.Typer(help="Assessments ahead of time.", no_args_is_help=True, rich_markup_mode=None)


@plan.command("from")
def propose(
    scenario: Scenario,
    *,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="The plan's file; ends in .yaml.", show_default="standard output"),
    ] = None,
    years: Annotated[int, typer.Option("--years", min=1, max=100, help="The horizon.")] = 5,
    lang: Language = "da",
    price_level: PriceLevel = None,
    index: Index = None,
    wage_rate: WageRate = None,
    price_rate: PriceRate = None,
    engine: Engine = None,
    no_cache: NoCache = False,
) -> None:
    """Propose a plan from a scenario: its hours and expenses, to be adjusted."""
    if out is not None and out.suffix.lower() not in (".yaml", ".yml"):
        raise typer.BadParameter("the name of a plan ends in .yaml", param_hint="--out")
    from somcost.analyse.proposed import proposed_plan
    from somcost.cli.init import files_are_not_overwritten
    from somcost.cli.output import assessed, check_outputs, files_read, warn
    from somcost.present.files import write_atomically
    from somcost.present.plan_file import PlanFile
    from somcost.present.words import Words
    from somcost.problems import refuse

    level = asked_level(price_level, index, wage_rate, price_rate)
    assessment = assessed(scenario, engine, price_level=level, no_cache=no_cache)
    check_outputs(out, read=files_read(assessment.inputs))
    refuse([files_are_not_overwritten(out)] if out is not None and out.exists() else [])
    beside = Path() if out is None else out.parent
    text = PlanFile(assessment, proposed_plan(assessment), Words(assessment, lang), beside, years).text()
    if out is None:
        typer.echo(text, nl=False)
    else:
        write_atomically(out, lambda path: _write(path, text))
        typer.echo(f"Next: somcost run {out}")
    warn(assessment.warnings)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
