"""The years of a plan: counted from 1, or of the calendar where its first year is stated."""

from pathlib import Path

import pytest
from hand_plan import explained, hand_plan, printed, written_plan

from somcost.analyse.planned import PlanAssessment
from somcost.pipeline import assess_plan
from somcost.problems import InputProblems

ROOM = "  sal: {label: Sal, category: operation, driver: intervention, timing: yearly, price: 500, years: [YEARS]}\n"


def from_2025(folder: Path, *, years: str = "2", team: str = "2") -> PlanAssessment:
    """Assess the plan with 2025 as its first year, a room in some years, the second team from a year."""
    path = written_plan(folder, lines=ROOM.replace("YEARS", years))
    text = path.read_text("utf-8").replace("{horizon: 3,", "{horizon: 3, first_year: 2025,")
    path.write_text(text.replace("{year: 2, count: 1}", f"{{year: {team}, count: 1}}"), "utf-8")
    return assess_plan(path)


def test_years_of_the_calendar_are_the_years_they_are(tmp_path: Path) -> None:
    """2026 is the second year, for a line and for a team."""
    numbered, named = from_2025(tmp_path).as_dict(), from_2025(tmp_path, years="2026", team="2026").as_dict()

    assert named["years"] == numbered["years"]
    assert [year["year"] for year in named["years"]] == ["2025", "2026", "2027"]
    assert [year["operation"] for year in named["years"]] == [4_000, 8_500, 8_000]


@pytest.mark.parametrize(
    ("years", "team", "found"),
    [
        ("2028", "2", "year 2028 lies outside 2025 to 2027"),
        ("2024", "2", "year 2024 lies outside 2025 to 2027"),
        ("2", "2024", "teams start in year 2024, the first is 2025"),
        ("2", "2028", "teams start in year 2028, the last from which a course can finish is 2027"),
        ("2", "2025", "teams name a year twice, by its number too"),
    ],
)
def test_years_outside_the_horizon_are_named_as_they_are_written(
    tmp_path: Path, years: str, team: str, found: str
) -> None:
    """The message speaks of the calendar as the file does."""
    with pytest.raises(InputProblems, match=found):
        from_2025(tmp_path, years=years, team=team)


def test_without_a_first_year_the_advice_is_to_state_it(tmp_path: Path) -> None:
    """A year of the calendar says nothing where the first is not known."""
    with pytest.raises(InputProblems, match="State first_year to name years of the calendar"):
        hand_plan(tmp_path, lines=ROOM.replace("YEARS", "2026"))


def test_explanations_name_years_as_the_reports_do(tmp_path: Path) -> None:
    """2026: 90,000 of equipment, two courses of 4,000 and the room; counted years by their number."""
    assert "= 98.500 kr." in explained(from_2025(tmp_path), "years.2026.cost")
    assert "= 98.000 kr." in explained(hand_plan(tmp_path), "years.2.cost")
    with pytest.raises(InputProblems, match=r"years\.1\.cost"):
        explained(hand_plan(tmp_path), "years.0.cost")


def test_the_report_names_the_years_of_the_calendar(tmp_path: Path) -> None:
    """Each year of the table, and the year that a team starts in."""
    text = printed(from_2025(tmp_path, team="2026"))

    assert [line.split()[0] for line in text.splitlines() if line.startswith(" 202")] == ["2025", "2026", "2027"]
    assert "Team, der starter i år 2026" in explained(from_2025(tmp_path), "teams_started")
