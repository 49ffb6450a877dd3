"""Hours as systems and people write them: 7,4 · 7:24 · 7 t 24 min · 444 min, and 7.24 where somebody says so."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from typing import get_args

from somcost.model.profiles import DurationForm
from somcost.read.cells import Content, as_text
from somcost.read.number_cells import MARKS, Mark, decimal_number, hours_by_clock

FORMS: tuple[DurationForm, ...] = get_args(DurationForm)
GUESSED: tuple[DurationForm, ...] = ("decimal", "clock", "words", "minutes", "mixed")
"""Forms that cells tell; that 7,30 is seven and a half hours is nobody's guess."""
HOURS, MINUTES = r"t|tim|time|timer|h|hours?", r"m|min|minut|minutter|minutes"
IN_WORDS = re.compile(
    rf"(?P<sign>-)? ?(?:(?P<hours>[0-9]{{1,6}}(?:[.,][0-9]{{1,4}})?)?(?P<half>½)? ?(?:{HOURS})\.?)?"
    rf" ?(?:og )?(?:(?P<minutes>[0-9]{{1,6}}) ?(?:{MINUTES})\.?)?"
)
AFTER_MARK = re.compile(r"(-?)([0-9]{1,6})(?:[.,:]([0-9]{1,2}))?")
ONLY_MINUTES = re.compile(rf"(-?[0-9]{{1,7}}) ?(?:{MINUTES})?\.?")
OF_DAY = re.compile(r"(?:kl\.? ?)?([0-9]{1,2})(?:[.:]?([0-5][0-9]))(?:[.:][0-5][0-9])?")
DAY = 24.0
LONGEST_OVER_MIDNIGHT = 12.0
LONGEST = 40
"""Characters that a duration has at most; longer cells are not looked at."""
MINUTE_WORDS = {"minutter", "min", "minutes"}


def hours_of(content: Content, *, form: DurationForm, mark: Mark) -> float | None:
    """Give the hours that a cell says; None where it is not written so.

    Args:
        content: The cell.
        form: How it is written.
        mark: The decimal mark of numbers that are text.

    >>> [hours_of(text, form="words", mark=",") for text in ("7 t 24 min", "444 min", "1½ time", "7,4")]
    [7.4, 7.4, 1.5, None]
    """
    if isinstance(content, dt.time | dt.timedelta):
        return hours_by_clock(content) if form in ("clock", "mixed") else None
    if isinstance(content, float):
        return _of_number(content, form)
    text = " ".join(as_text(content).casefold().split())
    if not text or len(text) > LONGEST:
        return None
    return READERS[form](text, mark)


def _of_number(number: float, form: DurationForm) -> float | None:
    """Read a workbook's number in a form."""
    if not abs(number) < float("inf"):
        return None
    if form == "h.mm":
        return _after_mark(format(number, ".10g"), ".")
    return number / 60 if form == "minutes" else number if form in ("decimal", "mixed") else None


def _clock(text: str, mark: Mark) -> float | None:
    del mark
    return hours_by_clock(text)


def _words(text: str, mark: Mark) -> float | None:
    del mark
    found = IN_WORDS.fullmatch(text)
    if found is None or not any(found[name] for name in ("hours", "half", "minutes")):
        return None
    hours = float((found["hours"] or "0").replace(",", ".")) + (0.5 if found["half"] else 0.0)
    amount = (60 * hours + int(found["minutes"] or 0)) / 60
    return -amount if found["sign"] else amount


def _minutes(text: str, mark: Mark) -> float | None:
    """Read minutes, with their unit or without; hours that say so are hours."""
    found = ONLY_MINUTES.fullmatch(text)
    return _words(text, mark) if found is None else int(found[1]) / 60


def _mixed(text: str, mark: Mark) -> float | None:
    """Read what says itself how it is written, and plain numbers as hours."""
    read = (reader(text, mark) for reader in (decimal_number, _clock, _words))
    return next((hours for hours in read if hours is not None), None)


def _after_mark(text: str, mark: Mark) -> float | None:
    """Read hours with minutes after a mark, 7,30 or 7.30; of one digit the 0 was dropped."""
    del mark
    found = AFTER_MARK.fullmatch(text)
    minutes = 0 if found is None or not found[3] else int(found[3].ljust(2, "0"))
    if found is None or minutes >= 60:  # noqa: PLR2004 - minutes of an hour
        return None
    hours = int(found[2]) + minutes / 60
    return -hours if found[1] else hours


