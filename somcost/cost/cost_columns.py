"""The ledger's lines as quantities: what was registered, its rate and its amount in kr, line by line."""

from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from somcost.cost.behaviour import variable_part
from somcost.cost.calendar_table import Months
from somcost.cost.givens import GivenNumbers, column, derived
from somcost.cost.operating_cost import amount_in_period, amount_of_expense, amount_of_hours, costed_hours
from somcost.cost.operations import combined, look_up, stack, total_by
from somcost.cost.price_level import at_price_level
from somcost.cost.quantity import Quantity
from somcost.ledger.lines import CostLines
from somcost.model.dimensions import MISSING, Combinations, Dimension
from somcost.model.scenario import Variant


@dataclass(frozen=True, slots=True, eq=False)
class CostColumns:
    """One table's lines.

    Attributes:
        lines: The lines themselves.
        registered: Hours or kr as registered, by line.
        costed: Hours or kr after a part month's factor, by line.
        amount: kr, by line.
        variable: kr that follow the number of participants, by line.
    """

    lines: CostLines
    registered: Quantity
    costed: Quantity
    amount: Quantity
    variable: Quantity

    def by(self, category: str) -> Quantity:
        """Add up the amounts of each member of a category."""
        return total_by(self.amount, self.lines.categories[category])

    def variable_by(self, category: str) -> Quantity:
        """Add up the variable parts of each member of a category."""
        return total_by(self.variable, self.lines.categories[category])

    def stepped(self) -> Quantity | None:
        """Add up the amounts of each stepwise rule's lines, where there are such rules."""
        return self.by("step").named("stepped_cost", "kr") if "step" in self.lines.categories else None

    def within(self, variant: Variant, courses: Dimension) -> "CostColumns":
        """Keep the amounts of a sub-period's lines, those of the others become 0; of the courses keep these."""
        mask = derived(
            f"in_{variant.id}", self.lines.periods[variant.id], "", words=f"variants.{variant.id}", over=self.lines.rows
        )
        return replace(
            self,
            lines=_of_courses(self.lines, courses),
            amount=amount_in_period(self.amount, in_period=mask),
            variable=amount_in_period(self.variable, in_period=mask).named("variable_amount_in_period", "kr"),
        )


def _of_courses(lines: CostLines, courses: Dimension) -> CostLines:
    whole = lines.categories["course"]
    if courses is whole.groups:
        return lines
    number = {member: code for code, member in enumerate(courses.members)}
    kept = np.array([number.get(member, MISSING) for member in whole.groups.members] + [MISSING], dtype=np.int64)
    own = replace(whole, groups=courses, codes=kept[whole.codes])
    return replace(lines, categories=MappingProxyType({**lines.categories, "course": own}))


def wage_columns(
    lines: CostLines, *, months: Months, rates: Quantity, summed_from: CostColumns | None = None
) -> CostColumns:
    """Price the registrations: hours × factor of the month × hourly rate of the job group."""
    registered = _registered(lines, summed_from, key="hours", unit="hours")
    factor = _factor(lines, months)
    costed = registered if factor is None else costed_hours(registered, factor=factor)
    rate = look_up(rates, lines.categories["job_group"]).named("rate", "kr/hour")
    amount = amount_of_hours(costed, rate=rate)
    return CostColumns(lines, registered, costed, amount, _variable(lines, amount))


def expense_columns(
    lines: CostLines, *, months: Months, givens: GivenNumbers, summed_from: CostColumns | None = None
) -> CostColumns:
    """Price the other expenses: kr, at the price level of the assessment, × factor of the month."""
    registered = _registered(lines, summed_from, key="amount", unit="kr")
    factor = _factor(lines, months)
    level = _at_level(lines, registered, givens)
    amount = level if factor is None else amount_of_expense(level, factor=factor)
    return CostColumns(lines, registered, amount, amount, _variable(lines, amount))


def _at_level(lines: CostLines, registered: Quantity, givens: GivenNumbers) -> Quantity:
    """Bring each line from the prices of its own year, where any has another year than the assessment."""
    if "price_year" not in lines.categories:
        return registered
    years = lines.categories["price_year"]
    indices = stack([givens.index("other_expenses", int(year)) for year in years.groups.members], years.groups)
    then = look_up(indices.named("index_by_price_year", "index"), years).named("index_then", "index")
    level = givens.index("other_expenses", givens.assumptions.price_level)
    return at_price_level(registered, index=level, index_then=then).named("amount_at_price_level", "kr")


def _registered(lines: CostLines, summed_from: CostColumns | None, *, key: str, unit: str) -> Quantity:
    """Give the lines as they stand in their table, or as sums of other lines."""
    if summed_from is None:
        return column(key, lines.amounts, unit, over=lines.rows, table=lines.table)
    combinations = Combinations(lines.rows, lines.categories, summed_from.lines.categories)
    return combined(summed_from.registered, lines.amounts, combinations=combinations).named(key, unit)


def _factor(lines: CostLines, months: Months) -> Quantity | None:
    if months.factor is None:
        return None
    return look_up(months.factor, lines.categories["month"]).named("factor", "")


def _variable(lines: CostLines, amount: Quantity) -> Quantity:
    mask = derived("variable", lines.variable, "", words="cost_behaviour", over=lines.rows)
    return variable_part(amount, variable=mask)
