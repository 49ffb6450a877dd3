"""Letters that an earlier program read in the wrong encoding (SocialrÃ¥dgiver), set right."""

from collections.abc import Sequence
from dataclasses import replace

from somcost.intake.sheet import Sheet
from somcost.read.cells import Content
from somcost.read.word_cells import GARBLED


def mended(sheet: Sheet) -> Sheet:
    """Give a sheet with garbled cells set right, and how many they were.

    A cell whose bytes make no sense as UTF-8 stays as it is.
    """
    rows: list[Sequence[Content]] = []
    count = 0
    for row in sheet.rows:
        found = [number for number, cell in enumerate(row) if isinstance(cell, str) and GARBLED.search(cell)]
        right = {number: text for number in found if (text := mended_text(row[number])) is not None}
        rows.append([right.get(number, cell) for number, cell in enumerate(row)] if right else row)
        count += len(right)
    return replace(sheet, rows=rows, mended=count) if count else sheet


def mended_text(content: Content) -> str | None:
    """Give the text that a garbled one was; None where it was none.

    >>> mended_text("SocialrÃ¥dgiver"), mended_text("Â")
    ('Socialrådgiver', None)
    """
    try:
        return str(content).encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None
