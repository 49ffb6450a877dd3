"""Distributions against answers known from their definitions: tests/cases/simulation.yaml."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from somcost.analyse.simulate.tabulated import Tabulated
from somcost.analyse.vary.keys import Key
from somcost.analyse.vary.ranges import Range
from somcost.model.uncertainty import Distribution
from somcost.problems import Location

CASES = yaml.safe_load(Path("tests/cases/simulation.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_distribution_is_the_one_of_its_definition(case: dict[str, Any]) -> None:
    """Mean and quantiles are the known ones, and the draws' own mean is the mean."""
    numbers: dict[str, Any] = dict(case["distribution"])
    numbers |= {name: tuple(numbers[name]) for name in ("values", "weights") if name in numbers}
    stated = Distribution(location=Location("cases"), **numbers)
    low, high = (case.get(name, float("nan")) for name in ("low", "high"))
    form = Range(Key("hours", "hours", 20.0), low, high, "scenario", distribution=stated).form

    assert form.mean == pytest.approx(case["mean"], rel=1e-7)
    for share, value in case.get("quantiles", {}).items():
        assert form.quantile(np.array([share])) == pytest.approx([value], rel=1e-7)
    quantile = Tabulated(form.quantile) if form.needs_scipy else form.quantile
    middles = (np.arange(200_000) + 0.5) / 200_000
    assert quantile(middles).mean() == pytest.approx(case["mean"], rel=1e-4)
