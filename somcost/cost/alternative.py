"""What the intervention is held against (alternativ): how much of it must be avoided to pay for the intervention."""

from somcost.cost.quantity import Value, formula


@formula("share")
def share_to_avoid(cost_per_participant: Value, *, alternative_cost_per_year: Value) -> Value:
    """Share of participants for whom a year of the alternative must be avoided (andel, der skal undgås).

        cost per participant / the alternative's cost a year

    Args:
        cost_per_participant: kr per participant.
        alternative_cost_per_year: kr a year for one citizen, such as a year of foster care.

    Returns:
        share, 0.73 for 73 in a hundred participants; above 1 the alternative is cheaper even if all avoid it.

    Source: Rambøll 2020, chapter 5 (504,000 kr for a year of foster care); docs/method.md 9.

    >>> round(share_to_avoid(368_000, alternative_cost_per_year=504_000), 2)
    0.73
    """
    return cost_per_participant / alternative_cost_per_year
