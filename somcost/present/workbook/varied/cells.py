"""A block of rows in which text and quantities stand as they come."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from somcost.cost.quantity import Quantity
from somcost.present.workbook.blocks import Page, fit_row, write_quantity
from somcost.present.workbook.formulas import Writer
from somcost.present.workbook.places import Cell, Places


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that stands as it is: no input, and no formula that would follow one. None is shown as a mark.

    `told` says what stands round the number in its cell: at least {amount}.
    """

    value: float | None
    unit: str = ""
    mark: str = "–"
    told: str = "{amount}"


Content = str | Quantity | Figure | None


@dataclass(slots=True)
class Cells:
    """Headings, which may be numbers themselves, and rows; a quantity that stands nowhere else stands here."""

    headings: Sequence[Content]
    rows: Sequence[Sequence[Content]]
    top: int = 0
    gap: int = 1

    def place(self, places: Places, sheet: str, top: int) -> int:
        """Give each quantity that has no place yet its cell."""
        self.top = top
        for row, cells in enumerate([self.headings, *self.rows], start=top):
            for column, content in enumerate(cells):
                if isinstance(content, Quantity) and places.place(content) is None:
                    places.take(content, Cell(sheet, row, column))
        return top + len(self.rows) + 1

    def write(self, page: Page) -> None:
        """Write headings and rows."""
        fit_row(page, self.top, [each if isinstance(each, str) else "" for each in self.headings])
        for column, content in enumerate(self.headings):
            if isinstance(content, str):
                numbers = any(isinstance(row[column], Quantity | Figure) for row in self.rows if column < len(row))
                page.sheet.write_string(self.top, column, content, page.styles.heading(right=numbers and column > 0))
            else:
                self._write(page, Cell(page.name, self.top, column), content)
        for row, cells in enumerate(self.rows, start=self.top + 1):
            fit_row(page, row, [each if isinstance(each, str) else "" for each in cells])
            for column, content in enumerate(cells):
                self._write(page, Cell(page.name, row, column), content)

    @staticmethod
    def _write(page: Page, cell: Cell, content: Content) -> None:
        if isinstance(content, Quantity):
            write_quantity(page, cell, content, Writer(page.places, page.name))
        elif isinstance(content, Figure):
            _write_figure(page, cell, content)
        elif content is not None:
            page.sheet.write_string(cell.row, cell.column, content, page.styles.text(wrap=True))


def _write_figure(page: Page, cell: Cell, figure: Figure) -> None:
    if figure.value is None or not math.isfinite(figure.value):
        page.sheet.write_string(cell.row, cell.column, figure.mark, page.styles.mark())
    else:
        page.sheet.write_number(cell.row, cell.column, figure.value, page.styles.number(figure.unit, told=figure.told))
