"""Native charts: cost by month, cost by activity, cost per citizen over the sensitivities."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from xlsxwriter.utility import xl_col_to_name

from somcost.cost.quantity import Quantity
from somcost.model.dimensions import Dimension
from somcost.present.language import N_
from somcost.present.workbook.places import Column, Places
from somcost.present.workbook.plan import Plan
from somcost.present.workbook.sensitivity import Changes
from somcost.present.workbook.tables import Table
from somcost.present.workbook.varied.cells import Cells
from somcost.present.workbook.words import Words

COLOURS = ("#1B4B72", "#E09F3E", "#5B8E7D")
SIX_COLOURS = (*COLOURS, "#9C6B98", "#A9B4BF", "#5A4A3F")
"""Apart for the colour-blind, and in black and white."""
KR_AXIS = {"num_format": "#,##0", "major_gridlines": {"visible": True, "line": {"color": "#D9DEE3"}}}


@dataclass(frozen=True, slots=True)
class Charts:
    """Makes the charts of one workbook."""

    book: Any
    places: Places
    plan: Plan | None
    words: Words

    def by_month(self) -> Any | None:
        """Stack wage cost and other expenses by month, as the report's Figure 5-9 does."""
        return self._stacked("month", ("wage_cost_by_month", "expenses_by_month"), self.words.say("Cost by month"))

    def by_activity(self) -> Any | None:
        """Draw the wage cost by activity as bars."""
        found = self._columns("activity", ("wages_by_activity",))
        if not found:
            return None
        dimension, columns = found
        chart = self._chart("bar", self.words.say("Wage cost by activity"))
        self._series(chart, dimension, columns)
        self._lying(chart)
        chart.set_legend({"none": True})
        return chart

    def by_course(self) -> Any | None:
        """Draw the cost per participant of each course."""
        found = self._columns("course", ("cost_per_participant_of_course",))
        if not found:
            return None
        chart = self._chart("column", self.words.say("Cost per participant by course"))
        self._series(chart, *found)
        chart.set_legend({"none": True})
        return chart

    def by_planned_year(self, table: Table, sheet: str, years: int) -> Any:
        """Stack the cost of a plan's years by category, from the table whose columns are years."""
        chart = self._chart("column", self.words.say(N_("Cost by year and category")), subtype="stacked")
        for number, colour in zip(range(len(table.dimension)), SIX_COLOURS, strict=False):
            row = table.top + 1 + number
            chart.add_series(
                {
                    "name": [sheet, row, 0],
                    "categories": [sheet, table.top, 1, table.top, years],
                    "values": [sheet, row, 1, row, years],
                    "fill": {"color": colour},
                    "gap": 60,
                }
            )
        chart.set_legend({"position": "bottom"})
        chart.set_x_axis({"label_position": "low"})
        if all(np.min(column.value) >= 0 for column in table.columns[:years]):
            chart.set_y_axis({**KR_AXIS, "min": 0})
        return chart

    def over_changes(self, table: Changes, sheet: str) -> Any | None:
        """Draw the cost per citizen over a table of changes."""
        unit_costs = [
            key for key in table.keys if key in ("cost_per_participant", "cost_per_enrolled", "cost_per_course")
        ]
        if not unit_costs:
            return None
        column = list(table.keys).index(unit_costs[0]) + 1
        chart = self._chart("column", self.words.key(unit_costs[0]))
        first, last = table.top + 2, table.top + len(table.rows) + 1
        chart.add_series(
            {
                "name": self.words.key(unit_costs[0]),
                "categories": [sheet, first, 0, last, 0],
                "values": [sheet, first, column, last, column],
                "fill": {"color": COLOURS[0]},
                "data_labels": {"value": True, "num_format": "#,##0"},
                "gap": 80,
            }
        )
        chart.set_legend({"none": True})
        chart.set_x_axis({"num_format": "0.## %" if table.rows[0][0].unit == "share" else "0.#", "text_axis": True})
        chart.set_y_axis({**KR_AXIS, "min": 0})
        return chart

    def tornado(self, table: Cells, sheet: str, changes: Sequence[int]) -> Any:
        """Draw how far the result moves with each input at its low and at its high, the input's value at each bar."""
        chart = self._chart("bar", self.words.say(N_("Change of the result, one input at a time")))
        first, last = table.top + 1, table.top + len(table.rows)
        for colour, column, value in zip(COLOURS, changes, (2, 4), strict=False):
            labels = [{"value": f"='{sheet}'!${xl_col_to_name(value)}${row + 1}"} for row in range(first, last + 1)]
            chart.add_series(
                {
                    "name": [sheet, table.top, column],
                    "categories": [sheet, first, 0, last, 0],
                    "values": [sheet, first, column, last, column],
                    "fill": {"color": colour},
                    "gap": 40,
                    "overlap": 100,
                    "data_labels": {"value": True, "custom": labels, "font": {"size": 8}},
                }
            )
        self._lying(chart)
        chart.set_legend({"position": "bottom"})
        chart.set_size({"width": 900, "height": 140 + 26 * len(table.rows)})
        return chart

    def waterfall(self, table: Cells, sheet: str) -> Any:
        """Draw the parts of a difference standing on one another, between the two assessments."""
        chart = self._chart("column", self.words.say(N_("Why they differ")), subtype="stacked")
        first, last = table.top + 1, table.top + len(table.rows)
        looks: dict[int, dict[str, Any]] = {
            3: {"none": True},
            4: {"color": COLOURS[1]},
            5: {"color": COLOURS[2]},
            6: {"color": COLOURS[0]},
        }
        for column, fill in looks.items():
            chart.add_series(
                {
                    "name": [sheet, table.top, column],
                    "categories": [sheet, first, 0, last, 0],
                    "values": [sheet, first, column, last, column],
                    "fill": fill,
                    "gap": 30,
                }
            )
        chart.set_legend({"position": "bottom", "delete_series": [0]})
        chart.set_size({"width": 900, "height": 380})
        return chart

    @staticmethod
    def _lying(chart: Any) -> None:
        """Let the first bar be the topmost, its value axis below."""
        gridlines = {"visible": True, "line": {"color": "#D9DEE3"}}
        chart.set_x_axis({"num_format": "#,##0", "major_gridlines": gridlines})
        chart.set_y_axis({"reverse": True, "label_position": "low", "crossing": "max"})

    def _stacked(self, name: str, keys: tuple[str, ...], title: str) -> Any | None:
        found = self._columns(name, keys)
        if not found:
            return None
        chart = self._chart("column", title, subtype="stacked")
        self._series(chart, *found)
        chart.set_x_axis({"num_format": "mmm yy", "text_axis": True})
        chart.set_legend({"position": "bottom"})
        return chart

    def _columns(self, name: str, keys: tuple[str, ...]) -> tuple[Dimension, list[Quantity]] | None:
        for dimension in self.plan.over(name) if self.plan else ():
            columns = [each for each in self.plan.columns[id(dimension)] if each.key in keys] if self.plan else []
            if columns:
                return dimension, columns
        return None

    def _chart(self, kind: str, title: str, **more: str) -> Any:
        chart = self.book.add_chart({"type": kind, **more})
        chart.set_title({"name": title, "name_font": {"size": 11, "bold": True, "color": COLOURS[0]}, "overlay": False})
        chart.set_size({"width": 620, "height": 290})
        chart.set_y_axis(KR_AXIS)
        return chart

    def _series(self, chart: Any, dimension: Dimension, columns: list[Quantity]) -> None:
        for colour, quantity in zip(COLOURS, columns, strict=False):
            values = self.places.place(quantity)
            if isinstance(values, Column):
                labels = self.places.labels_of(dimension, values.sheet)
                chart.add_series(
                    {
                        "name": self.words.column(quantity),
                        "categories": list(_span(labels)),
                        "values": list(_span(values)),
                        "fill": {"color": colour},
                        "gap": 60,
                    }
                )


def _span(column: Column) -> Iterator[str | int]:
    yield from (column.sheet, column.row, column.column, column.row + column.count - 1, column.column)
