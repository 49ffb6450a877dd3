"""The value of an input at which a result meets a target, from two values whose results are known."""

from somcost.cost.quantity import Value, formula


@formula("")
def break_even_on_a_line(first: Value, second: Value, *, results: tuple[Value, Value], target: Value) -> Value:
    """Value at which a result that is linear in it meets a target (break-even).

        first + (target − result at first) × (second − first) / (result at second − result at first)

    Args:
        first: A value of the input.
        second: Another.
        results: The result at each.
        target: What the result shall be.

    Returns:
        the input's value, in its own unit.

    Source: the two-point form of a line; docs/method.md 9.

    >>> break_even_on_a_line(0.0, 0.10, results=(368.0, 404.0), target=440.0)
    0.2
    """
    return first + (target - results[0]) * (second - first) / (results[1] - results[0])


@formula("")
def break_even_on_a_hyperbola(first: Value, second: Value, *, results: tuple[Value, Value], target: Value) -> Value:
    """Value at which a result that is linear in its reciprocal meets a target (break-even), as a cost per citizen is.

        1 / (1 / first + (target − result at first) × (1 / second − 1 / first) / (result at second − result at first))

    Args:
        first: A value of the input, > 0.
        second: Another, > 0.
        results: The result at each.
        target: What the result shall be.

    Returns:
        the input's value, in its own unit.

    Source: the two-point form of a line in 1 / value; docs/method.md 9.

    >>> round(break_even_on_a_hyperbola(10.0, 20.0, results=(300.0, 200.0), target=150.0), 9)
    40.0
    """
    return 1 / (1 / first + (target - results[0]) * (1 / second - 1 / first) / (results[1] - results[0]))
