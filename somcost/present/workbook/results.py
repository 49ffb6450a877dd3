"""The table of results: a row a result, a column an estimate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from somcost.cost.quantity import Quantity
from somcost.present.workbook.blocks import Page, write_quantity
from somcost.present.workbook.formulas import Writer
from somcost.present.workbook.places import Cell, Places


@dataclass(slots=True)
class Results:
    """Results of every estimate; "" is the assessment itself, the others are its variants."""

    keys: Sequence[str]
    estimates: Mapping[str, Mapping[str, Quantity | None]]
    top: int = 0
    gap: int = 1

    def place(self, places: Places, sheet: str, top: int) -> int:
        """Give each result that is calculated its cell."""
        self.top = top
        for column, (variant, results) in enumerate(self.estimates.items(), start=2):
            for row, key in enumerate(self.keys, start=top + 1):
                quantity = results[key]
                if quantity is not None and places.place(quantity) is None:
                    places.take(quantity, Cell(sheet, row, column, places.free_name(variant, key)))
        return top + len(self.keys) + 1

    def write(self, page: Page) -> None:
        """Write headings, labels, units and results."""
        words = page.words
        headings = [words.say("Result"), words.say("Unit"), *(words.estimate(variant) for variant in self.estimates)]
        for column, heading in enumerate(headings):
            page.sheet.write_string(self.top, column, heading, page.styles.heading(right=column > 1))
        writer = Writer(page.places, page.name)
        for row, key in enumerate(self.keys, start=self.top + 1):
            page.sheet.write_string(row, 0, words.result(key), page.styles.text())
            unit = next(each[key].unit for each in self.estimates.values() if each[key] is not None)  # type: ignore[union-attr]
            page.sheet.write_string(row, 1, words.unit(unit), page.styles.text())
            for column, results in enumerate(self.estimates.values(), start=2):
                self._write(page, Cell(page.name, row, column), results[key], writer)

    @staticmethod
    def _write(page: Page, cell: Cell, quantity: Quantity | None, writer: Writer) -> None:
        if quantity is None:
            page.sheet.write_string(cell.row, cell.column, "–", page.styles.text())
            return
        place = page.places.place(quantity)
        here = isinstance(place, Cell) and (place.sheet, place.row, place.column) == (cell.sheet, cell.row, cell.column)
        write_quantity(page, place if here and isinstance(place, Cell) else cell, quantity, writer)
