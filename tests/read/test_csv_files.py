"""Text tables: encoding, delimiter, quotes, lines."""

import csv
import io
from pathlib import Path

import pytest
from table_files import HEADER, places, written

from somcost.read.tables import read_registrations

DANISH = "date;job_group;hours;activity\n2018-03-01;Pædagog;7,4;Møde på Ærø\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encoding_is_found(encoding: str, tmp_path: Path) -> None:
    """UTF-8 with and without its mark, UTF-16 with its mark and Windows-1252 need no word from the scenario."""
    read = read_registrations([written(tmp_path, DANISH.encode(encoding))])

    assert read.problems == []
    assert list(read.table.job_group) == ["Pædagog"]
    assert list(read.table.activity) == ["Møde på Ærø"]


@pytest.mark.parametrize("encoding", ["cp850", "utf-16-le", "mac-roman"])
def test_encoding_is_taken_from_the_scenario(encoding: str, tmp_path: Path) -> None:
    """An encoding that cannot be told from the bytes is the one stated."""
    read = read_registrations([written(tmp_path, DANISH.encode(encoding), encoding=encoding)])

    assert read.problems == []
    assert list(read.table.job_group) == ["Pædagog"]


def test_stated_encoding_of_a_marked_file_leaves_no_mark(tmp_path: Path) -> None:
    """The mark before a UTF-8 file is no part of the first column's name."""
    assert read_registrations([written(tmp_path, DANISH.encode("utf-8-sig"), encoding="utf-8")]).problems == []


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiter_is_found(delimiter: str, tmp_path: Path) -> None:
    """The delimiter is the one whose header holds the columns looked for, whatever else the names hold."""
    names = ["date", "job_group", "hours", "a, b; c\td, e; f"]
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([names, ["2018-03-01", "a", "7.4", "x"]])

    read = read_registrations([written(tmp_path, text.getvalue())])

    assert read.problems == []
    assert list(read.table.hours) == [7.4]


def test_delimiter_is_found_by_mapped_names(tmp_path: Path) -> None:
    """Where the scenario maps the names, the mapped ones tell the delimiter, even with other marks inside."""
    columns = {"date": "Dato, dag", "job_group": "Gruppe", "hours": "Timer, i alt, netto"}
    text = "Dato, dag;Gruppe;Timer, i alt, netto\n2018-03-01;a;7,4\n"

    assert list(read_registrations([written(tmp_path, text, columns=columns)]).table.hours) == [7.4]


def test_delimiter_is_taken_from_the_scenario(tmp_path: Path) -> None:
    """A delimiter that is none of the usual may be stated."""
    text = HEADER.replace(";", "|") + "2018-03-01|a|7,4\n"

    assert list(read_registrations([written(tmp_path, text, delimiter="|")]).table.hours) == [7.4]


@pytest.mark.parametrize("first", ["sep=;\r\n", "\nSEP=;\n"])
def test_excels_own_line_is_no_header(first: str, tmp_path: Path) -> None:
    """Excel's first line sep=; names the delimiter, and rows are counted with it."""
    read = read_registrations([written(tmp_path, first + HEADER + "2018-03-01;a;7,4\n")])

    assert read.problems == []
    assert list(read.table.line) == [first.count("\n") + 2]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_any_way(end: str, tmp_path: Path) -> None:
    """Unix, Windows and old Mac line ends give the same rows and lines; the last line needs none."""
    text = (HEADER + "2018-03-01;a;1\n\n;;\n  \n2018-03-01;a;2").replace("\n", end)

    read = read_registrations([written(tmp_path, text)])

    assert read.problems == []
    assert list(read.table.line) == [2, 6]


def test_quoted_cells_keep_delimiters_quotes_and_lines(tmp_path: Path) -> None:
    """Inside quotes a delimiter, a doubled quote and a line end are the cell's own; a row stands on its first line."""
    text = HEADER + '2018-03-01;"a;""b""\nc";1\n2018-03-01;d;x\n'

    read = read_registrations([written(tmp_path, text)])

    assert list(read.table.job_group) == ['a;"b"\nc']
    assert list(read.table.line) == [2]
    assert places(read.problems) == [("hours-are-decimal", 4, 3)]


def test_blanks_around_cells_are_stripped(tmp_path: Path) -> None:
    """Blanks around names and cells, quoted or not, mean nothing; those inside do."""
    text = ' date ; job_group;hours \n 2018-03-01 ;  a  b ; 7,4 \n2018-03-01; " c ";1\n'

    read = read_registrations([written(tmp_path, text)])

    assert read.problems == []
    assert list(read.table.job_group) == ["a  b", "c"]


def test_empty_cells_beyond_the_header_mean_nothing(tmp_path: Path) -> None:
    """Delimiters at a row's end hold nothing, so they are no fault; nor does a header's nameless end."""
    longer = read_registrations([written(tmp_path, HEADER + "2018-03-01;a;7;;;\n", name="1.csv")])
    shorter = read_registrations([written(tmp_path, "date;job_group;hours;;\n2018-03-01;a;7\n", name="2.csv")])

    assert longer.problems == shorter.problems == []
    assert list(longer.table.hours) == list(shorter.table.hours) == [7.0]


def test_rows_after_a_faulty_quote_are_still_read(tmp_path: Path) -> None:
    """A row that cannot be split is one problem; the rows after it keep their lines."""
    text = HEADER + '2018-03-01;"a"b;1\n2018-03-01;c;x\n2018-03-01;d;1\n'

    read = read_registrations([written(tmp_path, text)])

    assert places(read.problems) == [("quotes-match", 2, 0), ("hours-are-decimal", 3, 3)]
    assert list(read.table.line) == [4]


def test_a_long_table_keeps_its_order(tmp_path: Path) -> None:
    """Rows are read in batches; order, lines and misfits are those of the file."""
    rows = [f"2018-03-01;group {number};{number}\n" for number in range(1000)]
    rows[450] = "2018-03-01;short\n"

    read = read_registrations([written(tmp_path, HEADER + "".join(rows))])

    assert places(read.problems) == [("rows-fit-the-header", 452, 0)]
    assert list(read.table.hours) == [float(number) for number in range(1000) if number != 450]
    assert list(read.table.line) == [number + 2 for number in range(1000) if number != 450]
    assert read.files[0].rows == 1000


def test_endings_of_text_files_are_equal(tmp_path: Path) -> None:
    """A table may end in .csv, .txt or .tsv, in any case of letters."""
    for name in ("a.csv", "a.TXT", "a.tsv"):
        assert read_registrations([written(tmp_path, HEADER + "2018-03-01;a;1\n", name=name)]).problems == []
