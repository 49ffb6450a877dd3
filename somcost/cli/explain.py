"""somcost explain: how a figure came about."""

from typing import Annotated

import typer

from somcost.cli.options import Engine, Language, NoCache, ScenarioOrPlan
from somcost.cli.price_level import Index, PriceLevel, PriceRate, WageRate, asked_level


def explain(
    scenario: ScenarioOrPlan,
    key: Annotated[
        str,
        typer.Argument(
            help="Path of a figure in the JSON, such as cost_per_participant, or an assumption's key.",
            show_default=False,
        ),
    ],
    *,
    lang: Language = "da",
    price_level: PriceLevel = None,
    index: Index = None,
    wage_rate: WageRate = None,
    price_rate: PriceRate = None,
    engine: Engine = None,
    no_cache: NoCache = False,
) -> None:
    """Explain a figure: formula, numbers and where each is from."""
    from somcost.cli.output import assessed_either, page, warn
    from somcost.present.derivation import find, print_derivation
    from somcost.present.numbers import Numbers

    assessment = assessed_either(
        scenario, engine, price_level=asked_level(price_level, index, wage_rate, price_rate), no_cache=no_cache
    )
    with page() as console:
        print_derivation(assessment, find(assessment, key), console, numbers=Numbers(lang))
    warn(assessment.warnings)
