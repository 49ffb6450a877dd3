"""A plan's calculation put together: units × price a unit, line by line and year by year, all of it traced."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from somcost.cost.discounting import discount_factor, net_present_value, present_value
from somcost.cost.givens import GivenNumbers, derived
from somcost.cost.operations import element, look_up, stack, total, total_by, total_of
from somcost.cost.plan_investments import Investments, residual_values
from somcost.cost.plan_units import Follows, PlanUnits, follows_of
from somcost.cost.planned_cost import cost_in_year, cost_of_unit, total_cost
from somcost.cost.quantity import Quantity
from somcost.cost.rates import hourly_rates
from somcost.cost.wages import changed_hourly_rate
from somcost.model.dimensions import Category, Dimension
from somcost.model.plan import CATEGORIES, COSTS, Plan, PlanInputs, PlanLine

ANEW = ("course", "session", "participant")
"""Drivers that begin anew all the time: what is bought once for each of them is bought in every year."""


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
    counted: Sequence[Quantity]
    unit_cost: Quantity
    cost: Sequence[Quantity]
    residual_of_line: Quantity | None
    residual: Quantity
    factors: Quantity | None

    def at_wages(self, change: Quantity) -> "PlanCosting":
        """Give the same calculation with all wages changed by a share."""
        paid = changed_hourly_rate(self.rates, change=change)
        unit_cost = cost_of_unit(**_prices(self.investments, self.lines, paid, self.rows))
        cost = _cost(self.plan, self.lines, unit_cost, counted=self.counted, follows=self.follows)
        return replace(self, wages=change, unit_cost=unit_cost, cost=cost)

    def by_line(self) -> Quantity:
        """Give each line's cost over the horizon."""
        return total_of(self.cost).named("cost_of_line", "kr")

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

    def of_drivers(self, drivers: Sequence[str]) -> Quantity:
        """Give what the lines of resource use that follow some drivers cost over the horizon."""
        mask = [float(line.driver in drivers and line.category in COSTS) for line in self.lines]
        follows = derived(f"follows.{'_'.join(drivers)}", mask, "", words="drivers", over=self.rows)
        return total(self.by_line() * follows).named(f"cost_following.{'_'.join(drivers)}", "kr")

    def start_up(self) -> Quantity:
        """Give what a beginning costs: what is bought once for the intervention, its institutions, teams, employees."""
        mask = [float(line.category in COSTS and not _recurs(line, self.plan)) for line in self.lines]
        once = derived("start_up", mask, "", words="start-up of a plan", over=self.rows)
        bought = total(self.by_line() * once)
        again = [cost for year in range(len(self.plan.years)) if (cost := self._retraining(year)) is not None]
        return (bought - total_of(again)).named("start_up_cost", "kr") if again else bought.named("start_up_cost", "kr")

    def steady(self, year: int) -> Quantity:
        """Give what a year costs, without what is bought once for a beginning; those who replace others are trained."""
        mask = [float(line.category in COSTS and _recurs(line, self.plan)) for line in self.lines]
        recurring = derived("recurring", mask, "", words="recurring", over=self.rows)
        running, again = total(self.cost[year] * recurring), self._retraining(year)
        whole = running if again is None else running.named("recurring_cost", "kr") + again
        return whole.named("steady_state_cost_per_year", "kr/year")

    def _retraining(self, year: int) -> Quantity | None:
        """Give what is bought in a year for those who replace others."""
        parts = []
        for number, line in enumerate(self.lines):
            again = self.units.of("employee", line.employee).again if line.driver == "employee" else None
            if again is not None and not _recurs(line, self.plan) and line.category in COSTS and line.falls(year):
                parts.append(element(self.unit_cost, number) * again[year])
        return total_of(parts).named("retraining_cost", "kr") if parts else None


def _recurs(line: PlanLine, plan: Plan) -> bool:
    once_in_all = line.driver == "participant" and plan.starts_all_at_once
    return bool(line.timing == "yearly" or line.years_paid) or (line.driver in ANEW and not once_in_all)


