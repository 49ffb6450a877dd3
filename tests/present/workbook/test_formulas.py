"""A trace as spreadsheet formulas: what binds less tightly stands in parentheses, and nothing else does."""

import numpy as np
import pytest

from somcost.cost.operations import count_between
from somcost.cost.quantity import Quantity
from somcost.model.dimensions import Dimension
from somcost.present.workbook.formulas import Writer
from somcost.present.workbook.places import Column, Places

A, B, C = Quantity(6.0), Quantity(2.0), Quantity(0.5)


@pytest.mark.parametrize(
    ("quantity", "formula"),
    [
        (A - (B - C), "=6-(2-0.5)"),
        (A - B - C, "=6-2-0.5"),
        (A / (B * C), "=6/(2*0.5)"),
        (A / (B / C), "=6/(2/0.5)"),
        (A / B / C, "=6/2/0.5"),
        (A * (B + C), "=6*(2+0.5)"),
        (A + B * C, "=6+2*0.5"),
    ],
)
def test_a_formula_is_read_as_it_was_made(quantity: Quantity, formula: str) -> None:
    """A spreadsheet computes what the engine computed."""
    assert Writer(Places(), "Ark").formula(quantity) == formula


def test_a_count_holds_its_first_and_its_last_day() -> None:
    """Whoever left on the last day of the year left in that year."""
    days = Quantity(np.array([43_466.0, 43_830.0]), "date", "end", Dimension("citizen", range(2)))
    places = Places()
    places.take(days, Column("Borgere", 4, 2, 2, "citizen_end"))
    counted = count_between(days, Quantity(43_466.0), Quantity(43_830.0), where=None)

    assert float(np.sum(counted.value)) == 2
    assert Writer(places, "Ark").formula(counted) == '=COUNTIFS(citizen_end,">="&43466,citizen_end,"<="&43830)'
