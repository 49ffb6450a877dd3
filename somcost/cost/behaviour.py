"""How cost follows the number of participants (omkostningsadfærd): variable lines follow it, fixed lines do not."""

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
