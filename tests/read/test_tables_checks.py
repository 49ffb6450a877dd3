"""Each check on tables finds its fault, at its place, with words that help."""

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from table_files import HEADER, SCENARIO, places, table_source, written

from somcost.problems import CHECKS, Location
from somcost.read import tables
from somcost.read.table_source import ColumnName

STAGE = (
    "cells csv_files date_cells delimiters encodings file_bytes grid headers number_cells row_checks table_rows "
    "word_cells xlsx_files"
)
ROW = "2018-03-01;psykolog;7,4\n"
IN_SCENARIO = -1


@dataclass(frozen=True)
class Case:
    """A file at fault: the check that finds it, the place (line -1: in the scenario), a part of its words."""

    check: str
    content: str | bytes
    place: tuple[int, int]
    says: str
    read: Callable[..., Any] = tables.read_registrations
    name: str = "time.csv"
    options: Any = field(default_factory=lambda: MappingProxyType({}))


CASES = [
    Case("table-format-is-known", HEADER + ROW, (0, 0), 'has the ending ".doc"', name="time.doc"),
    Case("table-format-is-known", HEADER + ROW, (0, 0), "has no ending", name="time"),
    Case("table-file-is-not-empty", "", (0, 0), "the file is empty"),
    Case("table-has-a-header", "\n ; \n\n", (0, 0), "every line of the file is blank"),
    Case("table-has-rows", HEADER, (0, 0), "a header and no rows"),
    Case("table-has-rows", "id;start\n", (0, 0), "a header and no rows", read=tables.read_citizens),
    Case("encoding-is-known", HEADER + ROW, (IN_SCENARIO, 0), '"utf-9"', options={"encoding": "utf-9"}),
    Case("encoding-is-known", HEADER + ROW, (IN_SCENARIO, 0), '"hex"', options={"encoding": "hex"}),
    Case("text-fits-its-encoding", b"date;job_group\n2018;p\x81dagog\n", (2, 0), "0x81, byte 7 of the line"),
    Case(
        "text-fits-its-encoding", HEADER.encode() + b"\xe5", (2, 0), "meaning in utf-8", options={"encoding": "utf-8"}
    ),
    Case("encoding-is-certain", HEADER.encode() + b"2018-03-01;p\x91dagog;1\n", (2, 0), 'in cp850 it is "æ"'),
    Case("file-is-text", b"PK\x03\x04\x00", (1, 0), "0x03"),
    Case("file-is-text", (HEADER + ROW).encode("utf-16-le"), (1, 0), "0x00"),
    Case("delimiter-is-one-character", HEADER + ROW, (IN_SCENARIO, 0), '";;"', options={"delimiter": ";;"}),
    Case("delimiter-is-certain", "date;a,hours\n", (1, 0), '"," or by ";"'),
    Case("quotes-match", HEADER + ROW + '2018-03-01;"a"b;1\n', (3, 0), "is not closed"),
    Case("quotes-match", HEADER + ROW + '2018-03-01;"a;1\n' + ROW, (3, 0), "is not closed"),
    Case("quotes-match", '"date;job_group;hours\n' + ROW, (1, 0), "is not closed"),
    Case("cells-are-short", HEADER + '2018-03-01;"' + "a\n" * 70_000, (2, 0), "more than 131,072 characters"),
    Case("cells-are-short", '"' + "a;b" * 50_000 + '"\n' + ROW, (1, 0), "more than 131,072 characters"),
    Case("columns-are-countable", "a;" * 16_384 + "\n", (1, 0), "16,385 columns"),
    Case("rows-fit-the-header", HEADER + ROW + "2018-03-01;a\n", (3, 0), "2 cells where the header has 3"),
    Case(
        "rows-fit-the-header", HEADER.replace(";", ",") + "2018-03-01,a,7,4\n", (2, 0), "4 cells where the header has 3"
    ),
    Case(
        "mapped-keys-are-known",
        HEADER + ROW,
        (IN_SCENARIO, 0),
        '"timer" is no column',
        options={"columns": {"timer": "hours"}},
    ),
    Case(
        "mapped-keys-are-known",
        HEADER + ROW,
        (IN_SCENARIO, 0),
        "Did you mean job_group?",
        options={"values": {"job_groups": {"a": "b"}}},
    ),
    Case(
        "mapped-keys-are-known",
        HEADER + ROW,
        (IN_SCENARIO, 0),
        "for a column of hours only",
        options={"columns": {"date": ColumnName("date", "h:mm")}},
    ),
    Case(
        "mapped-columns-are-there",
        HEADER + ROW,
        (IN_SCENARIO, 0),
        '"time.csv" has no column "Timer"',
        options={"columns": {"hours": "Timer"}},
    ),
    Case("required-columns-are-there", "\n\ndate;job_group;timer\n" + ROW, (3, 0), 'no column "hours"'),
    Case("required-columns-are-there", "job_group;hours\n", (1, 0), 'no column "date", nor "month"'),
    Case("column-names-differ", "date;hours;job_group;hours\n" + ROW, (1, 4), "2 and 4 are both named"),
    Case("column-names-are-exact", "date;job_group;hours;With citizen\n" + ROW, (1, 4), 'nearly "with_citizen"'),
    Case("column-names-are-exact", "date;job_group;hours;actvity\n" + ROW, (1, 4), 'nearly "activity"'),
    Case("cells-are-filled", HEADER + ROW + "2018-03-01; ;1\n", (3, 2), "empty"),
    Case("hours-are-decimal", HEADER + ROW + "2018-03-01;a;7:24\n", (3, 3), "7 h 24 min is 7.4"),
    Case("hours-are-decimal", HEADER + "2018-03-01;a;7,4h\n", (2, 3), "Leave the unit out"),
    Case("hours-are-decimal", HEADER + "2018-03-01;a;1e5\n", (2, 3), '"1e5" is not a decimal number'),
    Case("hours-are-decimal", HEADER + "2018-03-01;a;" + "9" * 400, (2, 3), "9…"),
    Case(
        "hours-are-hours-and-minutes",
        HEADER + "2018-03-01;a;7:60\n",
        (2, 3),
        '"7:60"',
        options={"columns": {"hours": ColumnName("hours", "h:mm")}},
    ),
    Case("hours-are-not-negative", HEADER + "2018-03-01;a;-0,5\n", (2, 3), '"-0,5" is negative'),
    Case("numbers-are-decimal", "date;amount\n2018-03-01;500 kr.\n", (2, 2), "unit", read=tables.read_expenses),
    Case("numbers-are-decimal", "date;amount\n2018-03-01;inf\n", (2, 2), '"inf"', read=tables.read_expenses),
    Case(
        "fte-is-not-negative", "month;job_group;fte\n2018-03;a;-1\n", (2, 3), '"-1" is negative', read=tables.read_staff
    ),
    Case("participants-are-positive", "id;participants\na;0\n", (2, 2), '"0"', read=tables.read_courses),
    Case("decimal-marks-agree", HEADER + ROW * 2 + "2018-03-01;a;7.4\n", (4, 3), 'decimal mark ","'),
    Case("decimal-marks-agree", HEADER + ROW, (2, 3), 'decimal mark "."', options={"decimal": "."}),
    Case("decimal-mark-is-certain", HEADER + "2018-03-01;a;1.234\n" * 2, (2, 3), "either 1.234 or 1234"),
    Case("dates-are-dates", HEADER + ROW + "01-03-18;a;1\n", (3, 1), "four digits"),
    Case("dates-are-dates", HEADER + ROW + "2018-03-01 08:30;a;1\n", (3, 1), "Leave the time of day out"),
    Case("dates-are-dates", "id;start\na;2018-03\n", (2, 2), '"2018-03"', read=tables.read_citizens),
    Case("dates-are-real", HEADER + ROW + "31-04-2018;a;1\n", (3, 1), "no day of the calendar"),
    Case("dates-are-real", HEADER + "13/13/2018;a;1\n", (2, 1), "no day of the calendar"),
    Case("dates-are-in-range", HEADER + "0218-03-01;a;1\n", (2, 1), "1900 to 2100"),
    Case("dates-are-as-stated", HEADER + "01-03-2018;a;1\n", (2, 1), "states", options={"dates": "yyyy-mm-dd"}),
    Case("date-order-is-certain", HEADER + "03/04/2018;a;1\n", (2, 1), "either 2018-04-03 or 2018-03-04"),
    Case("months-are-months", "month;job_group;hours\n2018-13;a;1\n", (2, 1), '"2018-13"'),
    Case("months-are-months", "month;job_group;fte\nmarts;a;1\n", (2, 1), '"marts"', read=tables.read_staff),
    Case("text-is-not-garbled", HEADER + "2018-03-01;SocialrÃ¥dgiver;1\n", (2, 2), '"Socialrådgiver" is meant'),
    Case("text-is-not-garbled", HEADER + "2018-03-01;Socialr\ufffddgiver;1\n", (2, 2), "wrong encoding"),
    Case("booleans-are-yes-or-no", "date;job_group;hours;with_citizen\n2018-03-01;a;1;J\n", (2, 4), '{"J": ja}'),
    Case("statuses-are-known", "id;start;status\na;2018-03-01;ude\n", (2, 3), "enrolled", read=tables.read_citizens),
    Case(
        "price-years-are-years",
        "date;amount;price_year\n2018-03-01;1;18\n",
        (2, 3),
        '"18" is not a year',
        read=tables.read_expenses,
    ),
    Case(
        "ends-are-not-before-starts",
        "id;start;end\na;2018-03-02;2018-03-01\n",
        (2, 3),
        "before the first day 2018-03-02",
        read=tables.read_citizens,
    ),
    Case(
        "citizen-ids-differ",
        "id;start\na;2018-03-02\nb;2018-03-02\na;2018-05-02\n",
        (4, 1),
        "that of line 2",
        read=tables.read_citizens,
    ),
    Case("course-ids-differ", "id;participants\na;6\na;5\n", (3, 1), "in line 2", read=tables.read_courses),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.check)
