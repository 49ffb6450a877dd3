"""Investments of a plan: what is left of them at the horizon, or the yearly payments that cover them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from somcost.cost.discounting import annuity, annuity_factor
from somcost.cost.givens import GivenNumbers, derived
from somcost.cost.operations import element, stack, total, total_of
from somcost.cost.plan_units import NONE
from somcost.cost.planned_cost import residual_value
from somcost.cost.planned_units import units_of_each
from somcost.cost.quantity import Quantity
from somcost.model.dimensions import Category, Dimension
from somcost.model.plan import Plan, PlanLine
from somcost.model.scenario import Stated


@dataclass(slots=True)
class Investments:
    """Prices of a plan's lines, and what its investments are worth at the horizon."""

    givens: GivenNumbers
    plan: Plan
    _years_of_use: dict[int, Quantity] = field(default_factory=dict)
    _one_piece: dict[str, Quantity] = field(default_factory=dict)
    _no_scrap: list[Quantity] = field(default_factory=list)

    def at_level(self, line: PlanLine, amount: Stated) -> Quantity:
        """Give an amount of a line at the plan's price level."""
        return self.givens.at_level(self.givens.stated(amount, "kr"), "other_expenses", line.price_year)

    def quantity(self, line: PlanLine) -> Quantity:
        """Give how many are bought."""
        if line.quantity is None:
            one = derived("one_piece", 1.0, "units", words="one where no quantity is stated")
            return self._one_piece.setdefault(line.id, one)
        return self.givens.stated(line.quantity, "units")

    def price(self, line: PlanLine, price: Stated) -> Quantity:
        """Give what is paid for one: its price, or the yearly payment that covers it."""
        if line.annuity_rate is None:
            return self.at_level(line, price)
        rate = self.givens.stated(line.annuity_rate, "share")
        factor = annuity_factor(rate, year_of_use=self._of_use(line.years_paid))
        return annuity(self.at_level(line, price), scrap_value=self._scrap(line), rate=rate, annuity_factor=factor)

    def _of_use(self, years: int) -> Quantity:
        if years not in self._years_of_use:
            over = Dimension("use_year", [str(year) for year in range(1, years + 1)])
            numbers = [float(member) for member in over.members]
            self._years_of_use[years] = derived("year_of_use", numbers, "years", words="lifetime", over=over)
        return self._years_of_use[years]

    def _scrap(self, line: PlanLine) -> Quantity:
        if line.scrap_value is None:
            self._no_scrap = self._no_scrap or [derived("no_scrap_value", 0.0, "kr", words="no scrap value stated")]
            return self._no_scrap[0]
        return self.at_level(line, line.scrap_value)

    def residual(self, lines: Sequence[PlanLine], *, counted: Sequence[Quantity], follows: Category) -> Quantity | None:
        """Give what the purchases of each line are worth at the horizon; None where no line has anything left."""
        left = [list(self._left(line, counted, int(code))) for line, code in zip(lines, follows.codes, strict=True)]
        if not any(left):
            return None
        nothing = derived("no_residual_value", 0.0, "kr", words="no lifetime of the line")
        worth = [
            total_of(each).named(f"residual_of.{line.id}", "kr") if each else nothing
            for line, each in zip(lines, left, strict=True)
        ]
        return stack(worth, follows.over).named("residual_of_line", "kr")

    def _left(self, line: PlanLine, counted: Sequence[Quantity], code: int) -> list[Quantity]:
        """Give what the purchases of every year are worth; one whose life is over is worth its scrap value."""
        if line.lifetime is None or line.price is None or line.years_paid:
            return []
        price, lifetime = self.at_level(line, line.price), self.givens.stated(line.lifetime, "years")
        left = []
        for year, label in enumerate(self.plan.years):
            if not line.falls(year) or counted[year].operands[code].key == NONE:
                continue
            of = f"{line.id}.{label}"
            used = derived(f"years_used.{of}", float(len(self.plan.years) - year), "years", words="timetable")
            worth = residual_value(price, scrap_value=self._scrap(line), lifetime=lifetime, years_used=used)
            bought = units_of_each(element(counted[year], code), of_each=self.quantity(line))
            each = worth.named(f"residual_of_each.{of}", "kr")
            left.append((bought.named(f"bought.{of}", "units") * each).named(f"residual.{of}", "kr"))
        return left


def residual_values(of_line: Quantity | None) -> Quantity:
    """Give what all investments are worth at the horizon."""
    if of_line is None:
        return derived("residual_values", 0.0, "kr", words="no investment with a lifetime")
    return total(of_line).named("residual_values", "kr")
