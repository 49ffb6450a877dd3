"""The same intervention priced from its full-time staff (fuldtidsansatte), beside the registered hours."""

from somcost.cost.operations import total
from somcost.cost.quantity import Value, formula


@formula("hours")
def hours_of_staff(fte: Value, *, month_share: Value, annual_hours_norm: Value) -> Value:
    """Effective hours of full-time staff in a month (effektive timer).

        full-time equivalents × share of the month × annual hours norm / 12

    Args:
        fte: Full-time equivalents (årsværk).
        month_share: Share of the month they were employed.
        annual_hours_norm: Effective hours a year.

    Returns:
        hours.

    Source: Rambøll 2020, Table 6-2; docs/method.md 7.

    >>> hours_of_staff(6, month_share=1, annual_hours_norm=1_418)
    709.0
    """
    return fte * month_share * annual_hours_norm / 12


@formula("months")
def staffed_months(month_shares: Value) -> Value:
    """Months with staff stated (måneder med fuldtidsansatte): the sum of the months' shares.

        sum of staffed days / days in the month

    Args:
        month_shares: Share of each calendar month with any staff stated.

    Returns:
        months.

    Source: docs/method.md 7.

    >>> import numpy as np
    >>> staffed_months(np.array([1.0, 1, 0.5]))
    2.5
    """
    return total(month_shares)


@formula("fte")
def average_fte(fte: Value, *, month_share: Value, staffed_months: Value) -> Value:
    """Full-time equivalents on average (årsværk i gennemsnit) over the months with staff stated.

        sum of full-time equivalents × share of the month / months with staff stated

    Args:
        fte: Full-time equivalents, one for each line.
        month_share: Share of the line's month they were employed.
        staffed_months: Months with staff stated, > 0.

    Returns:
        full-time equivalents.

    Source: docs/method.md 7.

    >>> import numpy as np
    >>> average_fte(np.array([6.0, 4.0]), month_share=np.array([1.0, 0.5]), staffed_months=2)
    4.0
    """
    return total(fte * month_share) / staffed_months


@formula("kr/year")
def annual_cost_from_staff(
    wage_cost: Value, other_expenses: Value, *, staffed_months: Value, observed_months: Value
) -> Value:
    """Annual operating cost from full-time staff (årlige driftsomkostninger, fuldtidsansatte).

        12 × wage cost / months with staff stated + 12 × other expenses / observed months

    Args:
        wage_cost: kr for the months with staff stated.
        other_expenses: kr for the observed months.
        staffed_months: Months with staff stated, > 0.
        observed_months: Months observed, gaps left out, > 0.

    Returns:
        kr per year.

    Source: Rambøll 2020, Table 6-2 (3.3 million beside the registered 2.9); docs/method.md 7.

    >>> annual_cost_from_staff(5_130_000, 62_500, staffed_months=19, observed_months=15)
    3290000.0
    """
    return 12 * wage_cost / staffed_months + 12 * other_expenses / observed_months