def test_fault_is_found_at_its_place(case: Case, tmp_path: Path) -> None:
    """One fault in a file is one problem, at the cell or row that holds it, with advice."""
    source = written(tmp_path, case.content, name=case.name, **case.options)

    (problem,) = [each for each in case.read([source]).problems if each.check == case.check]

    expected = SCENARIO if case.place[0] == IN_SCENARIO else Location(str(source.path), *case.place)
    assert problem.location == expected
    assert case.says in f"{problem.message} {problem.advice}"
    assert problem.key
    assert problem.advice


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.check)
def test_a_fault_keeps_rows_from_the_table(case: Case, tmp_path: Path) -> None:
    """A row that holds a fault is not in the table."""
    source = written(tmp_path, case.content, name=case.name, **case.options)

    table = case.read([source]).table

    assert (
        case.place[1] == 0 or isinstance(table, tuple) or case.check in BETWEEN_ROWS or case.place[0] not in table.line
    )


BETWEEN_ROWS = {"ends-are-not-before-starts", "citizen-ids-differ", "course-ids-differ"}
ELSEWHERE = {
    "words-are-printable",
    "table-file-exists",
    "table-is-a-file",
    "table-file-is-readable",
    "workbook-is-xlsx",
    "workbook-is-not-huge",
    "sheet-is-not-huge",
    "sheet-is-named",
    "sheet-is-there",
    "workbook-cells-have-values",
    "cells-are-not-merged",
}
"""Tested below and with the workbooks."""


