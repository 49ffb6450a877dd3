"""Where the table stands in a sheet: which rows are its header, and which rows under it are none of its own."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from somcost.intake.headings import is_skipped, meanings_of
from somcost.intake.sheet import Sheet
from somcost.model.profiles import KindName
from somcost.read.cells import Content, as_text

SEARCHED, DEEPEST = 60, 3
"""Rows among which the header is sought, and rows it has at most."""
DEPTH_COSTS = 0.25
STATED = 10.0


@dataclass(frozen=True, slots=True)
class Region:
    """Where a table stands in its sheet.

    Attributes:
        top: The row of its header, the first one where there are several (from 0).
        first: The first row under the header.
        headings: A heading a column, "" where there is none.
    """

    top: int
    first: int
    headings: tuple[str, ...]

    def column(self, heading: str) -> int:
        """Give the number of a heading's column, from 0.

        Raises:
            ValueError: No column is called so.
        """
        return self.headings.index(heading)


def is_blank(row: Sequence[Content]) -> bool:
    """Whether nothing stands in a row."""
    return not any(as_text(cell).strip() for cell in row)


def regions(sheet: Sheet) -> Iterator[Region]:
    """Give every place where a header may stand, of one row, two or three."""
    rows = [number for number, row in enumerate(sheet.rows[:SEARCHED]) if not is_blank(row)]
    for place, top in enumerate(rows):
        for depth in range(1, DEEPEST + 1):
            header = rows[place : place + depth]
            if len(header) == depth and header == list(range(top, top + depth)):
                yield Region(top, top + depth, _joined(sheet, header))


def likeliest(
    sheet: Sheet,
    across: Callable[[str], float],
    is_data: Callable[[Sequence[Content]], bool],
    stated: Collection[str] = (),
    kind: KindName = "registrations",
) -> Region | None:
    """Give the region whose headings are understood best; None where no row looks like a header. Data are none.

    Args:
        sheet: Where it is sought.
        across: How sure a heading is one of those that stand across: a period, a job group.
        is_data: Whether a row holds data.
        stated: Headings that a person names; a header that has them goes before all others.
        kind: The kind of export.
    """
    data = {number for number, row in enumerate(sheet.rows[: SEARCHED + DEEPEST]) if is_data(row)}
    scored = [
        (_score(region, across, kind) + STATED * sum(each in region.headings for each in stated), -region.top, region)
        for region in regions(sheet)
        if data.isdisjoint(range(region.top, region.first))
    ]
    best = max(scored, default=None, key=lambda each: each[:2])
    return best[2] if best is not None and best[0] >= 1 else None


def _score(region: Region, across: Callable[[str], float], kind: KindName) -> float:
    named = [heading for heading in region.headings if heading]
    stands = {heading: across(heading) for heading in named}
    known: dict[str, float] = {}
    for heading in named:
        for meaning, sure in meanings_of(heading, kind).items() if not stands[heading] else ():
            known[meaning] = max(known.get(meaning, 0.0), sure)
    skipped = sum(is_skipped(heading, kind) for heading in named)
    return (
        sum(known.values()) + min(sum(stands.values()), 3.0) + 0.1 * skipped - DEPTH_COSTS * (region.first - region.top)
    )


def _joined(sheet: Sheet, header: Sequence[int]) -> tuple[str, ...]:
    """Join the header's rows: an upper heading also stands over the columns to its right that have none.

    One that has nothing below it, as a cell that is merged downwards, stands over its own column alone.
    """
    width = max(len(sheet.rows[number]) for number in header)
    rows = [[_text(sheet.rows[number], column) for column in range(width)] for number in header]
    upper = [_carried(row, rows[number + 1 :]) for number, row in enumerate(rows[:-1])]
    joined = (" ".join(dict.fromkeys(filter(None, parts))) for parts in zip(*upper, rows[-1], strict=True))
    return tuple(joined)


def _carried(row: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    carried, last = [], ""
    for column, text in enumerate(row):
        last = text or last
        carried.append(last)
        if text and not any(lower[column] for lower in below):
            last = ""
    return carried


def _text(row: Sequence[Content], column: int) -> str:
    return " ".join(as_text(row[column]).split()) if column < len(row) else ""
