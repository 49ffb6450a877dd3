"""A cost by how it follows the number of participants: the whole, its variable part, and its steps."""

from collections.abc import Callable
from dataclasses import dataclass

from somcost.cost.behaviour import cost_at_participants, cost_at_participants_in_steps, fixed_part, units_needed
from somcost.cost.operating_cost import changed_wage_cost
from somcost.cost.operations import total
from somcost.cost.quantity import Quantity


@dataclass(frozen=True, slots=True, eq=False)
class BehavedCost:
    """Wages or other expenses, kr.

    Attributes:
        whole: All of it.
        variable: The part that follows the number of participants.
        stepped: The parts that follow it in whole units, by step; None where nothing does.
    """

    whole: Quantity
    variable: Quantity
    stepped: Quantity | None = None

    def changed(self, change: Quantity | None) -> "BehavedCost":
        """Change the cost by a share, if there is a change."""
        if change is None:
            return self
        return BehavedCost(
            changed_wage_cost(self.whole, change=change),
            changed_wage_cost(self.variable, change=change),
            None if self.stepped is None else changed_wage_cost(self.stepped, change=change),
        )

    @property
    def fixed(self) -> Quantity:
        """What stays, whatever the number of participants."""
        moving = self.variable if self.stepped is None else self.variable + total(self.stepped)
        return fixed_part(self.whole, variable_part=moving)


@dataclass(frozen=True, slots=True, eq=False)
class Behaviour:
    """Wages and other expenses by how they follow the number of participants.

    Attributes:
        base_participants: Participants a year that the cost was observed at.
        capacity: Participants a year that a unit serves, by step; None where nothing goes in steps.
    """

    wages: BehavedCost
    expenses: BehavedCost
    base_participants: Quantity
    capacity: Quantity | None

    def annual_cost_at(self, participants: Quantity, yearly: Callable[[Quantity, Quantity], Quantity]) -> Quantity:
        """Give the annual cost with another number of participants; `yearly` brings wages and expenses to a year."""
        variable = yearly(self.wages.variable, self.expenses.variable).named("variable_cost_per_year", "kr/year")
        fixed = yearly(self.wages.fixed, self.expenses.fixed).named("fixed_cost_per_year", "kr/year")
        cost = cost_at_participants(
            variable, fixed, participants=participants, base_participants=self.base_participants
        )
        if self.capacity is None or self.wages.stepped is None or self.expenses.stepped is None:
            return cost
        stepped = yearly(self.wages.stepped, self.expenses.stepped).named("stepped_cost_per_year", "kr/year")
        return cost_at_participants_in_steps(
            cost,
            stepped=stepped,
            units=units_needed(participants, capacity=self.capacity),
            base_units=units_needed(self.base_participants, capacity=self.capacity),
        )
