"""Which rows hold data, so that they are no header: a day beside a job group, hours, an amount."""

import datetime as dt
from collections.abc import Mapping, Sequence

from somcost.intake import durations, periods
from somcost.intake.job_groups import matches
from somcost.model.assumptions import JobGroup
from somcost.model.profiles import PeriodForm
from somcost.read.cells import Content, as_text
from somcost.read.number_cells import MARKS, decimal_number

BY_NUMBER: tuple[PeriodForm, ...] = ("serial", "year", "typed")
"""Forms that a plain number has, so that a heading alone does not tell them."""


def holds_data(row: Sequence[Content], groups: Mapping[str, JobGroup]) -> bool:
    """Whether a row has a duration or a decimal number, or two of: a period, a job group, a whole number.

    Periods alone may stand across as headings, and so may job groups, or years and the numbers of weeks.

    Args:
        row: The row.
        groups: The assumption set's job groups.
    """
    cells = [cell for cell in row if as_text(cell).strip()]
    if any(map(_is_measured, cells)):
        return True
    has_period = any(is_period(cell) for cell in cells)
    has_group = any(match.is_sure for match in matches([as_text(cell).strip() for cell in cells], groups).values())
    return has_period + has_group + any(map(_is_whole, cells)) > 1


def is_period(content: Content) -> bool:
    """Whether a cell is a period, of whatever year, and no plain number that could be one."""
    if isinstance(content, dt.date):
        return True
    return any(periods.period_in(content, form, periods.ANY_YEAR) for form in periods.FORMS if form not in BY_NUMBER)


def _is_measured(content: Content) -> bool:
    """Whether a cell is a duration or a number with decimals, which no heading is."""
    if isinstance(content, dt.time | dt.timedelta):
        return True
    if isinstance(content, float):
        return not content.is_integer()
    if not isinstance(content, str) or is_period(content):
        return False
    if any(durations.hours_of(content, form=form, mark=",") is not None for form in ("clock", "words")):
        return True
    numbers = [decimal_number(content.strip(), mark) for mark in MARKS]
    return any(number is not None for number in numbers) and not content.strip().isdigit()


def _is_whole(content: Content) -> bool:
    """Whether a cell is a whole number and no year."""
    text = as_text(content).strip()
    if isinstance(content, float) and content.is_integer():
        text = str(int(content))
    return text.isdigit() and text.isascii() and not periods.FIRST <= int(text[:9]) <= periods.LAST
