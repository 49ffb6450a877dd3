"""Tables as they come from their files: the model's columns, and where each row stands."""

import datetime as dt
import hashlib
from pathlib import Path

from person_numbers import parted, person_number
from table_files import HEADER, places, table_source, written

from somcost.model.scenario import Course, Stated
from somcost.problems import Location
from somcost.read.table_source import ColumnName
from somcost.read.tables import read_citizens, read_courses, read_expenses, read_registrations, read_staff


def day(year: int, month: int, day_: int) -> dt.date:
    """Give a date."""
    return dt.date(year, month, day_)


def test_registrations_keep_every_column(tmp_path: Path) -> None:
    """A row's cells arrive under their keys; what a cell does not say is None, and NA is somebody's initials."""
    source = written(
        tmp_path,
        "date;job_group;hours;employee;activity;phase;with_citizen;case;site;course\n"
        "01-03-2018;psykolog;7,4;NA;møde;opstart;ja;17;nord;a\n"
        "2018-03;paedagog;0;;;;;;;\n",
    )

    read = read_registrations([source])

    assert read.problems == []
    assert list(read.table.date) == [day(2018, 3, 1), day(2018, 3, 1)]
    assert list(read.table.by_month) == [False, True]
    assert list(read.table.job_group) == ["psykolog", "paedagog"]
    assert list(read.table.hours) == [7.4, 0.0]
    assert list(read.table.employee) == ["NA", None]
    assert list(read.table.activity) == ["møde", None]
    assert list(read.table.phase) == ["opstart", None]
    assert list(read.table.with_citizen) == [True, None]
    assert list(read.table.case) == ["17", None]
    assert list(read.table.site) == ["nord", None]
    assert list(read.table.course) == ["a", None]


def test_a_column_that_the_file_lacks_is_not_said(tmp_path: Path) -> None:
    """An optional column that is not in the file is None in every row."""
    read = read_registrations([written(tmp_path, HEADER + "2018-03-01;psykolog;7,4\n" * 2)])

    assert list(read.table.with_citizen) == [None, None]
    assert list(read.table.course) == [None, None]


def test_rows_know_their_file_line_and_column(tmp_path: Path) -> None:
    """A place counts lines as an editor does, and columns as the file has them."""
    first = written(
        tmp_path, 'hours;note;date;job_group\n7;"two\nlines";2018-03-01;a\n\n8;;2018-03-02;b\n', name="1.csv"
    )
    second = written(tmp_path, HEADER + "2018-03-03;c;9\n", name="2.csv")

    table = read_registrations([first, second]).table

    assert table.location(0, "hours") == Location(str(first.path), 2, 1)
    assert table.location(1, "job_group") == Location(str(first.path), 5, 4)
    assert table.location(2, "hours") == Location(str(second.path), 2, 3)
    assert table.location(2, "phase") == Location(str(second.path), 2)


def test_files_of_a_table_may_have_different_columns(tmp_path: Path) -> None:
    """A column that only one of the files has is None in the rows of the other, before and after it."""
    plain = written(tmp_path, HEADER + "2018-03-01;a;1\n", name="1.csv")
    phased = written(tmp_path, "date;job_group;hours;phase\n2018-03-02;a;1;p\n", name="2.csv")

    assert list(read_registrations([plain, phased, plain]).table.phase) == [None, "p", None]


def test_files_are_told_with_hash_and_rows(tmp_path: Path) -> None:
    """A file that was read is told by its path, the SHA-256 of its bytes and the count of its rows."""
    source = written(tmp_path, HEADER + "2018-03-01;a;1\n\n2018-03-01;a;1\n")

    (file,) = read_registrations([source]).files

    assert file.name == source.path.as_posix()
    assert file.sha256 == hashlib.sha256(source.path.read_bytes()).hexdigest()
    assert file.rows == 2


