"""The first sheet: what it costs, what to bear in mind, whether everything adds up, and the charts."""

from collections.abc import Sequence
from dataclasses import dataclass

from somcost.cost.quantity import Quantity
from somcost.present.workbook.blocks import Page, write_quantity
from somcost.present.workbook.checks import OK
from somcost.present.workbook.formulas import Writer
from somcost.present.workbook.places import Cell, Places
from somcost.present.workbook.styles import BAD, GOOD


@dataclass(slots=True)
class KeyFigures:
    """The main results, as references to the sheet of results; nothing is calculated here."""

    headings: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Quantity | None]]]
    top: int = 0
    gap: int = 1

    def place(self, places: Places, sheet: str, top: int) -> int:  # noqa: ARG002 - it only refers
        """Take a row a figure."""
        self.top = top
        return top + len(self.rows) + 1

    def write(self, page: Page) -> None:
        """Write the figures."""
        for column, heading in enumerate(self.headings):
            page.sheet.write_string(self.top, column, heading, page.styles.heading(right=column > 0))
        writer = Writer(page.places, page.name)
        for row, (label, figures) in enumerate(self.rows, start=self.top + 1):
            page.sheet.write_string(row, 0, label, page.styles.text(strong=True))
            for column, quantity in enumerate(figures, start=1):
                if quantity is None:
                    page.sheet.write_string(row, column, "–", page.styles.text())
                else:
                    write_quantity(page, Cell(page.name, row, column), quantity, writer, strong=True)


@dataclass(slots=True)
class MasterCheck:
    """One cell that says whether every check of the workbook holds."""

    label: str
    good: str
    bad: str
    top: int = 0
    gap: int = 1

    def place(self, places: Places, sheet: str, top: int) -> int:
        """Take one row, under a name of its own."""
        self.top = top
        places.name(Cell(sheet, top, 1, "checks_master"))
        return top + 1

    def write(self, page: Page) -> None:
        """Write the verdict: a fault anywhere, or a check that cannot be computed, is a fault here."""
        page.sheet.write_string(self.top, 0, self.label, page.styles.text(strong=True))
        formula = f'=IF(COUNTIF(checks_verdicts,"{OK}")=ROWS(checks_verdicts),"{self.good}","{self.bad}")'
        page.sheet.write_formula(self.top, 1, formula, page.styles.verdict(), self.good)
        for word, colour in ((self.good, GOOD), (self.bad, BAD)):
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": page.styles.fill(colour)}
            page.sheet.conditional_format(self.top, 1, self.top, 1, rule)


@dataclass(slots=True)
class Caveats:
    """What to bear in mind, each on a line that wraps over the width of the page."""

    lines: Sequence[str]
    columns: int = 5
    top: int = 0
    gap: int = 1

    def place(self, places: Places, sheet: str, top: int) -> int:  # noqa: ARG002 - text has no quantities
        """Take a row a caveat."""
        self.top = top
        return top + len(self.lines)

    def write(self, page: Page) -> None:
        """Write each caveat over merged cells, high enough to be read."""
        for row, line in enumerate(self.lines, start=self.top):
            page.sheet.merge_range(row, 0, row, self.columns - 1, "", page.styles.text(wrap=True))
            page.sheet.write_string(row, 0, f"• {line}", page.styles.text(wrap=True))
            page.sheet.set_row(row, 14 * (1 + len(line) // 105))
