"""Sensitivities whose answers are known from public teaching material: tests/cases/sensitivity.yaml."""

from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from hand_scenario import write_hand_scenario

from somcost import assess
from somcost.analyse.vary.break_even import break_even
from somcost.analyse.vary.grid import vary
from somcost.cost.evaluate import Array, Evaluation
from somcost.cost.quantity import Quantity

CASES: dict[str, Any] = yaml.safe_load(Path("tests/cases/sensitivity.yaml").read_text("utf-8"))


def present_worth(yearly: Any, rate: Any, case: dict[str, Any]) -> Any:
    """Write the present worth as a formula of the engine is written: over numbers, arrays and quantities alike."""
    worth, discount = -case["first_cost"], 1
    for _ in range(case["years"]):
        discount = discount / (1 + rate)
        worth = worth + yearly * discount
    return worth


def put(value: Array, own: Array) -> Array:
    """Put a value in, whatever was there."""
    del own
    return value


def test_tornado_of_a_present_worth_model() -> None:
    """The trace, evaluated with each input at its low and high, gives the textbook's worths, the yearly sum first."""
    case = CASES["tornado_of_a_present_worth"]
    inputs = {name: Quantity(case[name]["base"], key=name) for name in ("yearly", "rate")}
    worth = present_worth(inputs["yearly"], inputs["rate"], case)
    swings = {}
    for name, quantity in inputs.items():
        ends = np.array([case[name]["low"], case[name]["high"]])
        (found,) = Evaluation([worth], put_in=[quantity]).at({quantity: partial(put, ends)})
        yearly = ends if name == "yearly" else np.full(2, case["yearly"]["base"])
        rates = ends if name == "rate" else np.full(2, case["rate"]["base"])
        expected = [
            each * case["factors"][float(rate)] - case["first_cost"] for each, rate in zip(yearly, rates, strict=True)
        ]
        assert found == pytest.approx(expected, abs=0.5)
        swings[name] = abs(found[1] - found[0])

    assert sorted(swings, key=lambda name: -swings[name]) == case["widest_first"]


def test_high_low_break_even(tmp_path: Path) -> None:
    """31,500 of wages follow the 2,100 units, 30,000 of expenses do not: the other point and the break-even follow."""
    case = CASES["high_low_break_even"]
    (most, at_most), (fewest, at_fewest) = case["units"].items()
    path = write_hand_scenario(tmp_path)
    hours = case["variable"] * most / 400
    (tmp_path / "time.csv").write_text(f"date,job_group,hours\n2019-01,leder,{hours}\n", "utf-8")
    (tmp_path / "expenses.csv").write_text(f"date,amount\n2019-02-01,{case['fixed']}\n", "utf-8")
    path.write_text(path.read_text("utf-8").replace("count: 12", f"count: {most}"), "utf-8")
    assessment = assess(path)
    line = vary(assessment, "participants", [most, fewest], results=["annual_operating_cost"])

    assert line.results["annual_operating_cost"] == pytest.approx([at_most, at_fewest])
    assert break_even(assessment, "participants", target=case["target_each"]).values == pytest.approx(
        [case["break_even"]]
    )
