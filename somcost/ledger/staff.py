"""Full-time staff month by month: one line for each row and calendar month it touches."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from somcost.ledger.behaviour import step_codes, variable_lines
from somcost.model.calendar import Span, days_in_month, days_within, month_name, month_span, months_of, united
from somcost.model.dimensions import Category, Dimension
from somcost.model.scenario import BehaviourRule
from somcost.model.tables import Staff


@dataclass(frozen=True, slots=True, eq=False)
class StaffLines:
    """Full-time equivalents by month and job group.

    Attributes:
        rows: The dimension the lines run over.
        table: The rows as stated.
        fte: Full-time equivalents, by line.
        month_share: Share of the line's month they were employed, by line.
        job_group: Which job group a line belongs to.
        month_names: The month of each line: 2018-03.
        staffed_days: Days of each month of the window with any staff stated.
        variable: 1 where the cost follows the number of participants, 0 where it does not.
        step: Which stepwise rule a line goes by, where there are any.
    """

    rows: Dimension
    table: Staff
    fte: NDArray[np.float64]
    month_share: NDArray[np.float64]
    job_group: Category
    month_names: tuple[str, ...]
    staffed_days: NDArray[np.float64]
    variable: NDArray[np.float64]
    step: Category | None = None


def staff_lines(
    staff: Staff,
    *,
    job_groups: Dimension,
    months: Span,
    within: Span,
    rules: Sequence[BehaviourRule],
    steps: Dimension,
) -> StaffLines:
    """Spread the staff's periods, cut to a span, over the calendar months of the window."""
    spans = [
        Span(max(start, within.start), min(end, within.end)) for start, end in zip(staff.start, staff.end, strict=True)
    ]
    inside = [(row, span) for row, span in enumerate(spans) if span.start <= span.end]
    lines = [(row, month) for row, span in inside for month in months_of(span.start, span.end)]
    shares = [days_within([spans[row]], month_span(month)) / days_in_month(month) for row, month in lines]
    rows = Dimension("staff", range(len(lines)))
    groups = [staff.job_group[row] for row, _ in lines]
    return StaffLines(
        rows=rows,
        table=staff,
        fte=np.array([staff.fte[row] for row, _ in lines], dtype=np.float64),
        month_share=np.array(shares, dtype=np.float64),
        job_group=Category.of("job_group", groups, over=rows, groups=job_groups),
        month_names=tuple(month_name(month) for _, month in lines),
        staffed_days=_staffed_days([span for _, span in inside], months_of(months.start, months.end)),
        variable=variable_lines(rules, kind="wage", columns={"job_group": groups}, count=len(lines)),
        step=Category(
            "step", rows, steps, step_codes(rules, kind="wage", columns={"job_group": groups}, count=len(lines))
        )
        if len(steps)
        else None,
    )


def _staffed_days(spans: list[Span], months: tuple[dt.date, ...]) -> NDArray[np.float64]:
    stated = united(spans)
    return np.array([days_within(stated, month_span(month)) for month in months], dtype=np.float64)
