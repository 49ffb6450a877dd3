"""How pictures look: colours that the colour-blind tell apart and that differ in grey, fonts, sizes in points."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib as mpl

How = dict[str, Any]
"""What matplotlib is told of an artist's look."""

BLUE, ORANGE, VERMILLION, GREEN, PURPLE = "#0072B2", "#E69F00", "#D55E00", "#009E73", "#CC79A7"
"""Of Okabe and Ito's palette."""
SKY, INK, SLATE, GREY, PALE, MIST = "#56B4E9", "#222222", "#39434B", "#5F6B75", "#E3E7EB", "#CFE3F2"
DARK, LIGHT, BROKEN = "", "/////", "xxxxx"
"""Hatches: nothing on dark bars, lines on light ones, crosses on what is not defined."""
TITLE, TEXT, SMALL = 12.0, 9.0, 8.0
LINE = 1.3
"""Height of a line of text, over the size of its letters."""
DOTS_PER_INCH = 200
POINTS_PER_INCH = 72

FONTS = ["DejaVu Sans", "Verdana", "Arial", "Helvetica", "sans-serif"]
"""The widest first: what fits in the first, by which texts are measured, fits in the others that a reader may have."""

SETTINGS: Any = {
    "font.family": "sans-serif",
    "font.sans-serif": FONTS,
    "font.size": TEXT,
    "text.parse_math": False,  # a dollar sign is one
    "text.color": INK,
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "axes.labelsize": TEXT,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.unicode_minus": False,  # the program's own numbers
    "grid.color": PALE,
    "grid.linewidth": 0.8,
    "xtick.color": GREY,
    "ytick.color": GREY,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "xtick.labelsize": TEXT,
    "ytick.labelsize": TEXT,
    "hatch.linewidth": 0.6,
    "legend.frameon": False,
    "legend.fontsize": SMALL,
    "svg.fonttype": "none",  # text stays text
    "svg.hashsalt": "somcost",  # the same names of clips and hatches every time
    "path.simplify": False,
}


def fill(colour: str, hatch: str = DARK) -> How:
    """Say how a filled shape looks."""
    return {"facecolor": colour, "edgecolor": INK, "hatch": hatch, "linewidth": 0.6}


@contextmanager
def look() -> Iterator[None]:
    """Draw by these settings, whatever the user's own settings of matplotlib are; they are put back after."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(SETTINGS)
        yield
