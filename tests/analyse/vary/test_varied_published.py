"""The report's own sensitivities through `somcost sensitivity`: Tables 5-4, 5-5, 6-3, 7-4, 7-5, 8-6, 9-4 and 9-5."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from somcost.cli import app

PUBLISHED = Path("tests/published/ramboll-2020.yaml")
UNIT_COSTS = {
    "annual": "annual_operating_cost",
    "per_participant": "cost_per_participant",
    "per_participant_month": "cost_per_participant_month",
    "per_course": "cost_per_course",
    "per_enrolled": "cost_per_enrolled",
    "per_discharged": "cost_per_discharged",
}
ROWS = (
    ("Table 5-4", "jammerbugt", "wages_plus_10", "wages=0.10"),
    ("Table 5-4", "jammerbugt", "wages_plus_20", "wages=0.20"),
    ("Table 5-5", "jammerbugt", "participants_10", "participants=10"),
    ("Table 5-5", "jammerbugt", "participants_12", "participants=12"),
    ("Table 6-3", "koebenhavn", "wages_plus_10", "wages=0.10"),
    ("Table 6-3", "koebenhavn", "wages_plus_20", "wages=0.20"),
    ("Table 7-4", "favrskov", "wages_plus_10", "wages=0.10"),
    ("Table 7-4", "favrskov", "wages_plus_20", "wages=0.20"),
    ("Table 7-5", "favrskov", "children_4", "course_size=4"),
    ("Table 7-5", "favrskov", "children_6", "course_size=6"),
    ("Table 7-5", "favrskov", "children_8", "course_size=8"),
    ("Table 8-6", "thisted", "wages_plus_10", "wages=0.10"),
    ("Table 8-6", "thisted", "wages_plus_20", "wages=0.20"),
    ("Table 9-4", "holstebro", "wages_plus_10", "wages=0.10"),
    ("Table 9-4", "holstebro", "wages_plus_20", "wages=0.20"),
    ("Table 9-5", "holstebro", "participants_10", "participants=10"),
    ("Table 9-5", "holstebro", "participants_12", "participants=12"),
)


def published() -> Iterator[Any]:
    """Give each published figure with its table."""
    figures = yaml.safe_load(PUBLISHED.read_text("utf-8"))["cases"]
    for table, name, row, axis in ROWS:
        for key, (value, rounding) in figures[name][row].items():
            yield pytest.param(name, axis, UNIT_COSTS[key], value, rounding, id=f"{table}-{name}.{row}.{key}")


@pytest.mark.parametrize(("name", "axis", "result", "value", "rounding"), list(published()))
def test_published_sensitivity(name: str, axis: str, result: str, value: float, rounding: float) -> None:
    """The command's JSON rounds to the figure that the report prints; København's rests on the full-time staff."""
    asked = f"variants.full_time.{result}" if name == "koebenhavn" else result
    done = CliRunner().invoke(
        app, ["sensitivity", f"scenarios/{name}.yaml", "--grid", axis, "--result", asked, "--json"]
    )
    (found,) = json.loads(done.stdout)["grid"]["results"][asked]

    assert abs(found - value) <= rounding / 2
