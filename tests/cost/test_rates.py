"""Hourly rates, from a wage as stated to the cost it leads to."""

from pathlib import Path

from hand_scenario import ASSUMPTIONS, write_hand_scenario

import somcost


def test_what_a_wage_adds_is_paid(tmp_path: Path) -> None:
    """With 20 % of pension on top a leader's hour is 12 × 40,000 × 1.20 × 1.25 / 1,500 = 480 kr, 100 of them 48,000."""
    path = write_hand_scenario(tmp_path)
    pension = "  pension: {value: 0.20, unit: share, source: loen}\njob_groups:\n"
    text = ASSUMPTIONS.replace("job_groups:\n", pension).replace("40000, ", "40000, adds: [pension], ")
    (tmp_path / "hand.yaml").write_text(text, encoding="utf-8")

    assert somcost.assess(path).as_dict()["results"]["wage_cost"] == 48_000 + 15_000
