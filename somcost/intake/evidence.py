"""What the cells of a column say it holds."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from somcost.intake import amounts, durations, periods
from somcost.intake.answers import share_of_answers
from somcost.intake.job_groups import SURE, matches
from somcost.intake.kind import DAYS, Kind
from somcost.intake.open_ends import is_open_end
from somcost.model.assumptions import JobGroup
from somcost.model.profiles import Meaning
from somcost.read.cells import Content, as_text

MIDNIGHT = "00:00"
AMOUNTS: tuple[Meaning, ...] = ("amount", "debit", "credit", "vat")
LOOKED_AT = 2_000
"""Cells of a column that are looked at; a table of millions is told by its first rows."""


def filled(cells: Iterable[Content]) -> list[Content]:
    """Give the cells in which something stands, the first of them where there are many."""
    found: list[Content] = []
    for cell in cells:
        if len(found) == LOOKED_AT:
            break
        if as_text(cell).strip():
            found.append(cell)
    return found


def evidence(
    cells: Sequence[Content], heading: str, kind: Kind, groups: Mapping[str, JobGroup]
) -> dict[Meaning, float]:
    """Give for each meaning of the kind the share of a column's cells that can be read so, 0 to 1."""
    if not cells:
        return {}
    shares: dict[Meaning, Callable[[], float]] = {
        "date": lambda: max(periods.forms_of(cells, year=periods.ANY_YEAR, heading=heading).values(), default=0.0),
        "year": lambda: periods.forms_of(cells).get("year", 0.0),
        "hours": lambda: max(durations.forms_of(cells, heading=heading).values(), default=0.0),
        "pause": lambda: max(durations.forms_of(cells, heading=heading).values(), default=0.0),
        "start_time": lambda: share_of_times(cells),
        "end_time": lambda: share_of_times(cells),
        "with_citizen": lambda: share_of_answers(cells),
        "job_group": lambda: share_of_groups(cells, groups),
        "start": lambda: share_of_days(cells),
        "end": lambda: share_of_days(cells),
        **dict.fromkeys(AMOUNTS, lambda: sum(map(amounts.is_amount, cells)) / len(cells)),
    }
    return {meaning: shares[meaning]() for meaning in kind.by_cells}


def share_of_days(cells: Sequence[Content]) -> float:
    """Give the share of cells that are a day, of those that say any; no end is said in several ways."""
    said = [cell for cell in cells if not is_open_end(cell)]
    forms = periods.forms_of(said)
    return max((forms.get(form, 0.0) for form in DAYS), default=0.0) if said else 1.0


def share_of_times(cells: Sequence[Content]) -> float:
    """Give the share of cells that are a time of a day."""
    return sum(durations.elapsed(MIDNIGHT, cell) is not None for cell in cells) / len(cells)


def share_of_groups(cells: Sequence[Content], groups: Mapping[str, JobGroup]) -> float:
    """Give the share of cells that are surely a job group."""
    words = [as_text(cell).strip() for cell in cells]
    found = matches(words, groups)
    return sum(word in found and found[word].likeness >= SURE for word in words) / len(words)
