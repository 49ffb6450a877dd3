"""somcost sensitivity: what moves the result, and at which value it meets a target."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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

if TYPE_CHECKING:
    from somcost.analyse.planned import AnyAssessment
    from somcost.analyse.vary.answers import Answers
    from somcost.present.numbers import Numbers

MOST_BARS = 15

Axes = Annotated[
    list[str] | None,
    typer.Argument(help="More keys of a grid.", show_default=False, metavar="[KEY=VALUES]..."),
]


def sensitivity(
    scenario: ScenarioOrPlan,
    axes: Axes = None,
    *,
    result: Results = None,
    grid: Annotated[
        list[str] | None,
        typer.Option("--grid", metavar="KEY=VALUES", help="Vary a key: wages=0,0.1,0.2, participants=6:12:2 or +10%."),
    ] = None,
    break_even: Annotated[
        list[str] | None, typer.Option("--break-even", metavar="KEY", help="Find where the result meets the target.")
    ] = None,
    target: Annotated[
        float | None,
        typer.Option(
            "--target",
            metavar="X",
            parser=plain_number,
            help="The target.",
            show_default="the alternative's cost a year",
        ),
    ] = None,
    share: Annotated[
        float, typer.Option("--share", min=0.0, max=0.99, help="How far inputs without a stated range are moved.")
    ] = 0.10,
    every: Annotated[bool, typer.Option("--all", help="Show every input, not only those that move most.")] = False,
    list_keys: Annotated[bool, typer.Option("--keys", help="List what can be varied, and vary nothing.")] = False,
    csv: Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write the grid, a row a cell.")] = None,
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
    """Vary inputs: one by one, in a grid, to a target."""
    from somcost.cli.output import assessed_either, check_outputs, files_read, warn, workbook_name
    from somcost.present.numbers import Numbers
    from somcost.present.varied_table import is_large

    keys = [*(grid or []), *(axes or [])]
    workbook_name(xlsx)
    if csv is not None and not keys:
        raise typer.BadParameter("a file is written of a grid; name its keys with --grid", param_hint="--csv")
    if keys and break_even:
        raise typer.BadParameter("ask for a grid, or for a break-even, one at a time", param_hint="--break-even")
    if not keys and len(result or []) > 1:
        raise typer.BadParameter("only a grid shows several results", param_hint="--result")
    if target is not None and not break_even:
        raise typer.BadParameter("a target needs --break-even KEY", param_hint="--target")
    if list_keys and (keys or break_even or xlsx or plot):
        raise typer.BadParameter("the keys are listed, and nothing is varied", param_hint="--keys")
    if plot is not None:
        from somcost.present.pictures import check_picture_path

        check_picture_path(plot)
    assessment = assessed_either(
        scenario, engine, price_level=asked_level(price_level, index, wage_rate, price_rate), no_cache=no_cache
    )
    check_outputs(csv, xlsx, plot, read=files_read(assessment.inputs))
    if list_keys:
        answers = _keys(assessment, share)
    else:
        answers = _answers(assessment, keys, break_even or [], results=result or [], target=target, share=share)
    numbers = Numbers(lang, 0 if exact else unit)
    _write(assessment, answers, numbers=numbers, csv=csv, xlsx=xlsx, plot=plot)
    if json:
        from somcost.present.json import analysis_text

        typer.echo(analysis_text(assessment, answers.as_dict()), nl=False)
    elif csv is None and not ((xlsx or plot) and is_large(answers.grid)):
        from somcost.cli.output import page
        from somcost.present.terminal.varied import print_answers

        with page(wide=exact) as console:
            print_answers(assessment, answers, console, numbers=numbers, most=None if every else MOST_BARS)
    warn(assessment.warnings)


def _write(
    assessment: "AnyAssessment",
    answers: "Answers",
    *,
    numbers: "Numbers",
    csv: Path | None,
    xlsx: Path | None,
    plot: Path | None,
) -> None:
    """Write the files that were asked for, none of them if one cannot be made."""
    picture = None
    if plot is not None:
        from somcost.present.pictures.varied import VariedPictures

        picture = VariedPictures(assessment, numbers).of(answers)
    if xlsx is not None and answers.grid is not None:
        from somcost.present.varied_table import grids_fit_a_workbook
        from somcost.problems import refuse

        refuse(grids_fit_a_workbook(assessment.inputs.scenario.location.file, answers.grid))
    if csv is not None and answers.grid is not None:
        from somcost.present.varied_table import write_grid

        write_grid(answers.grid, csv)
    if xlsx is not None:
        from somcost.present.workbook import write_workbook

        write_workbook(assessment, xlsx, language=numbers.language, beside=answers)
    if plot is not None and picture is not None:
        from somcost.present.pictures import write_picture

        write_picture(picture, plot, language=numbers.language)


def _keys(assessment: "AnyAssessment", share: float) -> "Answers":
    from somcost.analyse.vary.answers import what_can_be_varied
    from somcost.analyse.vary.results import asked_results

    return what_can_be_varied(assessment, result=asked_results(assessment, [])[0], share=share)


def _answers(
    assessment: "AnyAssessment",
    axes: list[str],
    break_even: list[str],
    *,
    results: list[str],
    target: float | None,
    share: float,
) -> "Answers":
    from somcost.analyse.vary.answers import in_a_grid, one_at_a_time, where_it_breaks_even
    from somcost.analyse.vary.axes import axes_of
    from somcost.analyse.vary.results import asked_results

    asked = asked_results(assessment, results)
    if break_even:
        return where_it_breaks_even(assessment, break_even, result=asked[0], target=target, share=share)
    if axes:
        return in_a_grid(assessment, axes_of(assessment, axes), results=asked, share=share)
    return one_at_a_time(assessment, result=asked[0], share=share)
