"""Rows that an import left out, in a table: the reason, and the first lines."""

from collections.abc import Sequence

from somcost.intake.row_cells import Reason
from somcost.present.imported_words import REASONS
from somcost.present.language import N_, say
from somcost.present.numbers import Numbers

LINES_SHOWN = 5


def left_out(reason: Reason, numbers: Numbers) -> str:
    """Say that rows are left out, and why."""
    return say(N_("Left out: {reason}"), numbers.language).format(reason=say(REASONS[reason], numbers.language))


def repeated(numbers: Numbers) -> str:
    """Say that rows are left out since an earlier file has them too."""
    return say(N_("Left out: in an earlier file too"), numbers.language)


def lines_of(places: Sequence[tuple[str, int]]) -> str:
    """Give the first lines of rows."""
    shown = ", ".join(str(line) for _, line in places[:LINES_SHOWN])
    return f"{shown} …" if len(places) > LINES_SHOWN else shown
