"""Citizens with several stays: how many they are, which stays overlap, and the stays made into one or counted each."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from somcost.intake.citizen_rows import Stay
from somcost.intake.pseudonyms import same
from somcost.model.profiles import ReEntries

NEVER = dt.date.max


@dataclass(frozen=True, slots=True)
class Placed:
    """A stay and the number of the file it stands in."""

    file: int
    stay: Stay


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two stays of one citizen of which the second begins before the first has ended."""

    first: Placed
    second: Placed


def by_citizen(stays: Iterable[Placed]) -> dict[str, list[Placed]]:
    """Give each citizen's stays by their start, citizens in the order they come; blanks and case tell none apart."""
    found: dict[str, list[Placed]] = {}
    for each in stays:
        found.setdefault(same(each.stay.id), []).append(each)
    return {citizen: sorted(own, key=lambda each: each.stay.start) for citizen, own in found.items()}


def re_entered(citizens: Mapping[str, Sequence[Placed]]) -> tuple[int, int]:
    """Give how many citizens have several stays, and how many stays they have together."""
    several = [len(own) for own in citizens.values() if len(own) > 1]
    return len(several), sum(several)


def overlaps(citizens: Mapping[str, Sequence[Placed]]) -> list[Overlap]:
    """Give the stays of one citizen that overlap, each with the earlier one that lasts longest; both days count."""
    found: list[Overlap] = []
    for own in citizens.values():
        longest = own[0]
        for each in own[1:]:
            if each.stay.start <= last_day(longest.stay):
                found.append(Overlap(longest, each))
            longest = max(longest, each, key=lambda one: last_day(one.stay))
    return found


def last_day(stay: Stay) -> dt.date:
    """Give the last day of a stay; of one without an end, the last there is."""
    return stay.end or NEVER


def settled(citizens: Mapping[str, Sequence[Placed]], how: ReEntries | None) -> list[tuple[str, int, Placed]]:
    """Give the rows of the project's list: the citizen, which of the citizen's rows it is (from 1), and the stay.

    Merged stays run from the first start to the last end, with the status and the site of the stay that began last; if
    that has no end, they have none.

    Args:
        citizens: Each citizen's stays by their start.
        how: Whether they are merged into one, or each is a row.
    """
    if how == "merged":
        return [(citizen, 1, _merged(own)) for citizen, own in citizens.items()]
    return [(citizen, number, each) for citizen, own in citizens.items() for number, each in enumerate(own, start=1)]


def _merged(own: Sequence[Placed]) -> Placed:
    first, last = own[0].stay, own[-1].stay
    end = None if last.end is None else max(each.stay.end for each in own if each.stay.end is not None)
    return Placed(own[0].file, replace(first, end=end, status=last.status, site=last.site))
