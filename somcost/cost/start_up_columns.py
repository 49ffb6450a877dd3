"""Start-up as quantities: each line of training, each expense, and their sum."""

from somcost.cost.givens import Givens, derived
from somcost.cost.operations import look_up, stack
from somcost.cost.quantity import Quantity
from somcost.cost.start_up import start_up_cost, start_up_cost_per_year, training_cost
from somcost.model.dimensions import Category, Dimension
from somcost.model.scenario import StartUpExpense, Training


def start_up_costs(givens: Givens, *, rates: Quantity) -> dict[str, Quantity]:
    """Give the start-up cost, and its yearly part where the scenario spreads it."""
    start_up = givens.inputs.scenario.start_up
    if start_up is None:
        return {}
    cost = start_up_cost(_training(givens, start_up.training, rates), _expenses(givens, start_up.expenses))
    if start_up.spread_years is None:
        return {"start_up_cost": cost}
    years = givens.stated(start_up.spread_years, "years")
    return {"start_up_cost": cost, "start_up_cost_per_year": start_up_cost_per_year(cost, years=years)}


def _training(givens: Givens, lines: tuple[Training, ...], rates: Quantity) -> Quantity:
    if not lines:
        return derived("training_cost", 0.0, "kr", words="no training stated")
    if rates.dimension is None:
        raise AssertionError("rates run over the job groups")
    rows = Dimension("training", [line.label for line in lines])
    groups = Category.of("job_group", [line.job_group for line in lines], over=rows, groups=rates.dimension)
    persons = [givens.stated(line.persons, "persons") for line in lines]
    days = [givens.stated(line.days, "days") for line in lines]
    fees = [givens.at_level(givens.stated(line.fee_each, "kr"), "other_expenses", None) for line in lines]
    return training_cost(
        stack(persons, rows).named("persons", "persons"),
        days=stack(days, rows).named("training_days", "days"),
        hours_per_day=givens.parameter("hours_per_day"),
        hourly_rate=look_up(rates, groups).named("rate", "kr/hour"),
        fee_each=stack(fees, rows).named("fee_each", "kr"),
    )


def _expenses(givens: Givens, lines: tuple[StartUpExpense, ...]) -> Quantity:
    if not lines:
        return derived("start_up_expenses", 0.0, "kr", words="no start-up expenses stated")
    rows = Dimension("start_up_expense", [line.label for line in lines])
    amounts = [givens.at_level(givens.stated(each.amount, "kr"), "other_expenses", each.price_year) for each in lines]
    return stack(amounts, rows).named("start_up_expenses", "kr")
