"""Axes of numbers: where their ticks stand, how they are written, and room beside the bars for texts."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from somcost.present.pictures.digits import written
from somcost.present.pictures.look import GREY
from somcost.present.pictures.measure import shortened, widest, width
from somcost.present.pictures.parts import Axis
from somcost.present.pictures.span import Limits

GAP, BESIDE = 22.0, 24.0
"""Points between two ticks' texts; beside them, for marks and label."""
MOST_TICKS = 8


def widened(limits: Limits, length: float, *, before: float = 0.0, after: float = 0.0) -> Limits:
    """Give limits with so many points of room before and after, on an axis so many points long.

    >>> widened((0.0, 60.0), 100.0, before=20.0, after=20.0)
    (-20.0, 80.0)
    """
    low, high = limits
    point = (high - low) / max(length - before - after, length / 4)
    return low - before * point, high + after * point


def round_numbers(limits: Limits, most: int) -> list[float]:
    """Give about so many round numbers within limits.

    >>> round_numbers((1.0, 31.0), 4)
    [10.0, 20.0, 30.0]
    """
    low, high = limits
    found = MaxNLocator(nbins=most, steps=[1, 2, 5, 10]).tick_values(low, high)
    edge = (high - low) * 1e-9
    return [float(tick) for tick in found if low - edge <= tick <= high + edge]


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis with its limits and its length in points.

    Attributes:
        positive: Whether nothing is below 0, and no tick is written there.
    """

    axis: Axis
    limits: Limits
    length: float
    language: str
    positive: bool = False

    def across(self, axes: Axes) -> None:
        """Make it the horizontal axis of a plot: round ticks whose texts have room, lines behind, its label."""
        most = MOST_TICKS
        found = self.ticks(most)
        while most > 1 and sum(width(text) + GAP for text in self.texts(found)) > self.length:
            most -= 1
            found = self.ticks(most)
        axes.set(xlim=self.limits, xlabel=shortened(self.axis.label, self.length))
        axes.set_xticks(found, self.texts(found))
        axes.grid(visible=True, axis="x")
        if self.limits[0] < 0 < self.limits[1]:
            axes.axvline(0, color=GREY, linewidth=0.8, zorder=1.5)

    def upwards(self, axes: Axes) -> None:
        """Make it the vertical axis of a plot."""
        found = self.ticks(MOST_TICKS)
        axes.set(ylim=self.limits, ylabel=shortened(self.axis.label, self.length))
        axes.set_yticks(found, self.texts(found))
        axes.grid(visible=True, axis="y")
        if self.limits[0] < 0 < self.limits[1]:
            axes.axhline(0, color=GREY, linewidth=0.8, zorder=1.5)

    def beside(self) -> float:
        """Give the points that its texts and label take beside a plot."""
        return widest(self.texts(self.ticks(MOST_TICKS))) + BESIDE

    def ticks(self, most: int) -> list[float]:
        """Give round numbers within the limits."""
        return [tick for tick in round_numbers(self.limits, most) if tick >= 0 or not self.positive]

    def texts(self, ticks: Sequence[float]) -> list[str]:
        """Write ticks."""
        return written(ticks, self.axis, self.language)
