"""somcost run: the assessment in the terminal, as JSON, as a workbook."""

import typer

from somcost.cli.options import THOUSAND, Engine, Exact, Json, Language, NoCache, Round, Scenario, Xlsx


def run(
    scenario: Scenario,
    *,
    json: Json = False,
    xlsx: Xlsx = None,
    unit: Round = THOUSAND,
    exact: Exact = False,
    lang: Language = "da",
    engine: Engine = None,
    no_cache: NoCache = False,
) -> None:
    """Assess a scenario: its cost a year, per citizen, per month."""
    from somcost.cli.output import assessed, check_outputs, files_read, page, warn, workbook_name

    workbook_name(xlsx)
    assessment = assessed(scenario, engine, no_cache=no_cache)
    if xlsx is not None:
        from somcost.present.workbook import write_workbook

        check_outputs(xlsx, read=files_read(assessment.inputs))
        write_workbook(assessment, xlsx, language=lang)
    if json:
        from somcost.present.json import json_text

        typer.echo(json_text(assessment), nl=False)
    else:
        from somcost.present.numbers import Numbers
        from somcost.present.terminal import print_assessment

        with page(wide=exact) as console:
            print_assessment(assessment, console, numbers=Numbers(lang, 0 if exact else unit))
    warn(assessment.warnings)
