"""Which column of an export holds what: by its heading and by its cells, with how sure that is."""

from collections.abc import Mapping, Sequence

from somcost.intake import durations, periods
from somcost.intake.evidence import evidence, filled
from somcost.intake.headings import is_skipped, meanings_of
from somcost.intake.kind import Kind
from somcost.intake.layout import Region, is_blank
from somcost.intake.sheet import Sheet
from somcost.intake.sum_words import is_balance, says_sum
from somcost.intake.understood import ColumnGuess
from somcost.model.assumptions import JobGroup
from somcost.model.profiles import Meaning
from somcost.read.cells import Content

LEAST = 0.4
"""A column is taken for nothing it is less likely than this to be."""
MOST, NEARLY_ALL = 0.5, 0.9
WORD_ALONE = 0.9
"""How sure a column of words is by a heading that names it."""


def rows_of(sheet: Sheet, region: Region) -> list[int]:
    """Give the rows under a header that are neither blank nor say that they are sums; those that do if all do."""
    every = [number for number in range(region.first, len(sheet.rows)) if not is_blank(sheet.rows[number])]
    own = [each for each in every if not says_sum(sheet.rows[each]) and not is_balance(sheet.rows[each])]
    return own or every


def cells_of(sheet: Sheet, rows: Sequence[int], column: int) -> list[Content]:
    """Give a column's cells; a row that is shorter has none there."""
    return [sheet.rows[row][column] if column < len(sheet.rows[row]) else "" for row in rows]


def guessed(
    sheet: Sheet,
    region: Region,
    groups: Mapping[str, JobGroup],
    stated: Mapping[Meaning, str],
    *,
    kind: Kind,
) -> list[ColumnGuess]:
    """Give every column with a heading and what it most likely holds; what a person stated stands.

    Args:
        sheet: The sheet.
        region: Where the table stands in it.
        groups: The assumption set's job groups.
        stated: By meaning, the heading a person named.
        kind: The kind of export.
    """
    rows = rows_of(sheet, region)
    cells = {number: filled(cells_of(sheet, rows, number)) for number, name in enumerate(region.headings) if name}
    likely = [
        (score, -number, meaning)
        for number, found in cells.items()
        for meaning, score in _scores(found, region.headings[number], kind, groups).items()
        if score >= LEAST
    ]
    taken: dict[Meaning, tuple[int, float]] = {
        meaning: (region.column(heading), 1.0) for meaning, heading in stated.items() if heading in region.headings
    }
    for score, place, meaning in sorted(likely, reverse=True):
        if meaning not in taken and -place not in {number for number, _ in taken.values()}:
            taken[meaning] = (-place, score)
    by_number = {number: (meaning, score) for meaning, (number, score) in taken.items()}
    return [_guess(number, region.headings[number], found, by_number, kind) for number, found in cells.items()]


def _scores(cells: Sequence[Content], heading: str, kind: Kind, groups: Mapping[str, JobGroup]) -> dict[Meaning, float]:
    """Weigh what the heading says with what the cells say, half and half."""
    if is_skipped(heading, kind.name):
        return {}
    names, shown = meanings_of(heading, kind.name), evidence(cells, heading, kind, groups)
    scores: dict[Meaning, float] = {}
    for meaning, sure in names.items():
        if meaning not in kind.by_cells or not cells:
            scores[meaning] = WORD_ALONE * sure
        elif shown[meaning] >= MOST or meaning not in kind.typed:
            scores[meaning] = (sure + shown[meaning]) / 2
    if "job_group" in names:
        scores["job_group"] = max(scores["job_group"], WORD_ALONE * names["job_group"])
    if names:
        return scores
    return {meaning: sure for meaning, sure in kind.unnamed.items() if shown.get(meaning, 0.0) >= NEARLY_ALL}


def _guess(
    number: int,
    heading: str,
    cells: Sequence[Content],
    taken: Mapping[int, tuple[Meaning, float]],
    kind: Kind,
) -> ColumnGuess:
    if number not in taken:
        return ColumnGuess(number, heading)
    meaning, score = taken[number]
    return ColumnGuess(number, heading, meaning, score, form_of(meaning, cells, heading, kind))


def form_of(meaning: Meaning, cells: Sequence[Content], heading: str, kind: Kind) -> str:
    """Give the form that reads most of a column's cells; "" where a meaning has no forms."""
    if meaning in kind.dates:
        return date_form(cells, kind, heading=heading)
    if meaning in ("hours", "pause"):
        return next(iter(durations.forms_of(cells, heading=heading)), "")
    return ""


def date_form(cells: Sequence[Content], kind: Kind, *, heading: str) -> str:
    """Give the form that reads most dates, whatever year they leave out; of two alike, the Danish one."""
    shares = periods.forms_of(cells, year=periods.ANY_YEAR, heading=heading)
    forms = {form: share for form, share in shares.items() if form in kind.periods}
    return max(forms, key=lambda form: (forms[form], form == "dd-mm-yyyy"), default="")
