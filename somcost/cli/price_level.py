"""The price level that the command line asks for."""

from typing import TYPE_CHECKING, Annotated

import typer

from somcost.cli.options import plain_number

if TYPE_CHECKING:
    from somcost.model.price_index import StatedPriceLevel

PriceLevel = Annotated[
    int | None,
    typer.Option(
        "--price-level", metavar="YEAR", help="Bring all amounts to the prices of a year.", show_default="as stated"
    ),
]
Index = Annotated[
    str | None,
    typer.Option(
        "--index", metavar="INDEX", help="By what: a published index, or a path.", show_default="Økonomistyrelsen's"
    ),
]
WageRate = Annotated[
    float | None,
    typer.Option(
        "--wage-rate", metavar="X", parser=plain_number, help="Rise of wages a year after the index's last year: 0.03."
    ),
]
PriceRate = Annotated[
    float | None,
    typer.Option(
        "--price-rate",
        metavar="X",
        parser=plain_number,
        help="Rise of prices a year after the index's last year: 0.02.",
    ),
]


def asked_level(
    year: int | None, index: str | None, wage_rate: float | None, price_rate: float | None
) -> "StatedPriceLevel | None":
    """Give what is asked for; None where nothing is.

    Raises:
        typer.BadParameter: A rate is no share.
    """
    from somcost.model.price_index import Kind, StatedPriceLevel
    from somcost.problems import Location

    stated: dict[Kind, float | None] = {"wages": wage_rate, "other_expenses": price_rate}
    for name, rate in (("--wage-rate", wage_rate), ("--price-rate", price_rate)):
        if rate is not None and not -1 < rate < 1:
            raise typer.BadParameter("a yearly rise is a share: 0.03 for 3 %", param_hint=name)
    rates = {kind: rate for kind, rate in stated.items() if rate is not None}
    if year is None and index is None and not rates:
        return None
    return StatedPriceLevel(Location("--price-level"), year, index, rates=rates)
