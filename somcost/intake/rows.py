"""An export's rows by its profile: registrations, and what is set aside with the reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from somcost.intake.layout import Region
from somcost.intake.read_rows import Cells, FillDown, RowsRead, SetAside, cell_at, rows_above, rows_under, told
from somcost.intake.row_cells import Reason, RowReader, Unread, is_empty, year_in
from somcost.intake.sheet import Sheet
from somcost.intake.sum_words import says_sum
from somcost.intake.summaries import Weighed, summaries
from somcost.intake.wide import AcrossColumns
from somcost.model.calendar import Span
from somcost.model.profiles import ImportProfile, Meaning
from somcost.read.cells import Content, as_text

WORDS: tuple[Meaning, ...] = ("employee", "activity", "phase", "case", "site", "course")


@dataclass(frozen=True, slots=True)
class Registered:
    """Hours of a job group in a period, and what else an export tells of them (registrering).

    Attributes:
        line: The line it stands on.
        span: The day, or the first and last day of a month, a week or a quarter.
        group: The job group.
        hours: Its hours.
        words: By meaning, what else is told.
        with_citizen: Whether a citizen was there; None where that is not told.
    """

    line: int
    span: Span
    group: str
    hours: float
    words: Mapping[Meaning, str]
    with_citizen: bool | None = None


def read_registrations(sheet: Sheet, region: Region, profile: ImportProfile) -> RowsRead[Registered]:
    """Read the rows of an export of time registrations.

    Args:
        sheet: The sheet.
        region: Where the table stands in it.
        profile: How it is to be read.
    """
    reading = _Reading(region, profile)
    for row, line in rows_above(sheet, region):
        reading.row_above(row, line)
    rows = list(rows_under(sheet, region))
    sums = summaries([reading.weighed(row, line) for row, line in rows], profile.sums)
    for row, line in told(sheet, rows):
        reading.row(row, line, sums.get(line))
    return reading.found


class _Reading:
    """Reads row after row, and remembers what is written once for the rows below."""

    def __init__(self, region: Region, profile: ImportProfile) -> None:
        self.reader, self.profile = RowReader(profile), profile
        self.places = {meaning: region.column(column.heading) for meaning, column in profile.columns.items()}
        self.across = AcrossColumns(profile, region.headings)
        self.fill_down = FillDown(profile.fill_down)
        self.found: RowsRead[Registered] = RowsRead()

    def weighed(self, row: Sequence[Content], line: int) -> Weighed:
        """Give a row as it is weighed against those around it."""
        cells = self._cells(row)
        filled = frozenset(place for place, cell in enumerate(row) if as_text(cell).strip())
        numbers, says = self._numbers(row, cells), says_sum(row)
        return Weighed(line, numbers, filled, says, says and any(numbers) and self._is_like_a_registration(cells))

    def row_above(self, row: Sequence[Content], line: int) -> None:
        """Set a row above the header aside if it is written like those under it; titles are passed over."""
        cells = self._cells(row)
        hours = sum(self._numbers(row, cells))
        if hours and self._is_like_a_registration(cells):
            self.found.aside.append(SetAside(line, 0, "above", hours))

    def row(self, row: Sequence[Content], line: int, summary: Reason | None) -> None:
        """Read a row, or set it aside: for the reason that it sums others up, or for one of its own."""
        cells = self._cells(row)
        filled = sum(bool(as_text(cell).strip()) for cell in row)
        if summary is not None:
            hours = sum(self._numbers(row, cells))
            self.found.aside.append(SetAside(line, 0, summary, hours or None))
        elif not self._holds_hours(row, cells):
            self._aside(line, 0, "no_hours" if self._names_a_period(cells) else "footer")
            self.fill_down.filled(cells)
        elif filled == 1 and not self.across.places:
            self._aside(line, self._column("hours"), "alone", lambda: self.reader.hours(cells))
        elif self.across.places:
            self._wide(row, self.fill_down.filled(cells), line)
        else:
            self._long(self.fill_down.filled(cells), line)

    def _cells(self, row: Sequence[Content]) -> Cells:
        return {meaning: cell_at(row, place) for meaning, place in self.places.items()}

    def _numbers(self, row: Sequence[Content], cells: Cells) -> tuple[float, ...]:
        """Give a row's hours, a number a column where columns stand across; 0 where they cannot be read."""
        across = self.profile.across
        if across is None:
            return (self._known(lambda: self.reader.hours(cells)) or 0.0,)
        return tuple(
            self._known(partial(self.reader.duration, cell_at(row, place), across.hours, "hours")) or 0.0
            for place in self.across.places
        )

    def _is_like_a_registration(self, cells: Cells) -> bool:
        """Whether a row has a period and a job group of its own, as far as its columns tell them."""
        try:
            if "date" in self.places:
                self.reader.span(cells)
        except Unread:
            return False
        return "job_group" not in self.places or not (is_empty(cells, "job_group") or says_sum([cells["job_group"]]))

    def _holds_hours(self, row: Sequence[Content], cells: Cells) -> bool:
        if self.across.places:
            return any(as_text(cell_at(row, place)).strip() for place in self.across.places)
        return not is_empty(cells, "hours" if "hours" in self.places else "end_time")

    def _names_a_period(self, cells: Cells) -> bool:
        try:
            return "date" in self.places and self.reader.span(cells) is not None
        except Unread:
            return False

    def _long(self, cells: Cells, line: int) -> None:
        read = self.reader
        try:
            one = Registered(
                line, read.span(cells), read.group(cells), read.hours(cells), self._words(cells), read.answer(cells)
            )
        except Unread as unread:
            self._aside(line, self._column(unread.meaning), unread.reason, lambda: read.hours(cells))
        else:
            self.found.registered.append(one)

    def _wide(self, row: Sequence[Content], cells: Cells, line: int) -> None:
        across, of = self.profile.across, self.across.of(year_in(cells, self.profile))
        for place in self.across.places:
            content, over = cell_at(row, place), of.get(place)
            if across is None or not as_text(content).strip():
                continue
            try:
                hours = self.reader.duration(content, across.hours, "hours")
                span = _span_across(over) if across.over == "period" else self.reader.span(cells)
                group = over if isinstance(over, str) else self.reader.group(cells)
                words, answer = self._words(cells), self.reader.answer(cells)
            except Unread as unread:
                column = place + 1 if unread.meaning == "hours" else self._column(unread.meaning)
                self._aside(line, column, unread.reason, partial(self.reader.duration, content, across.hours, "hours"))
            else:
                self.found.registered.append(Registered(line, span, group, hours, words, answer))

    def _words(self, cells: Cells) -> dict[Meaning, str]:
        """Give what else is told, mapped where the profile maps it."""
        texts = {meaning: as_text(cells[meaning]).strip() for meaning in WORDS if not is_empty(cells, meaning)}
        return {meaning: self.profile.values.get(meaning, {}).get(text, text) for meaning, text in texts.items()}

    def _column(self, meaning: Meaning) -> int:
        return self.places.get(meaning, -1) + 1

    def _aside(self, line: int, column: int, reason: Reason, hours: Callable[[], float] | None = None) -> None:
        """Set a row aside, with its hours where they can be read."""
        self.found.aside.append(SetAside(line, column, reason, None if hours is None else self._known(hours)))

    @staticmethod
    def _known(hours: Callable[[], float]) -> float | None:
        """Give hours; None where they cannot be read."""
        try:
            return hours()
        except (Unread, KeyError):
            return None


def _span_across(over: Span | str | None) -> Span:
    """Give the period of a column across.

    Raises:
        Unread: Its year is not known, or it has no such period.
    """
    if not isinstance(over, Span):
        raise Unread("date_unread", "date")
    return over