def test_every_check_of_tables_has_a_case() -> None:
    """No check on tables goes without a test of its place."""
    modules = [import_module(f"somcost.read.{name}") for name in STAGE.split()]
    ours = {
        name.replace("_", "-")
        for module in modules
        for name, thing in vars(module).items()
        if hasattr(thing, "__wrapped__") and thing.__module__ == module.__name__
    } & set(CHECKS)

    assert ours - {case.check for case in CASES} - ELSEWHERE == set()


def test_a_missing_file_suggests_its_neighbour(tmp_path: Path) -> None:
    """A path without a file is told with the nearest name in that folder, and where the path is written."""
    written(tmp_path, HEADER, name="registrations.csv")

    read = tables.read_registrations([table_source(tmp_path / "registration.csv")])

    (problem,) = read.problems
    assert places(read.problems) == [("table-file-exists", 0, 0)]
    assert problem.location.file == str(tmp_path / "registration.csv")
    assert '"registrations.csv"' in problem.advice
    assert "scenario.yaml:9:21" in problem.advice
    assert read.files == []


def test_a_missing_folder_is_a_missing_file(tmp_path: Path) -> None:
    """A path into a folder that is not there is told like any missing file."""
    (problem,) = tables.read_expenses([table_source(tmp_path / "none" / "expenses.csv")]).problems

    assert problem.check == "table-file-exists"


def test_a_folder_is_no_table(tmp_path: Path) -> None:
    """A path to a folder is told as such."""
    folder = tmp_path / "time.csv"
    folder.mkdir()

    (problem,) = tables.read_registrations([table_source(folder)]).problems

    assert (problem.check, problem.location) == ("table-is-a-file", Location(str(folder)))


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own reason stands in the message."""
    source = written(tmp_path, HEADER)
    monkeypatch.setattr(Path, "open", lambda *_: (_ for _ in ()).throw(PermissionError(13, "Permission denied")))

    (problem,) = tables.read_registrations([source]).problems

    assert (problem.check, problem.location) == ("table-file-is-readable", Location(str(source.path)))
    assert "Permission denied" in problem.message


def test_the_nearest_column_is_suggested(tmp_path: Path) -> None:
    """A missing column lists the columns found and writes the mapping out for the nearest."""
    source = written(tmp_path, "date;jobgroup;hours\n" + ROW)

    (problem,) = tables.read_registrations([source]).problems

    assert '"date", "jobgroup", "hours"' in problem.advice
    assert "`columns: {job_group: jobgroup}`" in problem.advice
