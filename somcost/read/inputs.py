"""Everything an assessment is computed from, read from the scenario's file and all it names."""

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from somcost.model.assumptions import AssumptionSet
from somcost.model.reading import Reading
from somcost.model.scenario import Course, FileRead, Inputs, Scenario
from somcost.model.standing import turns_of
from somcost.model.tables import Staff
from somcost.problems import InputProblems, Location, Problem, check
from somcost.read.assumptions import overridden, read_assumptions
from somcost.read.file_shapes import TableShape
from somcost.read.plan import says_it_is_a_plan
from somcost.read.scenario import inline_staff, scenario_of
from somcost.read.scenario_shapes import CoursesShape, ParticipantsShape, ScenarioShape
from somcost.read.shape_problems import shaped
from somcost.read.sums.choice import sums_reader
from somcost.read.table_source import ColumnName, TableSource
from somcost.read.tables import (
    TableRead,
    read_citizens,
    read_courses,
    read_expenses,
    read_registrations,
    read_staff,
)
from somcost.read.yaml_checks import text_of
from somcost.read.yaml_tree import Document, read_document

T = TypeVar("T")
ROW_BY_ROW = Reading("rows")
STAND_INS = {"id": "none", "title": "none", "window": {"start": "2000-01-01", "end": "2000-01-01"}}
"""For required keys of a faulty scenario that say nothing about its files."""


def read_inputs(scenario: str | Path, reading: Reading = ROW_BY_ROW) -> Inputs:
    """Read a scenario and all it names.

    Args:
        scenario: Path of the scenario's YAML file.
        reading: How its registrations are read.

    Raises:
        InputProblems: Everything that is wrong with any of the files.
    """
    path = Path(scenario)
    text, content = text_of(path)
    document = read_document(text, name=str(path))
    if says_it_is_a_plan(document.value):
        raise InputProblems([plans_are_given_where_they_are_taken(document.place("schema"))])
    shape = shaped(document, ScenarioShape)
    if isinstance(shape, list):
        found, unlisted = _problems_of_files(path, document, shape, content, reading)
        raise InputProblems([*shape, *found], unlisted=unlisted)
    return _Reading(path, document, shape, content, reading).inputs()


def _problems_of_files(
    path: Path, document: Document, problems: Sequence[Problem], content: bytes, reading: Reading
) -> tuple[list[Problem], Counter[str]]:
    """Find what is wrong with the files that the sound keys of a faulty scenario name; what is beyond is counted."""
    faulty = {problem.key.partition(".")[0] for problem in problems}
    if not isinstance(document.value, dict) or faulty & {"schema", "assumptions"}:
        return [], Counter()
    sound = {key: value for key, value in document.value.items() if key not in faulty}
    shape = shaped(replace(document, value={**STAND_INS, **sound}), ScenarioShape)
    if isinstance(shape, list):
        return [], Counter()
    try:
        _Reading(path, document, shape, content, reading).inputs()
    except InputProblems as error:
        return list(error.problems), error.unlisted
    return [], Counter()


@check
def plans_are_given_where_they_are_taken(place: Location) -> Problem:
    """What looks into registrations takes a scenario; a plan has none."""
    advice = "Plans are taken by run, check, explain, sensitivity, simulate, compare and handover."
    return Problem(place, "schema", "is a plan, a scenario with registrations or full-time staff is needed", advice)


@check
def tables_are_named_once(source: TableSource, key: str) -> Problem:
    """A list of files names each file, or each sheet of a workbook, once: its rows would count twice."""
    found = f"{source.path.name} is named a second time, its rows would count twice"
    return Problem(source.location, key, found, "Name it once; for another sheet of it, say `sheet`.")


def _is_same_table(one: TableSource, other: TableSource) -> bool:
    """Whether two sources read the same rows; a workbook whose sheet is not named has one sheet only."""
    sheets = {one.sheet, other.sheet}
    return one.path.resolve() == other.path.resolve() and (len(sheets) == 1 or None in sheets)


