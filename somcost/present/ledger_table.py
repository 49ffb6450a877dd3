"""The cost lines as a table for other programs: CSV, XLSX or Parquet, by the file's ending."""

import datetime as dt
import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import numpy as np

from somcost.analyse.assessment import Assessment
from somcost.cost.cost_columns import CostColumns
from somcost.cost.quantity import Quantity
from somcost.cost.staff_columns import StaffColumns
from somcost.model.calendar import month_name, months_of
from somcost.model.tables import Expenses, Registrations, running
from somcost.present.files import write_atomically
from somcost.problems import Location, Problem, check, refuse
from somcost.validate.few import hidden_courses

if TYPE_CHECKING:
    import pandas as pd

TYPES: dict[str, Any] = {
    "kind": "string",
    "period": "string",
    "date": "date32[pyarrow]",
    "site": "string",
    "course": "string",
    "job_group": "string",
    "employee": "Int64",
    "case": "Int64",
    "activity": "string",
    "phase": "string",
    "with_citizen": "boolean",
    "category": "string",
    "hours": "Float64",
    "factor": "Float64",
    "rate": "Float64",
    "amount": "Float64",
    "behaviour": "string",
    "file": "string",
    "row": "Int64",
}
"""The table's columns and what they hold; employee and case are running numbers, nobody's name or number."""

CATEGORIES = ("site", "course", "job_group", "activity", "phase", "with_citizen", "category")
TELLING = ("course", "site", "employee", "case", "date", "file", "row")
"""What tells which lines belong together."""
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
Columns = dict[str, Sequence[Any]]


def write_ledger(assessment: Assessment, path: Path) -> None:
    """Write the cost lines (omkostningslinjer) to a file.

    Text never becomes a formula: in XLSX it is stored as text, in CSV a quote stands before what could start one.

    Args:
        assessment: Whose lines.
        path: Ends in .csv (UTF-8, comma between cells, point before decimals), .xlsx or .parquet.

    Raises:
        InputProblems: The file cannot be written.
    """
    table = ledger_table(assessment)
    created = dt.datetime.combine(assessment.inputs.scenario.window.end, dt.time(), tzinfo=dt.UTC)
    writers: dict[str, Callable[[Path], None]] = {
        ".csv": lambda file: _write_csv(table, file),
        ".xlsx": lambda file: _write_xlsx(table, file, created),
        ".parquet": lambda file: table.to_parquet(file, index=False),
    }
    if path.suffix.lower() == ".xlsx" and len(table) > MOST_ROWS:
        refuse([lines_fit_on_a_sheet(path, len(table))])
    write_atomically(path, writers[path.suffix.lower()])


def ledger_table(assessment: Assessment) -> "pd.DataFrame":
    """Give the cost lines, one a row: registrations (or staff where there are none), then expenses, then start-up.

    A cell is empty where the data does not say.
    """
    import pandas as pd  # noqa: PLC0415 - slow to import, and only this table needs it

    parts = list(_Lines(assessment).parts())
    return pd.DataFrame(
        {
            name: pd.array([cell for part in parts for cell in _column(part, name)], dtype=kind)
            for name, kind in TYPES.items()
        }
    )


def _column(part: Mapping[str, Sequence[Any]], name: str) -> Sequence[Any]:
    return part.get(name, [None] * len(part["amount"]))


def _without(courses: Collection[str], columns: Columns) -> Columns:
    """Leave out what tells which lines are of a course whose figures are not shown."""
    hidden = [course in courses for course in columns["course"]]
    if not any(hidden):
        return columns
    told = {name: columns[name] for name in TELLING if name in columns}
    blank = {
        name: [None if row else cell for row, cell in zip(hidden, cells, strict=True)] for name, cells in told.items()
    }
    return {**columns, **blank}


