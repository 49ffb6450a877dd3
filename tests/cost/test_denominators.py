"""What costs are divided by, where lists and statements meet."""

from pathlib import Path
from typing import Any

from hand_scenario import write_hand_scenario

import somcost

CITIZENS = "id,start,end,status\n1,2019-01-01,2019-12-31,completed\n2,2019-12-31,,\n"


def results(folder: Path, participants: str, more: str = "") -> dict[str, Any]:
    """Give the results of the scenario for the pocket calculator with other participants."""
    path = write_hand_scenario(folder, without="participants", more=f"participants: {participants}\n{more}")
    (folder / "citizens.csv").write_text(CITIZENS, encoding="utf-8")
    found: dict[str, Any] = somcost.assess(path).as_dict()["results"]
    return found


def test_the_last_day_of_a_year_belongs_to_it(tmp_path: Path) -> None:
    """Of 60,000 kr two enrolled, one of them on 31 December, are 30,000 each; one left that day; one has not left."""
    found = results(tmp_path, "{path: citizens.csv}")

    assert found["cost_per_enrolled"] == 30_000
    assert found["cost_per_discharged"] == 60_000
    assert found["cost_per_completed"] == 60_000


def test_a_stated_count_stands_above_the_list(tmp_path: Path) -> None:
    """Twelve are stated where two are listed: 5,000 each."""
    assert results(tmp_path, "{path: citizens.csv, count: 12}")["cost_per_participant"] == 5_000


def test_those_who_complete_are_a_share_of_the_courses_participants(tmp_path: Path) -> None:
    """Two courses a year of five on average: ten start and half of them complete, of 2 × 6,000 kr 2,400 each."""
    path = write_hand_scenario(tmp_path, without="participants", more="participants: {completion_rate: 0.5}\n")
    text = path.read_text("utf-8").replace("sensitivity: {wages: [0.10], participants: [15]}\n", "")
    courses = "courses: {per_year: 2, list: [{id: A, participants: 6}, {id: B, participants: 4}]}\n"
    path.write_text(text + courses, encoding="utf-8")
    time = "date,job_group,hours,course\n2019-01-04,leder,10,A\n2019-02-05,medarbejder,20,B\n"
    (tmp_path / "time.csv").write_text(time, encoding="utf-8")
    (tmp_path / "expenses.csv").write_text("date,amount,course\n2019-02-01,2000,B\n", encoding="utf-8")
    found = somcost.assess(path).as_dict()["results"]

    assert (found["cost_per_course"], found["annual_operating_cost"]) == (6_000, 12_000)
    assert (found["participants_per_year"], found["cost_per_completed"]) == (10, 2_400)
