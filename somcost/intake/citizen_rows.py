"""The rows of a list of citizens by its profile: stays, and what is set aside with the reason."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from somcost.intake.layout import Region
from somcost.intake.open_ends import is_open_end
from somcost.intake.periods import period_in
from somcost.intake.read_rows import Cells, FillDown, RowsRead, SetAside, cell_at, rows_above, rows_under, told
from somcost.intake.row_cells import Reason, Unread, is_empty
from somcost.intake.sheet import Sheet
from somcost.intake.sum_words import says_sum
from somcost.intake.summaries import SAID
from somcost.model.profiles import ImportProfile, Meaning
from somcost.model.tables import Status
from somcost.read.cells import Content, as_text

SENTENCE = 3
"""Words in the one cell of a row that make it text beside the list, and no citizen without dates."""


@dataclass(frozen=True, slots=True)
class Stay:
    """A citizen's time in the intervention as a row tells it (ophold).

    Attributes:
        line: The line it stands on.
        id: The citizen, as it stands in the export; it never leaves so.
        start: The first day.
        end: The last day; None where the citizen is still there.
        status: The status; None where that is not told.
        site: The site; None where that is not told.
    """

    line: int
    id: str
    start: dt.date
    end: dt.date | None = None
    status: Status | None = None
    site: str | None = None


def read_citizens(sheet: Sheet, region: Region, profile: ImportProfile) -> RowsRead[Stay]:
    """Read the rows of a list of citizens (borgerliste).

    Args:
        sheet: The sheet.
        region: Where the table stands in it.
        profile: How it is to be read.
    """
    places = {meaning: region.column(column.heading) for meaning, column in profile.columns.items()}
    found: RowsRead[Stay] = RowsRead()
    fill_down = FillDown(profile.fill_down)
    for row, line in rows_above(sheet, region):
        if _is_like_a_stay({meaning: cell_at(row, place) for meaning, place in places.items()}, profile):
            found.aside.append(SetAside(line, 0, "above"))
    for row, line in told(sheet, rows_under(sheet, region)):
        cells = {meaning: cell_at(row, place) for meaning, place in places.items()}
        try:
            _refuse_text(row, cells, profile)
            found.registered.append(_stay(fill_down.filled(cells), profile, line))
        except Unread as unread:
            column = 0 if unread.reason in ("total", "footer") else places.get(unread.meaning, -1) + 1
            found.aside.append(SetAside(line, column, unread.reason))
    return found


def _refuse_text(row: Sequence[Content], cells: Cells, profile: ImportProfile) -> None:
    """Refuse what is a sum, or text beside the list."""
    if says_sum(row):
        reason = SAID[profile.sums] if _is_like_a_stay(cells, profile) else "total"
        if reason is not None:
            raise Unread(reason, "id")
    texts = [text for cell in row if (text := as_text(cell).strip())]
    says_nothing = is_empty(cells, "id") and is_empty(cells, "start") and is_open_end(cells.get("end", ""))
    if says_nothing or (len(texts) == 1 and len(texts[0].split()) >= SENTENCE):
        raise Unread("footer", "id")


def _is_like_a_stay(cells: Cells, profile: ImportProfile) -> bool:
    """Whether a row has a citizen and a first day."""
    if is_empty(cells, "id") or "start" not in cells:
        return False
    return period_in(cells["start"], profile.columns["start"].form, profile.year) is not None


def _stay(cells: Cells, profile: ImportProfile, line: int) -> Stay:
    if is_empty(cells, "id"):
        raise Unread("id_missing", "id")
    if is_empty(cells, "start"):
        raise Unread("start_missing", "start")
    start = _day(cells, "start", profile, "start_unread")
    end = None if is_open_end(cells.get("end", "")) else _day(cells, "end", profile, "end_unread")
    if end is not None and end < start:
        raise Unread("end_before_start", "end")
    site = as_text(cells.get("site", "")).strip()
    site = profile.values.get("site", {}).get(site, site)
    return Stay(line, as_text(cells["id"]).strip(), start, end, _status(cells, profile), site or None)


def _day(cells: Cells, meaning: Meaning, profile: ImportProfile, reason: Reason) -> dt.date:
    span = period_in(cells[meaning], profile.columns[meaning].form, profile.year)
    if span is None or span.start != span.end:
        raise Unread(reason, meaning)
    return span.start


def _status(cells: Cells, profile: ImportProfile) -> Status | None:
    if is_empty(cells, "status"):
        return None
    status = profile.values.get("status", {}).get(as_text(cells["status"]).strip())
    if status is None:
        raise Unread("status_unknown", "status")
    return status
