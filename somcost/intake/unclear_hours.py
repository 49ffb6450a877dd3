"""Hours that can be read in two ways: 7,30 as seven and a half, 444 as minutes, 30 beside 1 t 15 min."""

import re
from collections.abc import Sequence

from somcost.intake.durations import DAY, hours_of, says_minutes
from somcost.model.profiles import DurationForm
from somcost.read.cells import Content, as_text, quoted
from somcost.read.number_cells import Mark

HALF_AND_QUARTERS = frozenset({15, 30, 45})
"""The minutes that people write most, and that are seldom decimals of hours."""
MINUTES = 60
MOST = 0.5
"""The share of decimals that are such minutes, so that all of them may be."""
WITH_DECIMALS = re.compile(r"[+-]?[0-9]+[.,]([0-9]+)")


def unclear_hours(
    cells: Sequence[Content], form: DurationForm, *, heading: str, mark: Mark, of_days: bool
) -> str | None:
    """Say what is unclear about hours; None where nothing is.

    Args:
        cells: The cells that hold them.
        form: How they seem to be written.
        heading: What stands above them.
        mark: Their decimal mark.
        of_days: Whether each is of one day.

    >>> unclear_hours(["7,30", "0,45"], "decimal", heading="Tid", mark=",", of_days=True)
    '"7,30" may be hours and minutes, or a decimal number'
    >>> unclear_hours(["7,30", "0,75"], "decimal", heading="Tid", mark=",", of_days=True)
    """
    plain = [cell for cell in cells if hours_of(cell, form="decimal", mark=mark)]
    if form in ("decimal", "mixed") and (clock := _like_minutes(plain)) is not None:
        return f"{quoted(clock)} may be hours and minutes, or a decimal number"
    if form in ("decimal", "mixed") and of_days:
        long = [cell for cell in plain if (hours_of(cell, form="decimal", mark=mark) or 0.0) > DAY]
        if long:
            return f"{quoted(long[0])} may be minutes: a day has no such hours"
    in_words = any(hours_of(cell, form="words", mark=mark) for cell in cells)
    if in_words and plain and not says_minutes(heading) and all(_hundredths(cell) == 0 for cell in plain):
        return f"{quoted(plain[0])} may be hours or minutes, beside those that say it"
    return None


def _like_minutes(cells: Sequence[Content]) -> Content | None:
    """Give a number of which the decimals are like minutes, if those of all are; Excel drops the 0 of 7,30."""
    told = [(cell, hundredths) for cell in cells if (hundredths := _hundredths(cell)) != 0]
    if any(hundredths is None or hundredths >= MINUTES for _, hundredths in told):
        return None
    like = [(cell, hundredths) for cell, hundredths in told if hundredths in HALF_AND_QUARTERS]
    is_telling = any(hundredths % 10 or as_text(cell).endswith("0") for cell, hundredths in like if hundredths)
    return like[0][0] if is_telling and len(like) >= MOST * len(told) else None


def _hundredths(cell: Content) -> int | None:
    """Give the decimals of a number, in hundredths; None where it has more than two."""
    if isinstance(cell, float):
        hundredths = round(abs(cell) % 1 * 100, 6)
        return int(hundredths) if hundredths.is_integer() else None
    found = WITH_DECIMALS.fullmatch(as_text(cell).strip())
    if found is None:
        return 0
    return int(found[1].ljust(2, "0")) if len(found[1]) <= len("45") else None
