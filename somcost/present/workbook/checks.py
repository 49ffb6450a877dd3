"""The table of checks: two ways to the same figure, their difference, and whether it is nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from somcost.analyse.balances import RELATIVE_TOLERANCE, Balance
from somcost.cost.quantity import Quantity
from somcost.present.workbook.blocks import Page, write_quantity
from somcost.present.workbook.formulas import Writer
from somcost.present.workbook.places import Cell, Column, Places
from somcost.present.workbook.styles import BAD, GOOD

OK = "OK"


@dataclass(slots=True)
class Checks:
    """What must add up."""

    balances: Sequence[tuple[Balance, Quantity, Quantity]]
    top: int = 0
    gap: int = 1

    def place(self, places: Places, sheet: str, top: int) -> int:
        """Give each side that stands nowhere else its cell, and the verdicts a name."""
        self.top = top
        for row, (balance, *sides) in enumerate(self.balances, start=top + 3):
            for column, quantity in enumerate(sides, start=1):
                if places.place(quantity) is None:
                    side = ("left", "right")[column - 1]
                    places.take(quantity, Cell(sheet, row, column, places.free_name("checks", balance.name, side)))
        places.name(Column(sheet, top + 3, 4, len(self.balances), "checks_verdicts"))
        places.name(Cell(sheet, top, 1, "checks_tolerance"))
        return top + len(self.balances) + 3

    def write(self, page: Page) -> None:
        """Write the tolerance, then a row a check."""
        say = page.words.say
        page.sheet.write_string(self.top, 0, say("Largest difference, as a share of the figure"), page.styles.text())
        page.sheet.write_number(self.top, 1, RELATIVE_TOLERANCE, page.styles.number("tolerance", given=True))
        headings = [say("Check"), say("One way"), say("Another way"), say("Difference"), say("Verdict")]
        for column, heading in enumerate(headings):
            page.sheet.write_string(self.top + 2, column, heading, page.styles.heading(right=column > 0))
        for row, (balance, left, right) in enumerate(self.balances, start=self.top + 3):
            self._write_check(page, row, balance, (left, right))
        verdicts = Column(page.name, self.top + 3, 4, len(self.balances)).fixed()
        for word, colour in ((OK, GOOD), (say("FAULT"), BAD)):
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": page.styles.fill(colour)}
            page.sheet.conditional_format(verdicts.replace("$", ""), rule)

    def _write_check(self, page: Page, row: int, balance: Balance, sides: tuple[Quantity, Quantity]) -> None:
        writer = Writer(page.places, page.name)
        page.sheet.write_string(row, 0, page.words.check(balance.name), page.styles.text())
        for column, quantity in enumerate(sides, start=1):
            place = page.places.place(quantity)
            own = isinstance(place, Cell) and (place.sheet, place.row, place.column) == (page.name, row, column)
            cell = place if own and isinstance(place, Cell) else Cell(page.name, row, column)
            write_quantity(page, cell, quantity, writer)
        number, left, right = row + 1, f"B{row + 1}", f"C{row + 1}"
        difference = float(sides[0].value) - float(sides[1].value)
        page.sheet.write_formula(row, 3, f"={left}-{right}", page.styles.number("difference"), difference)
        verdict = f'=IF(ABS(D{number})<=checks_tolerance*MAX(1,ABS({left})),"{OK}","{page.words.say("FAULT")}")'
        page.sheet.write_formula(row, 4, verdict, page.styles.verdict(), OK)
