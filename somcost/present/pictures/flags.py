"""Flags: names of lines across a plot, on as many levels as keep them apart."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from somcost.present.pictures.look import INK, LINE, SMALL, VERMILLION
from somcost.present.pictures.measure import shortened, width
from somcost.present.pictures.parts import Mark

MOST_FLAG = 240.0
STEP = SMALL * LINE + 2


def flag_width(mark: Mark) -> float:
    """Give the width of a mark's name with its pole's space, in points."""
    return min(width(str(mark), SMALL, bold=True), MOST_FLAG) + 8


def levels(places: Sequence[tuple[float, float]]) -> list[int]:
    """Give the level of each flag, from its pole's place and its width; places rise.

    A flag flies to the right of its pole, and higher than every flag whose pole stands under it: so no pole crosses
    a name.

    >>> levels([(0, 50), (40, 50), (200, 50)])
    [1, 0, 0]
    """
    found: dict[int, int] = {}
    for number in reversed(range(len(places))):
        place, wide = places[number]
        under = [found[right] for right in found if places[right][0] < place + wide]
        found[number] = max(under, default=-1) + 1
    return [found[number] for number in range(len(places))]


def fly(axes: Axes, marks: Sequence[tuple[Mark, float, int]], *, height: float, bold: Mark | None) -> None:
    """Draw marks as poles through a plot so many points high, each at its place and level, with their names on top."""
    for number, (mark, place, level) in enumerate(marks):
        strong = mark is bold
        colour, dashes = (VERMILLION, "-") if strong else (INK, (0, (4, 2)))
        top = 1 + (6 + level * STEP + STEP * 0.8) / height
        axes.plot(
            [place, place],
            [0, top],
            transform=axes.get_xaxis_transform(),
            color=colour,
            linestyle=dashes,
            linewidth=2.0 if strong else 1.1,
            clip_on=False,
            zorder=3,
            gid="threshold" if strong else f"mark-{number}",
        )
        axes.annotate(
            shortened(str(mark), MOST_FLAG, SMALL, bold=strong),
            (place, 1),
            (4, 6 + level * STEP),
            xycoords=axes.get_xaxis_transform(),
            textcoords="offset points",
            ha="left",
            va="bottom",
            fontsize=SMALL,
            fontweight="bold" if strong else "normal",
            zorder=4,
        )
