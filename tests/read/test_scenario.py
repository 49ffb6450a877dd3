"""Scenarios: what they hold arrives with its key and place; what is wrong in any of the files is told at once."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hand_scenario import ASSUMPTIONS, SCENARIO, write_hand_scenario
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from somcost.model.scenario import Inputs
from somcost.problems import InputProblems, Location, Problem
from somcost.read.inputs import read_inputs
from somcost.read.scenario_shapes import ScenarioShape
from somcost.read.shape_problems import shaped
from somcost.read.yaml_tree import Document

PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from(["2019-02", "2019-02-03"]),
)
ANYTHING = st.recursive(
    PLAIN, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3))
)
KEYS = [field.alias or name for name, field in ScenarioShape.model_fields.items()]


def read(folder: Path, more: str = "", *, without: str = "") -> Inputs:
    """Read the scenario for the pocket calculator, with more lines or without one."""
    return read_inputs(write_hand_scenario(folder, more=more, without=without))


def problems(folder: Path, more: str = "", *, without: str = "") -> tuple[Problem, ...]:
    """Give what is wrong with the scenario."""
    with pytest.raises(InputProblems) as raised:
        read(folder, more, without=without)
    return raised.value.problems


def told(folder: Path, more: str = "", *, without: str = "") -> list[tuple[str, str]]:
    """Give check and key of what is wrong."""
    return [(each.check, each.key) for each in problems(folder, more, without=without)]


def test_a_scenario_is_read_with_all_it_names(tmp_path: Path) -> None:
    """Window, numbers, tables and set arrive; each number has its dotted key."""
    found = read(tmp_path)
    scenario = found.scenario

    assert (scenario.id, scenario.origin, scenario.notes) == ("haand", "illustrative", ("Kun til prøve.",))
    assert (scenario.window.start, scenario.window.end) == (dt.date(2019, 1, 1), dt.date(2019, 12, 31))
    assert scenario.participants is not None
    assert scenario.participants.count is not None
    assert (scenario.participants.count.key, scenario.participants.count.value) == ("participants.count", 12)
    assert [(each.key, each.value) for each in scenario.sensitivity.wages] == [("sensitivity.wages.0", 0.10)]
    assert found.assumptions.parameters["overhead"].value == 0.25
    assert found.registrations is not None
    assert found.expenses is not None
    assert (len(found.registrations), len(found.expenses)) == (15, 2)
    assert (found.citizens, found.staff) == (None, None)


def test_numbers_have_the_places_where_they_are_typed(tmp_path: Path) -> None:
    """The location of a number is the line and column of its digits in the scenario."""
    scenario = read(tmp_path).scenario
    lines = (tmp_path / "scenario.yaml").read_text("utf-8").splitlines()
    assert scenario.participants is not None
    assert scenario.start_up is not None
    training = scenario.start_up.training[0]

    for stated, digits in [
        (scenario.participants.months_each, "4"),
        (scenario.sensitivity.participants[0], "15"),
        (training.fee_each, "500"),
        (scenario.start_up.expenses[0].amount, "1000"),
    ]:
        assert stated is not None
        assert lines[stated.location.line - 1][stated.location.column - 1 :].startswith(digits)


def test_window_gaps_and_part_months(tmp_path: Path) -> None:
    """Gaps have both days, part months their month, last day and factor."""
    window = """\
window:
  start: 2018-03-01
  end: 2019-09-30
  gaps: [{start: 2018-07-01, end: 2018-08-15, reason: Ferie}]
  part_months:
    - {month: 2018-06, registered_to: 2018-06-20, factor: 1.30, reason: Opregnet}
"""
    found = read(tmp_path, window, without="window").scenario.window

    assert [(each.start, each.end, each.reason) for each in found.gaps] == [
        (dt.date(2018, 7, 1), dt.date(2018, 8, 15), "Ferie")
    ]
    (part,) = found.part_months
    assert (part.month, part.registered_to, part.reason) == (dt.date(2018, 6, 1), dt.date(2018, 6, 20), "Opregnet")
    assert part.factor is not None
    assert (part.factor.key, part.factor.value) == ("window.part_months.0.factor", 1.30)


def test_participants_by_year(tmp_path: Path) -> None:
    """Enrolled and discharged keep their years in the key, in order, however they were typed."""
    more = "participants: {enrolled: {2019: 52, 2018: 46}, discharged: {2018: 47, 2019: 34}, completion_rate: 0.8}\n"
    found = read(tmp_path, more, without="participants").scenario.participants

    assert found is not None
    assert [(each.key, each.value) for each in found.enrolled] == [
        ("participants.enrolled.2018", 46),
        ("participants.enrolled.2019", 52),
    ]
    assert [each.value for each in found.discharged] == [47, 34]
    assert (found.count, found.per_year) == (None, None)


def test_citizens_come_from_a_file(tmp_path: Path) -> None:
    """A path under participants is read, with the file's own column names and words."""
    (tmp_path / "borgere.csv").write_text("nr,fra,til,status\n1,2019-01-01,2019-03-31,Gennemført\n", "utf-8")
    more = """\
participants:
  path: borgere.csv
  columns: {id: nr, start: fra, end: til}
  values: {status: {Gennemført: completed}}
"""
    found = read(tmp_path, more, without="participants").citizens

    assert found is not None
    assert (found.id, found.start, found.status) == (["1"], [dt.date(2019, 1, 1)], ["completed"])


