"""The heat map: a grid with darker cells for higher results, the result written in each where there is room."""

from collections.abc import Sequence

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, Normalize
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from somcost.present.language import say
from somcost.present.pictures.data import HeatMap
from somcost.present.pictures.grid_layout import GridLayout, grid_layout
from somcost.present.pictures.look import BROKEN, GREY, INK, LINE, SMALL, TEXT, VERMILLION, How
from somcost.present.pictures.measure import widest
from somcost.present.pictures.scale import Scale, round_numbers
from somcost.present.pictures.sheet import MARGIN, Sheet, sheet
from somcost.present.pictures.span import span
from somcost.present.pictures.words import AS_CALCULATED, NOT_DEFINED

SHADES = LinearSegmentedColormap.from_list("somcost", ["#F1F7FC", "#A6CBE6", "#3E8CC4", "#0B559F", "#062B5B"])
"""One hue from light to dark: the same order in grey."""
UNDEFINED: How = {"facecolor": "white", "edgecolor": "#9AA5AE", "hatch": BROKEN, "linewidth": 0}
HALO: How = {"fill": False, "edgecolor": "white", "linewidth": 5.0}
BASE: How = {"fill": False, "edgecolor": VERMILLION, "linewidth": 2.4}


def heat_map(picture: HeatMap, language: str) -> Figure:
    """Draw a heat map."""
    layout = grid_layout(picture)
    legend = _legend(picture, language)
    page = sheet(picture, layout.head + layout.height + 8, language=language, legend=legend, width=layout.sheet)
    axes = page.axes(MARGIN + layout.label + 8, layout.head, width=layout.width, height=layout.height)
    axes.set(xlim=(0, layout.columns), ylim=(layout.rows, 0))
    axes.spines[:].set_visible(False)
    numbers = np.array([[cell.defined for cell in row] for row in picture.cells], dtype=np.float64)
    scale = Normalize(*span(numbers[np.isfinite(numbers)].tolist()))
    if layout.written:
        _written_cells(axes, picture, scale)
    else:
        _shaded_cells(axes, numbers, scale)
        _scale_of_shades(page, layout, picture, scale)
    if picture.base is not None:
        row, column = picture.base
        axes.add_patch(Rectangle((column, row), 1, 1, **HALO, zorder=4, clip_on=False))
        axes.add_patch(Rectangle((column, row), 1, 1, **BASE, zorder=4, clip_on=False, gid="base"))
    _labels(axes, layout)
    return page.figure


def _legend(picture: HeatMap, language: str) -> list[Artist]:
    undefined = any(cell.defined is None for row in picture.cells for cell in row)
    base = picture.base is not None
    return [
        *([Patch(label=say(AS_CALCULATED, language), **BASE)] if base else []),
        *([Patch(label=f"– {say(NOT_DEFINED, language)}", **UNDEFINED)] if undefined else []),
    ]


def _written_cells(axes: Axes, picture: HeatMap, scale: Normalize) -> None:
    """Draw every cell with its result in a colour that can be read on it."""
    for row, cells in enumerate(picture.cells):
        for column, cell in enumerate(cells):
            number = cell.defined
            shade = SHADES(scale(number)) if number is not None else None
            how: How = UNDEFINED if shade is None else {"facecolor": shade, "edgecolor": "white", "linewidth": 0.8}
            axes.add_patch(Rectangle((column, row), 1, 1, **how, gid=f"cell-{row}-{column}"))
            axes.text(
                column + 0.5,
                row + 0.5,
                cell.text if shade else "–",
                ha="center",
                va="center_baseline",
                fontsize=SMALL,
                color=INK if shade is None else text_colour(shade),
                zorder=3,
                bbox=None if shade else {"facecolor": "white", "edgecolor": "none", "pad": 1.5},
            )


def text_colour(shade: Sequence[float]) -> str:
    """Give white or black letters, whichever stands out more: by 4.5 to 1 on every shade (WCAG's contrast).

    >>> text_colour((1.0, 1.0, 1.0)), text_colour((0.0, 0.2, 0.5))
    ('black', 'white')
    """
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shade[:3]]  # noqa: PLR2004 - sRGB
    light = float(np.dot(linear, (0.2126, 0.7152, 0.0722)))
    return "white" if 1.05 / (light + 0.05) > (light + 0.05) / 0.05 else "black"


def _shaded_cells(axes: Axes, numbers: np.ndarray[tuple[int, int], np.dtype[np.float64]], scale: Normalize) -> None:
    """Draw many cells as one image, over a hatched ground that shows where nothing is defined."""
    rows, columns = numbers.shape
    axes.add_patch(Rectangle((0, 0), columns, rows, **UNDEFINED))
    axes.imshow(
        np.ma.masked_invalid(numbers),
        cmap=SHADES,
        norm=scale,
        interpolation="nearest",
        aspect="auto",
        extent=(0, columns, rows, 0),
        zorder=2,
        gid="cells",
    )


def _scale_of_shades(page: Sheet, layout: GridLayout, picture: HeatMap, scale: Normalize) -> None:
    """Draw what the shades mean, beside cells too many to be written in."""
    left = MARGIN + layout.label + 8 + layout.width + 14
    height = min(layout.height, 200.0)
    axes = page.axes(left, layout.head, width=10, height=height)
    axes.imshow(
        np.linspace(0, 1, 256)[:, None], cmap=SHADES, aspect="auto", origin="lower", extent=(0, 1, *ends(scale))
    )
    found = round_numbers(ends(scale), 5)
    texts = Scale(picture.axis, ends(scale), height, page.language).texts(found)
    axes.set(xticks=[], yticks=found, yticklabels=texts)
    axes.yaxis.tick_right()
    axes.tick_params(axis="y", labelsize=SMALL, length=2, pad=2)
    axes.spines[:].set_visible(False)


def ends(scale: Normalize) -> tuple[float, float]:
    """Give the lowest and highest result of the shades."""
    return float(scale.vmin or 0.0), float(scale.vmax or 0.0)


def _labels(axes: Axes, layout: GridLayout) -> None:
    """Write values at the rows and above the columns, as many as there is room for, and headings over them."""
    every = max(1, -(-int(TEXT * LINE) // max(1, int(layout.cell[1]))))
    beside = range(0, layout.rows, every)
    every = max(1, int(np.ceil((widest(list(layout.across_values)) + 6) / layout.cell[0])))
    above = range(0, layout.columns, every)
    axes.xaxis.tick_top()
    axes.set_yticks([row + 0.5 for row in beside], [layout.down_values[row] for row in beside])
    axes.set_xticks([column + 0.5 for column in above], [layout.across_values[column] for column in above])
    axes.tick_params(length=0, pad=4)
    for left, lines in ((-layout.label - 8, layout.down), (0.0, layout.across)):
        axes.annotate(
            "\n".join(lines),
            (0, 1),
            (left, TEXT * LINE + 6),
            xycoords="axes fraction",
            textcoords="offset points",
            ha="left",
            va="bottom",
            fontsize=TEXT,
            color=GREY,
            linespacing=1.1,
        )
