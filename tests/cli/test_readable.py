"""What people read: headings whole, one language, shares that are no nought, messages that say a thing once."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from somcost.cli import app
from somcost.present.numbers import Numbers
from somcost.problems import InputProblems, Location, Problem

SCENARIO = """\
schema: somcost/scenario@1
id: d
title: Steder
unit: {one: familie, many: familier}
assumptions: som-2019
window: {start: 2018-01-01, end: 2018-12-31}
time_registrations: t.csv
expenses: e.csv
participants: {path: c.csv}
"""


@pytest.fixture
def scenario(tmp_path: Path) -> str:
    """Three sites: one without cost, and cost that names none; expenses are 2,500 of 720,000 kr."""
    time = "2018-05-01,paedagog,1000,Nord\n2018-05-01,paedagog,900,Syd\n2018-06-01,paedagog,90,\n"
    (tmp_path / "t.csv").write_text(f"date,job_group,hours,site\n{time}", "utf-8")
    (tmp_path / "e.csv").write_text("date,amount,site\n2018-05-01,2500,Nord\n", "utf-8")
    rows = [f"{site}{number},2018-02-01,{site}" for site in ("Nord", "Syd", "Vest") for number in range(4)]
    (tmp_path / "c.csv").write_text("\n".join(["id,start,site", *rows]) + "\n", "utf-8")
    (tmp_path / "scenario.yaml").write_text(SCENARIO, "utf-8")
    return str(tmp_path / "scenario.yaml")


def test_headings_of_sites_are_words(scenario: str) -> None:
    """Of six columns in 80 characters the longest heading is parted once, the others only between words."""
    said = CliRunner().invoke(app, ["sites", scenario]).stdout
    heading = said[said.index("Pr. sted") : said.index("───")]

    for word in ("Lønomkostninger", "Øvrige", "udgifter", "Familier", "pr. år", "familie"):
        assert word in heading
    assert len(heading.rstrip().splitlines()) == 4
    assert max(map(len, said.splitlines())) <= 80


def test_notes_of_sites_are_danish(scenario: str) -> None:
    """Of one without cost, and of what names no site, which is called so in the bars too."""
    said = " ".join(CliRunner().invoke(app, ["sites", scenario]).stdout.split())

    assert "Vest har borgere og ingen registreringer eller udgifter: omkostningen kendes ikke." in said
    assert "Ikke oplyst har omkostninger og ingen borgere: omkostningen pr. borger er ikke defineret." in said
    assert "not stated" not in said
    assert "has " not in said


def test_a_small_share_is_not_nought(scenario: str) -> None:
    """2,500 kr of some 720,000 are 0.35 percent; nothing is 0, and half a percent rounds to 1."""
    said = CliRunner().invoke(app, ["run", scenario]).stdout

    assert "Øvrige udgifter under 1 %" in said
    assert [Numbers("da").percent(share) for share in (0.0, 0.0001, 0.00499, 0.005)] == [
        "0 %",
        "under 1 %",
        "under 1 %",
        "1 %",
    ]


def test_rows_begin_on_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a cell goes on below, the others stand beside its first line."""
    monkeypatch.chdir(tmp_path)
    rows = "".join(f"{day:02}-03-2018;Pædagog;1\n;;{day}\n" for day in range(1, 29))
    Path("a.csv").write_text("Dato;Stilling;Timer\n" + rows, "utf-8")
    said = CliRunner().invoke(app, ["import", "a.csv"]).stdout
    (at,) = [number for number, line in enumerate(said.splitlines()) if "Udeladt" in line]

    assert " 28 " in said.splitlines()[at]
    assert "3, 5, 7, 9, 11" in said.splitlines()[at]


def test_the_rest_is_counted_once() -> None:
    """Of one kind by its name alone, of several by each's count."""
    one = [Problem(Location("t.csv", line), "hours", "is much", "", "some-check") for line in range(1, 26)]
    other = [Problem(Location("u.csv", 1), "hours", "is much", "", "other-check")]

    assert str(InputProblems(one)).splitlines()[-1] == "… and 5 more [some-check]"
    assert str(InputProblems([*one, *other])).splitlines()[-1] == "… and 6 more: 5 [some-check], 1 [other-check]"


def test_a_long_day_names_the_first_lines(tmp_path: Path) -> None:
    """Ten rows of three hours are thirty; eight lines are named, and two counted."""
    (tmp_path / "t.csv").write_text("date,job_group,hours,employee\n" + "2018-05-01,paedagog,3,m\n" * 10, "utf-8")
    text = SCENARIO.replace("expenses: e.csv\n", "").replace("{path: c.csv}", "{count: 10}")
    (tmp_path / "scenario.yaml").write_text(text, "utf-8")
    said = CliRunner().invoke(app, ["check", str(tmp_path / "scenario.yaml")]).stderr

    assert "30 hours in 2018-05-01 (lines 2, 3, 4, 5, 6, 7, 8, 9 and 2 more), at most 24 fit" in said


def test_a_query_that_cannot_be_run_says_why(tmp_path: Path) -> None:
    """The database's own words where they hold no cell: a file that is none."""
    (tmp_path / "no.db").write_bytes(b"nothing")
    text = SCENARIO.replace("t.csv", "{query: \"SELECT * FROM read_parquet('nowhere/*.parquet')\"}")
    (tmp_path / "scenario.yaml").write_text(text.replace("expenses: e.csv\n", ""), "utf-8")
    said = CliRunner().invoke(app, ["check", str(tmp_path / "scenario.yaml")]).stderr

    assert "it cannot be run: IO Error: No files found that match the pattern" in said