def test_names_and_values_are_mapped(tmp_path: Path) -> None:
    """A scenario maps the file's own column names and words onto ours, exactly as they are written."""
    source = written(
        tmp_path,
        "Dato; Stilling ;Timer;Ansigt til ansigt\n1.3.2018;Socialrådgiver;7,5;X\n2.3.2018;psykolog;1;\n",
        columns={"date": "Dato", "job_group": "Stilling", "hours": "Timer", "with_citizen": "Ansigt til ansigt"},
        values={"job_group": {"Socialrådgiver": "socialraadgiver"}, "with_citizen": {"X": "ja", "": "nej"}},
    )

    read = read_registrations([source])

    assert read.problems == []
    assert list(read.table.job_group) == ["socialraadgiver", "psykolog"]
    assert list(read.table.with_citizen) == [True, False]
    assert read.table.files[0].columns["job_group"] == 2


def test_a_mapped_column_is_not_read_twice(tmp_path: Path) -> None:
    """A file's column that one key is mapped to does not also give the key of its own name."""
    source = written(tmp_path, "date;job_group;hours;phase\n2018-03-01;a;1;møde\n", columns={"activity": "phase"})

    table = read_registrations([source]).table

    assert list(table.activity) == ["møde"]
    assert list(table.phase) == [None]


def test_hours_by_the_clock_are_read_where_mapped_so(tmp_path: Path) -> None:
    """With the format h:mm, 7:24 is 7.4 hours; seconds count too."""
    source = written(
        tmp_path,
        HEADER + "2018-03-01;a;7:24\n2018-03-01;a;130:30:00\n",
        columns={"hours": ColumnName("hours", "h:mm")},
    )

    assert list(read_registrations([source]).table.hours) == [7.4, 130.5]


def test_a_column_of_months_dates_a_table(tmp_path: Path) -> None:
    """A file may have a column month in the place of date; its rows are dated by month."""
    table = read_registrations([written(tmp_path, "month;job_group;hours\n2018-06;a;120\n")]).table

    assert list(table.date) == [day(2018, 6, 1)]
    assert list(table.by_month) == [True]
    assert table.location(0, "date").column == 1


def test_date_is_read_where_a_file_has_month_too(tmp_path: Path) -> None:
    """A column month beside a column date is an extra one."""
    table = read_registrations([written(tmp_path, "month;date;job_group;hours\njuni;2018-06-07;a;1\n")]).table

    assert list(table.date) == [day(2018, 6, 7)]


def test_other_columns_are_left_alone(tmp_path: Path) -> None:
    """A column that no key asks for is not read, whatever it holds and however often its name stands there."""
    source = written(tmp_path, "date;x;job_group;x;hours;\n2018-03-01;#DIV/0!;a;Ã¥;1;\n")

    assert read_registrations([source]).problems == []


def test_expenses_keep_every_column(tmp_path: Path) -> None:
    """Amounts may be negative here; the price year is a whole number."""
    source = written(
        tmp_path,
        "date,amount,category,phase,site,course,price_year\n"
        '2018-03-01,"1.234,50",Kørsel,drift,nord,a,2017\n2018-04,-200,,,,,\n',
    )

    read = read_expenses([source])

    assert read.problems == []
    assert list(read.table.amount) == [1234.5, -200.0]
    assert list(read.table.by_month) == [False, True]
    assert list(read.table.category) == ["Kørsel", None]
    assert list(read.table.price_year) == [2017, None]


def test_expenses_may_be_a_header_alone(tmp_path: Path) -> None:
    """A file with only its header says that there were no expenses."""
    for header in ("date;amount\n", "month;amount"):
        read = read_expenses([written(tmp_path, header)])

        assert read.problems == []
        assert len(read.table) == 0
        assert read.files[0].rows == 0


def test_citizens_keep_their_days(tmp_path: Path) -> None:
    """A citizen without a last day is still enrolled; status is one of three words."""
    source = written(tmp_path, "id;start;end;status\nA1;2018-03-01;2018-03-01;completed\nA2;2018-04-01;;\n")

    read = read_citizens([source])

    assert read.problems == []
    assert list(read.table.id) == ["A1", "A2"]
    assert list(read.table.end) == [day(2018, 3, 1), None]
    assert list(read.table.status) == ["completed", None]
    assert list(read.table.site) == [None, None]


