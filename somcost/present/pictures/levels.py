"""The levels that a waterfall passes, and where its axis begins."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from somcost.present.pictures.data import Part, WaterfallPicture
from somcost.present.pictures.span import Limits, span


@dataclass(frozen=True, slots=True)
class Step:
    """A bar of the waterfall: where it begins and ends; a total begins at 0, what is not defined goes nowhere."""

    part: Part
    begin: float
    end: float
    total: bool


def steps(picture: WaterfallPicture) -> list[Step]:
    """Give the bars from the start by the parts to the end."""
    level = picture.start.value.defined or 0.0
    found = [Step(picture.start, 0.0, level, total=True)]
    for part in picture.parts:
        change = part.value.defined or 0.0
        found.append(Step(part, level, level + change, total=False))
        level += change
    return [*found, Step(picture.end, 0.0, picture.end.value.defined or 0.0, total=True)]


def axis_span(picture: WaterfallPicture, bars: Sequence[Step]) -> tuple[Limits, bool]:
    """Give the axis's ends, and whether it is cut: only where asked for, and where all levels lie far above 0."""
    levels = [bar.end for bar in bars if bar.part.value.defined is not None]
    low, high = span(levels)
    if picture.from_zero or low <= high - low:
        return span(levels, zero=True), False
    room = 10 ** math.floor(math.log10((high - low) / 2))
    return (math.floor((low - (high - low) / 4) / room) * room, high), True
