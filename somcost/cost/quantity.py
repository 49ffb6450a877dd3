"""A quantity: a number, or a column of numbers over one dimension, that remembers how it came about.

Formulas are plain functions of numbers. Called with quantities they give a quantity whose `operation` and `operands`
are its trace: the workbook's formulas, `somcost explain` and a re-evaluation with other inputs all read that one trace.
"""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from somcost.model.assumptions import Assumption
from somcost.model.dimensions import Dimension
from somcost.model.scenario import Stated

FloatArray = NDArray[np.float64]
Number = float | FloatArray
Value = TypeVar("Value", float, FloatArray, "Quantity")


@dataclass(frozen=True, slots=True)
class Rows:
    """Provenance of a column read from tables: the files and how many of their rows."""

    files: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Derived:
    """Provenance of a number the engine reads off its inputs without a formula, in words."""

    words: str


Provenance = Assumption | Stated | Rows | Derived


@dataclass(frozen=True, slots=True, eq=False)
class Quantity:
    """A traced number.

    Attributes:
        value: A float, or an array with one number per member of `dimension`.
        unit: Such as "kr/hour"; "" for what is only a step of a formula.
        key: The dotted key of an assumption or scenario number, or the name of the formula that gave it; "" for a step.
        dimension: What it runs over; None for a scalar.
        operation: How it came about; "" for an input.
        operands: What it came from.
        detail: What the operation needs beside its operands (a Category, a member's number).
        provenance: Where an input was stated.
    """

    value: Number
    unit: str = ""
    key: str = ""
    dimension: Dimension | None = None
    operation: str = ""
    operands: tuple["Quantity", ...] = ()
    detail: Any = None
    provenance: Provenance | None = None

    def named(self, key: str, unit: str) -> "Quantity":
        """Give the same quantity a key and a unit."""
        return self._with(key, unit, self.operands)

    def resting_on(self, operands: "tuple[Quantity, ...]") -> "Quantity":
        """Give the same quantity with operands that stand for its own."""
        return self._with(self.key, self.unit, operands)

    def _with(self, key: str, unit: str, operands: "tuple[Quantity, ...]") -> "Quantity":
        return Quantity(self.value, unit, key, self.dimension, self.operation, operands, self.detail, self.provenance)

    def __add__(self, other: "Operand") -> "Quantity":
        return combine("add", self, other)

    def __radd__(self, other: "Operand") -> "Quantity":
        return combine("add", other, self)

    def __sub__(self, other: "Operand") -> "Quantity":
        return combine("subtract", self, other)

    def __rsub__(self, other: "Operand") -> "Quantity":
        return combine("subtract", other, self)

    def __mul__(self, other: "Operand") -> "Quantity":
        return combine("multiply", self, other)

    def __rmul__(self, other: "Operand") -> "Quantity":
        return combine("multiply", other, self)

    def __truediv__(self, other: "Operand") -> "Quantity":
        return combine("divide", self, other)

    def __rtruediv__(self, other: "Operand") -> "Quantity":
        return combine("divide", other, self)

    def __pow__(self, other: "Operand") -> "Quantity":
        return combine("power", self, other)


Operand = Quantity | float


def divide(numerator: Any, denominator: Any, out: FloatArray | None = None) -> Any:
    """Divide; what is not defined is not a number, never zero and never an exception."""
    if np.all(denominator):
        return np.true_divide(numerator, denominator, out=out)
    return np.true_divide(numerator, np.where(denominator == 0, np.nan, denominator), out=out)


ARITHMETIC: dict[str, Callable[..., Any]] = {
    "add": np.add,
    "subtract": np.subtract,
    "multiply": np.multiply,
    "divide": divide,
    "power": np.power,
    "minimum": np.minimum,
    "maximum": np.maximum,
}
"""The operations between two quantities, member by member."""


def plain(value: Any) -> Any:
    """Give an array of no dimension as the float it is."""
    return value if np.ndim(value) else float(value)


def as_quantity(operand: Operand) -> Quantity:
    """Take a quantity as it is; make a number of the formula itself (12 months) a nameless one."""
    return operand if isinstance(operand, Quantity) else Quantity(float(operand))


def combine(operation: str, left: Operand, right: Operand) -> Quantity:
    """Combine two quantities member by member; they run over the same dimension, or one of them is a scalar."""
    operands = (as_quantity(left), as_quantity(right))
    dimensions = {each.dimension for each in operands} - {None}
    if len(dimensions) > 1:
        names = " and ".join(sorted(each.name for each in dimensions if each))
        raise TypeError(f"{operation}: quantities over {names} do not go together")
    value = ARITHMETIC[operation](operands[0].value, operands[1].value)
    return Quantity(
        value=plain(value),
        dimension=next(iter(dimensions), None),
        operation=operation,
        operands=operands,
    )


Function = TypeVar("Function", bound=Callable[..., Any])

FORMULAS: dict[str, Callable[..., Any]] = {}
"""Every formula by its name; docs/method.md and the derivations quote their docstrings."""


def formula(unit: str) -> Callable[[Function], Function]:
    """Register a formula; called with quantities, its result carries the formula's name as key, and this unit."""

    def register(function: Function) -> Function:
        name = function.__name__

        @functools.wraps(function)
        def named(*args: Any, **kwargs: Any) -> Any:
            result = function(*args, **kwargs)
            return result.named(name, unit) if isinstance(result, Quantity) else result

        FORMULAS[name] = named
        return cast("Function", named)

    return register