READERS: Mapping[DurationForm, Callable[[str, Mark], float | None]] = {
    "decimal": decimal_number,
    "clock": _clock,
    "words": _words,
    "minutes": _minutes,
    "mixed": _mixed,
    "h.mm": _after_mark,
}


def says_minutes(heading: str) -> bool:
    """Whether a heading says that plain numbers are minutes."""
    return not MINUTE_WORDS.isdisjoint(re.findall(r"\w+", heading.casefold()))


def forms_of(contents: Iterable[Content], *, heading: str) -> dict[DurationForm, float]:
    """Give the share of cells that each form reads, the likeliest first; plain numbers are minutes if it says so.

    Cells are mixed where no one form reads as many; under minutes no plain number is of hours, so that none are mixed.
    """
    cells = [content for content in contents if as_text(content).strip()]
    if not cells:
        return {}
    in_minutes = says_minutes(heading)
    shares = {form: max(_share(cells, form, mark) for mark in MARKS) for form in GUESSED}
    shares["mixed"] = 0.0 if in_minutes else shares["mixed"]
    order = sorted(GUESSED, key=lambda form: (-shares[form], (form == "minutes") is not in_minutes, FORMS.index(form)))
    return {form: shares[form] for form in order if shares[form]}


def _share(cells: list[Content], form: DurationForm, mark: Mark) -> float:
    return sum(hours_of(cell, form=form, mark=mark) is not None for cell in cells) / len(cells)


def mark_of(contents: Iterable[Content]) -> Mark | None:
    """Give the decimal mark that a cell settles, since only one reading makes it a number; None where none does."""
    for content in contents:
        if isinstance(content, str):
            read = [mark for mark in MARKS if decimal_number(content.strip(), mark) is not None]
            if len(read) == 1 and not content.strip().lstrip("+-").isdigit():
                return read[0]
    return None


def elapsed(start: Content, end: Content) -> float | None:
    """Give the hours from one time to another; None where either is no time.

    An end before the start is on the next day where neither says a day and at most twelve hours lie between.

    >>> elapsed("08:15", "15.45"), elapsed("22:00", "06:00"), elapsed("08:15", "08:00")
    (7.5, 8.0, None)
    """
    first, last = _time_of(start), _time_of(end)
    if first is None or last is None:
        return None
    (first_day, begun), (last_day, ended) = first, last
    if first_day is not None and last_day is not None:
        hours = DAY * (last_day - first_day).days + ended - begun
        return hours if hours >= 0 else None
    hours = ended - begun
    if hours >= 0:
        return hours
    over = hours + DAY
    return over if over <= LONGEST_OVER_MIDNIGHT and first_day is None and last_day is None else None


def _time_of(content: Content) -> tuple[dt.date | None, float] | None:
    """Give a time of day in hours, with its day where it says one."""
    if isinstance(content, dt.datetime):
        return content.date(), hours_by_clock(content.time()) or 0.0
    if isinstance(content, dt.time | dt.timedelta):
        hours = hours_by_clock(content)
        return (None, hours) if hours is not None and 0 <= hours <= DAY else None
    if not isinstance(content, str) or len(content) > LONGEST:
        return None
    return _written_time(" ".join(content.casefold().split()))


def _written_time(text: str) -> tuple[dt.date | None, float] | None:
    day, _, time = text.rpartition(" ")
    found = OF_DAY.fullmatch(time if day and day != "kl." else text)
    if found is None or int(found[1]) > DAY:
        return None
    date = _day(day) if day and day != "kl." else None
    if day and day != "kl." and date is None:
        return None
    return date, int(found[1]) + int(found[2]) / 60


def _day(text: str) -> dt.date | None:
    from somcost.intake.periods import FORMS as PERIODS  # noqa: PLC0415 - periods are read without times
    from somcost.intake.periods import period_of  # noqa: PLC0415 - as above

    spans = (period_of(text.removesuffix(" kl."), form=form) for form in PERIODS)
    return next((span.start for span in spans if span is not None and span.start == span.end), None)
