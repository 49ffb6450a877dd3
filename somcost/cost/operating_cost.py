"""Annual operating cost (årlige driftsomkostninger): what the registrations cost, brought to a year."""

from somcost.cost.operations import total
from somcost.cost.quantity import Value, formula


@formula("hours")
def costed_hours(hours: Value, *, factor: Value) -> Value:
    """Hours after scaling up a month that was registered only in part (timer efter opregning).

        registered hours × factor of the month

    Args:
        hours: Registered hours.
        factor: The month's factor, 1 where it was registered whole.

    Returns:
        hours.

    Source: docs/method.md 2; Rambøll 2020, Table 10-5 (København's June 2018 × 1.30).

    >>> costed_hours(10, factor=1.30)
    13.0
    """
    return hours * factor


@formula("kr")
def amount_of_hours(hours: Value, *, rate: Value) -> Value:
    """Wage cost of hours (lønomkostning).

        hours × hourly rate

    Args:
        hours: Costed hours.
        rate: kr per hour, overhead included.

    Returns:
        kr.

    Source: Rambøll 2020, chapter 10.3.

    >>> amount_of_hours(7.5, rate=400)
    3000.0
    """
    return hours * rate


@formula("kr")
def amount_of_expense(amount: Value, *, factor: Value) -> Value:
    """An expense after scaling up a month that was registered only in part (udgift efter opregning).

        amount × factor of the month

    Args:
        amount: kr as registered.
        factor: The month's factor, 1 where it was registered whole.

    Returns:
        kr.

    Source: docs/method.md 2; hours and expenses are scaled alike.

    >>> amount_of_expense(1_000, factor=1.30)
    1300.0
    """
    return amount * factor


@formula("kr")
def amount_in_period(amount: Value, *, in_period: Value) -> Value:
    """Amounts of a sub-period (beløb i delperioden).

        amount × 1 in the period, 0 outside

    Args:
        amount: kr.
        in_period: 1 or 0.

    Returns:
        kr.

    Source: docs/method.md 4; Rambøll 2020, Table 8-5 (only 2019).

    >>> amount_in_period(1_000, in_period=0)
    0
    """
    return amount * in_period


@formula("kr")
def wage_cost(amounts: Value) -> Value:
    """Wage cost of all registrations (lønomkostninger).

    Args:
        amounts: kr, by job group.

    Returns:
        kr for the observed months.

    Source: Rambøll 2020, chapter 10.3.

    >>> import numpy as np
    >>> wage_cost(np.array([1_000.0, 500.0]))
    1500.0
    """
    return total(amounts)


@formula("kr")
def other_expenses(amounts: Value) -> Value:
    """All other expenses (øvrige udgifter).

    Args:
        amounts: kr, one for each line.

    Returns:
        kr for the observed months.

    Source: Rambøll 2020, chapter 10.3.

    >>> import numpy as np
    >>> other_expenses(np.array([250.0, 750.0]))
    1000.0
    """
    return total(amounts)


@formula("kr")
def collected_cost(wage_cost: Value, other_expenses: Value) -> Value:
    """Cost of what was collected (indsamlede omkostninger): wages and other expenses.

    Args:
        wage_cost: kr for the observed months.
        other_expenses: kr for the observed months.

    Returns:
        kr for the observed months.

    Source: docs/method.md 4.

    >>> collected_cost(3_000, 200)
    3200
    """
    return wage_cost + other_expenses


@formula("kr/year")
def annual_operating_cost(wage_cost: Value, other_expenses: Value, *, observed_months: Value) -> Value:
    """Annual operating cost (årlige driftsomkostninger).

        12 × (wage cost + other expenses) / observed months

    Args:
        wage_cost: kr for the observed months.
        other_expenses: kr for the observed months.
        observed_months: Months observed, gaps left out, > 0.

    Returns:
        kr per year, in the price level of the wages.

    Source: Rambøll 2020, chapter 10.3; docs/method.md 4.

    >>> annual_operating_cost(3_200_000, 66_667, observed_months=14)
    2800000.285714286
    """
    return 12 * (wage_cost + other_expenses) / observed_months


@formula("kr")
def changed_wage_cost(wage_cost: Value, *, change: Value) -> Value:
    """Wage cost when all wages change alike (ændret løn); other expenses do not move.

        wage cost × (1 + change)

    Args:
        wage_cost: kr.
        change: Share, 0.10 for wages 10 % higher.

    Returns:
        kr.

    Source: Rambøll 2020, Tables 5-4, 6-3, 7-4, 8-6 and 9-4; docs/method.md 9.

    >>> round(changed_wage_cost(1_000, change=0.10), 9)
    1100.0
    """
    return wage_cost * (1 + change)


@formula("share")
def share_of_collected_cost(cost: Value, *, collected_cost: Value) -> Value:
    """Share of the collected cost (andel af omkostningerne).

        cost / collected cost

    Args:
        cost: kr.
        collected_cost: kr.

    Returns:
        share, 0.71 for 71 %.

    Source: Rambøll 2020, Figures 5-10, 7-8, 8-6 and 9-5.

    >>> share_of_collected_cost(71, collected_cost=100)
    0.71
    """
    return cost / collected_cost
