"""Budget against outturn (budget og regnskab): why the wage cost of an outturn is another than the budget's.

Each variance is in kr a year by job group; above 0 the outturn is dearer. The four add up to the difference.
"""

from somcost.cost.quantity import Value, formula


@formula("hours/year")
def hours_per_year(hours: Value, *, observed_months: Value) -> Value:
    """Hours brought to a year (timer pr. år).

        12 × hours / observed months

    Args:
        hours: Hours of the observed months, by job group.
        observed_months: Months observed, > 0.

    Returns:
        hours per year.

    Source: docs/method.md 4; hours are brought to a year as their cost is.

    >>> hours_per_year(1_400, observed_months=14)
    1200.0
    """
    return 12 * hours / observed_months


@formula("hours/year")
def flexed_hours(budgeted_hours: Value, *, volume: Value, budgeted_volume: Value) -> Value:
    """Budgeted hours for the citizens who came (flekseret budget).

        budgeted hours × citizens / budgeted citizens

    Args:
        budgeted_hours: Hours a year, by job group.
        volume: Citizens a year in the outturn.
        budgeted_volume: Citizens a year in the budget, > 0.

    Returns:
        hours per year.

    Source: OpenStax, Principles of Managerial Accounting, 7.3 and 8.3: standard hours for the actual output
    (https://openstax.org/books/principles-managerial-accounting/pages/8-key-terms).

    >>> flexed_hours(1_000, volume=12, budgeted_volume=10)
    1200.0
    """
    return budgeted_hours * volume / budgeted_volume


@formula("hours/year")
def hours_at_budgeted_mix(budgeted_hours: Value, *, all_hours: Value, all_budgeted_hours: Value) -> Value:
    """Hours that each job group would have had, had the outturn's hours been mixed as budgeted (revideret standardtid).

        all hours × budgeted hours / all budgeted hours

    Args:
        budgeted_hours: Hours a year, by job group.
        all_hours: Hours a year of all job groups in the outturn.
        all_budgeted_hours: Hours a year of all job groups in the budget, > 0.

    Returns:
        hours per year, by job group.

    Source: Revised standard hours, DCOM302 Management Accounting, unit 9, page 184
    (http://eslm.lpude.in/commerce/bcom/term_5/DCOM302_MANAGEMENT_ACCOUNTING/files/basic-html/page184.html).

    >>> hours_at_budgeted_mix(16_000, all_hours=37_400, all_budgeted_hours=34_000)
    17600.0
    """
    return all_hours * budgeted_hours / all_budgeted_hours


@formula("kr/year")
def rate_variance(rate: Value, *, budgeted_rate: Value, hours: Value) -> Value:
    """What hours cost more than budgeted because an hour is dearer (satsvarians).

        (rate − budgeted rate) × hours

    Args:
        rate: kr per hour in the outturn, by job group.
        budgeted_rate: kr per hour in the budget.
        hours: Hours a year in the outturn.

    Returns:
        kr per year, above 0 where the outturn is dearer.

    Source: OpenStax, Principles of Managerial Accounting, 8.3: direct labor rate variance
    (https://openstax.org/books/principles-managerial-accounting/pages/8-key-terms).

    >>> rate_variance(420, budgeted_rate=400, hours=1_100)
    22000
    """
    return (rate - budgeted_rate) * hours


@formula("kr/year")
def mix_variance(hours: Value, *, hours_at_budgeted_mix: Value, budgeted_rate: Value) -> Value:
    """What the hours cost more because other job groups had them (mixvarians).

        (hours − hours at the budgeted mix) × budgeted rate

    Args:
        hours: Hours a year in the outturn, by job group.
        hours_at_budgeted_mix: The outturn's hours, mixed as budgeted.
        budgeted_rate: kr per hour in the budget.

    Returns:
        kr per year, above 0 where the outturn is dearer.

    Source: Labour mix variance, DCOM302 Management Accounting, unit 9, page 184: 6,000 favourable
    (http://eslm.lpude.in/commerce/bcom/term_5/DCOM302_MANAGEMENT_ACCOUNTING/files/basic-html/page184.html).

    >>> mix_variance(9_000, hours_at_budgeted_mix=11_000, budgeted_rate=3)
    -6000
    """
    return (hours - hours_at_budgeted_mix) * budgeted_rate


@formula("kr/year")
def hours_variance(hours_at_budgeted_mix: Value, *, flexed_hours: Value, budgeted_rate: Value) -> Value:
    """What it costs that a citizen took more hours than budgeted (timevarians).

        (hours at the budgeted mix − flexed hours) × budgeted rate

    Args:
        hours_at_budgeted_mix: The outturn's hours a year, mixed as budgeted, by job group.
        flexed_hours: Budgeted hours for the citizens who came.
        budgeted_rate: kr per hour in the budget.

    Returns:
        kr per year, above 0 where the outturn is dearer.

    Source: Labour sub-efficiency variance, the time variance less the mix, DCOM302 Management Accounting, unit 9,
    page 184: 3,000 adverse
    (http://eslm.lpude.in/commerce/bcom/term_5/DCOM302_MANAGEMENT_ACCOUNTING/files/basic-html/page184.html).

    >>> hours_variance(11_000, flexed_hours=10_000, budgeted_rate=3)
    3000
    """
    return (hours_at_budgeted_mix - flexed_hours) * budgeted_rate


@formula("kr/year")
def volume_variance(flexed_hours: Value, *, budgeted_hours: Value, budgeted_rate: Value) -> Value:
    """What it costs that more citizens came than budgeted (mængdevarians).

        (flexed hours − budgeted hours) × budgeted rate

    Args:
        flexed_hours: Budgeted hours a year for the citizens who came, by job group.
        budgeted_hours: Hours a year in the budget.
        budgeted_rate: kr per hour in the budget.

    Returns:
        kr per year, above 0 where the outturn is dearer.

    Source: OpenStax, Principles of Managerial Accounting, 7.3: flexible budget less static budget
    (https://openstax.org/books/principles-managerial-accounting/pages/8-key-terms).

    >>> volume_variance(720, budgeted_hours=600, budgeted_rate=400)
    48000
    """
    return (flexed_hours - budgeted_hours) * budgeted_rate
