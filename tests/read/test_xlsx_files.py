"""Workbooks: typed cells, sheets, and what a workbook hides."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from table_files import SCENARIO, places, table_source

from somcost.problems import Location
from somcost.read import xlsx_files
from somcost.read.table_source import ColumnName, TableSource
from somcost.read.tables import read_citizens, read_registrations, read_staff

HEADER = ("date", "job_group", "hours")
DAY = dt.date(2018, 3, 1)


def saved(
    folder: Path, rows: Sequence[Sequence[Any]], *, change: Callable[[Worksheet], object] | None = None, **options: Any
) -> TableSource:
    """Write a workbook of one sheet, and name it."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(list(row))
    if change:
        change(sheet)
    book.save(folder / "time.xlsx")
    return table_source(folder / "time.xlsx", **options)


def test_typed_cells_are_read(tmp_path: Path) -> None:
    """Days, numbers and yes or no may be typed or written; a whole number in a column of texts has no decimals."""
    source = saved(
        tmp_path,
        [
            (*HEADER, "with_citizen", "case"),
            (DAY, "psykolog", 7.4, True, 17),
            (dt.datetime(2018, 3, 2), "NA", 8, 0, "A1"),  # noqa: DTZ001 - Excel knows no time zone
            ("03-03-2018", " paedagog ", "7,5", "ja", None),
            ("2018-04", "a", "1.234,5", None, 1.5),
        ],
    )

    read = read_registrations([source])

    assert read.problems == []
    assert list(read.table.date) == [DAY, dt.date(2018, 3, 2), dt.date(2018, 3, 3), dt.date(2018, 4, 1)]
    assert list(read.table.by_month) == [False, False, False, True]
    assert list(read.table.job_group) == ["psykolog", "NA", "paedagog", "a"]
    assert list(read.table.hours) == [7.4, 8.0, 7.5, 1234.5]
    assert list(read.table.with_citizen) == [True, False, True, None]
    assert list(read.table.case) == ["17", "A1", None, "1.5"]


def test_places_are_the_sheets_own(tmp_path: Path) -> None:
    """Line and column are the row and column of the sheet, whatever is empty before and between."""

    def move(sheet: Worksheet) -> None:
        sheet.insert_rows(1, 2)
        sheet.insert_cols(1, 3)
        sheet.insert_rows(4)

    read = read_registrations([saved(tmp_path, [HEADER, (DAY, "a", 1), (DAY, "a", "x")], change=move)])

    assert places(read.problems) == [("hours-are-decimal", 6, 6)]
    assert read.table.location(0, "hours") == Location(str(tmp_path / "time.xlsx"), 5, 6)


@pytest.mark.parametrize(
    ("cell", "check"),
    [
        (dt.datetime(2018, 3, 1, 8, 30), "dates-are-dates"),  # noqa: DTZ001
        (43160, "dates-are-dates"),
        (True, "dates-are-dates"),
        (dt.date(2150, 1, 1), "dates-are-in-range"),
        (None, "cells-are-filled"),
    ],
)
def test_a_typed_cell_that_is_no_day_is_refused(cell: Any, check: str, tmp_path: Path) -> None:
    """A number, a truth or a time of day is no day."""
    assert places(read_registrations([saved(tmp_path, [HEADER, (cell, "a", 1)])]).problems) == [(check, 2, 1)]


@pytest.mark.parametrize("cell", [DAY, True, dt.time(7, 24), dt.timedelta(hours=30)])
def test_a_typed_cell_that_is_no_number_is_refused(cell: Any, tmp_path: Path) -> None:
    """A day, a truth or a time is no decimal number of hours."""
    read = read_registrations([saved(tmp_path, [HEADER, (DAY, "a", cell)])])

    assert places(read.problems) == [("hours-are-decimal", 2, 3)]


