"""The sensitivity sheet: a table for each kind of change, its formulas following the input at the row's head."""

from collections.abc import Sequence
from dataclasses import dataclass

from somcost.cost.quantity import Quantity
from somcost.present.workbook.blocks import Page, fit_row, write_quantity
from somcost.present.workbook.formulas import Writer
from somcost.present.workbook.places import Cell, Places

Row = tuple[Quantity, Sequence[Quantity]]


@dataclass(slots=True)
class Changes:
    """Rows of changes: the changed input, then the costs it leads to; above them the costs as they are."""

    heading: str
    keys: Sequence[str]
    base: Sequence[Quantity | None]
    rows: Sequence[Row]
    base_label: str
    top: int = 0
    gap: int = 1

    def place(self, places: Places, sheet: str, top: int) -> int:
        """Give each changed input and each cost its cell; an input already placed keeps its place."""
        self.top = top
        for row, (changed, costs) in enumerate(self.rows, start=top + 2):
            for column, quantity in enumerate([changed, *costs]):
                if places.place(quantity) is None:
                    places.take(quantity, Cell(sheet, row, column))
        return top + len(self.rows) + 2

    def write(self, page: Page) -> None:
        """Write headings, the costs as they are, and the rows."""
        headings = [self.heading, *(page.words.key(key) for key in self.keys)]
        fit_row(page, self.top, headings)
        for column, heading in enumerate(headings):
            page.sheet.write_string(self.top, column, heading, page.styles.heading(right=column > 0))
        page.sheet.write_string(self.top + 1, 0, self.base_label, page.styles.text())
        writer = Writer(page.places, page.name, row_inputs=True)
        for column, quantity in enumerate(self.base, start=1):
            if quantity is not None:
                write_quantity(page, Cell(page.name, self.top + 1, column), quantity, writer)
        for row, (changed, costs) in enumerate(self.rows, start=self.top + 2):
            for column, quantity in enumerate([changed, *costs]):
                write_quantity(page, Cell(page.name, row, column), quantity, writer)
