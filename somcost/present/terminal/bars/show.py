"""Shows any picture as text."""

from collections.abc import Callable, Iterator
from typing import Any

from somcost.present.pictures.data import (
    CurvePicture,
    DistributionPicture,
    HeatMap,
    Picture,
    SpreadPicture,
    TornadoPicture,
    WaterfallPicture,
)
from somcost.present.terminal.bars.curve import curve
from somcost.present.terminal.bars.distribution import distribution
from somcost.present.terminal.bars.heat_map import heat_map
from somcost.present.terminal.bars.spread import spread
from somcost.present.terminal.bars.tornado import tornado
from somcost.present.terminal.bars.waterfall import waterfall
from somcost.present.terminal.view import Table

SHOWN: dict[type[Picture], Callable[[Any, str], Iterator[Table]]] = {
    TornadoPicture: tornado,
    WaterfallPicture: waterfall,
    HeatMap: heat_map,
    DistributionPicture: distribution,
    CurvePicture: curve,
    SpreadPicture: spread,
}


def text_bars(picture: Picture, *, language: str = "da") -> Iterator[Table]:
    """Give a picture as tables that fit 80 columns (figur som tekst), bars of characters in one column of them.

    Args:
        picture: What to show; a heat map becomes plain tables, a cost curve a table a line.
        language: The language of the picture's own few words, and of the numbers that it does not hold as texts.

    >>> from somcost.present.pictures import Axis, Part, Value, WaterfallPicture
    >>> start, end = Part("2018", Value(80, "80")), Part("2019", Value(60, "60"))
    >>> parts = [Part("Timer", Value(-20, "-20"))]
    >>> picture = WaterfallPicture(title="Omkostning", start=start, parts=parts, end=end, axis=Axis("kr."))
    >>> [table] = text_bars(picture)
    >>> [(row[0], row[1].count("█"), row[1].count("░"), row[2]) for row in table.rows]
    [('2018', 64, 0, '80'), ('Timer', 0, 16, '-20'), ('2019', 48, 0, '60')]
    """
    yield from SHOWN[type(picture)](picture, language)
