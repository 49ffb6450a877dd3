"""Figures of few citizens are in no output, nor can they be had from what is; and nothing that names a person is."""

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from typer.testing import CliRunner

from somcost import InputProblems, assess, sites
from somcost.analyse.assessment import plain as tree_as_plain
from somcost.analyse.handover.handover import handover_of
from somcost.cli import app
from somcost.model.few import hidden_members

COURSES = {"lille": 2, "b": 5, "c": 6, "d": 4, "e": 7}
HIDDEN = ("lille", "b", "d")
"""The small one, and the two smallest others, as of the totals two could be told."""
HOURS = {"lille": 3.1713, "b": 4.8127, "c": 6.4311, "d": 2.7519, "e": 5.9231}
SCENARIO = """\
schema: somcost/scenario@1
id: few
title: Små forløb
assumptions: som-2019
window: {start: 2018-03-01, end: 2018-04-30}
time_registrations: time.csv
courses: {per_year: 4, list: [%s]}
participants: {per_year: 20, months_each: 3}
sensitivity: {wages: [0.1], course_size: [4, 6]}
variants: {marts: {window: {start: 2018-03-01, end: 2018-03-31}}}
settings: {fewest_citizens: %d}
"""
EVERY_OUTPUT = (
    "run scenario.yaml --exact",
    "run scenario.yaml --json",
    "run scenario.yaml --xlsx run.xlsx",
    "explain scenario.yaml cost_per_participant",
    "explain scenario.yaml cost_per_course",
    "explain scenario.yaml annual_operating_cost",
    "explain scenario.yaml courses.c.cost",
    "explain scenario.yaml sensitivity.course_size.0.cost_per_course",
    "explain scenario.yaml handover.total.cost_per_participant",
    "handover scenario.yaml --exact",
    "handover scenario.yaml --json --out handover.csv",
    "handover scenario.yaml --out handover.xlsx",
    "quality scenario.yaml --json --xlsx quality.xlsx",
    "quality scenario.yaml",
    "sensitivity scenario.yaml --exact --plot tornado.svg",
    "sensitivity scenario.yaml --keys --json",
    "sensitivity scenario.yaml --grid wages=0,0.1 course_size=4,6 --json",
    "simulate scenario.yaml --draws 1000 --json --xlsx simulate.xlsx",
    "resample scenario.yaml --json",
    "compare scenario.yaml other.yaml --json --xlsx compare.xlsx",
    "check scenario.yaml",
)


def written(folder: Path, *, fewest: int = 3, hours: dict[str, float] = HOURS, person: str = "m") -> Path:
    """Write five courses, the first of two participants, each with hours in both months."""
    listed = ", ".join(f"{{id: {name}, participants: {size}}}" for name, size in COURSES.items())
    folder.mkdir(exist_ok=True)
    for name in ("scenario.yaml", "other.yaml"):
        (folder / name).write_text(SCENARIO % (listed, fewest), "utf-8")
    rows = [
        f"2018-0{month}-0{day},{group},{hours[name] * share:.4f},{name},{person}{number},{person}{number}"
        for number, name in enumerate(COURSES)
        for month, day, group, share in ((3, 5, "paedagog", 1), (3, 6, "psykolog", 0.5), (4, 9, "paedagog", 0.25))
    ]
    (folder / "time.csv").write_text("\n".join(["date,job_group,hours,course,employee,case", *rows]) + "\n", "utf-8")
    return folder / "scenario.yaml"


def outputs(folder: Path, monkeypatch: pytest.MonkeyPatch, commands: tuple[str, ...] = EVERY_OUTPUT) -> dict[str, str]:
    """Run every command; give what each printed, and the cells and texts of every file."""
    monkeypatch.chdir(folder)
    before = {path.name for path in folder.iterdir()}
    found = {}
    for command in commands:
        result = CliRunner().invoke(app, command.split())
        assert result.exit_code == 0, (command, result.stderr, result.exception)
        found[command] = result.stdout + result.stderr
    for path in folder.iterdir():
        if path.name not in before:
            found[path.name] = " ".join(cells(path)) if path.suffix == ".xlsx" else path.read_text("utf-8")
    return found


def cells(path: Path) -> Iterator[str]:
    """Give every formula and every value of a workbook."""
    for values in (True, False):
        for sheet in load_workbook(path, data_only=values):
            yield from (str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)


