"""A grid of words."""

from collections.abc import Sequence
from dataclasses import dataclass

from somcost.present.workbook.blocks import Page, fit_row, write_headings
from somcost.present.workbook.places import Places


@dataclass(slots=True)
class Grid:
    """Headings and rows of text."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    top: int = 0
    gap: int = 1

    def place(self, places: Places, sheet: str, top: int) -> int:  # noqa: ARG002 - text has no quantities
        """Take a row a row."""
        self.top = top
        return top + len(self.rows) + 1

    def write(self, page: Page) -> None:
        """Write headings and rows."""
        write_headings(page, self.top, self.headings, numbers_from=-1)
        for row, texts in enumerate(self.rows, start=self.top + 1):
            fit_row(page, row, texts)
            for column, text in enumerate(texts):
                page.sheet.write_string(row, column, text, page.styles.text(wrap=True))
