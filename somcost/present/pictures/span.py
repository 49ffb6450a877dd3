"""The lowest and highest of numbers."""

from collections.abc import Iterable

Limits = tuple[float, float]


def span(numbers: Iterable[float | None], *, zero: bool = False) -> Limits:
    """Give the lowest and highest of the numbers, never the same; with 0 where the axis begins there.

    >>> span([4.0, None, 2.0]), span([4.0, 2.0], zero=True), span([])
    ((2.0, 4.0), (0.0, 4.0), (-1.0, 1.0))
    """
    found = [number for number in numbers if number is not None] or [0.0]
    low, high = min(found), max(found)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        room = abs(low) / 10 or 1.0
        return (low, room) if zero else (low - room, low + room)
    return low, high