def numbers(text: str) -> list[float]:
    """Give every number with a fraction, Danish or English."""
    danish = [each.replace(".", "").replace(",", ".") for each in re.findall(r"\d[\d.]*,\d+", text)]
    return [float(each) for each in [*danish, *re.findall(r"\d+\.\d+", text)]]


def figures(folder: Path) -> dict[str, float]:
    """Give what is to be hidden, from the same courses with nothing hidden."""
    shown = assess(written(folder, fewest=1)).as_dict()["courses"]
    costs = {row["id"]: (row["cost"], row["cost_per_participant"]) for row in shown}
    own = {
        f"{name} {kind}": figure for name in HIDDEN for kind, figure in zip(("cost", "each"), costs[name], strict=True)
    }
    return own | {f"{name} hours": 1.75 * HOURS[name] for name in HIDDEN}


def test_no_output_holds_a_hidden_figure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither cost, cost per participant nor hours of the three, as a figure, a cell, a label or an explanation."""
    secret = figures(tmp_path / "open")
    written(tmp_path / "it")
    found = outputs(tmp_path / "it", monkeypatch)

    assert len(secret) == 9
    for name, text in found.items():
        told = [
            (what, number)
            for number in numbers(text)
            for what, figure in secret.items()
            if math.isclose(number, figure, rel_tol=1e-6, abs_tol=0.005)
        ]
        assert told == [], name
    keys = found["sensitivity scenario.yaml --keys --json"]
    assert "course.c" in keys
    assert not any(
        f"course.{name}" in keys or f"list.{at}.participants" in keys
        for name, at in zip(HIDDEN, (0, 1, 3), strict=True)
    )


def test_the_search_finds_what_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With nothing hidden the same search finds the figures, so that it is worth something."""
    secret = figures(tmp_path / "open")
    found = outputs(tmp_path / "open", monkeypatch, ("run scenario.yaml --json", "run scenario.yaml --xlsx run.xlsx"))

    for name in ("run scenario.yaml --json", "run.xlsx"):
        assert any(math.isclose(number, secret["lille cost"], rel_tol=1e-6) for number in numbers(found[name]))


def test_totals_stay_and_visible_courses_too(tmp_path: Path) -> None:
    """Nothing but the hidden rows and the sub-period is missing, and all that is shown is what it was."""
    shown, hidden = (assess(written(tmp_path / str(fewest), fewest=fewest)).as_dict() for fewest in (1, 3))

    for part in ("results", "sensitivity", "months", "shares"):
        assert plain(hidden[part]) == pytest.approx(plain(shown[part]), rel=1e-12)
    rows = {row["id"]: row for row in hidden["courses"]}
    assert [name for name, row in rows.items() if row["cost"] is None] == ["lille", "b", "d"]
    assert rows["c"] == next(row for row in shown["courses"] if row["id"] == "c")
    assert plain(hidden["variants"]) == {}
    assert plain(shown["variants"])


def test_other_courses_would_give_the_same_output(tmp_path: Path) -> None:
    """Hours moved among the three, with the sums of hours and of hours per participant kept, change no figure shown.

    1 + 5 - 6 = 0 and 1/2 + 5/5 - 6/4 = 0: so nobody can tell what the small course cost.
    """
    moved = {**HOURS, "lille": HOURS["lille"] + 0.2, "b": HOURS["b"] + 1.0, "d": HOURS["d"] - 1.2}
    one, other = (
        assess(written(tmp_path / name, hours=hours)).as_dict() for name, hours in (("one", HOURS), ("other", moved))
    )

    assert plain(one) == pytest.approx(plain(other), rel=1e-9, abs=1e-9, nan_ok=True)
    shown = assess(written(tmp_path / "open", hours=moved, fewest=1)).as_dict()
    assert shown["courses"][0]["cost"] > 1.05 * figures(tmp_path / "open")["lille cost"]


def test_what_goes_on_to_som_is_not_divided(tmp_path: Path) -> None:
    """Of hidden courses the operation is one row: ratios of wages and of expenses apart could tell who took part.

    A course that alone has expenses would be told by Σe / Σ(e / n) = n. Other courses of the same totals give the same.
    """
    moved = {**HOURS, "lille": HOURS["lille"] + 0.2, "b": HOURS["b"] + 1.0, "d": HOURS["d"] - 1.2}
    one, other = (
        tree_as_plain(handover_of(assess(written(tmp_path / name, hours=hours))).tree)
        for name, hours in (("one", HOURS), ("other", moved))
    )

    assert [row["category"] for row in one["rows"]] == ["operation"]
    assert plain(one) == pytest.approx(plain(other), rel=1e-9)
    open_one = handover_of(assess(written(tmp_path / "open", fewest=1))).tree
    assert [row["category"] for row in open_one["rows"]] == ["wages", "other_expenses"]