def test_citizens_may_lack_every_last_day(tmp_path: Path) -> None:
    """A list of citizens needs no column of last days."""
    assert list(read_citizens([written(tmp_path, "id;start\nA1;2018-03-01\n")]).table.end) == [None]


def test_staff_of_a_month_runs_from_its_first_to_its_last_day(tmp_path: Path) -> None:
    """A month of staff is its days; February 2020 has 29."""
    read = read_staff([written(tmp_path, "month;job_group;fte\n2020-02;psykolog;1,5\n")])

    assert read.problems == []
    assert (list(read.table.start), list(read.table.end)) == ([day(2020, 2, 1)], [day(2020, 2, 29)])
    assert list(read.table.fte) == [1.5]
    assert read.table.location(0, "end").column == 1


def test_staff_may_be_stated_by_days(tmp_path: Path) -> None:
    """Staff may be stated from a first to a last day, both included."""
    table = read_staff([written(tmp_path, "start;end;job_group;fte\n2018-03-01;2018-03-01;a;0\n")]).table

    assert (list(table.start), list(table.end), list(table.fte)) == ([day(2018, 3, 1)], [day(2018, 3, 1)], [0.0])


def test_courses_are_the_models(tmp_path: Path) -> None:
    """A course's participants are a stated number with its place."""
    source = written(tmp_path, "id;participants\n1;6\nb;5,5\n")

    read = read_courses([source])

    assert read.problems == []
    assert read.table == (
        Course("1", Stated("courses.list.1.participants", 6.0, Location(str(source.path), 2, 2))),
        Course("b", Stated("courses.list.b.participants", 5.5, Location(str(source.path), 3, 2))),
    )


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Every faulty cell of every file is a problem of its own; rows without a fault remain."""
    first = written(tmp_path, HEADER + "2018-02-30;a;7:24\n2018-03-01;a;1\n2018-03-01;;x\n", name="1.csv")
    second = table_source(tmp_path / "none.csv")

    read = read_registrations([first, second])

    assert places(read.problems) == [
        ("table-file-exists", 0, 0),
        ("dates-are-real", 2, 1),
        ("hours-are-decimal", 2, 3),
        ("cells-are-filled", 4, 2),
        ("hours-are-decimal", 4, 3),
    ]
    assert list(read.table.line) == [3]


def test_faults_beyond_a_hundred_of_a_column_are_counted(tmp_path: Path) -> None:
    """A column keeps its first hundred faults in full and counts the rest; another column keeps its own."""
    read = read_registrations([written(tmp_path, HEADER + "2018-03-01;a;x\n" * 250 + "x;a;1\n")])

    assert len(read.problems) == 101
    assert read.unlisted.total() == 150
    assert max(places(read.problems)[:-1])[1] == 101
    assert places(read.problems)[-1] == ("dates-are-dates", 252, 1)


def test_a_problem_quotes_no_other_cell(tmp_path: Path) -> None:
    """What a message quotes is the cell at fault; other cells of the row, and an id given twice, are not told."""
    number = parted(person_number(1))
    citizens = f"id;start;end\n{number};2018-03-01;\n{number};2018-03-32;\n{number};2018-03-01;2018-02-01\n"

    problems = read_citizens([written(tmp_path, citizens)]).problems

    assert [each.check for each in problems].count("tables-hold-no-cpr-numbers") == 1
    assert len(problems) == 4
    assert number[:6] not in "".join(map(str, problems))


def test_a_file_without_header_tells_no_data(tmp_path: Path) -> None:
    """Where the first row is data, the message about missing columns does not list its cells."""
    (problem, *_) = read_citizens([written(tmp_path, f"m17;{parted(person_number(1))};2018-03-01\n")]).problems

    assert problem.check == "required-columns-are-there"
    assert person_number(1)[:6] not in str(problem)
    assert "looks like data" in problem.advice
