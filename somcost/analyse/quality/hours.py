"""Hours by month and job group, as registered and after part months were scaled up."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from somcost.analyse.assessment import Assessment
from somcost.cost.cost_columns import CostColumns
from somcost.model.calendar import CalendarMonth, calendar


@dataclass(frozen=True, slots=True, eq=False)
class HoursByMonth:
    """Costed registrations by month of the window (row) and job group (column).

    Attributes:
        months: Every month of the window.
        groups: The job groups that register, in the assumption set's order.
        registered: Hours as registered.
        scaled: Hours after a part month's factor.
    """

    months: tuple[CalendarMonth, ...]
    groups: tuple[str, ...]
    registered: NDArray[np.float64]
    scaled: NDArray[np.float64]


def hours_by_month(assessment: Assessment) -> HoursByMonth | None:
    """Give hours by month and job group (timer pr. måned og stillingsgruppe); None without registrations."""
    wages = assessment.costing.wages
    if wages is None:
        return None
    groups = wages.lines.categories["job_group"]
    used = sorted(set(groups.codes.tolist()))
    return HoursByMonth(
        months=calendar(assessment.inputs.scenario.window),
        groups=tuple(groups.groups.members[code] for code in used),
        registered=_summed(wages, wages.registered.value)[:, used],
        scaled=_summed(wages, wages.costed.value)[:, used],
    )


def _summed(wages: CostColumns, hours: object) -> NDArray[np.float64]:
    month, group = wages.lines.categories["month"], wages.lines.categories["job_group"]
    sums = np.zeros((len(month.groups), len(group.groups)))
    np.add.at(sums, (month.codes, group.codes), np.asarray(hours, dtype=np.float64))
    return sums