def plain(found: Any, path: str = "") -> dict[str, float]:
    """Give every number of a result by its path."""
    if isinstance(found, dict):
        return {key: value for name, each in found.items() for key, value in plain(each, f"{path}.{name}").items()}
    if isinstance(found, list):
        return {key: value for at, each in enumerate(found) for key, value in plain(each, f"{path}.{at}").items()}
    return {path: float(found)} if isinstance(found, int | float) else {}


def test_lines_do_not_say_which_hidden_course_they_are_of(tmp_path: Path) -> None:
    """In the ledger course, person, case, day and row are blank for the three; the others keep theirs."""
    path = written(tmp_path / "it")
    result = CliRunner().invoke(app, ["ledger", str(path), "--out", str(tmp_path / "lines.csv")])
    assert result.exit_code == 0, result.stderr
    header, *rows = [line.split(",") for line in (tmp_path / "lines.csv").read_text("utf-8-sig").splitlines()]
    lines = [dict(zip(header, row, strict=True)) for row in rows]

    assert sorted({line["course"] for line in lines}) == ["", "c", "e"]
    for line in lines:
        told = [line[name] for name in ("employee", "case", "date", "row")]
        assert all(told) if line["course"] else not any(told)
    assert sum(float(line["hours"]) for line in lines) == pytest.approx(1.75 * sum(HOURS.values()), abs=1e-3)


def test_a_workbook_of_hidden_courses_is_sound(tmp_path: Path) -> None:
    """Its registrations are sums without a course, and it says so."""
    path = written(tmp_path / "it")
    result = CliRunner().invoke(app, ["run", str(path), "--xlsx", str(tmp_path / "ud.xlsx")])
    assert result.exit_code == 0, result.stderr
    book = load_workbook(tmp_path / "ud.xlsx")
    sheet = [[cell.value for cell in row] for row in book["Tidsregistreringer"].iter_rows()]
    words = {str(cell) for row in sheet for cell in row if cell}

    assert any("Månedssummer af 15 rækker" in word for word in words)
    assert not words & set(COURSES)
    assert len([row for row in sheet[5:] if row[0]]) == 3


EVENTS = """\
schema: somcost/scenario@1
id: events
title: Få udskrevne
assumptions: som-2019
window: {start: 2018-01-01, end: 2018-12-31}
time_registrations: time.csv
participants: {per_year: 20, months_each: 3, enrolled: {2018: 20}, discharged: {2018: %d}}
"""


@pytest.mark.parametrize(("discharged", "is_shown"), [(2, False), (3, True)])
def test_a_cost_per_few_events_is_not_shown(discharged: int, *, is_shown: bool, tmp_path: Path) -> None:
    """The cost per discharged is left out below three; the others stay."""
    (tmp_path / "time.csv").write_text("date,job_group,hours\n2018-05-01,paedagog,100\n", "utf-8")
    (tmp_path / "scenario.yaml").write_text(EVENTS % discharged, "utf-8")
    found = assess(tmp_path / "scenario.yaml")
    results = found.as_dict()["results"]

    assert (results["cost_per_discharged"] is not None) is is_shown
    assert results["cost_per_enrolled"] == results["cost_per_participant"]
    assert ("events-are-many-enough" in {warning.check for warning in found.warnings}) is not is_shown


LISTED = """\
schema: somcost/scenario@1
id: events
title: Få udskrevne
assumptions: som-2019
window: {start: 2018-01-01, end: 2018-12-31}
time_registrations: time.csv
participants: {path: citizens.csv}
settings: {fewest_citizens: %d}
"""


def listed(folder: Path, *, fewest: int = 3) -> Path:
    """Write five citizens of whom one has left, and completed."""
    rows = ["b1,2018-01-04,,", "b2,2018-02-05,2018-06-11,completed", "b3,2018-03-06,,", "b4,2018-04-07,,enrolled"]
    (folder / "citizens.csv").write_text("\n".join(["id,start,end,status", *rows, "b5,2018-05-08,,"]) + "\n", "utf-8")
    (folder / "time.csv").write_text("date,job_group,hours\n2018-05-02,paedagog,100\n", "utf-8")
    (folder / "scenario.yaml").write_text(LISTED % fewest, "utf-8")
    (folder / "other.yaml").write_text(LISTED % fewest, "utf-8")
    return folder / "scenario.yaml"