class _Reading:
    """A scenario whose own shape is sound, while what it names is read."""

    def __init__(self, path: Path, document: Document, shape: ScenarioShape, content: bytes, reading: Reading) -> None:
        self.path, self.document, self.shape, self.reading = path, document, shape, reading
        self.open = ExitStack()
        self.problems: list[Problem] = []
        self.unlisted: Counter[str] = Counter()
        self.files = [FileRead(path.name, hashlib.sha256(content).hexdigest())]

    def inputs(self) -> Inputs:
        with self.open:
            return self._inputs()

    def _inputs(self) -> Inputs:
        shape = self.shape
        assumptions = self._assumptions()
        scenario = self._scenario()
        registrations = expenses = None
        if shape.time_registrations is not None:
            sources = self._sources("time_registrations", shape.time_registrations)
            sums = sums_reader(self.reading, sources, turns=turns_of(scenario)) if sources else None
            if isinstance(sums, Problem):
                raise InputProblems([sums])
            registrations = self._table(read_registrations(sources, sums)) if sources else None
        if shape.expenses is not None:
            expenses = self._table(read_expenses(self._sources("expenses", shape.expenses)))
        citizens = self._citizens(shape.participants)
        staff = self._staff()
        if self.problems or assumptions is None:
            raise InputProblems(self.problems, unlisted=self.unlisted)
        files = tuple(self.files)
        return Inputs(scenario, assumptions, registrations, expenses, citizens, staff, files)

    def _assumptions(self) -> AssumptionSet | None:
        named_at = self.document.place("assumptions")
        try:
            found, files = read_assumptions(self.shape.assumptions, beside=self.path.parent, named_at=named_at)
        except InputProblems as error:
            self.problems += error.problems
            return None
        self.files += files
        changed, problems = overridden(found, self.shape.overrides, document=self.document, origin=self.shape.id)
        self.problems += problems
        return changed

    def _scenario(self) -> Scenario:
        courses: Sequence[Course] | None = None
        if self.shape.courses and self.shape.courses.path:
            courses = self._table(read_courses([self._source(self.shape.courses, "courses")]))
        return scenario_of(self.shape, self.document, courses)

    def _citizens(self, shape: ParticipantsShape | None) -> Any:
        if shape is None or shape.path is None:
            return None
        return self._table(read_citizens([self._source(shape, "participants")]))

    def _staff(self) -> Staff | None:
        shape = self.shape.full_time_staff
        if shape is None:
            return None
        if shape.rows is not None:
            staff, problems = inline_staff(shape.rows, self.document)
            self.problems += problems
            return staff
        return self._table(read_staff(self._sources("full_time_staff", shape.tables or [])))

    def _table(self, read: TableRead[T]) -> T:
        self.problems += read.problems
        self.unlisted += read.unlisted
        self.files += [replace(file, name=self._beside(file.name)) for file in read.files]
        return read.table

    def _sources(self, key: str, shapes: Iterable[TableShape]) -> list[TableSource]:
        found = [self._table_source(shape, key, number) for number, shape in enumerate(shapes)]
        sources = [each for each in found if each is not None]
        for number, source in enumerate(sources):
            if any(_is_same_table(source, each) for each in sources[:number]):
                self.problems.append(tables_are_named_once(source, key))
        return sources

    def _table_source(self, shape: TableShape, key: str, number: int) -> TableSource | None:
        """Give the file of a table, or the one that a query's rows are put into."""
        if shape.query is None:
            return self._source(shape, key, number)
        from tempfile import TemporaryDirectory  # noqa: PLC0415 - few scenarios have a query

        from somcost.read.queries import URL, Query, rows_of_query  # noqa: PLC0415 - as above

        database: Path | str | None = shape.database
        if shape.database is not None and not URL.match(shape.database):
            database = Path(os.path.normpath(self.path.parent / shape.database))
        query = Query(shape.query, database, self.document.place(key, number, "query"), key)
        path = rows_of_query(query, Path(self.open.enter_context(TemporaryDirectory())))
        if isinstance(path, Problem):
            self.problems.append(path)
            return None
        named = str(database) if isinstance(database, Path) else str(self.path.parent / "query")
        return replace(self._source(shape, key, number), path=path, location=query.location, name=named)

    def _source(self, shape: TableShape | ParticipantsShape | CoursesShape, *where: str | int) -> TableSource:
        options: dict[str, Any] = {
            name: getattr(shape, name, None) for name in ("sheet", "encoding", "delimiter", "decimal", "dates")
        }
        return TableSource(
            path=Path(os.path.normpath(self.path.parent / (shape.path or ""))),
            location=self.document.place(*where, "path"),
            columns={key: ColumnName(column.name, column.format) for key, column in shape.columns.items()},
            values=getattr(shape, "values", {}),
            **options,
        )

    def _beside(self, name: str) -> str:
        """Name a file as seen from the scenario's folder."""
        return Path(os.path.relpath(name, self.path.parent)).as_posix()
