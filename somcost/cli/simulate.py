"""somcost simulate: how sure results are when their inputs are not."""

from typing import Annotated, Literal

import typer

from somcost.cli.options import (
    THOUSAND,
    Engine,
    Exact,
    Json,
    Language,
    NoCache,
    Plot,
    Results,
    Round,
    ScenarioOrPlan,
    Xlsx,
    plain_number,
)
from somcost.cli.price_level import Index, PriceLevel, PriceRate, WageRate, asked_level


def simulate(
    scenario: ScenarioOrPlan,
    *,
    result: Results = None,
    draws: Annotated[int, typer.Option("--draws", metavar="N", help="How many draws.")] = 10_000,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="The same seed gives the same figures.")] = 0,
    sampling: Annotated[
        Literal["random", "sobol"], typer.Option("--sampling", help="By chance, or evenly spread.")
    ] = "random",
    budget: Annotated[
        float | None,
        typer.Option("--budget", metavar="KR", parser=plain_number, help="Kr a year that shall not be exceeded."),
    ] = None,
    limit: Annotated[
        list[str] | None, typer.Option("--limit", metavar="NAME=X", help="A result's value not to be exceeded.")
    ] = None,
    indices: Annotated[bool, typer.Option("--indices", help="Say which inputs the variance comes from.")] = False,
    share: Annotated[
        float, typer.Option("--share", min=0.0, max=0.99, help="The range either way where none is stated at all.")
    ] = 0.10,
    xlsx: Xlsx = None,
    plot: Plot = None,
    json: Json = False,
    unit: Round = THOUSAND,
    exact: Exact = False,
    lang: Language = "da",
    price_level: PriceLevel = None,
    index: Index = None,
    wage_rate: WageRate = None,
    price_rate: PriceRate = None,
    engine: Engine = None,
    no_cache: NoCache = False,
) -> None:
    """Draw uncertain inputs; say how sure the results are."""
    from somcost.analyse.simulate.simulate import simulate as simulated
    from somcost.cli.output import (
        assessed_either,
        check_outputs,
        files_read,
        page,
        warn,
        workbook_name,
        working,
    )
    from somcost.present.numbers import Numbers

    workbook_name(xlsx)
    limits = _limits(limit or [])
    if plot is not None:
        from somcost.present.pictures import check_picture_path

        check_picture_path(plot)
    assessment = assessed_either(
        scenario, engine, price_level=asked_level(price_level, index, wage_rate, price_rate), no_cache=no_cache
    )
    check_outputs(xlsx, plot, read=files_read(assessment.inputs))
    with working("Drawing …"):
        found = simulated(
            assessment,
            results=result or (),
            draws=draws,
            seed=seed,
            sampling=sampling,
            budget=budget,
            thresholds=limits,
            share=share,
            indices=indices,
        )
    numbers = Numbers(lang, 0 if exact else unit)
    if xlsx is not None:
        from somcost.present.workbook import write_workbook

        write_workbook(assessment, xlsx, language=lang, beside=found)
    if plot is not None:
        from somcost.present.pictures import write_picture
        from somcost.present.pictures.simulated import distribution
        from somcost.present.varied_words import VariedWords
        from somcost.present.words import Words

        varied = VariedWords(Words(assessment, lang), numbers)
        name, outcome = next(iter(found.results.items()))
        picture = distribution(varied, name, outcome, subtitle=varied.words.price_level())
        write_picture(picture, plot, language=lang)
    if json:
        from somcost.present.json import analysis_text

        typer.echo(analysis_text(assessment, {"simulation": found.as_dict()}), nl=False)
    else:
        from somcost.present.terminal.simulated import print_simulation

        with page(wide=exact) as console:
            print_simulation(assessment, found, console, numbers=numbers)
    warn(assessment.warnings)


def _limits(texts: list[str]) -> dict[str, float]:
    limits: dict[str, float] = {}
    for text in texts:
        name, _, value = text.rpartition("=")
        name = name.removeprefix("results.")
        if name in limits:
            raise typer.BadParameter(f"{name} has a limit already", param_hint="--limit")
        limits[name] = plain_number(value)
    return limits