WITH_CITIZENS = (
    "run scenario.yaml --xlsx run.xlsx",
    "run scenario.yaml --json",
    "sensitivity scenario.yaml --xlsx varied.xlsx",
    "simulate scenario.yaml --draws 1000 --xlsx simulate.xlsx",
    "quality scenario.yaml --xlsx quality.xlsx",
    "compare scenario.yaml other.yaml --xlsx compare.xlsx",
    "explain scenario.yaml months_each",
    "explain scenario.yaml cost_per_enrolled",
    "explain scenario.yaml cost_per_person_year",
)


def test_one_who_left_stands_in_no_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does any citizen's first or last day or status, in a sheet or a derivation; the figures stay.

    Five in a year; one from 5 February to 11 June, the others to the end of the year.
    """
    listed(tmp_path)
    found = outputs(tmp_path, monkeypatch, WITH_CITIZENS)
    days = ("2018-01-04", "2018-02-05", "2018-06-11", "2018-03-06", "2018-04-07", "2018-05-08")

    for name, text in found.items():
        assert not any(day in text for day in days), name
        assert "Gennemført" not in text, name
    assert not any("Borgere" in load_workbook(path).sheetnames for path in tmp_path.glob("*.xlsx"))
    assert "dagene for hver enkelt vises" in found["explain scenario.yaml months_each"]
    assert '"participants_per_year": 5.0' in found["run scenario.yaml --json"]
    listed(tmp_path, fewest=1)
    shown = outputs(tmp_path, monkeypatch, ("run scenario.yaml --xlsx shown.xlsx",))
    assert all(day in shown["shown.xlsx"] for day in days)


def test_figures_are_the_same_whether_days_are_shown_or_not(tmp_path: Path) -> None:
    """What is hidden is how they came about, and the cost of those who are few."""
    hidden = assess(listed(tmp_path)).as_dict()["results"]
    shown = assess(listed(tmp_path, fewest=1)).as_dict()["results"]

    assert [key for key in shown if hidden[key] != shown[key]] == ["cost_per_discharged", "cost_per_completed"]
    assert hidden["cost_per_discharged"] is hidden["cost_per_completed"] is None


@pytest.mark.parametrize("key", ["cost_per_discharged", "discharged_per_year", "cost_per_completed"])
def test_the_reason_for_a_hidden_figure_is_true(key: str, tmp_path: Path) -> None:
    """There is a list, and too few of it are told of; those that the scenario says nothing of have another reason."""
    path = str(listed(tmp_path))
    said = " ".join(CliRunner().invoke(app, ["explain", path, key]).stdout.split())
    other = " ".join(CliRunner().invoke(app, ["explain", path, "start_up_cost"]).stdout.split())

    assert f"Vises ikke: {'results.' if key.startswith('cost') else ''}{key}" in said
    assert "Færre end 3" in said
    assert "oplyser" not in said
    assert "Ikke defineret: results.start_up_cost" in other


def test_the_reason_for_a_hidden_course_is_true(tmp_path: Path) -> None:
    """Of the course, by its name and its number, and of the sub-period whose courses may be few."""
    path = str(written(tmp_path / "it"))
    for key in ("courses.lille.cost", "courses.0.cost", "variants.marts.wage_cost"):
        said = CliRunner().invoke(app, ["explain", path, key]).stdout
        assert "Vises ikke" in said
        assert "Et forløb har færre end 3" in said


SITES = """\
schema: somcost/scenario@1
id: sites
title: Steder
assumptions: som-2019
window: {start: 2018-01-01, end: 2018-12-31}
time_registrations: time.csv
participants: {path: citizens.csv}
settings: {fewest_citizens: %d}
"""


def test_small_sites_are_hidden_with_another(tmp_path: Path) -> None:
    """Syd has two citizens; Øst, the next smallest, is hidden with it, as the whole less the others would tell."""
    of = {"Nord": 6, "Syd": 2, "Vest": 5, "Øst": 4}
    citizens = [f"{site}{number},2018-02-01,{site}" for site, count in of.items() for number in range(count)]
    (tmp_path / "citizens.csv").write_text("\n".join(["id,start,site", *citizens]) + "\n", "utf-8")
    hours = [f"2018-05-01,paedagog,{10 + at},{site}" for at, site in enumerate(of)]
    (tmp_path / "time.csv").write_text("\n".join(["date,job_group,hours,site", *hours]) + "\n", "utf-8")
    (tmp_path / "scenario.yaml").write_text(SITES % 3, "utf-8")
    found = sites(assess(tmp_path / "scenario.yaml")).as_dict()
    by_name = {row["name"]: row["annual_operating_cost"] for row in found["sites"]}

    assert [name for name, cost in by_name.items() if cost is None] == ["Syd", "Øst"]
    assert found["spread"]["count"] == 2
    assert any("few citizens" in note for note in found["notes"])
    (tmp_path / "scenario.yaml").write_text(SITES % 1, "utf-8")
    assert all(row["annual_operating_cost"] for row in sites(assess(tmp_path / "scenario.yaml")).as_dict()["sites"])


@given(st.dictionaries(st.text(min_size=1), st.integers(1, 12), max_size=9), st.integers(1, 6), st.integers(2, 3))
def test_enough_members_are_hidden(citizens: dict[str, float], fewest: int, least: int) -> None:
    """All that are too small; and, where there are as many, so many that they are enough citizens together."""
    hidden = hidden_members(citizens, fewest=fewest, least=least)
    small = {name for name, count in citizens.items() if count < fewest}

    assert small <= hidden
    assert bool(hidden) is bool(small)
    if hidden and len(hidden) < len(citizens):
        assert len(hidden) >= least
        assert sum(citizens[name] for name in hidden) >= fewest


def test_no_output_names_a_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Persons in the columns employee and case leave as running numbers, and no fault shows them."""
    written(tmp_path / "it", fewest=1, person="Agnete Ørsted ")
    found = outputs(tmp_path / "it", monkeypatch)
    ledger = CliRunner().invoke(app, ["ledger", "scenario.yaml", "--out", "lines.csv"])
    found["ledger"] = ledger.output + Path("lines.csv").read_text("utf-8-sig")
    text = Path("time.csv").read_text("utf-8")
    for name, spoilt in (
        ("day", text.replace("3.1713", "25.5")),
        ("garbled", text.replace("Ørsted", "Ã˜rsted")),
        ("control", text.replace("Agnete", "Agnete\x07")),
        ("job group", text.replace("paedagog", "pedagog")),
    ):
        Path("time.csv").write_text(spoilt, "utf-8")
        result = CliRunner().invoke(app, ["run", "scenario.yaml"])
        assert result.exit_code == 1, name
        found[name] = result.output

    for name, said in found.items():
        for secret in ("Agnete", "rsted"):
            assert secret not in said, name
    assert '"id": "lille"' in found["run scenario.yaml --json"]


