"""Labelled rows: bars or dots one below the other, each with a label as high as it needs."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate

from matplotlib.axes import Axes

from somcost.present.pictures.look import INK, LINE, TEXT
from somcost.present.pictures.measure import width, wrapped
from somcost.present.pictures.sheet import MARGIN, WIDTH, Sheet

MOST_LABEL, BAR, BETWEEN, BESIDE_LINES = 190.0, 14.0, 8.0, 5.0
BELOW = 40.0
"""Points below the plot, for the axis's numbers and label."""
EDGE, CLOSE = 18.0, 1.15
"""Points kept free at the right for half of the last tick's text; height of a label's line, over its letters' size."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows laid out downwards in points.

    Attributes:
        labels: Each row's label, as lines.
        middles: Where each row's middle is.
        height: All rows together.
        label: The width of the labels.
        right: What is kept free at the right of the plot.
        bold: The rows whose labels are bold.
    """

    labels: Sequence[Sequence[str]]
    middles: Sequence[float]
    height: float
    label: float
    right: float = EDGE
    bold: Collection[int] = ()

    @property
    def body(self) -> float:
        """The height of rows and axis."""
        return self.height + BELOW

    @property
    def width(self) -> float:
        """The width that is left for the plot."""
        return WIDTH - 2 * MARGIN - self.label - 8 - self.right

    def axes(self, sheet: Sheet) -> Axes:
        """Give the plot; its y are points downwards."""
        axes = sheet.axes(MARGIN + self.label + 8, 0, width=self.width, height=self.height)
        axes.set_ylim(self.height, 0)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        axes.spines["bottom"].set_color(INK)
        for number, (lines, middle) in enumerate(zip(self.labels, self.middles, strict=True)):
            for place, line in enumerate(lines):
                axes.annotate(
                    line,
                    (0, middle + (place - (len(lines) - 1) / 2) * TEXT * CLOSE),
                    (-6, 0),
                    xycoords=axes.get_yaxis_transform(),
                    textcoords="offset points",
                    ha="right",
                    va="center_baseline",
                    fontweight="bold" if number in self.bold else "normal",
                )
        return axes


def rows(labels: Sequence[str], *, right: float = EDGE, bold: Collection[int] = ()) -> Rows:
    """Lay out rows with these labels."""
    lines = [wrapped(label, MOST_LABEL, bold=number in bold) for number, label in enumerate(labels)]
    heights = [max(BAR + BETWEEN, len(each) * TEXT * LINE + BESIDE_LINES) for each in lines] or [BAR + BETWEEN]
    ends = list(accumulate(heights))
    middles = [end - height / 2 for end, height in zip(ends, heights, strict=True)]
    widths = [width(line, bold=number in bold) for number, each in enumerate(lines) for line in each]
    return Rows(lines, middles[: len(lines)], ends[-1], max(widths, default=0.0), right, bold)
