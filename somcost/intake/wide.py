"""Tables whose columns are periods or job groups, with the hours in the cells."""

import re
from collections.abc import Mapping, Sequence

from somcost.intake import durations
from somcost.intake.amounts import is_amount
from somcost.intake.data_rows import BY_NUMBER, is_period
from somcost.intake.headings import is_skipped, meanings_of, normal
from somcost.intake.job_groups import matches
from somcost.intake.periods import ANY_YEAR, FORMS, WITHOUT_YEAR, period_in
from somcost.intake.understood import ColumnGuess
from somcost.model.assumptions import JobGroup
from somcost.model.calendar import Span
from somcost.model.profiles import Across, ImportProfile, KindName, PeriodForm
from somcost.read.cells import Content

LONGEST = 8
"""Words of a heading that may stand over a period, at most."""
SEASONS = frozenset({"forår", "sommer", "efterår", "vinter", "første halvår", "andet halvår", "år"})
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
LONGER: tuple[PeriodForm, ...] = (*WITHOUT_YEAR, *BY_NUMBER)
"""Forms of which figures alone are no heading of their own: in uge 10 2018 no 10 2018 stands below a week."""
LEAST, NUMBERS = 2, 0.9
"""Columns that stand across at least, and the share of their cells that are hours."""


def period_above(heading: str, form: str, year: int | None, kind: KindName = "registrations") -> Span | None:
    """Give the period of a heading, also of one that stands under a wider one: a quarter, a season, a year, hours.

    Args:
        heading: The heading.
        form: How its period is written.
        year: Its year, where it does not say it.
        kind: The kind of export: of registrations hours stand below, of expenses amounts.

    >>> str(period_above("1. kvartal jan", "month", 2018).start), str(period_above("2018 Forår maj", "month", None).end)
    ('2018-01-01', '2018-05-31')
    >>> period_above("Norm jan", "month", 2018)
    """
    span = period_in(heading, form, year)
    words = heading.split(maxsplit=LONGEST)
    for cut in range(1, len(words)):
        over, own = " ".join(words[:cut]), " ".join(words[cut:])
        if span is not None:
            break
        if (form not in LONGER or any(map(str.isalpha, own))) and _is_wider(over, kind):
            years = set(YEAR.findall(over))
            span = period_in(own, form, int(years.pop()) if len(years) == 1 else year)
    return span


def _is_wider(heading: str, kind: KindName) -> bool:
    """Whether a heading may stand over periods: one itself, or what says that hours, amounts or dates stand below."""
    bare = " ".join(YEAR.sub(" ", heading).split())
    if not bare or is_period(heading) or is_period(bare) or normal(bare) in SEASONS:
        return True
    return not is_skipped(bare, kind) and not {"hours", "amount", "date"}.isdisjoint(meanings_of(bare, kind))


def stands_across(heading: str, groups: Mapping[str, JobGroup], kind: KindName) -> float:
    """Say how sure a heading is a period or a job group, 0 to 1; of citizens nothing stands across."""
    if kind == "citizens":
        return 0.0
    if any(period_above(heading, form, ANY_YEAR, kind) for form in FORMS if form not in BY_NUMBER):
        return 1.0
    if kind == "expenses":
        return 0.0
    found = matches([heading], groups).get(heading)
    return found.likeness if found is not None and found.is_sure else 0.0


def across_of(
    columns: Sequence[ColumnGuess],
    cells: Mapping[int, Sequence[Content]],
    *,
    groups: Mapping[str, JobGroup],
    kind: KindName,
) -> Across | None:
    """Give what stands across a table; None where nothing does.

    Args:
        columns: What the columns were taken for; only those without a meaning can stand across.
        cells: The cells of each column.
        groups: The assumption set's job groups.
        kind: The kind of export: periods stand across amounts, periods or job groups across hours.
    """
    if kind == "citizens":
        return None
    free = [each for each in columns if each.meaning in (None, "hours", "amount", "date")]
    by_form = {form: [each for each in free if period_above(each.heading, form, ANY_YEAR, kind)] for form in FORMS}
    form = max(by_form, key=lambda each: (len(by_form[each]), each not in BY_NUMBER))
    if kind == "expenses":
        held = [cell for each in by_form[form] for cell in cells[each.number]]
        is_across = len(by_form[form]) >= LEAST and sum(map(is_amount, held)) >= NUMBERS * max(len(held), 1)
        return Across("period", form, "") if is_across else None
    named = matches([each.heading for each in free], groups)
    by_group = [each for each in free if each.heading in named and named[each.heading].is_sure]
    for over, found in (("period", by_form[form]), ("job_group", by_group)):
        hours = durations.forms_of([cell for each in found for cell in cells[each.number]], heading="")
        best, share = next(iter(hours.items()), ("", 0.0))
        if len(found) >= LEAST and share >= NUMBERS:
            return Across("period", form, best) if over == "period" else Across("job_group", "", best)
    return None


def columns_across(profile: ImportProfile, headings: Sequence[str]) -> list[int]:
    """Give the numbers of the columns that stand across, whatever year they are of."""
    return list(across_in(profile, headings, profile.year or ANY_YEAR))


def across_in(profile: ImportProfile, headings: Sequence[str], year: int | None) -> dict[int, Span | str]:
    """Give the columns that stand across, each with its period or job group; none that is ignored or of no year.

    Args:
        profile: How the export is read.
        headings: Its headings.
        year: The year of periods that do not say it.
    """
    across, groups = profile.across, profile.values.get("job_group", {})
    if across is None:
        return {}
    own = {number: heading for number, heading in enumerate(headings) if heading not in profile.ignored}
    if across.over == "job_group":
        return {number: groups[heading] for number, heading in own.items() if heading in groups}
    spans = {number: period_above(heading, across.form, year, profile.kind) for number, heading in own.items()}
    return {number: span for number, span in spans.items() if span is not None}


class AcrossColumns:
    """The columns of a table that stand across, and what each is of in a row's year.

    Attributes:
        places: Their numbers.
    """

    def __init__(self, profile: ImportProfile, headings: Sequence[str]) -> None:
        self.places = columns_across(profile, headings)
        self._profile, self._headings = profile, headings
        self._by_year: dict[int | None, Mapping[int, Span | str]] = {}

    def of(self, year: int | None) -> Mapping[int, Span | str]:
        """Give the period or the job group of each column; none of one that leaves its year out where none is known."""
        if year not in self._by_year:
            self._by_year[year] = across_in(self._profile, self._headings, year)
        return self._by_year[year]