def test_few_in_all_are_refused(tmp_path: Path) -> None:
    """Two citizens are no assessment; with the setting of one they are."""
    (tmp_path / "time.csv").write_text("date,job_group,hours\n2018-05-01,paedagog,100\n", "utf-8")
    text = EVENTS.replace("per_year: 20", "count: 2").replace(", enrolled: {2018: 20}, discharged: {2018: %d}", "")
    (tmp_path / "scenario.yaml").write_text(text, "utf-8")
    with pytest.raises(InputProblems, match="enough-citizens-are-observed"):
        assess(tmp_path / "scenario.yaml")
    (tmp_path / "scenario.yaml").write_text(text + "settings: {fewest_citizens: 1}\n", "utf-8")
    assert assess(tmp_path / "scenario.yaml").as_dict()["results"]["cost_per_participant"]


def test_the_hours_of_one_case_are_not_told(tmp_path: Path) -> None:
    """A case unlike the others is named by number and row; its hours are one citizen's, and are left out."""
    rows = [f"2018-05-01,paedagog,{hours},sag{number}" for number, hours in enumerate([10, 11, 9, 10, 12, 11, 10])]
    rows += [f"2018-0{month}-01,paedagog,21.25,sag8" for month in range(1, 5)]
    (tmp_path / "time.csv").write_text("\n".join(["date,job_group,hours,case", *rows]) + "\n", "utf-8")
    text = EVENTS.replace(", enrolled: {2018: 20}, discharged: {2018: %d}", "")
    for fewest, is_shown in ((3, False), (1, True)):
        (tmp_path / "scenario.yaml").write_text(f"{text}settings: {{fewest_citizens: {fewest}}}\n", "utf-8")
        for arguments in (["--json"], []):
            said = CliRunner().invoke(app, ["quality", str(tmp_path / "scenario.yaml"), *arguments]).stdout
            assert ("85.0" in said or " 85 " in said) is is_shown
            assert "time.csv" in said
