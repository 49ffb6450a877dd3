"""The distribution: a histogram with quantiles as lines, and what lies above a threshold hatched."""

from collections.abc import Sequence
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from somcost.present.pictures.data import DistributionPicture
from somcost.present.pictures.flags import STEP, flag_width, fly, levels
from somcost.present.pictures.look import LIGHT, MIST, ORANGE, fill
from somcost.present.pictures.parts import Mark
from somcost.present.pictures.rows import BELOW, EDGE
from somcost.present.pictures.scale import Scale
from somcost.present.pictures.sheet import MARGIN, WIDTH, sheet
from somcost.present.pictures.span import Limits, span

HEIGHT, HEADROOM = 190.0, 1.05
WITHIN, ABOVE = fill(MIST), fill(ORANGE, LIGHT)


def distribution(picture: DistributionPicture, language: str) -> Figure:
    """Draw a distribution."""
    marks = placed_marks(picture)
    within = span([*picture.edges, *(place for _, place in marks)])
    counts = 0.0, max(picture.counts, default=0.0) * HEADROOM or 1.0
    upwards = Scale(picture.count_axis, counts, HEIGHT, language)
    left = upwards.beside()
    width = WIDTH - 2 * MARGIN - left - EDGE
    limits = limits_with_flags(within, width, marks)
    point = (limits[1] - limits[0]) / width
    flown = levels([(place / point, flag_width(mark)) for mark, place in marks])
    above = (max(flown, default=-1) + 1) * STEP + 8
    page = sheet(picture, above + HEIGHT + BELOW, language=language)
    axes = page.axes(MARGIN + left, above, width=width, height=HEIGHT)
    Scale(picture.axis, limits, width, language).across(axes)
    upwards.upwards(axes)
    axes.grid(visible=False, axis="x")
    _bins(axes, picture)
    flags = [(mark, place, level) for (mark, place), level in zip(marks, flown, strict=True)]
    fly(axes, flags, height=HEIGHT, bold=picture.threshold)
    return page.figure


def placed_marks(picture: DistributionPicture) -> list[tuple[Mark, float]]:
    """Give what is defined of quantiles and threshold, from the left."""
    marks = [*picture.quantiles, *([picture.threshold] if picture.threshold else [])]
    found = [(mark, mark.value.defined) for mark in marks]
    return sorted(((mark, place) for mark, place in found if place is not None), key=lambda each: each[1])


def limits_with_flags(within: Limits, width: float, marks: Sequence[tuple[Mark, float]]) -> Limits:
    """Give limits so that no flag reaches beyond a plot so many points wide."""
    low, high = within
    shares = [((place - low) / (high - low), flag_width(mark)) for mark, place in marks]
    inner = min([(width - wide) / share for share, wide in shares if share > 0] + [width])
    return low, low + (high - low) * width / inner


def _bins(axes: Axes, picture: DistributionPicture) -> None:
    """Draw the bins; the one that holds the threshold in two parts."""
    threshold = picture.threshold.value.defined if picture.threshold else None
    for number, ((low, high), count) in enumerate(zip(pairwise(picture.edges), picture.counts, strict=True)):
        cut = high if threshold is None else min(max(threshold, low), high)
        for name, begin, end, how in (("bin", low, cut, WITHIN), ("bin-above", cut, high, ABOVE)):
            if begin < end and count:
                axes.bar(begin, count, end - begin, align="edge", zorder=2, **how)[0].set_gid(f"{name}-{number}")
