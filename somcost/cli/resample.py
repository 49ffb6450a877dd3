"""somcost resample: how sure figures are that rest on few months, courses, sites or citizens."""

from typing import Annotated, Literal

import typer

from somcost.cli.options import THOUSAND, Engine, Exact, Json, Language, NoCache, Results, Round, Scenario

Over = Literal["months", "courses", "sites", "citizens"]


def resample(
    scenario: Scenario,
    *,
    over: Annotated[
        Over | None,
        typer.Option("--over", help="What is drawn again.", show_default="courses where there are any, else months"),
    ] = None,
    result: Results = None,
    draws: Annotated[int, typer.Option("--draws", metavar="N", help="How many samples are drawn.")] = 9_999,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="The same seed gives the same figures.")] = 0,
    confidence: Annotated[float, typer.Option("--confidence", metavar="X", help="0.90 for 90 % intervals.")] = 0.90,
    block: Annotated[
        int | None,
        typer.Option("--block", metavar="N", help="Neighbouring months drawn together.", show_default="a rule"),
    ] = None,
    json: Json = False,
    unit: Round = THOUSAND,
    exact: Exact = False,
    lang: Language = "da",
    engine: Engine = None,
    no_cache: NoCache = False,
) -> None:
    """Say how sure figures are that rest on few observations."""
    from somcost.analyse.resample.resample import resample as resampled
    from somcost.analyse.vary.results import asked_results
    from somcost.cli.output import assessed, page, warn, working
    from somcost.present.numbers import Numbers

    assessment = assessed(scenario, engine, no_cache=no_cache)
    usual = ["annual_operating_cost", *asked_results(assessment, [])]
    names = asked_results(assessment, result or list(dict.fromkeys(usual)))
    with working("Resampling …"):
        found = resampled(
            assessment, over=over, results=names, draws=draws, seed=seed, confidence=confidence, block=block
        )
    if json:
        from somcost.present.json import analysis_text

        typer.echo(analysis_text(assessment, {"resampling": found.as_dict()}), nl=False)
    else:
        from somcost.present.terminal.resampled import print_resampling

        with page(wide=exact) as console:
            print_resampling(assessment, found, console, numbers=Numbers(lang, 0 if exact else unit))
    warn(assessment.warnings)
