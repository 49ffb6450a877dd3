"""The spread: sites' values as dots in rows, their numbers beside, the means as lines."""

from typing import Any

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from somcost.present.language import say
from somcost.present.pictures.data import Site, SpreadPicture
from somcost.present.pictures.look import BLUE, GREY, INK, PALE, VERMILLION, How
from somcost.present.pictures.measure import widest
from somcost.present.pictures.rows import rows
from somcost.present.pictures.scale import Scale, widened
from somcost.present.pictures.sheet import sheet
from somcost.present.pictures.span import span
from somcost.present.pictures.words import FAR, MISSING

USUAL: How = {"marker": "o", "markersize": 7, "markerfacecolor": BLUE, "markeredgecolor": INK, "markeredgewidth": 0.6}
OUTLIER: How = {
    "marker": "D",
    "markersize": 7,
    "markerfacecolor": "white",
    "markeredgecolor": VERMILLION,
    "markeredgewidth": 2,
}
MEANS: tuple[tuple[str, Any], ...] = ((INK, "-"), (VERMILLION, (0, (6, 2))), (BLUE, (0, (1.5, 1.5))), (GREY, "-."))


def spread(picture: SpreadPicture, language: str) -> Figure:
    """Draw a spread."""
    missing = say(MISSING, language)
    texts = [missing if site.value.defined is None else site.value.text for site in picture.sites]
    laid = rows([site.label for site in picture.sites], right=widest(texts) + 10)
    page = sheet(picture, laid.body, language=language, legend=_legend(picture, language))
    axes = laid.axes(page)
    numbers = [site.value.defined for site in picture.sites]
    within = span([*numbers, *(mean.value.defined for mean in picture.means)])
    limits = widened(within, laid.width, before=16, after=16)
    Scale(picture.axis, limits, laid.width, language).across(axes)
    axes.hlines(laid.middles, *limits, color=PALE, linewidth=0.8, zorder=1)
    for (colour, dashes), mean in zip(MEANS, picture.means, strict=False):
        if mean.value.defined is not None:
            axes.axvline(mean.value.defined, color=colour, linestyle=dashes, linewidth=1.6, zorder=2, gid="mean")
    for number, (site, middle, text) in enumerate(zip(picture.sites, laid.middles, texts, strict=True)):
        if site.value.defined is not None:
            axes.plot([site.value.defined], [middle], linestyle="", zorder=4, gid=f"site-{number}", **_how(site))
        axes.annotate(
            text,
            (1, middle),
            (laid.right, 0),
            xycoords=axes.get_yaxis_transform(),
            textcoords="offset points",
            ha="right",
            va="center_baseline",
            fontstyle="italic" if site.value.defined is None else "normal",
        )
    return page.figure


def _how(site: Site) -> How:
    return OUTLIER if site.outlier else USUAL


def _legend(picture: SpreadPicture, language: str) -> list[Artist]:
    means = [
        Line2D([], [], color=colour, linestyle=dashes, linewidth=1.6, label=str(mean))
        for (colour, dashes), mean in zip(MEANS, picture.means, strict=False)
    ]
    far = any(site.outlier for site in picture.sites)
    return [*means, *([Line2D([], [], linestyle="", label=say(FAR, language), **OUTLIER)] if far else [])]