def test_typed_times_are_hours_where_mapped_so(tmp_path: Path) -> None:
    """With the format h:mm, Excel's times and durations are hours."""
    rows = [HEADER, (DAY, "a", dt.time(7, 24)), (DAY, "a", dt.timedelta(hours=30)), (DAY, "a", "7:30")]

    read = read_registrations([saved(tmp_path, rows, columns={"hours": ColumnName("hours", "h:mm")})])

    assert read.problems == []
    assert list(read.table.hours) == [7.4, 30.0, 7.5]


def test_a_typed_month_is_the_first_of_it(tmp_path: Path) -> None:
    """Excel makes a day of 2018-03; in a column of months it is the month, and any other day is none."""
    read = read_staff([saved(tmp_path, [("month", "job_group", "fte"), (DAY, "a", 6), (dt.date(2018, 4, 2), "a", 6)])])

    assert list(read.table.end) == [dt.date(2018, 3, 31)]
    assert places(read.problems) == [("months-are-months", 3, 1)]


def test_a_typed_month_with_a_time_or_beyond_the_years_is_refused(tmp_path: Path) -> None:
    """A day with a time, or in a year that nobody lives in, is no month."""
    months = (dt.datetime(2018, 3, 1, 8), dt.date(2150, 1, 1))  # noqa: DTZ001 - Excel knows no time zone
    read = read_staff([saved(tmp_path, [("month", "job_group", "fte"), *((month, "a", 6) for month in months)])])

    assert places(read.problems) == [("months-are-months", 2, 1), ("dates-are-in-range", 3, 1)]


def test_numbers_as_ids_are_texts(tmp_path: Path) -> None:
    """A running number typed as a number is the same id as one typed as text."""
    read = read_citizens([saved(tmp_path, [("id", "start"), (1, DAY), ("1", DAY)])])

    assert places(read.problems) == [("citizen-ids-differ", 3, 1)]


def test_error_cells_are_told(tmp_path: Path) -> None:
    """An error in a column that is read is told with its name, not taken for an empty cell; elsewhere it is nothing."""

    def err(sheet: Worksheet) -> None:
        for place in ("D3", "E2"):
            sheet[place] = "#DIV/0!"
            sheet[place].data_type = "e"

    read = read_registrations([saved(tmp_path, [(*HEADER, "phase", "x"), (DAY, "a", 1), (DAY, "b", 1)], change=err)])

    assert places(read.problems) == [("workbook-cells-have-values", 3, 4)]
    assert "#DIV/0!" in read.problems[0].message
    assert list(read.table.job_group) == ["a"]


def test_formulas_without_a_value_are_told(tmp_path: Path) -> None:
    """A formula that no program has calculated holds nothing to read."""
    read = read_registrations([saved(tmp_path, [HEADER, (DAY, "a", "=1+1")])])

    assert places(read.problems) == [("workbook-cells-have-values", 2, 3)]
    assert read.files[0].rows == 1


def test_merged_cells_are_told(tmp_path: Path) -> None:
    """Merged cells in a column that is read are one problem where they begin; beside the table they are nothing."""

    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("B2:B3")
        sheet.merge_cells("F2:G9")

    read = read_registrations([saved(tmp_path, [HEADER, (DAY, "a", 1), (DAY, None, 1), (DAY, "b", 1)], change=merge)])

    assert places(read.problems) == [("cells-are-not-merged", 2, 2)]
    assert list(read.table.job_group) == ["b"]


def several_sheets(folder: Path, *, hidden: bool = False, **options: Any) -> TableSource:
    """Write a workbook of two sheets, the second of which holds the table."""
    book = openpyxl.Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = "Forside"
    first.sheet_state = "hidden" if hidden else "visible"
    second = book.create_sheet("Data & tal")
    for row in (HEADER, (DAY, "a", 1)):
        second.append(row)
    book.active = 1
    book.save(folder / "time.xlsx")
    return table_source(folder / "time.xlsx", **options)


