"""A trace written as spreadsheet formulas, as their author would have typed them.

Only functions that Excel 2016 and LibreOffice 7.4 compute alike. What has a cell is referred to; what has none is
written out. Inside a sum over a dimension, columns are referred to whole; in a table's row, cell by cell.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from somcost.cost.operations import WHOLE_DECIMALS
from somcost.cost.quantity import Quantity
from somcost.model.dimensions import Dimension
from somcost.present.workbook.places import Cell, Column, Places

SUM, PRODUCT, POWER, ATOM = 1, 2, 3, 4
"""How tightly a piece of formula binds: a + b, a * b, a ^ b, everything else."""

Piece = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the formulas of one sheet; `row` is the dimension of the table row it writes for, `whole` within a sum."""

    places: Places
    sheet: str
    row: Dimension | None = None
    whole: bool = False
    row_inputs: bool = False

    def formula(self, quantity: Quantity) -> str:
        """Write how a quantity comes about, as a formula; an input that stands elsewhere as a reference to it."""
        if quantity.operation:
            return "=" + self._operation(quantity)[0]
        return "=" + self.text(quantity)

    def reference(self, quantity: Quantity) -> str:
        """Write a reference to a quantity that stands elsewhere."""
        return "=" + self.text(quantity)

    def text(self, quantity: Quantity) -> str:
        """Write a quantity: its reference if it has a place, else how it comes about."""
        return self._piece(quantity)[0]

    def _piece(self, quantity: Quantity) -> Piece:
        place = self.places.place(quantity)
        if isinstance(place, Cell):
            here = place.sheet == self.sheet and self.row_inputs and not place.name
            return place.address(self.sheet, fixed_row=not here), ATOM
        if isinstance(place, Column):
            if self.whole or quantity.dimension is not self.row:
                return place.address(self.sheet), ATOM
            return place.in_row(self.sheet), ATOM
        if not quantity.operation:
            return _number(float(quantity.value)), ATOM
        return self._operation(quantity)

    def _operation(self, quantity: Quantity) -> Piece:
        return OPERATIONS[quantity.operation](self, quantity)

    def bound(self, quantity: Quantity, *, than: int) -> str:
        """Write an operand, in parentheses where it binds less tightly than needed."""
        text, binds = self._piece(quantity)
        return text if binds >= than else f"({text})"

    def over_dimension(self) -> "Writer":
        """Give the writer for what stands inside a sum over a dimension."""
        return replace(self, whole=True)


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)


def _infix(sign: str, binds: int, right: int) -> Callable[[Writer, Quantity], Piece]:
    def write(writer: Writer, quantity: Quantity) -> Piece:
        first, second = quantity.operands
        left = ATOM if binds == POWER else binds
        return f"{writer.bound(first, than=left)}{sign}{writer.bound(second, than=right)}", binds

    return write


def _function(name: str) -> Callable[[Writer, Quantity], Piece]:
    def write(writer: Writer, quantity: Quantity) -> Piece:
        if writer.whole:
            raise AssertionError(f"{name} works cell by cell: give the quantity inside a key")
        return f"{name}({','.join(writer.text(each) for each in quantity.operands)})", ATOM

    return write


def _round_up(writer: Writer, quantity: Quantity) -> Piece:
    return f"ROUNDUP(ROUND({writer.text(quantity.operands[0])},{WHOLE_DECIMALS}),0)", ATOM


def _sum(writer: Writer, quantity: Quantity) -> Piece:
    if len(quantity.operands) > 1:
        return f"SUM({','.join(writer.text(each) for each in quantity.operands)})", ATOM
    (values,) = quantity.operands
    inside = writer.over_dimension()
    if writer.places.place(values) is not None:
        return f"SUM({inside.text(values)})", ATOM
    if values.operation == "multiply" and all(each.dimension is not None for each in values.operands):
        return f"SUMPRODUCT({','.join(inside.text(each) for each in values.operands)})", ATOM
    return f"SUMPRODUCT({inside.text(values)})", ATOM