@dataclass(frozen=True, slots=True)
class _Lines:
    assessment: Assessment

    def parts(self) -> Iterator[Columns]:
        costing = self.assessment.costing
        hidden = hidden_courses(self.assessment.inputs)
        if costing.wages is not None:
            yield _without(hidden, self._wages(costing.wages))
        elif costing.staff is not None:
            yield self._staff(costing.staff)
        if costing.expenses is not None:
            expenses = self._of_table(costing.expenses.lines.table, "expense", _amounts(costing.expenses))
            yield _without(hidden, expenses)
        yield from self._start_up()

    def _wages(self, wages: CostColumns) -> Columns:
        table = wages.lines.table
        if not isinstance(table, Registrations):
            raise AssertionError("wages come from registrations")
        costed, rate = wages.amount.operands
        return {
            **self._of_table(table, "wage", _amounts(wages)),
            "hours": _values(wages.registered),
            "factor": _ratio(costed, wages.registered),
            "rate": _values(rate),
            "employee": running(table.employee),
            "case": running(table.case),
        }

    def _staff(self, staff: StaffColumns) -> Columns:
        (amount,), lines = staff.wage_cost.operands, staff.lines
        hours, rate = amount.operands
        table = lines.table
        rows = [row for row in range(len(table)) for _ in months_of(table.start[row], table.end[row])]
        return {
            **self._places([table.location(row) for row in rows]),
            "kind": ["wage"] * len(rows),
            "period": lines.month_names,
            "job_group": [table.job_group[row] for row in rows],
            "hours": _values(hours),
            "rate": _values(rate),
            "amount": _values(amount),
        }

    def _of_table(self, table: Registrations | Expenses, kind: str, amounts: Columns) -> Columns:
        return {
            **self._places([table.location(row) for row in range(len(table))]),
            **amounts,
            **{name: getattr(table, name) for name in CATEGORIES if hasattr(table, name)},
            "kind": [kind] * len(table),
            "period": [month_name(date) for date in table.date],
            "date": [None if month else date for date, month in zip(table.date, table.by_month, strict=True)],
        }

    def _start_up(self) -> Iterator[Columns]:
        cost, start_up = self.assessment.tree["results"]["start_up_cost"], self.assessment.inputs.scenario.start_up
        if cost is None or start_up is None:
            return
        stated: list[tuple[Location, str | None]] = [(line.location, line.job_group) for line in start_up.training]
        stated += [(each.amount.location, None) for each in start_up.expenses]
        amounts = [amount for part in cost.operands for amount in _values(part.operands[0])]
        yield {
            **self._places([location for location, _ in stated]),
            "kind": ["start-up"] * len(stated),
            "job_group": [group for _, group in stated],
            "amount": amounts,
        }

    def _places(self, locations: Sequence[Location]) -> Columns:
        folder = os.path.dirname(self.assessment.inputs.scenario.location.file) or "."  # noqa: PTH120
        names = {file: PurePath(os.path.relpath(file, folder)).as_posix() for file in {each.file for each in locations}}
        return {"file": [names[each.file] for each in locations], "row": [each.line for each in locations]}


def _amounts(columns: CostColumns) -> Columns:
    behaviour = np.where(columns.lines.variable > 0, "variable", "fixed")
    return {
        "factor": _ratio(columns.costed, columns.registered),
        "amount": _values(columns.amount),
        "behaviour": behaviour.tolist(),
    }


def _values(quantity: Quantity) -> list[float]:
    """Give a column's numbers; what runs over nothing has no lines."""
    return [] if quantity.dimension is None else np.asarray(quantity.value).tolist()


def _ratio(costed: Quantity, registered: Quantity) -> list[float]:
    """Give each line's factor, 1 where the registered amounts stand as they are."""
    if costed is registered:
        return [1.0] * len(_values(registered))
    return _values(costed.operands[1])


def _write_csv(table: "pd.DataFrame", path: Path) -> None:
    safe = table.copy()
    for name, kind in TYPES.items():
        if kind == "string":
            safe[name] = safe[name].map(no_formula, na_action="ignore")
    safe["with_citizen"] = safe["with_citizen"].map({True: "true", False: "false"})
    safe.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")


def no_formula(text: str) -> str:
    """Put a quote before text that a spreadsheet would take for a formula.

    >>> no_formula("=1+1"), no_formula("løn")
    ("'=1+1", 'løn')
    """
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text


MOST_ROWS = 1_048_575
"""Lines below a heading that a sheet of Excel holds."""


@check
def lines_fit_on_a_sheet(path: Path, count: int) -> Problem:
    """A workbook of cost lines has at most 1,048,575 of them."""
    found = f"{count:,} cost lines are more than the {MOST_ROWS:,} of a sheet"
    return Problem(Location(str(path)), "", found, "Write them as .csv or .parquet.")


def _write_xlsx(table: "pd.DataFrame", path: Path, created: dt.datetime) -> None:
    import pandas as pd  # noqa: PLC0415 - slow to import, and only this table needs it

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with pd.ExcelWriter(path, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        writer.book.set_properties({"created": created})
        table.to_excel(writer, sheet_name="ledger", index=False)
