"""Price levels: every amount has the set's; nothing brings one level to another here."""

from collections.abc import Iterator

from somcost.model.scenario import Inputs
from somcost.problems import Location, Problem, check
from somcost.validate.job_groups import used_job_groups


@check
def wages_share_the_price_level(inputs: Inputs) -> Iterator[Problem]:
    """The wages an assessment draws on have the assumption set's price level."""
    for group in used_job_groups(inputs):
        wage = group.wage
        if wage is not None and _differs(inputs, wage.price_year):
            yield _mixed(inputs, wage.location, wage.key, year=wage.price_year)


@check
def expenses_share_the_price_level(inputs: Inputs) -> Iterator[Problem]:
    """Expenses, in the table and before the start, have the assumption set's price level."""
    table = inputs.expenses
    if table is not None and any(_differs(inputs, year) for year in set(table.price_year)):
        for row, year in enumerate(table.price_year):
            if _differs(inputs, year):
                yield _mixed(inputs, table.location(row, "price_year"), "price_year", year=year)
    for expense in inputs.scenario.start_up.expenses if inputs.scenario.start_up else ():
        if _differs(inputs, expense.price_year):
            yield _mixed(inputs, expense.amount.location, expense.amount.key, year=expense.price_year)


def _differs(inputs: Inputs, year: int | None) -> bool:
    return year is not None and year != inputs.assumptions.price_level


def _mixed(inputs: Inputs, location: Location, key: str, *, year: int | None) -> Problem:
    level = inputs.assumptions.price_level
    return Problem(
        location,
        key,
        f"an amount in prices of {year} among prices of {level}, the level of the set {inputs.assumptions.id}",
        f"Give it in prices of {level}: amount × index {level} / index {year}, and name the index in its note.",
    )
