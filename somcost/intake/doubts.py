"""What a person must say about an export before its rows can be used."""

import re
from collections.abc import Iterator, Sequence

from somcost.intake import amounts
from somcost.intake.date_orders import DAY_FIRST, ORDERS, order_of
from somcost.intake.durations import GUESSED
from somcost.intake.expense_columns import amounts_in, amounts_may_be_in
from somcost.intake.group_words import doubts_of_words
from somcost.intake.headings import is_skipped, kr_each_of, meanings_of
from somcost.intake.kind import DAYS
from somcost.intake.periods import period_of
from somcost.intake.row_cells import MARK
from somcost.intake.sheet_guess import Guess
from somcost.intake.titles import titles_above
from somcost.intake.unclear_hours import unclear_hours
from somcost.intake.understood import ColumnGuess, Doubt
from somcost.model.profiles import ColumnRead, Meaning
from somcost.read.cells import Content, quoted

SURE = 0.6
"""A column that must be read and is less sure than this is asked about."""


def doubts_of(guess: Guess) -> list[Doubt]:
    """Give what a person must say about what a sheet seems to hold (tvivl)."""
    return list(_Doubts(guess).every())


class _Doubts:
    def __init__(self, guess: Guess) -> None:
        self.guess = guess

    def every(self) -> Iterator[Doubt]:
        each = (self._of_columns, self._of_rivals, self._of_words, self._of_dates, self._of_hours, self._of_marks)
        for doubts in (*each, self._of_amounts):
            yield from doubts()

    def _is_told_otherwise(self, either: Sequence[Meaning]) -> bool:
        """Whether an export tells by times or by what stands across what no column of it says."""
        over = self.guess.across.over if self.guess.across else None
        has_times = {"start_time", "end_time"} <= self.guess.by_meaning.keys()
        told = {
            "date": over == "period" or has_times,
            "job_group": over == "job_group",
            "hours": over or has_times,
            "amount": over,
        }
        return bool(told.get(either[0]))

    def _of_columns(self) -> Iterator[Doubt]:
        """Ask for what every export of the kind has; of registrations: when, who, how long."""
        headings = ", ".join(quoted(each.heading) for each in self.guess.columns)
        for either in self.guess.kind.needed:
            if self._is_told_otherwise(either):
                continue
            column = next((self.guess.by_meaning[each] for each in either if each in self.guess.by_meaning), None)
            if column is None:
                yield Doubt(f"columns.{either[0]}", "no column is it", f"Say which of {headings} it is.")
            elif column.confidence < SURE:
                found = f"{quoted(column.heading)} may be it"
                yield Doubt(f"columns.{either[0]}", found, "Say the column that is meant.")

    def _of_rivals(self) -> Iterator[Doubt]:
        """Ask where two columns of citizens or expenses may be what one is needed for."""
        if self.guess.kind.name == "registrations":
            return
        sides = [self.guess.by_meaning[each] for each in ("debit", "credit") if each in self.guess.by_meaning]
        if "amount" in self.guess.by_meaning and sides:
            found = f"{quoted(self.guess.by_meaning['amount'].heading)} stands beside {quoted(sides[0].heading)}"
            yield Doubt("columns.amount", found, "Say --column amount=HEADING, or --column debit=HEADING and credit.")
        for meaning in {*(each for either in self.guess.kind.needed for each in either), *self.guess.kind.dates}:
            column = self.guess.by_meaning.get(meaning)
            if column is None or meaning in self.guess.said.columns:
                continue
            sure = self._means(column, meaning)
            for each in self.guess.columns:
                if each.meaning is None and self._means(each, meaning) >= sure and self.guess.cells[each.number]:
                    found = f"{quoted(each.heading)} may be it as well as {quoted(column.heading)}"
                    advice = f"Say the one that is meant: --column {meaning}=HEADING."
                    yield Doubt(f"columns.{meaning}", found, advice)

    def _means(self, column: ColumnGuess, meaning: Meaning) -> float:
        """Give how sure a column's heading is to mean something."""
        if is_skipped(column.heading, self.guess.kind.name):
            return 0.0
        return meanings_of(column.heading, self.guess.kind.name).get(meaning, 0.0)

    def _of_words(self) -> Iterator[Doubt]:
        yield from doubts_of_words(self.guess.words, self.guess.matched, self.guess.kind, self.guess.groups)

    def _of_dates(self) -> Iterator[Doubt]:
        columns = [self.guess.by_meaning[each] for each in self.guess.kind.dates if each in self.guess.by_meaning]
        order = order_of(self.guess.dated)
        if self.guess.said.dates is None and not order.is_sure and any(each.form in ORDERS for each in columns):
            found = f"{quoted(order.telling)} may begin with the day or with the month"
            if period_of(order.telling, form=DAY_FIRST) is None:
                found = f"{quoted(order.telling)} cannot begin with the day, and other dates may"
            yield Doubt("dates", found, "Say --dates dd-mm-yyyy or --dates mm-dd-yyyy.")
        if self.guess.needs_year and self.guess.year is None and "year" not in self.guess.by_meaning:
            yield Doubt("year", "the periods do not say their year", "Say --year YYYY (`year` in a profile).")
        for column in columns:
            if not column.form and self.guess.cells[column.number]:
                what = "no day" if self.guess.kind.name == "citizens" else "no date"
                found = f"{quoted(self.guess.cells[column.number][0])} is {what}"
                yield Doubt(f"columns.{column.meaning}", found, "Say the column that holds the date.")

    def _of_hours(self) -> Iterator[Doubt]:
        """Ask how hours are written that can be read in two ways."""
        guess, column = self.guess, self.guess.by_meaning.get("hours")
        written = guess.across.hours if guess.across else column.form if column else ""
        form = next((each for each in GUESSED if each == written), None)
        if form is None or guess.said.hours is not None or guess.kind.name != "registrations":
            return
        if self._number_of_unclear_mark() is not None:
            return
        dated = guess.across.form if guess.across and guess.across.over == "period" else self._form_of_dates()
        found = unclear_hours(
            guess.numbers(),
            form,
            heading=column.heading if column else "",
            mark=guess.said.decimal or guess.mark() or MARK,
            of_days=dated in DAYS,
        )
        if found is not None:
            advice = "Say --hours decimal, --hours h.mm (7,30 is seven and a half), --hours minutes, or --hours mixed."
            yield Doubt("hours", found, advice)

    def _form_of_dates(self) -> str:
        column = self.guess.by_meaning.get("date")
        return column.form if column else ""

    def _of_marks(self) -> Iterator[Doubt]:
        unclear = self._number_of_unclear_mark()
        if unclear is not None:
            found = f"{quoted(unclear)} may be thousands, or a number with three decimals"
            yield Doubt("decimal", found, "Say the decimal mark: --decimal , or --decimal .")

    def _number_of_unclear_mark(self) -> Content | None:
        """Give a number that is another by each decimal mark, where nothing tells the mark."""
        if self.guess.said.decimal is not None or self.guess.mark() is not None:
            return None
        return next((cell for cell in self.guess.numbers() if self._is_unclear(cell)), None)

    def _of_amounts(self) -> Iterator[Doubt]:
        """Ask whether amounts are thousands or millions where a title, or one heading of several, says so."""
        guess = self.guess
        columns = {meaning: ColumnRead(each.heading) for meaning, each in guess.by_meaning.items()}
        if guess.kind.name != "expenses" or guess.said.amounts_in or amounts_in(columns):
            return
        text = amounts_may_be_in(columns, titles_above(guess.sheet, guess.region.top))
        if text is not None:
            found = f"{quoted(text)} says that amounts are in {kr_each_of(text)}"
            yield Doubt("amounts_in", found, "Say --amounts-in thousands, --amounts-in millions or --amounts-in kr.")

    def _is_unclear(self, cell: Content) -> bool:
        if self.guess.kind.name == "expenses":
            return amounts.is_unclear(cell)
        return isinstance(cell, str) and re.search(r"\d[.,]\d{3}$", cell.strip()) is not None
