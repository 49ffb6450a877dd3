"""What an import found, in words: meanings, forms, reasons."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from somcost.intake.imported import ImportedFile
from somcost.intake.read_rows import SetAside
from somcost.intake.row_cells import Reason
from somcost.model.calendar import first_day, month_name, months_of
from somcost.model.profiles import Meaning
from somcost.model.tables import Registrations
from somcost.present.language import N_

MEANINGS: Mapping[Meaning, str] = {
    "date": N_("date"),
    "year": N_("year of the period"),
    "job_group": N_("job group"),
    "hours": N_("hours"),
    "start_time": N_("begun at"),
    "end_time": N_("ended at"),
    "pause": N_("pause"),
    "employee": N_("employee"),
    "activity": N_("activity"),
    "phase": N_("phase"),
    "with_citizen": N_("citizen present"),
    "case": N_("case"),
    "site": N_("site"),
    "course": N_("course"),
    "id": N_("citizen"),
    "start": N_("first day"),
    "end": N_("last day"),
    "status": N_("status"),
    "amount": N_("amount"),
    "debit": N_("debit"),
    "credit": N_("credit"),
    "side": N_("debit or credit"),
    "vat": N_("VAT"),
    "account": N_("account"),
    "account_text": N_("account's name"),
    "category": N_("category"),
}
FORMS: Mapping[str, str] = {
    "dd-mm-yyyy": N_("day-month-year"),
    "mm-dd-yyyy": N_("month-day-year"),
    "yyyy-mm-dd": N_("year-month-day"),
    "dd-mm-yy": N_("day-month-year, two digits"),
    "month": N_("month"),
    "week": N_("week"),
    "quarter": N_("quarter"),
    "half-year": N_("half-year"),
    "year": N_("year"),
    "serial": N_("Excel's day number"),
    "typed": N_("date cells"),
    "decimal": N_("decimal numbers"),
    "clock": N_("hours:minutes"),
    "words": N_("hours and minutes in words"),
    "minutes": N_("minutes"),
    "mixed": N_("hours, each cell in its own way"),
    "h.mm": N_("hours, and minutes after the comma"),
    "unsigned": N_("credits without a minus"),
    "signed": N_("credits with a minus"),
}
REASONS: Mapping[Reason, str] = {
    "total": N_("sum, average or norm"),
    "footer": N_("text beside the table"),
    "no_hours": N_("no hours in the row"),
    "perhaps_total": N_("perhaps a sum, an average or a norm"),
    "above": N_("above the headings, and written like a row below them"),
    "alone": N_("hours and nothing else, perhaps a sum"),
    "hours_unread": N_("hours that cannot be read"),
    "hours_negative": N_("hours under 0"),
    "date_missing": N_("no date"),
    "date_unread": N_("a date that cannot be read"),
    "group_missing": N_("no job group"),
    "group_unknown": N_("a job group nobody mapped"),
    "answer_unread": N_("neither yes nor no"),
    "id_missing": N_("no citizen in the row"),
    "start_missing": N_("no first day"),
    "start_unread": N_("a first day that cannot be read"),
    "end_unread": N_("a last day that cannot be read"),
    "end_before_start": N_("the last day before the first"),
    "status_unknown": N_("a status nobody mapped"),
    "no_amount": N_("no amount in the row"),
    "amount_alone": N_("an amount and nothing else, perhaps a sum"),
    "perhaps_balance": N_("perhaps a balance"),
    "amount_unread": N_("an amount that cannot be read"),
    "side_unread": N_("neither debit nor credit"),
    "side_contradicts": N_("a sign that contradicts debit or credit"),
    "vat_unread": N_("VAT that cannot be read"),
    "vat_contradicts": N_("VAT with another sign than the amount"),
}


def by_month(table: Registrations) -> dict[str, tuple[int, float]]:
    """Give the rows and hours of every month from the first to the last, those without any too."""
    if not len(table):
        return {}
    rows: dict[dt.date, int] = defaultdict(int)
    hours: dict[dt.date, float] = defaultdict(float)
    for date, amount in zip(table.date, table.hours, strict=True):
        rows[first_day(date)] += 1
        hours[first_day(date)] += amount
    months = months_of(min(rows), max(rows))
    return {month_name(month): (rows[month], hours[month]) for month in months}


def gaps_of(months: Mapping[str, tuple[int, float]]) -> list[tuple[str, str]]:
    """Give the runs of months without any hours, each by its first and last month.

    >>> gaps_of({"2018-05": (3, 9.0), "2018-06": (0, 0.0), "2018-07": (0, 0.0), "2018-08": (1, 2.0)})
    [('2018-06', '2018-07')]
    """
    runs: list[list[str]] = []
    last_was_empty = False
    for month, (_, hours) in months.items():
        if not hours:
            runs = [*runs[:-1], [*runs[-1], month]] if last_was_empty else [*runs, [month]]
        last_was_empty = not hours
    return [(run[0], run[-1]) for run in runs]


def aside_of(files: Sequence[ImportedFile]) -> Iterator[tuple[Reason, list[SetAside], list[tuple[str, int]]]]:
    """Give by reason the rows that are set aside, and where they stand."""
    every = [(file.path.name, each) for file in files for each in file.read.aside]
    for reason in REASONS:
        own = [(name, each) for name, each in every if each.reason == reason]
        if own:
            yield reason, [each for _, each in own], [(name, each.line) for name, each in own]


def hours_of(aside: Sequence[SetAside]) -> float | None:
    """Give the hours that rows set aside hold, of those that can be read; None where none can."""
    known = [each.hours for each in aside if each.hours is not None]
    return sum(known) if known else None


def amount_of(aside: Sequence[SetAside]) -> Decimal | None:
    """Give the kr that rows set aside hold, of those that can be read; None where none can."""
    known = [each.amount for each in aside if each.amount is not None]
    return sum(known, Decimal(0)) if known else None
