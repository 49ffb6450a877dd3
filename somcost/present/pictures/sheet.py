"""A sheet: a figure measured in points, with title, legend and notes laid out round what is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from somcost.present.language import say
from somcost.present.pictures.look import GREY, INK, LINE, POINTS_PER_INCH, SMALL, TEXT, TITLE
from somcost.present.pictures.measure import shortened, widest, wrapped
from somcost.present.pictures.parts import Captioned

WIDTH, MARGIN = 540.0, 14.0
HANDLE = 46.0
"""Points that a legend's sign takes with the space round it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A figure with its body's place, in points from its upper left corner.

    Attributes:
        top: Where the body begins.
        language: The language it is written in.
    """

    figure: Figure
    width: float
    height: float
    top: float
    language: str

    def axes(self, left: float, top: float, *, width: float, height: float) -> Axes:
        """Give a plot, placed from the body's upper left corner."""
        bottom = self.height - self.top - top - height
        rectangle = (left / self.width, bottom / self.height, width / self.width, height / self.height)
        return self.figure.add_axes(rectangle)

    def say(self, message: str) -> str:
        """Say one of the picture's own words."""
        return say(message, self.language)


def sheet(
    picture: Captioned,
    body: float,
    *,
    language: str,
    legend: Sequence[Artist] = (),
    notes: Sequence[str] = (),
    width: float = WIDTH,
) -> Sheet:
    """Lay out a sheet with a body of so many points' height."""
    inside = width - 2 * MARGIN
    texts = [
        *((line, TITLE, "bold", INK) for line in wrapped(picture.title, inside, TITLE, bold=True)),
        *((line, TEXT, "normal", GREY) for line in wrapped(picture.subtitle, inside) if line),
    ]
    below = [line for note in (*notes, *picture.notes) for line in wrapped(note, inside, SMALL, most_lines=6)]
    columns, rows = _legend_shape(legend, inside)
    heading = MARGIN + sum(size * LINE for _, size, _, _ in texts)
    top = heading + (rows * SMALL * 1.9 + 6 if rows else 0) + 8
    height = top + body + len(below) * SMALL * LINE + MARGIN
    figure = Figure(figsize=(width / POINTS_PER_INCH, height / POINTS_PER_INCH), facecolor="white")
    y = MARGIN
    for line, size, weight, colour in texts:
        _write(figure, line, (MARGIN, y + size), size=size, weight=weight, color=colour)
        y += size * LINE
    for number, line in enumerate(below):
        _write(figure, line, (MARGIN, top + body + 2 + (number + 1) * SMALL * LINE), size=SMALL, color=GREY)
    if rows:
        place = (MARGIN / width, 1 - (heading + 6) / height)
        figure.legend(
            handles=list(legend),
            loc="upper left",
            bbox_to_anchor=place,
            ncols=columns,
            borderpad=0,
            borderaxespad=0,
            handlelength=2.4,
            handleheight=1.0,
            columnspacing=1.6,
            labelspacing=0.55,
        )
    return Sheet(figure, width, height, top, language)


def _legend_shape(legend: Sequence[Artist], inside: float) -> tuple[int, int]:
    """Give a legend's columns and rows, and shorten what is wider than the sheet."""
    for each in legend:
        each.set_label(shortened(str(each.get_label()), inside - HANDLE, SMALL))
    if not legend:
        return 1, 0
    column = widest([str(each.get_label()) for each in legend], SMALL) + HANDLE
    columns = max(1, min(len(legend), int(inside / column)))
    return columns, -(-len(legend) // columns)


def _write(figure: Figure, text: str, place: tuple[float, float], **how: Any) -> None:
    x, y = place
    width, height = (side * POINTS_PER_INCH for side in figure.get_size_inches())
    figure.text(x / width, 1 - y / height, text, ha="left", va="baseline", **how)
