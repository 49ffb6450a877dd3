"""What an hour costs (timepris): from the wage as published to kr per effective hour with overhead."""

from collections.abc import Sequence

from somcost.cost.operations import mean_of
from somcost.cost.quantity import Value, formula


@formula("kr/hour")
def hourly_rate(monthly_wage_cost: Value, *, overhead: Value, annual_hours_norm: Value) -> Value:
    """Price of an hour with overhead (timepris inkl. overhead).

        12 × monthly wage cost × (1 + overhead) / annual hours norm

    Args:
        monthly_wage_cost: kr per month, pension and holiday pay included; per job group.
        overhead: Share of the wage cost laid on top, 0.20 for 20 %.
        annual_hours_norm: Effective hours a year, > 0.

    Returns:
        kr per hour, unrounded, in the price level of the wage.

    Source: Rambøll 2020, chapter 10.3, Tables 10-6 and 10-7 (socialrådgiver 37,592 → 382).

    >>> round(hourly_rate(37_592, overhead=0.20, annual_hours_norm=1_418), 2)
    381.75
    """
    return 12 * monthly_wage_cost * (1 + overhead) / annual_hours_norm


@formula("kr/hour")
def changed_hourly_rate(hourly_rate: Value, *, change: Value) -> Value:
    """Price of an hour when all wages change alike (ændret timepris).

        hourly rate × (1 + change)

    Args:
        hourly_rate: kr per hour.
        change: Share, 0.10 for wages 10 % higher.

    Returns:
        kr per hour.

    Source: docs/method.md 9.

    >>> round(changed_hourly_rate(400, change=0.10), 9)
    440.0
    """
    return hourly_rate * (1 + change)


@formula("kr/month")
def monthly_wage_cost_from_year(annual_wage_cost: Value) -> Value:
    """Monthly wage cost from a wage stated per year (månedlig lønomkostning).

        annual wage cost / 12

    Args:
        annual_wage_cost: kr per year.

    Returns:
        kr per month.

    Source: docs/method.md 1; a year has twelve months.

    >>> monthly_wage_cost_from_year(451_104)
    37592.0
    """
    return annual_wage_cost / 12


@formula("kr/month")
def monthly_wage_cost_from_hour(hourly_wage_cost: Value, *, hours_norm: Value) -> Value:
    """Monthly wage cost from a wage stated per hour (månedlig lønomkostning).

        hourly wage cost × hours norm / 12

    Args:
        hourly_wage_cost: kr per hour, without overhead.
        hours_norm: The hours a year that the hourly wage is paid for: the effective norm (1,418) or the paid (1,924).

    Returns:
        kr per month.

    Source: docs/method.md 1; a wage per paid hour is brought to a year with 1,924 hours (37 × 52).

    >>> monthly_wage_cost_from_hour(200, hours_norm=1_924)
    32066.666666666668
    """
    return hourly_wage_cost * hours_norm / 12


@formula("kr/month")
def monthly_wage_cost_with_additions(wage: Value, *, additions: Sequence[Value]) -> Value:
    """Monthly wage cost when pension, ATP or holiday allowance comes on top of the stated wage.

        wage × (1 + sum of the additions)

    Args:
        wage: kr per month without what is added.
        additions: Shares of the wage, 0.17 for 17 %.

    Returns:
        kr per month.

    Source: docs/method.md 1; KRL's bruttoløn already holds all three, so nothing may be added to it.

    >>> round(monthly_wage_cost_with_additions(30_000, additions=[0.17, 0.01]), 2)
    35400.0
    """
    return wage * sum(additions, 1)


@formula("kr/month")
def composite_monthly_wage_cost(members: Sequence[Value]) -> Value:
    """Wage of a composite job group (sammensat stillingsgruppe): the plain mean of its members' wages.

        mean of the members' monthly wage costs

    Args:
        members: kr per month, one for each member.

    Returns:
        kr per month.

    Source: Rambøll 2020, note to Table 10-7 (Favrskov's group leaders, Jammerbugt's family therapists).

    >>> round(composite_monthly_wage_cost([35_509, 40_945, 37_592]), 2)
    38015.33
    """
    return mean_of(members)
