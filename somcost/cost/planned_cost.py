"""What a plan's lines cost: units × price a unit, year by year (omkostning pr. år)."""

from somcost.cost.operations import larger, smaller, total
from somcost.cost.quantity import Value, formula


@formula("kr")
def cost_of_unit(amount: Value, *, price: Value, sign: Value) -> Value:
    """Cost of a line for one unit (omkostning pr. enhed).

        amount × price × sign

    Args:
        amount: Hours, or how many are bought.
        price: kr per hour, overhead included, or per piece.
        sign: 1 for a cost, -1 for a grant or a saved expense.

    Returns:
        kr.

    Source: docs/method.md 10.

    >>> cost_of_unit(35, price=846.65, sign=1)
    29632.75
    """
    return amount * price * sign


@formula("kr")
def cost_in_year(cost_of_unit: Value, *, units: Value, in_year: Value) -> Value:
    """Cost of a line in a year (omkostning i året).

        cost of a unit × units × 1 where the line falls in the year, else 0

    Args:
        cost_of_unit: kr.
        units: Units of the line's driver in the year.
        in_year: 1 or 0.

    Returns:
        kr.

    Source: docs/method.md 10.

    >>> cost_in_year(2_000.0, units=3.0, in_year=1.0)
    6000.0
    """
    return cost_of_unit * units * in_year


@formula("kr")
def residual_value(price: Value, *, scrap_value: Value, lifetime: Value, years_used: Value) -> Value:
    """What an investment is worth at the horizon (restværdi), straight line.

        scrap value + (price − scrap value) × (lifetime − years used, at least 0) / lifetime

    Args:
        price: kr paid.
        scrap_value: kr it is worth at the end of its life; the price where it is above that.
        lifetime: Years it lasts, > 0.
        years_used: Years from its purchase to the horizon, that of the purchase included.

    Returns:
        kr, never more than the price.

    Source: docs/method.md 10 (100,000 with life 8 bought in year 2 of 5 leaves 50,000).

    >>> residual_value(100_000.0, scrap_value=0.0, lifetime=8.0, years_used=4.0)
    50000.0
    """
    least = smaller(scrap_value, price)
    return least + (price - least) * larger(lifetime - years_used, 0) / lifetime


@formula("kr")
def total_cost(costs: Value, residual_value: Value) -> Value:
    """Total over the horizon (samlet omkostning), grants and saved expenses deducted.

        sum of the lines' cost − residual value

    Args:
        costs: kr of each line, signed.
        residual_value: kr that investments are worth at the horizon.

    Returns:
        kr; positive is a cost.

    Source: docs/method.md 10.

    >>> import numpy as np
    >>> total_cost(np.array([280_000.0, -200_000]), 0.0)
    80000.0
    """
    return total(costs) - residual_value


@formula("kr/year")
def mean_cost_per_year(total_cost: Value, *, years: Value) -> Value:
    """Total spread evenly over the horizon (gennemsnitlig årlig omkostning).

        total / years

    Args:
        total_cost: kr over the horizon.
        years: Years of the horizon.

    Returns:
        kr per year.

    Source: docs/method.md 10.

    >>> mean_cost_per_year(400_000.0, years=5)
    80000.0
    """
    return total_cost / years


@formula("participants")
def participants_completed(started: Value, *, completion_rate: Value) -> Value:
    """Participants who complete (gennemførte).

        started × completion rate

    Args:
        started: Participants who start.
        completion_rate: Share who complete, 0 to 1.

    Returns:
        Participants, at most those who start.

    Source: docs/method.md 5.

    >>> participants_completed(40, completion_rate=0.75)
    30.0
    """
    return started * completion_rate


@formula("kr")
def cost_per_unit(cost: Value, *, units: Value) -> Value:
    """Cost per participant, team, course or institution (omkostning pr. enhed).

        cost / units

    Args:
        cost: kr.
        units: How many.

    Returns:
        kr.

    Source: docs/method.md 10.

    >>> cost_per_unit(2_447_000.0, units=1)
    2447000.0
    """
    return cost / units


@formula("share")
def share_of_units(units: Value, *, of_all: Value) -> Value:
    """An institution's share of what a line follows (andel).

        units of the institution / units of all institutions

    Args:
        units: Residents, or employees, of the institution.
        of_all: Those of all institutions.

    Returns:
        Share.

    Source: docs/method.md 10.

    >>> share_of_units(6.0, of_all=24.0)
    0.25
    """
    return units / of_all


@formula("kr")
def cost_of_institution(costs: Value, *, share: Value) -> Value:
    """What an institution costs over the horizon (omkostning for institutionen).

        sum of the lines' cost, less residual value, × the institution's share of the line

    Args:
        costs: kr of each line over the horizon, signed, less the residual value of its investments.
        share: The institution's share of what each line follows.

    Returns:
        kr.

    Source: docs/method.md 10.

    >>> import numpy as np
    >>> cost_of_institution(np.array([100_000.0, 40_000.0]), share=np.array([0.25, 0.5]))
    45000.0
    """
    return total(costs * share)


@formula("share")
def share_of_cost(part: Value, *, whole: Value) -> Value:
    """Share of a category (andel).

        cost of the category / cost of all categories

    Args:
        part: kr.
        whole: kr, before grants, saved expenses and residual value.

    Returns:
        Share.

    Source: docs/method.md 10.

    >>> share_of_cost(50.0, whole=200.0)
    0.25
    """
    return part / whole
