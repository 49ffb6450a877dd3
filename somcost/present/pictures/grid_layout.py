"""Where a heat map's cells, labels and headings stand, measured by the texts they hold."""

from collections.abc import Sequence
from dataclasses import dataclass

from somcost.present.pictures.data import HeatMap
from somcost.present.pictures.look import LINE, SMALL, TEXT
from somcost.present.pictures.measure import shortened, widest, wrapped
from somcost.present.pictures.sheet import MARGIN, WIDTH

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 30, 15, 15 * 15
"""How many there may be for every cell's result to be written."""
CELL_HEIGHT, LEAST_CELL, MOST_CELL, HIGHEST = 24.0, 34.0, 90.0, 420.0
LEAST_LABEL, MOST_LABEL, SCALE = 60.0, 130.0, 78.0


@dataclass(frozen=True, slots=True)
class GridLayout:
    """A heat map's measures in points.

    Attributes:
        rows: How many there are.
        columns: How many there are.
        cell: A cell's width and height.
        label: The width of the column of labels at the left.
        down: The heading of that column, as lines.
        across: The heading of the other values, as lines.
        down_values: The labels of the rows.
        across_values: The labels of the columns.
        written: Whether each cell's result is written in it.
    """

    rows: int
    columns: int
    cell: tuple[float, float]
    label: float
    down: Sequence[str]
    across: Sequence[str]
    down_values: Sequence[str]
    across_values: Sequence[str]
    written: bool

    @property
    def width(self) -> float:
        """All columns together."""
        return self.columns * self.cell[0]

    @property
    def height(self) -> float:
        """All rows together."""
        return self.rows * self.cell[1]

    @property
    def head(self) -> float:
        """What stands above the cells."""
        return (max(len(self.across), len(self.down)) + 1.5) * TEXT * LINE

    @property
    def sheet(self) -> float:
        """The sheet's width: wider than others only where the cells' texts need it."""
        return max(WIDTH, 2 * MARGIN + self.label + 8 + self.width + (0 if self.written else SCALE))


def grid_layout(picture: HeatMap) -> GridLayout:
    """Measure a heat map."""
    rows, columns = len(picture.down.values), len(picture.across.values)
    written = rows <= MOST_ROWS and columns <= MOST_COLUMNS and rows * columns <= MOST_CELLS
    down = [shortened(value, MOST_LABEL) for value in picture.down.values]
    label = max(LEAST_LABEL, widest(down), min(MOST_LABEL, widest([picture.down.label]) + 14))
    across = [shortened(value, MOST_CELL) for value in picture.across.values]
    left = WIDTH - 2 * MARGIN - label - 8 - (0 if written else SCALE)
    cell = left / columns, min(CELL_HEIGHT, HIGHEST / rows)
    if written:
        texts = [value.text for row in picture.cells for value in row]
        needed = max(LEAST_CELL, widest(texts, SMALL) + 10, widest(across) + 8)
        cell = max(needed, min(MOST_CELL, left / columns)), CELL_HEIGHT
    return GridLayout(
        rows=rows,
        columns=columns,
        cell=cell,
        label=label,
        down=wrapped(f"{picture.down.label} ↓", label),
        across=wrapped(f"{picture.across.label} →", max(cell[0] * columns, left)),
        down_values=down,
        across_values=across,
        written=written,
    )
