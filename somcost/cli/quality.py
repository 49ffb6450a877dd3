"""somcost quality: what the data of an assessment is worth."""

import typer

from somcost.cli.options import Engine, Json, Language, NoCache, Scenario, Xlsx


def quality(
    scenario: Scenario,
    *,
    json: Json = False,
    xlsx: Xlsx = None,
    lang: Language = "da",
    engine: Engine = None,
    no_cache: NoCache = False,
) -> None:
    """Show what the data covers, and what stands out."""
    from somcost.analyse.quality.quality import quality as report
    from somcost.cli.output import assessed, check_outputs, files_read, page, warn, workbook_name

    workbook_name(xlsx)
    assessment = assessed(scenario, engine, no_cache=no_cache)
    found = report(assessment)
    if xlsx is not None:
        from somcost.present.workbook import write_workbook

        check_outputs(xlsx, read=files_read(assessment.inputs))
        write_workbook(assessment, xlsx, language=lang, beside=found)
    if json:
        from somcost.present.json import analysis_text

        typer.echo(analysis_text(assessment, found.as_dict()), nl=False)
    else:
        from somcost.present.numbers import Numbers
        from somcost.present.terminal.quality import print_quality

        with page() as console:
            print_quality(assessment, found, console, numbers=Numbers(lang, 1))
    warn(assessment.warnings)