@pytest.mark.parametrize(
    "courses",
    [
        "courses: {list: [{id: A, participants: 6},{id: 2, participants: 4}], per_year: 2.5, headline: ratio_of_means}",
        "courses: {path: hold.csv, per_year: 2.5, headline: ratio_of_means, delimiter: ;, columns: {id: hold}}",
    ],
)
def test_courses_are_written_out_or_in_a_file(courses: str, tmp_path: Path) -> None:
    """Both ways give the same courses; an id of digits is a name."""
    (tmp_path / "hold.csv").write_text("hold;participants\nA;6\n2;4\n", "utf-8")
    found = read(tmp_path, f"{courses}\n").scenario.courses

    assert found is not None
    assert [(each.id, each.participants.value) for each in found.list] == [("A", 6), ("2", 4)]
    assert (found.per_year.value, found.headline, found.capacity) == (2.5, "ratio_of_means", None)


def test_full_time_staff_is_written_out(tmp_path: Path) -> None:
    """A month stands for its first day as start and its last as end; the place is the scenario's line."""
    more = "full_time_staff:\n  - {start: 2019-01, end: 2019-02, job_group: leder, fte: 6}\n"
    staff = read(tmp_path, more).staff

    assert staff is not None
    assert (staff.start, staff.end, staff.fte) == ([dt.date(2019, 1, 1)], [dt.date(2019, 2, 28)], [6])
    assert str(staff.location(0)) == f"{tmp_path / 'scenario.yaml'}:17"


def test_several_files_make_one_table(tmp_path: Path) -> None:
    """A list of files, each a path or a mapping with its own options, is read into one table."""
    (tmp_path / "more.csv").write_text("dag;gruppe;tid\n2019-03-01;leder;7:30\n", "utf-8")
    more = """\
time_registrations:
  - time.csv
  - path: more.csv
    columns: {date: dag, job_group: gruppe, hours: {name: tid, format: "h:mm"}}
"""
    found = read(tmp_path, more, without="time_registrations").registrations

    assert found is not None
    assert len(found) == 16
    assert found.hours[-1] == 7.5


def test_overrides_change_the_set_and_say_so(tmp_path: Path) -> None:
    """An override has the scenario as origin and its own place, and keeps what it replaced; nothing else moves."""
    more = """\
overrides:
  parameters.overhead: 0.15
  job_groups.leder.monthly_wage_cost: {value: 42000, source: Lønkontoret 2019, note: Ny aftale}
"""
    before = read(tmp_path).assumptions
    found = read(tmp_path, more).assumptions
    overhead, wage = found.parameters["overhead"], found.job_groups["leder"].wage

    assert (overhead.value, overhead.origin, overhead.location.line, overhead.location.column) == (
        0.15,
        "haand",
        17,
        24,
    )
    assert overhead.replaced == before.parameters["overhead"]
    assert wage is not None
    assert wage.source is not None
    assert (wage.value, wage.source.title, wage.note) == (42000, "Lønkontoret 2019", "Ny aftale")
    assert found.parameters["annual_hours_norm"] == before.parameters["annual_hours_norm"]
    assert found.job_groups["medarbejder"] == before.job_groups["medarbejder"]


def test_an_override_sheds_what_was_said_of_the_old_value(tmp_path: Path) -> None:
    """Bounds, last day and the day it was checked belong to the value that is replaced."""
    path = write_hand_scenario(tmp_path, more="overrides: {parameters.overhead: 0.15}\n")
    said = "low: 0.2, high: 0.3, valid_to: 2018-12-31, checked: 2010-01-01, note: Aftalt"
    (tmp_path / "hand.yaml").write_text(ASSUMPTIONS.replace("note: Aftalt", said), encoding="utf-8")
    made = read_inputs(path).assumptions.parameters["overhead"]

    assert (made.low, made.high, made.valid_to, made.checked) == (None, None, None, None)
    assert made.replaced is not None
    assert made.replaced.valid_to == dt.date(2018, 12, 31)


