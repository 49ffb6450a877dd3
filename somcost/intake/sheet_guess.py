"""What one sheet of an export seems to hold: what its columns mean, what its words are like, how it is to be read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import pairwise
from types import MappingProxyType

from somcost.intake import amounts, durations, periods
from somcost.intake.answers import blank_is_no
from somcost.intake.columns import cells_of, date_form, guessed, rows_of
from somcost.intake.data_rows import holds_data
from somcost.intake.date_orders import ORDERS, order_of
from somcost.intake.evidence import AMOUNTS, filled
from somcost.intake.expense_columns import amounts_are, amounts_in, signed_form
from somcost.intake.group_words import matched_words
from somcost.intake.job_groups import Match, matches
from somcost.intake.kind import KINDS
from somcost.intake.layout import Region, likeliest
from somcost.intake.periods import period_in
from somcost.intake.said import Said
from somcost.intake.sheet import Sheet
from somcost.intake.titles import year_above
from somcost.intake.understood import ColumnGuess
from somcost.intake.wide import across_of, period_above, stands_across
from somcost.model.assumptions import JobGroup
from somcost.model.profiles import ColumnRead, ImportProfile, Mark, Meaning
from somcost.read.cells import Content, as_text

CREDITS: tuple[Meaning, ...] = ("credit", "side")
"""What tells credits apart."""
BLANK = 0.2
"""The share of blank cells from which on a column may be one that is written once; fewer are missing."""
REPEATED = 0.1
"""The share of its filled cells that may say what the one before said; more, and its blanks are missing too."""
HELD_ACROSS: tuple[Meaning, ...] = ("hours", "start_time", "end_time", "amount", "debit", "credit", "side", "vat")
"""What no column holds where hours or amounts stand across."""


def guess_of(sheet: Sheet, groups: Mapping[str, JobGroup], said: Said) -> "Guess | None":
    """Give what a sheet seems to hold; None where no row looks like a header."""
    across = partial(stands_across, groups=groups, kind=said.kind)
    is_data = partial(holds_data, groups=groups)
    region = likeliest(sheet, across, is_data, said.columns.values(), said.kind)
    return None if region is None else Guess(sheet, region, groups, said)


def _leaves_year_out(content: Content, form: str) -> bool:
    """Whether a cell is a period in some year, and does not say which."""
    return period_in(content, form, None) is None and period_in(content, form, periods.ANY_YEAR, bare=True) is not None


class Guess:
    """What one sheet of an export seems to hold."""

    def __init__(self, sheet: Sheet, region: Region, groups: Mapping[str, JobGroup], said: Said) -> None:
        self.sheet, self.region, self.groups, self.said = sheet, region, groups, said
        self.kind = KINDS[said.kind]
        self.year = said.year or year_above(sheet, region.top) or year_above(sheet, region.first)
        self.rows = rows_of(sheet, region)
        columns = guessed(sheet, region, groups, said.columns, kind=self.kind)
        self.cells = {each.number: filled(cells_of(sheet, self.rows, each.number)) for each in columns}
        across = across_of(columns, self.cells, groups=groups, kind=said.kind)
        self.across = across and replace(across, hours=said.hours or across.hours)
        self.needs_year = self._needs_year(columns)
        self.dated = [cell for each in columns if each.meaning in self.kind.dates for cell in self.cells[each.number]]
        self.columns = self._with_signs([self._with_form(each) for each in columns])

    def _with_form(self, column: ColumnGuess) -> ColumnGuess:
        """Give a column without the meaning that what stands across has already, and dates in the form they have."""
        across = self.across
        taken = "date" if across and across.over == "period" else "job_group"
        if across and column.meaning in (*HELD_ACROSS, taken):
            return ColumnGuess(column.number, column.heading)
        if column.meaning == "year" and not self.needs_year:
            return ColumnGuess(column.number, column.heading)
        if column.meaning == "hours":
            return replace(column, form=self.said.hours or column.form)
        if column.meaning in self._unsaid():
            return ColumnGuess(column.number, column.heading)
        if column.meaning in self.kind.dates:
            own = self.cells[column.number] or self.dated
            return replace(column, form=self.said.dates or self._date_form(own, column.heading))
        return column

    def _unsaid(self) -> tuple[Meaning, ...]:
        """Give what is not read since a person named the other: amounts, or debit and credit."""
        if "amount" in self.said.columns:
            return ("debit", "credit")
        return ("amount",) if {"debit", "credit"} & self.said.columns.keys() else ()

    def _with_signs(self, columns: list[ColumnGuess]) -> list[ColumnGuess]:
        """Give columns with how credits are told apart, in the column that tells it."""
        cells = {each.meaning: cells_of(self.sheet, self.rows, each.number) for each in columns if each.meaning}
        forms: dict[Meaning, str] = {meaning: signed_form(meaning, cells) for meaning in CREDITS}
        return [replace(each, form=(each.meaning and forms.get(each.meaning)) or each.form) for each in columns]

    def _date_form(self, cells: Sequence[Content], heading: str) -> str:
        """Give the form that reads most cells; which of day and month comes first is told by all dates together."""
        form = date_form(cells, self.kind, heading=heading)
        return order_of(self.dated).form if form in ORDERS else form

    @property
    def clarity(self) -> float:
        """How well the sheet is understood."""
        across = 2.0 if self.across else 0.0
        return sum(column.confidence for column in self.columns) + across + 0.001 * min(len(self.rows), 100)

    @property
    def holds_rows(self) -> bool:
        """Whether it has what the kind needs; of registrations, hours, and a job group or a date to them."""
        if self.kind.name != "registrations":
            return self.across is not None or all(self.by_meaning.keys() & set(each) for each in self.kind.needed)
        told = {"date", "job_group"} & self.by_meaning.keys()
        return bool(told) and (self.across is not None or bool({"hours", "end_time"} & self.by_meaning.keys()))

    @cached_property
    def by_meaning(self) -> Mapping[Meaning, ColumnGuess]:
        """The columns that are read, by what they mean."""
        return {each.meaning: each for each in self.columns if each.meaning is not None}

    @cached_property
    def words(self) -> list[str]:
        """The export's words for job groups or statuses, in the order they come."""
        if self.across and self.across.over == "job_group":
            found = matches([each.heading for each in self.columns if each.meaning is None], self.groups)
            return [word for word, match in found.items() if match.is_sure]
        column = None if self.kind.worded is None else self.by_meaning.get(self.kind.worded)
        cells = [] if column is None else cells_of(self.sheet, self.rows, column.number)
        return list(dict.fromkeys(text for cell in cells if (text := as_text(cell).strip())))

    @cached_property
    def matched(self) -> Mapping[str, Match]:
        """The job group or the status each word is most like, or is said to be."""
        likely = matched_words(self.words, self.kind, self.groups)
        return {word: match for word, match in {**likely, **self.said.matches()}.items() if word in self.words}

    def profile(self, name: str, others: Sequence[str]) -> ImportProfile:
        """Give how the sheet is to be read, of a file with these other sheets."""
        columns = {meaning: ColumnRead(each.heading, each.form) for meaning, each in self.by_meaning.items()}
        told = [columns.pop(each) for each in CREDITS if each in columns]
        columns |= {each: ColumnRead(self.by_meaning[each].heading) for each in CREDITS if each in self.by_meaning}
        start = self.by_meaning.get("start_time")
        if "date" not in columns and start is not None:
            columns["date"] = ColumnRead(start.heading, self._date_form(self.cells[start.number], start.heading))
        return ImportProfile(
            id=name,
            kind=self.kind.name,
            columns=MappingProxyType(columns),
            values=MappingProxyType({**self._mapped(), **self._blanks()}),
            across=self.across,
            decimal=self.said.decimal or self.mark(),
            year=self.year if self.needs_year and "year" not in columns else None,
            fill_down=tuple(meaning for meaning in self.by_meaning if self._is_written_once(meaning)),
            sheets=self.said.sheets or ((self.sheet.name,) if others else ()),
            encoding=self.sheet.encoding or None,
            delimiter=self.sheet.delimiter or None,
            ignored=self.said.ignored,
            re_entries=self.said.re_entries,
            sign=self.said.sign,
            credits="signed" if any(each.form == "signed" for each in told) else "unsigned" if told else None,
            vat=self.said.vat,
            amounts_are=self.said.amounts_are or amounts_are(columns),
            amounts_in=self.said.amounts_in or amounts_in(columns),
            sums=self.said.sums,
        )

    def _mapped(self) -> dict[Meaning, Mapping[str, str]]:
        """Give the words that are mapped: job groups, statuses or categories."""
        sure = {word: match.group for word, match in self.matched.items() if match.is_sure}
        mapped: dict[Meaning, Mapping[str, str]] = {}
        if self.kind.worded is not None and sure:
            mapped[self.kind.worded] = MappingProxyType(sure)
        if self.said.categories:
            mapped["category"] = MappingProxyType(dict(self.said.categories))
        return mapped

    def _blanks(self) -> dict[Meaning, Mapping[str, str]]:
        """Say that a blank is a no, in a column of crosses."""
        column = self.by_meaning.get("with_citizen")
        cells = [] if column is None else cells_of(self.sheet, self._counted(), column.number)
        return {"with_citizen": MappingProxyType({"": "nej"})} if blank_is_no(cells) else {}

    def _hours(self) -> list[Content]:
        """Give the cells that hold hours, or amounts that stand across."""
        across = self.across
        if across is None:
            column = self.by_meaning.get("hours")
            return [] if column is None else list(self.cells[column.number])
        above = partial(period_above, form=across.form, year=periods.ANY_YEAR, kind=self.kind.name)
        named = set(self.words) if across.over == "job_group" else set()
        return [
            cell
            for each in self.columns
            if each.heading in named or (not named and above(each.heading))
            for cell in self.cells[each.number]
        ]

    def numbers(self) -> list[Content]:
        """Give the cells that hold hours or amounts."""
        if self.kind.name == "registrations" or self.across is not None:
            return self._hours()
        columns = [self.by_meaning[each] for each in AMOUNTS if each in self.by_meaning]
        return [cell for column in columns for cell in self.cells[column.number]]

    def mark(self) -> Mark | None:
        """Give the decimal mark that the numbers settle; None where they do not."""
        of_amounts = self.kind.name == "expenses"
        return amounts.mark_of(self.numbers()) if of_amounts else durations.mark_of(self.numbers())

    def _needs_year(self, columns: Sequence[ColumnGuess]) -> bool:
        """Whether a period does not say its year: one that stands across, or one in the column of dates."""
        if self.across is not None and self.across.over == "period":
            form = self.across.form
            above = partial(period_above, form=form, kind=self.kind.name)
            headings = [each.heading for each in columns if above(each.heading, year=periods.ANY_YEAR)]
            return any(above(heading, year=None) is None for heading in headings)
        dates = [each for each in columns if each.meaning == "date"]
        return any(_leaves_year_out(cell, each.form) for each in dates for cell in self.cells[each.number])

    def _is_written_once(self, meaning: Meaning) -> bool:
        """Whether a column is blank in rows that another one fills, and stands in the first of them."""
        column = self.by_meaning.get(meaning)
        if column is None or meaning in self.said.fill_down:
            return column is not None
        if meaning not in self.kind.filled_down:
            return False
        cells = [as_text(cell).strip() for cell in cells_of(self.sheet, self._counted(), column.number)]
        filled_in = [cell for cell in cells if cell]
        blank = len(cells) - len(filled_in)
        repeated = sum(one == other for one, other in pairwise(filled_in))
        return bool(cells) and bool(cells[0]) and blank >= BLANK * len(cells) and repeated <= REPEATED * len(filled_in)

    def _counted(self) -> list[int]:
        """Give the rows that count: those in which hours, an amount or a citizen stand."""
        column = next((self.by_meaning[each] for each in self.kind.counted if each in self.by_meaning), None)
        if column is None:
            return self.rows
        cells = cells_of(self.sheet, self.rows, column.number)
        return [row for row, cell in zip(self.rows, cells, strict=True) if as_text(cell).strip()]
