"""The engine against the second computation, on random assessments written to disk as a user would have them."""

from pathlib import Path
from typing import Any

import pytest
from second_computation.comparison import comparable, differences
from second_computation.generate import random_assessment, write
from second_computation.plain import plain_result

SEEDS = range(40)


def engine_result(path: Path) -> dict[str, Any]:
    """What the engine says of the scenario."""
    from somcost import assess  # noqa: PLC0415 - the comparison is tested even where the engine does not import

    result: dict[str, Any] = assess(path).as_dict()
    return result


@pytest.mark.parametrize("seed", SEEDS)
def test_engine_agrees_with_plain_computation(seed: int, tmp_path: Path) -> None:
    """Every number of the engine's JSON is the number that lists and loops give from the method's text."""
    assessment = random_assessment(seed)
    expected = comparable(plain_result(assessment))
    actual = comparable(engine_result(write(assessment, tmp_path)))
    if assessment["time_registrations"] is None:  # the contract does not say what months and shares of staff are
        for key in ("months", "shares"):
            expected.pop(key)
            actual.pop(key)

    assert differences(expected, actual) == []


def test_seeds_reach_every_part_of_the_contract() -> None:
    """Together the seeds hold gaps, part months, courses, full-time staff, dropped rows and the rest at least once."""
    assessments = [random_assessment(seed) for seed in SEEDS]
    parts = {
        "gaps": [one["window"]["gaps"] for one in assessments],
        "factors": [any(part["factor"] for part in one["window"]["part_months"]) for one in assessments],
        "covered days": [any(not part["factor"] for part in one["window"]["part_months"]) for one in assessments],
        "no expenses": [one["expenses"] is None for one in assessments],
        "header only": [one["expenses"] == [] for one in assessments],
        "citizens": [one["participants"].get("citizens") for one in assessments],
        "full time only": [one["time_registrations"] is None for one in assessments],
        "month rows": [any(row["date"] is None for row in one["time_registrations"] or []) for one in assessments],
        "dropped": [plain_result(one)["set_aside"]["rows"] for one in assessments],
        "composites": [any("mean_of" in group for group in one["job_groups"].values()) for one in assessments],
    }
    keys = ("overrides", "courses", "full_time_staff", "start_up", "cost_behaviour", "variants")
    parts.update({key: [one[key] for one in assessments] for key in keys})

    assert [name for name, found in parts.items() if not any(found)] == []


def test_same_seed_same_assessment() -> None:
    """A seed that fails today fails tomorrow."""
    assert random_assessment(7) == random_assessment(7)


def test_differences_finds_none_in_equal_structures() -> None:
    """Numbers that agree to 1e-9 are the same, whole or not; None is None."""
    expected = {"a": 1, "b": [0.1 + 0.2, None], "c": {"d": "2018-06"}}
    actual = {"a": 1.0, "b": [0.3, None], "c": {"d": "2018-06"}}

    assert differences(expected, actual) == []


@pytest.mark.parametrize(
    ("expected", "actual", "place"),
    [
        ({"a": 1.0}, {"a": 1.0 + 1e-8}, ".a"),
        ({"a": None}, {"a": 0.0}, ".a"),
        ({"a": 0.0}, {"a": None}, ".a"),
        ({"a": 1.0}, {}, ".a"),
        ({}, {"a": None}, ".a"),
        ({"a": [1.0]}, {"a": [1.0, 2.0]}, ".a"),
        ({"a": [{"b": 1.0}]}, {"a": [{"b": "1.0"}]}, ".a[0].b"),
        ({"a": 1}, {"a": True}, ".a"),
        ({"a": float("nan")}, {"a": float("nan")}, ".a"),
    ],
)
def test_differences_names_the_place(expected: dict[str, Any], actual: dict[str, Any], place: str) -> None:
    """A number off by more than 1e-9, None for zero, a missing key, a longer list and a text are each found."""
    found = differences(expected, actual)

    assert len(found) == 1
    assert found[0].startswith(place + ":")


def test_comparable_keeps_what_has_content() -> None:
    """Only empty months, absent sensitivities and undefined costs of their rows are forgiven."""
    rows = {"wages": [{"change": 0.1, "cost_per_course": None}], "participants": []}
    empty = {"month": "2018-03", "wage_cost": 0.0, "other_expenses": None, "hours": 0.0}
    full = {"month": "2018-04", "wage_cost": 1.0, "other_expenses": 0.0, "hours": 1.0}
    result: dict[str, Any] = {"results": {"wage_cost": None}, "courses": [], "shares": {}, "set_aside": {"rows": 0}}
    result |= {"months": [empty, full], "sensitivity": rows, "variants": {"full_time": {"sensitivity": rows}}}

    found = comparable({**result, "title": "", "manifest": {}})

    assert found["months"] == [full]
    assert found["sensitivity"] == {"wages": [{"change": 0.1}]}
    assert found["variants"]["full_time"]["sensitivity"] == {"wages": [{"change": 0.1}]}
    assert found["results"] == {"wage_cost": None}
    assert "manifest" not in found
