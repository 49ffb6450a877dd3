"""Tables whose columns are periods or job groups, with the hours in the cells."""

from collections.abc import Iterator, Mapping, Sequence

from somcost.intake import durations
from somcost.intake.data_rows import BY_NUMBER, is_period
from somcost.intake.job_groups import matches
from somcost.intake.periods import FORMS, period_in
from somcost.intake.understood import ColumnGuess
from somcost.model.assumptions import JobGroup
from somcost.model.calendar import Span
from somcost.model.profiles import Across, ImportProfile
from somcost.read.cells import Content

LEAST, NUMBERS = 2, 0.9
"""Columns that stand across at least, and the share of their cells that are hours."""


def stands_across(heading: str, groups: Mapping[str, JobGroup], year: int | None) -> float:
    """Say how sure a heading is a period or a job group, 0 to 1."""
    if is_period(heading, year):
        return 1.0
    found = matches([heading], groups).get(heading)
    return found.likeness if found is not None and found.is_sure else 0.0


def across_of(
    columns: Sequence[ColumnGuess],
    cells: Mapping[int, Sequence[Content]],
    *,
    groups: Mapping[str, JobGroup],
    year: int | None,
) -> Across | None:
    """Give what stands across a table; None where nothing does.

    Args:
        columns: What the columns were taken for; only those without a meaning can stand across.
        cells: The cells of each column.
        groups: The assumption set's job groups.
        year: The year of periods that do not say it.
    """
    free = [each for each in columns if each.meaning in (None, "hours", "date")]
    by_form = {form: [each for each in free if period_in(each.heading, form, year)] for form in FORMS}
    form = max(by_form, key=lambda each: (len(by_form[each]), each not in BY_NUMBER))
    named = matches([each.heading for each in free], groups)
    by_group = [each for each in free if each.heading in named and named[each.heading].is_sure]
    for over, found in (("period", by_form[form]), ("job_group", by_group)):
        hours = durations.forms_of([cell for each in found for cell in cells[each.number]], heading="")
        best, share = next(iter(hours.items()), ("", 0.0))
        if len(found) >= LEAST and share >= NUMBERS:
            return Across("period", form, best) if over == "period" else Across("job_group", "", best)
    return None


def columns_across(profile: ImportProfile, headings: Sequence[str]) -> Iterator[tuple[int, Span | str]]:
    """Give the columns that stand across, each with the period or the job group it is of."""
    across = profile.across
    if across is None:
        return
    groups = profile.values.get("job_group", {})
    for number, heading in enumerate(headings):
        if across.over == "job_group" and heading in groups:
            yield number, groups[heading]
        elif across.over == "period" and heading and (span := period_in(heading, across.form, profile.year)):
            yield number, span
