"""How cost follows the number of participants (omkostningsadfærd): variable lines follow it, fixed lines do not.

Stepwise lines follow it in whole units: a course, a team, an employee for so and so many participants.
"""

from somcost.cost.operations import round_up, total
from somcost.cost.quantity import Value, formula


@formula("kr")
def variable_part(amount: Value, *, variable: Value) -> Value:
    """Variable part of a cost line (variabel del).

        amount × 1 where the line is variable, 0 where it is fixed

    Args:
        amount: kr.
        variable: 1 or 0.

    Returns:
        kr.

    Source: docs/method.md 9; the scenario's cost_behaviour rules say which lines are variable.

    >>> variable_part(500, variable=1)
    500
    """
    return amount * variable


@formula("kr")
def fixed_part(amount: Value, *, variable_part: Value) -> Value:
    """Fixed part of a cost (fast del).

        amount − variable part

    Args:
        amount: kr.
        variable_part: kr.

    Returns:
        kr.

    Source: docs/method.md 9.

    >>> fixed_part(500, variable_part=300)
    200
    """
    return amount - variable_part


@formula("kr/year")
def cost_at_participants(variable: Value, fixed: Value, *, participants: Value, base_participants: Value) -> Value:
    """Annual operating cost with another number of participants (årlige omkostninger ved andet antal borgere).

        variable × participants / base participants + fixed

    Args:
        variable: kr per year that follow the participants.
        fixed: kr per year that do not.
        participants: The other number of participants a year.
        base_participants: The number the cost was observed at, > 0.

    Returns:
        kr per year.

    Source: Rambøll 2020, Tables 5-5 and 9-5; docs/method.md 9.

    >>> cost_at_participants(2_700_000, 60_000, participants=10, base_participants=7.5)
    3660000.0
    """
    return variable * participants / base_participants + fixed


@formula("units")
def units_needed(participants: Value, *, capacity: Value) -> Value:
    """Whole units that so many participants need (hold, forløb eller medarbejdere).

        participants / capacity, rounded up

    Args:
        participants: Participants a year.
        capacity: Participants a year that one unit serves, > 0.

    Returns:
        units.

    Source: docs/method.md 9; courses = ceil(N / capacity).

    >>> units_needed(17, capacity=8)
    3.0
    """
    return round_up(participants / capacity)


@formula("participants")
def unused_capacity(participants: Value, *, units: Value, capacity: Value) -> Value:
    """Places that stand empty (ledig kapacitet).

        units × capacity − participants

    Args:
        participants: Participants a year.
        units: Units that serve them.
        capacity: Participants a year that one unit serves.

    Returns:
        participants a year that could come without another unit.

    Source: docs/method.md 9.

    >>> unused_capacity(17, units=3, capacity=8)
    7
    """
    return units * capacity - participants


@formula("kr/year")
def cost_at_participants_in_steps(cost: Value, *, stepped: Value, units: Value, base_units: Value) -> Value:
    """Annual operating cost with another number of participants where some lines go in steps (springvise omkostninger).

        cost of the other lines + sum of stepped cost × units / units observed

    Args:
        cost: kr per year of the variable and fixed lines, at that number of participants.
        stepped: kr per year observed, by step.
        units: Units that the other number of participants needs, by step.
        base_units: Units that the observed number needs, by step.

    Returns:
        kr per year.

    Source: docs/method.md 9.

    >>> import numpy as np
    >>> cost_at_participants_in_steps(
    ...     100_000.0, stepped=np.array([400_000.0]), units=np.array([3.0]), base_units=np.array([2.0])
    ... )
    700000.0
    """
    return cost + total(stepped * units / base_units)
