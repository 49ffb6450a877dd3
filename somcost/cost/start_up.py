"""Start-up cost (etableringsomkostninger): training and expenses before the first citizen; no part of operation."""

from somcost.cost.operations import total
from somcost.cost.quantity import Value, formula


@formula("kr")
def training_cost(persons: Value, *, days: Value, hours_per_day: Value, hourly_rate: Value, fee_each: Value) -> Value:
    """Cost of training (uddannelse): the hours away from work and the fees.

        persons × (days × hours a day × hourly rate + fee)

    Args:
        persons: Persons trained.
        days: Days each.
        hours_per_day: Hours a day, 7.4 (37 / 5).
        hourly_rate: kr per hour, overhead included.
        fee_each: kr per person.

    Returns:
        kr.

    Source: Rambøll 2020, chapter 9.5 (Holstebro's 486,000); docs/method.md 8.

    >>> round(training_cost(2, days=21, hours_per_day=7.4, hourly_rate=415.80, fee_each=54_925), 2)
    239080.64
    """
    return persons * (days * hours_per_day * hourly_rate + fee_each)


@formula("kr")
def start_up_cost(training: Value, expenses: Value) -> Value:
    """Start-up cost (etableringsomkostninger).

        sum of training costs + sum of expenses

    Args:
        training: kr, one for each line of training.
        expenses: kr, one for each expense.

    Returns:
        kr, once.

    Source: docs/method.md 8.

    >>> import numpy as np
    >>> start_up_cost(np.array([300_000.0, 180_000]), np.array([6_000.0]))
    486000.0
    """
    return total(training) + total(expenses)


@formula("kr/year")
def start_up_cost_per_year(start_up_cost: Value, *, years: Value) -> Value:
    """Start-up cost spread evenly over the years of use (etableringsomkostninger pr. år).

        start-up cost / years

    Args:
        start_up_cost: kr, once.
        years: Years of use, > 0.

    Returns:
        kr per year.

    Source: docs/method.md 8; straight line, and only where the scenario asks for it.

    >>> start_up_cost_per_year(486_000, years=5)
    97200.0
    """
    return start_up_cost / years
