"""Tables over a dimension, a row a member: what the member is called, what it belongs to, its numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from xlsxwriter.utility import xl_col_to_name

from somcost.cost.quantity import Quantity, Rows
from somcost.model.dimensions import Category, Dimension
from somcost.present.workbook.blocks import Page, fit_row, number, told_apart, write_quantity
from somcost.present.workbook.formulas import Writer
from somcost.present.workbook.places import Cell, Column, Places, in_row


@dataclass(slots=True)
class Lead:
    """A column before the numbers: names, dates or words.

    Attributes:
        heading: What stands above it.
        values: Text or day numbers; None leaves the cell blank.
        look: How it is written.
        given: Whether it is an input.
        names: The dimension whose members it names.
        category: The category whose groups it tells.
        month_of: The number of the lead column of dates whose month it is, as a formula.
    """

    heading: str
    values: Sequence[str | float | None]
    look: Literal["text", "date", "month"] = "text"
    given: bool = False
    names: Dimension | None = None
    category: Category | None = None
    month_of: int | None = None

    def place(self, places: Places, at: Column) -> None:
        """Tell where the names or groups stand."""
        places.name(at)
        if self.names is not None:
            places.labels[id(self.names), at.sheet] = at
        if self.category is not None:
            places.categories[id(self.category.over), self.category.name] = at

    def write(self, page: Page, first: int, column: int) -> None:
        """Write the cells."""
        look = (
            page.styles.text(given=self.given)
            if self.look == "text"
            else page.styles.number(self.look, given=self.given)
        )
        if self.month_of is not None:
            self._write_months(page, first, column)
            return
        for row, value in enumerate(self.values, start=first):
            if value is None:
                page.sheet.write_blank(row, column, None, look)
            elif isinstance(value, str):
                page.sheet.write_string(row, column, value, look)
            else:
                page.sheet.write_number(row, column, value, look)

    def _write_months(self, page: Page, first: int, column: int) -> None:
        date = Column(page.name, first, self.month_of or 0, len(self.values)).in_row(page.name)
        formula, look = f"={date}-DAY({date})+1", page.styles.number("month")
        for member, value in enumerate(self.values):
            page.sheet.write_formula(first + member, column, in_row(formula, member), look, value)


UNKNOWN_WHERE_EMPTY = ("wage_cost_by_month", "expenses_by_month", "hours_by_month")
"""Columns of the months that are not known where no day was observed."""


@dataclass(slots=True)
class Table:
    """A table: its leading columns, then a column for each quantity, one formula down each.

    `captions` stand above the columns instead of what their keys are called. Where `empty_where` is 0 nothing is
    known, and the numbers of the row read as a dash.
    """

    dimension: Dimension
    leads: Sequence[Lead]
    columns: Sequence[Quantity]
    captions: Sequence[str] = ()
    empty_where: Quantity | None = None
    top: int = 0
    gap: int = 1

    def place(self, places: Places, sheet: str, top: int) -> int:
        """Take a column for each of the table's parts; those with captions of their own need no names."""
        self.top, count = top, len(self.dimension)

        def at(column: int, key: str) -> Column:
            name = "" if self.captions else places.free_name(self.dimension.name, key)
            return Column(sheet, top + 1, column, count, name)

        for column, lead in enumerate(self.leads):
            if lead.names is not None or lead.category is not None:
                lead.place(places, at(column, lead.category.name if lead.category else "label"))
        for column, quantity in enumerate(self.columns, start=len(self.leads)):
            self._take(places, quantity, at(column, quantity.key))
        return top + count + 1

    @staticmethod
    def _take(places: Places, quantity: Quantity, at: Column) -> None:
        places.take(quantity, at)
        if quantity.operation == "stack":
            for member, operand in enumerate(quantity.operands):
                if places.place(operand) is None:
                    places.quantities[id(operand)] = at.cell(member)

    def write(self, page: Page) -> None:
        """Write headings, leading columns and numbers."""
        start = len(self.leads)
        captions = self.captions or told_apart([page.words.column(each) for each in self.columns])
        headings = [*(lead.heading for lead in self.leads), *captions]
        fit_row(page, self.top, headings)
        for column, heading in enumerate(headings):
            page.sheet.write_string(self.top, column, heading, page.styles.heading(right=column >= start))
        for column, lead in enumerate(self.leads):
            lead.write(page, self.top + 1, column)
        for column, quantity in enumerate(self.columns, start=start):
            self._write_column(page, column, quantity)
        self._dash(page)

    def _dash(self, page: Page) -> None:
        known = None if self.empty_where is None else page.places.place(self.empty_where)
        if not isinstance(known, Column):
            return
        first, last = self.top + 1, self.top + len(self.dimension)
        rule = {"type": "formula", "criteria": f"=${xl_col_to_name(known.column)}{first + 1}=0"}
        for column, quantity in enumerate(self.columns, start=len(self.leads)):
            if quantity.key in UNKNOWN_WHERE_EMPTY:
                page.sheet.conditional_format(first, column, last, column, {**rule, "format": page.styles.dash()})

    def _write_column(self, page: Page, column: int, quantity: Quantity) -> None:
        first = self.top + 1
        if quantity.operation == "stack":
            for member, operand in enumerate(quantity.operands):
                write_quantity(page, Cell(page.name, first + member, column), operand, Writer(page.places, page.name))
        elif quantity.operation:
            formula = Writer(page.places, page.name, row=self.dimension).formula(quantity)
            look = page.styles.number(quantity.unit)
            for member, value in enumerate(_values(quantity)):
                page.sheet.write_formula(first + member, column, in_row(formula, member), look, number(value))
        else:
            _write_given(page, first, column, quantity)


def _values(quantity: Quantity) -> list[float]:
    values: list[float] = quantity.value.tolist()  # type: ignore[union-attr]
    return values


def _write_given(page: Page, first: int, column: int, quantity: Quantity) -> None:
    look = page.styles.number(quantity.unit, given=isinstance(quantity.provenance, Rows))
    for row, value in enumerate(_values(quantity), start=first):
        if value == value:  # noqa: PLR0124 - what the data does not say stays blank
            page.sheet.write_number(row, column, value, look)
        else:
            page.sheet.write_blank(row, column, None, look)
