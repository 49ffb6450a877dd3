"""Where quantities stand in the workbook: a scalar in a cell, a quantity over a dimension in a table's column."""

import re
from dataclasses import dataclass, field

from xlsxwriter.utility import xl_col_to_name

from somcost.cost.quantity import Quantity
from somcost.model.dimensions import Category, Dimension


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; row and column count from 0. `name` is its defined name, if it has one."""

    sheet: str
    row: int
    column: int
    name: str = ""

    def address(self, seen_from: str, *, fixed_row: bool = True) -> str:
        """Write the reference as it reads on a sheet: its name, or its address."""
        if self.name:
            return self.name
        column = xl_col_to_name(self.column, col_abs=True)
        return f"{_sheet(self.sheet, seen_from)}{column}{'$' if fixed_row else ''}{self.row + 1}"

    def everywhere(self) -> str:
        """Write the reference as it reads from anywhere."""
        return f"'{self.sheet}'!{xl_col_to_name(self.column, col_abs=True)}${self.row + 1}"


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its cells from a first row on."""

    sheet: str
    row: int
    column: int
    count: int
    name: str = ""

    def address(self, seen_from: str) -> str:
        """Write the reference to all its cells."""
        return self.name or f"{_sheet(self.sheet, seen_from)}{self.fixed()}"

    def fixed(self) -> str:
        """Write its cells as an address that does not move."""
        column = xl_col_to_name(self.column, col_abs=True)
        return f"{column}${self.row + 1}:{column}${self.row + max(self.count, 1)}"

    def everywhere(self) -> str:
        """Write the reference to all its cells as it reads from anywhere."""
        return f"'{self.sheet}'!{self.fixed()}"

    def in_row(self, seen_from: str) -> str:
        """Write the reference to the cell of the same member, with a mark where its row number goes."""
        return f"{_sheet(self.sheet, seen_from)}{xl_col_to_name(self.column)}{mark(self.row)}"

    def cell(self, member: int) -> Cell:
        """Give the cell of one member."""
        return Cell(self.sheet, self.row + member, self.column)


def _sheet(sheet: str, seen_from: str) -> str:
    if sheet == seen_from:
        return ""
    return f"'{sheet}'!" if re.search(r"\W", sheet) else f"{sheet}!"


def mark(first_row: int) -> str:
    """Mark the place of a row number in the one formula of a column."""
    return f"\x01{first_row}\x02"


def in_row(formula: str, member: int) -> str:
    """Put a member's row numbers into the one formula of its column."""
    return re.sub("\x01(\\d+)\x02", lambda found: str(int(found[1]) + member + 1), formula)


LONGEST_NAME = 200
"""Characters of a defined name, of the 255 that a workbook allows; the rest is for a number."""


@dataclass(slots=True)
class Places:
    """The places taken so far, by identity of what stands there."""

    quantities: dict[int, Cell | Column] = field(default_factory=dict)
    labels: dict[tuple[int, str], Column] = field(default_factory=dict)
    categories: dict[tuple[int, str], Column] = field(default_factory=dict)
    names: dict[str, Cell | Column] = field(default_factory=dict)

    def place(self, quantity: Quantity) -> Cell | Column | None:
        """Tell where a quantity stands."""
        return self.quantities.get(id(quantity))

    def labels_of(self, dimension: Dimension, sheet: str) -> Column:
        """Tell where the members of a dimension are named, on this sheet if they are."""
        here = self.labels.get((id(dimension), sheet))
        return here or next(column for (known, _), column in self.labels.items() if known == id(dimension))

    def category(self, category: Category) -> Column:
        """Tell where a category's members stand, line by line."""
        return self.categories[id(category.over), category.name]

    def free_name(self, *parts: str) -> str:
        """Make a defined name of dotted keys: dots become underscores, a name taken gets a number."""
        name = "_".join(re.sub(r"\W", "_", part) for part in parts if part)[:LONGEST_NAME]
        if "_" not in name or name[0].isdigit():
            name = f"som_{name}"
        number = 2
        unique = name
        while unique.lower() in self.names:
            unique, number = f"{name}_{number}", number + 1
        return unique

    def take(self, quantity: Quantity, place: Cell | Column) -> None:
        """Put a quantity in a place."""
        self.quantities[id(quantity)] = place
        self.name(place)

    def name(self, place: Cell | Column) -> None:
        """Keep a place's defined name."""
        if place.name:
            self.names[place.name.lower()] = place