def _mean(writer: Writer, quantity: Quantity) -> Piece:
    inside = writer.over_dimension()
    if len(quantity.operands) > 1:
        return f"AVERAGE({','.join(writer.text(each) for each in quantity.operands)})", ATOM
    (values,) = quantity.operands
    if writer.places.place(values) is not None:
        return f"AVERAGE({inside.text(values)})", ATOM
    if values.dimension is None:
        raise AssertionError("a mean runs over a dimension")
    members = writer.places.labels_of(values.dimension, writer.sheet).address(writer.sheet)
    return f"SUMPRODUCT({inside.text(values)})/ROWS({members})", PRODUCT


def _sum_by(writer: Writer, quantity: Quantity) -> Piece:
    (values,) = quantity.operands
    category = writer.places.category(quantity.detail)
    inside = writer.over_dimension()
    label = writer.places.labels_of(quantity.detail.groups, writer.sheet)
    return f"SUMIFS({inside.text(values)},{category.address(writer.sheet)},{label.in_row(writer.sheet)})", ATOM


def _sum_by_each(writer: Writer, quantity: Quantity) -> Piece:
    """Write the sum of the lines that agree with the row in every category; a blank is matched by blanks."""
    (values,) = quantity.operands
    criteria = ""
    for name, category in quantity.detail.categories.items():
        if len(category.groups):
            lines = writer.places.category(quantity.detail.of[name]).address(writer.sheet)
            own = writer.places.category(category).in_row(writer.sheet)
            criteria += f',{lines},IF({own}="","=",{own})'
    inside = writer.over_dimension().text(values)
    return (f"SUMIFS({inside}{criteria})" if criteria else f"SUM({inside})"), ATOM


def _look_up(writer: Writer, quantity: Quantity) -> Piece:
    (table,) = quantity.operands
    column = writer.places.place(table)
    if not isinstance(column, Column):
        raise AssertionError(f"{table.key} is looked up and needs a column")
    category = writer.places.category(quantity.detail).in_row(writer.sheet)
    labels = writer.places.labels_of(quantity.detail.groups, column.sheet).address(writer.sheet)
    return f"INDEX({column.address(writer.sheet)},MATCH({category},{labels},0))", ATOM


def _element(writer: Writer, quantity: Quantity) -> Piece:
    (column,) = quantity.operands
    place = writer.places.place(column)
    if not isinstance(place, Column):
        raise AssertionError(f"{column.key} is read member by member and needs a column")
    return place.cell(quantity.detail).address(writer.sheet), ATOM


def _otherwise(writer: Writer, quantity: Quantity) -> Piece:
    values, replacement = (writer.text(each) for each in quantity.operands)
    return f'IF({values}="",{replacement},{values})', ATOM


def _month_position(writer: Writer, quantity: Quantity) -> Piece:
    day = writer.text(quantity.operands[0])
    return f"12*YEAR({day})+MONTH({day})+DAY({day})/DAY(EOMONTH({day},0))", SUM


def _count_between(writer: Writer, quantity: Quantity) -> Piece:
    days, first, last = quantity.operands
    column = writer.over_dimension().text(days)
    conditions = f'{column},">="&{writer.text(first)},{column},"<="&{writer.text(last)}'
    if quantity.detail:
        category, member = quantity.detail
        number = list(category.groups.members).index(member)
        wanted = writer.places.labels_of(category.groups, writer.sheet).cell(number).address(writer.sheet)
        conditions += f",{writer.places.category(category).address(writer.sheet)},{wanted}"
    return f"COUNTIFS({conditions})", ATOM


def _stack(writer: Writer, quantity: Quantity) -> Piece:  # noqa: ARG001 - the table writes it
    raise AssertionError(f"{quantity.key} is given member by member and needs a column")


OPERATIONS: dict[str, Callable[[Writer, Quantity], Piece]] = {
    "add": _infix("+", SUM, SUM),
    "subtract": _infix("-", SUM, PRODUCT),
    "multiply": _infix("*", PRODUCT, PRODUCT),
    "divide": _infix("/", PRODUCT, POWER),
    "power": _infix("^", POWER, ATOM),
    "minimum": _function("MIN"),
    "maximum": _function("MAX"),
    "round_up": _round_up,
    "sum": _sum,
    "mean": _mean,
    "sum_by": _sum_by,
    "sum_by_each": _sum_by_each,
    "look_up": _look_up,
    "element": _element,
    "otherwise": _otherwise,
    "month_position": _month_position,
    "count_between": _count_between,
    "stack": _stack,
}
