"""From what was read of lists of citizens to the project's own list, and what is to be known before it is used."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from somcost.intake.citizen_rows import Stay
from somcost.intake.pseudonyms import Pseudonyms
from somcost.intake.re_entries import Overlap, Placed, by_citizen, overlaps, re_entered, settled
from somcost.intake.read_rows import RowsRead
from somcost.intake.understood import Doubt
from somcost.model.calendar import Span, days_by_month, days_in_month
from somcost.model.profiles import ImportProfile, ReEntries
from somcost.model.tables import Citizens, TableFile

Reads = Sequence[tuple[str, RowsRead[Stay]]]


@dataclass(frozen=True, slots=True)
class Described:
    """What lists of citizens hold (borgere i udtrækket).

    Attributes:
        citizens: How many citizens.
        stays: How many stays.
        months: Months of all stays, those without an end counted to the last date there is.
        first: The first start; None where there are no stays.
        last: The last date, start or end.
        without_end: Stays without an end.
        re_entered: Citizens with several stays.
        re_entries: The stays of those.
        overlaps: Stays of one citizen that overlap.
    """

    citizens: int
    stays: int
    months: float
    first: dt.date | None
    last: dt.date | None
    without_end: int
    re_entered: int
    re_entries: int
    overlaps: Sequence[Overlap]


def citizens_of(reads: Reads, names: Pseudonyms | None = None, re_entries: ReEntries | None = None) -> Citizens:
    """Give the citizens of one list or several, each id once (borgere).

    Ids become running numbers in the order they come, or pseudonyms that stay the same from file to file; where stays
    count each, the second of a pseudonym ends in -2.

    Args:
        reads: Each file's name, and what was read of it.
        names: Gives pseudonyms; running numbers without them.
        re_entries: Whether several stays of a citizen are merged or counted.
    """
    rows = settled(by_citizen(placed(reads)), re_entries)
    stays = [each.stay for *_, each in rows]
    return Citizens(
        files=tuple(TableFile(name, {}) for name, _ in reads),
        file=[each.file for *_, each in rows],
        line=[stay.line for stay in stays],
        id=[_name(citizen, of, number, names) for number, (citizen, of, _) in enumerate(rows, start=1)],
        start=[stay.start for stay in stays],
        end=[stay.end for stay in stays],
        status=[stay.status for stay in stays],
        site=[stay.site for stay in stays],
    )


def _name(citizen: str, of: int, number: int, names: Pseudonyms | None) -> str:
    if names is None:
        return str(number)
    name = names.of(citizen, "citizen")
    return name if of == 1 else f"{name}-{of}"


def placed(reads: Reads) -> list[Placed]:
    """Give every stay with its file."""
    return [Placed(file, stay) for file, (_, read) in enumerate(reads) for stay in read.registered]


def described(reads: Reads) -> Described:
    """Describe lists of citizens."""
    every = placed(reads)
    stays = [each.stay for each in every]
    citizens = by_citizen(every)
    last = max((stay.end or stay.start for stay in stays), default=None)
    several, their_stays = re_entered(citizens)
    return Described(
        citizens=len(citizens),
        stays=len(stays),
        months=sum(months_between(stay.start, stay.end or last or stay.start) for stay in stays),
        first=min((stay.start for stay in stays), default=None),
        last=last,
        without_end=sum(stay.end is None for stay in stays),
        re_entered=several,
        re_entries=their_stays,
        overlaps=overlaps(citizens),
    )


def months_between(start: dt.date, end: dt.date) -> float:
    """Give the calendar months from a day to another, both included; of a part, its days over the month's.

    >>> months_between(dt.date(2018, 3, 17), dt.date(2018, 4, 30))
    1.4838709677419355
    """
    return sum(inside / days_in_month(month) for month, inside in days_by_month(Span(start, end)))


def questions_of_citizens(reads: Reads, profile: ImportProfile) -> Iterator[Doubt]:
    """Ask what several stays of a citizen are, where there are any and nobody has said."""
    citizens = by_citizen(placed(reads))
    several, stays = re_entered(citizens)
    if several and profile.re_entries is None:
        some = "1 citizen has" if several == 1 else f"{several} citizens have"
        crossing = len(overlaps(citizens))
        beside = f", of which {crossing} overlap an earlier one" if crossing else ""
        advice = (
            "Say --re-entries merged to make one row of each, from the first start to the last end, or --re-entries "
            "counted to count every stay as a citizen of its own (`re_entries` in a profile)."
        )
        yield Doubt("re_entries", f"{some} several stays, {stays} in all{beside}", advice)
