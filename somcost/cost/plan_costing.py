"""A plan's calculation put together: units × price a unit, line by line and year by year, all of it traced."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from somcost.cost.discounting import net_present_value, present_value
from somcost.cost.givens import GivenNumbers, derived
from somcost.cost.operations import element, look_up, stack, total, total_by, total_of
from somcost.cost.plan_factors import factors_of
from somcost.cost.plan_follows import Follows, follows_of
from somcost.cost.plan_investments import Investments, residual_values
from somcost.cost.plan_units import PlanUnits
from somcost.cost.planned_cost import cost_in_year, cost_of_unit, total_cost
from somcost.cost.quantity import Quantity
from somcost.cost.rates import hourly_rates
from somcost.cost.wages import changed_hourly_rate
from somcost.model.dimensions import Category, Dimension
from somcost.model.plan import CATEGORIES, COSTS, Plan, PlanInputs, PlanLine


@dataclass(frozen=True, slots=True, eq=False)
class PlanCosting:
    """Everything the results of a plan are built from.

    Attributes:
        rates: Hourly rate of each job group in use.
        wages: The share that all wages change by; None where they are as stated.
        lines: The lines that count, over `rows`.
        years: The years of the horizon.
        houses: The institutions, where each is described; None where they are not.
        categories: The category of each line.
        follows: What each line follows, and whether once or yearly.
        kinds: What lines follow, each once; `follows` says which of them each line follows.
        counted: How many there are of all that lines follow, a column a year.
        unit_cost: kr of one unit of each line, signed.
        cost: kr of each line in each year, signed.
        residual_of_line: kr that the investments of each line are worth at the horizon; None where there are none.
        residual: kr that all investments are worth at the horizon.
        factors: Discount factor of each year; None where nothing is discounted.
    """

    givens: GivenNumbers
    plan: Plan
    units: PlanUnits
    investments: Investments
    rates: Quantity
    wages: Quantity | None
    lines: Sequence[PlanLine]
    rows: Dimension
    years: Dimension
    houses: Dimension | None
    categories: Category
    follows: Category
    kinds: Sequence[Follows]
    counted: Sequence[Quantity]
    unit_cost: Quantity
    cost: Sequence[Quantity]
    residual_of_line: Quantity | None
    residual: Quantity
    factors: Quantity | None

    def at_wages(self, change: Quantity) -> "PlanCosting":
        """Give the same calculation with all wages changed by a share."""
        paid = changed_hourly_rate(self.rates, change=change)
        unit_cost = cost_of_unit(**_prices(self.units, self.investments, self.lines, paid, self.rows))
        cost = _cost(self.units, self.lines, unit_cost, counted=self.counted, follows=self.follows)
        return replace(self, wages=change, unit_cost=unit_cost, cost=cost)

    def by_line(self) -> Quantity:
        """Give each line's cost over the horizon."""
        return total_of(self.cost).named("cost_of_line", "kr")

    def less_residual(self) -> Quantity:
        """Give each line's cost over the horizon less what its investments are worth at the end."""
        if self.residual_of_line is None:
            return self.by_line()
        return (self.by_line() - self.residual_of_line).named("cost_less_residual", "kr")

    def by_category(self) -> Quantity:
        """Give each category's cost over the horizon."""
        return total_by(self.by_line(), self.categories).named("cost_of_category", "kr")

    def by_year(self) -> Quantity:
        """Give each year's cost; what investments are worth at the horizon is deducted in the last."""
        columns = zip(self.plan.years, self.cost, strict=True)
        sums = [total(cost).named(f"lines_in_year.{label}", "kr") for label, cost in columns]
        last = (sums[-1] - self.residual).named(f"lines_less_residual.{self.plan.years[-1]}", "kr")
        return stack([*sums[:-1], last], self.years).named("cost_of_year", "kr")

    def category_in_year(self, year: int) -> Quantity:
        """Give each category's cost in a year."""
        sums = total_by(self.cost[year], self.categories)
        return sums.named(f"category_in_year.{self.plan.years[year]}", "kr")

    def total(self) -> Quantity:
        """Give the total over the horizon."""
        return total_cost(self.by_line(), self.residual)

    def present_value(self) -> Quantity | None:
        """Give the net present value: a cost is negative."""
        if self.factors is None:
            return None
        return net_present_value(present_value(self.by_year(), factors=self.factors))


