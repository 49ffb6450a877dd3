"""Compare the JSON of a run with the second computation, number by number."""

import math
from typing import Any

from second_computation.plain import RESULT_KEYS

COMPARED = ("results", "variants", "courses", "months", "shares", "sensitivity", "set_aside")
SET_ASIDE_KEYS = ("rows", "hours")
RELATIVE_TOLERANCE = 1e-9
ABSOLUTE_TOLERANCE = 1e-9


def differences(expected: Any, actual: Any, place: str = "") -> list[str]:
    """Every place where two structures differ: keys, length, kind, text, None, or number."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        return differences_of_dicts(expected, actual, place)
    if isinstance(expected, list) and isinstance(actual, list):
        return differences_of_lists(expected, actual, place)
    if is_number(expected) and is_number(actual):
        close = math.isclose(expected, actual, rel_tol=RELATIVE_TOLERANCE, abs_tol=ABSOLUTE_TOLERANCE)
        return [] if close else [f"{place}: expected {expected!r}, got {actual!r}"]
    same = type(expected) is type(actual) and expected == actual
    return [] if same else [f"{place}: expected {expected!r}, got {actual!r}"]


def is_number(value: Any) -> bool:
    """Whether the value is a number; True and False are not."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def differences_of_dicts(expected: dict[str, Any], actual: dict[str, Any], place: str) -> list[str]:
    """Keys that only one has, and the differences within the keys of both."""
    found = [f"{place}.{key}: missing, expected {expected[key]!r}" for key in expected if key not in actual]
    found += [f"{place}.{key}: unexpected, got {actual[key]!r}" for key in actual if key not in expected]
    for key, value in expected.items():
        if key in actual:
            found += differences(value, actual[key], f"{place}.{key}")
    return found


def differences_of_lists(expected: list[Any], actual: list[Any], place: str) -> list[str]:
    """Another length, or the differences item by item."""
    if len(expected) != len(actual):
        return [f"{place}: expected {len(expected)} items, got {len(actual)}"]
    found = []
    for index, (mine, theirs) in enumerate(zip(expected, actual, strict=True)):
        found += differences(mine, theirs, f"{place}[{index}]")
    return found


def comparable(result: dict[str, Any]) -> dict[str, Any]:
    """The compared part of a result, freed from what the contract leaves open.

    A month without hours and cost may be listed or not; a sensitivity that was not asked for may be empty or absent; a
    cost of a sensitivity's row that is not defined may be None or absent. A sub-period's sensitivity is not compared.
    A course without any line may be listed without a cost or left out. Later work may add keys to the results and to
    what is set aside; those of the contract must all be there.
    """
    kept = {key: result[key] for key in COMPARED}
    kept["results"] = contract_keys(kept["results"])
    kept["set_aside"] = contract_keys(kept["set_aside"])
    kept["courses"] = [row for row in kept["courses"] if row["cost"] is not None]
    kept["months"] = [row for row in kept["months"] if any(value for key, value in row.items() if key != "month")]
    kept["sensitivity"] = stated_rows(kept["sensitivity"])
    kept["variants"] = {name: comparable_variant(name, found) for name, found in kept["variants"].items()}
    return kept


def comparable_variant(name: str, found: dict[str, Any]) -> dict[str, Any]:
    """A variant with the rows of its sensitivity stated alike; a sub-period without them."""
    flat = contract_keys(found)
    if name == "full_time":
        flat["sensitivity"] = stated_rows(found["sensitivity"])
    return flat


def contract_keys(found: dict[str, Any]) -> dict[str, Any]:
    """The results, or what is set aside, as the contract names them."""
    return {key: value for key, value in found.items() if key in (*RESULT_KEYS, *SET_ASIDE_KEYS)}


def stated_rows(sensitivity: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """The sensitivities that have rows, each row without what is not defined."""
    return {
        name: [{key: value for key, value in row.items() if value is not None} for row in rows]
        for name, rows in sensitivity.items()
        if rows
    }
