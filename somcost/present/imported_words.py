"""What an import found, in words: meanings, forms, reasons, and plain figures for JSON."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from somcost.intake.imported import Imported, ImportedFile
from somcost.intake.registrations import registrations_of
from somcost.intake.row_cells import Reason
from somcost.model.calendar import first_day, month_name, months_of
from somcost.model.profiles import Meaning
from somcost.model.tables import Registrations
from somcost.present.language import N_

MEANINGS: Mapping[Meaning, str] = {
    "date": N_("date"),
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
}
FORMS: Mapping[str, str] = {
    "dd-mm-yyyy": N_("day-month-year"),
    "mm-dd-yyyy": N_("month-day-year"),
    "yyyy-mm-dd": N_("year-month-day"),
    "dd-mm-yy": N_("day-month-year, two digits"),
    "month": N_("month"),
    "week": N_("week"),
    "quarter": N_("quarter"),
    "year": N_("year"),
    "serial": N_("Excel's day number"),
    "typed": N_("date cells"),
    "decimal": N_("decimal numbers"),
    "clock": N_("hours:minutes"),
    "words": N_("hours and minutes in words"),
    "minutes": N_("minutes"),
}
REASONS: Mapping[Reason, str] = {
    "total": N_("sum of other rows"),
    "footer": N_("text beside the table"),
    "no_hours": N_("no hours in the row"),
    "perhaps_total": N_("perhaps a sum of other rows"),
    "alone": N_("hours and nothing else, perhaps a sum"),
    "hours_unread": N_("hours that cannot be read"),
    "hours_negative": N_("hours under 0"),
    "date_missing": N_("no date"),
    "date_unread": N_("a date that cannot be read"),
    "group_missing": N_("no job group"),
    "group_unknown": N_("a job group nobody mapped"),
    "answer_unread": N_("neither yes nor no"),
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


def aside_of(files: Sequence[ImportedFile]) -> Iterator[tuple[Reason, int, float, list[tuple[str, int]]]]:
    """Give by reason how many rows are set aside, the hours of them that can be read, and where they stand."""
    every = [(file.path.name, each) for file in files for each in file.read.aside]
    for reason in REASONS:
        own = [(name, each) for name, each in every if each.reason == reason]
        if own:
            yield reason, len(own), sum(each.hours or 0 for _, each in own), [(name, each.line) for name, each in own]


def as_plain(imported: Imported) -> dict[str, Any]:
    """Give what an import found as plain data; no cell of the export, and no path."""
    table = registrations_of([(file.path.name, file.read) for file in imported.files])
    understood = imported.understood
    months = by_month(table)
    return {
        "files": [
            {
                "name": file.path.name,
                "format": file.sheet.format,
                "sheet": file.sheet.name or None,
                "encoding": file.sheet.encoding or None,
                "delimiter": file.sheet.delimiter or None,
                "header_line": file.sheet.lines[file.region.top],
                "registrations": len(file.read.registered),
                "hours": sum(one.hours for one in file.read.registered),
                "also_in_an_earlier_file": {"rows": file.repeated[0], "hours": file.repeated[1]},
            }
            for file in imported.files
        ],
        "columns": [
            {"heading": each.heading, "read_as": each.meaning, "form": each.form or None, "confidence": each.confidence}
            for each in (understood.columns if understood else ())
        ],
        "job_groups": [
            {"word": each.word, "job_group": each.group, "likeness": each.likeness}
            for each in (understood.groups.values() if understood else ())
        ],
        "months": [{"month": month, "rows": rows, "hours": hours} for month, (rows, hours) in months.items()],
        "gaps": [{"first": first, "last": last} for first, last in gaps_of(months)],
        "set_aside": [
            {"reason": reason, "rows": rows, "hours": hours, "lines": [line for _, line in places]}
            for reason, rows, hours, places in aside_of(imported.files)
        ],
        "doubts": [
            {"key": each.key, "found": each.found, "advice": each.advice}
            for each in (understood.doubts if understood else ())
        ],
    }
