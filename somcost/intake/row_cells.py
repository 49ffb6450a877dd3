"""A row's cells by the profile: its period, job group and hours, and what else it tells."""

from collections.abc import Mapping
from typing import Literal, get_args

from somcost.intake import durations
from somcost.intake.answers import answer_of
from somcost.intake.periods import period_in
from somcost.model.calendar import Span
from somcost.model.profiles import DurationForm, ImportProfile, Mark, Meaning
from somcost.read.cells import Content, as_text

Reason = Literal[
    "total",
    "footer",
    "no_hours",
    "perhaps_total",
    "above",
    "alone",
    "hours_unread",
    "hours_negative",
    "date_missing",
    "date_unread",
    "group_missing",
    "group_unknown",
    "answer_unread",
    "id_missing",
    "start_missing",
    "start_unread",
    "end_unread",
    "end_before_start",
    "status_unknown",
    "no_amount",
    "amount_alone",
    "perhaps_balance",
    "amount_unread",
    "side_unread",
    "side_contradicts",
    "vat_unread",
    "vat_contradicts",
]
"""Why a row is set aside (årsag)."""
Cells = Mapping[Meaning, Content]
MARK: Mark = ","
"""The decimal mark of numbers of which no cell tells it: whole ones."""


class Unread(Exception):  # noqa: N818 - no fault of the program: the row is set aside
    """A cell cannot be read: the reason, and what it should have told."""

    def __init__(self, reason: Reason, meaning: Meaning) -> None:
        super().__init__(reason)
        self.reason: Reason = reason
        self.meaning: Meaning = meaning


def is_empty(cells: Cells, meaning: Meaning) -> bool:
    """Whether nothing stands in a cell, or there is none."""
    return not as_text(cells.get(meaning, "")).strip()


def span_in(cells: Cells, profile: ImportProfile) -> Span:
    """Read a row's period, with the year that a column of its own or the profile gives where it leaves it out.

    Raises:
        Unread: There is none, or it is written in another way.
    """
    if is_empty(cells, "date"):
        raise Unread("date_missing", "date")
    span = period_in(cells["date"], profile.columns["date"].form, year_in(cells, profile), bare=True)
    if span is None:
        raise Unread("date_unread", "date")
    return span


def year_in(cells: Cells, profile: ImportProfile) -> int | None:
    """Read the year of periods that do not say it; None where the row says none."""
    if "year" not in profile.columns:
        return profile.year
    year = period_in(cells["year"], "year", None)
    return None if year is None else year.start.year


class RowReader:
    """Reads the cells of a row.

    Attributes:
        profile: How they are written.
    """

    def __init__(self, profile: ImportProfile) -> None:
        self.profile = profile
        self._groups = profile.values.get("job_group", {})
        self._answers = profile.values.get("with_citizen", {})

    def span(self, cells: Cells) -> Span:
        """Read the period.

        Raises:
            Unread: There is none, or it is written in another way.
        """
        return span_in(cells, self.profile)

    def group(self, cells: Cells) -> str:
        """Read the job group.

        Raises:
            Unread: There is none, or the profile does not know the word.
        """
        if is_empty(cells, "job_group"):
            raise Unread("group_missing", "job_group")
        group = self._groups.get(as_text(cells["job_group"]).strip())
        if group is None:
            raise Unread("group_unknown", "job_group")
        return group

    def hours(self, cells: Cells) -> float:
        """Read the hours: as they stand, or from start to end without the pause.

        Raises:
            Unread: They are written in another way, or are under 0.
        """
        if "hours" in self.profile.columns:
            return self.duration(cells["hours"], self.profile.columns["hours"].form, "hours")
        start, end = cells.get("start_time"), cells.get("end_time")
        elapsed = None if start is None or end is None else durations.elapsed(start, end)
        if elapsed is None:
            raise Unread("hours_unread", "end_time")
        if is_empty(cells, "pause"):
            return elapsed
        pause = self.duration(cells["pause"], self.profile.columns["pause"].form, "pause")
        if pause > elapsed:
            raise Unread("hours_negative", "pause")
        return elapsed - pause

    def duration(self, content: Content, form: str, meaning: Meaning) -> float:
        """Read hours in a form.

        Raises:
            Unread: They are written in another way, or are under 0.
        """
        known = next((each for each in get_args(DurationForm) if each == form), None)
        mark = self.profile.decimal or MARK
        hours = None if known is None else durations.hours_of(content, form=known, mark=mark)
        if hours is None:
            raise Unread("hours_unread", meaning)
        if hours < 0:
            raise Unread("hours_negative", meaning)
        return hours

    def answer(self, cells: Cells) -> bool | None:
        """Read whether a citizen was there; None where that is not told.

        Raises:
            Unread: It is no yes and no no.
        """
        if "with_citizen" not in self.profile.columns:
            return None
        text = as_text(cells["with_citizen"]).strip()
        said = self._answers.get(text, cells["with_citizen"])
        if not as_text(said).strip():
            return None
        answer = answer_of(said)
        if answer is None:
            raise Unread("answer_unread", "with_citizen")
        return answer
