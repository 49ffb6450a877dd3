"""The waterfall: a total, the parts that raise or lower it, joined by lines, and the total they lead to."""

from collections.abc import Sequence
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from somcost.present.language import say
from somcost.present.pictures.data import WaterfallPicture
from somcost.present.pictures.levels import Step, axis_span, steps
from somcost.present.pictures.look import INK, LIGHT, SKY, SLATE, TEXT, VERMILLION, How, fill
from somcost.present.pictures.measure import widest
from somcost.present.pictures.rows import BAR, Rows, rows
from somcost.present.pictures.scale import Scale, widened
from somcost.present.pictures.sheet import sheet
from somcost.present.pictures.words import LOWERS, NOT_FROM_ZERO, RAISES

TOTAL, RISE, FALL = fill(SLATE), fill(VERMILLION), fill(SKY, LIGHT)


def waterfall(picture: WaterfallPicture, language: str) -> Figure:
    """Draw a waterfall."""
    bars = steps(picture)
    laid = rows([bar.part.label for bar in bars], bold=(0, len(bars) - 1))
    within, cut = axis_span(picture, bars)
    after = widest([bar.part.value.text for bar in bars], bold=True) + 8
    limits = widened(within, laid.width, before=8 if within[0] < 0 else 0, after=after)
    legend = [Patch(label=say(RAISES, language), **RISE), Patch(label=say(LOWERS, language), **FALL)]
    notes = [say(NOT_FROM_ZERO, language)] if cut else []
    page = sheet(picture, laid.body, language=language, legend=legend, notes=notes)
    axes = laid.axes(page)
    Scale(picture.axis, limits, laid.width, language).across(axes)
    _draw(axes, bars, laid, limits[0])
    if cut:
        _show_cut(axes, laid)
    return page.figure


def _draw(axes: Axes, bars: Sequence[Step], laid: Rows, left: float) -> None:
    for number, (bar, middle) in enumerate(zip(bars, laid.middles, strict=True)):
        begin = max(bar.begin, left) if bar.total else bar.begin
        if bar.part.value.defined is not None and bar.end != begin:
            axes.barh(middle, bar.end - begin, BAR, begin, zorder=2, **_how(bar))[0].set_gid(f"step-{number}")
        else:
            axes.plot([bar.end, bar.end], [middle - BAR / 2, middle + BAR / 2], color=INK, linewidth=0.9)
        axes.annotate(
            bar.part.value.text,
            (max(begin, bar.end), middle),
            (4, 0),
            textcoords="offset points",
            va="center_baseline",
            fontsize=TEXT,
            fontweight="bold" if bar.total else "normal",
            zorder=4,
        )
    for number, (above, below) in enumerate(pairwise(laid.middles)):
        level = bars[number].end
        axes.plot([level, level], [above + BAR / 2, below - BAR / 2], color=INK, linewidth=0.9, gid=f"join-{number}")


def _how(bar: Step) -> How:
    return TOTAL if bar.total else RISE if bar.end > bar.begin else FALL


def _show_cut(axes: Axes, laid: Rows) -> None:
    """Break the totals' bars and the axis with a pair of slanting strokes."""
    across = 10 / laid.width
    strokes: How = {"transform": axes.get_yaxis_transform(), "clip_on": False, "zorder": 5, "solid_capstyle": "butt"}
    for middle, half in ((laid.middles[0], BAR / 2 + 2), (laid.middles[-1], BAR / 2 + 2), (laid.height, 3)):
        x, y = [across, 1.6 * across], [middle + half, middle - half]
        axes.plot(x, y, color=INK, linewidth=5, **strokes)
        axes.plot(x, y, color="white", linewidth=3, gid="cut", **strokes)
