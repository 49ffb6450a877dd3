"""What of a plan cannot be varied says so, and is met with no other key."""

from pathlib import Path

import pytest
from hand_plan import hand_plan

from somcost.analyse.vary.grid import vary
from somcost.problems import InputProblems

ANNUITY = (
    "  bil: {label: Bil, category: investment, driver: intervention, timing: once, price: 9000, lifetime: 3,"
    " annuity_rate: 0.03}\n"
)


@pytest.mark.parametrize(
    "key",
    [
        "horizon",
        "intervention.horizon",
        "intervention.course_length",
        "years",
        "lines.udstyr.years",
        "lines.bil.lifetime",
    ],
)
def test_what_the_timetable_is_made_from_is_fixed(tmp_path: Path, key: str) -> None:
    """Another horizon, length, year or life of an annuity is another plan."""
    with pytest.raises(InputProblems, match="is fixed: the calculation of a plan is laid out by it"):
        vary(hand_plan(tmp_path, lines=ANNUITY), key, [1.0])


def test_a_slip_is_met_with_what_was_meant(tmp_path: Path) -> None:
    """Other names are none; the lifetime of what is bought can be varied."""
    assessment = hand_plan(tmp_path)
    with pytest.raises(InputProblems, match="is nothing that can be varied"):
        vary(assessment, "lines.udstyr.prise", [1.0])

    found = vary(assessment, "lines.udstyr.lifetime", [6.0], results=["total_cost"]).results["total_cost"]
    assert found[0] == pytest.approx(65_000)
