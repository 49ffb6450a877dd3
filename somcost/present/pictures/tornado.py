"""The tornado: each input's bars from the base, its values at their ends."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from somcost.present.language import say
from somcost.present.pictures.data import TornadoBar, TornadoPicture
from somcost.present.pictures.look import BLUE, INK, LIGHT, ORANGE, SMALL, fill
from somcost.present.pictures.measure import shortened, widest
from somcost.present.pictures.rows import BAR, rows
from somcost.present.pictures.scale import Scale, widened
from somcost.present.pictures.sheet import sheet
from somcost.present.pictures.span import span
from somcost.present.pictures.words import AS_CALCULATED, AT_HIGH, AT_LOW

MOST_INPUT = 84.0
LOW, HIGH = fill(ORANGE, LIGHT), fill(BLUE)


def tornado(picture: TornadoPicture, language: str) -> Figure:
    """Draw a tornado."""
    legend = [
        Patch(label=say(AT_LOW, language), **LOW),
        Patch(label=say(AT_HIGH, language), **HIGH),
        Line2D([], [], color=INK, linewidth=1.4, label=f"{say(AS_CALCULATED, language)}: {picture.base.text}"),
    ]
    laid = rows([bar.label for bar in picture.bars])
    page = sheet(picture, laid.body, language=language, legend=legend)
    axes = laid.axes(page)
    ends = [end.result.defined for bar in picture.bars for end in (bar.low, bar.high)]
    within = span([picture.base.defined, *ends])
    room = min(MOST_INPUT, widest([end.input for bar in picture.bars for end in (bar.low, bar.high)], SMALL)) + 8
    limits = widened(within, laid.width, before=room, after=room)
    Scale(picture.axis, limits, laid.width, language, positive=within[0] >= 0).across(axes)
    base = picture.base.defined
    if base is not None:
        for number, bar in enumerate(picture.bars):
            _draw(axes, bar, base, name=f"bar-{number}", middle=laid.middles[number])
        axes.axvline(base, color=INK, linewidth=1.4, zorder=3, gid="base")
    return page.figure


def _draw(axes: Axes, bar: TornadoBar, base: float, *, name: str, middle: float) -> None:
    """Draw an input's two bars; above each other where both lie on one side of the base."""
    low, high = (end.result.defined for end in (bar.low, bar.high))
    one_side = low is not None and high is not None and (low - base) * (high - base) > 0
    below = low > base if low is not None and low != base else (high is not None and high < base)
    for end, number, how, up, side in ((bar.low, low, LOW, -1, "low"), (bar.high, high, HIGH, 1, "high")):
        thick = BAR / 2 if one_side else BAR
        y = middle + up * thick / 2 if one_side else middle
        text = shortened(end.input, MOST_INPUT, SMALL)
        leftwards = (number < base) if number is not None and number != base else (side == "high") == below
        if number is None:
            text += ": –"
        elif number != base:
            drawn = axes.barh(y, number - base, thick, base, zorder=2, **how)
            drawn[0].set_gid(f"{name}-{side}")
        axes.annotate(
            text,
            (base if number is None else number, y),
            (-3 if leftwards else 3, 0),
            textcoords="offset points",
            ha="right" if leftwards else "left",
            va="center_baseline",
            fontsize=SMALL - 1.5 * one_side,
            zorder=4,
        )
