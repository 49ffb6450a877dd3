"""The tables a scenario names, read from its files: registrations, expenses, citizens, staff, courses.

Each function reads all the files of one table, one after the other, and gives the table with every problem found.
Rows with a problem are left out of the table, so a table with problems is not to be computed from.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from somcost.model.scenario import Course, FileRead, Stated
from somcost.model.tables import Citizens, Expenses, Registrations, Staff, Table
from somcost.problems import Problem
from somcost.read.row_checks import check_days, citizen_ids_differ, course_ids_differ, repeated
from somcost.read.table_rows import Rows, read_rows, read_sums
from somcost.read.table_shapes import CITIZENS, COURSES, EXPENSES, REGISTRATIONS, STAFF
from somcost.read.table_source import TableSource

if TYPE_CHECKING:  # engines are loaded where files are large
    from somcost.read.sums.reader import SumsReader

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TableRead(Generic[T]):
    """A table and how its reading went.

    Attributes:
        table: The rows without faults, of all files.
        problems: What is wrong with the files, with places; of one column of one file at most the first hundred.
        files: The files that could be opened, named by their path as the source gives it.
        unlisted: By check, how many more problems there are than `problems` lists.
    """

    table: T
    problems: list[Problem]
    files: list[FileRead]
    unlisted: Counter[str] = field(default_factory=Counter)


def read_registrations(sources: Sequence[TableSource], sums: "SumsReader | None" = None) -> TableRead[Registrations]:
    """Read time registrations (tidsregistreringer): date or month, job group, hours; the rest is optional."""
    rows = read_rows(sources, REGISTRATIONS) if sums is None else read_sums(sources, REGISTRATIONS, sums)
    return _read(Registrations(**rows.columns(), rows=rows.rows), rows)


def read_expenses(sources: Sequence[TableSource]) -> TableRead[Expenses]:
    """Read other expenses (øvrige udgifter): date or month, amount in kr; a file with only its header has none."""
    rows = read_rows(sources, EXPENSES)
    return _read(Expenses(**rows.columns()), rows)


def read_citizens(sources: Sequence[TableSource]) -> TableRead[Citizens]:
    """Read citizens (borgere): id and first day, optional last day, status and site; each citizen once."""
    rows = read_rows(sources, CITIZENS)
    citizens = Citizens(**rows.columns())
    check_days(citizens, faults=rows.faults)
    rows.faults.add_each(repeated(citizens.id), lambda row: citizen_ids_differ(citizens, row))
    return _read(citizens, rows)


def read_staff(sources: Sequence[TableSource]) -> TableRead[Staff]:
    """Read full-time staff (fuldtidsansatte): job group and fte of a month, or from a first to a last day."""
    rows = read_rows(sources, STAFF)
    staff = Staff(**rows.columns())
    check_days(staff, faults=rows.faults)
    return _read(staff, rows)


def read_courses(sources: Sequence[TableSource]) -> TableRead[tuple[Course, ...]]:
    """Read group courses (gruppeforløb): id and participants; each course once."""
    rows = read_rows(sources, COURSES)
    columns = rows.columns()
    places = Table(files=columns["files"], file=columns["file"], line=columns["line"])
    ids = columns["id"]
    rows.faults.add_each(repeated(ids), lambda row: course_ids_differ(places, row, ids))
    courses = tuple(
        Course(id_, Stated(f"courses.list.{id_}.participants", number, places.location(row, "participants")))
        for row, (id_, number) in enumerate(zip(ids, columns["participants"], strict=True))
    )
    return _read(courses, rows)


def _read(table: T, rows: Rows) -> TableRead[T]:
    return TableRead(table, rows.faults.problems, rows.files_read, rows.faults.unlisted)
