"""Pictures as files: SVG or PNG by the file's ending, without a browser or a display."""

import importlib
from pathlib import Path
from types import ModuleType

from somcost.present.files import write_atomically
from somcost.present.pictures.data import Picture
from somcost.problems import InputProblems, Location, Problem, check, refuse

ENDINGS = (".svg", ".png")


@check
def pictures_are_svg_or_png(path: Path) -> Problem:
    """A picture is written as SVG or PNG; the file's ending says which."""
    found = f"{path.suffix!r} is no ending of a picture" if path.suffix else "the file's name has no ending"
    return Problem(Location(str(path)), "", found, "Name a file that ends in .svg (text stays text) or .png.")


@check
def pictures_have_their_library(path: Path, why: str) -> Problem:
    """Pictures are drawn with matplotlib, which comes with the extra `pictures`."""
    found = f"pictures need matplotlib, which cannot be imported: {why}"
    return Problem(Location(str(path)), "", found, "Install it: pip install 'somcost[pictures]'.")


def check_picture_path(path: Path) -> None:
    """Check before the work that a picture can be written by that name.

    Raises:
        InputProblems: The ending is neither .svg nor .png, or matplotlib is missing.
    """
    if path.suffix.lower() not in ENDINGS:
        refuse([pictures_are_svg_or_png(path)])
    _library(path)


def write_picture(picture: Picture, path: Path, *, language: str = "da") -> None:
    """Write a picture to a file, the same bytes for the same picture (figur som SVG eller PNG).

    Args:
        picture: What to draw.
        path: Where to; the ending .svg or .png says in which form.
        language: The language of the numbers at the axes and of the picture's own few words.

    Raises:
        InputProblems: Another ending, matplotlib is missing, or the file cannot be written; nothing is left behind.

    >>> from tempfile import TemporaryDirectory
    >>> from somcost.present.pictures import Axis, Part, Value, WaterfallPicture
    >>> start, end = Part("Budget", Value(100, "100")), Part("Regnskab", Value(90, "90"))
    >>> parts = [Part("Timer", Value(-10, "-10"))]
    >>> picture = WaterfallPicture(title="Fra budget til regnskab", start=start, parts=parts, end=end, axis=Axis("kr."))
    >>> with TemporaryDirectory() as folder:
    ...     write_picture(picture, Path(folder) / "vandfald.svg")
    ...     "Regnskab" in (Path(folder) / "vandfald.svg").read_text("utf-8")
    True
    """
    check_picture_path(path)
    drawing = _library(path)
    form = path.suffix.lower().removeprefix(".")
    write_atomically(path, lambda to: drawing.save(picture, to, form=form, language=language))


def _library(path: Path) -> ModuleType:
    """Give the module that draws; the drawing library is slow to import and need not be there."""
    try:
        importlib.import_module("matplotlib")
        return importlib.import_module("somcost.present.pictures.draw")
    except ImportError as error:
        raise InputProblems([pictures_have_their_library(path, str(error))]) from error