def test_an_unknown_override_suggests_the_nearest(tmp_path: Path) -> None:
    """The key's own place, and the key that was probably meant."""
    (problem,) = problems(tmp_path, "overrides: {parameters.overheads: 0.1}\n")

    assert (problem.check, problem.location.line, problem.location.column) == ("overrides-name-known-values", 16, 13)
    assert "parameters.overhead?" in problem.advice


def test_files_are_named_from_the_scenario(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of files read is the same from every current folder, and holds no absolute path."""
    folder = tmp_path / "plan"
    folder.mkdir()
    (tmp_path / "som-2019.yaml").write_text("in the way", "utf-8")
    path = write_hand_scenario(folder)
    (folder / "hand.yaml").write_text(f"{ASSUMPTIONS}extends: som-2019\n", "utf-8")
    names = []
    for current, typed in [(tmp_path, Path("plan/scenario.yaml")), (folder, Path("scenario.yaml")), (tmp_path, path)]:
        monkeypatch.chdir(current)
        names.append([each.name for each in read_inputs(typed).files])

    assert names == 3 * [["scenario.yaml", "hand.yaml", "som-2019.yaml", "time.csv", "expenses.csv"]]


def test_places_are_named_as_the_user_would_type_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files beside the scenario are named from where the user stands; what is absolute stays so."""
    (tmp_path / "plan").mkdir()
    write_hand_scenario(tmp_path / "plan")
    monkeypatch.chdir(tmp_path)
    found = read_inputs("./plan/scenario.yaml")
    assert found.registrations is not None

    assert found.registrations.location(0).file == "plan/time.csv"
    assert found.assumptions.location.file == "plan/hand.yaml"


def test_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    """A slip in the scenario hides neither the set's nor the tables'."""
    path = write_hand_scenario(tmp_path, more="orign: observed\n", without="window")
    (tmp_path / "hand.yaml").write_text(ASSUMPTIONS.replace("0.25", "abc"), "utf-8")
    (tmp_path / "time.csv").write_text("date,job_group,hours\n2019-01-04,leder,syv\n", "utf-8")
    with pytest.raises(InputProblems) as raised:
        read_inputs(path)

    assert {(Path(each.location.file).name, each.check) for each in raised.value.problems} == {
        ("scenario.yaml", "required-keys-are-given"),
        ("scenario.yaml", "keys-are-known"),
        ("hand.yaml", "numbers-are-numbers"),
        ("time.csv", "hours-are-decimal"),
    }


def test_a_file_of_another_kind_is_told_as_such(tmp_path: Path) -> None:
    """An assumption set in a scenario's place is one problem, not thirty."""
    (tmp_path / "set.yaml").write_text(ASSUMPTIONS, "utf-8")
    with pytest.raises(InputProblems) as raised:
        read_inputs(tmp_path / "set.yaml")

    assert [(each.check, each.key) for each in raised.value.problems] == [("words-are-known", "schema")]


@pytest.mark.parametrize(
    ("without", "more", "problem"),
    [
        ("window", "", ("required-keys-are-given", "window")),
        ("id", "id: to ord\n", ("names-are-words", "id")),
        ("title", "title: ''\n", ("texts-are-text", "title")),
        ("origin", "origin: guessed\n", ("words-are-known", "origin")),
        ("notes", "notes: Kun til prøve\n", ("values-are-grouped-as-expected", "notes")),
        ("window", "window: {start: 01-01-2019, end: 2019-12-31}\n", ("days-are-dates", "window.start")),
        ("window", "window: {start: 2019-02-30, end: 2019-12-31}\n", ("days-are-dates", "window.start")),
        ("participants", "participants: {count: ja}\n", ("numbers-are-numbers", "participants.count")),
        ("participants", "participants: {count: '12'}\n", ("numbers-are-numbers", "participants.count")),
        ("participants", "participants: {count: true}\n", ("numbers-are-numbers", "participants.count")),
        ("participants", "participants: {count: 1e999}\n", ("numbers-are-numbers", "participants.count")),
        ("participants", "participants: {cuont: 12}\n", ("keys-are-known", "participants.cuont")),
        ("participants", "participants: {count: 9, sheet: A}\n", ("values-fit-their-key", "participants")),
        (
            "participants",
            "participants: {enrolled: {18: 4}}\n",
            ("counts-are-keyed-by-year", "participants.enrolled.18"),
        ),
        ("time_reg", "time_registrations: []\n", ("values-are-grouped-as-expected", "time_registrations")),
        ("time_reg", "time_registrations: {file: a.csv}\n", ("keys-are-known", "time_registrations.file")),
        ("time_reg", "time_registrations: [time.csv, ./time.csv]\n", ("tables-are-named-once", "time_registrations")),
        ("expenses", "expenses: {path: a.csv, decimal: x}\n", ("words-are-known", "expenses.decimal")),
        (
            "nothing",
            "courses: {list: [{id: a, participants: 1}], path: b, per_year: 1}\n",
            ("values-fit-their-key", "courses"),
        ),
        ("nothing", "courses: {list: [{id: a, participant: 1}], per_year: 1}\n", None),
        ("nothing", "settings: {outside_window: ignore}\n", ("words-are-known", "settings.outside_window")),
        ("nothing", "settings: {few_months: -1}\n", ("values-are-in-range", "settings.few_months")),
        (
            "nothing",
            "full_time_staff: [{start: 2019-02, end: 2019-01, job_group: leder, fte: 1}]\n",
            ("staff-periods-are-in-order", "full_time_staff"),
        ),
        (
            "nothing",
            "overrides: {parameters.overhead: '0.1'}\n",
            ("numbers-are-numbers", "overrides.parameters.overhead"),
        ),
        ("assumptions", "assumptions: som-2091\n", ("assumption-sets-are-published", "")),
        ("assumptions", "assumptions: ../none.yaml\n", ("files-exist", "")),
    ],
)
def test_a_fault_is_told_by_its_check(without: str, more: str, problem: tuple[str, str] | None, tmp_path: Path) -> None:
    """One thing wrong gives the check and key of that thing; a misspelt required key is also missing."""
    found = told(tmp_path, more, without=without)

    if problem is None:
        assert sorted(check for check, _ in found) == ["keys-are-known", "required-keys-are-given"]
    else:
        assert found == [problem]


def test_a_misspelt_key_of_a_course_suggests_that_of_a_course(tmp_path: Path) -> None:
    """Suggestions come from the mapping in which the unknown key stands."""
    found = problems(tmp_path, "courses: {list: [{id: a, participants: 1, participant: 1}], per_year: 1}\n")

    assert [each.advice for each in found] == ["Did you mean participants?"]


@pytest.mark.parametrize("name", ["folder", "missing.yaml", "missing/missing.yaml", "a\0b.yaml", "x" * 5000])
def test_a_path_without_a_file_is_told(name: str, tmp_path: Path) -> None:
    """A folder, a missing file and a name that cannot be one are problems, never tracebacks."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputProblems) as raised:
        read_inputs(tmp_path / name)

    assert {each.check for each in raised.value.problems} <= {"files-exist", "files-can-be-read"}


@given(st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_are_read_or_told(tmp_path: Path, content: bytes) -> None:
    """A file of whatever bytes is a scenario or a list of problems."""
    path = tmp_path / "any.yaml"
    path.write_bytes(content)
    with pytest.raises(InputProblems):
        read_inputs(path)


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_damage_to_a_scenario_is_told(tmp_path: Path, data: st.DataObject) -> None:
    """A sound scenario with some characters cut out and others put in is read or told, whatever they are."""
    start = data.draw(st.integers(0, len(SCENARIO)))
    end = data.draw(st.integers(start, min(len(SCENARIO), start + 20)))
    put_in = data.draw(st.text(st.sampled_from("{}[]:,-#&*!|>'\"%@` \n\t0129.aøN~"), max_size=5))
    path = write_hand_scenario(tmp_path)
    path.write_text(SCENARIO[:start] + put_in + SCENARIO[end:], "utf-8")
    found: Inputs | tuple[Problem, ...]
    try:
        found = read_inputs(path)
    except InputProblems as error:
        found = error.problems

    assert isinstance(found, Inputs) or (found and all(each.check and each.message for each in found))


@given(st.dictionaries(st.sampled_from([*KEYS, "other"]), ANYTHING))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_content_has_words_for_what_is_wrong(content: dict[str, Any]) -> None:
    """Every key may hold anything; each misfit is a problem with a check, none is without words."""
    document = Document("a.yaml", value=content)
    _place(document, content)
    found = shaped(document, ScenarioShape)

    assert isinstance(found, list)
    assert all(each.check for each in found)


def _place(document: Document, value: Any, *path: str | int) -> None:
    """Give every part of a value a place, as a file would."""
    document.values[path] = document.keys[path] = Location("a.yaml", 1, 1)
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        _place(document, part, *path, key)
