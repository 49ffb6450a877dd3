"""Amounts at another price level (prisniveau): times one index over another."""

from somcost.cost.quantity import Value, formula


@formula("kr")
def at_price_level(amount: Value, *, index: Value, index_then: Value) -> Value:
    """An amount in the prices of another year (fremskrevet beløb).

        amount × index of the year / index of the amount's own year

    Args:
        amount: kr in the prices of its own year.
        index: Index of the price level asked for.
        index_then: Index of the amount's own price year.

    Returns:
        kr in the prices asked for.

    Source: docs/method.md 11.

    >>> round(at_price_level(7.4, index=102.789, index_then=91.031), 2)
    8.36
    """
    return amount * index / index_then


@formula("index")
def index_ahead(index: Value, *, rate: Value, years: int) -> Value:
    """An index so many years after its last by a yearly rise (fremskrevet indeks).

        index × (1 + rate), so many times

    Args:
        index: Index of its last year.
        rate: Yearly rise, a share.
        years: Whole years after the last.

    Returns:
        Index.

    Source: docs/method.md 11.

    >>> round(index_ahead(100.0, rate=0.03, years=2), 2)
    106.09
    """
    for _ in range(years):
        index = index * (1 + rate)
    return index
