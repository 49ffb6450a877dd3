"""Numbers along an axis, written with as many decimals as they need."""

import math
from collections.abc import Sequence
from decimal import Decimal

from somcost.present.numbers import Numbers, rounded
from somcost.present.pictures.parts import Axis


def written(ticks: Sequence[float], axis: Axis, language: str) -> list[str]:
    """Write round numbers with as many decimals as the finest of them has.

    >>> written([0.0, 0.5, 1.0], Axis("familier"), "da")
    ['0,0', '0,5', '1,0']
    >>> written([0.1, 0.15], Axis("andel", percent=True), "da")
    ['10 %', '15 %']
    """
    steps = [Decimal(format(tick * (100 if axis.percent else 1), ".9g")).normalize() for tick in ticks]
    decimals = max((-int(step.as_tuple().exponent) for step in steps), default=0)
    numbers = Numbers(language)
    return [numbers.plain(step, max(decimals, 0)) + (" %" if axis.percent else "") for step in steps]


def coarse(numbers: Sequence[float], parts: int) -> list[float]:
    """Round numbers to about so many parts of what they span.

    >>> coarse([340123.4, 368215.4], 100), coarse([1.0, 2.0, 24.0], 100)
    ([340100.0, 368200.0], [1.0, 2.0, 24.0])
    """
    length = max(numbers, default=0.0) - min(numbers, default=0.0)
    step = Decimal(1).scaleb(math.floor(math.log10(length / parts))) if length else Decimal("1e-9")
    return [float(rounded(number, step)) for number in numbers]
