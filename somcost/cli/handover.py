"""somcost handover: what goes on to SØM."""

from pathlib import Path
from typing import Annotated

import typer

from somcost.cli.options import KRONE, Engine, Exact, Json, Language, NoCache, Round, ScenarioOrPlan
from somcost.cli.price_level import Index, PriceLevel, PriceRate, WageRate, asked_level

ENDINGS = (".csv", ".xlsx")


def handover(
    scenario: ScenarioOrPlan,
    *,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="A table, .csv, or the whole workbook, .xlsx.", show_default=False),
    ] = None,
    json: Json = False,
    unit: Round = KRONE,
    exact: Exact = False,
    lang: Language = "da",
    price_level: PriceLevel = None,
    index: Index = None,
    wage_rate: WageRate = None,
    price_rate: PriceRate = None,
    engine: Engine = None,
    no_cache: NoCache = False,
) -> None:
    """Hand over to SØM: the cost per citizen by year and category."""
    if out is not None and out.suffix.lower() not in ENDINGS:
        raise typer.BadParameter("the name of the file ends in .csv or .xlsx", param_hint="--out")
    from somcost.analyse.assessment import plain
    from somcost.analyse.handover.handover import handover_of
    from somcost.cli.output import assessed_either, check_outputs, files_read, page, warn

    level = asked_level(price_level, index, wage_rate, price_rate)
    assessment = assessed_either(scenario, engine, price_level=level, no_cache=no_cache)
    found = handover_of(assessment)
    figures = plain(found.tree)
    if out is not None:
        check_outputs(out, read=files_read(assessment.inputs))
    if out is not None and out.suffix.lower() == ".xlsx":
        from somcost.present.workbook import write_workbook

        write_workbook(assessment, out, language=lang, beside=found)
    elif out is not None:
        from somcost.present.handover_table import write_handover
        from somcost.present.words import Words

        write_handover(figures, out, words=Words(assessment, lang))
    if json:
        from somcost.present.json import analysis_text

        typer.echo(analysis_text(assessment, {"handover": figures}), nl=False)
    elif out is None:
        from somcost.present.numbers import Numbers
        from somcost.present.terminal.handover import print_handover

        with page(wide=exact) as console:
            print_handover(assessment, figures, console, numbers=Numbers(lang, 0 if exact else unit))
    warn(assessment.warnings)