def plan_costing_of(inputs: PlanInputs) -> PlanCosting:
    """Put the calculation of a plan together."""
    givens, plan = GivenNumbers(inputs.assumptions, inputs.prices), inputs.scenario
    lines = [line for line in plan.lines if line.counts]
    rows, years = Dimension("plan_line", [line.id for line in lines]), Dimension("plan_year", plan.years)
    used = {line.category for line in lines}
    groups = Dimension("plan_category", [name for name in CATEGORIES if name in used])
    categories = Category.of("plan_category", [line.category for line in lines], over=rows, groups=groups)
    kinds = list(dict.fromkeys(follows_of(line) for line in lines))
    drivers = Dimension("plan_driver", [kind.name for kind in kinds])
    follows = Category.of("plan_driver", [follows_of(line).name for line in lines], over=rows, groups=drivers)
    units, investments = PlanUnits(givens, plan), Investments(givens, plan)
    counted = _counted(plan, units, kinds, drivers)
    rates = _rates(givens, lines)
    unit_cost = cost_of_unit(**_prices(investments, lines, rates, rows))
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
        counted=counted,
        unit_cost=unit_cost,
        cost=_cost(plan, lines, unit_cost, counted=counted, follows=follows),
        residual_of_line=of_line,
        residual=residual_values(of_line),
        factors=_factors(givens, plan, years),
    )


def _rates(givens: GivenNumbers, lines: Sequence[PlanLine]) -> Quantity:
    used = list(dict.fromkeys(line.job_group for line in lines if line.job_group is not None))
    groups = Dimension("job_group", used)
    if not used:
        return derived("hourly_rate", [], "kr/hour", words="no hours stated", over=groups)
    return hourly_rates(givens, groups)


def _prices(
    investments: Investments, lines: Sequence[PlanLine], rates: Quantity, rows: Dimension
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
        "sign": derived("sign", signs, "", words="sign", over=rows),
    }


def _counted(plan: Plan, units: PlanUnits, kinds: Sequence[Follows], drivers: Dimension) -> list[Quantity]:
    """Count all that lines follow, a column a year."""
    each = [units.followed(kind) for kind in kinds]
    return [
        stack([column[year] for column in each], drivers).named(f"driver_units.{label}", "units")
        for year, label in enumerate(plan.years)
    ]


def _cost(
    plan: Plan, lines: Sequence[PlanLine], unit_cost: Quantity, *, counted: Sequence[Quantity], follows: Category
) -> list[Quantity]:
    """Give every line's cost, a column a year: it takes its units from the table of all that lines follow."""
    cost = []
    for year, label in enumerate(plan.years):
        mask = [float(bool(line.years_paid) or line.falls(year)) for line in lines]
        in_year = derived(f"in_year.{label}", mask, "", words="years of the lines", over=follows.over)
        of_lines = look_up(counted[year], follows).named(f"units.{label}", "units")
        cost.append(cost_in_year(unit_cost, units=of_lines, in_year=in_year).named(f"cost_in_year.{label}", "kr"))
    return cost


def _factors(givens: GivenNumbers, plan: Plan, years: Dimension) -> Quantity | None:
    stated = plan.discounting
    if stated is None:
        return None
    factor = derived("first_factor", 1.0, "factor", words="nothing is discounted yet")
    factors = []
    for number, label in enumerate(plan.years):
        if number or stated.first_year == "discounted":
            factor = discount_factor(factor, rate=_rate(givens, plan, number)).named(f"factor.{label}", "factor")
        factors.append(factor)
    return stack(factors, years).named("discount_factors", "factor")


def _rate(givens: GivenNumbers, plan: Plan, years_ahead: int) -> Quantity:
    stated = plan.discounting
    if stated is not None and stated.rate is not None:
        return givens.stated(stated.rate, "share")
    if stated is None or stated.schedule is None:
        raise AssertionError("discounting has a schedule or a rate")
    return derived("scheduled_rate", stated.schedule.rate(years_ahead), "share", words=stated.schedule.title)
