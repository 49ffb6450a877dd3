"""The cost curve: a result over the number of participants."""

import math

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from somcost.present.language import say
from somcost.present.pictures.data import Curve, CurvePicture
from somcost.present.pictures.look import BLUE, GREEN, GREY, INK, ORANGE, PURPLE, VERMILLION, How
from somcost.present.pictures.parts import Value
from somcost.present.pictures.rows import BELOW, EDGE
from somcost.present.pictures.scale import Scale
from somcost.present.pictures.sheet import MARGIN, WIDTH, sheet
from somcost.present.pictures.span import Limits, span
from somcost.present.pictures.words import AS_CALCULATED, NOT_FROM_ZERO

HEIGHT, HEADROOM, MOST_MARKED = 230.0, 0.06, 40
LINES = (
    (BLUE, "-", "o"),
    (VERMILLION, "--", "s"),
    (GREEN, "-.", "^"),
    (INK, ":", "D"),
    (PURPLE, "-", "v"),
    (ORANGE, "--", "P"),
)
"""Colour, dashes and marker of each line in turn: any one of them tells the lines apart."""
BASE: How = {"marker": "D", "markersize": 9, "markerfacecolor": "white", "markeredgecolor": INK, "markeredgewidth": 2}
TARGET: How = {"color": INK, "linewidth": 1.4, "linestyle": (0, (8, 3))}


def curve(picture: CurvePicture, language: str) -> Figure:
    """Draw a cost curve."""
    across, up, cut = curve_span(picture)
    upwards = Scale(picture.axis, up, HEIGHT, language)
    left = upwards.beside()
    width = WIDTH - 2 * MARGIN - left - EDGE
    page = sheet(
        picture,
        HEIGHT + BELOW,
        language=language,
        legend=_legend(picture, language),
        notes=[say(NOT_FROM_ZERO, language)] if cut else [],
    )
    axes = page.axes(MARGIN + left, 0, width=width, height=HEIGHT)
    Scale(picture.across, across, width, language).across(axes)
    upwards.upwards(axes)
    for number, line in enumerate(picture.curves):
        axes.plot(*zip(*_points(line), strict=True), **_how(number, line), gid=f"curve-{number}")
    _references(axes, picture)
    return page.figure


def curve_span(picture: CurvePicture) -> tuple[Limits, Limits, bool]:
    """Give the ends of both axes, and whether the result's is cut."""
    base = [(picture.base.x, Value(picture.base.y, ""))] if picture.base else []
    points = [*base, *(point for line in picture.curves for point in line.points)]
    across = span([x for x, _ in points])
    target = picture.target.value.defined if picture.target else None
    low, high = span([*(y.defined for _, y in points), target], zero=picture.from_zero)
    room = HEADROOM * (high - low)
    return across, (low - room if low else 0.0, high + room), low - room > 0


def _points(line: Curve) -> list[tuple[float, float]]:
    """Give a line's points; one that is not defined breaks it."""
    found = [(x, y.defined) for x, y in line.points]
    return [(x, math.nan if y is None else y) for x, y in found] or [(math.nan, math.nan)]


def _how(number: int, line: Curve) -> How:
    colour, dashes, marker = LINES[number % len(LINES)]
    return {
        "color": colour,
        "linestyle": dashes,
        "marker": marker if len(line.points) <= MOST_MARKED else "",
        "markersize": 4.5,
        "linewidth": 1.8,
        "drawstyle": "steps-pre" if line.stepped else "default",
        "zorder": 3,
        "clip_on": False,
    }


def _legend(picture: CurvePicture, language: str) -> list[Artist]:
    lines = [
        Line2D([], [], label=line.label, **{**_how(number, line), "drawstyle": "default"})
        for number, line in enumerate(picture.curves)
    ]
    base = f"{say(AS_CALCULATED, language)}: {picture.base.text}" if picture.base else ""
    return [
        *lines,
        *([Line2D([], [], linestyle="", label=base, **BASE)] if base else []),
        *([Line2D([], [], label=str(picture.target), **TARGET)] if picture.target else []),
    ]


def _references(axes: Axes, picture: CurvePicture) -> None:
    """Draw the base point with lines to both axes, and the target across."""
    if picture.target and picture.target.value.defined is not None:
        axes.axhline(picture.target.value.defined, **TARGET, zorder=2, gid="target")
    if picture.base:
        x, y = picture.base.x, picture.base.y
        axes.plot([x, x, axes.get_xlim()[0]], [axes.get_ylim()[0], y, y], color=GREY, linewidth=0.9, linestyle=":")
        axes.plot([x], [y], linestyle="", zorder=5, gid="base", clip_on=False, **BASE)
