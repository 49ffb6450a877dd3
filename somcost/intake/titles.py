"""Titles above a table, and the year that they say."""

import re

from somcost.intake import periods
from somcost.intake.sheet import Sheet

TITLES = 10
"""The first rows of a sheet, among which titles stand."""
PRINTED = re.compile(r"(?i)\b(?:udskrevet|udtrukket|trukket|dannet|printet|oprettet|opdateret|gemt)\b")
"""Says that a date is the one on which an export was made, and tells nothing of its rows."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def titles_above(sheet: Sheet, top: int) -> list[str]:
    """Give the texts in the first rows of a sheet."""
    return [cell for row in sheet.rows[: min(top, TITLES)] for cell in row if isinstance(cell, str)]


def year_above(sheet: Sheet, top: int) -> int | None:
    """Give the one year that titles in the first rows of a sheet name; a date or a month of its own is no title."""
    texts = titles_above(sheet, top)
    titles = [text for text in texts if not PRINTED.search(text) and not periods.forms_of([text])]
    years = {int(year) for text in titles for year in YEAR.findall(text)}
    return years.pop() if len(years) == 1 else None
