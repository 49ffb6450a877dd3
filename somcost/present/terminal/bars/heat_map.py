"""A heat map as text: plain tables, as many columns in each as fit."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from somcost.present.language import say
from somcost.present.pictures.data import HeatMap
from somcost.present.pictures.words import AS_CALCULATED
from somcost.present.terminal.bars.layout import BETWEEN, COLUMNS, INDENT, MOST_LABEL, broken, title
from somcost.present.terminal.view import MISSING, Table

BASE = "*"


def heat_map(picture: HeatMap, language: str) -> Iterator[Table]:
    """Show a heat map; the cell as calculated has a star."""
    corner = broken(f"{picture.down.label} ↓ {picture.across.label} →", MOST_LABEL)
    labels = [broken(value, MOST_LABEL) for value in picture.down.values]
    rows = [
        [_text(picture, row, column) for column in range(len(picture.across.values))]
        for row in range(len(picture.down.values))
    ]
    first = max(cell_len(line) for text in (corner, *labels) for line in text.splitlines() or [""])
    widths = [max(map(cell_len, column)) + BETWEEN for column in zip(picture.across.values, *rows, strict=True)]
    base = [f"{BASE} {say(AS_CALCULATED, language)}"] if picture.base else []
    for columns in panels(widths, COLUMNS - INDENT - first):
        shown = [[label, *(row[column] for column in columns)] for label, row in zip(labels, rows, strict=True)]
        headings = [corner, *(picture.across.values[column] for column in columns)]
        yield Table(title(picture), headings, shown, [*base, *picture.notes])


def panels(widths: Sequence[int], room: int) -> Iterator[list[int]]:
    """Part columns into panels that have room; each holds one at least.

    >>> list(panels([4, 4, 4], 9))
    [[0, 1], [2]]
    """
    panel: list[int] = []
    for column, width in enumerate(widths):
        if panel and sum(widths[each] for each in panel) + width > room:
            yield panel
            panel = []
        panel.append(column)
    if panel:
        yield panel


def _text(picture: HeatMap, row: int, column: int) -> str:
    cell = picture.cells[row][column]
    text = MISSING if cell.defined is None else cell.text
    return f"{text}{BASE}" if (row, column) == picture.base else text
