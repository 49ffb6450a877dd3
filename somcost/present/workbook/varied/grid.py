"""The sheet of a grid: the keys' values are inputs, and each cell follows them and the rest of the workbook."""

import itertools
from collections.abc import Sequence

from somcost.analyse.vary.grid import Grid
from somcost.cost.quantity import Quantity
from somcost.present.language import N_
from somcost.present.workbook.blocks import Block, Text
from somcost.present.workbook.varied.cells import Cells, Content
from somcost.present.workbook.varied.making import Making
from somcost.present.workbook.varied.points import Points
from somcost.present.workbook.varied.unroll import Setting

TWO_WAY = 2


def grid_blocks(making: Making, grid: Grid) -> list[Block]:
    """Give the blocks of the sheet: a table a result for two keys, a row a cell for one key or more than two."""
    axes = [[Quantity(float(value), grid.keys[name].unit, name) for value in axis] for name, axis in grid.axes.items()]
    cells = list(itertools.product(*axes))
    names = [making.varied.key(key) for key in grid.keys.values()]
    settings = [Setting(_label(making, grid, cell), dict(zip(grid.keys, cell, strict=True))) for cell in cells]
    points = making.points(settings, list(grid.results))
    if len(axes) == TWO_WAY:
        return list(_two_way(making, points, axes, names))
    results = list(grid.results)
    rows: list[Sequence[Content]] = [
        [*cell, *(points.at(result, number) for result in results)] for number, cell in enumerate(cells)
    ]
    return [Cells([*names, *map(making.varied.bounded, results)], rows)]


def _label(making: Making, grid: Grid, cell: Sequence[Quantity]) -> str:
    keys = grid.keys.values()
    parts = (
        f"{making.varied.key(key)} {making.varied.value(key, float(each.value))}"
        for key, each in zip(keys, cell, strict=True)
    )
    return ", ".join(parts)


def _two_way(making: Making, points: Points, axes: Sequence[Sequence[Quantity]], names: Sequence[str]) -> list[Block]:
    down, across = axes
    blocks: list[Block] = []
    for result in points.results:
        rows: list[Sequence[Content]] = [
            [value, *(points.at(result, number * len(across) + place) for place in range(len(across)))]
            for number, value in enumerate(down)
        ]
        corner = making.say(N_("{down} ↓   {across} →"), down=names[0], across=names[1])
        blocks += [Text([making.varied.bounded(result)], "section"), Cells([corner, *across], rows)]
    return blocks
