"""How wide texts are, and texts broken or shortened to a width."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties

from somcost.present.pictures.look import FONTS, POINTS_PER_INCH, TEXT

ELLIPSIS = "…"
MOST_LINES = 3
PIECES = re.compile(r"[^\s./_-]*[./_-]+|[^\s./_-]+")
"""What a line may be broken after: spaces, and the marks inside dotted keys."""


@cache
def width(text: str, size: float = TEXT, *, bold: bool = False) -> float:
    """Give a text's width in points."""
    font = FontProperties(family=FONTS[0], size=size, weight="bold" if bold else "normal")
    return float(_renderer().get_text_width_height_descent(text, font, ismath=False)[0])


@cache
def _renderer() -> Any:
    return RendererAgg(1, 1, POINTS_PER_INCH)  # type: ignore[no-untyped-call] # without types of its own


def widest(texts: Sequence[str], size: float = TEXT, *, bold: bool = False) -> float:
    """Give the width of the widest text; 0 of none."""
    return max((width(text, size, bold=bold) for text in texts), default=0.0)


def plain(text: str) -> str:
    """Give a user's text on one line, without what cannot be shown."""
    return "".join(each for each in " ".join(text.split()) if each.isprintable())


def shortened(text: str, most: float, size: float = TEXT, *, bold: bool = False) -> str:
    """Give a text cut to a width, with an ellipsis where it was longer."""
    whole = plain(text)
    if width(whole, size, bold=bold) <= most:
        return whole
    kept = whole
    while kept and width(kept.rstrip() + ELLIPSIS, size, bold=bold) > most:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def wrapped(
    text: str, most: float, size: float = TEXT, *, bold: bool = False, most_lines: int = MOST_LINES
) -> list[str]:
    """Give a text as lines of at most a width; what does not fit in so many lines ends in an ellipsis."""
    lines: list[str] = []
    rest = plain(text)
    while rest and len(lines) < most_lines - 1:
        line = _first_line(rest, most, size, bold=bold)
        lines.append(line.rstrip())
        rest = rest[len(line) :].lstrip()
    return [*lines, shortened(rest, most, size, bold=bold)] if rest else lines or [""]


def _first_line(text: str, most: float, size: float, *, bold: bool) -> str:
    """Give as many whole pieces as fit; as many letters if not even the first does."""
    ends = [found.end() for found in PIECES.finditer(text)]
    fitting = [end for end in ends if width(text[:end], size, bold=bold) <= most]
    if fitting:
        return text[: fitting[-1]]
    end = ends[0]
    while end > 1 and width(text[:end], size, bold=bold) > most:
        end -= 1
    return text[:end]
