"""The rows of an account's postings by their profile: amounts, and what is set aside with the reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from somcost.intake.layout import Region
from somcost.intake.posting_amounts import AMOUNTS, AmountReader
from somcost.intake.read_rows import Cells, FillDown, RowsRead, SetAside, cell_at, rows_above, rows_under, told
from somcost.intake.row_cells import Reason, Unread, is_empty, span_in, year_in
from somcost.intake.sheet import Sheet
from somcost.intake.sum_words import is_balance, says_sum
from somcost.intake.summaries import Weighed, summaries
from somcost.intake.wide import AcrossColumns
from somcost.model.calendar import Span
from somcost.model.profiles import ImportProfile, Meaning
from somcost.read.cells import Content, as_text

TOLD: tuple[Meaning, ...] = ("phase", "site", "course")
NAMED_BY: tuple[Meaning, ...] = ("category", "account_text", "account")
"""What names a posting's category, the first that stands in its row."""


@dataclass(frozen=True, slots=True)
class Posting:
    """An amount that an account was charged with (postering).

    Attributes:
        line: The line it stands on.
        span: The day, or the first and last day of a month or a longer period.
        amount: kr as the export has them, costs positive.
        vat: The VAT that its row tells, costs positive; 0 where it tells none.
        words: By meaning, what else is told; the category among it.
    """

    line: int
    span: Span
    amount: Decimal
    vat: Decimal
    words: Mapping[Meaning, str]


def read_expenses(sheet: Sheet, region: Region, profile: ImportProfile) -> RowsRead[Posting]:
    """Read the rows of an account's postings (posteringer).

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
        self.profile, self.amounts = profile, AmountReader(profile)
        self.places = {meaning: region.column(column.heading) for meaning, column in profile.columns.items()}
        self.across = AcrossColumns(profile, region.headings)
        self.fill_down = FillDown(profile.fill_down)
        self.found: RowsRead[Posting] = RowsRead()

    def weighed(self, row: Sequence[Content], line: int) -> Weighed:
        """Give a row as it is weighed against those around it; a balance weighs nothing."""
        cells, is_none = self._cells(row), is_balance(row)
        amounts = [None if is_none else self.amounts.aside(own) for own, _ in self._each(row, cells)]
        filled = frozenset(place for place, cell in enumerate(row) if as_text(cell).strip())
        says = says_sum(row) and not is_none
        numbers = tuple(float(amount or 0) for amount in amounts)
        return Weighed(line, numbers, filled, says, says and self._is_like_a_posting(cells))

    def row_above(self, row: Sequence[Content], line: int) -> None:
        """Set a row above the header aside if it is written like those under it; titles are passed over."""
        cells = self._cells(row)
        amount = self._sum_aside(row, cells)
        if amount is not None and self._is_like_a_posting(cells):
            self.found.aside.append(SetAside(line, 0, "above", amount=amount))

    def row(self, row: Sequence[Content], line: int, summary: Reason | None) -> None:
        """Read a row, or set it aside: for the reason that it sums others up, or for one of its own."""
        cells = self._cells(row)
        try:
            self._refuse_what_is_none(row, cells, summary)
        except Unread as unread:
            whole = unread.reason in ("total", "footer", "no_amount")
            column = 0 if whole else self.places.get(unread.meaning, -1) + 1
            self.found.aside.append(SetAside(line, column, unread.reason, amount=self._sum_aside(row, cells)))
            return
        for own, place in self._each(row, self.fill_down.filled(cells)):
            if place is None or as_text(own["amount"]).strip():
                self._read(own, line, place)

    def _read(self, cells: Cells, line: int, place: int | None) -> None:
        """Read the posting of a row, or of a cell where periods stand across."""
        try:
            posting = self._posting(cells, line, place)
        except Unread as unread:
            column = place if place is not None else self.places.get(unread.meaning, -1)
            self.found.aside.append(SetAside(line, column + 1, unread.reason, amount=self.amounts.aside(cells)))
        else:
            self.found.registered.append(posting)

    def _cells(self, row: Sequence[Content]) -> Cells:
        return {meaning: cell_at(row, place) for meaning, place in self.places.items()}

    def _each(self, row: Sequence[Content], cells: Cells) -> Iterator[tuple[Cells, int | None]]:
        """Give the cells of a row, once for each column across with its amount and its place."""
        if self.profile.across is None:
            yield cells, None
        for place in self.across.places:
            yield {**cells, "amount": cell_at(row, place)}, place

    def _refuse_what_is_none(self, row: Sequence[Content], cells: Cells, summary: Reason | None) -> None:
        """Refuse sums, balances, text beside the table, and an amount that stands alone."""
        if all(is_empty(own, meaning) for own, _ in self._each(row, cells) for meaning in AMOUNTS):
            self.fill_down.filled(cells)
            raise Unread("no_amount" if self._names_a_period(cells) else "footer", "amount")
        if summary is not None:
            raise Unread(summary, "amount")
        if is_balance(row):
            raise Unread("perhaps_balance", "amount")
        if sum(bool(as_text(cell).strip()) for cell in row) == 1:
            raise Unread("amount_alone", "amount")

    def _is_like_a_posting(self, cells: Cells) -> bool:
        """Whether a row names a period, or where periods stand across an account that is no sum."""
        if self.profile.across is None:
            return self._names_a_period(cells)
        return bool(names_of(cells)) and not says_sum(names_of(cells))

    def _names_a_period(self, cells: Cells) -> bool:
        try:
            return "date" in self.places and span_in(cells, self.profile) is not None
        except Unread:
            return False

    def _posting(self, cells: Cells, line: int, place: int | None) -> Posting:
        amount = self.amounts.amount(cells)
        span = span_in(cells, self.profile) if place is None else self._span_across(cells, place)
        return Posting(line, span, amount, self.amounts.vat(cells, amount), self._words(cells))

    def _span_across(self, cells: Cells, place: int) -> Span:
        span = self.across.of(year_in(cells, self.profile)).get(place)
        if not isinstance(span, Span):
            raise Unread("date_unread", "date")
        return span

    def _words(self, cells: Cells) -> dict[Meaning, str]:
        """Give what else is told; the category by the account's or its own name, mapped where the profile maps it."""
        texts = {meaning: as_text(cells[meaning]).strip() for meaning in TOLD if not is_empty(cells, meaning)}
        words = {meaning: self.profile.values.get(meaning, {}).get(text, text) for meaning, text in texts.items()}
        names = names_of(cells)
        mapped = self.profile.values.get("category", {})
        category = next((mapped[name] for name in names if name in mapped), next(iter(names), ""))
        return {**words, "category": category} if category else words

    def _sum_aside(self, row: Sequence[Content], cells: Cells) -> Decimal | None:
        """Give what stands in a row that is set aside, in all its columns; None where nothing can be read."""
        known = [amount for own, _ in self._each(row, cells) if (amount := self.amounts.aside(own)) is not None]
        return sum(known, Decimal(0)) if known else None


def names_of(cells: Cells) -> list[str]:
    """Give the names by which a posting's category is known: its category, its account's text, its account."""
    return [as_text(cells[meaning]).strip() for meaning in NAMED_BY if not is_empty(cells, meaning)]
