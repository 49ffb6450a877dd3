"""What may differ between two assessments, with its values at each.

A job group that only one of them uses has no hours in the other. Courses that are not the same in both are taken in
all pairs, one of each, so that no course of the one is tied to any of the other by chance.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from somcost.analyse.compare.point import Point
from somcost.cost.estimates import StaffEstimate
from somcost.cost.evaluate import Array
from somcost.model.dimensions import Dimension

HOURS = "hours.job_group."
UNITS: Mapping[str, str] = {
    "wages": "kr/month",
    "overhead": "share",
    "annual_hours_norm": "hours/year",
    "other_expenses": "kr",
    "course_size": "participants",
    "courses_per_year": "per year",
    "observed_months": "months",
    "staffed_months": "months",
    "months_each": "months",
    "participant_months": "months",
    "person_years": "years",
}
"""The unit of each factor that is no hours and no number of citizens a year."""


@dataclass(frozen=True, slots=True, eq=False)
class Factor:
    """What may differ between two assessments (årsag): its values at each, one number or one a job group or course."""

    name: str
    unit: str
    first: Array
    second: Array

    @property
    def differs(self) -> bool:
        """Whether the two have other values."""
        return bool((self.first != self.second).any())

    def at(self, changed: NDArray[np.bool_]) -> Array:
        """Give the value of each coalition: the second's where the factor has changed, else the first's."""
        found: Array = np.where(changed, self.second[..., None], self.first[..., None])
        return found


class JointCourses:
    """The courses of two assessments: the same ones, or all pairs of one of each."""

    def __init__(self, first: Point, second: Point) -> None:
        same = set(first.courses) == set(second.courses)
        ids = [(each, each) for each in first.courses] if same else list(product(first.courses, second.courses))
        self.dimension = Dimension("course", ids)
        self._rows = (
            np.array([first.courses.index(each) for each, _ in ids], dtype=np.int64),
            np.array([second.courses.index(each) for _, each in ids], dtype=np.int64),
        )

    def spread(self, first: Array, second: Array) -> tuple[Array, Array]:
        """Give the values by course for the courses of both; one number stays one number."""
        if not len(self.dimension):
            return first.reshape(()), second.reshape(())
        return first[self._rows[0]], second[self._rows[1]]


def joint_groups(first: Point, second: Point) -> list[str]:
    """Give the job groups with hours in either."""
    return list(dict.fromkeys([*first.hours, *second.hours]))


def factors_of(first: Point, second: Point, courses: JointCourses) -> list[Factor]:
    """Give everything that may differ, in the order it is told."""
    groups = joint_groups(first, second)
    none = np.zeros(max(1, len(first.courses))), np.zeros(max(1, len(second.courses)))
    unit = "full-time months" if isinstance(first.estimate, StaffEstimate) else "hours"
    factors = [
        Factor(HOURS + group, unit, *courses.spread(first.hours.get(group, none[0]), second.hours.get(group, none[1])))
        for group in groups
    ]
    wages = (_filled(groups, first.wages, second.wages), _filled(groups, second.wages, first.wages))
    factors.append(Factor("wages", UNITS["wages"], *wages))
    numbers = {name: (first.numbers[name], second.numbers[name]) for name in first.numbers if name in second.numbers}
    plain = [Factor(name, UNITS.get(name, "per year"), *map(np.asarray, both)) for name, both in numbers.items()]
    factors += [factor for factor in plain if factor.name in ("overhead", "annual_hours_norm")]
    factors.append(Factor("other_expenses", UNITS["other_expenses"], *courses.spread(first.expenses, second.expenses)))
    if first.courses:
        factors.append(Factor("course_size", UNITS["course_size"], *courses.spread(first.sizes, second.sizes)))
    return factors + [factor for factor in plain if factor.name not in ("overhead", "annual_hours_norm")]


def _filled(groups: list[str], own: Mapping[str, float], other: Mapping[str, float]) -> Array:
    """Give the wages of all groups; one whose wage the assumption set does not know has the other's."""
    return np.array([own.get(group, other.get(group)) for group in groups], dtype=np.float64)
