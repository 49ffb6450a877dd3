"""What the annual cost is divided by, and the unit costs that come of it."""

from somcost.cost.operations import mean, smaller, total
from somcost.cost.quantity import Value, formula


@formula("per year")
def participants_per_year(participants: Value, *, window_months: Value) -> Value:
    """Participants a year (borgere pr. år).

        participants in the window × 12 / months of the window, gaps included

    Args:
        participants: Participants in the intervention at any time of the window.
        window_months: Months from the window's first to its last day.

    Returns:
        participants per year.

    Source: Rambøll 2020, Table 10-8 (12 families in 19 months: 7.6 a year).

    >>> round(participants_per_year(12, window_months=19), 2)
    7.58
    """
    return participants * 12 / window_months


@formula("citizens")
def participants_in_window(in_window: Value) -> Value:
    """Participants in the window (borgere i perioden).

        sum of 1 for each citizen with a day in the window, 0 for the others

    Args:
        in_window: 1 or 0, one for each citizen.

    Returns:
        citizens.

    Source: docs/method.md 5; any overlap with the window counts.

    >>> import numpy as np
    >>> participants_in_window(np.array([1.0, 1, 0]))
    2.0
    """
    return total(in_window)


@formula("citizens")
def in_window(days: Value) -> Value:
    """Whether a citizen was in the intervention in the window (i perioden): 1, or 0.

        min(1, days in the window)

    Args:
        days: Days in common with the window, whole days.

    Returns:
        1 or 0.

    Source: docs/method.md 5; any overlap with the window counts.

    >>> int(in_window(40.0)), int(in_window(0.0))
    (1, 0)
    """
    return smaller(days, 1)


@formula("months")
def months_each(months: Value, *, in_window: Value) -> Value:
    """Mean months a participant is in the intervention (gennemsnitlig varighed i måneder).

        sum of the months of citizens in the window / citizens in the window

    Args:
        months: Months of each citizen, not clipped to the window.
        in_window: 1 for a citizen in the window, else 0.

    Returns:
        months.

    Source: docs/method.md 5; Rambøll 2020, Table 5-3.

    >>> import numpy as np
    >>> months_each(np.array([10.0, 8, 4]), in_window=np.array([1.0, 1, 0]))
    9.0
    """
    return total(months * in_window) / total(in_window)


@formula("per year")
def mean_per_year(counts: Value) -> Value:
    """Mean of the years' counts (gennemsnit pr. år): of those enrolled, discharged or completed.

        mean of the years' counts

    Args:
        counts: One count for each year.

    Returns:
        per year.

    Source: Rambøll 2020, Table 6-2 ((46 + 52) / 2 = 49; (47 + 34) / 2 = 40.5).

    >>> import numpy as np
    >>> mean_per_year(np.array([47.0, 34]))
    40.5
    """
    return mean(counts)


@formula("per year")
def completed_per_year(started: Value, *, completion_rate: Value) -> Value:
    """Participants who complete, a year (gennemført pr. år).

        started × completion rate

    Args:
        started: Participants who start, a year.
        completion_rate: Share who complete, 0 to 1.

    Returns:
        per year.

    Source: docs/method.md 5.

    >>> completed_per_year(40, completion_rate=0.75)
    30.0
    """
    return started * completion_rate


@formula("person-years")
def person_years(observed_days: Value) -> Value:
    """Person-years in the intervention (årspersoner).

        days in the intervention / 365.25

    Args:
        observed_days: Observed days in the intervention, all citizens together.

    Returns:
        person-years.

    Source: docs/method.md 5.

    >>> person_years(1_461)
    4.0
    """
    return observed_days / 365.25


