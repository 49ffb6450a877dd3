"""somcost compare: assessments side by side, and why two of them differ."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from somcost.cli.options import THOUSAND, Engine, Exact, Json, Language, NoCache, Plot, Round, Xlsx
from somcost.problems import InputProblems

if TYPE_CHECKING:
    from somcost.analyse.compare.found import Compared
    from somcost.analyse.planned import AnyAssessment
    from somcost.present.numbers import Numbers

Scenarios = Annotated[
    list[Path],
    typer.Argument(help="The scenarios' YAML files; of two, the difference is explained.", show_default=False),
]
Rate = Annotated[float | None, typer.Option(metavar="X", help="Rise a year after the index's last year, 0.03 for 3 %.")]
TWO = 2


def compare(
    scenarios: Scenarios,
    *,
    result: Annotated[
        str | None, typer.Option("--result", metavar="NAME", help="The result whose difference is explained or drawn.")
    ] = None,
    price_level: Annotated[
        int | None,
        typer.Option("--price-level", metavar="YEAR", help="The year whose prices all amounts are brought to."),
    ] = None,
    wage_rate: Rate = None,
    price_rate: Rate = None,
    variances: Annotated[
        bool,
        typer.Option("--variances", help="The first is the budget, the second the outturn: hours, rate, mix, volume."),
    ] = False,
    xlsx: Xlsx = None,
    plot: Plot = None,
    json: Json = False,
    unit: Round = THOUSAND,
    exact: Exact = False,
    lang: Language = "da",
    engine: Engine = None,
    no_cache: NoCache = False,
) -> None:
    """Compare scenarios at one price level; explain two."""
    from somcost.analyse.compare.repriced import saves_another
    from somcost.cli.output import assessed_either, check_outputs, files_read, page, warn, workbook_name
    from somcost.cli.price_level import asked_level
    from somcost.pipeline import assess_plan
    from somcost.present.numbers import Numbers

    workbook_name(xlsx)
    if variances and len(scenarios) != TWO:
        raise typer.BadParameter("a budget and its outturn are two scenarios", param_hint="--variances")
    if plot is not None:
        from somcost.present.pictures import check_picture_path

        check_picture_path(plot)
    assessments = [assessed_either(scenario, engine, no_cache=no_cache) for scenario in scenarios]
    if any(saves_another(assessment) for assessment in assessments):
        level = asked_level(price_level, None, wage_rate, price_rate)
        assessments = [
            assess_plan(scenario, price_level=level) if saves_another(assessment) else assessment
            for scenario, assessment in zip(scenarios, assessments, strict=True)
        ]
    result = None if result is None else result.removeprefix("results.")
    check_outputs(xlsx, plot, read=files_read(*(assessment.inputs for assessment in assessments)))
    rates = {name: rate for name, rate in (("wages", wage_rate), ("prices", price_rate)) if rate is not None}
    found = _compared(assessments, result=result, price_level=price_level, rates=rates, variances=variances)
    numbers = Numbers(lang, 0 if exact else unit)
    if xlsx is not None:
        from somcost.present.workbook.varied.compared import write_comparison

        write_comparison(assessments, found, xlsx, language=lang)
    if plot is not None:
        _draw(assessments, found, plot, result=result, numbers=numbers)
    if json:
        from somcost.present.json import comparison_text

        typer.echo(comparison_text(assessments, found.as_dict()), nl=False)
    else:
        from somcost.present.terminal.compared import print_comparison

        with page(wide=exact) as console:
            print_comparison(assessments, found, console, numbers=numbers)
    for assessment in assessments:
        warn(assessment.warnings)


def _compared(
    assessments: "list[AnyAssessment]",
    *,
    result: str | None,
    price_level: int | None,
    rates: dict[str, float],
    variances: bool,
) -> "Compared":
    from somcost.analyse.compare.comparison import compare as side_by_side
    from somcost.analyse.compare.difference import explain_difference
    from somcost.analyse.compare.found import Compared
    from somcost.analyse.compare.variances import budget_variances
    from somcost.analyse.vary.results import asked_results

    comparison = side_by_side(assessments, price_level=price_level, rates=rates)
    if result is not None and len(assessments) != TWO:
        known = [name for name in comparison.results if any(value is not None for value in comparison.row(name))]
        _refuse_unknown(assessments[0], result, known)
    if len(assessments) != TWO:
        return Compared(comparison)
    first, second = assessments
    asked = result or asked_results(first, [])[0]
    against = budget_variances(first, second, price_level=price_level, rates=rates) if variances else None
    try:
        difference = explain_difference(first, second, result=asked, price_level=price_level, rates=rates)
    except InputProblems as problems:
        if result is not None:
            raise
        return Compared(comparison, variances=against, untold=problems.problems[0])
    return Compared(comparison, difference, against)


def _refuse_unknown(assessment: "AnyAssessment", name: str, known: list[str]) -> None:
    from somcost.analyse.vary.results import results_are_known
    from somcost.problems import Location, refuse

    place = Location(assessment.inputs.scenario.location.file)
    refuse([] if name in known else [results_are_known(place, name, known)])


def _draw(
    assessments: "list[AnyAssessment]", found: "Compared", path: Path, *, result: str | None, numbers: "Numbers"
) -> None:
    from somcost.analyse.vary.results import asked_results
    from somcost.present.compared_words import said_of
    from somcost.present.pictures import write_picture
    from somcost.present.pictures.compared import spread_of_sites, waterfall

    said = said_of(assessments, numbers)
    if found.difference is not None:
        write_picture(waterfall(said, found.difference), path, language=numbers.language)
        return
    name = result or asked_results(assessments[0], [])[0]
    _refuse_unknown(assessments[0], name, list(found.comparison.spreads))
    values = {each.name: each.results.get(name) for each in found.comparison.assessments}
    write_picture(
        spread_of_sites(said, found.comparison.spreads[name], values, result=name), path, language=numbers.language
    )
