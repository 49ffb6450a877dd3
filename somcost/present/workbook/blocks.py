"""What a sheet is built of: text, lists of scalars (tables: tables.py). Placed first, written after."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from somcost.cost.quantity import Derived, Quantity
from somcost.present.workbook.formulas import Writer
from somcost.present.workbook.places import Cell, Places
from somcost.present.workbook.styles import Styles
from somcost.present.workbook.words import Words


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet being written, with all it takes."""

    sheet: Any
    name: str
    places: Places
    styles: Styles
    words: Words
    widths: Sequence[float] = ()


class Block(Protocol):
    """A part of a sheet that knows its first row, its height and the rows left empty after it."""

    @property
    def top(self) -> int:
        """Its first row."""

    @property
    def gap(self) -> int:
        """Rows left empty after it."""

    def place(self, places: Places, sheet: str, top: int) -> int:
        """Take the block's cells from a row on; give the row after it."""

    def write(self, page: Page) -> None:
        """Write the block's cells."""


TITLE_HEIGHT = 26


@dataclass(slots=True)
class Text:
    """Lines of text, such as a sheet's title; what they head follows at once, a sheet's subtitle apart."""

    lines: Sequence[str]
    kind: str = "text"
    top: int = 0

    @property
    def gap(self) -> int:
        """Rows left empty after it."""
        return int(self.kind == "quiet")

    def place(self, places: Places, sheet: str, top: int) -> int:  # noqa: ARG002 - text has no quantities
        """Take a row a line."""
        self.top = top
        return top + len(self.lines)

    def write(self, page: Page) -> None:
        """Write the lines."""
        look = {
            "title": page.styles.title(),
            "section": page.styles.section(),
            "quiet": page.styles.text(quiet=True),
        }.get(self.kind, page.styles.text())
        if self.kind == "title":
            page.sheet.set_row(self.top, TITLE_HEIGHT)
        for number, line in enumerate(self.lines):
            page.sheet.write_string(self.top + number, 0, line, look)


def number(value: float) -> float | str:
    """Give a number as a cell's stored value; what is not defined is the fault a spreadsheet shows."""
    return value if value == value and abs(value) != float("inf") else "#DIV/0!"  # noqa: PLR0124 - not a number


def write_quantity(page: Page, cell: Cell, quantity: Quantity, writer: Writer, *, strong: bool = False) -> None:
    """Write a scalar where it stands as a formula, as an input, or as a reference to where it stands."""
    place = page.places.place(quantity)
    value = number(float(quantity.value))
    if place != cell and place is not None:
        look = page.styles.number(quantity.unit, strong=strong)
        page.sheet.write_formula(cell.row, cell.column, writer.reference(quantity), look, value)
    elif quantity.operation:
        look = page.styles.number(quantity.unit, strong=strong)
        page.sheet.write_formula(cell.row, cell.column, writer.formula(quantity), look, value)
    else:
        # The months of the calculation stand by the dates they were made for; what was derived is no input either.
        given = quantity.unit != "date" and not isinstance(quantity.provenance, Derived)
        page.sheet.write_number(
            cell.row, cell.column, float(quantity.value), page.styles.number(quantity.unit, given=given)
        )


@dataclass(slots=True)
class Item:
    """One line of a list: a label, a scalar, its defined name if it is to have one, and words beside it."""

    label: str
    quantity: Quantity
    name: str
    beside: Sequence[str] = ()


@dataclass(slots=True)
class ItemList:
    """Scalars one below the other: label, value, unit, and what is said beside each."""

    headings: Sequence[str]
    items: Sequence[Item]
    top: int = 0
    gap: int = 1

    def place(self, places: Places, sheet: str, top: int) -> int:
        """Give each scalar that has no place yet its cell."""
        self.top = top
        for row, item in enumerate(self.items, start=top + 1):
            if places.place(item.quantity) is None:
                name = places.free_name(item.name) if item.name else ""
                places.take(item.quantity, Cell(sheet, row, 1, name))
        return top + len(self.items) + 1

    def write(self, page: Page) -> None:
        """Write headings and lines."""
        write_headings(page, self.top, self.headings)
        writer = Writer(page.places, page.name)
        for row, item in enumerate(self.items, start=self.top + 1):
            page.sheet.write_string(row, 0, item.label, page.styles.text())
            write_quantity(page, Cell(page.name, row, 1, _own_name(page, item.quantity, row)), item.quantity, writer)
            page.sheet.write_string(row, 2, page.words.unit(item.quantity.unit), page.styles.text(indent=1))
            fit_row(page, row, item.beside, first=3)
            for column, words in enumerate(item.beside, start=3):
                page.sheet.write_string(row, column, words, page.styles.text(wrap=True))


def _own_name(page: Page, quantity: Quantity, row: int) -> str:
    place = page.places.place(quantity)
    here = isinstance(place, Cell) and (place.sheet, place.row, place.column) == (page.name, row, 1)
    return place.name if isinstance(place, Cell) and here else ""


LINE_HEIGHT = 13.5


def fit_row(page: Page, row: int, texts: Sequence[str], *, first: int = 0) -> None:
    """Make a row as high as its longest wrapped text needs at the columns' widths."""
    lines = [-(-len(text) // max(int(width), 1)) for text, width in zip(texts, page.widths[first:], strict=False)]
    page.sheet.set_row(row, LINE_HEIGHT * max([1, *lines]) + 1.5)


def told_apart(headings: Sequence[str]) -> list[str]:
    """Number what stands more than once, as the days of the first and of the second observed period.

    >>> told_apart(["Days", "Share", "Days"])
    ['Days (1)', 'Share', 'Days (2)']
    """
    counts, seen, told = Counter(headings), Counter[str](), []
    for heading in headings:
        seen[heading] += 1
        told.append(f"{heading} ({seen[heading]})" if counts[heading] > 1 else heading)
    return told


def write_headings(page: Page, row: int, headings: Sequence[str], *, first: int = 0, numbers_from: int = 1) -> None:
    """Write a table's headings."""
    fit_row(page, row, headings, first=first)
    for column, heading in enumerate(headings, start=first):
        page.sheet.write_string(row, column, heading, page.styles.heading(right=column == numbers_from))