def plan_costing_of(inputs: PlanInputs) -> PlanCosting:
    """Put the calculation of a plan together."""
    givens, plan = GivenNumbers(inputs.assumptions, inputs.prices), inputs.scenario
    lines = [line for line in plan.lines if line.counts]
    rows, years = Dimension("plan_line", [line.id for line in lines]), Dimension("plan_year", plan.years)
    used = {line.category for line in lines}
    groups = Dimension("plan_category", [name for name in CATEGORIES if name in used])
    categories = Category.of("plan_category", [line.category for line in lines], over=rows, groups=groups)
    kinds = list(dict.fromkeys(follows_of(line, plan) for line in lines))
    drivers = Dimension("plan_driver", [kind.name for kind in kinds])
    follows = Category.of("plan_driver", [follows_of(line, plan).name for line in lines], over=rows, groups=drivers)
    units, investments = PlanUnits(givens, plan), Investments(givens, plan)
    counted = _counted(plan, units, kinds, drivers)
    rates = _rates(givens, lines)
    unit_cost = cost_of_unit(**_prices(units, investments, lines, rates, rows))
    of_line = investments.residual(lines, counted=counted, follows=follows)
    return PlanCosting(
        givens=givens,
        plan=plan,
        units=units,
        investments=investments,
        rates=rates,
        wages=None,
        lines=lines,
        rows=rows,
        years=years,
        houses=Dimension("institution", [each.id for each in plan.institution_list]) if plan.institution_list else None,
        categories=categories,
        follows=follows,
        kinds=kinds,
        counted=counted,
        unit_cost=unit_cost,
        cost=_cost(units, lines, unit_cost, counted=counted, follows=follows),
        residual_of_line=of_line,
        residual=residual_values(of_line),
        factors=factors_of(givens, plan, years),
    )


def _rates(givens: GivenNumbers, lines: Sequence[PlanLine]) -> Quantity:
    used = list(dict.fromkeys(line.job_group for line in lines if line.job_group is not None))
    groups = Dimension("job_group", used)
    if not used:
        return derived("hourly_rate", [], "kr/hour", words="no hours stated", over=groups)
    return hourly_rates(givens, groups)


def _prices(
    units: PlanUnits, investments: Investments, lines: Sequence[PlanLine], rates: Quantity, rows: Dimension
) -> Mapping[str, Quantity]:
    """Give each line's hours or quantity, its rate or price, and its sign."""
    amounts, prices = [], []
    for line in lines:
        if line.hours is not None and rates.dimension is not None:
            amounts.append(investments.givens.stated(line.hours, "hours"))
            prices.append(element(rates, list(rates.dimension.members).index(line.job_group)))
        elif line.price is not None:
            amounts.append(investments.quantity(line))
            prices.append(investments.price(line, line.price))
    signs = [1.0 if line.category in COSTS else -1.0 for line in lines]
    return {
        "amount": stack(amounts, rows).named("amount_of_line", ""),
        "price": stack(prices, rows).named("price_of_line", "kr"),
        "sign": units.column("sign", signs, words="sign", over=rows),
    }


def _counted(plan: Plan, units: PlanUnits, kinds: Sequence[Follows], drivers: Dimension) -> list[Quantity]:
    """Count all that lines follow, a column a year."""
    each = [units.followed(kind) for kind in kinds]
    return [
        stack([column[year] for column in each], drivers).named(f"driver_units.{label}", "units")
        for year, label in enumerate(plan.years)
    ]


def _cost(
    units: PlanUnits, lines: Sequence[PlanLine], unit_cost: Quantity, *, counted: Sequence[Quantity], follows: Category
) -> list[Quantity]:
    """Give every line's cost, a column a year: it takes its units from the table of all that lines follow."""
    cost = []
    for year, label in enumerate(units.plan.years):
        mask = [float(bool(line.years_paid) or line.falls(year)) for line in lines]
        in_year = units.column(f"in_year.{label}", mask, words="years of the lines", over=follows.over)
        of_lines = look_up(counted[year], follows).named(f"units.{label}", "units")
        cost.append(cost_in_year(unit_cost, units=of_lines, in_year=in_year).named(f"cost_in_year.{label}", "kr"))
    return cost
