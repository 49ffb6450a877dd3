"""The price level that amounts are brought to: what a file or the command line says of it, and its index."""

import hashlib
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from somcost.model.plan import PlanInputs
from somcost.model.price_index import SERIES, Kind, Prices, StatedPriceLevel
from somcost.model.scenario import FileRead, Inputs
from somcost.read.price_index import read_price_index
from somcost.read.price_level_shapes import PUBLISHED, PriceLevelShape
from somcost.read.yaml_checks import text_of
from somcost.read.yaml_tree import Document

AnyInputs = TypeVar("AnyInputs", Inputs, PlanInputs)


def price_level_of(shape: PriceLevelShape | None, document: Document) -> StatedPriceLevel | None:
    """Make what a file says of the price level."""
    if shape is None:
        return None
    stated: dict[Kind, float | None] = {"wages": shape.wage_rate, "other_expenses": shape.price_rate}
    rates = {kind: rate for kind, rate in stated.items() if rate is not None}
    series: dict[Kind, str] = {"wages": shape.wages, "other_expenses": shape.other_expenses}
    return StatedPriceLevel(
        document.place("price_level"), shape.year, shape.index, MappingProxyType(series), MappingProxyType(rates)
    )


def brought(inputs: AnyInputs, asked: StatedPriceLevel | None) -> AnyInputs:
    """Give inputs the price level that they or the command line ask for; what the command line says stands first.

    Raises:
        InputProblems: There is no such index, or something is wrong with its file.
    """
    own = inputs.scenario.price_level
    if asked is None and own is None:
        return inputs
    stated = _both(asked, own)
    of_file = asked is None or asked.index is None
    beside = Path(inputs.scenario.location.file).parent if of_file else Path()
    index = read_price_index(stated.index or PUBLISHED, beside=beside, named_at=stated.location)
    level = inputs.assumptions.price_level
    prices = Prices(stated.location, level, index, {**SERIES, **stated.series}, stated.rates)
    _, content = text_of(Path(index.location.file))
    read = FileRead(Path(index.location.file).name, hashlib.sha256(content).hexdigest())
    return replace(
        inputs,
        assumptions=replace(inputs.assumptions, price_level=level if stated.year is None else stated.year),
        prices=prices,
        files=(*inputs.files, read),
    )


def _both(asked: StatedPriceLevel | None, own: StatedPriceLevel | None) -> StatedPriceLevel:
    if asked is None or own is None:
        one = asked or own
        if one is None:
            raise AssertionError("a price level is asked for")
        return one
    return StatedPriceLevel(
        location=asked.location,
        year=own.year if asked.year is None else asked.year,
        index=asked.index or own.index,
        series={**own.series, **asked.series},
        rates={**own.rates, **asked.rates},
    )
