"""What later years are worth today (nutidsværdi), and a price as equal yearly payments (annuitet)."""

from somcost.cost.operations import total
from somcost.cost.quantity import Value, formula


@formula("factor")
def discount_factor(factor_before: Value, *, rate: Value) -> Value:
    """What a krone of a year is worth in the first (diskonteringsfaktor).

        factor of the year before / (1 + rate of the year)

    Args:
        factor_before: Factor of the year before; 1 before the first year that is discounted.
        rate: Discount rate of the year, a share, real.

    Returns:
        Factor, 1 or less.

    Source: docs/method.md 10; the product of 1 + rate over the years so far.

    >>> round(discount_factor(1.0, rate=0.035), 6)
    0.966184
    """
    return factor_before / (1 + rate)


@formula("kr")
def present_value(amounts: Value, *, factors: Value) -> Value:
    """Worth of a row of years in the first (nutidsværdi).

        sum of amount × discount factor for every year

    Args:
        amounts: kr of each year.
        factors: Discount factor of each year.

    Returns:
        kr, with the amounts' sign.

    Source: docs/method.md 10.

    >>> import numpy as np
    >>> round(present_value(np.array([100.0, 100, 100]), factors=np.array([1.0, 1 / 1.03, 1 / 1.03**2])), 3)
    291.347
    """
    return total(amounts * factors)


@formula("kr")
def net_present_value(cost_present_value: Value) -> Value:
    """Net present value (nettonutidsværdi, NNV): a cost is negative, a gain positive.

        0 − present value of the costs

    Args:
        cost_present_value: Present value of the years' costs, grants and saved expenses deducted.

    Returns:
        kr.

    Source: docs/method.md 10.

    >>> net_present_value(26_390.0)
    -26390.0
    """
    return 0 - cost_present_value


@formula("factor")
def annuity_factor(rate: Value, *, year_of_use: Value) -> Value:
    """Present value of a krone at the end of each of so many years (annuitetsfaktor).

        sum of 1 / (1 + rate) ^ year of use for every year of use; without interest the number of years

    Args:
        rate: Rate a year, a share.
        year_of_use: 1, 2, … to the last year.

    Returns:
        Factor.

    Source: docs/method.md 10.

    >>> import numpy as np
    >>> round(annuity_factor(0.08, year_of_use=np.arange(1.0, 31)), 4), annuity_factor(0.0, year_of_use=np.ones(8))
    (11.2578, 8.0)
    """
    return total(1 / (1 + rate) ** year_of_use)


@formula("kr/year")
def annuity(price: Value, *, scrap_value: Value, rate: Value, annuity_factor: Value) -> Value:
    """Yearly payment that covers a price and its interest over a lifetime (annuitet).

        (price − scrap value × (1 − rate × annuity factor)) / annuity factor

    1 − rate × annuity factor is what a krone at the end of the lifetime is worth at its start.

    Args:
        price: kr paid at the start.
        scrap_value: kr it is worth at the end of its life.
        rate: Rate a year, a share; 0 gives the straight line.
        annuity_factor: Present value of a krone at the end of each year of the lifetime.

    Returns:
        kr per year.

    Source: docs/method.md 10.

    >>> import numpy as np
    >>> ten_years = annuity_factor(0.025, year_of_use=np.arange(1.0, 11))
    >>> round(annuity(50_000.0, scrap_value=5_000.0, rate=0.025, annuity_factor=ten_years), 3)
    5266.644
    >>> annuity(50_000.0, scrap_value=5_000.0, rate=0.0, annuity_factor=8.0)
    5625.0
    """
    return (price - scrap_value * (1 - rate * annuity_factor)) / annuity_factor