def test_the_sheet_is_asked_for(tmp_path: Path) -> None:
    """Of several sheets the scenario says which; the message names them."""
    (problem,) = read_registrations([several_sheets(tmp_path)]).problems

    assert (problem.check, problem.location) == ("sheet-is-named", Location(str(tmp_path / "time.xlsx")))
    assert '"Forside", "Data & tal"' in problem.message


def test_the_named_sheet_is_read(tmp_path: Path) -> None:
    """A sheet is named exactly as its tab reads."""
    assert len(read_registrations([several_sheets(tmp_path, sheet="Data & tal")]).table) == 1


def test_a_hidden_sheet_is_no_choice(tmp_path: Path) -> None:
    """The only sheet that is not hidden needs no name."""
    assert len(read_registrations([several_sheets(tmp_path, hidden=True)]).table) == 1


def test_a_sheet_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A wrong name of a sheet stands where the scenario writes it."""
    (problem,) = read_registrations([several_sheets(tmp_path, sheet="data")]).problems

    assert (problem.check, problem.location) == ("sheet-is-there", SCENARIO)
    assert '"Data & tal"' in problem.advice


@pytest.mark.parametrize("content", [b"date;job_group;hours\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + bytes(512)])
def test_what_is_no_workbook_is_told(content: bytes, tmp_path: Path) -> None:
    """A text file, a damaged file or an old workbook under the ending .xlsx is told, and still counted as read."""
    (tmp_path / "time.xlsx").write_bytes(content)

    read = read_registrations([table_source(tmp_path / "time.xlsx")])

    assert places(read.problems) == [("workbook-is-xlsx", 0, 0)]
    assert len(read.files) == 1


def test_an_archive_of_something_else_is_no_workbook(tmp_path: Path) -> None:
    """A zip archive without a workbook's parts is told as any damaged workbook."""
    with zipfile.ZipFile(tmp_path / "time.xlsx", "w") as archive:
        archive.writestr("a.txt", "a")

    assert places(read_registrations([table_source(tmp_path / "time.xlsx")]).problems) == [("workbook-is-xlsx", 0, 0)]


def test_an_empty_sheet_has_no_header(tmp_path: Path) -> None:
    """A sheet without a cell has no header."""
    assert places(read_registrations([saved(tmp_path, [])]).problems) == [("table-has-a-header", 0, 0)]


def test_a_sheet_of_a_header_has_no_rows(tmp_path: Path) -> None:
    """Registrations need rows in a workbook too."""
    assert places(read_registrations([saved(tmp_path, [HEADER])]).problems) == [("table-has-rows", 0, 0)]


def test_a_stray_cell_does_not_fill_the_memory(tmp_path: Path) -> None:
    """A sheet that reaches to its last corner is refused before it is laid out."""
    source = saved(tmp_path, [HEADER, (DAY, "a", 1)], change=lambda sheet: sheet.cell(1_048_576, 16_384, 1))

    assert places(read_registrations([source]).problems) == [("sheet-is-not-huge", 0, 0)]


def test_a_workbook_of_gigabytes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook that unpacks to more than the limit is refused before it is unpacked."""
    source = saved(tmp_path, [HEADER, (DAY, "a", 1)])
    monkeypatch.setattr(xlsx_files, "MOST_BYTES", 100)

    assert places(read_registrations([source]).problems) == [("workbook-is-not-huge", 0, 0)]


def test_a_damaged_part_is_told(tmp_path: Path) -> None:
    """A workbook whose sheet is cut off is a damaged workbook, not a crash."""
    source = saved(tmp_path, [HEADER, (DAY, "a", 1)])
    whole = zipfile.ZipFile(io.BytesIO(source.path.read_bytes()))
    with zipfile.ZipFile(source.path, "w") as damaged:
        for name in whole.namelist():
            damaged.writestr(name, whole.read(name)[: 200 if "sheet1" in name else None])

    assert places(read_registrations([source]).problems) == [("workbook-is-xlsx", 0, 0)]
