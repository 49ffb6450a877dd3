"""Danish working days and months."""

import calendar
import datetime as dt

DAY = dt.timedelta(days=1)
SATURDAY = 5


def easter(year: int) -> dt.date:
    """Give Easter Sunday (the anonymous Gregorian algorithm).

    >>> easter(2018), easter(2019)
    (datetime.date(2018, 4, 1), datetime.date(2019, 4, 21))
    """
    century, golden = year // 100, year % 19
    corrections = century // 4 + (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - corrections + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - epact - year % 100 % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def holidays(year: int) -> frozenset[dt.date]:
    """Give the weekdays on which municipal offices are closed, Store Bededag included."""
    moving = (-3, -2, 1, 26, 39, 50)
    fixed = ((1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31))
    return frozenset({easter(year) + after * DAY for after in moving} | {dt.date(year, *day) for day in fixed})


def days_between(start: dt.date, end: dt.date) -> list[dt.date]:
    """Give every day from the first to the last, both included."""
    return [start + number * DAY for number in range((end - start).days + 1)]


def working_days(start: dt.date, end: dt.date) -> list[dt.date]:
    """Give the working days from the first to the last day, both included."""
    days = days_between(start, end)
    return [day for day in days if day.weekday() < SATURDAY and day not in holidays(day.year)]


def month_share(day: dt.date) -> float:
    """Give the share of its month that a day is."""
    return 1 / calendar.monthrange(day.year, day.month)[1]


def months(start: dt.date, end: dt.date) -> float:
    """Count calendar months, a part of a month by its days.

    >>> months(dt.date(2018, 3, 1), dt.date(2018, 4, 15))
    1.5
    """
    return round(sum(map(month_share, days_between(start, end))), 9)


def month_of(day: dt.date) -> str:
    """Name a day's month, 2018-03."""
    return f"{day:%Y-%m}"
