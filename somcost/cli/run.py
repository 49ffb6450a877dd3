"""somcost run: the assessment in the terminal, as JSON, as a workbook."""

import typer

from somcost.cli.options import THOUSAND, Engine, Exact, Json, Language, NoCache, Round, ScenarioOrPlan, Xlsx
from somcost.cli.price_level import Index, PriceLevel, PriceRate, WageRate, asked_level


def run(
    scenario: ScenarioOrPlan,
    *,
    json: Json = False,
    xlsx: Xlsx = None,
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
    """Assess a scenario: its cost a year, per citizen, per month."""
    from somcost.analyse.assessment import Assessment
    from somcost.cli.output import assessed_either, check_outputs, files_read, page, warn, workbook_name

    workbook_name(xlsx)
    assessment = assessed_either(
        scenario, engine, price_level=asked_level(price_level, index, wage_rate, price_rate), no_cache=no_cache
    )
    if xlsx is not None:
        from somcost.present.workbook import write_workbook

        check_outputs(xlsx, read=files_read(assessment.inputs))
        write_workbook(assessment, xlsx, language=lang)
    if json:
        from somcost.present.json import json_text

        typer.echo(json_text(assessment), nl=False)
    else:
        from somcost.present.numbers import Numbers
        from somcost.present.terminal import print_assessment, print_plan

        with page(wide=exact) as console:
            numbers = Numbers(lang, 0 if exact else unit)
            if isinstance(assessment, Assessment):
                print_assessment(assessment, console, numbers=numbers)
            else:
                print_plan(assessment, console, numbers=numbers)
    warn(assessment.warnings)
