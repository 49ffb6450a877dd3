"""Dates and periods as systems and people write them: 12.03.18, marts 2018, uge 12 2018, 1. kvt. 2018."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import get_args

from babel import Locale

from somcost.model.calendar import Span, last_day
from somcost.model.profiles import PeriodForm
from somcost.read.cells import Content, as_text

FORMS: tuple[PeriodForm, ...] = get_args(PeriodForm)
WITHOUT_YEAR: tuple[PeriodForm, ...] = ("month", "week", "quarter", "half-year")
"""Forms that may leave the year to a title, or to a column of its own."""
ANY_YEAR = 2020
"""A year by which periods are known as such, before the one that is meant is; it has 53 weeks and a leap day."""
FIRST, LAST = 1990, 2100
"""Years between which a period lies; what lies beyond is another number."""
DAY_ZERO = dt.date(1899, 12, 30)
CENTURY = 70
LONGEST = 40
WEEKDAY = r"(?:(?:man|tirs?|ons|tors?|fre|lør|søn)(?:dag)?\.? ?(?:d(?:en)?\.? ?)?|(?:d(?:en)?\.? ?))?"
TIME = r"(?:[ t](?:kl\.? ?)?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:[.,][0-9]+)?)?z?)?"
DAY_FIRST = re.compile(rf"{WEEKDAY}([0-9]{{1,2}})([-./ ]) ?([0-9]{{1,2}})\2 ?([0-9]{{4}}){TIME}", re.ASCII)
SHORT = re.compile(rf"{WEEKDAY}([0-9]{{1,2}})([-./]) ?([0-9]{{1,2}})\2 ?([0-9]{{2}}){TIME}", re.ASCII)
DAY_SLASH_MONTH = re.compile(rf"{WEEKDAY}([0-9]{{1,2}})/([0-9]{{1,2}})[ -]+([0-9]{{4}}){TIME}", re.ASCII)
YEAR_FIRST = re.compile(rf"([0-9]{{4}})([-./]?)([0-9]{{2}})\2([0-9]{{2}}){TIME}", re.ASCII)
NAMED_DAY = re.compile(rf"{WEEKDAY}([0-9]{{1,2}})\.? ?([a-zæøå]+)\.?,? ?([0-9]{{4}}|[0-9]{{2}}){TIME}", re.ASCII)
NAMED_MONTH = re.compile(r"([a-zæøå]+)\.?[ '’-]{0,2}([0-9]{4}|[0-9]{2})|([0-9]{4})[ -]?([a-zæøå]+)\.?", re.ASCII)
MONTH = re.compile(r"([0-9]{4})(?:[-/. ]|m)?([0-9]{2})|([0-9]{1,2})[-/. ]([0-9]{4})", re.ASCII)
WEEK = re.compile(
    r"(?:uge|u|week|w)\.? ?-?([0-9]{1,2})[, /-]{0,2}([0-9]{4})"
    r"|([0-9]{4})[, /-]{0,2}(?:uge|u|week|w)\.? ?-?([0-9]{1,2})",
    re.ASCII,
)
QUARTER = re.compile(
    r"([1-4])\.? ?(?:kvt|kvartal|kv|quarter)\.?,? ?([0-9]{4})|(?:k|q|kvt\.?|kvartal) ?([1-4])[ ,/-]{0,2}([0-9]{4})"
    r"|([0-9]{4})[ -]?(?:k|q|kvt\.?|kvartal) ?([1-4])|([0-9]{4}),? ([1-4])\.? ?(?:kvt|kvartal|kv)\.?",
    re.ASCII,
)
HALF_YEAR = re.compile(
    r"([12])\.? ?(?:halvår|half-?year),? ?([0-9]{4})|([0-9]{4}),? ?([12])\.? ?halvår|h ?([12])[ -]?([0-9]{4})"
    r"|([0-9]{4})[ -]?h ?([12])",
    re.ASCII,
)
NUMBER = re.compile(r"([0-9]{1,2})\.?", re.ASCII)
IN_FULL: Mapping[PeriodForm, str] = {
    "month": "{number}-{year}",
    "week": "uge {number} {year}",
    "quarter": "{number}. kvartal {year}",
    "half-year": "{number}. halvår {year}",
}
"""What a bare number says under a heading that names the form."""
HEADED: Mapping[PeriodForm, frozenset[str]] = {
    "month": frozenset({"måned", "månednr", "månedsnr", "månedsnummer", "mdr", "md", "month"}),
    "week": frozenset({"uge", "ugenr", "ugenummer", "week"}),
    "quarter": frozenset({"kvartal", "kvartalsnr", "kvt", "quarter"}),
    "half-year": frozenset({"halvår", "halvårsnr"}),
}
"""The words of headings under which bare numbers are of a form."""


def period_of(content: Content, *, form: PeriodForm) -> Span | None:
    """Give the first and last day that a cell names; None where it is not written so. A time of day is dropped.

    >>> span = period_of("uge 12 2018", form="week")
    >>> str(span.start), str(span.end)
    ('2018-03-19', '2018-03-25')
    """
    if isinstance(content, dt.date):
        day = content.date() if isinstance(content, dt.datetime) else content
        return _within(Span(day, day)) if form == "typed" else None
    if not isinstance(content, str | float):
        return None
    text = " ".join(as_text(content).casefold().split())
    if not text or len(text) > LONGEST:
        return None
    try:
        return _within(READERS[form](text))
    except (ValueError, OverflowError):
        return None


def forms_of(contents: Iterable[Content], *, year: int | None = None, heading: str = "") -> dict[PeriodForm, float]:
    """Give the share of cells that each form reads; two forms that read all show that nothing tells them apart.

    Args:
        contents: The cells.
        year: The year of periods that do not say it.
        heading: What stands above them, by which bare numbers are weeks, months or quarters.
    """
    cells = [content for content in contents if as_text(content).strip()]
    words = set(re.findall(r"\w+", heading.casefold()))
    bare = {form: not words.isdisjoint(HEADED.get(form, ())) for form in FORMS}
    shares = {form: sum(period_in(cell, form, year, bare=bare[form]) is not None for cell in cells) for form in FORMS}
    return {form: count / len(cells) for form, count in shares.items() if count}


def period_in(content: Content, form: str, year: int | None, *, bare: bool = False) -> Span | None:
    """Give the period that a cell or heading names, with the year it leaves out.

    Args:
        content: The cell.
        form: How it is written.
        year: Its year, where it does not say it.
        bare: Whether it may be a number alone.

    >>> period_in("uge 12", "week", None), str(period_in("uge 12", "week", 2018).start)
    (None, '2018-03-19')
    >>> period_in("12", "week", 2018), str(period_in(12.0, "week", 2018, bare=True).start)
    (None, '2018-03-19')
    """
    known = next((each for each in FORMS if each == form), None)
    if known is None:
        return None
    span = period_of(content, form=known)
    if span is not None or year is None or known not in WITHOUT_YEAR:
        return span
    number = NUMBER.fullmatch(as_text(content).strip())
    if number is not None:
        return period_of(IN_FULL[known].format(number=number[1], year=year), form=known) if bare else None
    if not isinstance(content, str) or not any(map(str.isalpha, content)):
        return None
    return period_of(f"{content} {year}", form=known)


def _within(span: Span | None) -> Span | None:
    return span if span is not None and FIRST <= span.start.year <= LAST else None


def _day(year: str, month: str, day: str) -> Span:
    date = dt.date(_year(year), int(month), int(day))
    return Span(date, date)


def _year(text: str) -> int:
    if len(text) > len("18"):
        return int(text)
    return int(text) + (2000 if int(text) < CENTURY else 1900)


def _day_first(text: str) -> Span | None:
    found = DAY_FIRST.fullmatch(text)
    if found:
        return _day(found[4], found[3], found[1])
    found = DAY_SLASH_MONTH.fullmatch(text)
    if found:
        return _day(found[3], found[2], found[1])
    found = NAMED_DAY.fullmatch(text)
    return _day(found[3], str(_months()[found[2]]), found[1]) if found and found[2] in _months() else None


def _month_first(text: str) -> Span | None:
    found = DAY_FIRST.fullmatch(text)
    return _day(found[4], found[1], found[3]) if found else None


def _year_first(text: str) -> Span | None:
    found = YEAR_FIRST.fullmatch(text)
    return _day(found[1], found[3], found[4]) if found else None


def _short(text: str) -> Span | None:
    found = SHORT.fullmatch(text)
    return _day(found[4], found[3], found[1]) if found else None


def _month(text: str) -> Span | None:
    found = MONTH.fullmatch(text)
    if found:
        year, month = (found[1], found[2]) if found[1] else (found[4], found[3])
        return _of_month(int(year), int(month))
    found = NAMED_MONTH.fullmatch(text)
    if found is None:
        return None
    name, year = (found[1], found[2]) if found[1] else (found[4], found[3])
    return _of_month(_year(year), _months()[name]) if name in _months() else None


def _of_month(year: int, month: int) -> Span:
    first = dt.date(year, month, 1)
    return Span(first, last_day(first))


def _week(text: str) -> Span | None:
    found = WEEK.fullmatch(text)
    if found is None:
        return None
    week, year = (found[1], found[2]) if found[1] else (found[4], found[3])
    monday = dt.date.fromisocalendar(int(year), int(week), 1)
    return Span(monday, monday + dt.timedelta(days=6))


def _quarter(text: str) -> Span | None:
    found = QUARTER.fullmatch(text)
    if found is None:
        return None
    quarter, year = next((found[q], found[y]) for q, y in ((1, 2), (3, 4), (6, 5), (8, 7)) if found[q] and found[y])
    first = dt.date(int(year), 3 * int(quarter) - 2, 1)
    return Span(first, last_day(first.replace(month=first.month + 2)))


def _half_year(text: str) -> Span | None:
    found = HALF_YEAR.fullmatch(text)
    if found is None:
        return None
    half, year = next((found[h], found[y]) for h, y in ((1, 2), (4, 3), (5, 6), (8, 7)) if found[h] and found[y])
    first = dt.date(int(year), 6 * int(half) - 5, 1)
    return Span(first, last_day(first.replace(month=first.month + 5)))


def _whole_year(text: str) -> Span | None:
    if re.fullmatch(r"[0-9]{4}", text, re.ASCII) is None:
        return None
    return Span(dt.date(int(text), 1, 1), dt.date(int(text), 12, 31))


def _serial(text: str) -> Span | None:
    if re.fullmatch(r"[0-9]{5}(?:\.0*)?", text, re.ASCII) is None:
        return None
    day = DAY_ZERO + dt.timedelta(days=int(float(text)))
    return Span(day, day)


@cache
def _months() -> Mapping[str, int]:
    """Give Danish and English names of months, long and short, with their number."""
    names: dict[str, int] = {}
    for language in ("en", "da"):
        for width in ("wide", "abbreviated"):
            for number, name in Locale(language).months["format"][width].items():
                names[name.casefold().rstrip(".")] = number
    return {**names, "sept": 9, "okt": 10, "maj": 5}


READERS: Mapping[PeriodForm, Callable[[str], Span | None]] = {
    "dd-mm-yyyy": _day_first,
    "mm-dd-yyyy": _month_first,
    "yyyy-mm-dd": _year_first,
    "dd-mm-yy": _short,
    "month": _month,
    "week": _week,
    "quarter": _quarter,
    "half-year": _half_year,
    "year": _whole_year,
    "serial": _serial,
    "typed": lambda text: None,  # noqa: ARG005 - a text is no date cell
}
