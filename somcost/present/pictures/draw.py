"""Draws any picture and saves it: the only place where matplotlib is met from outside."""

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from matplotlib.figure import Figure

from somcost.present.pictures.curve import curve
from somcost.present.pictures.data import (
    CurvePicture,
    DistributionPicture,
    HeatMap,
    Picture,
    SpreadPicture,
    TornadoPicture,
    WaterfallPicture,
)
from somcost.present.pictures.distribution import distribution
from somcost.present.pictures.heat_map import heat_map
from somcost.present.pictures.look import DOTS_PER_INCH, look
from somcost.present.pictures.measure import plain
from somcost.present.pictures.spread import spread
from somcost.present.pictures.tornado import tornado
from somcost.present.pictures.waterfall import waterfall

DRAWN: dict[type[Picture], Callable[[Any, str], Figure]] = {
    TornadoPicture: tornado,
    WaterfallPicture: waterfall,
    HeatMap: heat_map,
    DistributionPicture: distribution,
    CurvePicture: curve,
    SpreadPicture: spread,
}
MOST_DOTS = 30_000
"""Along one side: more than that few programs open, and the library draws no more than twice as many."""


def save(picture: Picture, path: Path, *, form: str, language: str) -> None:
    """Draw a picture and save it as svg or png; neither holds a time or a version."""
    about = {"Title": plain(picture.title), "Creator": None, "Date": None} if form == "svg" else {"Software": None}
    with look(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")  # a sign that the font lacks is shown as a box
        figure = DRAWN[type(picture)](picture, language)
        dots = min(DOTS_PER_INCH, MOST_DOTS / max(figure.get_size_inches()))
        figure.savefig(path, format=form, dpi=dots, metadata=about)
