"""somcost sites: cost and participants by site."""

import typer

from somcost.cli.options import THOUSAND, Engine, Exact, Json, Language, NoCache, Plot, Round, Scenario


def sites(
    scenario: Scenario,
    *,
    plot: Plot = None,
    json: Json = False,
    unit: Round = THOUSAND,
    exact: Exact = False,
    lang: Language = "da",
    engine: Engine = None,
    no_cache: NoCache = False,
) -> None:
    """Show cost and participants by site, and their spread."""
    from somcost.analyse.compare.sites import sites as by_site
    from somcost.cli.output import assessed, check_outputs, files_read, page, warn
    from somcost.present.numbers import Numbers

    if plot is not None:
        from somcost.present.pictures import check_picture_path

        check_picture_path(plot)
    assessment = assessed(scenario, engine, no_cache=no_cache)
    found, numbers = by_site(assessment), Numbers(lang, 0 if exact else unit)
    if plot is not None:
        from somcost.present.compared_words import ComparedWords
        from somcost.present.pictures import write_picture
        from somcost.present.pictures.compared import spread_of_sites
        from somcost.present.words import Words

        check_outputs(plot, read=files_read(assessment.inputs))
        said = ComparedWords(Words(assessment, lang), numbers)
        values = {row.name: row.cost_per_participant for row in found.rows}
        write_picture(spread_of_sites(said, found.spread, values), plot, language=lang)
    if json:
        from somcost.present.json import analysis_text

        typer.echo(analysis_text(assessment, found.as_dict()), nl=False)
    else:
        from somcost.present.terminal.compared import print_sites

        with page(wide=exact) as console:
            print_sites(assessment, found, console, numbers=numbers)
    warn(assessment.warnings)
