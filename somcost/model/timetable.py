"""The courses of a team, year by year: how many it begins, and how much of the year they run (forløb pr. år)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

EDGE = 1e-9
"""How far a course's start may be from the turn of a year by the machine's last digits."""


@dataclass(frozen=True, slots=True)
class Timetable:
    """What a team that starts in one year does in every year of the horizon.

    Attributes:
        begun: Courses it begins in each year.
        running: Years of course it runs in each year: 0.5 for one that runs half of it.
    """

    begun: NDArray[np.float64]
    running: NDArray[np.float64]


def courses_of_team(start: int, *, horizon: int, length: float, every_year: bool = False) -> Timetable:
    """Give the courses of a team: back to back, or one that begins with every year.

    Every course begun is finished inside the horizon.

    Args:
        start: The year the team starts in, 1 is the first.
        horizon: Years looked ahead.
        length: Years a course takes.
        every_year: Whether a course begins with every year, whatever its length.

    >>> courses_of_team(1, horizon=5, length=2.5).begun.tolist()
    [1.0, 0.0, 1.0, 0.0, 0.0]
    >>> courses_of_team(1, horizon=5, length=2.5).running.tolist()
    [1.0, 1.0, 1.0, 1.0, 1.0]
    >>> courses_of_team(2, horizon=3, length=0.5).begun.tolist()
    [0.0, 2.0, 2.0]
    """
    begun, running = np.zeros(horizon), np.zeros(horizon)
    years, number = np.arange(horizon), 0
    step = 1.0 if every_year else length
    while (begin := start - 1 + number * step) + length <= horizon + EDGE:
        begun[int(begin + EDGE)] += 1
        running += np.clip(np.minimum(years + 1, begin + length) - np.maximum(years, begin), 0, None)
        number += 1
    return Timetable(begun, running)