@formula("kr")
def cost_per_participant(annual_operating_cost: Value, *, participants_per_year: Value) -> Value:
    """Cost of one participant (omkostning pr. borger).

        annual operating cost / participants per year

    Args:
        annual_operating_cost: kr per year.
        participants_per_year: Participants per year, > 0.

    Returns:
        kr per participant.

    Source: Rambøll 2020, chapter 10.3; Table 8-5 (529,000 / 5.684 = 93,000).

    >>> round(cost_per_participant(529_000, participants_per_year=5.684))
    93068
    """
    return annual_operating_cost / participants_per_year


@formula("kr/month")
def cost_per_participant_month(cost_per_participant: Value, *, months_each: Value) -> Value:
    """Cost of one participant for one month (omkostning pr. borger pr. måned), as the report computes it.

        cost per participant / mean months in the intervention

    Args:
        cost_per_participant: kr per participant.
        months_each: Mean months a participant is in the intervention, > 0.

    Returns:
        kr per participant per month, in the price level of the cost.

    Source: Rambøll 2020, chapter 10.3; Table 5-3 (368,000 / 9.7 = 38,000).

    >>> round(cost_per_participant_month(368_000, months_each=9.7))
    37938
    """
    return cost_per_participant / months_each


@formula("kr/month")
def cost_per_month_in_intervention(collected_cost: Value, *, participant_months: Value) -> Value:
    """Cost of a month in the intervention (omkostning pr. måned i indsatsen): cost and months of the same days.

        collected cost / participant-months in the observed window

    Args:
        collected_cost: kr for the observed months.
        participant_months: Months that citizens spent in the intervention while it was observed.

    Returns:
        kr per participant per month.

    Source: docs/method.md 5; consistent, where the report's own way divides one year's cost by a whole course's months.

    >>> cost_per_month_in_intervention(3_200_000, participant_months=100)
    32000.0
    """
    return collected_cost / participant_months


@formula("kr/year")
def cost_per_person_year(collected_cost: Value, *, person_years: Value) -> Value:
    """Cost of a year in the intervention (omkostning pr. årsperson).

        collected cost / person-years in the observed window

    Args:
        collected_cost: kr for the observed months.
        person_years: Person-years spent in the intervention while it was observed.

    Returns:
        kr per person-year.

    Source: docs/method.md 5.

    >>> cost_per_person_year(3_200_000, person_years=8)
    400000.0
    """
    return collected_cost / person_years


@formula("kr")
def cost_per_enrolled(annual_operating_cost: Value, *, enrolled_per_year: Value) -> Value:
    """Cost per participant enrolled (omkostning pr. indskrevet).

        annual operating cost / enrolled per year

    Args:
        annual_operating_cost: kr per year.
        enrolled_per_year: Enrolled per year, > 0.

    Returns:
        kr per enrolled.

    Source: Rambøll 2020, Table 6-2.

    >>> cost_per_enrolled(2_891_000, enrolled_per_year=49)
    59000.0
    """
    return annual_operating_cost / enrolled_per_year


@formula("kr")
def cost_per_discharged(annual_operating_cost: Value, *, discharged_per_year: Value) -> Value:
    """Cost per participant discharged (omkostning pr. udskrevet).

        annual operating cost / discharged per year

    Args:
        annual_operating_cost: kr per year.
        discharged_per_year: Discharged per year, > 0.

    Returns:
        kr per discharged.

    Source: Rambøll 2020, Table 6-2 (40.5 a year, printed as 41).

    >>> cost_per_discharged(2_875_500, discharged_per_year=40.5)
    71000.0
    """
    return annual_operating_cost / discharged_per_year


@formula("kr")
def cost_per_completed(annual_operating_cost: Value, *, completed_per_year: Value) -> Value:
    """Cost per participant who completes (omkostning pr. gennemført).

        annual operating cost / completed per year

    Args:
        annual_operating_cost: kr per year.
        completed_per_year: Completed per year, > 0.

    Returns:
        kr per completed.

    Source: docs/method.md 5.

    >>> cost_per_completed(3_000_000, completed_per_year=30)
    100000.0
    """
    return annual_operating_cost / completed_per_year
